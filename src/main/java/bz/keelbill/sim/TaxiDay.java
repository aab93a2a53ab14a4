package bz.keelbill.sim;

import bz.keelbill.geo.Course;
import java.util.ArrayList;
import java.util.List;

/** More water taxis, with and without AIS, on known routes and on ways that no chart shows. */
final class TaxiDay {
  private static final Craft.Make TAXI = new Craft.Make("water-taxi", 2.2, 1.2);

  private static final double ELSEWHERE_LAST = 16.5;

  private TaxiDay() {}

  /** Ten on an ordinary working day. */
  static List<Craft> ordinary(World world, long startMillis) {
    return taxis(world, "taxi-more", 4, 6, 6.3, 18);
  }

  /** Three times as many, from dawn until late. */
  static List<Craft> holiday(World world, long startMillis) {
    return taxis(world, "taxi-holiday", 16, 12, 5.6, 21);
  }

  private static List<Craft> taxis(
      World world, String name, int onRoutes, int elsewhere, double first, double last) {
    Chance chance = Chance.of(world.seed(), name);
    List<Course> routes =
        world.geography().routes().stream()
            .filter(route -> "water-taxi".equals(route.kind()))
            .toList();
    List<Craft> taxis = new ArrayList<>();
    for (int i = 1; i <= onRoutes + elsewhere; i++) {
      Path way =
          i <= onRoutes
              ? world.route(chance.pick(routes).id(), Boats.TURN_METRES)
              : Boats.between(world, chance, 5, 25);
      Papers papers = Boats.some(chance, 0.5, Registry.PASSENGER, 12);
      Path out = chance.happens(0.5) ? way : way.reversed();
      double knots = chance.between(22, 31);
      // Only what everyone knows goes on after dark.
      double end = i <= onRoutes ? last : Math.min(last, ELSEWHERE_LAST);
      taxis.add(Boats.shuttle(world, chance, name + '-' + i, TAXI, papers, out, knots, first, end));
    }
    return taxis;
  }
}
