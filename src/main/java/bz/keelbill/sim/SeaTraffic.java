package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** The ordinary sea: who goes where on a day when nothing is wrong. */
final class SeaTraffic {
  private static final Craft.Make TAXI = new Craft.Make("water-taxi", 2.5, 1.2);
  private static final Craft.Make TENDER = new Craft.Make("tender", 4, 0.5);
  private static final Craft.Make DIVE = new Craft.Make("dive-boat", 3, 0.9);
  private static final Craft.Make SHIP = new Craft.Make("cargo", 22, 0.06);
  private static final Craft.Make CRUISE = new Craft.Make("passenger-ship", 40, 0.06);
  private static final Craft.Make YACHT = new Craft.Make("sailing-yacht", 12, 0.1);
  private static final Craft.Make PATROL = new Craft.Make("patrol-boat", 3, 1.5);
  private static final Craft.Make FIXED = new Craft.Make("station", 0, 0);

  private static final double BOAT_TURN = 130;
  private static final double SHIP_TURN = 380;
  private static final double TAXI_FIRST = 6.5;
  private static final double TAXI_LAST = 18;
  private static final long HOUR_SECONDS = 3600;

  /** The coast guard's boat; the configuration names it among the own forces. */
  static final int PATROL_MMSI = 312_990_001;

  /** Whether the configuration names it among the own forces: this boat and a second one. */
  static boolean isOwnForce(int mmsi) {
    return mmsi == PATROL_MMSI || mmsi == PATROL_MMSI + 1;
  }

  private final World world;

  SeaTraffic(World world) {
    this.world = world;
  }

  /** Everyone at sea, already about their day. */
  List<Craft> craft(long startMillis) {
    List<Craft> all = new ArrayList<>();
    all.addAll(taxis(startMillis));
    all.addAll(ships());
    all.addAll(new Fishermen(world).craft(startMillis));
    all.add(diver("dive-1", "REEF SEEKER", 312_100_201, "port-placencia", startMillis));
    all.add(diver("dive-2", "BLUE MANTA", 312_100_202, "port-dangriga", startMillis));
    all.add(tender(startMillis));
    all.add(yacht());
    all.add(patrol());
    all.addAll(stations());
    return all;
  }

  private List<Craft> taxis(long startMillis) {
    Path caulker = world.route("route-belize-city-caye-caulker", BOAT_TURN);
    Path sanPedro = world.route("route-caye-caulker-san-pedro", BOAT_TURN);
    Path chetumal = world.route("route-san-pedro-chetumal", BOAT_TURN);
    Path tobacco = world.route("route-dangriga-tobacco-caye", BOAT_TURN);
    List<Path> line = List.of(caulker, sanPedro);
    List<Path> back = List.of(sanPedro.reversed(), caulker.reversed());
    return List.of(
        taxi("taxi-1", "CAYE RUNNER I", 312_100_101, line, back, 0.35, startMillis),
        taxi("taxi-2", "CAYE RUNNER II", 312_100_102, back, line, 0.55, startMillis),
        taxi("taxi-3", "OCEAN BREEZE", 312_100_103, line, back, 0.85, startMillis),
        taxi(
            "taxi-4",
            "BAY EXPRESS",
            312_100_104,
            List.of(chetumal),
            List.of(chetumal.reversed()),
            0.2,
            startMillis),
        taxi(
            "taxi-5",
            "TOBACCO ROSE",
            312_100_105,
            List.of(tobacco.reversed()),
            List.of(tobacco),
            0.15,
            startMillis));
  }

  /** Out by some stops and back, with a wait at each, from the first boat to the last. */
  private Craft taxi(
      String id,
      String name,
      int mmsi,
      List<Path> out,
      List<Path> back,
      double begun,
      long startMillis) {
    Chance chance = Chance.of(world.seed(), id);
    double knots = chance.between(25.5, 29.5);
    List<Leg> opening = new ArrayList<>();
    if (world.hours().working(startMillis, TAXI_FIRST, TAXI_LAST)) {
      Path first = out.get(0);
      opening.add(
          new Leg.Run(first.after(first.metres() * begun), knots, null, Leg.Ends.ROLLING_START));
      opening.addAll(trip(out.subList(1, out.size()), knots, chance));
      opening.addAll(trip(back, knots, chance));
    }
    return new Craft(
        id,
        TAXI,
        classB(mmsi, name, 60, 16, 4),
        out.get(0).start(),
        Routine.rounds(
            opening,
            now -> {
              double wait = world.hours().untilWorking(now, TAXI_FIRST, TAXI_LAST) / 1000.0;
              List<Leg> legs = new ArrayList<>();
              legs.add(Leg.Hold.docked(wait + chance.between(600, 1500)));
              legs.addAll(trip(out, knots, chance));
              legs.addAll(trip(back, knots, chance));
              return legs;
            }));
  }

  private static List<Leg> trip(List<Path> stretches, double knots, Chance chance) {
    List<Leg> legs = new ArrayList<>();
    for (Path stretch : stretches) {
      legs.add(Leg.Hold.docked(chance.between(300, 540)));
      legs.add(Leg.Run.boat(stretch, knots));
    }
    return legs;
  }

