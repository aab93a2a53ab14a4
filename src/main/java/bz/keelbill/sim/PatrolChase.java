package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** The coast guard's second boat: out at forty knots, alongside a fishing skiff, and home. */
final class PatrolChase {
  private static final Craft.Make PATROL = new Craft.Make("patrol-boat", 3, 1.8);
  private static final Craft.Make SKIFF = new Craft.Make("fishing-skiff", 1.2, 1);
  private static final int ROUNDS = 4;

  private PatrolChase() {}

  static List<Craft> craft(World world, long startMillis) {
    Chance chance = Chance.of(world.seed(), "patrol chase");
    List<Craft> all = new ArrayList<>();
    Position base = world.berth("port-belize-city-fort-street-tourism-village");
    Script script = new Script();
    Craft[] self = {null};
    for (int round = 1; round <= ROUNDS; round++) {
      Position ground =
          Charts.sea(
              world,
              chance,
              at -> Sight.onRadar(world, at, 1) && Charts.landingMetres(world, at) > 3_000);
      Craft skiff = skiff(chance, "boarded-skiff-" + round, ground);
      all.add(skiff);
      script
          .then(Leg.Hold.docked(chance.between(3600, 4 * 3600)))
          .then(Leg.Run.boat(world.path(Boats.TURN_METRES, base, ground), chance.between(37, 42)))
          .then(new Leg.Beside(skiff, 12, 90, 40, chance.between(500, 1400)))
          .thenMade(
              () ->
                  Leg.Run.boat(
                      world.path(Boats.TURN_METRES, self[0].state().position(), base), 38));
    }
    script.then(Leg.Hold.docked(86_400));
    Papers.Vessel papers =
        new Papers.Vessel(
            SeaTraffic.PATROL_MMSI + 1,
            0,
            "V3CG2",
            "BCG RAPID TWO",
            55,
            Papers.Set.CLASS_A,
            Papers.Hull.of(11, 3));
    self[0] = new Craft("patrol-2", PATROL, papers, base, script);
    all.add(self[0]);
    return all;
  }

  /** Fishes in one place, hardly moving. */
  private static Craft skiff(Chance chance, String id, Position ground) {
    return new Craft(
        id,
        SKIFF,
        new Papers.None(),
        ground,
        Routine.rounds(
            List.of(Leg.Hold.drifting(600, 0, 0)),
            now -> {
              Position near = Geodesy.destination(ground, chance.between(0, 360), 300);
              return List.of(
                  Leg.Run.boat(Path.of(List.of(ground, near), 0), 4),
                  Leg.Hold.drifting(chance.between(900, 2400), 0, 0),
                  Leg.Run.boat(Path.of(List.of(near, ground), 0), 4),
                  Leg.Hold.drifting(chance.between(900, 2400), 0, 0));
            }));
  }
}
