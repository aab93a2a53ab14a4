package bz.keelbill.adsb;

/**
 * Compact position reporting (DO-260B, appendix A.1.7): a position as two 17-bit fractions of a
 * zone, in one of two grids whose zones differ a little in size.
 *
 * <p>One message of each grid, near enough in time, fix the zone; so does a place known to be near.
 * Pure arithmetic: {@link Trail} decides what may be believed. An instance holds the last result,
 * so that nothing is allocated; one thread.
 */
final class Cpr {
  private static final double STEPS = 1 << 17;
  private static final int EVEN_ZONES = 60;
  private static final int ODD_ZONES = 59;

  /** Below the latitude at index n there are at least n zones of longitude; 2 to 59. */
  private static final double[] EDGES = edges();

  /** How many there are at the lower edge of each whole degree: a start for the last steps. */
  private static final int[] BY_DEGREE = byDegree();

  private double latitude;
  private double longitude;

  private static double[] edges() {
    double[] edges = new double[EVEN_ZONES];
    double numerator = 1 - StrictMath.cos(Math.PI / (2 * 15));
    for (int zones = 2; zones < EVEN_ZONES; zones++) {
      double denominator = 1 - StrictMath.cos(2 * Math.PI / zones);
      edges[zones] =
          StrictMath.toDegrees(StrictMath.acos(StrictMath.sqrt(numerator / denominator)));
    }
    // At 87 degrees itself there are still two zones.
    edges[2] = Math.nextUp(87.0);
    return edges;
  }

  private static int[] byDegree() {
    int[] zones = new int[91];
    for (int degree = 0; degree <= 90; degree++) {
      int count = 59;
      while (count > 1 && degree >= EDGES[count]) {
        count--;
      }
      zones[degree] = count;
    }
    return zones;
  }

  /**
   * How many zones of longitude there are at a latitude: 59 at the equator, 1 beyond 87 degrees.
   */
  static int zonesAt(double latitude) {
    double north = Math.abs(latitude);
    int zones = BY_DEGREE[(int) north];
    while (zones > 1 && north >= EDGES[zones]) {
      zones--;
    }
    return zones;
  }

  /** The latitude found last, degrees. */
  double latitude() {
    return latitude;
  }

  /** The longitude found last, degrees, −180 to below 180. */
  double longitude() {
    return longitude;
  }

  /**
   * Finds the position of one message from a place at most half a zone away.
   *
   * @param odd the message's grid
   * @param yz its latitude, 17 bits
   * @param xz its longitude, 17 bits
   * @param surface whether zones are those of the surface: a quarter
   * @param nearLatitude the known place, degrees
   * @param nearLongitude the known place, degrees
   * @return whether there is such a place
   */
  boolean local(
      boolean odd, int yz, int xz, boolean surface, double nearLatitude, double nearLongitude) {
    double span = surface ? 90 : 360;
    double height = span / (odd ? ODD_ZONES : EVEN_ZONES);
    double lat = nearest(nearLatitude, yz / STEPS, height);
    if (!(Math.abs(lat) <= 90)) {
      return false;
    }
    double width = span / Math.max(1, zonesAt(lat) - (odd ? 1 : 0));
    latitude = lat;
    longitude = wrapped(nearest(nearLongitude, xz / STEPS, width));
    return true;
  }

  /** The place of a fraction within its zone that is nearest to a given one. */
  private static double nearest(double near, double fraction, double zone) {
    double zones = near / zone;
    return zone * (Math.floor(zones - fraction + 0.5) + fraction);
  }

  /**
   * Finds the position of an airborne message with one of the other grid.
   *
   * @param newerIsOdd which of the two gives the position
   * @return whether the two fix a position: their zones of longitude are equally many
   */
  boolean global(int evenYz, int evenXz, int oddYz, int oddXz, boolean newerIsOdd) {
    return global(360, evenYz, evenXz, oddYz, oddXz, newerIsOdd, 0, 0);
  }

  /**
   * Finds the position of a surface message with one of the other grid: of the two latitudes and
   * four longitudes the ones nearest to a place that is less than 45 degrees away.
   */
  boolean globalSurface(
      int evenYz,
      int evenXz,
      int oddYz,
      int oddXz,
      boolean newerIsOdd,
      double nearLatitude,
      double nearLongitude) {
    return global(90, evenYz, evenXz, oddYz, oddXz, newerIsOdd, nearLatitude, nearLongitude);
  }

  private boolean global(
      double span,
      int evenYz,
      int evenXz,
      int oddYz,
      int oddXz,
      boolean newerIsOdd,
      double nearLatitude,
      double nearLongitude) {
    double even = evenYz / STEPS;
    double odd = oddYz / STEPS;
    double row = Math.floor(ODD_ZONES * even - EVEN_ZONES * odd + 0.5);
    double evenLat =
        latitude(span / EVEN_ZONES * (modulo(row, EVEN_ZONES) + even), span, nearLatitude);
    double oddLat = latitude(span / ODD_ZONES * (modulo(row, ODD_ZONES) + odd), span, nearLatitude);
    if (!(Math.abs(evenLat) <= 90) || !(Math.abs(oddLat) <= 90)) {
      return false;
    }
    int zones = zonesAt(evenLat);
    if (zones != zonesAt(oddLat)) {
      return false;
    }
    double column = Math.floor((evenXz * (zones - 1) - (double) oddXz * zones) / STEPS + 0.5);
    int count = Math.max(1, newerIsOdd ? zones - 1 : zones);
    double fraction = (newerIsOdd ? oddXz : evenXz) / STEPS;
    double lon = span / count * (modulo(column, count) + fraction);
    latitude = newerIsOdd ? oddLat : evenLat;
    longitude =
        wrapped(span == 360 ? lon : lon + 90 * Math.floor((nearLongitude - lon) / 90 + 0.5));
    return true;
  }

  /** The zones count from the equator northwards round the earth; on the surface to 90 degrees. */
  private static double latitude(double lat, double span, double near) {
    if (span == 360) {
      return lat >= 270 ? lat - 360 : lat;
    }
    return near - lat < -45 ? lat - 90 : lat;
  }

  private static double modulo(double number, int count) {
    return number - count * Math.floor(number / count);
  }

  private static double wrapped(double degrees) {
    double turned = degrees - 360 * Math.floor((degrees + 180) / 360);
    return turned < -180 ? turned + 360 : turned; // a hair west of the date line
  }
}
