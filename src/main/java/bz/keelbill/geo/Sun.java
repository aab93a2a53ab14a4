package bz.keelbill.geo;

/**
 * Where the sun stands, after the low-precision formulas of the Astronomical Almanac (good to 0.01°
 * between 1950 and 2050).
 */
public final class Sun {
  private static final long J2000_MILLIS = 946_728_000_000L;
  private static final double MILLIS_PER_DAY = 86_400_000;

  /** Below this elevation it is night: the end of civil twilight, degrees. */
  public static final double NIGHT_BELOW_DEGREES = -6;

  /** Up to this latitude, north or south, most hours are day or night in every season. */
  private static final double TROPICAL_DEGREES = 30;

  /** So near to noon it is day there, the sun up to 17 minutes before or after the clock. */
  private static final double DAY_DEGREES = 75;

  /** So far from noon it is night there. */
  private static final double DARK_DEGREES = 120;

  private Sun() {}

  /** Elevation of the sun's centre above the horizon, degrees, without refraction. */
  public static double elevationDegrees(double latitude, double longitude, long atMillis) {
    double days = (atMillis - J2000_MILLIS) / MILLIS_PER_DAY;
    double meanLongitude = 280.460 + 0.9856474 * days;
    double anomaly = StrictMath.toRadians(357.528 + 0.9856003 * days);
    double ecliptic =
        StrictMath.toRadians(
            meanLongitude + 1.915 * StrictMath.sin(anomaly) + 0.020 * StrictMath.sin(2 * anomaly));
    double obliquity = StrictMath.toRadians(23.439 - 0.0000004 * days);
    double rightAscension =
        StrictMath.atan2(
            StrictMath.cos(obliquity) * StrictMath.sin(ecliptic), StrictMath.cos(ecliptic));
    double declination = StrictMath.asin(StrictMath.sin(obliquity) * StrictMath.sin(ecliptic));
    double siderealDegrees = 280.46061837 + 360.98564736629 * days + longitude;
    double hourAngle = StrictMath.toRadians(siderealDegrees) - rightAscension;
    double phi = StrictMath.toRadians(latitude);
    return StrictMath.toDegrees(
        StrictMath.asin(
            StrictMath.sin(phi) * StrictMath.sin(declination)
                + StrictMath.cos(phi) * StrictMath.cos(declination) * StrictMath.cos(hourAngle)));
  }

  /** Whether it is night: the sun more than six degrees below the horizon. */
  public static boolean isNight(double latitude, double longitude, long atMillis) {
    if (Math.abs(latitude) <= TROPICAL_DEGREES) {
      double days = atMillis / MILLIS_PER_DAY;
      double fromNoon = Math.abs(Geodesy.wrapDegrees(360 * (days - 0.5) + longitude));
      if (fromNoon <= DAY_DEGREES || fromNoon >= DARK_DEGREES) {
        return fromNoon >= DARK_DEGREES;
      }
    }
    return elevationDegrees(latitude, longitude, atMillis) < NIGHT_BELOW_DEGREES;
  }
}
