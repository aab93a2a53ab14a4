package bz.keelbill;

/** How far long work has come, on standard error, where somebody is looking. */
final class Progress {
  private final String what;
  private final boolean shown = System.console() != null;
  private int shownPercent = -1;

  Progress(String what) {
    this.what = what;
  }

  /** So much of the work is done, 0 to 1. */
  void at(double part) {
    int percent = (int) (part * 100);
    if (shown && percent != shownPercent) {
      shownPercent = percent;
      System.err.print("\r" + what + " " + percent + " %");
    }
  }

  void end() {
    if (shown && shownPercent >= 0) {
      System.err.println();
    }
  }
}
