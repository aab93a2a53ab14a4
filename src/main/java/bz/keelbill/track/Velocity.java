package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;

/**
 * A straight line fitted through the latest positions of a track: how fast and where to, and how
 * sure.
 *
 * @param speedKnots of the fitted line; NaN with fewer than two positions
 * @param courseDegrees true; NaN when the speed is unknown
 * @param sigmaKnots standard deviation of the speed
 * @param fixes how many positions carry it
 * @param spanMillis how long a time they span
 * @param misfit how much farther they lie from the line than their errors let expect, as a
 *     variance: about 1 for a steady way, more for a bend; NaN with fewer than three positions
 */
public record Velocity(
    double speedKnots,
    double courseDegrees,
    double sigmaKnots,
    int fixes,
    long spanMillis,
    double misfit) {
  /** Nothing known. */
  public static final Velocity UNKNOWN =
      new Velocity(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 0, 0, Double.NaN);

  private static final double ONE_SIDED_95 = 1.645;

  /** The speed that is exceeded with 95 % certainty, knots; NaN if the speed is unknown. */
  public double lowerKnots() {
    return speedKnots - ONE_SIDED_95 * sigmaKnots;
  }

  /** Half the width of the one-sided 95 % bound, knots. */
  public double marginKnots() {
    return ONE_SIDED_95 * sigmaKnots;
  }

  /** The line through the positions of the last so many milliseconds before the newest one. */
  public static Velocity fit(History history, long windowMillis) {
    int last = history.size() - 1;
    if (last < 1) {
      return UNKNOWN;
    }
    int first = history.firstAtOrAfter(history.atMillis(last) - windowMillis);
    return first >= last ? UNKNOWN : fit(history, first, last);
  }

  private static Velocity fit(History history, int first, int last) {
    double lat0 = history.latitude(last);
    double lon0 = history.longitude(last);
    double perLat = Geodesy.metresPerDegreeLatitude(lat0);
    double perLon = Geodesy.metresPerDegreeLongitude(lat0);
    long at0 = history.atMillis(last);
    double w = 0;
    double t = 0;
    double x = 0;
    double y = 0;
    for (int i = first; i <= last; i++) {
      double weight = weight(history, i);
      w += weight;
      t += weight * (history.atMillis(i) - at0) / 1000.0;
      x += weight * Geodesy.wrapDegrees(history.longitude(i) - lon0) * perLon;
      y += weight * (history.latitude(i) - lat0) * perLat;
    }
    t /= w;
    x /= w;
    y /= w;
    double tt = 0;
    double tx = 0;
    double ty = 0;
    double rr = 0;
    for (int i = first; i <= last; i++) {
      double weight = weight(history, i);
      double dt = (history.atMillis(i) - at0) / 1000.0 - t;
      double dx = Geodesy.wrapDegrees(history.longitude(i) - lon0) * perLon - x;
      double dy = (history.latitude(i) - lat0) * perLat - y;
      tt += weight * dt * dt;
      tx += weight * dt * dx;
      ty += weight * dt * dy;
      rr += weight * (dx * dx + dy * dy);
    }
    if (tt <= 0) {
      return UNKNOWN;
    }
    double east = tx / tt;
    double north = ty / tt;
    int fixes = last - first + 1;
    double misfit = fixes < 3 ? Double.NaN : (rr - (tx * tx + ty * ty) / tt) / (2 * fixes - 4);
    double knots = Units.metresPerSecondToKnots(Math.sqrt(east * east + north * north));
    double sigma = Units.metresPerSecondToKnots(1 / Math.sqrt(tt));
    double course = Geodesy.normalDegrees(StrictMath.toDegrees(StrictMath.atan2(east, north)));
    return new Velocity(knots, course, sigma, fixes, at0 - history.atMillis(first), misfit);
  }

  private static double weight(History history, int index) {
    double sigma = Math.max(5, history.sigmaMetres(index));
    return 1 / (sigma * sigma);
  }
}
