package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** A fishing tournament: thirty sport boats run out fast at dawn, fish, and run back. */
final class Tournament {
  private static final Craft.Make SPORT = new Craft.Make("sport-boat", 2.5, 1.4);
  private static final int BOATS = 30;

  private Tournament() {}

  static List<Craft> craft(World world, long startMillis) {
    Chance chance = Chance.of(world.seed(), "tournament");
    List<Place> ports =
        Boats.landings(world).stream()
            .filter(place -> List.of("marina", "ferry", "yacht").contains(place.kind()))
            .filter(place -> place.position().latitude() < 18)
            .toList();
    Position host = world.waters().berth(chance.pick(ports).position());
    Position gap = gap(world, chance, host);
    List<Craft> boats = new ArrayList<>();
    for (int i = 1; i <= BOATS; i++) {
      boats.add(boat(world, chance, "sport-" + i, host, gap));
    }
    return boats;
  }

  private static Position gap(World world, Chance chance, Position host) {
    Position best = Charts.gap(world, chance);
    for (int i = 0; i < 60; i++) {
      Position other = Charts.gap(world, chance);
      if (Geodesy.distanceMetres(host, other) < Geodesy.distanceMetres(host, best)) {
        best = other;
      }
    }
    return best;
  }

  private static Craft boat(World world, Chance chance, String id, Position host, Position gap) {
    double knots = chance.between(24, 36);
    Position first = ground(world, chance, gap);
    Position second = ground(world, chance, first);
    Path out = world.path(Boats.TURN_METRES, host, gap, first);
    Path on = world.path(Boats.TURN_METRES, first, second);
    Path home = world.path(Boats.TURN_METRES, second, gap, host);
    Papers papers = Boats.some(chance, 0.4, Registry.PLEASURE, 11);
    return Boats.daily(
        world,
        chance,
        id,
        SPORT,
        papers,
        host,
        5.6,
        5.9,
        () ->
            List.of(
                Leg.Run.boat(out, knots),
                Leg.Hold.drifting(chance.between(1800, 7200), 0, 0),
                Leg.Run.boat(on, chance.happens(0.5) ? 6 : knots * 0.8),
                Leg.Hold.drifting(chance.between(3600, 14_000), 0, 0),
                Leg.Run.boat(home, knots)));
  }

  private static Position ground(World world, Chance chance, Position near) {
    for (int i = 0; i < 3_000; i++) {
      double metres = chance.between(2, 9) * Boats.MILE;
      Position at = Geodesy.destination(near, chance.between(0, 360), metres);
      if (Waters.isCharted(at) && world.waters().isOpenAt(at) && Charts.isSeaward(world, at)) {
        return at;
      }
    }
    throw new IllegalStateException("no water outside the reef near " + near);
  }
}
