package bz.keelbill.track;

/**
 * How likely a craft goes on as it does, by the time that has passed: a power of how likely it is
 * after one step.
 *
 * <p>A power takes as long as the rest of a prediction, so each is the product of two that were
 * worked out once. Immutable.
 */
final class Stays {
  private static final int FINE_BITS = 8;
  private static final int FINE = 1 << FINE_BITS;
  private static final int PLACES = 256;

  private final double perSecond;
  private final double least;
  private final double[] coarse = new double[PLACES];
  private final double[] fine = new double[FINE];

  /**
   * After one step, and never less than so much.
   *
   * @param afterStep more than 0 and at most 1
   */
  Stays(double afterStep, double stepSeconds, double least) {
    this.least = least;
    perSecond = StrictMath.log(afterStep) / stepSeconds;
    for (int i = 0; i < PLACES; i++) {
      coarse[i] = exactly((long) i << FINE_BITS);
    }
    for (int i = 0; i < FINE; i++) {
      fine[i] = exactly(i);
    }
  }

  private double exactly(long millis) {
    return StrictMath.exp(perSecond * millis / 1000);
  }

  /** After so many milliseconds; of what is negative, after none. */
  double after(long millis) {
    long passed = Math.max(0, millis);
    double stays =
        passed < (long) PLACES << FINE_BITS
            ? coarse[(int) passed >> FINE_BITS] * fine[(int) passed & FINE - 1]
            : exactly(passed);
    return Math.max(least, stays);
  }
}
