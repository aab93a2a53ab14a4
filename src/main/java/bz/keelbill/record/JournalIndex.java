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
import java.util.Set;

/**
 * What of the journal is kept at hand: all orders, the latest state of alerts, the newest entries,
 * the newest note of each word. Safe for any thread.
 */
final class JournalIndex {
  /** How many of the newest entries are at hand. */
  static final int RECENT = 2_048;

  private static final long CLOSED_KEPT_MILLIS = 24 * 3_600_000L;
  private static final int CLOSED_LIMIT = 10_000;
  private static final String CLOSED = JournalLine.word(AlertBook.What.CLOSED);

  private record Closed(long atMillis, Held held) {}

  /** Acts of one kind on one alert. */
  private record Acts(String alertId, String what) {}

  private final List<GivenOrder> orders = new ArrayList<>();
  private final Map<String, Held> open = new LinkedHashMap<>();
  private final Map<String, Closed> closed = new LinkedHashMap<>();
  private final Map<Acts, Deque<Order>> pending = new LinkedHashMap<>();
  private final Map<String, Journalled> notes = new LinkedHashMap<>();
  private final Deque<Held> recent = new ArrayDeque<>();
  private String epoch;
  private long begunAtMillis = Long.MIN_VALUE;
  private long lastAlertSeq;

  /** Takes a line of a file, in order; alerts and fences are not read to their end yet. */
  synchronized void add(JournalLine line) {
    JournalLine.Stub stub = line.stub();
    if (stub.kind() == JournalEntry.Kind.ALERT) {
      addAlert(stub, new Held(line));
    } else if (stub.fenceId() != null) {
      Held held = new Held(line);
      boolean puts = stub.what().equals(JournalLine.PUT_FENCE);
      Order.Kind kind = puts ? Order.Kind.PUT_FENCE : Order.Kind.REMOVE_FENCE;
      orders.add(new GivenOrder(held, kind, stub.fenceId()));
      addRecent(held);
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
    Held held = new Held(journalled);
    if (entry instanceof JournalEntry.OfOrder given) {
      addOrder(held, given.order());
    } else if (entry instanceof JournalEntry.OfBeginning beginning) {
      epoch = beginning.epoch();
      begunAtMillis = journalled.atMillis();
    } else if (entry instanceof JournalEntry.OfNote note) {
      notes.remove(note.what());
      notes.put(note.what(), journalled);
    }
    addRecent(held);
  }

  private void addRecent(Held held) {
    recent.addLast(held);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  private void addOrder(Held held, Order order) {
    orders.add(new GivenOrder(held, order));
    if (order instanceof Order.OnAlert act) {
      pending
          .computeIfAbsent(new Acts(act.alertId(), whatOf(order)), acts -> new ArrayDeque<>())
          .addLast(order);
    }
  }

  /** The word for what an act makes of its alert. */
  private static String whatOf(Order order) {
    return JournalLine.word(
        switch (order.kind()) {
          case SILENCE -> AlertBook.What.SILENCED;
          case ASSIGN -> AlertBook.What.ASSIGNED;
          case ACCEPT -> AlertBook.What.ACCEPTED;
          case SHELVE -> AlertBook.What.SHELVED;
          case UNSHELVE -> AlertBook.What.RANG_AGAIN;
          case ESCALATE -> AlertBook.What.ESCALATED;
          case COMMENT -> AlertBook.What.COMMENTED;
          case CLOSE_ALERT -> AlertBook.What.CLOSED;
          default -> AlertBook.What.ACKNOWLEDGED;
        });
  }

  /** The effect of the oldest act of a kind is written; nothing is pending on what is closed. */
  private void effected(String alertId, String what) {
    if (what.equals(CLOSED)) {
      pending.keySet().removeIf(acts -> acts.alertId().equals(alertId));
      return;
    }
    Acts acts = new Acts(alertId, what);
    Deque<Order> waiting = pending.get(acts);
    if (waiting != null) {
      waiting.pollFirst();
      if (waiting.isEmpty()) {
        pending.remove(acts);
      }
    }
  }

  private void addAlert(JournalLine.Stub stub, Held held) {
    lastAlertSeq = Math.max(lastAlertSeq, stub.alertSeq());
    boolean isClosed = stub.what().equals(CLOSED);
    effected(stub.alertId(), stub.what());
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

  /** When it was begun, Unix milliseconds; {@code Long.MIN_VALUE} if it is not known. */
  synchronized long begunAtMillis() {
    return begunAtMillis;
  }

  synchronized long lastAlertSeq() {
    return lastAlertSeq;
  }

  synchronized List<GivenOrder> givenOrders() {
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
        (about, given) -> {
          if (open.containsKey(about.alertId()) || closed.containsKey(about.alertId())) {
            acts.addAll(given);
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

  /** The newest note with one of these words; null if there is none. */
  synchronized Journalled newestNote(Set<String> words) {
    Journalled newest = null;
    for (Map.Entry<String, Journalled> note : notes.entrySet()) {
      newest = words.contains(note.getKey()) ? note.getValue() : newest;
    }
    return newest;
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
