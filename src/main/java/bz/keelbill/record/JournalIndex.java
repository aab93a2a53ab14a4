package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.watch.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the journal is kept at hand: all orders, the latest state of alerts, the newest entries.
 * Safe for any thread.
 */
final class JournalIndex {
  /** How many of the newest entries are at hand. */
  static final int RECENT = 2_048;

  private static final long CLOSED_KEPT_MILLIS = 24 * 3_600_000L;
  private static final int CLOSED_LIMIT = 10_000;

  private final List<Journalled> orders = new ArrayList<>();
  private final Map<String, Journalled> open = new LinkedHashMap<>();
  private final Map<String, Journalled> closed = new LinkedHashMap<>();
  private final Map<String, Order.Acknowledge> pending = new LinkedHashMap<>();
  private final Deque<Journalled> recent = new ArrayDeque<>();
  private String epoch;
  private long lastAlertSeq;

  synchronized void add(Journalled journalled) {
    JournalEntry entry = journalled.entry();
    if (entry instanceof JournalEntry.OfOrder given) {
      addOrder(journalled, given.order());
    } else if (entry instanceof JournalEntry.OfAlert changed) {
      addAlert(journalled, changed);
    } else if (entry instanceof JournalEntry.OfBeginning beginning) {
      epoch = beginning.epoch();
    }
    recent.addLast(journalled);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  private void addOrder(Journalled journalled, Order order) {
    orders.add(journalled);
    if (order instanceof Order.Acknowledge acknowledge) {
      pending.put(acknowledge.alertId(), acknowledge);
    }
  }

  private void addAlert(Journalled journalled, JournalEntry.OfAlert changed) {
    Alert alert = changed.alert();
    lastAlertSeq = Math.max(lastAlertSeq, journalled.alertSeq());
    boolean actedOn =
        changed.what() == AlertBook.What.ACKNOWLEDGED || changed.what() == AlertBook.What.CLOSED;
    if (actedOn) {
      pending.remove(alert.id());
    }
    if (alert.isOpen()) {
      open.put(alert.id(), journalled);
      closed.remove(alert.id());
    } else {
      open.remove(alert.id());
      closed.put(alert.id(), journalled);
      forgetLongClosed(journalled.atMillis());
    }
  }

  private void forgetLongClosed(long nowMillis) {
    long limit = nowMillis - CLOSED_KEPT_MILLIS;
    Iterator<Journalled> oldest = closed.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().atMillis() >= limit && closed.size() <= CLOSED_LIMIT) {
        return;
      }
      oldest.remove();
    }
  }

  /** An entry that waited in memory has got its number. */
  synchronized void nowRecorded(Journalled journalled) {
    recent.removeIf(waiting -> waiting.entry() == journalled.entry());
    recent.addLast(journalled);
  }

  synchronized String epoch() {
    return epoch;
  }

  synchronized long lastAlertSeq() {
    return lastAlertSeq;
  }

  synchronized List<Journalled> journalledOrders() {
    return List.copyOf(orders);
  }

  synchronized List<Alert> openAlerts() {
    return alerts(open);
  }

  synchronized List<Alert> closedAlerts() {
    return alerts(closed);
  }

  synchronized List<Order.Acknowledge> pendingAcknowledgements() {
    List<Order.Acknowledge> acts = new ArrayList<>();
    pending.forEach(
        (id, act) -> {
          if (open.containsKey(id)) {
            acts.add(act);
          }
        });
    return acts;
  }

  /** The newest entries, the oldest first. */
  synchronized List<Journalled> recent() {
    return new ArrayList<>(recent);
  }

  private static List<Alert> alerts(Map<String, Journalled> journalled) {
    List<Alert> alerts = new ArrayList<>(journalled.size());
    journalled.values().forEach(at -> alerts.add(((JournalEntry.OfAlert) at.entry()).alert()));
    return alerts;
  }
}
