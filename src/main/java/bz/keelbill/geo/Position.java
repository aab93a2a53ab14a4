package bz.keelbill.geo;

/**
 * A point on the WGS 84 ellipsoid.
 *
 * @param latitude degrees, north positive, −90 to 90
 * @param longitude degrees, east positive, −180 to 180
 */
public record Position(double latitude, double longitude) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a coordinate is not a number or out of its range
   */
  public Position {
    if (!isValid(latitude, longitude)) {
      throw new IllegalArgumentException("no position: " + latitude + ", " + longitude);
    }
  }

  /** Whether the two numbers, in degrees, are a place on the earth. */
  public static boolean isValid(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }
}
