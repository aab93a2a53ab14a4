package bz.keelbill.radar;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.radar.RadarSentence.OwnShip;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each radar of one feed is and where it points, as far as it says so itself. Bounded by the
 * number of stations.
 *
 * <p>Times are of the clock that stamps lines (the tag's, or arrival), not of the instruments: how
 * old a heading is must not depend on how far a satellite receiver and a radar disagree.
 */
final class OwnShips {
  /** A boat turns: an older heading places nothing. */
  private static final long HEADING_MILLIS = 2_000;

  /** Satellite receivers speak each second; a few may be lost. */
  private static final long POSITION_MILLIS = 10_000;

  /** What one radar's ship last said. */
  private static final class Ship {
    private OwnShip place;
    private long placedAtMillis;
    private double headingDegrees = Double.NaN;
    private long pointedAtMillis;
  }

  private final Map<String, Ship> ships = new HashMap<>();

  /** Takes what a station says of itself. */
  void take(String station, OwnShip said, long atMillis) {
    Ship ship = ships.computeIfAbsent(station, id -> new Ship());
    if (said.position() == null) {
      ship.headingDegrees = said.headingDegrees();
      ship.pointedAtMillis = atMillis;
    } else if (isSooner(ship, said, atMillis)) {
      ship.place = said;
      ship.placedAtMillis = atMillis;
    }
  }

  /** Whether a position counts: one without motion does not push out one with it. */
  private static boolean isSooner(Ship ship, OwnShip said, long atMillis) {
    return ship.place == null
        || !Double.isNaN(said.speedKnots())
        || Double.isNaN(ship.place.speedKnots())
        || atMillis - ship.placedAtMillis >= HEADING_MILLIS;
  }

  /**
   * The station as it is at a moment; a moving one without a position if it has not said one
   * lately.
   */
  Station now(Station station, long atMillis) {
    Ship ship = ships.get(station.id());
    if (ship == null) {
      return station;
    }
    boolean points = Math.abs(atMillis - ship.pointedAtMillis) <= HEADING_MILLIS;
    double heading =
        points && !Double.isNaN(ship.headingDegrees)
            ? ship.headingDegrees
            : station.headingDegrees();
    Position place = station.isMoving() ? place(ship, atMillis) : station.position();
    return station.at(place, heading);
  }

  /** Its last position, moved on by its own speed to the moment; null if too old. */
  private static Position place(Ship ship, long atMillis) {
    long age = atMillis - ship.placedAtMillis;
    if (ship.place == null || Math.abs(age) > POSITION_MILLIS) {
      return null;
    }
    double knots = ship.place.speedKnots();
    if (!(knots > 0)) {
      return ship.place.position();
    }
    double metres = Units.knotsToMetresPerSecond(knots) * age / 1000.0;
    return Geodesy.destination(ship.place.position(), ship.place.courseDegrees(), metres);
  }
}
