package bz.keelbill.takeout;

/**
 * Is told how far long work is. It may make the work wait for what is more urgent, and may end it
 * with {@link java.util.concurrent.CancellationException}. Called by the thread that works.
 */
public interface Pace {
  /** Nobody listens, nothing waits. */
  Pace NONE = done -> {};

  /**
   * So far it is.
   *
   * @param done 0 to 1, never falling
   */
  void at(double done);

  /** A part of this work: its 0 and 1 are told as these. */
  default Pace part(double from, double to) {
    return done -> at(from + done * (to - from));
  }
}
