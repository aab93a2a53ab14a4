package bz.keelbill.feed;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the connection attempts of all feeds apart, so that fifty feeds behind one failed link do
 * not storm it together. For all threads.
 */
final class AttemptSpacing {

  private final long spacingMillis;
  private final AtomicLong nextFreeMillis = new AtomicLong(Long.MIN_VALUE);

  AttemptSpacing(long spacingMillis) {
    this.spacingMillis = spacingMillis;
  }

  /** Books the first free slot; returns how long after now it is. */
  long waitMillis(long nowMillis) {
    long after = nextFreeMillis.updateAndGet(next -> Math.max(next, nowMillis) + spacingMillis);
    return after - spacingMillis - nowMillis;
  }
}
