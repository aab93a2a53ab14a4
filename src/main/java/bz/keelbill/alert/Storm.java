package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * "More alerts than you can read": more than ten that ring in ten minutes, or more than five of one
 * kind (EEMUA 191 calls ten in ten minutes a flood; both numbers are rules). The least urgent of
 * them are counted in one digest; each of them stays an alert of its own, nothing is dropped.
 */
final class Storm {
  /** The catalogue's word. */
  static final String KIND = "alert-storm";

  private static final String LINEAGE = "watch:alerts";
  private static final long WINDOW_MILLIS = 10 * 60_000L;

  private record Ring(long atMillis, String id, String kind, Priority priority) {}

  private final Deque<Ring> rings = new ArrayDeque<>();

  /**
   * An alert begins to ring.
   *
   * @return the storm that it is a part of, or null while they can be read
   */
  Finding rings(Alert alert, Rules rules) {
    long now = alert.finding().moment().atMillis();
    if (KIND.equals(alert.finding().kind()) || !alert.priority().rings()) {
      return null;
    }
    rings.removeIf(ring -> ring.id().equals(alert.id()));
    while (!rings.isEmpty() && now - rings.peekFirst().atMillis() > WINDOW_MILLIS) {
      rings.removeFirst();
    }
    rings.addLast(new Ring(now, alert.id(), alert.finding().kind(), alert.priority()));
    String kind = alert.finding().kind();
    int ofThisKind = (int) rings.stream().filter(ring -> ring.kind().equals(kind)).count();
    double most = rules.value(AlertSettings.STORM);
    double mostOfAKind = rules.value(AlertSettings.STORM_OF_A_KIND);
    if (rings.size() > most) {
      return storm(now, rings.size(), most, null);
    }
    return ofThisKind > mostOfAKind ? storm(now, ofThisKind, mostOfAKind, kind) : null;
  }

  /** The alerts that the digest counts: the least urgent beyond what can be read, newest last. */
  List<String> folded(Rules rules) {
    List<Ring> byUrgency = new ArrayList<>(rings);
    byUrgency.sort(Comparator.comparing(Ring::priority).thenComparingLong(Ring::atMillis));
    List<String> ids = new ArrayList<>();
    for (int i = (int) rules.value(AlertSettings.STORM_OF_A_KIND); i < byUrgency.size(); i++) {
      if (byUrgency.get(i).priority() == Priority.WARNING) {
        ids.add(byUrgency.get(i).id());
      }
    }
    return ids;
  }

  private static Finding storm(long nowMillis, int count, double most, String kind) {
    String what = kind == null ? "" : " of kind " + kind;
    return new Finding(
        KIND,
        Priority.WARNING,
        new Finding.Subject(LINEAGE, List.of(), null),
        new Finding.Moment(nowMillis, nowMillis, null),
        new Finding.Words(
            count + " alerts" + what + " in ten minutes, more than can be read",
            kind == null ? "alert.alert-storm.all" : "alert.alert-storm.kind",
            kind == null
                ? Map.of("count", count)
                : Finding.Words.values("count", count, "kind", kind),
            "ten minutes with fewer alerts, or a rule that rings less",
            List.of("whether one cause is behind them")),
        List.of(new Finding.Term("ringing", count, "", most, Double.NaN)),
        Finding.Outlook.NONE,
        List.of());
  }
}
