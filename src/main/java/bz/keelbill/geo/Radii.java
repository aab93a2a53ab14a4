package bz.keelbill.geo;

/**
 * How many metres a degree is, by the ellipsoid's two local radii: worked out once for each
 * fiftieth of a degree of latitude, and taken as straight between, which is 0.3 mm off in 20 km.
 *
 * <p>Distances are asked for more often than anything else, and a cosine takes as long as all the
 * rest of one.
 */
final class Radii {
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
  private static final int STEPS_A_DEGREE = 50;
  private static final int STEPS = 180 * STEPS_A_DEGREE;
  private static final double[] LATITUDE = new double[STEPS + 1];
  private static final double[] LONGITUDE = new double[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      double cosine = StrictMath.cos(StrictMath.toRadians((double) i / STEPS_A_DEGREE - 90));
      double w = 1 - ECCENTRICITY_SQUARED * (1 - cosine * cosine);
      double meridional = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
      double normal = SEMI_MAJOR_METRES / Math.sqrt(w);
      LATITUDE[i] = meridional * Math.PI / 180;
      LONGITUDE[i] = normal * Math.max(0, cosine) * Math.PI / 180;
    }
  }

  private Radii() {}

  /** Metres of one degree of latitude: the meridional radius of curvature. */
  static double metresPerDegreeLatitude(double latitude) {
    return between(LATITUDE, latitude);
  }

  /** Metres of one degree of longitude: the normal radius times the latitude's cosine. */
  static double metresPerDegreeLongitude(double latitude) {
    return between(LONGITUDE, latitude);
  }

  private static double between(double[] table, double latitude) {
    double steps = (latitude + 90) * STEPS_A_DEGREE;
    int below = Math.max(0, Math.min((int) steps, STEPS - 1));
    return table[below] + (steps - below) * (table[below + 1] - table[below]);
  }
}
