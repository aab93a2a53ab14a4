package bz.keelbill.track;

import java.util.Arrays;

/** The newest differences between two clocks, milliseconds: bounded, and judged by their median. */
final class Offsets {
  private static final int KEPT = 61;

  private final long[] newest = new long[KEPT];
  private int count;

  void add(long offsetMillis) {
    newest[count++ % KEPT] = offsetMillis;
  }

  /** How many are kept. */
  int size() {
    return Math.min(count, KEPT);
  }

  /** The middle one; 0 if there is none. */
  long medianMillis() {
    return quantile(1, 2);
  }

  /** How far apart the middle half of them lies. */
  long spreadMillis() {
    return quantile(3, 4) - quantile(1, 4);
  }

  private long quantile(int part, int of) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(newest, size());
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) * part / of];
  }
}
