package bz.keelbill.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * Distances, bearings and destinations on WGS 84.
 *
 * <p>The short forms use the ellipsoid's two local radii at the middle latitude: some ns, 0.13 m
 * off at 20 km, for the hot path and for anything nearer than about 200 km. The exact forms are
 * Karney's geodesics.
 */
public final class Geodesy {
  private Geodesy() {}

  /** Metres between two points by local radii; see the class for its error. */
  public static double distanceMetres(Position from, Position to) {
    return distanceMetres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
  }

  /** Metres between two points in degrees by local radii; see the class for its error. */
  public static double distanceMetres(double lat1, double lon1, double lat2, double lon2) {
    double middle = (lat1 + lat2) / 2;
    double north = (lat2 - lat1) * Radii.metresPerDegreeLatitude(middle);
    double east = wrapDegrees(lon2 - lon1) * Radii.metresPerDegreeLongitude(middle);
    return Math.sqrt(north * north + east * east);
  }

  /** Degrees true, 0 to below 360, of the way from one point to another, by local radii. */
  public static double bearingDegrees(Position from, Position to) {
    double middle = (from.latitude() + to.latitude()) / 2;
    double north = (to.latitude() - from.latitude()) * Radii.metresPerDegreeLatitude(middle);
    double east =
        wrapDegrees(to.longitude() - from.longitude()) * Radii.metresPerDegreeLongitude(middle);
    return normalDegrees(StrictMath.toDegrees(StrictMath.atan2(east, north)));
  }

  /** Metres of the geodesic between two points, exact to nanometres. */
  public static double exactDistanceMetres(Position from, Position to) {
    return inverse(from, to).s12;
  }

  /** Degrees true, 0 to below 360, in which the geodesic leaves {@code from} towards {@code to}. */
  public static double exactBearingDegrees(Position from, Position to) {
    return normalDegrees(inverse(from, to).azi1);
  }

  /**
   * The point reached along the geodesic.
   *
   * @param bearingDegrees true
   * @param metres along the ellipsoid
   */
  public static Position destination(Position from, double bearingDegrees, double metres) {
    GeodesicData end =
        Geodesic.WGS84.Direct(
            from.latitude(),
            from.longitude(),
            bearingDegrees,
            metres,
            GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    return new Position(end.lat2, end.lon2);
  }

  /**
   * The point reached by local radii: for short ways that feed decisions; 0.1 % off at 20 km.
   *
   * @param bearingDegrees true
   * @param metres up to some kilometres
   */
  public static Position offset(Position from, double bearingDegrees, double metres) {
    double angle = bearingDegrees * Math.PI / 180;
    double north = metres * StrictMath.cos(angle) / metresPerDegreeLatitude(from.latitude());
    double east = metres * StrictMath.sin(angle) / metresPerDegreeLongitude(from.latitude());
    return new Position(from.latitude() + north, wrapDegrees(from.longitude() + east));
  }

  /** Metres of one degree of latitude at a latitude: the meridional radius of curvature. */
  public static double metresPerDegreeLatitude(double latitude) {
    return Radii.metresPerDegreeLatitude(latitude);
  }

  /** Metres of one degree of longitude at a latitude: the normal radius times its cosine. */
  public static double metresPerDegreeLongitude(double latitude) {
    return Radii.metresPerDegreeLongitude(latitude);
  }

  /** The smallest turn between two directions, 0 to 180 degrees. */
  public static double turnDegrees(double oneDegrees, double otherDegrees) {
    return Math.abs(wrapDegrees(oneDegrees - otherDegrees));
  }

  /** A direction brought into 0 to below 360 degrees. */
  public static double normalDegrees(double degrees) {
    double turned = degrees % 360;
    return turned < 0 ? turned + 360 : turned + 0.0;
  }

  /** An angle brought into −180 to 180 degrees. */
  public static double wrapDegrees(double degrees) {
    if (degrees >= -180 && degrees <= 180) {
      return degrees;
    }
    double turned = normalDegrees(degrees);
    return turned > 180 ? turned - 360 : turned;
  }

  private static GeodesicData inverse(Position from, Position to) {
    return Geodesic.WGS84.Inverse(
        from.latitude(),
        from.longitude(),
        to.latitude(),
        to.longitude(),
        GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
  }
}
