package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Track;

/**
 * For how long a craft has stayed about one place, read from its history in steps of a minute. Sets
 * at the rim of hearing are silent for longer than that.
 *
 * @param sinceMillis since when it has not left the circle, Unix milliseconds
 * @param centre of the circle
 * @param radiusMetres how far from it the craft was at most
 * @param meanKnots how fast it surely moved about on the whole, over stretches of ten minutes
 * @param hasCome whether it was seen elsewhere before
 */
record Lingering(
    long sinceMillis, Position centre, double radiusMetres, double meanKnots, boolean hasCome) {
  private static final long STEP_MILLIS = 60_000;
  private static final int MOST_STEPS = 6 * 60;
  private static final int STRETCH_STEPS = 10;

  /**
   * What staying is.
   *
   * @param radiusMetres of the circle
   * @param unheardMillis where it is found again within this time, in the circle, it has stayed
   */
  record Limits(double radiusMetres, long unheardMillis) {}

  /**
   * Reads a history.
   *
   * @param atLeastMillis the newest so many milliseconds make the circle
   */
  static Lingering of(Track track, long nowMillis, long atLeastMillis, Limits limits) {
    Trail trail = Trail.of(track.history(), nowMillis, STEP_MILLIS, MOST_STEPS);
    Position centre = centre(trail, (int) (atLeastMillis / STEP_MILLIS));
    if (centre == null) {
      return null;
    }
    long unheardSteps = limits.unheardMillis() / STEP_MILLIS;
    int last = -1;
    double farthest = 0;
    boolean hasCome = false;
    for (int i = 0; i < MOST_STEPS && i - last <= unheardSteps && !hasCome; i++) {
      if (!trail.isKnown(i)) {
        continue;
      }
      double metres = Geodesy.distanceMetres(trail.position(i), centre);
      hasCome = metres > limits.radiusMetres() + 2 * trail.sigmaMetres(i);
      last = hasCome ? last : i;
      farthest = hasCome ? farthest : Math.max(farthest, metres);
    }
    return last < 0
        ? null
        : new Lingering(trail.beginMillis(last), centre, farthest, meanKnots(trail, last), hasCome);
  }

  /** Of what was heard in the newest steps; null if it is not heard now. */
  private static Position centre(Trail trail, int steps) {
    double latitude = 0;
    double longitude = 0;
    int known = 0;
    for (int i = 0; i < steps && trail.isKnown(0); i++) {
      if (trail.isKnown(i)) {
        latitude += trail.position(i).latitude();
        longitude += trail.position(i).longitude();
        known++;
      }
    }
    return known == 0 ? null : new Position(latitude / known, longitude / known);
  }

  private static double meanKnots(Trail trail, int last) {
    double knots = 0;
    int stretches = 0;
    for (int i = 0; i + STRETCH_STEPS <= last; i += STRETCH_STEPS) {
      double lower = trail.lowerKnots(i, i + STRETCH_STEPS);
      knots += Double.isNaN(lower) ? 0 : lower;
      stretches++;
    }
    return stretches == 0 ? Double.NaN : knots / stretches;
  }

  double minutesUntil(long nowMillis) {
    return (nowMillis - sinceMillis) / 60_000.0;
  }

  double radiusMiles() {
    return Units.metresToNauticalMiles(radiusMetres);
  }
}
