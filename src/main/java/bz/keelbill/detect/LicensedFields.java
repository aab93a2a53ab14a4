package bz.keelbill.detect;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;

/**
 * The fields where an aircraft may be expected to land: those that are open and have an ICAO
 * location indicator. A strip without one is as good as none.
 */
final class LicensedFields {
  private static final double METRES_PER_DEGREE = 110_000;

  private LicensedFields() {}

  static boolean isLicensed(Aerodrome aerodrome) {
    return aerodrome.open() && !aerodrome.heliport() && aerodrome.indicator() != null;
  }

  /** The nearest one; null if none is known. */
  static Aerodrome nearest(Position at, Geography geography) {
    Aerodrome nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Aerodrome aerodrome : geography.aerodromes()) {
      double north = Math.abs(aerodrome.position().latitude() - at.latitude());
      boolean mayBeNearer = north * METRES_PER_DEGREE < least && isLicensed(aerodrome);
      double metres =
          mayBeNearer ? Geodesy.distanceMetres(at, aerodrome.position()) : Double.POSITIVE_INFINITY;
      if (metres < least) {
        least = metres;
        nearest = aerodrome;
      }
    }
    return nearest;
  }

  /** Nautical miles to the nearest one; infinite if none is known. */
  static double miles(Position at, Geography geography) {
    Aerodrome nearest = nearest(at, geography);
    return nearest == null
        ? Double.POSITIVE_INFINITY
        : Geodesy.distanceMetres(at, nearest.position()) / 1852;
  }
}
