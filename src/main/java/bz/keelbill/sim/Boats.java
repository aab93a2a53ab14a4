package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** What the ordinary craft of all sorts have in common. */
final class Boats {
  static final double TURN_METRES = 130;
  static final double MILE = 1852;

  private Boats() {}

  /** Every landing of Belize from which ways over water lead. */
  static List<Place> landings(World world) {
    return world.geography().landings().stream()
        .filter(place -> "BZ".equals(place.country()) && Waters.isCharted(place.position()))
        .toList();
  }

  /** Two landings between which a way of some length leads, and the way. */
  static Path between(World world, Chance chance, double leastMiles, double mostMiles) {
    List<Place> all = landings(world);
    for (int i = 0; i < 2_000; i++) {
      Position from = chance.pick(all).position();
      Position to = chance.pick(all).position();
      double metres = Geodesy.distanceMetres(from, to);
      if (metres > leastMiles * MILE && metres < mostMiles * MILE) {
        Position start = world.waters().berth(from);
        Position end = world.waters().berth(to);
        if (world.waters().wayWithin(start, end, 1.6 * mostMiles * MILE) != null) {
          return world.path(TURN_METRES, start, end);
        }
      }
    }
    throw new IllegalStateException("no two landings are that far apart");
  }

  /** To and fro between the ends of a way from the first hour to the last, with waits. */
  static Craft shuttle(
      World world,
      Chance chance,
      String id,
      Craft.Make make,
      Papers papers,
      Path out,
      double knots,
      double first,
      double last) {
    Path back = out.reversed();
    return new Craft(
        id,
        make,
        papers,
        out.start(),
        Routine.rounds(
            List.of(),
            now -> {
              double wait = world.hours().untilWorking(now, first, last) / 1000.0;
              return List.of(
                  Leg.Hold.docked(wait + chance.between(300, 2400)),
                  Leg.Run.boat(out, knots),
                  Leg.Hold.docked(chance.between(300, 1500)),
                  Leg.Run.boat(back, knots));
            }));
  }

  /** Lies at its landing until an hour of each day, then does something and is back there. */
  static Craft daily(
      World world,
      Chance chance,
      String id,
      Craft.Make make,
      Papers papers,
      Position berth,
      double fromHour,
      double toHour,
      Day day) {
    return new Craft(
        id,
        make,
        papers,
        berth,
        Routine.rounds(
            List.of(),
            now -> {
              // Not again on the same day: what is over by noon does not begin anew.
              double wait = world.hours().untilWorking(now, fromHour, toHour) / 1000.0;
              List<Leg> legs = new ArrayList<>();
              legs.add(Leg.Hold.docked(wait + chance.between(30, 900)));
              legs.addAll(day.legs());
              return legs;
            }));
  }

  /** What one does in a day, from its landing back to it. */
  interface Day {
    List<Leg> legs();
  }

  /** Boats by class B sets, or without any. */
  static Papers some(Chance chance, double withAis, int shipType, int length) {
    return chance.happens(withAis) ? Registry.classB(chance, shipType, length) : new Papers.None();
  }
}
