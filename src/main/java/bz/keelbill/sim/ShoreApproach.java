package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/** An open boat of 14 to 22 knots comes from the open sea straight to an empty beach. */
final class ShoreApproach {
  private static final double TURN_METRES = 150;
  private static final int AFTER_SECONDS = 90;
  private static final double SHORE_SECONDS = 30 * 60;

  private ShoreApproach() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    Craft.Make make = new Craft.Make("panga", chance.between(0.8, 1.4), 1.2);
    double knots = chance.between(14, 22);
    Approach approach = Approach.draw(world, chance, make.mastMetres(), knots * 0.45);
    Script script =
        new Script()
            .then(
                new Leg.Run(approach.path(world, TURN_METRES), knots, null, Leg.Ends.ROLLING_START))
            .then(Leg.Hold.drifting(chance.between(300, 900), 0.2, 0));
    Craft boat = new Craft(id, make, new Papers.None(), approach.far(), script);
    Position[] before = {approach.far()};
    boolean[] through = {false};
    Spell inside = new Spell();
    return new SeaThreat(
        "shore-approach",
        List.of("shore-approach", "go-fast"),
        List.of(boat),
        now -> {
          Craft.State state = boat.state();
          if (state == null) {
            return false;
          }
          through[0] |= approach.isThrough(state.position(), before[0]);
          before[0] = state.position();
          double toGo = Geodesy.distanceMetres(state.position(), approach.shore());
          boolean soon = toGo / (knots * 1852 / 3600) <= SHORE_SECONDS;
          boolean seen = Sight.isSeen(world, boat, now);
          return inside.seconds(through[0] && soon) >= AFTER_SECONDS && seen;
        });
  }
}
