package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import java.util.List;

/**
 * An aeroplane without a plan crosses the country low, by night below 5,000 ft and by day below
 * 1,500 ft, far from every field, and does not land.
 */
final class LowFlight {
  private static final double FAR_MILES = 13;

  private LowFlight() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    Position middle = places.lonely(FAR_MILES, 600);
    Position start = places.beyond(middle);
    double straight = Geodesy.bearingDegrees(start, middle);
    Position end = places.beyond(middle, straight + chance.between(-35, 35));
    double knots = chance.between(115, 260);
    Craft craft =
        AirThreat.flown(
            id,
            Strangers.papers(chance, "PA31"),
            now -> {
              boolean night = Sun.isNight(middle.latitude(), middle.longitude(), now);
              double feet = night ? chance.between(700, 4_200) : chance.between(650, 1_250);
              return Flight.from(start, feet).to(knots, feet, middle, end);
            });
    return new AirThreat(
        "low-flight",
        List.of("low-flight", "unreported-flight", "clandestine-landing"),
        List.of(craft),
        AirClock.low(world, craft));
  }
}
