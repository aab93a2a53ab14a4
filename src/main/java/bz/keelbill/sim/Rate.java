package bz.keelbill.sim;

/**
 * How often something happened that happens by chance.
 *
 * @param count how many times
 * @param spans in how many spans of watching, such as twelve hours; 0 or more, not always whole
 */
public record Rate(int count, double spans) {
  private static final double DOUBT = 0.05;

  /** Times in one span; 0 if nobody watched. */
  public double value() {
    return spans == 0 ? 0 : count / spans;
  }

  /**
   * What the rate is at most, with 95 % confidence (the exact Poisson bound, one-sided): nothing in
   * N spans shows 3/N; infinite if nobody watched.
   */
  public double atMost() {
    double low = 0;
    double high = 2.0 * count + 20;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (atMostCount(middle) > DOUBT) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low / spans;
  }

  /** Probability to see as few or fewer if so many are expected. */
  private double atMostCount(double expected) {
    double log = -expected;
    double sum = StrictMath.exp(log);
    for (int k = 1; k <= count; k++) {
      log += StrictMath.log(expected) - StrictMath.log(k);
      sum += StrictMath.exp(log);
    }
    return sum;
  }
}
