package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ordinary sky: island hops and airliners with plans filed, a high overflight without; a hop
 * that goes around weather, and one whose plan comes when it is in the air already.
 */
final class AirTraffic {
  private static final Craft.Make SMALL = new Craft.Make("scheduled-hop", Double.NaN, 2);
  private static final Craft.Make JET = new Craft.Make("airliner", Double.NaN, 3);
  private static final Craft.Make HIGH = new Craft.Make("overflight", Double.NaN, 3);
  private static final long MINUTE = 60_000;
  private static final double TURN_METRES = 1500;

  /** From where airliners come and where they go, at the edge of what is heard. */
  private static final Position NORTH_GATE = new Position(19.6, -87.2);

  private static final Position EAST_GATE = new Position(18.1, -85.4);

  private final World world;

  AirTraffic(World world) {
    this.world = world;
  }

  List<Craft> craft(long startMillis) {
    List<Craft> all = new ArrayList<>();
    all.add(hopper(0x0AB011, "V3HHA", startMillis, 0.3, "MZBE", "MZCK", "MZSP"));
    all.add(hopper(0x0AB024, "V3HGX", startMillis, 0.6, "MZSP", "MZBE"));
    all.add(hopper(0x0AB037, "V3HIK", startMillis, 0.2, "MZBE", "MZPB", "MZPL"));
    all.add(hopper(0x0AB052, "V3HJC", startMillis, 0.5, "MZPL", "MZPB", "MZBE"));
    all.add(detour(0x0AB05B, "V3HLM"));
    all.add(latePapers(0x0AB066, "V3HNP"));
    all.add(airliner(0xA4F2BB, "KBX401", "N418KB", NORTH_GATE, "KMIA", 120));
    all.add(airliner(0x0C21A7, "PNX226", "HP1842PN", EAST_GATE, "MPTO", 150));
    all.add(overflight());
    return all;
  }

  /** A small aircraft that goes round its fields all day, each hop with its own plan. */
  private Craft hopper(int address, String mark, long startMillis, double begun, String... fields) {
    Papers.Aircraft papers = new Papers.Aircraft(address, mark, mark, "C208", squawk(address));
    Chance chance = Chance.of(world.seed(), mark);
    int[] next = {0};
    Hop first = hop(papers, fields, next);
    List<Leg> opening = new ArrayList<>();
    if (world.hours().flying(startMillis)) {
      double done = begun * first.run.path().metres();
      long offBlock = startMillis - (long) (begun * first.minutes * MINUTE) - 5 * MINUTE;
      file(first, offBlock, offBlock - 60 * MINUTE);
      opening.add(afterTakeoff(first.run, done));
    } else {
      next[0] = 0;
    }
    return new Craft(
        mark,
        SMALL,
        papers,
        null,
        Routine.rounds(opening, now -> hopRound(papers, fields, next, now, chance)));
  }

  private List<Leg> hopRound(
      Papers.Aircraft papers, String[] fields, int[] next, long now, Chance chance) {
    long wait = (long) (chance.between(22, 40) * MINUTE);
    wait = Math.max(wait, world.hours().untilFlying(now));
    Hop hop = hop(papers, fields, next);
    long offBlock = (now + wait) / MINUTE * MINUTE - 4 * MINUTE;
    file(hop, offBlock, Math.max(now, offBlock - 60 * MINUTE));
    return List.of(new Leg.Away(wait / 1000.0), hop.run);
  }

  private record Hop(
      Papers.Aircraft papers, String from, String to, Leg.Run run, int minutes, String route) {}

