package bz.keelbill.replay;

import bz.keelbill.record.Recorded;
import bz.keelbill.report.Line;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.util.function.Predicate;

/**
 * Gives recorded entries to a watch as the live feeds once did: a line through its feed's decoder,
 * a tick as time that passes, an order if it is wanted.
 */
final class Playback {
  private final Watch watch;
  private final Decoders decoders;
  private final Predicate<Order> wanted;
  private long lines;

  /**
   * Begins.
   *
   * @param decoders of the feeds
   * @param wanted which recorded orders are applied
   */
  Playback(Watch watch, Decoders decoders, Predicate<Order> wanted) {
    this.watch = watch;
    this.decoders = decoders;
    this.wanted = wanted;
  }

  /** Lines given so far. */
  long lines() {
    return lines;
  }

  void apply(Recorded entry) {
    switch (entry.kind()) {
      case LINE -> apply(((Recorded.OfLine) entry).line());
      case TICK -> watch.tick(((Recorded.OfTick) entry).tickMillis());
      case ORDER -> applyIfPossible(((Recorded.OfOrder) entry).order(), watch, wanted);
    }
  }

  /** Lets the decoders hear an entry, and the watch not. */
  void decode(Recorded entry) {
    if (entry instanceof Recorded.OfLine of) {
      decoders.reports(of.line());
    }
  }

  private void apply(Line line) {
    lines++;
    decoders.reports(line).forEach(watch::apply);
  }

  /**
   * Applies an order that was once good; other fences or alerts may stand in its way today.
   *
   * @return whether it was applied
   */
  static boolean applyIfPossible(Order order, Watch watch, Predicate<Order> wanted) {
    boolean possible = wanted.test(order) && watch.objectionTo(order) == null;
    if (possible) {
      watch.apply(order);
    }
    return possible;
  }
}
