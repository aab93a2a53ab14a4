package bz.keelbill.radar;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.radar.RadarSentence.OfTarget;
import bz.keelbill.radar.RadarSentence.Polar;
import bz.keelbill.radar.RadarSentence.Status;
import bz.keelbill.radar.RadarSentence.Tll;
import bz.keelbill.radar.RadarSentence.Ttm;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Reject.Reason;

/**
 * From what one radar measured to a place on the earth with its error.
 *
 * @param position null if it was refused
 * @param accuracy null if it was refused
 * @param refused why there is no position; null if there is one
 */
record Placing(Position position, Fix.Accuracy accuracy, Reason refused) {
  private static final double METRES_PER_KILOMETRE = 1000;
  private static final double METRES_PER_STATUTE_MILE = 1609.344;
  private static final double RANGE_MARGIN = 1.1;
  private static final double MAX_SPEED_KNOTS = 100;

  private static Placing refused(Reason reason) {
    return new Placing(null, null, reason);
  }

  /**
   * Places a target.
   *
   * @param station its radar; null only for a target that gives its own place
   */
  static Placing of(OfTarget ofTarget, Station station) {
    boolean tentative = ofTarget.target().status() == Status.ACQUIRING;
    return ofTarget instanceof Ttm ttm
        ? of(ttm, station, tentative)
        : of((Tll) ofTarget, station, tentative);
  }

  /** By the exact geodesic from its station. */
  private static Placing of(Ttm ttm, Station station, boolean tentative) {
    Polar place = ttm.place();
    double metres = place.length() * metresPerUnit(ttm.units());
    if (place.degrees() < 0 || place.degrees() > 360 || !isHeard(metres, station)) {
      return refused(Reason.OUT_OF_RANGE);
    }
    if (station.position() == null) {
      return refused(Reason.POSITION_MISSING);
    }
    double bearing = trueDegrees(place, station) - station.noise().bearingBiasDegrees();
    if (Double.isNaN(bearing)) {
      return refused(Reason.HEADING_MISSING);
    }
    double corrected = Math.max(0, metres - station.noise().rangeBiasMetres());
    Position position = Geodesy.destination(station.position(), bearing, corrected);
    return new Placing(position, accuracy(station, bearing, corrected, tentative), null);
  }

  /** Where it says, with the error of its radar, or a mile if that is not known. */
  private static Placing of(Tll tll, Station station, boolean tentative) {
    if (tll.latitude() == 0 && tll.longitude() == 0) {
      return refused(Reason.OUT_OF_RANGE);
    }
    Position position = new Position(tll.latitude(), tll.longitude());
    if (station == null || station.position() == null) {
      double sigma = Units.METRES_PER_NAUTICAL_MILE;
      return new Placing(position, new Fix.Accuracy(sigma, sigma, Double.NaN, tentative), null);
    }
    double metres = Geodesy.exactDistanceMetres(station.position(), position);
    if (!isHeard(metres, station)) {
      return refused(Reason.OUT_OF_RANGE);
    }
    double bearing = Geodesy.exactBearingDegrees(station.position(), position);
    return new Placing(position, accuracy(station, bearing, metres, tentative), null);
  }

  /** Nearer a radar sees itself, farther it sees nothing. */
  private static boolean isHeard(double metres, Station station) {
    return metres >= station.reach().blindMetres() && !isBeyond(metres, station);
  }

  private static boolean isBeyond(double metres, Station station) {
    double miles = station.reach().rangeNauticalMiles() * RANGE_MARGIN;
    return metres > Units.nauticalMilesToMetres(miles);
  }

  /** Whether a radar tells a distance that it cannot see, so that its units may be wrong. */
  static boolean isBeyondRange(Ttm ttm, Station station) {
    return isBeyond(ttm.place().length() * metresPerUnit(ttm.units()), station);
  }

  private static Fix.Accuracy accuracy(
      Station station, double bearing, double metres, boolean tentative) {
    double across = metres * StrictMath.toRadians(station.noise().bearingSigmaDegrees());
    return new Fix.Accuracy(
        station.noise().rangeSigmaMetres(), across, Geodesy.normalDegrees(bearing), tentative);
  }

  /**
   * The radar's own idea of the target's motion, as far as it can be believed. What is relative to
   * a boat that moves itself says nothing of the target alone.
   */
  static Fix.Motion motion(Ttm ttm, Station station) {
    Polar vector = ttm.vector();
    boolean placeable =
        !vector.relative() || !station.isMoving() && !Double.isNaN(station.headingDegrees());
    double knots =
        Units.metresPerSecondToKnots(vector.length() * metresPerUnit(ttm.units()) / 3600);
    boolean speedSane = placeable && knots >= 0 && knots <= MAX_SPEED_KNOTS;
    boolean courseSane = placeable && vector.degrees() >= 0 && vector.degrees() <= 360;
    return new Fix.Motion(
        speedSane ? knots : Double.NaN,
        courseSane ? Geodesy.normalDegrees(trueDegrees(vector, station)) : Double.NaN,
        ttm.headingDegrees());
  }

  private static double trueDegrees(Polar polar, Station station) {
    return polar.relative() ? polar.degrees() + station.headingDegrees() : polar.degrees();
  }

  private static double metresPerUnit(char units) {
    return switch (units) {
      case 'K' -> METRES_PER_KILOMETRE;
      case 'S' -> METRES_PER_STATUTE_MILE;
      default -> Units.METRES_PER_NAUTICAL_MILE;
    };
  }
}
