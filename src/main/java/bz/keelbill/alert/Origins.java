package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import bz.keelbill.detect.UnreportedFlight;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where a run comes from. A drop, a mother ship and an aircraft that nothing but a radar saw are
 * where boats come from: who begins to run near one of them, soon after it, belongs to its case,
 * although a radar saw the boat too late to know it as one of those that were there. So does who
 * begins on the {@link SameWay} as another.
 */
final class Origins {
  private static final Set<String> ORIGINS = Set.of("airdrop", "mothership");

  /** What boats of a drop or of a mother ship do. */
  static final Set<String> RUNS = Set.of("go-fast", "shore-approach");

  private Origins() {}

  /** The cases that a new finding may come from, in the order of their alerts. */
  static List<String> of(Finding finding, Collection<Alert> open, Rules rules) {
    List<String> cases = new ArrayList<>();
    for (Alert alert : RUNS.contains(finding.kind()) ? open : Set.<Alert>of()) {
      boolean isOfIt =
          isOrigin(alert, finding.moment(), rules) || isOnItsWay(alert, finding, rules);
      if (isOfIt && !cases.contains(alert.caseId())) {
        cases.add(alert.caseId());
      }
    }
    return cases;
  }

  private static boolean isOnItsWay(Alert alert, Finding run, Rules rules) {
    return RUNS.contains(alert.finding().kind())
        && !alert.finding().isCanary()
        && !run.isCanary()
        && SameWay.is(alert.finding(), run, rules);
  }

  private static boolean isOrigin(Alert alert, Finding.Moment run, Rules rules) {
    Position at = alert.finding().moment().position();
    return (ORIGINS.contains(alert.finding().kind()) || isEcho(alert.finding()))
        && at != null
        && run.position() != null
        && run.atMillis() - alert.history().lastTrueAtMillis()
            <= rules.millis(AlertSettings.RUNS_AFTER)
        && Geodesy.distanceMetres(at, run.position())
            <= Units.nauticalMilesToMetres(rules.value(AlertSettings.RUNS_WITHIN));
  }

  /** A flight that tells nothing of itself: one that drops something has its transponder off. */
  private static boolean isEcho(Finding flight) {
    return flight.kind().equals(UnreportedFlight.KIND)
        && flight.subject().lineage().startsWith("radar:");
  }
}
