package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Those who fish by night in groups, close to each other; and lobster boats of ten to fourteen
 * metres with small skiffs about them by day.
 */
final class FishingGrounds {
  private static final Craft.Make SKIFF = new Craft.Make("fishing-skiff", 1.2, 0.9);
  private static final Craft.Make DORY = new Craft.Make("dory", 0.8, 0.5);
  private static final Craft.Make LOBSTER = new Craft.Make("lobster-boat", 4, 0.4);

  private FishingGrounds() {}

  static List<Craft> craft(World world, long startMillis) {
    Chance chance = Chance.of(world.seed(), "fishing grounds");
    List<Craft> all = new ArrayList<>();
    for (int group = 1; group <= 3; group++) {
      all.addAll(byNight(world, chance, group));
    }
    for (int number = 1; number <= 3; number++) {
      all.addAll(lobster(world, chance, number));
    }
    return all;
  }

  /** Out together at dusk from one landing, at no great speed, and home before dawn. */
  private static List<Craft> byNight(World world, Chance chance, int group) {
    Place home = chance.pick(Boats.landings(world));
    Position berth = world.waters().berth(home.position());
    Position ground = ground(world, chance, berth);
    double knots = chance.between(9, 14);
    int size = 3 + chance.below(3);
    List<Craft> skiffs = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      Chance own = Chance.of(world.seed(), "night fisher " + group + ' ' + i);
      skiffs.add(
          Boats.daily(
              world,
              own,
              "night-fisher-" + group + '-' + i,
              SKIFF,
              new Papers.None(),
              berth,
              18.4,
              18.9,
              () -> night(world, own, berth, ground, knots)));
    }
    return skiffs;
  }

  private static List<Leg> night(
      World world, Chance chance, Position berth, Position ground, double knots) {
    List<Leg> legs = new ArrayList<>();
    Position at = berth;
    int spots = 4 + chance.below(4);
    for (int i = 0; i < spots; i++) {
      Position spot = near(world, chance, ground, 40, 350);
      Path way = world.path(60, at, spot);
      legs.add(Leg.Run.boat(way, i == 0 ? knots : 3));
      Leg.Hold drift = world.drift(spot, chance.between(1500, 4000), chance);
      legs.add(drift);
      at = drift.endFrom(spot);
    }
    legs.add(Leg.Run.boat(world.path(Boats.TURN_METRES, at, berth), knots));
    return legs;
  }

  private static List<Craft> lobster(World world, Chance chance, int number) {
    Place home = chance.pick(Boats.landings(world));
    Position ground = ground(world, chance, world.waters().berth(home.position()));
    Papers papers = Boats.some(chance, 0.5, Registry.FISHING, 10 + chance.below(4));
    Craft boat =
        new Craft(
            "lobster-" + number,
            LOBSTER,
            papers,
            ground,
            Routine.rounds(List.of(), now -> List.of(new Leg.Hold(40_000, 0, 0, Leg.Moor.ANCHOR))));
    List<Craft> all = new ArrayList<>(List.of(boat));
    for (int i = 1; i <= 2 + chance.below(2); i++) {
      Chance own = Chance.of(world.seed(), "dory " + number + ' ' + i);
      all.add(dory(world, own, "dory-" + number + '-' + i, ground));
    }
    return all;
  }

  /** On deck by night; by day to its traps within half a mile and back. */
  private static Craft dory(World world, Chance chance, String id, Position ground) {
    return new Craft(
        id,
        DORY,
        new Papers.None(),
        ground,
        Routine.rounds(
            List.of(),
            now -> {
              double wait = world.hours().untilWorking(now, 6, 15.5) / 1000.0;
              Position trap = near(world, chance, ground, 200, 900);
              Leg.Hold work = Leg.Hold.drifting(chance.between(600, 1800), 0.1, 90);
              return List.of(
                  new Leg.Away(wait + chance.between(300, 1200)),
                  Leg.Run.boat(world.path(20, ground, trap), chance.between(3, 7)),
                  work,
                  Leg.Run.boat(world.path(20, work.endFrom(trap), ground), 4));
            }));
  }

  private static Position near(
      World world, Chance chance, Position ground, double least, double most) {
    return world
        .waters()
        .nearestOpen(
            Geodesy.destination(ground, chance.between(0, 360), chance.between(least, most)));
  }

  private static Position ground(World world, Chance chance, Position berth) {
    for (int i = 0; i < 3_000; i++) {
      double metres = chance.between(3, 12) * Boats.MILE;
      Position at = Geodesy.destination(berth, chance.between(0, 360), metres);
      if (Waters.isCharted(at)
          && Charts.isAllowed(world, at)
          && world.waters().freeMetres(at) > 900
          && Charts.routeMetres(world, at) > 1_500
          && world.waters().wayWithin(berth, at, 2.2 * metres) != null) {
        return at;
      }
    }
    throw new IllegalStateException("no ground near " + berth);
  }
}
