package bz.keelbill.geo;

/** The conversions between the units of sea and sky and SI; exact by definition. */
public final class Units {
  /** One international nautical mile in metres. */
  public static final double METRES_PER_NAUTICAL_MILE = 1852;

  /** One knot in metres per second. */
  public static final double METRES_PER_SECOND_PER_KNOT = METRES_PER_NAUTICAL_MILE / 3600;

  /** One foot in metres. */
  public static final double METRES_PER_FOOT = 0.3048;

  private Units() {}

  /** Nautical miles to metres. */
  public static double nauticalMilesToMetres(double nauticalMiles) {
    return nauticalMiles * METRES_PER_NAUTICAL_MILE;
  }

  /** Metres to nautical miles. */
  public static double metresToNauticalMiles(double metres) {
    return metres / METRES_PER_NAUTICAL_MILE;
  }

  /** Knots to metres per second. */
  public static double knotsToMetresPerSecond(double knots) {
    return knots * METRES_PER_SECOND_PER_KNOT;
  }

  /** Metres per second to knots. */
  public static double metresPerSecondToKnots(double metresPerSecond) {
    return metresPerSecond / METRES_PER_SECOND_PER_KNOT;
  }

  /** Metres to feet. */
  public static double metresToFeet(double metres) {
    return metres / METRES_PER_FOOT;
  }
}
