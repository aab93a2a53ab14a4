package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.History;
import java.util.List;

/**
 * The runs and stops of a boat, read from its history in steps of about a minute, so that noise
 * does not look like movement.
 */
final class Runs {
  private static final long STEP_MILLIS = 60_000;
  private static final Setting RUN_KNOTS =
      new Setting("go-fast.runSpeed", 20, "kn", 5, 80, "As fast as this is a run");
  private static final Setting RUN_MINUTES =
      new Setting("go-fast.runMinutes", 5, "min", 1, 60, "A run before a stop lasts so long");
  private static final Setting STOP_KNOTS =
      new Setting("go-fast.stopSpeed", 3, "kn", 0.5, 10, "No faster than this it lies stopped");
  private static final Setting STOP_MINUTES =
      new Setting("go-fast.stopMinutes", 10, "min", 1, 240, "A stop lasts at least so long");
  private static final Setting STOP_MOST_MINUTES =
      new Setting("go-fast.stopMostMinutes", 120, "min", 5, 1440, "After a longer stop it is home");
  private static final Setting STRAIGHTNESS =
      new Setting(
          "go-fast.straightness",
          0.9,
          "",
          0.5,
          1,
          "A way is straight if it is no longer than the straight one, divided by this");
  static final List<Setting> SETTINGS =
      List.of(RUN_KNOTS, RUN_MINUTES, STOP_KNOTS, STOP_MINUTES, STOP_MOST_MINUTES, STRAIGHTNESS);

  private final Rules rules;
  private final History history;
  private final int[] steps;
  private final int count;

  private Runs(Rules rules, History history, int[] steps, int count) {
    this.rules = rules;
    this.history = history;
    this.steps = steps;
    this.count = count;
  }

  static Runs of(History history, Rules rules) {
    int[] steps = new int[most(history)];
    int count = 0;
    for (int i = 0; i < history.size(); i++) {
      boolean due =
          count == 0 || history.atMillis(i) - history.atMillis(steps[count - 1]) >= STEP_MILLIS;
      if (due) {
        steps[count++] = i;
      }
    }
    return new Runs(rules, history, steps, count);
  }

  /** No more steps than there are minutes, and positions. */
  private static int most(History history) {
    int size = history.size();
    long spanMillis = size == 0 ? 0 : history.atMillis(size - 1) - history.atMillis(0);
    return (int) Math.min(size, spanMillis / STEP_MILLIS + 1);
  }

  /** Length of the straight way that ends here, nautical miles; 0 if it is not straight. */
  double straightNauticalMiles() {
    double straightness = rules.value(STRAIGHTNESS);
    double straight = 0;
    double path = 0;
    for (int i = count - 2; i >= 0; i--) {
      path += metres(i, i + 1);
      double direct = metres(i, count - 1);
      if (direct < straightness * path) {
        return straight;
      }
      straight = Units.metresToNauticalMiles(direct);
    }
    return straight;
  }

  /** Where the boat lay stopped between a fast run and the present one, or null if it did not. */
  Position stopBetweenRuns() {
    double runKnots = rules.value(RUN_KNOTS);
    int runStart = back(count - 1, runKnots, Double.MAX_VALUE);
    if (runStart == count - 1) {
      return null;
    }
    int stopStart = back(runStart, 0, rules.value(STOP_KNOTS));
    long stopped = spanMillis(stopStart, runStart);
    if (stopped < rules.millis(STOP_MINUTES) || stopped > rules.millis(STOP_MOST_MINUTES)) {
      return null;
    }
    int firstRun = back(stopStart, runKnots, Double.MAX_VALUE);
    return spanMillis(firstRun, stopStart) >= rules.millis(RUN_MINUTES)
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
