package bz.keelbill.net;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/**
 * How long to wait before the next connection attempt: a time between nothing and a limit that
 * doubles with each attempt (full jitter), so that many never come back in step.
 */
public final class BackOff {

  private final long firstMillis;
  private final long mostMillis;
  private final LongUnaryOperator random;
  private long limitMillis;

  /**
   * A fresh back-off.
   *
   * @param firstMillis the longest first wait
   * @param mostMillis the longest wait ever
   * @param random gives a number from 0 up to and without its argument
   */
  public BackOff(long firstMillis, long mostMillis, LongUnaryOperator random) {
    this.firstMillis = firstMillis;
    this.mostMillis = mostMillis;
    this.random = random;
    reset();
  }

  /** A fresh back-off of live work. */
  public static BackOff of(long firstMillis, long mostMillis) {
    return new BackOff(
        firstMillis, mostMillis, limit -> ThreadLocalRandom.current().nextLong(limit));
  }

  /** The next wait. */
  public long nextMillis() {
    long wait = random.applyAsLong(limitMillis + 1);
    limitMillis = Math.min(mostMillis, limitMillis * 2);
    return wait;
  }

  /** Begins anew: all is well again. */
  public void reset() {
    limitMillis = Math.min(firstMillis, mostMillis);
  }
}
