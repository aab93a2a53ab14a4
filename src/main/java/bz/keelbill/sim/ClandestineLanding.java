package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * An aeroplane without a plan comes down on a road or strip that is no field. Some go round it
 * first; some unload for eight minutes and fly out again.
 */
final class ClandestineLanding {
  private static final double GROUND_FEET = 30;
  private static final double UNLOADING_SECONDS = 480;

  private ClandestineLanding() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    Position strip = places.strip();
    Position start = places.beyond(strip);
    Position end = places.beyond(strip);
    boolean looks = chance.happens(0.2);
    boolean leaves = chance.happens(0.4);
    double knots = chance.between(150, 280);
    double high =
        chance.happens(0.3) ? chance.between(10_000, 24_000) : chance.between(1_500, 9_000);
    Orbit look = Circling.orbit(chance, strip, 110);
    Craft craft =
        AirThreat.flown(
            id,
            Strangers.papers(chance, "BE20"),
            now -> {
              Flight flight =
                  Flight.from(start, high).to(knots, high, AirPlaces.before(start, strip, 60));
              if (looks) {
                flight.to(knots, 1_100, AirPlaces.before(start, strip, 5)).round(110, look);
              }
              flight.down(looks ? 110 : knots, GROUND_FEET, strip).grounded(UNLOADING_SECONDS);
              return leaves ? flight.to(knots, chance.between(900, 6_000), end) : flight;
            });
    List<String> kinds =
        new ArrayList<>(List.of("clandestine-landing", "unreported-flight", "low-flight"));
    if (looks) {
      kinds.add("circling");
    }
    return new AirThreat("clandestine-landing", kinds, List.of(craft), AirClock.gone(world, craft));
  }
}
