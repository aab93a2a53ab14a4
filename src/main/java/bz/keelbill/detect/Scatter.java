package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.track.History;

/** How much more positions scatter about a steady way than their sensor says that they err. */
final class Scatter {
  private static final int FEWEST = 5;
  private static final double MOST = 3;
  private static final double LEAST_SIGMA_METRES = 10;

  private double[] north = new double[32];
  private double[] east = new double[32];
  private double[] seconds = new double[32];
  private double squares;
  private double freedom;

  private Scatter() {}

  /**
   * Reads a history in pieces of one step each, in each of which the craft keeps course and speed.
   *
   * @return 1 where they scatter no more than they should or where there are too few, up to 3
   */
  static double of(History history, int first, long endMillis, long stepMillis) {
    Scatter scatter = new Scatter();
    int from = first;
    while (from < history.size() && history.atMillis(from) <= endMillis) {
      int to = from;
      while (to < history.size()
          && history.atMillis(to) <= endMillis
          && history.atMillis(to) - history.atMillis(from) < stepMillis) {
        to++;
      }
      if (to - from >= FEWEST) {
        scatter.addLine(history, from, to);
      }
      from = to;
    }
    double factor = scatter.freedom == 0 ? 1 : Math.sqrt(scatter.squares / scatter.freedom);
    return Math.min(MOST, Math.max(1, factor));
  }

  /** What a straight line through some positions leaves over, in variances as told. */
  private void addLine(History history, int from, int to) {
    int n = to - from;
    double perLat = Geodesy.metresPerDegreeLatitude(history.latitude(from));
    double perLon = Geodesy.metresPerDegreeLongitude(history.latitude(from));
    makeRoom(n);
    double variance = 0;
    for (int i = 0; i < n; i++) {
      north[i] = (history.latitude(from + i) - history.latitude(from)) * perLat;
      east[i] = (history.longitude(from + i) - history.longitude(from)) * perLon;
      seconds[i] = (history.atMillis(from + i) - history.atMillis(from)) / 1000.0;
      double sigma = Math.max(LEAST_SIGMA_METRES, history.sigmaMetres(from + i));
      variance += sigma * sigma / n;
    }
    // Radars err across the beam, not along it: the told error is that of one direction.
    squares += (residual(seconds, north, n) + residual(seconds, east, n)) / variance;
    freedom += n - 2;
  }

  private void makeRoom(int n) {
    if (n > north.length) {
      north = new double[2 * n];
      east = new double[2 * n];
      seconds = new double[2 * n];
    }
  }

  private static double residual(double[] t, double[] x, int n) {
    double meanT = mean(t, n);
    double meanX = mean(x, n);
    double tt = 0;
    double tx = 0;
    double xx = 0;
    for (int i = 0; i < n; i++) {
      tt += (t[i] - meanT) * (t[i] - meanT);
      tx += (t[i] - meanT) * (x[i] - meanX);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    return tt == 0 ? xx : xx - tx * tx / tt;
  }

  private static double mean(double[] values, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
    }
    return sum / n;
  }
}
