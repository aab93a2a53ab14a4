package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.COVARIANCE_M;
import static bz.keelbill.asterix.AsterixField.NACP;
import static bz.keelbill.asterix.AsterixField.NIC;
import static bz.keelbill.asterix.AsterixField.SIGMA_LAT_DEG;
import static bz.keelbill.asterix.AsterixField.SIGMA_LON_DEG;
import static bz.keelbill.asterix.AsterixField.SIGMA_X_M;
import static bz.keelbill.asterix.AsterixField.SIGMA_Y_M;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.report.Fix;

/** How well a position is known, by what its record says of it, else by what is usual. */
final class ErrorEllipse {
  private static final double NM_METRES = 1852;

  /** A radius with 95 of 100 positions is so many standard deviations of one axis. */
  private static final double SIGMAS = 2.45;

  private static final double LEAST_METRES = 5;
  private static final double USUAL_SURFACE_METRES = 15;
  private static final double USUAL_TRACK_METRES = 200;
  private static final double USUAL_ADSB_METRES = 50;
  private static final double LEAST_ADSB_METRES = 10;

  /** DO-260B, table 2-70, by category; 0 says nothing. */
  private static final double[] METRES_BY_NACP = {
    Double.NaN,
    10 * NM_METRES,
    4 * NM_METRES,
    2 * NM_METRES,
    NM_METRES,
    0.5 * NM_METRES,
    0.3 * NM_METRES,
    0.1 * NM_METRES,
    0.05 * NM_METRES,
    30,
    10,
    3
  };

  /** DO-260B, table 2-69, by category up to 5; a better one has the usual error at most. */
  private static final double[] METRES_BY_NIC = {
    NM_METRES * SIGMAS, 20 * NM_METRES, 8 * NM_METRES, 4 * NM_METRES, 2 * NM_METRES, NM_METRES
  };

  private ErrorEllipse() {}

  /** Of a position in latitude and longitude. */
  static Fix.Accuracy of(AsterixMessage message, double latitude, boolean tentative) {
    if (message.has(SIGMA_X_M)) {
      return ofAxes(message, tentative);
    }
    if (message.has(SIGMA_LAT_DEG)) {
      double north = message.value(SIGMA_LAT_DEG) * Geodesy.metresPerDegreeLatitude(latitude);
      double east = message.value(SIGMA_LON_DEG) * Geodesy.metresPerDegreeLongitude(latitude);
      return ellipse(north, east, 0, tentative);
    }
    return circle(usualMetres(message), tentative);
  }

  /** By standard deviations along east and north, turned into the axes of their ellipse. */
  static Fix.Accuracy ofAxes(AsterixMessage message, boolean tentative) {
    double east = message.value(SIGMA_X_M);
    double north = message.value(SIGMA_Y_M);
    double root = message.value(COVARIANCE_M);
    double covariance = root * Math.abs(root);
    if (Double.isNaN(root) || Math.abs(covariance) >= east * north) {
      return ellipse(north, east, 0, tentative);
    }
    double middle = (east * east + north * north) / 2;
    double reach = StrictMath.hypot((east * east - north * north) / 2, covariance);
    double fromEast = StrictMath.atan2(2 * covariance, east * east - north * north) / 2;
    return ellipse(
        Math.sqrt(middle + reach),
        Math.sqrt(Math.max(0, middle - reach)),
        Geodesy.normalDegrees(90 - StrictMath.toDegrees(fromEast)),
        tentative);
  }

  static Fix.Accuracy circle(double metres, boolean tentative) {
    return new Fix.Accuracy(metres, metres, Double.NaN, tentative);
  }

  private static Fix.Accuracy ellipse(
      double along, double across, double axisDegrees, boolean tentative) {
    return new Fix.Accuracy(
        Math.max(LEAST_METRES, along), Math.max(LEAST_METRES, across), axisDegrees, tentative);
  }

  private static double usualMetres(AsterixMessage message) {
    return switch (message.category()) {
      case Categories.SURFACE -> USUAL_SURFACE_METRES;
      case Categories.ADSB -> adsbMetres(message.whole(NACP, 0), message.whole(NIC, -1));
      default -> USUAL_TRACK_METRES;
    };
  }

  private static double adsbMetres(int nacp, int nic) {
    if (nacp > 0 && nacp < METRES_BY_NACP.length) {
      return Math.max(LEAST_ADSB_METRES, METRES_BY_NACP[nacp] / SIGMAS);
    }
    boolean isCoarse = nic >= 0 && nic < METRES_BY_NIC.length;
    return isCoarse ? METRES_BY_NIC[nic] / SIGMAS : USUAL_ADSB_METRES;
  }
}
