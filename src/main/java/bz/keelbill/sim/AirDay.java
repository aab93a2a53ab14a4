package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Flights that look like something and are nothing: sightseers who circle over the reef, a night
 * ambulance, a crop duster, circuits, a late one, one that goes round weather, a helicopter to a
 * resort, our own patrol aeroplane, overflights, hops to fields below the receivers' horizon. All
 * but our own and those above the ceiling have a plan.
 */
final class AirDay {
  private static final long MINUTE = 60_000;
  private static final double MILE = 1852;
  private static final Craft.Make LIGHT = new Craft.Make("light-aeroplane", Double.NaN, 2);
  private static final Craft.Make HELICOPTER = new Craft.Make("helicopter", Double.NaN, 2);
  private static final Craft.Make HIGH = new Craft.Make("overflight", Double.NaN, 3);
  private static final Craft.Make OWN = new Craft.Make("patrol-aeroplane", Double.NaN, 2);
  private static final Position BLUE_HOLE = new Position(17.3157, -87.5346);
  private static final Position FIELDS_OF_CANE = new Position(18.075, -88.545);

  /** The air wing's aeroplane; the configuration names it among the own forces. */
  static final int PATROL_ADDRESS = 0x0AB3F0;

  /**
   * One flight of a day.
   *
   * @param from indicator
   * @param to indicator
   * @param minutes as filed
   * @param route field 15
   * @param lateMinutes by which it leaves later than filed
   */
  private record Errand(
      String from, String to, int minutes, String route, double lateMinutes, Flight flight) {}

  /** When somebody flies, local hours, and how long it rests between two flights, minutes. */
  private record Duty(double fromHour, double toHour, double restMinutes) {}

  private static final Duty BY_DAY = new Duty(7, 16, 70);

  private final World world;
  private final List<Craft> all = new ArrayList<>();

  private AirDay(World world) {
    this.world = world;
  }

  /** All of them. */
  static List<Craft> craft(World world, long startMillis) {
    AirDay day = new AirDay(world);
    day.hop(0x0AB071, "V3HRA", "MZSP", "MZCZ", 0, 0);
    day.hop(0x0AB072, "V3HRB", "MZBE", "MZPG", 0, 0);
    day.hop(0x0AB073, "V3HRC", "MZBZ", "MZSJ", 0, 0);
    day.hop(0x0AB074, "V3HRD", "MZBE", "MZPL", 25, 0);
    day.hop(0x0AB075, "V3HRE", "MZPL", "MZSP", 0, 12);
    day.sightseer();
    day.ambulance();
    day.duster();
    day.student();
    day.helicopter();
    day.patrol();
    day.overflight(0xA9C211, "AVX815", new Position(15.3, -88.0), new Position(19.7, -87.4));
    day.overflight(0x0D01F3, "MXL662", new Position(19.5, -89.6), new Position(15.4, -86.6));
    return day.all;
  }

  private Papers.Aircraft papers(int address, String mark, String type) {
    String squawk = "4" + Integer.toOctalString(512 + address % 511).substring(1);
    return new Papers.Aircraft(address, mark, mark, type, squawk);
  }

  private Aerodrome field(String indicator) {
    return AirTraffic.field(world, indicator);
  }

  private Flight from(String indicator) {
    return Flight.from(field(indicator).position(), Filed.elevation(field(indicator)));
  }

  /** From one field to the other and back; late, or round a storm, if so wanted. */
  private void hop(
      int address, String mark, String one, String other, double late, double asideMiles) {
    boolean[] out = {false};
    Chance chance = Chance.of(world.seed(), mark);
    errands(
        papers(address, mark, "C208"),
        LIGHT,
        BY_DAY,
        () -> {
          out[0] = !out[0];
          String from = out[0] ? one : other;
          String to = out[0] ? other : one;
          double metres = world.metres(field(from), field(to));
          Flight flight = from(from);
          if (asideMiles == 0) {
            flight.to(148, 4_500, middle(from, to, 0, 0.5));
          } else {
            double side = chance.happens(0.5) ? asideMiles : -asideMiles;
            flight
                .to(148, 4_500, middle(from, to, 0, 0.35))
                .to(148, 4_500, middle(from, to, side, 0.47), middle(from, to, side, 0.53))
                .to(148, 4_500, middle(from, to, 0, 0.65));
          }
          flight.down(148, Filed.elevation(field(to)), field(to).position());
          int minutes = (int) (metres / MILE / 148 * 60) + 7;
          return new Errand(from, to, minutes, "N0145A045 DCT", late, flight);
        });
  }

