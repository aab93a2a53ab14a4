package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.report.Line;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import io.vertx.core.Future;
import java.util.List;

/**
 * What the live watch writes down: the journal of orders and alerts, and the record of lines and
 * ticks, in the one sequence in which the Watch took them. Called on the watch's thread; never
 * blocks it.
 */
interface Ledger {
  /** Lines in the order in which the watch takes them. */
  void lines(List<Line> lines);

  /** A tick. */
  void tick(long atMillis);

  /** Something changed: positions and alerts are kept for questions later. */
  void change(Change change);

  /** Succeeds when the order is on the disk; fails when it cannot be written. */
  Future<Void> order(Order order);

  /**
   * Writes an alert down.
   *
   * @return its number in the alerts channel once it is on the disk; also when the disk failed, for
   *     an alert must be shown in any case
   */
  Future<Long> alert(What what, Alert alert);
}
