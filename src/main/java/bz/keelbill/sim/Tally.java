package bz.keelbill.sim;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Threats counted together.
 *
 * @param threats how many there were
 * @param found how many were seen
 * @param medianDetectSeconds of those seen; NaN if none
 * @param p90DetectSeconds the time within which nine in ten of those seen were; NaN if none
 * @param medianMinutesToAct left when the alert came, of those whose alert says so; NaN if none
 * @param mostAlertsPerKind the most alerts of one kind for one threat
 */
public record Tally(
    int threats,
    int found,
    double medianDetectSeconds,
    double p90DetectSeconds,
    double medianMinutesToAct,
    int mostAlertsPerKind) {
  private static final double DOUBT = 0.05;

  static Tally of(List<Score.Outcome> outcomes) {
    double[] seconds = sorted(outcomes, Score.Outcome::detectSeconds);
    int most =
        outcomes.stream()
            .flatMap(outcome -> outcome.alertsByKind().values().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    return new Tally(
        outcomes.size(),
        seconds.length,
        quantile(seconds, 0.5),
        quantile(seconds, 0.9),
        quantile(sorted(outcomes, Score.Outcome::minutesToAct), 0.5),
        most);
  }

  private static double[] sorted(
      List<Score.Outcome> outcomes, ToDoubleFunction<Score.Outcome> number) {
    return outcomes.stream()
        .filter(Score.Outcome::isFound)
        .mapToDouble(number)
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
  }

  /** Part of the threats that were seen; NaN if there were none. */
  public double recall() {
    return threats == 0 ? Double.NaN : (double) found / threats;
  }

  /**
   * What recall is at least, with 95 % confidence (the exact binomial bound, one-sided): no miss in
   * 59 shows 0.95.
   */
  public double recallAtLeast() {
    if (found == 0) {
      return 0;
    }
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (atLeastFound(middle) < DOUBT) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Probability to see as many or more if each is seen with this one. */
  private double atLeastFound(double probability) {
    double sum = 0;
    double logChoose = 0;
    for (int k = threats; k >= found; k--) {
      double log = logChoose + k * StrictMath.log(probability);
      sum += StrictMath.exp(log + (threats - k) * StrictMath.log1p(-probability));
      logChoose += StrictMath.log(k) - StrictMath.log(threats - k + 1);
    }
    return sum;
  }

  private static double quantile(double[] sorted, double part) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
