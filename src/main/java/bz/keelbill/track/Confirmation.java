package bz.keelbill.track;

import bz.keelbill.report.Fix;
import java.util.function.BooleanSupplier;

/**
 * Whether a target is a craft and not a wave: seen in six of eight turns of the antenna if it gets
 * somewhere, in ten of thirteen if it stays about where it is, as patches of sea do. A radar with a
 * tracker of its own has seen it some turns before; three of five, the usual rule, let through two
 * waves an hour on a simulated coast.
 */
final class Confirmation {
  private static final int MOVING_HITS = 6;
  private static final int MOVING_TURNS = 8;
  private static final int STAYING_HITS = 10;
  private static final int STAYING_TURNS = 13;

  private int seen;
  // Not the least number there is: the difference to it must not overflow.
  private long lastMillis = Long.MIN_VALUE / 2;
  private boolean isEarned;
  private long sinceMillis = Long.MAX_VALUE;

  boolean isGiven() {
    return sinceMillis != Long.MAX_VALUE;
  }

  /** Since when, Unix milliseconds; the greatest number if it is not given. */
  long sinceMillis() {
    return sinceMillis;
  }

  /** Takes a fix; one that its own sensor doubts, or a late one, counts for nothing. */
  void take(Fix fix, long scanMillis, BooleanSupplier isUnderWay) {
    if (isGiven() || fix.state().accuracy().tentative() || fix.atMillis() <= lastMillis) {
      return;
    }
    long turns = Math.max(1, Math.round((fix.atMillis() - lastMillis) / (double) scanMillis));
    seen = (turns >= STAYING_TURNS ? 0 : seen << turns) | 1;
    lastMillis = fix.atMillis();
    boolean ifMoving = hits(MOVING_TURNS) >= MOVING_HITS;
    boolean ifStaying = hits(STAYING_TURNS) >= STAYING_HITS;
    isEarned = ifMoving && ifStaying;
    if (ifMoving != ifStaying) {
      // Asked only where it matters: it takes longest to say.
      isEarned = isUnderWay.getAsBoolean() ? ifMoving : ifStaying;
    }
  }

  /** Unless it may still turn out to be a part of another track, that is. */
  void giveIfEarned() {
    if (isEarned && !isGiven()) {
      sinceMillis = lastMillis;
    }
  }

  private int hits(int turns) {
    return Integer.bitCount(seen & (1 << turns) - 1);
  }

  /** The two craft have turned out to be one. */
  void join(Confirmation other) {
    sinceMillis = Math.min(sinceMillis, other.sinceMillis);
  }

  /** It is known from elsewhere that it is a craft. */
  void give(long atMillis) {
    sinceMillis = Math.min(sinceMillis, atMillis);
  }
}
