package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;

/**
 * How a unit meets a craft that goes on as it does now, on a straight way: whether there is land
 * between is another question.
 *
 * @param minutes until they meet; NaN if they never do, or not within the time asked for
 * @param courseDegrees to steer, true; NaN likewise
 * @param at where they meet; null likewise
 * @param earliestMinutes if the craft turns out to go as conveniently as its bounds allow
 * @param latestMinutes if it goes as inconveniently; NaN if it may not be met at all
 * @param neededKnots the slowest speed that meets it within the time asked for
 */
public record Intercept(
    double minutes,
    double courseDegrees,
    Position at,
    double earliestMinutes,
    double latestMinutes,
    double neededKnots) {
  private static final int REFINEMENTS = 6;
  private static final double CLOSE_METRES = 1;
  private static final double DIFFERENCE_MINUTES = 0.01;

  /**
   * Finds the earliest meeting.
   *
   * @param unit where the unit is
   * @param unitKnots how fast it goes
   * @param limitMinutes later than this does not count
   */
  public static Intercept of(Position unit, double unitKnots, Going craft, double limitMinutes) {
    double minutes = minutes(unit, unitKnots, craft, limitMinutes);
    double earliest = minutes;
    double latest = minutes;
    if (craft.isUnderWay()) {
      for (int faster = -1; faster <= 1; faster++) {
        for (int aside = -1; aside <= 1; aside++) {
          Going other =
              craft.with(faster * craft.speedErrorKnots(), aside * craft.courseErrorDegrees());
          double then = minutes(unit, unitKnots, other, limitMinutes);
          // A comparison with what is not a number keeps it in the latest, not in the earliest.
          earliest = then < earliest || Double.isNaN(earliest) ? then : earliest;
          latest = Math.max(latest, then);
        }
      }
    } else if (Double.isNaN(craft.speedKnots())) {
      latest = Double.NaN;
    }
    double needed = neededKnots(unit, craft, limitMinutes);
    if (Double.isNaN(minutes)) {
      return new Intercept(Double.NaN, Double.NaN, null, earliest, Double.NaN, needed);
    }
    Position at = craft.after(minutes);
    double course = Geodesy.exactBearingDegrees(unit, at);
    return new Intercept(minutes, course, at, earliest, latest, needed);
  }

  /** Whether they meet. */
  public boolean isPossible() {
    return !Double.isNaN(minutes);
  }

  /**
   * Until they meet if the craft goes on exactly so, on a plane at first, then by geodesics; off by
   * metres at most.
   *
   * @return NaN if they do not, or not within the limit
   */
  public static double minutes(Position unit, double unitKnots, Going craft, double limitMinutes) {
    double minutes = onPlane(unit, unitKnots, craft);
    for (int i = 0; i < REFINEMENTS && minutes <= limitMinutes; i++) {
      double miss = missMetres(unit, unitKnots, craft, minutes);
      if (Math.abs(miss) < CLOSE_METRES) {
        return minutes;
      }
      double later = missMetres(unit, unitKnots, craft, minutes + DIFFERENCE_MINUTES);
      double better = minutes - miss * DIFFERENCE_MINUTES / (later - miss);
      minutes = better >= 0 ? better : 0;
    }
    return minutes <= limitMinutes ? minutes : Double.NaN;
  }

  /**
   * How far the unit is still away when it has gone so long straight to where the craft is then.
   */
  private static double missMetres(Position unit, double unitKnots, Going craft, double minutes) {
    return Geodesy.exactDistanceMetres(unit, craft.after(minutes))
        - Units.knotsToMetresPerSecond(unitKnots) * minutes * 60;
  }

  /** The smallest root of |r + v t| = s t that is not negative; NaN if there is none. */
  private static double onPlane(Position unit, double unitKnots, Going craft) {
    double[] r = apart(unit, craft);
    double[] v = velocity(craft);
    double s = Units.knotsToMetresPerSecond(unitKnots) * 60;
    double a = v[0] * v[0] + v[1] * v[1] - s * s;
    double b = r[0] * v[0] + r[1] * v[1];
    double c = r[0] * r[0] + r[1] * r[1];
    double root = b * b - a * c;
    if (c < CLOSE_METRES) {
      return 0;
    }
    if (Math.abs(a) < 1e-9) {
      return b < 0 ? -c / (2 * b) : Double.NaN;
    }
    if (root < 0) {
      return Double.NaN;
    }
    double one = (-b - Math.sqrt(root)) / a;
    double other = (-b + Math.sqrt(root)) / a;
    double first = Math.min(one, other);
    double last = Math.max(one, other);
    return first >= 0 ? first : last >= 0 ? last : Double.NaN;
  }

  /**
   * The least of |r + v t| / t up to the limit: with u for 1 / t a parabola in u, lowest at −r·v /
   * r².
   */
  private static double neededKnots(Position unit, Going craft, double limitMinutes) {
    double[] r = apart(unit, craft);
    double[] v = velocity(craft);
    double square = r[0] * r[0] + r[1] * r[1];
    double lowest = square < CLOSE_METRES ? 0 : -(r[0] * v[0] + r[1] * v[1]) / square;
    double u = Math.max(1 / limitMinutes, lowest);
    double east = u * r[0] + v[0];
    double north = u * r[1] + v[1];
    return Units.metresPerSecondToKnots(Math.sqrt(east * east + north * north) / 60);
  }

  /** From the unit to the craft, metres east and north. */
  private static double[] apart(Position unit, Going craft) {
    double metres = Geodesy.exactDistanceMetres(unit, craft.from());
    double bearing = StrictMath.toRadians(Geodesy.exactBearingDegrees(unit, craft.from()));
    return new double[] {metres * StrictMath.sin(bearing), metres * StrictMath.cos(bearing)};
  }

  /** Metres a minute, east and north. */
  private static double[] velocity(Going craft) {
    if (!craft.isUnderWay()) {
      return new double[] {0, 0};
    }
    double metres = craft.metresIn(1);
    double course = StrictMath.toRadians(craft.courseDegrees());
    return new double[] {metres * StrictMath.sin(course), metres * StrictMath.cos(course)};
  }
}