  private Hop hop(Papers.Aircraft papers, String[] fields, int[] next) {
    Aerodrome from = field(fields[next[0] % fields.length]);
    Aerodrome to = field(fields[(next[0] + 1) % fields.length]);
    next[0]++;
    Path path = Path.of(List.of(from.position(), to.position()), TURN_METRES);
    double cruise = Math.min(4500, 1000 + 45 * path.metres() / 1852);
    Leg.Climb climb = new Leg.Climb(elevation(from), cruise, elevation(to), 350);
    int minutes = minutes(path.metres(), 145);
    Leg.Run run = new Leg.Run(path, 145, climb, Leg.Ends.ROLLING);
    String route = "N0145A" + String.format(Locale.ROOT, "%03d", Math.round(cruise / 100)) + " DCT";
    return new Hop(papers, from.indicator(), to.indicator(), run, minutes, route);
  }

  private void file(Hop hop, long offBlock, long filedAt) {
    world
        .plans()
        .file(
            new PlanOffice.Filing(
                hop.papers, hop.from, offBlock, hop.to, hop.minutes, hop.route, true),
            filedAt);
  }

  /** Once in a while around a storm, back on its route within minutes. */
  private Craft detour(int address, String mark) {
    Papers.Aircraft papers = new Papers.Aircraft(address, mark, mark, "C208", squawk(address));
    return shuttle(mark, papers, 18 * 1852, 60 * MINUTE);
  }

  /** Its clearance is written down when it has just taken off. */
  private Craft latePapers(int address, String mark) {
    Papers.Aircraft papers = new Papers.Aircraft(address, mark, mark, "C182", squawk(address));
    return shuttle(mark, papers, 0, -4 * MINUTE - 50_000);
  }

  /** Between the municipal field and the far south, by day, a few times. */
  private Craft shuttle(String mark, Papers.Aircraft papers, double asideMetres, long filedBefore) {
    Chance chance = Chance.of(world.seed(), mark);
    String[] fields = {"MZBE", "MZPL"};
    int[] next = {0};
    return new Craft(
        mark,
        SMALL,
        papers,
        null,
        Routine.rounds(
            List.of(new Leg.Away(chance.between(60, 1200))),
            now -> {
              long wait = (long) (chance.between(60, 100) * MINUTE);
              wait = Math.max(wait, world.hours().untilFlying(now));
              Hop hop = hop(papers, fields, next);
              long offBlock = (now + wait) / MINUTE * MINUTE - 4 * MINUTE;
              file(hop, offBlock, Math.max(now, offBlock - filedBefore));
              return List.of(new Leg.Away(wait / 1000.0), aside(hop.run, asideMetres));
            }));
  }

  /** The same run through a point beside its middle. */
  private static Leg.Run aside(Leg.Run run, double metres) {
    if (metres == 0) {
      return run;
    }
    Path straight = run.path();
    Position middle = straight.at(straight.metres() / 2);
    Position end = straight.at(straight.metres());
    double across = (straight.courseDegrees(0) + 90) % 360;
    Path around =
        Path.of(
            List.of(straight.start(), Geodesy.destination(middle, across, metres), end),
            TURN_METRES);
    return new Leg.Run(around, run.speedKnots(), run.climb(), run.ends());
  }

  private static Leg.Run afterTakeoff(Leg.Run run, double doneMetres) {
    double length = run.path().metres();
    Leg.Climb whole = run.climb();
    double feet = whole.feetAt(doneMetres, length);
    Leg.Climb rest =
        new Leg.Climb(feet, whole.cruiseFeet(), whole.endFeet(), whole.feetPerNauticalMile());
    return new Leg.Run(run.path().after(doneMetres), run.speedKnots(), rest, run.ends());
  }

