package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs to ships: tenders between a cruise ship and her pier, a pilot who boards off English
 * Caye, and a small ship that lies off the port for hours until the pilot comes.
 */
final class CruiseDay {
  private static final Craft.Make TENDER = new Craft.Make("tender", 3.5, 0.6);
  private static final Craft.Make PILOT = new Craft.Make("pilot-boat", 3, 1.0);
  private static final Craft.Make SHIP = new Craft.Make("cargo", 18, 0.06);
  private static final String ANCHORAGE = "port-belize-city-cruise-anchorage";
  private static final String PIER = "port-belize-city-fort-street-tourism-village";
  private static final int PILOT_VESSEL = 50;

  private CruiseDay() {}

  static List<Craft> craft(World world, long startMillis) {
    Chance chance = Chance.of(world.seed(), "cruise day");
    List<Craft> all = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      Position ship = Geodesy.destination(world.berth(ANCHORAGE), chance.between(0, 360), 120);
      Path ashore = world.path(60, world.waters().nearestOpen(ship), world.berth(PIER));
      all.add(
          Boats.shuttle(
              world,
              chance,
              "tender-more-" + i,
              TENDER,
              Boats.some(chance, 0.5, Registry.PASSENGER, 14),
              ashore,
              chance.between(9, 15),
              7.5,
              16));
    }
    all.addAll(boarding(world, chance));
    all.add(waiting(world, chance));
    return all;
  }

  /** A ship comes slowly to the pilot's place; his boat lies along her side, and goes home. */
  private static List<Craft> boarding(World world, Chance chance) {
    Path in = world.route("route-belize-city-ship-channel-eastern-channel", 300).reversed();
    Position sea = Geodesy.destination(in.start(), chance.between(70, 120), 14 * Boats.MILE);
    Position place = in.at(chance.between(0.3, 0.5) * in.metres());
    Path coming = world.path(300, world.waters().nearestOpen(sea), place);
    Path on = Path.of(List.of(place, in.at(0.93 * in.metres())), 0);
    double wait = chance.between(2, 14) * 3600;
    boolean[] aboard = {false};
    double course = coming.courseDegrees(coming.metres() - 50);
    Script ship =
        new Script()
            .then(new Leg.Away(wait))
            .then(new Leg.Run(coming, 10, null, Leg.Ends.ROLLING_START))
            .until(() -> aboard[0], () -> Leg.Hold.drifting(15, 1.5, course));
    Craft[] two = {null, null};
    ship.thenMade(() -> Leg.Run.boat(world.path(300, two[0].state().position(), on.end()), 9))
        .then(new Leg.Hold(20_000, 0, 0, Leg.Moor.DOCK));
    two[0] =
        new Craft(
            "pilot-ship", SHIP, Registry.classA(chance, Registry.CARGO, 110), coming.start(), ship);
    Position base = world.berth(PIER);
    Path out = world.path(Boats.TURN_METRES, base, place);
    double comingSeconds = coming.metres() / (10 * Boats.MILE / 3600);
    double early = wait + comingSeconds - out.metres() / (17 * Boats.MILE / 3600);
    Script pilot =
        new Script()
            .then(Leg.Hold.docked(Math.max(60, early)))
            .then(Leg.Run.boat(out, 17))
            .then(new Leg.Beside(two[0], 18, 90, 9, chance.between(240, 540)))
            .mark(() -> aboard[0] = true)
            .thenMade(
                () ->
                    Leg.Run.boat(
                        world.path(Boats.TURN_METRES, two[1].state().position(), base), 18))
            .then(Leg.Hold.docked(86_400));
    two[1] = new Craft("pilot-1", PILOT, Registry.classA(chance, PILOT_VESSEL, 13), base, pilot);
    return List.of(two);
  }

  /** At anchor two or three miles off, for most of a day. */
  private static Craft waiting(World world, Chance chance) {
    Position off =
        Charts.sea(
            world,
            chance,
            at -> {
              double metres = Geodesy.distanceMetres(at, world.berth(ANCHORAGE));
              return metres > 1_500 && metres < 5_500 && world.waters().freeMetres(at) > 700;
            });
    Path in = world.route("route-belize-city-ship-channel-eastern-channel", 300).reversed();
    Path way = world.path(300, in.start(), off);
    Script script =
        new Script()
            .then(new Leg.Away(chance.between(600, 4 * 3600)))
            .then(new Leg.Run(way, 9, null, Leg.Ends.ROLLING_START))
            .then(new Leg.Hold(chance.between(5, 9) * 3600, 0, 0, Leg.Moor.ANCHOR))
            .then(Leg.Run.boat(world.path(200, off, world.berth(ANCHORAGE)), 5))
            .then(new Leg.Hold(50_000, 0, 0, Leg.Moor.ANCHOR));
    return new Craft(
        "waiting-ship",
        new Craft.Make("cargo", 12, 0.1),
        Registry.classA(chance, Registry.CARGO, 64),
        way.start(),
        script);
  }
}
