package bz.keelbill.alert;

import bz.keelbill.alert.Alert.State;
import bz.keelbill.rule.Priority;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people do with an alert, and when it can be done. */
public enum AlertAct {
  /** Says that somebody has seen it and has it. */
  ACK,
  /** Stops its sound for half a minute. */
  SILENCE,
  /** Gives it to somebody. */
  ASSIGN,
  /** Takes what was given. */
  ACCEPT,
  /** Lays it aside for some hours. */
  SHELVE,
  /** Takes it back to the desk. */
  UNSHELVE,
  /** Calls the contacts at once. */
  ESCALATE,
  /** Writes something beside it. */
  COMMENT,
  /** Says what it was. */
  CLOSE;

  private static final Set<State> WAITING =
      EnumSet.of(State.ACTIVE_UNACKNOWLEDGED, State.ACTIVE_SILENCED);
  private static final Set<State> ON_THE_DESK =
      EnumSet.of(
          State.ACTIVE_UNACKNOWLEDGED,
          State.ACTIVE_SILENCED,
          State.ACTIVE_ACKNOWLEDGED,
          State.RESPONSIBILITY_TRANSFERRED);

  /** The word in REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be done with an alert as it stands. Nobody lays an emergency aside. */
  public boolean isPossible(Alert alert) {
    State state = alert.state();
    return switch (this) {
      case ACK ->
          WAITING.contains(state)
              || state == State.RECTIFIED_UNACKNOWLEDGED
              || alert.isGivenButNotAccepted();
      case SILENCE -> state == State.ACTIVE_UNACKNOWLEDGED && alert.priority().rings();
      case ASSIGN -> ON_THE_DESK.contains(state);
      case ACCEPT -> alert.isGivenButNotAccepted();
      case SHELVE ->
          (WAITING.contains(state) || state == State.ACTIVE_ACKNOWLEDGED)
              && alert.priority() != Priority.EMERGENCY;
      case UNSHELVE -> state == State.SHELVED;
      case ESCALATE -> ON_THE_DESK.contains(state) && alert.priority().rings();
      case COMMENT -> alert.isOpen();
      case CLOSE -> alert.isInHand() || !alert.isOpen() && alert.history().verdict() == null;
    };
  }

  /** The acts that are possible, in their order. */
  static List<AlertAct> possible(Alert alert) {
    return List.of(values()).stream().filter(act -> act.isPossible(alert)).toList();
  }
}
