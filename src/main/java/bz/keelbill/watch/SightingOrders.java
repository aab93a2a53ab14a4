package bz.keelbill.watch;

import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Origin;
import bz.keelbill.sighting.Sighting;
import bz.keelbill.track.Track;

/** What orders tell of sightings. */
final class SightingOrders {
  private static final long MATTERS_MILLIS = 6 * 3_600_000L;

  private SightingOrders() {}

  /** Why a sighting cannot be taken back; null if it can. */
  static String objectionTo(Order.WithdrawSighting order, SightingBook book) {
    SightingBook.Entry entry = book.find(order.reportId());
    if (entry == null) {
      return "there is no sighting " + order.reportId();
    }
    return entry.withdrawn() == null ? null : "the sighting is withdrawn already";
  }

  /** Takes what people saw; before the first tick the picture waits for it. */
  static void apply(Order.ReportSightings order, Watch watch) {
    for (Sighting sighting : order.sightings()) {
      watch.sightings().report(sighting, order.act());
      if (watch.hasBegun()) {
        watch.take(sighting.glimpse());
      }
    }
  }

  /** Takes a sighting back. */
  static void apply(Order.WithdrawSighting order, Watch watch) {
    SightingBook.Entry entry = watch.sightings().find(order.reportId());
    watch.sightings().withdraw(order.reportId(), order.act());
    if (entry != null && watch.hasBegun()) {
      watch.take(lost(entry.newest().sighting(), order.act()));
    }
  }

  /** After a restart the picture has the sightings again that could still matter; unjudged. */
  static void seeAgain(Watch watch, long nowMillis) {
    for (SightingBook.Entry entry : watch.sightings().entries()) {
      Sighting sighting = entry.newest().sighting();
      boolean matters = nowMillis - sighting.when().observedAtMillis() <= MATTERS_MILLIS;
      Track track =
          matters && entry.withdrawn() == null
              ? watch.associator().apply(sighting.glimpse())
              : null;
      if (track != null) {
        watch.tell(watch.watched(track), nowMillis);
      }
    }
  }

  private static ContactLost lost(Sighting sighting, Order.Act act) {
    long at = act.atMillis();
    return new ContactLost(new Origin(Sighting.FEED, Sighting.FEED, 0, at, at), sighting.contact());
  }
}
