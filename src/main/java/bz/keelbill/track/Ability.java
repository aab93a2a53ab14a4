package bz.keelbill.track;

import bz.keelbill.geo.Units;

/**
 * What a craft of a class can do at most. Start values; not what is likely but what cannot be ruled
 * out.
 *
 * @param word what the class is called
 * @param flies whether land does not stop it
 * @param maxKnots how fast it can go
 * @param knotsPerSecond how quickly it gains speed; it is taken to lose it at once
 * @param turnDegreesPerSecond how quickly it can turn
 * @param limitMinutes how long after its loss anything can be said of where it may be
 */
public record Ability(
    String word,
    boolean flies,
    double maxKnots,
    double knotsPerSecond,
    double turnDegreesPerSecond,
    int limitMinutes) {
  private static final int SEA_MINUTES = 6 * 60;

  /** Boats of any sort; the fastest run 50 kn. */
  public static final Ability SMALL_CRAFT =
      new Ability("small-craft", false, 50, 2, 45, SEA_MINUTES);

  /** Merchant ships. */
  public static final Ability SHIP = new Ability("ship", false, 25, 0.1, 2, SEA_MINUTES);

  /** The farthest that it can go in a time when it starts at a speed, metres. */
  double metres(double startKnots, double seconds) {
    double top = Math.max(maxKnots, startKnots);
    double gaining = Math.min(seconds, (top - startKnots) / knotsPerSecond);
    double knotSeconds =
        startKnots * gaining + knotsPerSecond * gaining * gaining / 2 + top * (seconds - gaining);
    return Units.knotsToMetresPerSecond(knotSeconds);
  }

  /**
   * The farthest that it can go in a time towards one direction, while it has to turn there first.
   *
   * @param turnDegrees how far it has to turn, 0 to 180
   */
  double metres(double startKnots, double seconds, double turnDegrees) {
    double turning = Math.min(seconds, turnDegrees / turnDegreesPerSecond);
    double sum = metres(startKnots, seconds) - metres(startKnots, turning);
    for (int step = 1; step <= TURN_STEPS; step++) {
      double from = turning * (step - 1) / TURN_STEPS;
      double to = turning * step / TURN_STEPS;
      double off = Math.max(0, turnDegrees - turnDegreesPerSecond * to);
      // It need not go the wrong way while it turns: it can stop.
      double share = Math.max(0, StrictMath.cos(StrictMath.toRadians(off)));
      sum += share * (metres(startKnots, to) - metres(startKnots, from));
    }
    return sum;
  }

  private static final int TURN_STEPS = 24;
}
