package bz.keelbill.feed;

import bz.keelbill.net.BackOff;
import io.vertx.core.Vertx;

/**
 * When a way to a sender is tried and tried again: after each failure or loss a random time up to a
 * limit that doubles from half a second to a minute, anew after a minute of good data; and never
 * two feeds at once. One event loop.
 */
final class Attempts {
  private final Vertx vertx;
  private final Feed feed;
  private final AttemptSpacing spacing;
  private final Runnable attempt;
  private final BackOff backOff;
  private boolean stopped;

  Attempts(Vertx vertx, Feed feed, AttemptSpacing spacing, Runnable attempt) {
    this.vertx = vertx;
    this.feed = feed;
    this.spacing = spacing;
    this.attempt = attempt;
    backOff = feed.timing().newBackOff();
  }

  /** Tries as soon as it is this feed's turn. */
  void begin() {
    after(0);
  }

  /** Tries again after the back-off. */
  void again() {
    againAfter(0);
  }

  /** Tries again after the back-off, and not before so many milliseconds. */
  void againAfter(long leastMillis) {
    after(Math.max(leastMillis, backOff.nextMillis()));
  }

  /** A stream has ended: one that was good for long makes the back-off begin anew. */
  void ended(Inlet inlet) {
    if (inlet.goodMillis() >= feed.timing().goodMillis()) {
      backOff.reset();
    }
  }

  /** No more. */
  void stop() {
    stopped = true;
  }

  private void after(long waitMillis) {
    later(waitMillis, () -> later(spacing.waitMillis(Feed.monotonicMillis()), this::attempt));
  }

  private void later(long waitMillis, Runnable act) {
    if (waitMillis <= 0) {
      act.run();
    } else {
      vertx.setTimer(waitMillis, ignored -> act.run());
    }
  }

  private void attempt() {
    if (!stopped) {
      attempt.run();
    }
  }
}