  private List<Craft> ships() {
    Path channel = world.route("route-belize-city-ship-channel-eastern-channel", SHIP_TURN);
    Path bigCreek = world.route("route-big-creek-approach-via-gladden-entrance", SHIP_TURN);
    Position anchorage = world.berth("port-belize-city-cruise-anchorage");
    Path toChannel = world.path(SHIP_TURN, anchorage, channel.at(15_000));
    // Beyond everybody's range: a ship that ends where it is heard would have gone dark.
    Position east = new Position(16.700, -86.300);
    return List.of(
        ship(
            "cargo-1",
            classA(312_200_301, 9_412_361, "CARIB STAR", 70, 98, 16),
            toSea(List.of(channel), east),
            0.12,
            12.5),
        ship(
            "tanker-1",
            classA(352_200_302, 9_286_114, "GULF AMBER", 80, 128, 20),
            toSea(List.of(channel), new Position(16.900, -86.300)),
            0.3,
            11),
        ship(
            "cargo-2",
            classA(636_200_303, 9_174_529, "BANANA TRADER", 79, 142, 22),
            toSea(List.of(bigCreek.reversed()), new Position(16.450, -86.700)),
            0.25,
            13),
        cruise(
            classA(311_200_304, 9_682_877, "WINDWARD JEWEL", 60, 293, 32),
            toSea(List.of(toChannel, channel.after(15_000)), east)));
  }

  /** Out along some stretches and on to a place in the open sea. */
  private Path toSea(List<Path> stretches, Position place) {
    List<Path> all = new ArrayList<>(stretches);
    all.add(world.path(SHIP_TURN, stretches.get(stretches.size() - 1).end(), place));
    return Path.joined(all, SHIP_TURN);
  }

  /** Leaves its quay, is away for hours, and comes back the same way. */
  private Craft ship(String id, Papers.Vessel papers, Path out, double begun, double knots) {
    Chance chance = Chance.of(world.seed(), id);
    Path rest = out.after(out.metres() * begun);
    Path in = out.reversed();
    return new Craft(
        id,
        SHIP,
        papers,
        out.start(),
        Routine.rounds(
            List.of(new Leg.Run(rest, knots, null, Leg.Ends.ROLLING)),
            now ->
                List.of(
                    new Leg.Away(chance.between(7200, 18_000)),
                    new Leg.Run(in, knots, null, Leg.Ends.ROLLING_START),
                    new Leg.Hold(chance.between(18_000, 30_000), 0, 0, Leg.Moor.DOCK),
                    new Leg.Run(out, knots, null, Leg.Ends.ROLLING_END))));
  }

  /** Lies at anchor by day and sails in the evening, when there are hours at all. */
  private Craft cruise(Papers.Vessel papers, Path out) {
    Path in = out.reversed();
    return new Craft(
        "cruise-1",
        CRUISE,
        papers,
        out.start(),
        Routine.rounds(
            List.of(new Leg.Hold(9 * HOUR_SECONDS, 0, 0, Leg.Moor.ANCHOR)),
            now -> {
              long back = world.hours().untilWorking(now + 6 * HOUR_SECONDS * 1000, 6, 7);
              return List.of(
                  new Leg.Run(out, 13, null, Leg.Ends.ROLLING_END),
                  new Leg.Away(HOUR_SECONDS + back / 1000.0),
                  new Leg.Run(in, 13, null, Leg.Ends.ROLLING_START),
                  new Leg.Hold(8 * HOUR_SECONDS, 0, 0, Leg.Moor.ANCHOR));
            }));
  }

  /** Two dives on the reef and home, in the working day. */
  private Craft diver(String id, String name, int mmsi, String port, long startMillis) {
    Chance chance = Chance.of(world.seed(), id);
    Position berth = world.berth(port);
    boolean south = port.equals("port-placencia");
    Position one = south ? new Position(16.455, -88.055) : new Position(16.790, -88.072);
    Position two = south ? new Position(16.500, -88.020) : new Position(16.830, -88.085);
    List<Path> ways =
        List.of(
            world.path(BOAT_TURN, berth, one),
            world.path(BOAT_TURN, one, two),
            world.path(BOAT_TURN, two, berth));
    double knots = chance.between(19, 23);
    List<Leg> opening = new ArrayList<>();
    if (world.hours().working(startMillis, 7, 14)) {
      opening.add(
          new Leg.Run(
              ways.get(0).after(ways.get(0).metres() * 0.4), knots, null, Leg.Ends.ROLLING_START));
      opening.addAll(dives(ways, knots, chance).subList(1, 5));
    }
    return new Craft(
        id,
        DIVE,
        classB(mmsi, name, 34, 12, 4),
        berth,
        Routine.rounds(
            opening,
            now -> {
              List<Leg> legs = new ArrayList<>();
              double wait = world.hours().untilWorking(now, 7.2, 11) / 1000.0;
              legs.add(Leg.Hold.docked(wait + chance.between(1200, 2400)));
              legs.addAll(dives(ways, knots, chance));
              return legs;
            }));
  }

