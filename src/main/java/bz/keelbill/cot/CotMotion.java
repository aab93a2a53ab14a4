package bz.keelbill.cot;

import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;

/**
 * How a device says that it moves.
 *
 * @param motion what is believed of it; never null
 * @param isPartlyRefused whether something is told that cannot be
 */
record CotMotion(Fix.Motion motion, boolean isPartlyRefused) {
  private static final double SEA_MOST_KNOTS = 100;
  private static final double AIR_MOST_KNOTS = 900;

  static CotMotion of(CotMessage.Detail detail, boolean isAirborne) {
    double knots = Units.metresPerSecondToKnots(CotValues.number(detail.speed()));
    double course = CotValues.number(detail.course());
    boolean isSpeed = knots >= 0 && knots <= (isAirborne ? AIR_MOST_KNOTS : SEA_MOST_KNOTS);
    boolean isCourse = course >= 0 && course <= 360;
    boolean isRefused = !isSpeed && isTold(detail.speed()) || !isCourse && isTold(detail.course());
    return new CotMotion(
        new Fix.Motion(
            isSpeed ? knots : Double.NaN, isCourse ? course % 360 : Double.NaN, Double.NaN),
        isRefused);
  }

  /** Whether a number says something, right or wrong. */
  private static boolean isTold(String text) {
    boolean isUnknown = CotValues.isNumber(text) && Double.isNaN(CotValues.number(text));
    return text != null && !isUnknown;
  }
}
