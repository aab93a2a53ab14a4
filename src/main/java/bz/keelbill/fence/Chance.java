package bz.keelbill.fence;

/** How sure it is that a craft whose position has an error lies inside a fence. */
final class Chance {
  private Chance() {}

  /**
   * The chance, 0 to 1, that a position lies inside, by a normal distribution.
   *
   * <p>Across the nearest edge the error counts in one direction. A fence no larger than the error
   * has further edges; the second factor is the chance that an error of this size stays within a
   * circle of the fence's width at all.
   *
   * @param depthMetres from the position to the nearest edge, negative outside
   * @param sigmaMetres standard deviation in each direction; 0 for an exact position
   * @param halfWidthMetres of the fence, see {@link bz.keelbill.geo.Area#halfWidthMetres}
   */
  static double inside(double depthMetres, double sigmaMetres, double halfWidthMetres) {
    if (sigmaMetres == 0) {
      return depthMetres < 0 ? 0 : 1;
    }
    double radius = 2 * halfWidthMetres / sigmaMetres;
    return normal(depthMetres / sigmaMetres) * (1 - StrictMath.exp(-radius * radius / 2));
  }

  /**
   * The normal distribution's cumulative function, to 1.5e-7: Hastings' rational approximation of
   * the error function (Abramowitz and Stegun, 7.1.26).
   */
  static double normal(double deviations) {
    double x = Math.abs(deviations) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double tail = series * StrictMath.exp(-x * x) / 2;
    return deviations < 0 ? tail : 1 - tail;
  }
}
