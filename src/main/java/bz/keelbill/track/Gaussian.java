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
    private final double[] gain = new double[2 * AXES];
    private final double[] row = new double[2 * AXES];
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

  /** The belief that has the mean and covariance of several, weighted. */
  static void mix(double[] s, double[] weights, int count, double[] to, int at) {
    Arrays.fill(to, at, at + SIZE, 0);
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < AXES; i++) {
        to[at + i] += weights[k] * s[k * SIZE + i];
      }
    }
    for (int k = 0; k < count; k++) {
      if (weights[k] > 0) {
        addSpread(s, k * SIZE, weights[k], to, at);
      }
    }
  }

  private static void addSpread(double[] s, int from, double weight, double[] to, int at) {
    for (int i = 0; i < AXES; i++) {
      double off = s[from + i] - to[at + i];
      for (int j = 0; j < AXES; j++) {
        double product = off * (s[from + j] - to[at + j]);
        to[cell(at, i, j)] += weight * (s[cell(from, i, j)] + product);
      }
    }
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
   * @param room to work in
   * @return logarithm of its likelihood, but for a constant
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
    return -0.5 * (d2 + StrictMath.log(determinant));
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