  private static List<Leg> dives(List<Path> ways, double knots, Chance chance) {
    return List.of(
        Leg.Run.boat(ways.get(0), knots),
        new Leg.Hold(chance.between(2400, 3600), 0, 0, Leg.Moor.ANCHOR),
        Leg.Run.boat(ways.get(1), knots * 0.7),
        new Leg.Hold(chance.between(2400, 3600), 0, 0, Leg.Moor.ANCHOR),
        Leg.Run.boat(ways.get(2), knots));
  }

  /** Between the cruise ship and the town while she lies there. */
  private Craft tender(long startMillis) {
    Chance chance = Chance.of(world.seed(), "tender-1");
    Path ashore =
        world.path(
            60,
            world.berth("port-belize-city-cruise-anchorage"),
            world.berth("port-belize-city-fort-street-tourism-village"));
    Path back = ashore.reversed();
    return new Craft(
        "tender-1",
        TENDER,
        classB(312_100_401, "JEWEL TENDER 3", 60, 15, 5),
        ashore.start(),
        Routine.rounds(
            List.of(),
            now -> {
              double wait = world.hours().untilWorking(now, 7.5, 15.5) / 1000.0;
              return List.of(
                  Leg.Hold.docked(wait + chance.between(300, 600)),
                  Leg.Run.boat(ashore, 14),
                  Leg.Hold.docked(chance.between(300, 600)),
                  Leg.Run.boat(back, 14));
            }));
  }

  /** Along the inner channel, slowly, anchoring at each end. */
  private Craft yacht() {
    Path coast = world.route("route-inner-channel-coastwise", BOAT_TURN);
    Path back = coast.reversed();
    List<Leg> opening =
        List.of(new Leg.Run(coast.after(coast.metres() * 0.45), 5.8, null, Leg.Ends.ROLLING_START));
    return new Craft(
        "yacht-1",
        YACHT,
        classB(235_100_501, "SLOW DANCE", 36, 13, 4),
        coast.start(),
        Routine.rounds(
            opening,
            now ->
                List.of(
                    new Leg.Hold(14_400, 0, 0, Leg.Moor.ANCHOR),
                    Leg.Run.boat(back, 5.6),
                    new Leg.Hold(14_400, 0, 0, Leg.Moor.ANCHOR),
                    Leg.Run.boat(coast, 5.8))));
  }

  /** The coast guard: as fast as those whom it looks for, and drifting as they do. */
  private Craft patrol() {
    Chance chance = Chance.of(world.seed(), "patrol-1");
    Position base = world.berth("port-belize-city-fort-street-tourism-village");
    Position north = world.waters().nearestOpen(new Position(17.780, -88.060));
    Position middle = world.waters().nearestOpen(new Position(17.600, -88.080));
    Path out = world.path(BOAT_TURN, base, middle, north);
    List<Leg> opening =
        List.of(new Leg.Run(out.after(out.metres() * 0.3), 31, null, Leg.Ends.ROLLING_START));
    return new Craft(
        "patrol-1",
        PATROL,
        classA(PATROL_MMSI, 0, "BDF COASTAL GUARD", 55, 11, 3),
        base,
        Routine.rounds(
            opening,
            now -> {
              Leg.Hold watch = world.drift(north, chance.between(600, 1500), chance);
              Path home = world.path(BOAT_TURN, watch.endFrom(north), middle, base);
              return List.of(
                  watch,
                  Leg.Run.boat(home, chance.between(24, 34)),
                  Leg.Hold.docked(chance.between(1800, 5400)),
                  Leg.Run.boat(out, chance.between(26, 36)));
            }));
  }

  private static List<Craft> stations() {
    return List.of(
        fixed("base-belize-city", 3_120_001, "", 0, Papers.Set.BASE, 17.4937, -88.1810),
        fixed("base-placencia", 3_120_002, "", 0, Papers.Set.BASE, 16.5140, -88.3670),
        fixed(
            "aid-english-caye",
            993_120_001,
            "ENGLISH CAYE LT",
            1,
            Papers.Set.AID,
            17.3270,
            -88.0420));
  }

  private static Craft fixed(
      String id, int mmsi, String name, int type, Papers.Set set, double latitude, double lon) {
    Papers.Vessel papers =
        new Papers.Vessel(mmsi, 0, "", name, type, set, new Papers.Hull(1, 1, 1, 1));
    Position at = new Position(latitude, lon);
    return new Craft(
        id,
        FIXED,
        papers,
        at,
        Routine.rounds(List.of(), now -> List.of(Leg.Hold.docked(1_000_000))));
  }

  private static Papers.Vessel classA(
      int mmsi, int imo, String name, int type, int length, int beam) {
    return new Papers.Vessel(
        mmsi, imo, callsign(mmsi), name, type, Papers.Set.CLASS_A, Papers.Hull.of(length, beam));
  }

  private static Papers.Vessel classB(int mmsi, String name, int type, int length, int beam) {
    return new Papers.Vessel(
        mmsi, 0, callsign(mmsi), name, type, Papers.Set.CLASS_B, Papers.Hull.of(length, beam));
  }

  private static String callsign(int mmsi) {
    return "V3S" + mmsi % 1000;
  }
}
