package bz.keelbill.feed;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/**
 * How long to wait before the next connection attempt: a time between nothing and a limit that
 * doubles with each attempt (full jitter), so that many feeds never come back in step.
 */
final class BackOff {

  private final long firstMillis;
  private final long mostMillis;
  private final LongUnaryOperator random;
  private long limitMillis;

  /**
   * A fresh back-off.
   *
   * @param random gives a number from 0 up to and without its argument
   */
  BackOff(long firstMillis, long mostMillis, LongUnaryOperator random) {
    this.firstMillis = firstMillis;
    this.mostMillis = mostMillis;
    this.random = random;
    reset();
  }

  /** A fresh back-off of live work. */
  static BackOff of(FeedTiming timing) {
    return new BackOff(
        timing.firstBackOffMillis(),
        timing.mostBackOffMillis(),
        limit -> ThreadLocalRandom.current().nextLong(limit));
  }

  long nextMillis() {
    long wait = random.applyAsLong(limitMillis + 1);
    limitMillis = Math.min(mostMillis, limitMillis * 2);
    return wait;
  }

  void reset() {
    limitMillis = Math.min(firstMillis, mostMillis);
  }
}
