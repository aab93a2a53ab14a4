package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A vessel of 15 m or more with AIS moves slowly, more than six miles out. Skiffs leave it one
 * after another, some for an empty shore, some to be taken on board again.
 */
final class Mothership {
  private static final double MILE = 1852;
  private static final double TURN_METRES = 120;
  private static final double FAST_KNOTS = 15;
  private static final double CLEAR_METRES = 150;
  private static final int BIRTH_SECONDS = 15;

  private Mothership() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    Position place = Charts.sea(world, chance, at -> isFit(world, at));
    boolean classA = chance.happens(0.5);
    int length = 18 + chance.below(classA ? 50 : 12);
    int type = chance.pick(List.of(Registry.FISHING, Registry.PLEASURE, Registry.OTHER));
    Papers papers =
        classA ? Registry.classA(chance, type, length) : Registry.classB(chance, type, length);
    int skiffs = 1 + chance.below(3);
    double first = chance.between(900, 1800);
    double apart = chance.between(500, 1500);
    double seconds = first + skiffs * apart + chance.between(3600, 5400);
    Craft.Make make = new Craft.Make("mother-vessel", chance.between(4, 8), 0.2);
    Craft mother = new Craft(id, make, papers, place, slowly(world, chance, place, seconds));
    List<Craft> actors = new ArrayList<>(List.of(mother));
    List<Spell> births = new ArrayList<>();
    for (int number = 1; number <= skiffs; number++) {
      double at = first + (number - 1) * apart;
      actors.add(skiff(world, chance, id + "-skiff-" + number, mother, at));
      births.add(new Spell());
    }
    return new SeaThreat(
        "mothership",
        List.of("mothership", "rendezvous", "go-fast", "shore-approach", "loitering"),
        actors,
        now -> isBorn(world, actors, births, now));
  }

  /** To and fro between places a mile apart, or adrift. */
  private static Script slowly(World world, Chance chance, Position place, double seconds) {
    double[] left = {seconds};
    Position[] at = {place};
    double knots = chance.between(2, 4.5);
    return new Script()
        .until(
            () -> left[0] <= 0,
            () -> {
              if (chance.happens(0.4)) {
                Leg.Hold drift = world.drift(at[0], chance.between(400, 900), chance);
                left[0] -= drift.seconds();
                at[0] = drift.endFrom(at[0]);
                return drift;
              }
              Position next =
                  Geodesy.destination(place, chance.between(0, 360), chance.between(300, 1500));
              Path way = Path.of(List.of(at[0], next), 0);
              left[0] -= way.metres() / (knots * MILE / 3600);
              at[0] = next;
              return Leg.Run.boat(way, knots);
            });
  }

  private static Craft skiff(World world, Chance chance, String id, Craft mother, double seconds) {
    double knots = chance.between(18, 32);
    boolean ashore = chance.happens(0.5);
    double way = chance.between(3, 7) * MILE;
    double out = chance.between(0, 360);
    double resting = chance.between(120, 600);
    Craft[] self = {null};
    Script script =
        new Script()
            .then(new Leg.Away(seconds))
            .thenMade(() -> launched(world, chance, mother, ashore, out, way, knots))
            .then(Leg.Hold.drifting(resting, 0.2, 0));
    if (!ashore) {
      script
          .thenMade(
              () ->
                  Leg.Run.boat(
                      world.path(
                          TURN_METRES, self[0].state().position(), mother.state().position()),
                      knots))
          .then(new Leg.Beside(mother, 15, 90, 7, chance.between(60, 200)));
    }
    Craft.Make make = new Craft.Make("skiff", chance.between(0.8, 1.2), 1.5);
    self[0] = new Craft(id, make, new Papers.None(), null, script);
    return self[0];
  }

  private static Leg launched(
      World world,
      Chance chance,
      Craft mother,
      boolean ashore,
      double out,
      double metres,
      double knots) {
    Position from = mother.state().position();
    Position shore =
        ashore
            ? Charts.emptyShore(world, chance, at -> Geodesy.distanceMetres(from, at) < 22 * MILE)
            : null;
    if (shore != null) {
      return Leg.Run.boat(world.path(TURN_METRES, from, shore), knots);
    }
    Position open = world.waters().nearestOpen(Geodesy.destination(from, out, metres));
    return Leg.Run.boat(world.path(TURN_METRES, from, open), knots);
  }

  private static boolean isBorn(World world, List<Craft> actors, List<Spell> births, long now) {
    boolean any = false;
    Craft mother = actors.get(0);
    for (int i = 0; i < births.size(); i++) {
      Craft skiff = actors.get(i + 1);
      boolean clear =
          mother.state() != null
              && Sight.isSeen(world, skiff, now)
              && skiff.state().speedKnots() >= FAST_KNOTS
              && Geodesy.distanceMetres(skiff.state().position(), mother.state().position())
                  >= CLEAR_METRES;
      any |= births.get(i).seconds(clear) >= BIRTH_SECONDS;
    }
    return any;
  }

  private static boolean isFit(World world, Position at) {
    return world.waters().freeMetres(at) > 6.6 * MILE
        && Charts.isSeaward(world, at)
        && Sight.onRadar(world, at, 0.8)
        && Sight.heard(world, Papers.Set.CLASS_B, at) > 0.55;
  }
}
