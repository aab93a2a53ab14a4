package bz.keelbill.track;

import java.util.Arrays;

/**
 * The turns of a radar's antenna, as the north marks tell them by our clock: how long one usually
 * takes, and when the last one came.
 */
public final class Turns {
  private static final int REMEMBERED = 15;
  private static final int ENOUGH = 5;

  private final long[] intervals = new long[REMEMBERED];
  private int count;
  private long lastMillis = Long.MIN_VALUE;

  void mark(long atMillis) {
    if (lastMillis != Long.MIN_VALUE && atMillis > lastMillis) {
      intervals[count++ % REMEMBERED] = atMillis - lastMillis;
    }
    lastMillis = Math.max(lastMillis, atMillis);
  }

  /** How long a turn usually takes, milliseconds: a median; 0 with fewer than five of them. */
  public long usualMillis() {
    if (count < ENOUGH) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(intervals, Math.min(count, REMEMBERED));
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** When the newest mark came, Unix milliseconds. */
  public long lastMillis() {
    return lastMillis;
  }
}
