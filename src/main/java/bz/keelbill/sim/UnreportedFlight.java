package bz.keelbill.sim;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import java.util.List;
import java.util.Locale;

/**
 * An aircraft comes in low from the south-east, with no plan filed, and goes down where there is no
 * licensed field. It squawks; it may or may not give a callsign.
 */
final class UnreportedFlight implements Threat {
  private static final Craft.Make MAKE = new Craft.Make("unreported-flight", Double.NaN, 2);
  private static final double TURN_METRES = 2500;
  private static final double CEILING_FEET = 19_500;
  private static final int INSIDE_SECONDS = 60;

  /** Just outside the territorial sea, east of Placencia and Dangriga. */
  private static final Position NEAR_START = new Position(16.640, -87.520);

  /** Strips and roads that the press has named as landing places. */
  private static final List<Position> STRIPS =
      List.of(
          new Position(17.160, -88.440),
          new Position(16.010, -88.960),
          new Position(18.200, -88.400),
          new Position(17.880, -88.890));

  private final Area airspace;
  private final Craft aircraft;
  private int insideSeconds;

  private UnreportedFlight(Area airspace, Craft aircraft) {
    this.airspace = airspace;
    this.aircraft = aircraft;
  }

  static UnreportedFlight make(World world, Chance chance, String id, boolean near) {
    Position start =
        near ? NEAR_START : new Position(chance.between(15.6, 16.4), chance.between(-86.9, -86.4));
    Position strip = near ? STRIPS.get(0) : chance.pick(STRIPS);
    Position turn =
        new Position(
            (start.latitude() + strip.latitude()) / 2 + chance.between(-0.08, 0.08),
            (start.longitude() + strip.longitude()) / 2);
    double cruise = near ? 4500 : chance.between(1500, 9000);
    Leg flight =
        new Leg.Run(
            Path.of(List.of(start, turn, strip), TURN_METRES),
            near ? 245 : chance.between(180, 280),
            new Leg.Climb(cruise, cruise, 40, 320),
            Leg.Ends.ROLLING);
    Craft craft = new Craft(id, MAKE, papers(chance), start, Routine.once(List.of(flight)));
    return new UnreportedFlight(world.geography().airspace(), craft);
  }

  private static Papers.Aircraft papers(Chance chance) {
    int address = 0x0D8000 + chance.below(0x6000);
    String mark = String.format(Locale.ROOT, "YV%04d", chance.below(10_000));
    return new Papers.Aircraft(address, chance.happens(0.5) ? mark : null, mark, "BE20", "1200");
  }

  @Override
  public String family() {
    return "unreported-flight";
  }

  @Override
  public List<String> expectedKinds() {
    return List.of("unreported-flight", "low-flight", "clandestine-landing");
  }

  @Override
  public List<Craft> actors() {
    return List.of(aircraft);
  }

  /** A minute inside the airspace below its ceiling. */
  @Override
  public boolean isPlain(long atMillis) {
    Craft.State state = aircraft.state();
    boolean inside =
        state != null
            && state.altitudeFeet() < CEILING_FEET
            && airspace.contains(state.position().latitude(), state.position().longitude());
    insideSeconds = inside ? insideSeconds + 1 : 0;
    return insideSeconds >= INSIDE_SECONDS;
  }
}
