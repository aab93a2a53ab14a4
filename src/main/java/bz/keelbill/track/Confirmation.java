package bz.keelbill.track;

import bz.keelbill.report.Fix;

/** Whether a target is a craft and not a wave: seen in three of five turns of the antenna. */
final class Confirmation {
  private static final int HITS = 3;
  private static final int TURNS = 5;

  private int seen;
  // Not the least number there is: the difference to it must not overflow.
  private long lastMillis = Long.MIN_VALUE / 2;
  private boolean given;

  boolean isGiven() {
    return given;
  }

  /** Takes a fix; one that its own sensor doubts, or a late one, counts for nothing. */
  void take(Fix fix, long scanMillis) {
    if (given || fix.state().accuracy().tentative() || fix.atMillis() <= lastMillis) {
      return;
    }
    long turns = Math.max(1, Math.round((fix.atMillis() - lastMillis) / (double) scanMillis));
    seen = (turns >= TURNS ? 0 : seen << turns) | 1;
    lastMillis = fix.atMillis();
    given = Integer.bitCount(seen & (1 << TURNS) - 1) >= HITS;
  }

  /** The two craft have turned out to be one. */
  void join(boolean otherIsGiven) {
    given |= otherIsGiven;
  }
}
