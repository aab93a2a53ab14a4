package bz.keelbill.track;

import java.util.Arrays;

/**
 * The arithmetic of one model's belief: place and velocity, east and north, as 4 means followed by
 * the 16 numbers of their covariance, somewhere in an array.
 */
final class Gaussian {
  /** Numbers that one belief takes. */
  static final int SIZE = 20;

  /** Where the variance of the speed eastwards lies. */
  static final int EAST_SPEED_VARIANCE = 14;

  /** Where the variance of the speed northwards lies. */
  static final int NORTH_SPEED_VARIANCE = 19;

  private static final int AXES = 4;

  private Gaussian() {}

  /** Room to work in. */
  static final class Room {
    private double determinant;
    private final double[] gain = new double[2 * AXES];
    private final double[] row = new double[2 * AXES];

    /** Of the covariance of the last innovation. */
    double determinant() {
      return determinant;
    }
  }

  /** Begins with one measurement; without a motion the craft may go anywhere. */
  static void start(double[] s, int at, Measured place, Measured motion, double unknownVariance) {
    Arrays.fill(s, at, at + SIZE, 0);
    s[at] = place.east();
    s[at + 1] = place.north();
    spread(s, at, 0, place.spread());
    if (motion == null) {
      spread(s, at, 2, new Estimate.Spread(unknownVariance, 0, unknownVariance));
    } else {
      s[at + 2] = motion.east();
      s[at + 3] = motion.north();
      spread(s, at, 2, motion.spread());
    }
  }

  private static void spread(double[] s, int at, int axis, Estimate.Spread spread) {
    s[cell(at, axis, axis)] = spread.east();
    s[cell(at, axis, axis + 1)] = spread.eastNorth();
    s[cell(at, axis + 1, axis)] = spread.eastNorth();
    s[cell(at, axis + 1, axis + 1)] = spread.north();
  }

  /**
   * The belief that has the mean and covariance of several, weighted. Done for every model at every
   * fix, so that its numbers stay out of arrays until the end.
   */
  static void mix(double[] s, double[] weights, int count, double[] to, int at) {
    double east = mean(s, weights, count, 0);
    double north = mean(s, weights, count, 1);
    double eastSpeed = mean(s, weights, count, 2);
    double northSpeed = mean(s, weights, count, 3);
    double ee = 0;
    double en = 0;
    double eu = 0;
    double ev = 0;
    double nn = 0;
    double nu = 0;
    double nv = 0;
    double uu = 0;
    double uv = 0;
    double vv = 0;
    for (int k = 0; k < count; k++) {
      double weight = weights[k];
      if (weight > 0) {
        int from = k * SIZE;
        double e = s[from] - east;
        double n = s[from + 1] - north;
        double u = s[from + 2] - eastSpeed;
        double v = s[from + 3] - northSpeed;
        ee += weight * (s[from + 4] + e * e);
        en += weight * (s[from + 5] + e * n);
        eu += weight * (s[from + 6] + e * u);
        ev += weight * (s[from + 7] + e * v);
        nn += weight * (s[from + 9] + n * n);
        nu += weight * (s[from + 10] + n * u);
        nv += weight * (s[from + 11] + n * v);
        uu += weight * (s[from + 14] + u * u);
        uv += weight * (s[from + 15] + u * v);
        vv += weight * (s[from + 19] + v * v);
      }
    }
    to[at] = east;
    to[at + 1] = north;
    to[at + 2] = eastSpeed;
    to[at + 3] = northSpeed;
    row(to, at + 4, ee, en, eu, ev);
    row(to, at + 8, en, nn, nu, nv);
    row(to, at + 12, eu, nu, uu, uv);
    row(to, at + 16, ev, nv, uv, vv);
  }

  private static void row(double[] to, int at, double e, double n, double u, double v) {
    to[at] = e;
    to[at + 1] = n;
    to[at + 2] = u;
    to[at + 3] = v;
  }

