package bz.keelbill.report;

import bz.keelbill.geo.Position;

/**
 * One craft seen at one place.
 *
 * @param origin where and when
 * @param contact whose position it is
 * @param position where, or null if the sensor heard the craft without a usable position (a class A
 *     ship with its satellite receiver off): motion and status still count
 * @param motion how it moves; never null
 * @param height how high; null for vessels
 * @param state what the sensor says about it besides; never null
 */
public record Fix(
    Origin origin, ContactId contact, Position position, Motion motion, Height height, State state)
    implements Report {

  @Override
  public Kind kind() {
    return Kind.FIX;
  }

  /** When it happened, Unix time in milliseconds. */
  public long atMillis() {
    return origin.eventAtMillis();
  }

  /**
   * Speed and direction as the sensor gives them.
   *
   * @param speedKnots over ground, 0 or more; NaN unknown
   * @param courseDegrees over ground, true, 0 to below 360; NaN unknown
   * @param headingDegrees where the bow points, true, 0 to below 360; NaN unknown
   */
  public record Motion(double speedKnots, double courseDegrees, double headingDegrees) {
    /** Nothing known. */
    public static final Motion UNKNOWN = new Motion(Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * An aircraft's height.
   *
   * @param altitudeFeet pressure altitude, or height above the ellipsoid if {@code geometric}; NaN
   *     unknown
   * @param geometric whether the altitude is a satellite one
   * @param verticalRateFeetPerMinute climbing positive; NaN unknown
   * @param onGround true, false, or null when the sensor does not say
   */
  public record Height(
      double altitudeFeet, boolean geometric, double verticalRateFeetPerMinute, Boolean onGround) {}

  /**
   * What comes with a position.
   *
   * @param source what kind of sensor measured it
   * @param accuracy how well, and whether the target is confirmed
   * @param navigationStatus AIS navigational status 0 to 15 (M.1371-5, table 45), or null when the
   *     sensor has no such field
   */
  public record State(Source source, Accuracy accuracy, Integer navigationStatus) {}

  /** What kind of sensor measured a position. */
  public enum Source {
    /** AIS class A equipment (types 1 to 3, 27). */
    AIS_CLASS_A,
    /** AIS class B equipment (types 18, 19). */
    AIS_CLASS_B,
    /** A search-and-rescue aircraft's AIS (type 9). */
    AIS_AIRCRAFT,
    /** An AIS base station (types 4, 11). */
    AIS_BASE,
    /** An AIS aid to navigation (type 21). */
    AIS_AID,
    /** An aircraft's own satellite position (ADS-B). */
    ADSB,
    /** An aircraft's position that a ground station sends again or measured (ADS-R, TIS-B). */
    REBROADCAST,
    /** A position computed from arrival times of Mode S replies. */
    MLAT,
    /** A radar plot or tracked target. */
    RADAR,
    /** A fishing vessel's tracking box. */
    VMS,
    /** A patrol's own device (Cursor on Target). */
    COT,
    /** A person's eyes. */
    SIGHTING,
    /** A satellite's picture. */
    SATELLITE
  }

  /**
   * How well a position is known.
   *
   * @param alongMetres standard deviation along the line of sight from the station, or in any
   *     direction where the sensor has none; metres
   * @param acrossMetres standard deviation across it, metres
   * @param axisDegrees true direction of "along"; NaN where the error is a circle
   * @param tentative whether the sensor itself is not yet sure that there is a target
   */
  public record Accuracy(
      double alongMetres, double acrossMetres, double axisDegrees, boolean tentative) {

    /** A circular error of the given standard deviation, confirmed. */
    public static Accuracy circle(double sigmaMetres) {
      return new Accuracy(sigmaMetres, sigmaMetres, Double.NaN, false);
    }

    /** The larger of the two standard deviations, metres. */
    public double worstMetres() {
      return Math.max(alongMetres, acrossMetres);
    }
  }
}
