package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * The end of a small boat's way that may lie at a ship: where it was born, or where it was lost.
 *
 * @param child the boat
 * @param atMillis when, Unix milliseconds
 * @param place where
 * @param reachMetres how far from the ship that may be, errors included
 * @param isBirth whether the way begins there
 */
record Offspring(Track child, long atMillis, Position place, double reachMetres, boolean isBirth) {
  private static final long YOUNG_MILLIS = 10 * 60_000L;
  private static final long DECIDED_MILLIS = 45_000;
  private static final long SURELY_LOST_MILLIS = 120_000;
  private static final long LATELY_LOST_MILLIS = 10 * 60_000L;
  private static final long STEP_MILLIS = 30_000;
  private static final int LAST_STEPS = 12;
  private static final int RUN_STEPS = 3;
  private static final double SURE_SHARE = 2.0 / 3;

  /** So long a radar needs until it follows a boat that comes out of a ship's echo, seconds. */
  private static final double ACQUIRED_SECONDS = 20;

  private static final double MOST_ERROR_METRES = 500;
  private static final double TOWARDS_DEGREES = 70;
  private static final int CLEAR_SCANS = 3;

  /** Whether an age is one at which a birth is still news, and it is decided that it is one. */
  static boolean isYoung(Track track, long nowMillis) {
    long age = nowMillis - track.bornAtMillis();
    return age >= DECIDED_MILLIS && age <= YOUNG_MILLIS;
  }

  /** Whether it was lost lately, and long enough ago not to come back in the next turn. */
  static boolean isLatelyLost(Track track, long nowMillis) {
    long silent = nowMillis - track.latest().atMillis();
    return silent >= SURELY_LOST_MILLIS
        && silent <= LATELY_LOST_MILLIS
        && track.freshness(nowMillis) == Freshness.LOST;
  }

  /** How fast a boat runs that has just been born, knots; 0 if that is not sure. */
  static double bornKnots(Track track) {
    double knots = track.velocity().speedKnots();
    return track.velocity().lowerKnots() >= SURE_SHARE * knots ? knots : 0;
  }

  /** How fast a boat surely ran before it was lost, knots. */
  static double lostKnots(Track track) {
    Trail trail =
        Trail.of(track.history(), track.latest().atMillis(), STEP_MILLIS, LAST_STEPS + RUN_STEPS);
    double most = 0;
    for (int i = 0; i < LAST_STEPS; i++) {
      double knots = trail.lowerKnots(i, i + RUN_STEPS);
      most = knots > most ? knots : most;
    }
    return most;
  }

  static Offspring born(Track child, double metres) {
    double sigma = child.history().size() == 0 ? 0 : child.history().sigmaMetres(0);
    double acquired = Units.knotsToMetresPerSecond(child.velocity().speedKnots());
    return new Offspring(
        child,
        child.bornAtMillis(),
        child.bornAt(),
        metres + Math.min(MOST_ERROR_METRES, 2 * sigma) + ACQUIRED_SECONDS * acquired,
        true);
  }

  static Offspring lost(Track child, double metres) {
    double coasted = Units.knotsToMetresPerSecond(child.speedKnots()) * ACQUIRED_SECONDS;
    return new Offspring(
        child,
        child.latest().atMillis(),
        child.position(),
        metres + Math.min(MOST_ERROR_METRES, 2 * child.sigmaMetres()) + coasted,
        false);
  }

  /** Whether the way begins or ends at a ship: near it, and away from it or towards it. */
  boolean isAt(Track ship) {
    Position then = ship.positionAt(atMillis);
    if (then == null) {
      return false;
    }
    double metres = Geodesy.distanceMetres(then, place);
    double knots = isBirth ? child.velocity().speedKnots() : child.speedKnots();
    double course = isBirth ? child.velocity().courseDegrees() : child.courseDegrees();
    double bearing = Geodesy.bearingDegrees(then, isBirth ? child.position() : place);
    double way = isBirth ? course : Geodesy.normalDegrees(course + 180);
    boolean isAway = knots < 5 || !(Geodesy.turnDegrees(way, bearing) > TOWARDS_DEGREES);
    return metres <= reachMetres && isAway;
  }

  /** Whether it was seen clear of the hull in three turns: a side-lobe keeps to its ship. */
  boolean isClearOf(Track ship, double metres) {
    History history = child.history();
    Position hull = isBirth ? ship.position() : ship.positionAt(atMillis);
    int clear = 0;
    for (int i = history.size() - 1; hull != null && i >= 0 && clear < CLEAR_SCANS; i--) {
      double error = 2 * Math.min(MOST_ERROR_METRES / 2, history.sigmaMetres(i));
      clear += Geodesy.distanceMetres(history.position(i), hull) > metres + error ? 1 : 0;
    }
    return clear >= CLEAR_SCANS;
  }
}