  /** A point beside the straight way, at a part of it. */
  private Position middle(String from, String to, double asideMiles, double part) {
    Position start = field(from).position();
    double bearing = Geodesy.bearingDegrees(start, field(to).position());
    Position on = Geodesy.destination(start, bearing, part * world.metres(field(from), field(to)));
    return asideMiles == 0 ? on : Geodesy.destination(on, bearing + 90, asideMiles * MILE);
  }

  /** Round the Blue Hole two or three times with tourists, and home. */
  private void sightseer() {
    Chance chance = Chance.of(world.seed(), "V3HSS");
    errands(
        papers(0x0AB076, "V3HSS", "C208"),
        LIGHT,
        new Duty(8, 15, 80),
        () -> {
          String home = chance.pick(List.of("MZBE", "MZSP"));
          Position start = field(home).position();
          Orbit orbit =
              new Orbit(
                  BLUE_HOLE,
                  chance.between(700, 1_300),
                  chance.between(700, 1_080),
                  chance.happens(0.5));
          Flight flight =
              from(home)
                  .to(130, 1_500, AirPlaces.before(start, BLUE_HOLE, 8))
                  .to(130, chance.between(800, 1_400), AirPlaces.before(start, BLUE_HOLE, 3))
                  .round(95, orbit)
                  .to(130, 2_500, AirPlaces.before(start, BLUE_HOLE, 15))
                  .down(130, Filed.elevation(field(home)), start);
          return new Errand(
              home, home, 75, "N0130A015 DCT " + point(BLUE_HOLE) + " DCT", 0, flight);
        });
  }

  /** By night from the far south to the hospital, low over the water, cleared at short notice. */
  private void ambulance() {
    Position out = middle("MZPG", "MZBZ", -6, 0.5);
    errands(
        papers(0x0AB077, "V3MED", "PA34"),
        LIGHT,
        new Duty(20, 23.5, 600),
        () ->
            new Errand(
                "MZPG",
                "MZBZ",
                50,
                "N0160A025 DCT " + point(out) + " DCT",
                0,
                from("MZPG")
                    .to(160, 2_500, out)
                    .down(160, Filed.elevation(field("MZBZ")), field("MZBZ").position())));
  }

  /** Up and down over the cane, turning short, from the strip beside it. */
  private void duster() {
    Chance chance = Chance.of(world.seed(), "V3HCD");
    errands(
        papers(0x0AB078, "V3HCD", "AT5T"),
        LIGHT,
        new Duty(6.5, 10, 40),
        () -> {
          Flight flight = from("MZTH").to(105, 350, FIELDS_OF_CANE);
          double course = chance.between(0, 180);
          Position row = FIELDS_OF_CANE;
          for (int i = 0; i < 16; i++) {
            Position end = Geodesy.destination(row, course + (i % 2) * 180, 2_600);
            row = Geodesy.destination(end, course + 90, 130);
            flight.to(105, 150, end).to(95, 350, row);
          }
          flight.down(100, Filed.elevation(field("MZTH")), field("MZTH").position());
          return new Errand("MZTH", "MZTH", 90, "N0105VFR DCT", 0, flight);
        });
  }

  /** Circuits of a licensed field for an hour. */
  private void student() {
    errands(
        papers(0x0AB079, "V3HST", "C172"),
        LIGHT,
        new Duty(8, 15, 150),
        () -> {
          Position field = field("MZBZ").position();
          Flight flight = from("MZBZ");
          for (int i = 0; i < 8; i++) {
            Position left = Geodesy.destination(field, 70, 3_000);
            flight
                .to(80, 900, left, Geodesy.destination(left, 340, 2_000))
                .to(90, 1_000, Geodesy.destination(field, 295, 4_000))
                .down(75, 80, field);
          }
          flight.down(75, Filed.elevation(field("MZBZ")), Geodesy.destination(field, 70, 600));
          return new Errand("MZBZ", "MZBZ", 70, "N0085VFR DCT", 0, flight);
        });
  }

  /** To a resort on a caye, where it sets down for a while, and home; each way has its plan. */
  private void helicopter() {
    Position resort = new Position(17.197, -87.602);
    Position home = field("MZBZ").position();
    boolean[] out = {false};
    errands(
        papers(0x0AB07A, "V3HHL", "B06"),
        HELICOPTER,
        new Duty(8, 15, 60),
        () -> {
          out[0] = !out[0];
          Flight there =
              from("MZBZ").to(100, 900, AirPlaces.before(home, resort, 4)).down(70, 20, resort);
          Flight back =
              Flight.from(resort, 20)
                  .to(100, 900, AirPlaces.before(home, resort, 20))
                  .down(90, Filed.elevation(field("MZBZ")), home);
          return out[0]
              ? new Errand("MZBZ", "ZZZZ", 40, "N0100VFR DCT", 0, there.grounded(60))
              : new Errand("ZZZZ", "MZBZ", 40, "N0100VFR DCT", 0, back);
        },
        () -> (out[0] ? "DEST/" : "DEP/") + point(resort));
  }

