package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** Groups of dive boats that lie together at one site after another, and go home. */
final class DiveDay {
  private static final Craft.Make DIVE = new Craft.Make("dive-boat", 2.5, 1.0);
  private static final int GROUPS = 4;
  private static final double SITES_APART_METRES = 1_000;

  private DiveDay() {}

  static List<Craft> craft(World world, long startMillis) {
    Chance chance = Chance.of(world.seed(), "dive day");
    List<Craft> boats = new ArrayList<>();
    for (int group = 1; group <= GROUPS; group++) {
      Place home = chance.pick(Boats.landings(world));
      Position one = site(world, chance, home.position());
      Position two = site(world, chance, home.position());
      if (one != null && two != null && Geodesy.distanceMetres(one, two) > SITES_APART_METRES) {
        int size = 3 + chance.below(4);
        for (int i = 1; i <= size; i++) {
          boats.add(boat(world, chance, "diver-" + group + '-' + i, home, one, two));
        }
      }
    }
    return boats;
  }

  /** On the reef's crest or an atoll's rim, within reach of home; null if there is none. */
  private static Position site(World world, Chance chance, Position home) {
    for (int i = 0; i < 400; i++) {
      Position gap = Charts.gap(world, chance);
      double metres = Geodesy.distanceMetres(home, gap);
      if (metres > 3_000
          && Charts.isAllowed(world, gap)
          && metres < 16 * Boats.MILE
          && world.waters().wayWithin(world.waters().berth(home), gap, 40_000) != null) {
        return gap;
      }
    }
    return null;
  }

  private static Craft boat(
      World world, Chance chance, String id, Place home, Position one, Position two) {
    Position berth = world.waters().berth(home.position());
    Position first = beside(world, chance, one);
    Position second = beside(world, chance, two);
    double knots = chance.between(18, 27);
    Path out = world.path(Boats.TURN_METRES, berth, first);
    Path on = world.path(Boats.TURN_METRES, first, second);
    Path back = world.path(Boats.TURN_METRES, second, berth);
    return Boats.daily(
        world,
        chance,
        id,
        DIVE,
        Boats.some(chance, 0.6, 34, 12),
        berth,
        7.2,
        9,
        () ->
            List.of(
                Leg.Run.boat(out, knots),
                new Leg.Hold(chance.between(2400, 5000), 0, 0, Leg.Moor.ANCHOR),
                Leg.Run.boat(on, knots * 0.7),
                new Leg.Hold(chance.between(2400, 4200), 0, 0, Leg.Moor.ANCHOR),
                Leg.Run.boat(back, knots)));
  }

  private static Position beside(World world, Chance chance, Position site) {
    return world
        .waters()
        .nearestOpen(Geodesy.destination(site, chance.between(0, 360), chance.between(30, 160)));
  }
}
