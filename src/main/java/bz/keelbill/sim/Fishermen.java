package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** Those who fish: skiffs that only radar sees, and one larger boat with AIS. */
final class Fishermen {
  private static final Craft.Make SKIFF = new Craft.Make("fishing-skiff", 1.2, 1.0);
  private static final Craft.Make SMACK = new Craft.Make("fishing-vessel", 5, 0.4);
  private static final double TURN_METRES = 90;
  private static final double DAWN = 5;
  private static final double DUSK = 16;

  /** Where a skiff belongs and where it fishes. */
  private record Beat(String id, Position home, Position ground, boolean byNight) {}

  private static final List<Beat> BEATS =
      List.of(
          new Beat("skiff-1", at(16.966, -88.216), at(16.930, -88.110), false),
          new Beat("skiff-2", at(16.808, -88.262), at(16.770, -88.120), false),
          new Beat("skiff-3", at(16.512, -88.366), at(16.470, -88.110), true),
          new Beat("skiff-4", at(17.280, -87.812), at(17.330, -87.770), false),
          new Beat("skiff-5", at(16.898, -88.064), at(16.850, -88.100), true));

  private final World world;

  Fishermen(World world) {
    this.world = world;
  }

  List<Craft> craft(long startMillis) {
    List<Craft> all = new ArrayList<>();
    for (Beat beat : BEATS) {
      all.add(skiff(beat, startMillis));
    }
    all.add(smack());
    return all;
  }

  private static Position at(double latitude, double longitude) {
    return new Position(latitude, longitude);
  }

  /** Out to a few spots, drifting over each, and home to sleep. */
  private Craft skiff(Beat beat, long startMillis) {
    Chance chance = Chance.of(world.seed(), beat.id);
    Position home = world.waters().berth(beat.home);
    Position start = isOut(beat, startMillis) ? world.waters().nearestOpen(beat.ground) : home;
    double knots = chance.between(13, 21);
    return new Craft(
        beat.id,
        SKIFF,
        new Papers.None(),
        start,
        Routine.rounds(
            start == home ? List.of() : homeward(start, home, knots, chance),
            now -> {
              List<Leg> legs = new ArrayList<>();
              legs.add(Leg.Hold.docked(restSeconds(beat, now) + chance.between(1200, 4000)));
              legs.addAll(trip(beat, home, knots, chance));
              return legs;
            }));
  }

  private List<Leg> homeward(Position spot, Position home, double knots, Chance chance) {
    Leg.Hold drift = world.drift(spot, chance.between(300, 1500), chance);
    return List.of(drift, Leg.Run.boat(world.path(TURN_METRES, drift.endFrom(spot), home), knots));
  }

  private List<Leg> trip(Beat beat, Position home, double knots, Chance chance) {
    List<Leg> legs = new ArrayList<>();
    Position from = home;
    int spots = 2 + chance.below(3);
    for (int i = 0; i < spots; i++) {
      Position spot = spot(beat, chance);
      legs.add(Leg.Run.boat(world.path(TURN_METRES, from, spot), i == 0 ? knots : knots * 0.6));
      Leg.Hold drift = world.drift(spot, chance.between(1200, 3600), chance);
      legs.add(drift);
      from = drift.endFrom(spot);
    }
    legs.add(Leg.Run.boat(world.path(TURN_METRES, from, home), knots));
    return legs;
  }

  /** Within two miles of its ground. */
  private Position spot(Beat beat, Chance chance) {
    Position near =
        Geodesy.destination(beat.ground, chance.between(0, 360), chance.between(300, 3500));
    return world.waters().nearestOpen(near);
  }

  private boolean isOut(Beat beat, long atMillis) {
    return restSeconds(beat, atMillis) == 0;
  }

  /** Until it is time to go out; those who fish by night rest by day. */
  private double restSeconds(Beat beat, long atMillis) {
    if (world.hours().aroundTheClock()) {
      return 0;
    }
    long wait =
        beat.byNight
            ? world.hours().untilWorking(atMillis, 17.5, 23)
            : world.hours().untilWorking(atMillis, DAWN, DUSK);
    return wait / 1000.0;
  }

  /** A larger boat that works its ground for days, slowly, with AIS. */
  private Craft smack() {
    Chance chance = Chance.of(world.seed(), "fishing-1");
    Position[] grounds = {at(16.650, -88.190), at(16.730, -88.180), at(16.690, -88.130)};
    Position start = world.waters().nearestOpen(grounds[0]);
    int[] turn = {0};
    Position[] last = {start};
    Papers.Vessel papers =
        new Papers.Vessel(
            312_700_001,
            0,
            "V3F01",
            "NORTHERN STAR",
            30,
            Papers.Set.CLASS_B,
            Papers.Hull.of(16, 5));
    return new Craft(
        "fishing-1",
        SMACK,
        papers,
        start,
        Routine.rounds(
            List.of(),
            now -> {
              Leg.Hold work = world.drift(last[0], chance.between(1200, 3000), chance);
              turn[0] = (turn[0] + 1) % grounds.length;
              Position next = world.waters().nearestOpen(grounds[turn[0]]);
              Path way = world.path(TURN_METRES, work.endFrom(last[0]), next);
              last[0] = next;
              return List.of(work, Leg.Run.boat(way, 6.5));
            }));
  }
}