  /** The air wing looks at the sea by night, low, and tells nobody. */
  private void patrol() {
    Chance chance = Chance.of(world.seed(), "V3BDF");
    errands(
        papers(PATROL_ADDRESS, "BDF10", "BN2T"),
        OWN,
        new Duty(19, 23.5, 300),
        () -> {
          Position east = new Position(chance.between(16.6, 17.2), chance.between(-87.7, -87.6));
          Orbit orbit = new Orbit(east, 2_500, 720, true);
          Flight flight =
              from("MZBZ")
                  .to(130, 1_200, new Position(17.4, -87.75))
                  .to(130, 800, AirPlaces.before(new Position(17.4, -87.75), east, 5))
                  .round(110, orbit)
                  .to(130, 2_000, new Position(16.6, -88.2))
                  .down(130, Filed.elevation(field("MZBZ")), field("MZBZ").position());
          return new Errand(null, null, 0, "", 0, flight);
        });
  }

  /** High above, now and then, with no plan held here. */
  private void overflight(int address, String flight, Position one, Position other) {
    Chance chance = Chance.of(world.seed(), flight);
    Path path = Path.of(List.of(one, other), 1_500);
    double feet = 1_000 * (31 + chance.below(9));
    Leg.Climb level = new Leg.Climb(feet, feet, feet, 0);
    all.add(
        new Craft(
            flight,
            HIGH,
            papers(address, flight, "A320"),
            null,
            Routine.rounds(
                List.of(new Leg.Away(chance.between(600, 7_200))),
                now ->
                    List.of(
                        new Leg.Run(
                            chance.happens(0.5) ? path : path.reversed(),
                            chance.between(430, 475),
                            level,
                            Leg.Ends.ROLLING),
                        new Leg.Away(chance.between(3_600, 10_000))))));
  }

  /** Flies one errand after another while it is on duty, each with its plan if it has one. */
  private void errands(Papers.Aircraft papers, Craft.Make make, Duty duty, Supplier<Errand> next) {
    errands(papers, make, duty, next, () -> "");
  }

  /** The same between places of which some have no indicator. */
  private void errands(
      Papers.Aircraft papers,
      Craft.Make make,
      Duty duty,
      Supplier<Errand> next,
      Supplier<String> places) {
    Chance chance = Chance.of(world.seed(), "errands " + papers.callsign());
    boolean[] rested = {true};
    all.add(
        new Craft(
            papers.callsign(),
            make,
            papers,
            null,
            Routine.rounds(
                List.of(new Leg.Away(chance.between(300, 2_400))),
                now -> {
                  double minutes = rested[0] ? 10 : duty.restMinutes * chance.between(0.7, 1.3);
                  rested[0] = false;
                  long rest = (long) (minutes * MINUTE);
                  long wait =
                      rest + world.hours().untilWorking(now + rest, duty.fromHour, duty.toHour);
                  Errand errand = next.get();
                  file(papers, errand, places.get(), now, now + wait);
                  List<Leg> legs = new ArrayList<>(List.of(new Leg.Away(wait / 1000.0)));
                  legs.addAll(errand.flight.legs());
                  return legs;
                })));
  }

  private void file(Papers.Aircraft papers, Errand errand, String places, long now, long leaves) {
    if (errand.from == null) {
      return;
    }
    long offBlock = (leaves - (long) (errand.lateMinutes * MINUTE)) / MINUTE * MINUTE - 4 * MINUTE;
    world
        .plans()
        .file(
            new PlanOffice.Filing(
                papers,
                errand.from,
                offBlock,
                errand.to,
                errand.minutes,
                errand.route,
                true,
                places),
            Math.max(now, offBlock - 60 * MINUTE));
  }

  /** As field 15 writes a place. */
  static String point(Position at) {
    long north = Math.round(at.latitude() * 60);
    long west = Math.round(-at.longitude() * 60);
    return String.format(
        Locale.ROOT, "%02d%02dN%03d%02dW", north / 60, north % 60, west / 60, west % 60);
  }
}
