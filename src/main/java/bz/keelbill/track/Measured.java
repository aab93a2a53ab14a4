package bz.keelbill.track;

import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;

/**
 * What a fix says of place or velocity, with its covariance, in metres or metres per second east
 * and north.
 */
record Measured(double east, double north, Estimate.Spread spread) {
  private static final double LEAST_SIGMA_METRES = 8;

  /**
   * A radar's speed and course come out of its own filter: they lag in turns, and each says much
   * the same as the one before.
   */
  private static final double RADAR_SIGMA = 5;

  private static final double RADAR_COURSE_DEGREES = 15;
  private static final double OWN_SIGMA = 0.4;
  private static final double OWN_COURSE_DEGREES = 4;
  private static final double AIRCRAFT_SIGMA = 2;

  static Measured place(Fix fix, Filter plane) {
    Fix.Accuracy accuracy = fix.state().accuracy();
    double along = Math.max(LEAST_SIGMA_METRES, accuracy.alongMetres());
    double across = Math.max(LEAST_SIGMA_METRES, accuracy.acrossMetres());
    double axis = Double.isNaN(accuracy.axisDegrees()) ? 0 : accuracy.axisDegrees();
    return new Measured(
        plane.eastMetres(fix.position().longitude()),
        plane.northMetres(fix.position().latitude()),
        ellipse(along, across, axis));
  }

  /** Null if the sensor does not say how it moves. */
  static Measured motion(Fix fix) {
    boolean radar = fix.state().source() == Fix.Source.RADAR;
    double along = radar ? RADAR_SIGMA : fix.height() == null ? OWN_SIGMA : AIRCRAFT_SIGMA;
    double turn = radar ? RADAR_COURSE_DEGREES : OWN_COURSE_DEGREES;
    return motion(fix.motion().speedKnots(), fix.motion().courseDegrees(), along, turn);
  }

  /** A remembered position; its error is kept as a circle. */
  static Measured place(History history, int index, Filter plane) {
    double sigma = Math.max(LEAST_SIGMA_METRES, history.sigmaMetres(index));
    return new Measured(
        plane.eastMetres(history.longitude(index)),
        plane.northMetres(history.latitude(index)),
        ellipse(sigma, sigma, 0));
  }

  /** A remembered motion, taken as a radar's: the sensor is not remembered. */
  static Measured motion(History history, int index) {
    return motion(
        history.speedKnots(index), history.courseDegrees(index), RADAR_SIGMA, RADAR_COURSE_DEGREES);
  }

  private static Measured motion(double knots, double course, double along, double turnDegrees) {
    double speed = Units.knotsToMetresPerSecond(knots);
    if (Double.isNaN(speed) || (Double.isNaN(course) && speed > 1)) {
      return null;
    }
    if (Double.isNaN(course)) {
      return new Measured(0, 0, ellipse(along, along, 0));
    }
    double across = Math.max(along, speed * StrictMath.toRadians(turnDegrees));
    double angle = StrictMath.toRadians(course);
    return new Measured(
        speed * StrictMath.sin(angle),
        speed * StrictMath.cos(angle),
        ellipse(along, across, course));
  }

  private static Estimate.Spread ellipse(double along, double across, double axisDegrees) {
    if (along == across) {
      return new Estimate.Spread(along * along, 0, along * along);
    }
    double sine = StrictMath.sin(StrictMath.toRadians(axisDegrees));
    double cosine = StrictMath.cos(StrictMath.toRadians(axisDegrees));
    double a = along * along;
    double c = across * across;
    return new Estimate.Spread(
        a * sine * sine + c * cosine * cosine,
        (a - c) * sine * cosine,
        a * cosine * cosine + c * sine * sine);
  }
}
