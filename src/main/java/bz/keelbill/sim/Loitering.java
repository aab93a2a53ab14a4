package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A vessel of 15 m or more comes to a lonely place, hangs about for hours without reason, and
 * leaves. One in four is a small boat, which by itself is only worth a note.
 */
final class Loitering {
  private static final double MILE = 1852;
  private static final int VESSEL_SECONDS = 7200;
  private static final int BOAT_SECONDS = 1800;

  private Loitering() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    boolean boat = chance.happens(0.25);
    double mast = boat ? 1 : chance.between(4, 10);
    Papers papers = boat ? new Papers.None() : papers(chance);
    Position place = Charts.sea(world, chance, at -> isFit(world, at, boat));
    Position start = Charts.hidden(world, chance, place, mast);
    Position end = Charts.hidden(world, chance, place, mast);
    double knots = boat ? chance.between(12, 18) : chance.between(7, 11);
    double staying = boat ? chance.between(2400, 4500) : chance.between(9000, 12_000);
    Craft[] self = {null};
    double[] left = {staying};
    Script script =
        new Script()
            .then(new Leg.Run(world.path(200, start, place), knots, null, Leg.Ends.ROLLING_START))
            .until(() -> left[0] <= 0, () -> idle(world, chance, self[0], place, left))
            .thenMade(
                () ->
                    new Leg.Run(
                        world.path(200, self[0].state().position(), end),
                        knots,
                        null,
                        Leg.Ends.ROLLING_END));
    Craft.Make make = new Craft.Make(boat ? "idle-boat" : "idle-vessel", mast, 0.3);
    self[0] = new Craft(id, make, papers, start, script);
    Spell idle = new Spell();
    int limit = boat ? BOAT_SECONDS : VESSEL_SECONDS;
    boolean rings = !boat;
    return new SeaThreat(
        "loitering",
        List.of("loitering"),
        List.of(self[0]),
        now ->
            idle.seconds(isIdle(self[0], place)) >= limit
                && rings
                && Sight.isFollowed(world, self[0], now));
  }

  /** Drifts for a while, or goes back slowly to where it was. */
  private static Leg idle(World world, Chance chance, Craft self, Position place, double[] left) {
    Position at = self.state().position();
    double away = Geodesy.distanceMetres(at, place);
    if (away > 0.4 * MILE) {
      left[0] -= away / 1.3;
      return Leg.Run.boat(Path.of(List.of(at, place), 50), 2.5);
    }
    double seconds = chance.between(600, 1500);
    left[0] -= seconds;
    return world.drift(at, seconds, chance);
  }

  private static boolean isIdle(Craft self, Position place) {
    return self.state() != null
        && Geodesy.distanceMetres(self.state().position(), place) < 0.9 * MILE
        && self.state().speedKnots() < 3;
  }

  private static Papers papers(Chance chance) {
    List<Integer> types =
        List.of(Registry.CARGO, Registry.PLEASURE, Registry.TUG, Registry.OTHER, 0);
    return chance.happens(0.6)
        ? Registry.classA(chance, chance.pick(types), 20 + chance.below(50))
        : Registry.classB(chance, chance.pick(types), 16 + chance.below(10));
  }

  private static boolean isFit(World world, Position at, boolean boat) {
    return Charts.isLonely(world, at, 3)
        && world.waters().freeMetres(at) > 2_500
        && (boat ? Sight.onRadar(world, at, 1) : Sight.heard(world, Papers.Set.CLASS_B, at) > 0.75);
  }
}
