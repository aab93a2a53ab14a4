package bz.keelbill.sim;

import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Yachts at anchor, a tug with a barge, ferries that cross the border, and boats that switch their
 * AIS off in harbour.
 */
final class Wayfarers {
  private static final Craft.Make YACHT = new Craft.Make("sailing-yacht", 11, 0.1);
  private static final Craft.Make TUG = new Craft.Make("tug", 9, 0.05);
  private static final Craft.Make BARGE = new Craft.Make("barge", 4, 0.05);
  private static final Craft.Make FERRY = new Craft.Make("ferry", 4, 0.8);
  private static final Craft.Make BOAT = new Craft.Make("motor-boat", 3, 0.8);

  private static final double TOW_METRES = 230;

  private Wayfarers() {}

  static List<Craft> craft(World world, long startMillis) {
    List<Craft> all = new ArrayList<>(yachts(world, startMillis));
    all.addAll(tow(world));
    all.addAll(ferries(world));
    all.addAll(harbourBoats(world));
    return all;
  }

  /** At anchor in the lee of land by night, some under sail by day. */
  static List<Craft> yachts(World world, long startMillis) {
    Chance chance = Chance.of(world.seed(), "yachts");
    List<Craft> yachts = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      Position lee = lee(world, chance);
      Papers papers = Boats.some(chance, 0.7, Registry.SAILING, 12);
      boolean sails = chance.happens(0.5);
      Position other = sails ? lee(world, chance) : lee;
      yachts.add(yacht(world, chance, "yacht-more-" + i, papers, lee, other));
    }
    return yachts;
  }

  private static Craft yacht(
      World world, Chance chance, String id, Papers papers, Position here, Position there) {
    Position[] at = {here};
    return new Craft(
        id,
        YACHT,
        papers,
        here,
        Routine.rounds(
            List.of(new Leg.Hold(chance.between(600, 1200), 0, 0, Leg.Moor.ANCHOR)),
            now -> {
              double wait = world.hours().untilWorking(now, 7, 11) / 1000.0;
              Leg lying = new Leg.Hold(wait + chance.between(900, 7200), 0, 0, Leg.Moor.ANCHOR);
              if (here == there) {
                return List.of(lying);
              }
              Position next = at[0] == here ? there : here;
              Path way = world.path(200, at[0], next);
              at[0] = next;
              return List.of(lying, Leg.Run.boat(way, chance.between(4.5, 7)));
            }));
  }

  private static Position lee(World world, Chance chance) {
    return Charts.sea(
        world,
        chance,
        at -> {
          double free = world.waters().freeMetres(at);
          return free > 260
              && free < 900
              && !Charts.isSeaward(world, at)
              && at.latitude() < 17.95
              && world.waters().wayWithin(at, LEE_OF_ALL, 400_000) != null;
        });
  }

  /** The roads of Belize City: a place from which every other can be reached. */
  private static final Position LEE_OF_ALL = new Position(17.456, -88.115);

  /** Along the coast at six or seven knots, with a barge two hundred metres astern. */
  private static List<Craft> tow(World world) {
    Chance chance = Chance.of(world.seed(), "tow");
    Path coast = world.route("route-inner-channel-coastwise", 300);
    Path way = chance.happens(0.5) ? coast : coast.reversed();
    double knots = chance.between(5.8, 7.2);
    Script script =
        new Script()
            .then(new Leg.Away(chance.between(600, 8 * 3600)))
            .then(new Leg.Run(way, knots, null, Leg.Ends.ROLLING));
    Craft tug =
        new Craft("tug-1", TUG, Registry.classA(chance, Registry.TUG, 26), way.start(), script);
    Homeward.send(tug, world);
    Script towed =
        new Script()
            .until(() -> tug.hasLeft() || isUnderWay(tug, way.start()), () -> new Leg.Away(1))
            .until(tug::hasLeft, () -> new Leg.Beside(tug, TOW_METRES, 180, 9, 30));
    return List.of(tug, new Craft("barge-1", BARGE, new Papers.None(), way.start(), towed));
  }

  private static boolean isUnderWay(Craft tug, Position start) {
    return tug.state() != null
        && Geodesy.distanceMetres(tug.state().position(), start) > TOW_METRES;
  }

  private static List<Craft> ferries(World world) {
    Chance chance = Chance.of(world.seed(), "ferries");
    List<Craft> ferries = new ArrayList<>();
    for (Course route : world.geography().routes()) {
      if (!"ferry".equals(route.kind())) {
        continue;
      }
      Papers papers = Boats.some(chance, 0.6, Registry.PASSENGER, 18);
      Path way = world.route(route.id(), Boats.TURN_METRES);
      double knots = chance.between(18, 26);
      ferries.add(
          Boats.shuttle(
              world, chance, "ferry-" + route.id(), FERRY, papers, way, knots, 7.5, 15.5));
    }
    return ferries;
  }

  private static List<Craft> harbourBoats(World world) {
    Chance chance = Chance.of(world.seed(), "harbour boats");
    List<Craft> boats = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      Path way = Boats.between(world, chance, 4, 18);
      double knots = chance.between(10, 20);
      double first = chance.between(6, 9);
      Craft shuttle =
          Boats.shuttle(
              world, chance, "harbour-boat-" + i, BOAT, new Papers.None(), way, knots, first, 16);
      boats.add(
          new Craft(
              shuttle.id(),
              BOAT,
              Registry.classB(chance, Registry.PLEASURE, 10 + chance.below(5)),
              way.start(),
              shuttle.routine(),
              (papers, state, now) ->
                  state.moor() == Leg.Moor.DOCK ? null : new Voice.Said(papers, state)));
    }
    return boats;
  }
}
