package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.ALTITUDE_FT;
import static bz.keelbill.asterix.AsterixField.AZIMUTH_DEG;
import static bz.keelbill.asterix.AsterixField.LAT;
import static bz.keelbill.asterix.AsterixField.LON;
import static bz.keelbill.asterix.AsterixField.RANGE_M;
import static bz.keelbill.asterix.AsterixField.RANGE_NM;
import static bz.keelbill.asterix.AsterixField.SIGMA_X_M;
import static bz.keelbill.asterix.AsterixField.TENTATIVE;
import static bz.keelbill.asterix.AsterixField.TYPE;
import static bz.keelbill.asterix.AsterixField.X_M;
import static bz.keelbill.asterix.AsterixField.Y_M;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Reject.Reason;

/**
 * From what a record says to a place on the earth with its error.
 *
 * @param position null if there is none
 * @param accuracy null if there is no position
 * @param refused why there is no position although the record tells one; else null
 */
record Placing(Position position, Fix.Accuracy accuracy, Reason refused) {
  private static final Placing NONE = new Placing(null, null, null);

  private static final double RANGE_MARGIN = 1.1;
  private static final double EARTH_METRES = 6_371_000;
  private static final int PRIMARY = 1;

  /** Heights that a target may have of which nobody knows one; one standard deviation. */
  private static final double PRIMARY_HEIGHT_METRES = 1_000;

  private static final double AIRCRAFT_HEIGHT_METRES = 6_000;

  private static Placing refused(Reason reason) {
    return new Placing(null, null, reason);
  }

  /**
   * Places a target: by latitude and longitude, else by range and azimuth, else by the station's
   * own plane. A system's plane is nobody's but its own.
   */
  static Placing of(AsterixMessage message, Site site) {
    if (message.has(LAT) && message.has(LON)) {
      return geographic(message);
    }
    boolean isPolar = message.has(AZIMUTH_DEG);
    boolean isPlane = message.has(X_M) && message.category() != Categories.TRACKS;
    if (!isPolar && !isPlane) {
      return NONE;
    }
    if (site.position() == null) {
      return refused(Reason.UNKNOWN_STATION);
    }
    return isPolar ? polar(message, site) : plane(message, site);
  }

  private static Placing geographic(AsterixMessage message) {
    double latitude = message.value(LAT);
    double longitude = message.value(LON);
    boolean isNowhere = latitude == 0 && longitude == 0;
    if (isNowhere || !Position.isValid(latitude, longitude)) {
      return refused(Reason.OUT_OF_RANGE);
    }
    Fix.Accuracy accuracy = ErrorEllipse.of(message, latitude, message.is(TENTATIVE));
    return new Placing(new Position(latitude, longitude), accuracy, null);
  }

  private static Placing polar(AsterixMessage message, Site site) {
    Site.Noise noise = site.noise();
    double measured =
        message.has(RANGE_M)
            ? message.value(RANGE_M)
            : Units.nauticalMilesToMetres(message.value(RANGE_NM));
    double slant = measured - noise.rangeBiasMetres();
    if (!isHeard(measured, noise) || slant < 0) {
      return refused(Reason.OUT_OF_RANGE);
    }
    double bearing = message.value(AZIMUTH_DEG) - noise.bearingBiasDegrees();
    double height = heightMetres(message, site);
    double unknown = Double.isNaN(height) ? slantErrorMetres(message, slant) : 0;
    double ground =
        groundMetres(slant, Double.isNaN(height) ? site.antennaHeightMetres() : height, site);
    return at(site, bearing, ground, unknown, message.is(TENTATIVE));
  }

  private static boolean isHeard(double metres, Site.Noise noise) {
    double most = Units.nauticalMilesToMetres(noise.rangeNauticalMiles() * RANGE_MARGIN);
    return metres >= noise.blindMetres() && metres <= most;
  }

  private static Placing at(
      Site site, double bearing, double metres, double moreMetres, boolean tentative) {
    double along = StrictMath.hypot(site.noise().rangeSigmaMetres(), moreMetres);
    double across = metres * StrictMath.toRadians(site.noise().bearingSigmaDegrees());
    Position position = Geodesy.destination(site.position(), bearing, metres);
    double axis = Geodesy.normalDegrees(bearing);
    return new Placing(position, new Fix.Accuracy(along, across, axis, tentative), null);
  }

  /** The plane touches the earth at the station; its error is the track's, if that is told. */
  private static Placing plane(AsterixMessage message, Site site) {
    double x = message.value(X_M);
    double y = message.value(Y_M);
    double metres = StrictMath.hypot(x, y);
    if (!isHeard(metres, site.noise())) {
      return refused(Reason.OUT_OF_RANGE);
    }
    double bearing = Geodesy.normalDegrees(StrictMath.toDegrees(StrictMath.atan2(x, y)));
    double unknown = Heights.isAircraft(message, site) ? slantErrorMetres(message, metres) : 0;
    Placing placed = at(site, bearing, metres, unknown, message.is(TENTATIVE));
    return message.has(SIGMA_X_M)
        ? new Placing(placed.position, ErrorEllipse.ofAxes(message, message.is(TENTATIVE)), null)
        : placed;
  }

  /** What does not fly is on the sea. */
  private static double heightMetres(AsterixMessage message, Site site) {
    if (!Heights.isAircraft(message, site)) {
      return 0;
    }
    double level = Heights.pressureFeet(message);
    double feet = Double.isNaN(level) ? message.value(ALTITUDE_FT) : level;
    return feet * Units.METRES_PER_FOOT;
  }

  /**
   * The way along the ground below a slant range: of the triangle with the earth's centre.
   *
   * @return 0 if the target stands higher than it is far
   */
  private static double groundMetres(double slant, double heightMetres, Site site) {
    double antenna = site.antennaHeightMetres();
    double rise = heightMetres - antenna;
    double level =
        (slant * slant - rise * rise)
            / ((1 + heightMetres / EARTH_METRES) * (1 + antenna / EARTH_METRES));
    double chord = Math.sqrt(Math.max(0, level));
    return chord * (1 + chord * chord / (24 * EARTH_METRES * EARTH_METRES));
  }

  /** How much too far a target seems whose height nobody knows. */
  private static double slantErrorMetres(AsterixMessage message, double slant) {
    boolean isPrimary = message.whole(TYPE, PRIMARY) <= PRIMARY;
    double height = isPrimary ? PRIMARY_HEIGHT_METRES : AIRCRAFT_HEIGHT_METRES;
    return height >= slant ? slant : slant - Math.sqrt(slant * slant - height * height);
  }
}
