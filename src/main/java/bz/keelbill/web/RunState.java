package bz.keelbill.web;

/** Where long work stands. */
enum RunState {
  /** Other work is done first. */
  WAITING("waiting"),
  /** It is at work. */
  RUNNING("running"),
  /** It has a result. */
  DONE("done"),
  /** Somebody ended it. */
  CANCELLED("cancelled"),
  /** It came to no result. */
  FAILED("failed");

  private final String word;

  RunState(String word) {
    this.word = word;
  }

  /** The word in JSON. */
  String word() {
    return word;
  }

  boolean isOver() {
    return this != WAITING && this != RUNNING;
  }
}
