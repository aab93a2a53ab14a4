package bz.keelbill.watch;

import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.KnownGood.Entry;

/** What orders do to the ledger of what is known to be good. */
final class LedgerOrders {
  private static final long LONGEST_MILLIS = KnownGood.LONGEST_DAYS * 86_400_000L;

  private LedgerOrders() {}

  /** Why an entry cannot be reviewed; null if it can. */
  static String objectionTo(Order.ReviewKnownGood order, KnownGood ledger) {
    long days = order.untilMillis() - order.act().atMillis();
    if (days <= 0 || days > LONGEST_MILLIS) {
      return "an entry counts for a year at most, and not until a day that is over";
    }
    return objectionTo(order.entryId(), ledger);
  }

  /** Why an entry cannot be ended; null if it can. */
  static String objectionTo(Order.EndKnownGood order, KnownGood ledger) {
    Entry entry = ledger.find(order.entryId());
    boolean isOver = entry != null && entry.when().untilMillis() <= order.act().atMillis();
    return isOver ? "the entry has ended already" : objectionTo(order.entryId(), ledger);
  }

  private static String objectionTo(String entryId, KnownGood ledger) {
    return ledger.find(entryId) == null ? "there is no entry " + entryId : null;
  }

  static KnownGood reviewed(KnownGood ledger, Order.ReviewKnownGood order) {
    Order.Act act = order.act();
    Entry entry = ledger.find(order.entryId());
    return ledger.with(entry.reviewed(act.person(), act.atMillis(), order.untilMillis()));
  }

  static KnownGood ended(KnownGood ledger, Order.EndKnownGood order) {
    return ledger.with(ledger.find(order.entryId()).endedAt(order.act().atMillis()));
  }
}
