package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook;
import bz.keelbill.watch.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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
  private static final String CLOSED = JournalLine.word(AlertBook.What.CLOSED);
  private static final String ACKNOWLEDGED = JournalLine.word(AlertBook.What.ACKNOWLEDGED);

  private record Closed(long atMillis, Held held) {}

  private final List<Journalled> orders = new ArrayList<>();
  private final Map<String, Held> open = new LinkedHashMap<>();
  private final Map<String, Closed> closed = new LinkedHashMap<>();
  private final Map<String, Order> pending = new LinkedHashMap<>();
  private final Deque<Held> recent = new ArrayDeque<>();
  private String epoch;
  private long lastAlertSeq;

  /** Takes a line of a file, in order; alert entries are not read to their end yet. */
  synchronized void add(JournalLine line) {
    if (line.stub().kind() == JournalEntry.Kind.ALERT) {
      addAlert(line.stub(), new Held(line));
    } else {
      add(line.journalled());
    }
  }

  /** Takes a new entry. */
  synchronized void add(Journalled journalled) {
    JournalEntry entry = journalled.entry();
    if (entry instanceof JournalEntry.OfAlert changed) {
      addAlert(JournalLine.stub(journalled, changed), new Held(journalled));
      return;
    }
    if (entry instanceof JournalEntry.OfOrder given) {
      addOrder(journalled, given.order());
    } else if (entry instanceof JournalEntry.OfBeginning beginning) {
      epoch = beginning.epoch();
    }
    addRecent(new Held(journalled));
  }

  private void addRecent(Held held) {
    recent.addLast(held);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  private void addOrder(Journalled journalled, Order order) {
    orders.add(journalled);
    if (order instanceof Order.Acknowledge acknowledge) {
      pending.put(acknowledge.alertId(), acknowledge);
    } else if (order instanceof Order.CloseAlert closing) {
      pending.put(closing.alertId(), closing);
    }
  }

  private void addAlert(JournalLine.Stub stub, Held held) {
    lastAlertSeq = Math.max(lastAlertSeq, stub.alertSeq());
    boolean isClosed = stub.what().equals(CLOSED);
    if (isClosed || stub.what().equals(ACKNOWLEDGED)) {
      pending.remove(stub.alertId());
    }
    if (isClosed) {
      open.remove(stub.alertId());
      closed.remove(stub.alertId());
      closed.put(stub.alertId(), new Closed(stub.atMillis(), held));
      forgetLongClosed(stub.atMillis() - CLOSED_KEPT_MILLIS);
    } else {
      open.put(stub.alertId(), held);
      closed.remove(stub.alertId());
    }
    addRecent(held);
  }

  private void forgetLongClosed(long limitMillis) {
    Iterator<Closed> oldest = closed.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().atMillis() >= limitMillis && closed.size() <= CLOSED_LIMIT) {
        return;
      }
      oldest.remove();
    }
  }

  /** An entry that waited in memory has got its number. */
  synchronized void nowRecorded(Journalled journalled) {
    recent.removeIf(waiting -> waiting.get().entry() == journalled.entry());
    recent.addLast(new Held(journalled));
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
    return alerts(open.values());
  }

  synchronized List<Alert> closedAlerts() {
    return alerts(closed.values().stream().map(Closed::held).toList());
  }

  synchronized List<Order> pendingActs() {
    List<Order> acts = new ArrayList<>();
    pending.forEach(
        (id, act) -> {
          if (open.containsKey(id) || closed.containsKey(id)) {
            acts.add(act);
          }
        });
    return acts;
  }

  /** The newest entries, the oldest first. */
  synchronized List<Held> recent() {
    return new ArrayList<>(recent);
  }

  /** The alert entries among them, the oldest first. */
  synchronized List<Held> recentAlerts() {
    return recent.stream().filter(held -> held.alertSeq() > 0).toList();
  }

  private static List<Alert> alerts(Collection<Held> held) {
    List<Alert> alerts = new ArrayList<>(held.size());
    for (Held one : held) {
      if (one.get().entry() instanceof JournalEntry.OfAlert entry) {
        alerts.add(entry.alert());
      }
    }
    return alerts;
  }
}