  /** One axis of the mean of several, weighted. */
  static double mean(double[] s, double[] weights, int count, int axis) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += weights[k] * s[k * SIZE + axis];
    }
    return sum;
  }

  /** Goes on at its velocity while noise of a spectral density shakes it. */
  static void predict(double[] s, int at, double seconds, double density, double wildest) {
    s[at] += seconds * s[at + 2];
    s[at + 1] += seconds * s[at + 3];
    // P := F P F' in two halves: rows, then columns.
    for (int j = 0; j < AXES; j++) {
      s[cell(at, 0, j)] += seconds * s[cell(at, 2, j)];
      s[cell(at, 1, j)] += seconds * s[cell(at, 3, j)];
    }
    for (int i = 0; i < AXES; i++) {
      s[cell(at, i, 0)] += seconds * s[cell(at, i, 2)];
      s[cell(at, i, 1)] += seconds * s[cell(at, i, 3)];
    }
    double span = Math.abs(seconds);
    double gained = Math.min(density * span, wildest * wildest);
    for (int axis = 0; axis < 2; axis++) {
      s[cell(at, axis, axis)] += gained * span * span / 3;
      s[cell(at, axis, axis + 2)] += gained * seconds / 2;
      s[cell(at, axis + 2, axis)] += gained * seconds / 2;
      s[cell(at, axis + 2, axis + 2)] += gained;
    }
  }

  /** Stops, and is moved by wind and waves only. */
  static void still(double[] s, int at, double seconds, double walk, double variance) {
    double wander = walk * seconds + variance * seconds * seconds;
    for (int i = 2; i < AXES; i++) {
      s[at + i] = 0;
      for (int j = 0; j < AXES; j++) {
        s[cell(at, i, j)] = 0;
        s[cell(at, j, i)] = 0;
      }
      s[cell(at, i, i)] = variance;
    }
    s[cell(at, 0, 0)] += wander;
    s[cell(at, 1, 1)] += wander;
  }

  /**
   * Takes a measurement of two axes, the place (0) or the velocity (2).
   *
   * @param room to work in; has the determinant of the innovation's covariance afterwards
   * @return how far from what was expected, as squared Mahalanobis distance
   */
  static double correct(double[] s, int at, int axis, Measured seen, Room room) {
    double see = s[cell(at, axis, axis)] + seen.spread().east();
    double sen = s[cell(at, axis, axis + 1)] + seen.spread().eastNorth();
    double snn = s[cell(at, axis + 1, axis + 1)] + seen.spread().north();
    double determinant = see * snn - sen * sen;
    double east = seen.east() - s[at + axis];
    double north = seen.north() - s[at + axis + 1];
    double d2 = (snn * east * east - 2 * sen * east * north + see * north * north) / determinant;
    double[] gain = room.gain;
    for (int i = 0; i < AXES; i++) {
      double pe = s[cell(at, i, axis)];
      double pn = s[cell(at, i, axis + 1)];
      gain[2 * i] = (pe * snn - pn * sen) / determinant;
      gain[2 * i + 1] = (pn * see - pe * sen) / determinant;
    }
    shrink(s, at, axis, room);
    for (int i = 0; i < AXES; i++) {
      s[at + i] += gain[2 * i] * east + gain[2 * i + 1] * north;
    }
    room.determinant = determinant;
    return d2;
  }

  /** P := P - K (the measured rows of P), kept symmetric. */
  private static void shrink(double[] s, int at, int axis, Room room) {
    double[] gain = room.gain;
    double[] row = room.row;
    System.arraycopy(s, cell(at, axis, 0), row, 0, 2 * AXES);
    for (int i = 0; i < AXES; i++) {
      for (int j = i; j < AXES; j++) {
        double less = gain[2 * i] * row[j] + gain[2 * i + 1] * row[AXES + j];
        double left = s[cell(at, i, j)] - less;
        s[cell(at, i, j)] = left;
        s[cell(at, j, i)] = left;
      }
    }
  }

  private static int cell(int at, int i, int j) {
    return at + AXES + i * AXES + j;
  }
}
