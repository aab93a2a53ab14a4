package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/** A fishing vessel with AIS goes into a closed water, works there for a while, and leaves. */
final class RestrictedEntry implements Threat {
  private static final Craft.Make MAKE = new Craft.Make("fishing-vessel", 4, 0.4);
  private static final double TURN_METRES = 80;
  private static final int INSIDE_SECONDS = 30;

  /** From where a near one comes to the edge: three minutes are short. */
  private static final double NEAR_METRES = 240;

  private static final double FAR_METRES = 9_000;
  private static final double NEAR_KNOTS = 9.5;

  private final RestrictedWater water;
  private final Craft vessel;
  private int insideSeconds;

  private RestrictedEntry(RestrictedWater water, Craft vessel) {
    this.water = water;
    this.vessel = vessel;
  }

  static RestrictedEntry make(World world, Chance chance, String id, boolean near) {
    RestrictedWater water = near ? RestrictedWater.ALL.get(0) : chance.pick(RestrictedWater.ALL);
    double outside = water.radiusMetres() + (near ? NEAR_METRES : FAR_METRES);
    Position start = openStart(world, chance, water, outside);
    double speed = near ? NEAR_KNOTS : chance.between(5.5, 8);
    Path in = Path.of(List.of(start, water.centre()), TURN_METRES);
    Leg.Hold work = Leg.Hold.drifting(chance.between(900, 1800), 0.4, chance.between(0, 360));
    Path out = Path.of(List.of(work.endFrom(water.centre()), start), TURN_METRES);
    List<Leg> legs =
        List.of(
            new Leg.Run(in, speed, null, Leg.Ends.ROLLING_START),
            work,
            new Leg.Run(out, 7, null, Leg.Ends.ROLLING_END));
    Craft craft = new Craft(id, MAKE, papers(chance), start, Routine.once(legs));
    return new RestrictedEntry(water, craft);
  }

  /** A bearing from which the straight way in is over water. */
  private static Position openStart(
      World world, Chance chance, RestrictedWater water, double metres) {
    double bearing = chance.between(0, 360);
    for (int turn = 0; turn < 72; turn++) {
      Position start = Geodesy.destination(water.centre(), bearing + 5 * turn, metres);
      if (world.waters().isFree(start, water.centre())) {
        return start;
      }
    }
    throw new IllegalStateException("no way over water into " + water.id());
  }

  private static Papers.Vessel papers(Chance chance) {
    int number = 100 + chance.below(900);
    return new Papers.Vessel(
        312_700_000 + number,
        0,
        "V3F" + number,
        "SEA PEARL " + number,
        30,
        Papers.Set.CLASS_B,
        Papers.Hull.of(14, 4));
  }

  @Override
  public String family() {
    return "fence-entry";
  }

  @Override
  public List<String> expectedKinds() {
    return List.of("fence-entry", "fence-dwell");
  }

  @Override
  public List<Craft> actors() {
    return List.of(vessel);
  }

  /** Half a minute inside. */
  @Override
  public boolean isPlain(long atMillis) {
    Craft.State state = vessel.state();
    boolean inside = state != null && water.edgeMetres(state.position()) > 0;
    insideSeconds = inside ? insideSeconds + 1 : 0;
    return insideSeconds >= INSIDE_SECONDS;
  }
}
