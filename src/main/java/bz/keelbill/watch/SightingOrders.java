package bz.keelbill.watch;

import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Origin;
import bz.keelbill.sighting.Sighting;

/** What orders tell of sightings. */
final class SightingOrders {
  private SightingOrders() {}

  /** Why a sighting cannot be taken back; null if it can. */
  static String objectionTo(Order.WithdrawSighting order, SightingBook book) {
    SightingBook.Entry entry = book.find(order.reportId());
    if (entry == null) {
      return "there is no sighting " + order.reportId();
    }
    return entry.withdrawn() == null ? null : "the sighting is withdrawn already";
  }

  /** What a withdrawal tells the picture. */
  static ContactLost lost(Sighting sighting, Order.Act act) {
    long at = act.atMillis();
    return new ContactLost(new Origin(Sighting.FEED, Sighting.FEED, 0, at, at), sighting.contact());
  }
}
