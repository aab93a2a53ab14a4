package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.History;

/**
 * The way of a craft in equal steps back from a moment, each the mean of what was seen in it, so
 * that noise does not look like movement. Two trails of one moment can be compared step by step.
 *
 * <p>How far off each position may be is what its sensor says, or more if the positions scatter
 * more than that: radars err more than their data sheets. A step in which nothing was heard lies
 * between those before and after it, if they are no more than ten minutes apart: class B at rest
 * speaks every three. What was heard a few minutes before the moment still counts. Step 0 is the
 * newest.
 */
final class Trail {
  private static final long GAP_MILLIS = 10 * 60_000L;
  private static final long CARRIED_MILLIS = 200_000;
  private static final double LEAST_SIGMA_METRES = 10;
  private static final double ONE_SIDED_95 = 1.645;

  private final History history;
  private final int first;
  private final long endMillis;
  private final long stepMillis;
  private final int[] count;
  private final double[] latitude;
  private final double[] longitude;
  private final double[] sigma;
  private final double[] at;
  private double scatter = Double.NaN;

  private Trail(History history, long endMillis, long stepMillis, int steps) {
    this.history = history;
    this.first = history.firstAtOrAfter(endMillis - stepMillis * steps + 1);
    this.endMillis = endMillis;
    this.stepMillis = stepMillis;
    count = new int[steps];
    latitude = new double[steps];
    longitude = new double[steps];
    sigma = new double[steps];
    at = new double[steps];
  }

  /**
   * Reads a history, which must not change while the trail is looked at.
   *
   * @param endMillis the moment at which step 0 ends, Unix milliseconds
   * @param stepMillis how long a step is
   * @param steps how many
   */
  static Trail of(History history, long endMillis, long stepMillis, int steps) {
    Trail trail = new Trail(history, endMillis, stepMillis, steps);
    trail.addAll();
    trail.average();
    trail.fill();
    return trail;
  }

  private void addAll() {
    int step = count.length - 1;
    for (int i = first; i < history.size() && history.atMillis(i) <= endMillis; i++) {
      long since = endMillis - history.atMillis(i);
      while (since < step * stepMillis) {
        step--;
      }
      add(i, step, since);
    }
  }

  private void add(int index, int step, long since) {
    double error = Math.max(LEAST_SIGMA_METRES, history.sigmaMetres(index));
    count[step]++;
    latitude[step] += history.latitude(index);
    longitude[step] += history.longitude(index);
    sigma[step] += error * error;
    at[step] -= since;
  }

  private void average() {
    for (int i = 0; i < count.length; i++) {
      latitude[i] = count[i] == 0 ? Double.NaN : latitude[i] / count[i];
      longitude[i] = count[i] == 0 ? Double.NaN : longitude[i] / count[i];
      sigma[i] = count[i] == 0 ? Double.NaN : Math.sqrt(sigma[i]) / count[i];
      at[i] = count[i] == 0 ? -(i + 0.5) * stepMillis : at[i] / count[i];
    }
  }

  private void fill() {
    int newer = -1;
    for (int i = 0; i < count.length; i++) {
      if (count[i] == 0) {
        continue;
      }
      if (newer < 0 && at[i] >= -CARRIED_MILLIS) {
        for (int empty = 0; empty < i; empty++) {
          put(empty, i, i);
        }
      } else if (newer >= 0 && at[newer] - at[i] <= GAP_MILLIS) {
        for (int empty = newer + 1; empty < i; empty++) {
          put(empty, newer, i);
        }
      }
      newer = i;
    }
  }

  private void put(int step, int newer, int older) {
    double part = newer == older ? 0 : (at[newer] - at[step]) / (at[newer] - at[older]);
    latitude[step] = latitude[newer] + part * (latitude[older] - latitude[newer]);
    longitude[step] = longitude[newer] + part * (longitude[older] - longitude[newer]);
    sigma[step] = Math.max(sigma[newer], sigma[older]);
  }

  /** How many steps there are. */
  int steps() {
    return count.length;
  }

  /** When a step begins, Unix milliseconds. */
  long beginMillis(int step) {
    return endMillis - (step + 1) * stepMillis;
  }

  /** Whether anything is known of a step. */
  boolean isKnown(int step) {
    return step >= 0 && step < count.length && !Double.isNaN(latitude[step]);
  }

  /** Where the craft was; only of a step that is known. */
  Position position(int step) {
    return new Position(latitude[step], longitude[step]);
  }

  /** Standard deviation of that, metres. */
  double sigmaMetres(int step) {
    return sigma[step] * scatter();
  }

  /** Takes longer than all else here, and most trails are done with before it is asked. */
  private double scatter() {
    if (Double.isNaN(scatter)) {
      scatter = Scatter.of(history, first, endMillis, stepMillis);
    }
    return scatter;
  }

  /** Metres between two steps of this trail; NaN if one is not known. */
  double metres(int one, int other) {
    return isKnown(one) && isKnown(other)
        ? Geodesy.distanceMetres(latitude[one], longitude[one], latitude[other], longitude[other])
        : Double.NaN;
  }

  /** Metres between two craft in a step; NaN if one of them is not known. */
  double metresTo(Trail other, int step) {
    return isKnown(step) && other.isKnown(step)
        ? Geodesy.distanceMetres(
            latitude[step], longitude[step], other.latitude[step], other.longitude[step])
        : Double.NaN;
  }

  /**
   * The speed about a step that is exceeded with 95 % certainty, over it and its neighbours, knots;
   * 0 or more; NaN if too little is known.
   */
  double lowerKnots(int step) {
    return lowerKnots(newerThan(step), olderThan(step));
  }

  /** Whether that speed is above a limit; what is slow whatever the errors is seen at once. */
  boolean isSurelyFaster(int step, double knots) {
    int newer = newerThan(step);
    int older = olderThan(step);
    return !(knots(metres(newer, older), newer, older) <= knots)
        && lowerKnots(newer, older) > knots;
  }

  private int newerThan(int step) {
    return isKnown(step - 1) ? step - 1 : step;
  }

  private int olderThan(int step) {
    return isKnown(step + 1) ? step + 1 : step;
  }

  private double knots(double metres, int newer, int older) {
    return Units.metresPerSecondToKnots(metres / ((at[newer] - at[older]) / 1000));
  }

  /** The speed between two steps that is exceeded with 95 % certainty, knots; 0 or more or NaN. */
  double lowerKnots(int newer, int older) {
    return lowerKnots(newer, older, ONE_SIDED_95);
  }

  /** The same with another certainty: so many standard deviations below what was measured. */
  double lowerKnots(int newer, int older, double sigmas) {
    if (newer == older || !isKnown(newer) || !isKnown(older)) {
      return Double.NaN;
    }
    double error = sigmas * StrictMath.hypot(sigmaMetres(newer), sigmaMetres(older));
    return knots(Math.max(0, metres(newer, older) - error), newer, older);
  }
}
