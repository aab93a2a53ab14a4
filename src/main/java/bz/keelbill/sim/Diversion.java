package bz.keelbill.sim;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A flight with a plan in good order that leaves its route and goes down where there is no licensed
 * field. Nothing but its plan tells it from an ordinary hop.
 */
final class Diversion implements Threat {
  private static final Craft.Make MAKE = new Craft.Make("diverted-hop", Double.NaN, 2);
  private static final double TURN_METRES = 1500;
  private static final double CRUISE_FEET = 3500;
  private static final double KNOTS = 150;
  private static final double OFF_METRES = 15 * 1852;
  private static final int OFF_SECONDS = 180;
  private static final long MINUTE = 60_000;

  /** From where to where it files, and where it goes instead. */
  private record Plot(String from, String to, Position strip) {}

  private static final List<Plot> PLOTS =
      List.of(
          new Plot("MZBE", "MZSP", new Position(17.880, -88.890)),
          new Plot("MZPL", "MZBE", new Position(16.010, -88.960)));

  private final Course planned;
  private final Craft aircraft;
  private int offSeconds;

  private Diversion(Course planned, Craft aircraft) {
    this.planned = planned;
    this.aircraft = aircraft;
  }

  static Diversion make(World world, Chance chance, String id, boolean near) {
    Plot plot = chance.pick(PLOTS);
    Aerodrome from = AirTraffic.field(world, plot.from());
    Aerodrome to = AirTraffic.field(world, plot.to());
    int address = 0x0AB100 + chance.below(0x100);
    String mark = "V3D" + (char) ('A' + chance.below(26)) + (char) ('A' + chance.below(26));
    Papers.Aircraft papers = new Papers.Aircraft(address, mark, mark, "C206", "4701");
    Leg flight =
        new Leg.Run(
            Path.of(List.of(from.position(), plot.strip()), TURN_METRES),
            KNOTS,
            new Leg.Climb(20, CRUISE_FEET, 40, 320),
            Leg.Ends.ROLLING);
    Course planned = new Course("planned", mark, "plan", List.of(from.position(), to.position()));
    int minutes = (int) Math.ceil(world.metres(from, to) / 1852 / KNOTS * 60) + 5;
    Routine routine = Routine.once(List.of(flight));
    boolean[] filed = {false};
    Craft craft =
        new Craft(
            id,
            MAKE,
            papers,
            from.position(),
            now -> {
              if (!filed[0]) {
                filed[0] = true;
                file(world, papers, plot, now, minutes);
              }
              return routine.next(now);
            });
    return new Diversion(planned, craft);
  }

  private static void file(World world, Papers.Aircraft papers, Plot plot, long now, int minutes) {
    long offBlock = now / MINUTE * MINUTE - 3 * MINUTE;
    world
        .plans()
        .file(
            new PlanOffice.Filing(
                papers, plot.from(), offBlock, plot.to(), minutes, "N0150A035 DCT", true),
            offBlock - 60 * MINUTE);
  }

  @Override
  public String family() {
    return "plan-deviation";
  }

  @Override
  public List<String> expectedKinds() {
    return List.of("plan-deviation", "low-flight", "clandestine-landing");
  }

  @Override
  public List<Craft> actors() {
    return List.of(aircraft);
  }

  /**
   * Three minutes more than fifteen miles off its route, once it goes down: storms are flown
   * around.
   */
  @Override
  public boolean isPlain(long atMillis) {
    Craft.State state = aircraft.state();
    boolean off =
        state != null
            && planned.distanceMetres(state.position().latitude(), state.position().longitude())
                > OFF_METRES;
    offSeconds = off ? offSeconds + 1 : 0;
    return offSeconds >= OFF_SECONDS && state.climbFeetPerMinute() < 0;
  }
}
