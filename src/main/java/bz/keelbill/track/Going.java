package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;

/**
 * Where a craft is and how it goes, with how sure that is: bounds that hold with about 95 %.
 *
 * @param from where it is
 * @param errorMetres how far off it may be
 * @param speedKnots over ground; NaN unknown
 * @param speedErrorKnots how much more or less it may be; NaN where the speed is
 * @param courseDegrees over ground, true; NaN unknown, or lies still
 * @param courseErrorDegrees how far it may head to either side of it; NaN where the course is
 */
public record Going(
    Position from,
    double errorMetres,
    double speedKnots,
    double speedErrorKnots,
    double courseDegrees,
    double courseErrorDegrees) {
  /** Of a Gaussian in the plane, in standard deviations. */
  private static final double RADIUS_95 = 2.448;

  private static final double LINE_95 = 1.96;
  private static final double LEAST_ERROR_METRES = 20;
  private static final double OWN_WORD_KNOTS = 0.5;
  private static final double OWN_WORD_DEGREES = 2;
  private static final double SEEN_KNOTS = 10;
  private static final double SEEN_DEGREES = 45;
  private static final double STEADY_KNOTS = 1;

  /** As it was at the track's newest position; null if it never had one. */
  public static Going of(Track track) {
    if (track.latest() == null) {
      return null;
    }
    double knots = track.speedKnots();
    double error = speedErrorKnots(track);
    double course = knots >= STEADY_KNOTS ? track.courseDegrees() : Double.NaN;
    return new Going(
        track.position(),
        Math.max(LEAST_ERROR_METRES, RADIUS_95 * track.sigmaMetres()),
        knots,
        Double.isNaN(knots) ? Double.NaN : error,
        course,
        Double.isNaN(course) ? Double.NaN : courseErrorDegrees(track, knots, error));
  }

  /** As {@link #of}, gone on to a later time. */
  public static Going at(Track track, long millis) {
    Going last = of(track);
    if (last == null) {
      return null;
    }
    double minutes = Math.max(0, (millis - track.latest().atMillis()) / 60_000.0);
    return new Going(
        last.after(minutes),
        last.errorMetres,
        last.speedKnots,
        last.speedErrorKnots,
        last.courseDegrees,
        last.courseErrorDegrees);
  }

  private static double speedErrorKnots(Track track) {
    if (track.latest().state().source() == Fix.Source.SIGHTING) {
      return SEEN_KNOTS;
    }
    if (track.identity().isCooperative()) {
      return OWN_WORD_KNOTS;
    }
    return LINE_95 * track.estimateAt(track.latest().atMillis()).sigmaKnots();
  }

  /** What throws the speed off by so much throws the course off likewise, sideways. */
  private static double courseErrorDegrees(Track track, double knots, double errorKnots) {
    if (track.latest().state().source() == Fix.Source.SIGHTING) {
      return SEEN_DEGREES;
    }
    return OWN_WORD_DEGREES + StrictMath.toDegrees(StrictMath.atan2(errorKnots, knots));
  }

  /** Whether it is known to be moving, and where to. */
  public boolean isUnderWay() {
    return !Double.isNaN(courseDegrees) && speedKnots >= STEADY_KNOTS;
  }

  /** Where it will be if it goes on like this; where it is if it does not move or nobody knows. */
  public Position after(double minutes) {
    return isUnderWay() ? Geodesy.destination(from, courseDegrees, metresIn(minutes)) : from;
  }

  /** How far it goes in a time, metres. */
  public double metresIn(double minutes) {
    return Units.knotsToMetresPerSecond(speedKnots) * minutes * 60;
  }

  /** The same craft if it goes so much faster and so much further to the right. */
  Going with(double moreKnots, double moreDegrees) {
    return new Going(
        from,
        errorMetres,
        Math.max(0, speedKnots + moreKnots),
        speedErrorKnots,
        Geodesy.normalDegrees(courseDegrees + moreDegrees),
        courseErrorDegrees);
  }
}
