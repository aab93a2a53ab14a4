package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.History;

/**
 * The runs and stops of a boat, read from its history in steps of about a minute, so that noise
 * does not look like movement.
 */
final class Runs {
  private static final long STEP_MILLIS = 60_000;
  private static final double FAST_KNOTS = 20;
  private static final double STOPPED_KNOTS = 3;
  private static final long MIN_RUN_MILLIS = 5 * 60_000L;
  private static final long MIN_STOP_MILLIS = 10 * 60_000L;
  private static final long MAX_STOP_MILLIS = 120 * 60_000L;
  private static final double STRAIGHTNESS = 0.9;

  private final History history;
  private final int[] steps;
  private final int count;

  private Runs(History history, int[] steps, int count) {
    this.history = history;
    this.steps = steps;
    this.count = count;
  }

  static Runs of(History history) {
    int[] steps = new int[most(history)];
    int count = 0;
    for (int i = 0; i < history.size(); i++) {
      boolean due =
          count == 0 || history.atMillis(i) - history.atMillis(steps[count - 1]) >= STEP_MILLIS;
      if (due) {
        steps[count++] = i;
      }
    }
    return new Runs(history, steps, count);
  }

  /** No more steps than there are minutes, and positions. */
  private static int most(History history) {
    int size = history.size();
    long spanMillis = size == 0 ? 0 : history.atMillis(size - 1) - history.atMillis(0);
    return (int) Math.min(size, spanMillis / STEP_MILLIS + 1);
  }

  /** Length of the straight way that ends here, nautical miles; 0 if it is not straight. */
  double straightNauticalMiles() {
    double straight = 0;
    double path = 0;
    for (int i = count - 2; i >= 0; i--) {
      path += metres(i, i + 1);
      double direct = metres(i, count - 1);
      if (direct < STRAIGHTNESS * path) {
        return straight;
      }
      straight = Units.metresToNauticalMiles(direct);
    }
    return straight;
  }

  /** Where the boat lay stopped between a fast run and the present one, or null if it did not. */
  Position stopBetweenRuns() {
    int runStart = back(count - 1, FAST_KNOTS, Double.MAX_VALUE);
    if (runStart == count - 1) {
      return null;
    }
    int stopStart = back(runStart, 0, STOPPED_KNOTS);
    long stopped = spanMillis(stopStart, runStart);
    if (stopped < MIN_STOP_MILLIS || stopped > MAX_STOP_MILLIS) {
      return null;
    }
    int firstRun = back(stopStart, FAST_KNOTS, Double.MAX_VALUE);
    return spanMillis(firstRun, stopStart) >= MIN_RUN_MILLIS
        ? history.position(steps[stopStart])
        : null;
  }

  /**
   * The first step of the stretch before a step in which the speed stays within bounds; one step of
   * transition is allowed.
   */
  private int back(int from, double minKnots, double maxKnots) {
    int at = from;
    int last = from;
    for (int i = from - 1; i >= 0 && last - i <= 2; i--) {
      double knots = knots(i, i + 1);
      if (knots >= minKnots && knots <= maxKnots) {
        last = i;
        at = i;
      }
    }
    return at;
  }

  private long spanMillis(int from, int to) {
    return history.atMillis(steps[to]) - history.atMillis(steps[from]);
  }

  private double knots(int from, int to) {
    return Units.metresPerSecondToKnots(metres(from, to) / (spanMillis(from, to) / 1000.0));
  }

  private double metres(int from, int to) {
    int a = steps[from];
    int b = steps[to];
    return Geodesy.distanceMetres(
        history.latitude(a), history.longitude(a), history.latitude(b), history.longitude(b));
  }
}
