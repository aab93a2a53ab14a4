package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.function.Consumer;

/** One thing that a craft does before it does the next. */
sealed interface Leg {

  /**
   * Follows a path.
   *
   * @param path where
   * @param speedKnots over ground, once up to speed
   * @param climb heights along the path; null for surface craft
   * @param ends whether it begins and ends at rest
   */
  record Run(Path path, double speedKnots, Climb climb, Ends ends) implements Leg {
    /** A boat's run from standing still to standing still. */
    static Run boat(Path path, double speedKnots) {
      return new Run(path, speedKnots, null, Ends.AT_REST);
    }
  }

  /** How a run begins and ends. */
  enum Ends {
    /** From standing still to standing still. */
    AT_REST,
    /** Already at speed; comes to a stop. */
    ROLLING_START,
    /** Starts from rest and leaves our world at speed. */
    ROLLING_END,
    /** At speed from end to end. */
    ROLLING;

    boolean startsRolling() {
      return this == ROLLING_START || this == ROLLING;
    }

    boolean endsRolling() {
      return this == ROLLING_END || this == ROLLING;
    }
  }

  /**
   * Heights of a flight: climbs from its start to its cruise, and descends to reach its end; or
   * descends first, if the cruise is the lowest.
   *
   * @param startFeet where the path begins
   * @param cruiseFeet the highest, or below the start and not above the end the lowest
   * @param endFeet where the path ends
   * @param feetPerNauticalMile how steeply both ways
   */
  record Climb(double startFeet, double cruiseFeet, double endFeet, double feetPerNauticalMile) {
    double feetAt(double metres, double ofMetres) {
      double flown = metres / 1852 * feetPerNauticalMile;
      double left = (ofMetres - metres) / 1852 * feetPerNauticalMile;
      if (cruiseFeet < startFeet && cruiseFeet <= endFeet) {
        return Math.max(cruiseFeet, Math.max(startFeet - flown, endFeet - left));
      }
      return Math.min(cruiseFeet, Math.min(startFeet + flown, endFeet + left));
    }
  }

  /**
   * Stays where it is, drifting.
   *
   * @param seconds how long
   * @param driftKnots 0 at a dock or anchor
   * @param driftDegrees where to
   * @param moor how it is held
   */
  record Hold(double seconds, double driftKnots, double driftDegrees, Moor moor) implements Leg {
    static Hold docked(double seconds) {
      return new Hold(seconds, 0, 0, Moor.DOCK);
    }

    /** Where the drift ends. */
    Position endFrom(Position start) {
      double metres = Units.knotsToMetresPerSecond(driftKnots) * Math.ceil(seconds);
      return metres == 0 ? start : Geodesy.destination(start, driftDegrees, metres);
    }

    static Hold drifting(double seconds, double knots, double degrees) {
      return new Hold(seconds, knots, degrees, Moor.NONE);
    }
  }

  /** What holds a craft in place. */
  enum Moor {
    /** Nothing. */
    NONE,
    /** A quay. */
    DOCK,
    /** An anchor. */
    ANCHOR
  }

  /** Takes no time: something happens to the craft, or by it. */
  record Act(Consumer<Craft> act) implements Leg {}

  /**
   * Keeps beside another craft: comes alongside, is towed, gives chase.
   *
   * @param lead the other
   * @param metres how far from it
   * @param bearingDegrees where from it, counted from its course
   * @param mostKnots how fast it may go to get there
   * @param seconds how long
   */
  record Beside(Craft lead, double metres, double bearingDegrees, double mostKnots, double seconds)
      implements Leg {}

  /** Is out of everyone's sight: on a beach, on the ground, beyond the edge. */
  record Away(double seconds) implements Leg {}
}
