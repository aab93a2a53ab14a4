package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * An aeroplane comes from abroad without a plan, goes round one place low down, a turn and a half
 * to four turns, climbs and leaves. Boats may be below or not: here there are none.
 */
final class Circling {
  private Circling() {}

  static Threat make(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    double feet = chance.between(350, 1_300);
    boolean water = chance.happens(0.5);
    Position centre = water ? places.water(feet, true) : places.lonely(6, feet);
    double knots = chance.between(85, 135);
    Orbit orbit = orbit(chance, centre, knots);
    Position start = places.beyond(centre);
    Position end = places.beyond(centre);
    double high = chance.between(3_000, 9_000);
    Craft craft =
        AirThreat.flown(
            id,
            Strangers.papers(chance, "C210"),
            now ->
                Flight.from(start, high)
                    .to(chance.between(140, 190), high, AirPlaces.before(start, centre, 45))
                    .to(chance.between(140, 180), feet, AirPlaces.before(start, centre, 6))
                    .round(knots, orbit)
                    .to(chance.between(140, 190), high, end));
    return new AirThreat(
        "circling", kinds(places.isLand(centre)), List.of(craft), AirClock.turned(world, craft));
  }

  /** Not too wide for its speed: a turn and a half takes eight minutes at most. */
  static Orbit orbit(Chance chance, Position centre, double knots) {
    double widest = Math.min(3_000, knots * 1852 / 3600 * 460 / (3 * Math.PI));
    double turns = chance.between(1.7, 4);
    return new Orbit(centre, chance.between(600, widest), 360 * turns, chance.happens(0.5));
  }

  private static List<String> kinds(boolean land) {
    List<String> kinds = new ArrayList<>(List.of("circling", "low-flight", "unreported-flight"));
    if (!land) {
      kinds.add("airdrop");
    }
    return kinds;
  }
}
