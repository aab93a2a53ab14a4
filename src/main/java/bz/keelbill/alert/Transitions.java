package bz.keelbill.alert;

import bz.keelbill.alert.Alert.State;
import bz.keelbill.rule.Priority;

/**
 * How an alert goes from state to state when people act or time passes, after IMO MSC.302(87).
 * Event time in Unix milliseconds throughout, so that a replay and a restart say the same.
 */
final class Transitions {
  private static final long SILENCE_MILLIS = 30_000;
  private static final long ACKNOWLEDGED_MILLIS = 30 * 60_000L;
  private static final long ACCEPT_MILLIS = 5 * 60_000L;

  /** A situation of which nothing was said for so long is not taken for one that lasts. */
  private static final long LASTS_MILLIS = 10 * 60_000L;

  /** Time passes in whole seconds; what ends within this one ends now. */
  private static final long SECOND_MILLIS = 1_000;

  private Transitions() {}

  static Alert acknowledged(Alert alert, String person, long atMillis) {
    return alert.in(State.ACTIVE_ACKNOWLEDGED, alert.history().acknowledged(person, atMillis));
  }

  static Alert silenced(Alert alert, long atMillis) {
    return alert.tended(State.ACTIVE_SILENCED, alert.tending().silenced(atMillis + SILENCE_MILLIS));
  }

  /** Whoever takes it himself has accepted it. */
  static Alert assigned(Alert alert, String person, String to, long atMillis) {
    long acceptedAtMillis = person.equals(to) ? atMillis : 0;
    return alert.tended(
        State.RESPONSIBILITY_TRANSFERRED,
        alert.tending().given(new Tending.Transfer(person, to, atMillis, acceptedAtMillis)));
  }

  static Alert accepted(Alert alert, long atMillis) {
    Tending.Transfer given = alert.tending().transfer().accepted(atMillis);
    return alert.tended(State.RESPONSIBILITY_TRANSFERRED, alert.tending().given(given));
  }

  static Alert shelved(Alert alert, Tending.Shelf shelf) {
    return alert.tended(State.SHELVED, alert.tending().shelved(shelf));
  }

  static Alert commented(Alert alert, Tending.Comment comment) {
    return alert.tended(alert.state(), alert.tending().commented(comment));
  }

  static Alert escalated(Alert alert, Tending.Escalation taken) {
    return alert.tended(alert.state(), alert.tending().escalated(taken));
  }

  /** It waits for somebody again, from a moment on; who had it has it no more. */
  static Alert waiting(Alert alert, long sinceMillis) {
    return alert.in(State.ACTIVE_UNACKNOWLEDGED, alert.history().waiting(sinceMillis));
  }

  /** Its condition is over, and nobody has seen it. */
  static Alert rectified(Alert alert) {
    return alert.tended(State.RECTIFIED_UNACKNOWLEDGED, alert.tending().settled());
  }

  /**
   * Whether something is said of a shelved alert that came after its shelf: only that brings it
   * back, and what is older does not.
   */
  static boolean isJudgedAfterShelf(Alert alert, long saidAtMillis) {
    return alert.state() == State.SHELVED && saidAtMillis >= alert.tending().shelf().untilMillis();
  }

  /** As it stands when time has come to a moment; the same object if that changes nothing. */
  static Alert afterTime(Alert alert, long nowMillis) {
    return switch (alert.state()) {
      case ACTIVE_SILENCED ->
          nowMillis > alert.tending().silencedUntilMillis() - SECOND_MILLIS
              ? alert.tended(State.ACTIVE_UNACKNOWLEDGED, alert.tending().silenced(0))
              : alert;
      case ACTIVE_ACKNOWLEDGED -> isForgotten(alert, nowMillis) ? waiting(alert, nowMillis) : alert;
      case RESPONSIBILITY_TRANSFERRED ->
          alert.isGivenButNotAccepted()
                  && nowMillis - alert.tending().transfer().atMillis() >= ACCEPT_MILLIS
              ? waiting(alert, nowMillis)
              : alert;
      case SHELVED ->
          nowMillis >= alert.tending().shelf().untilMillis() + LASTS_MILLIS
              ? alert.with(State.CLOSED)
              : alert;
      case ACTIVE_UNACKNOWLEDGED, RECTIFIED_UNACKNOWLEDGED, CLOSED -> alert;
    };
  }

  /** Acknowledged long since, and it lasts: somebody is asked again. Never for distress. */
  private static boolean isForgotten(Alert alert, long nowMillis) {
    Alert.History history = alert.history();
    return alert.priority().rings()
        && alert.priority() != Priority.EMERGENCY
        && nowMillis - history.acknowledgedAtMillis() >= ACKNOWLEDGED_MILLIS
        && nowMillis - history.lastTrueAtMillis() < LASTS_MILLIS;
  }
}
