package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.function.Predicate;

/** Where things can happen in the sky of Belize, drawn by chance. */
final class AirPlaces {
  private static final double SOUTH = 15.95;
  private static final double NORTH = 18.45;
  private static final double WEST = -89.15;
  private static final double EAST = -87.3;
  private static final int TRIES = 20_000;
  private static final double STEP_METRES = 4_000;
  private static final double MILE = 1852;
  private static final double DEEP_METRES = 15_000;

  /** Nobody comes down among the peaks of the Maya Mountains, or flies low over them. */
  private static final Position PEAKS = new Position(16.70, -88.85);

  private static final double PEAKS_METRES = 46_000;

  /** What lies this far from every field is no approach to one. */
  private static final double OFF_FIELD_MILES = 6;

  private final World world;
  private final Chance chance;

  AirPlaces(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  /** A road or clearing on land, away from every field. */
  Position strip() {
    return draw(
        place -> isLand(place) && !isAmongPeaks(place) && fieldMiles(place) > OFF_FIELD_MILES);
  }

  /** Open water within the airspace, a mile from land, where craft at a height can be heard. */
  Position water(double feet, boolean transponder) {
    return draw(
        place ->
            !isLand(place)
                && world.waters().freeMetres(place) > MILE
                && fieldMiles(place) > OFF_FIELD_MILES
                && isHeard(place, feet, transponder));
  }

  /** Anywhere so far from every field where an aircraft at a height can be heard. */
  Position lonely(double miles, double feet) {
    return draw(
        place -> !isAmongPeaks(place) && fieldMiles(place) > miles && isHeard(place, feet, true));
  }

  /** Well inside the airspace, where an aircraft at a height can be heard. */
  Position deep(double feet) {
    return draw(
        place ->
            !isAmongPeaks(place)
                && world.geography().airspace().edgeMetres(place.latitude(), place.longitude())
                    > DEEP_METRES
                && isHeard(place, feet, true));
  }

  /**
   * A place outside the airspace from which a flight comes.
   *
   * @param target where it goes
   */
  Position beyond(Position target) {
    double bearing = chance.between(0, 360);
    while (passesPeaks(target, bearing)) {
      bearing = chance.between(0, 360);
    }
    return beyond(target, bearing);
  }

  /** The same from a known direction. */
  Position beyond(Position target, double bearingDegrees) {
    double metres = STEP_METRES;
    Position place = Geodesy.destination(target, bearingDegrees, metres);
    while (isInside(place)) {
      metres += STEP_METRES;
      place = Geodesy.destination(target, bearingDegrees, metres);
    }
    return Geodesy.destination(place, bearingDegrees, chance.between(12, 35) * MILE);
  }

  /** A place on the way, some miles before its end. */
  static Position before(Position from, Position to, double miles) {
    double part = Math.min(miles * MILE, 0.8 * Geodesy.distanceMetres(from, to));
    return Geodesy.destination(to, Geodesy.bearingDegrees(to, from), part);
  }

  /** Nautical miles to the nearest field that is open to aeroplanes. */
  double fieldMiles(Position place) {
    return fieldMiles(world, place);
  }

  static double fieldMiles(World world, Position place) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Aerodrome field : world.geography().aerodromes()) {
      if (field.open() && !field.heliport()) {
        nearest = Math.min(nearest, Geodesy.distanceMetres(place, field.position()));
      }
    }
    return nearest / MILE;
  }

  boolean isInside(Position place) {
    return world.geography().airspace().contains(place.latitude(), place.longitude());
  }

  boolean isLand(Position place) {
    return world.geography().coast().isLand(place.latitude(), place.longitude());
  }

  private boolean isHeard(Position place, double feet, boolean transponder) {
    return transponder
        ? Hearing.ofTransponder(world, place, 0.8 * feet)
        : Hearing.ofEcho(world, place, 0.8 * feet);
  }

  private static boolean isAmongPeaks(Position place) {
    return Geodesy.distanceMetres(place, PEAKS) < PEAKS_METRES;
  }

  private boolean passesPeaks(Position target, double bearing) {
    for (double metres = 0; metres < 200_000; metres += STEP_METRES) {
      if (isAmongPeaks(Geodesy.destination(target, bearing, metres))) {
        return true;
      }
    }
    return false;
  }

  private Position draw(Predicate<Position> fits) {
    for (int i = 0; i < TRIES; i++) {
      Position place = new Position(chance.between(SOUTH, NORTH), chance.between(WEST, EAST));
      if (isInside(place) && fits.test(place)) {
        return place;
      }
    }
    throw new IllegalStateException("no such place in the airspace of the layers");
  }
}
