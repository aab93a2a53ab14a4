package bz.keelbill.feed;

/**
 * The time at which a recording stands while it is read, not led astray by single wrong clocks: a
 * time more than an hour off counts only if twenty lines in a row agree that it is far from here.
 */
final class RecordedClock {

  private static final long NEAR_MILLIS = 3_600_000;
  private static final int STRAYS_BELIEVED = 20;

  private long nowMillis;
  private int strays;

  RecordedClock(long startMillis) {
    nowMillis = startMillis;
  }

  long nowMillis() {
    return nowMillis;
  }

  /** Whether a time lies so far back that its line is better kept apart until it is wanted. */
  boolean isLongAgo(long atMillis) {
    return atMillis < nowMillis - NEAR_MILLIS;
  }

  void hear(long atMillis) {
    boolean near = Math.abs(atMillis - nowMillis) <= NEAR_MILLIS;
    strays = near ? 0 : strays + 1;
    if (near || strays == STRAYS_BELIEVED) {
      nowMillis = atMillis;
      strays = 0;
    }
  }
}
