package bz.keelbill.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows between the watch's thread and the recorder's: bounded, and never waits on the watch's
 * side. When it is full, positions and lines are dropped and counted; orders and alerts, of which
 * there are few, are always taken.
 */
final class RowQueue {
  private final int limit;
  private List<Row> rows = new ArrayList<>();
  private long dropped;
  private long droppedAtMillis = Long.MIN_VALUE / 2;
  private boolean closed;

  RowQueue(int limit) {
    this.limit = limit;
  }

  synchronized void add(Row row, boolean always) {
    if (closed || (!always && rows.size() >= limit)) {
      dropped++;
      droppedAtMillis = row.atMillis();
      return;
    }
    rows.add(row);
    if (rows.size() == limit / 4) {
      notifyAll();
    }
  }

  /** What has gathered, after a time or as soon as it is much; at once when closed. */
  synchronized List<Row> take(long waitMillis) {
    if (!closed && rows.size() < limit / 4) {
      pause(waitMillis);
    }
    List<Row> taken = rows;
    rows = new ArrayList<>(taken.size());
    return taken;
  }

  /** Waits without taking. */
  synchronized void rest(long waitMillis) {
    if (!closed) {
      pause(waitMillis);
    }
  }

  private void pause(long waitMillis) {
    try {
      wait(waitMillis);
    } catch (InterruptedException e) {
      // Nobody of ours interrupts it; what has gathered is written a little earlier.
    }
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized int size() {
    return rows.size();
  }

  synchronized long dropped() {
    return dropped;
  }

  /** When a row was dropped last, Unix milliseconds; long ago if none ever was. */
  synchronized long droppedAtMillis() {
    return droppedAtMillis;
  }

  /** When the oldest row was added, Unix milliseconds; {@code Long.MAX_VALUE} if there is none. */
  synchronized long oldestAtMillis() {
    return rows.isEmpty() ? Long.MAX_VALUE : rows.get(0).atMillis();
  }
}