  /** A jet that comes from abroad, stands an hour and goes back, again and again. */
  private Craft airliner(
      int address, String flight, String mark, Position gate, String abroad, int minutesAbroad) {
    Papers.Aircraft papers = new Papers.Aircraft(address, flight, mark, "B738", squawk(address));
    Aerodrome home = field("MZBZ");
    Chance chance = Chance.of(world.seed(), flight);
    Path in = Path.of(List.of(gate, approach(home, gate), home.position()), 6000);
    Leg.Run landing =
        new Leg.Run(in, 330, new Leg.Climb(24_000, 24_000, elevation(home), 300), Leg.Ends.ROLLING);
    Leg.Run leaving =
        new Leg.Run(
            in.reversed(),
            330,
            new Leg.Climb(elevation(home), 31_000, 31_000, 320),
            Leg.Ends.ROLLING);
    boolean[] bound = {true};
    return new Craft(
        flight,
        JET,
        papers,
        null,
        Routine.rounds(
            List.of(new Leg.Away(chance.between(5, 1500))),
            now -> {
              long wait = (long) (chance.between(45, 75) * MINUTE);
              boolean inbound = bound[0];
              bound[0] = !inbound;
              long offBlock = inbound ? now - (minutesAbroad - 30) * MINUTE : now + wait;
              PlanOffice.Filing filing =
                  inbound
                      ? jet(papers, abroad, offBlock, "MZBZ", minutesAbroad)
                      : jet(papers, "MZBZ", offBlock, abroad, minutesAbroad);
              world.plans().file(filing, Math.min(now, offBlock) - 90 * MINUTE);
              return inbound
                  ? List.of(landing)
                  : List.of(
                      new Leg.Away(wait / 1000.0 + 300),
                      leaving,
                      new Leg.Away(away(minutesAbroad)));
            }));
  }

  /** Seconds to the far end, an hour there, and back to the edge of what is heard. */
  private static double away(int minutesAbroad) {
    return (2 * (minutesAbroad - 30) + 60) * 60.0;
  }

  private static PlanOffice.Filing jet(
      Papers.Aircraft papers, String from, long offBlock, String to, int minutes) {
    long wholeMinute = Math.floorDiv(offBlock, MINUTE) * MINUTE;
    return new PlanOffice.Filing(papers, from, wholeMinute, to, minutes, "N0430F350 DCT", false);
  }

  /** Ten miles out on the gate's side: where the last turn is made. */
  private static Position approach(Aerodrome home, Position gate) {
    double bearing = Geodesy.bearingDegrees(home.position(), gate);
    double side = bearing < 90 ? 68 : 72;
    return Geodesy.destination(home.position(), side, Units.nauticalMilesToMetres(12));
  }

  /** Crosses high, with no business here and no plan held here. */
  private Craft overflight() {
    Papers.Aircraft papers = new Papers.Aircraft(0xA83052, "AVX720", "N627AV", "A320", "2413");
    Chance chance = Chance.of(world.seed(), "AVX720");
    Path north =
        Path.of(List.of(new Position(15.2, -86.1), new Position(19.6, -88.6)), TURN_METRES);
    Leg.Climb level = new Leg.Climb(35_000, 35_000, 35_000, 0);
    List<Leg> opening =
        List.of(
            new Leg.Run(north.after(north.metres() * 0.4), 452, level, Leg.Ends.ROLLING),
            new Leg.Away(chance.between(1800, 5400)));
    return new Craft(
        "AVX720",
        HIGH,
        papers,
        null,
        Routine.rounds(
            opening,
            now ->
                List.of(
                    new Leg.Run(
                        chance.happens(0.5) ? north : north.reversed(),
                        chance.between(440, 470),
                        level,
                        Leg.Ends.ROLLING),
                    new Leg.Away(chance.between(3600, 9000)))));
  }

  private Aerodrome field(String indicator) {
    return field(world, indicator);
  }

  /** The aerodrome of an indicator. */
  static Aerodrome field(World world, String indicator) {
    return world.geography().aerodromes().stream()
        .filter(aerodrome -> indicator.equals(aerodrome.indicator()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no aerodrome " + indicator + " in the layers"));
  }

  private static double elevation(Aerodrome field) {
    return Double.isNaN(field.elevationFeet()) ? 0 : field.elevationFeet();
  }

  private static int minutes(double metres, double knots) {
    return (int) Math.ceil(metres / 1852 / knots * 60) + 5;
  }

  /** A discrete code: never one of the generic ones. */
  private static String squawk(int address) {
    return "4" + Integer.toOctalString(512 + address % 512).substring(1);
  }
}
