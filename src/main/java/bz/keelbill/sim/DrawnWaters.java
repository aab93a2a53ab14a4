package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The waters that one simulated watch has closed or limited, drawn from the charts. */
final class DrawnWaters {
  private static final double MILE = 1852;
  private static final double APART_METRES = 9_000;

  private DrawnWaters() {}

  /** The usual ones and some drawn, all of them away from routes and landings. */
  static List<RestrictedWater> of(World world) {
    Chance chance = Chance.of(world.seed(), "restricted waters");
    List<RestrictedWater> waters = new ArrayList<>(RestrictedWater.ALL);
    for (RestrictedWater.Limit limit : RestrictedWater.Limit.values()) {
      double radius = chance.between(1200, 2400);
      Position centre = Charts.sea(world, chance, at -> isRoom(world, at, radius, waters));
      String word = limit.name().toLowerCase(Locale.ROOT);
      waters.add(
          new RestrictedWater(
              "sim-" + word + "-water",
              "Water with a limit, " + word + " (simulated)",
              centre,
              radius,
              limit));
    }
    return waters;
  }

  private static boolean isRoom(
      World world, Position at, double radius, List<RestrictedWater> others) {
    return world.waters().freeMetres(at) > radius + 800
        && Charts.landingMetres(world, at) > radius + 3 * MILE
        && Charts.routeMetres(world, at) > radius + 1.2 * MILE
        && Sight.onRadar(world, at, 1)
        && Sight.heard(world, Papers.Set.CLASS_B, at) > 0.6
        && others.stream().allMatch(other -> -other.edgeMetres(at) > radius + APART_METRES);
  }
}
