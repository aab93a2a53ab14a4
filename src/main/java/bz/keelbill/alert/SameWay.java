package bz.keelbill.alert;

import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import java.util.List;

/**
 * Boats that run the same way one behind the other, and one that the radar lost and found again
 * farther on, are one situation: a run that begins where another one passed lately, or would be by
 * now, goes on with its case.
 */
final class SameWay {
  /**
   * What a straight line misses by: of each mile between what was seen and where the other begins.
   */
  private static final double ASTRAY = 0.15;

  private static final double MOST_TURN_DEGREES = 75;

  /** Between the first and the last report that decided. */
  private record Way(Evidence first, Evidence last) {
    static Way of(Finding run) {
      List<Evidence> placed = run.evidence().stream().filter(e -> e.position() != null).toList();
      return placed.size() < 2 ? null : new Way(placed.get(0), placed.get(placed.size() - 1));
    }

    double metres() {
      return Geodesy.distanceMetres(first.position(), last.position());
    }

    double courseDegrees() {
      return Geodesy.bearingDegrees(first.position(), last.position());
    }

    double metresPerMilli() {
      return metres() / (last.atMillis() - first.atMillis());
    }

    boolean isOne() {
      return last.atMillis() > first.atMillis() && metres() > 0;
    }
  }

  private SameWay() {}

  /** Whether a run begins on the way of one that was told before. */
  static boolean is(Finding told, Finding run, Rules rules) {
    Way earlier = Way.of(told);
    Way later = Way.of(run);
    return earlier != null
        && later != null
        && earlier.isOne()
        && later.isOne()
        && isInTime(earlier, later, rules)
        && Geodesy.turnDegrees(earlier.courseDegrees(), later.courseDegrees()) <= MOST_TURN_DEGREES
        && passes(earlier, later.first(), rules);
  }

  private static boolean isInTime(Way earlier, Way later, Rules rules) {
    long since = later.first().atMillis() - earlier.last().atMillis();
    return since <= rules.millis(AlertSettings.RUNS_AFTER);
  }

  private static boolean passes(Way way, Evidence begin, Rules rules) {
    Position last = way.last().position();
    double metres = Geodesy.distanceMetres(last, begin.position());
    double bearing = Geodesy.bearingDegrees(last, begin.position());
    double turn = Math.toRadians(bearing - way.courseDegrees());
    double ahead = metres * Math.cos(turn);
    double aside = Math.abs(metres * Math.sin(turn));
    double passedMillis = way.last().atMillis() + ahead / way.metresPerMilli();
    double within = Units.nauticalMilesToMetres(rules.value(AlertSettings.SAME_WAY));
    return aside <= within + ASTRAY * Math.abs(ahead)
        && Math.abs(passedMillis - begin.atMillis()) <= rules.millis(AlertSettings.SAME_WAY_FOR);
  }
}
