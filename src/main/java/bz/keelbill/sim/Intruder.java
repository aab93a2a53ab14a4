package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.List;

/**
 * Aircraft that nobody was told of: one with its transponder off that only radar sees, one that
 * comes high and then goes down, one that gives its foreign mark openly, one that leaves and comes
 * back within the hour.
 */
final class Intruder {
  private static final List<String> KINDS = List.of("unreported-flight", "low-flight");
  private static final double HIGHEST_SECONDS = 40 * 60;

  private Intruder() {}

  /** Seen by coastal radars alone. */
  static Threat silent(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    double feet = chance.between(600, 2_500);
    Position seen = places.water(feet, false);
    Position start = places.beyond(seen);
    Position end = places.beyond(seen);
    double knots = chance.between(120, 250);
    Craft craft =
        AirThreat.flown(
            id,
            new Papers.Silent(),
            now -> Flight.from(start, feet).to(knots, feet, seen).to(knots, feet, end));
    return threat("unreported-flight", world, craft);
  }

  /** Above the ceiling until it is well inside; then down, and on at a few thousand feet. */
  static Threat high(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    Position middle = places.deep(5_000);
    Position start = places.beyond(middle);
    Position end = places.beyond(middle);
    double knots = chance.between(230, 330);
    double low = chance.between(3_000, 8_000);
    Craft craft =
        AirThreat.flown(
            id,
            Strangers.papers(chance, "GLF2"),
            now ->
                Flight.from(start, chance.between(20_500, 26_000))
                    .to(knots, 20_500, AirPlaces.before(start, middle, 12))
                    .to(knots, low, middle)
                    .to(knots, low, end));
    return threat("unreported-flight", world, craft);
  }

  /** Middle heights, its own mark for everyone to hear, and no plan. */
  static Threat open(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    Position middle = places.deep(5_000);
    Position start = places.beyond(middle);
    Position end = places.beyond(middle);
    Papers.Aircraft drawn = Strangers.papers(chance, "PA34");
    Papers.Aircraft papers =
        new Papers.Aircraft(
            drawn.address(), drawn.registration(), drawn.registration(), "PA34", drawn.squawk());
    double feet = chance.between(6_000, 17_000);
    double knots = chance.between(140, 260);
    Craft craft =
        AirThreat.flown(id, papers, now -> Flight.from(start, feet).to(knots, feet, middle, end));
    return threat("unreported-flight", world, craft);
  }

  /** In, out over the border or the sea for some minutes, and in again. */
  static Threat back(World world, Chance chance, String id, boolean near) {
    AirPlaces places = new AirPlaces(world, chance);
    Position first = places.deep(3_000);
    Position second = places.deep(3_000);
    Position start = places.beyond(first);
    Position outside = places.beyond(first);
    Position end = places.beyond(second);
    double feet = chance.between(3_000, 9_000);
    double knots = chance.between(150, 250);
    double waits = chance.between(0.1, 0.6) * HIGHEST_SECONDS;
    double round = 2 * Math.PI * 6_000 / (knots * 1852 / 3600);
    Orbit orbit = new Orbit(outside, 6_000, 360 * Math.max(0.6, waits / round), true);
    Craft craft =
        AirThreat.flown(
            id,
            Strangers.papers(chance, "BE20"),
            now ->
                Flight.from(start, feet)
                    .to(knots, feet, first, AirPlaces.before(first, outside, 8))
                    .round(knots, orbit)
                    .to(knots, feet, second, end));
    return threat("u-turn", world, craft);
  }

  private static Threat threat(String family, World world, Craft craft) {
    return new AirThreat(family, KINDS, List.of(craft), AirClock.inside(world, craft));
  }
}
