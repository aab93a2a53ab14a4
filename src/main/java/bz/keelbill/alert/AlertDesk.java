package bz.keelbill.alert;

import bz.keelbill.alert.AlertBook.What;
import java.util.function.UnaryOperator;

/**
 * The acts of people on the open alerts of a book. Each gives the alert as it stands now, or null
 * if it is not open or that cannot be done with it now.
 *
 * <p>Belongs to the one thread of its Watch. Times are Unix milliseconds.
 */
public final class AlertDesk {
  private final AlertBook book;

  AlertDesk(AlertBook book) {
    this.book = book;
  }

  /** Somebody stops an alert's sound for half a minute. */
  public Alert silence(String id, long atMillis) {
    return done(
        id, AlertAct.SILENCE, What.SILENCED, alert -> Transitions.silenced(alert, atMillis));
  }

  /** Somebody gives an alert to somebody, or takes it himself. */
  public Alert assign(String id, String person, String to, long atMillis) {
    return done(
        id,
        AlertAct.ASSIGN,
        What.ASSIGNED,
        alert -> Transitions.assigned(alert, person, to, atMillis));
  }

  /** Whoever was given an alert takes it. */
  public Alert accept(String id, long atMillis) {
    return done(id, AlertAct.ACCEPT, What.ACCEPTED, alert -> Transitions.accepted(alert, atMillis));
  }

  /** Somebody lays an alert aside. */
  public Alert shelve(String id, Tending.Shelf shelf) {
    return done(id, AlertAct.SHELVE, What.SHELVED, alert -> Transitions.shelved(alert, shelf));
  }

  /** Somebody takes an alert back to the desk. */
  public Alert unshelve(String id, long atMillis) {
    return done(
        id, AlertAct.UNSHELVE, What.RANG_AGAIN, alert -> Transitions.waiting(alert, atMillis));
  }

  /** An alert that nobody answers is made heard by another way. */
  public Alert escalate(String id, Tending.Escalation taken) {
    return done(
        id, AlertAct.ESCALATE, What.ESCALATED, alert -> Transitions.escalated(alert, taken));
  }

  /** Somebody writes something beside an alert. */
  public Alert comment(String id, Tending.Comment comment) {
    return done(
        id, AlertAct.COMMENT, What.COMMENTED, alert -> Transitions.commented(alert, comment));
  }

  private Alert done(String id, AlertAct act, What what, UnaryOperator<Alert> how) {
    Alert alert = book.find(id);
    if (alert == null || !act.isPossible(alert)) {
      return null;
    }
    Alert now = how.apply(alert);
    book.put(what, now);
    return now;
  }
}
