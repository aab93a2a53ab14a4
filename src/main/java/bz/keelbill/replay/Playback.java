package bz.keelbill.replay;

import bz.keelbill.record.Recorded;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.util.function.Predicate;

/**
 * Gives recorded entries to a watch as the live feeds once did: what a line says, a tick as time
 * that passes, an order if it is wanted.
 */
final class Playback {
  private final Watch watch;
  private final Predicate<Order> wanted;
  private long lines;

  /**
   * Begins.
   *
   * @param wanted which recorded orders are applied
   */
  Playback(Watch watch, Predicate<Order> wanted) {
    this.watch = watch;
    this.wanted = wanted;
  }

  /** Lines given so far. */
  long lines() {
    return lines;
  }

  void hear(Heard heard) {
    Recorded entry = heard.entry();
    switch (entry.kind()) {
      case LINE -> {
        lines++;
        heard.reports().forEach(watch::apply);
      }
      case TICK -> watch.tick(((Recorded.OfTick) entry).tickMillis());
      case ORDER -> applyIfPossible(((Recorded.OfOrder) entry).order(), watch, wanted);
    }
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
