package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is worth knowing by itself and an alarm beside something else: a boat that meets another one
 * means little, until one of the two is already a case.
 */
final class Company {
  /** Kinds whose catalogue entry says "alarm with another open case". */
  private static final Set<String> RISING = Set.of("dark-contact", "rendezvous", "loitering");

  /** Kinds that are no suspicion of their own: where a craft is, and how it is heard. */
  private static final Set<String> NO_COMPANY =
      Set.of("fence-entry", "fence-exit", "fence-dwell", "fence-speed", "distress");

  /** Kinds that explain by themselves why a boat stayed: they lift no loitering. */
  private static final Set<String> STAYING =
      Set.of("go-fast", "shore-approach", "rendezvous", "mothership", "airdrop");

  private Company() {}

  /**
   * Whether an alert counts among those of a kind that rang in a case lately, so that one more is
   * worth knowing and no more: six boats that leave a drop are six alerts of one case, and whoever
   * has been rung for twice looks at it. What somebody closed is dealt with and counts no more.
   *
   * @param of the new finding
   * @param id of the alert about it
   * @param sinceMillis what was over before this is forgotten
   */
  static boolean rangBefore(Alert other, Finding of, String caseId, String id, long sinceMillis) {
    return other.caseId().equals(caseId)
        && other.finding().kind().equals(of.kind())
        && !other.id().equals(id)
        && other.priority().rings()
        && other.history().lastTrueAtMillis() >= sinceMillis
        && other.history().verdict() == null;
  }

  /** Whether others can make an alarm of it at all. */
  static boolean mayRise(Alert alert) {
    return RISING.contains(alert.finding().kind()) && Priority.ALARM.isAbove(alert.priority());
  }

  /**
   * Whether an alert that may rise does, because of the others that are open in its case.
   *
   * @param open the alerts of its case
   */
  static boolean lifts(Alert alert, Stream<Alert> open) {
    List<Alert> others = open.toList();
    return others.stream().noneMatch(other -> isSaid(alert, other))
        && others.stream().anyMatch(other -> isCompany(alert, other));
  }

  /** Six boats that lie together are fifteen pairs and one meeting: one alarm says it. */
  private static boolean isSaid(Alert alert, Alert other) {
    return other.finding().kind().equals(alert.finding().kind())
        && other.priority() == Priority.ALARM
        && other.state() != Alert.State.RECTIFIED_UNACKNOWLEDGED
        && !other.id().equals(alert.id());
  }

  private static boolean isCompany(Alert alert, Alert other) {
    String kind = other.finding().kind();
    return !kind.equals(alert.finding().kind())
        && !NO_COMPANY.contains(kind)
        && !(alert.finding().kind().equals("loitering") && STAYING.contains(kind))
        && other.priority().rings()
        && other.state() != Alert.State.CLOSED;
  }
}
