package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.util.List;

/**
 * An open boat without AIS comes from the open sea at 38 to 46 knots, through a gap in the reef, to
 * a shore where nobody lands, and is gone. Only radar sees it.
 */
final class GoFastRun implements Threat {

  /** A way in: from far out, or from just inside a radar's good range, by a gap to a shore. */
  private record Approach(Position far, Position near, Position gap, Position shore) {}

  private static final List<Approach> APPROACHES =
      List.of(
          new Approach(
              new Position(16.930, -87.640),
              new Position(16.872, -87.940),
              new Position(16.887, -88.058),
              new Position(16.900, -88.275)),
          new Approach(
              new Position(17.180, -87.560),
              new Position(17.215, -87.690),
              new Position(17.190, -87.850),
              new Position(17.210, -87.870)),
          new Approach(
              new Position(16.560, -87.640),
              new Position(16.520, -87.880),
              new Position(16.530, -87.975),
              new Position(16.400, -88.430)));

  private static final Craft.Make MAKE = new Craft.Make("go-fast", 0.9, 1.6);
  private static final double TURN_METRES = 220;
  private static final double FAST_KNOTS = 25;
  private static final int FAST_SECONDS = 90;

  private final World world;
  private final Craft boat;
  private int fastSeconds;

  private GoFastRun(World world, Craft boat) {
    this.world = world;
    this.boat = boat;
  }

  /**
   * A run by any approach; a near one is the first, begins at speed, and is the fastest: about 52
   * knots.
   */
  static GoFastRun make(World world, Chance chance, String id, boolean near) {
    Approach approach = near ? APPROACHES.get(0) : chance.pick(APPROACHES);
    Position start = near ? approach.near : approach.far;
    double speed = near ? chance.between(51, 52.5) : chance.between(38, 46);
    Position shore = world.waters().berth(approach.shore);
    Leg run =
        new Leg.Run(
            world.path(TURN_METRES, start, approach.gap, shore),
            speed,
            null,
            Leg.Ends.ROLLING_START);
    List<Leg> legs = List.of(run, Leg.Hold.drifting(420, 0.2, 0));
    return new GoFastRun(world, new Craft(id, MAKE, new Papers.None(), start, Routine.once(legs)));
  }

  @Override
  public String family() {
    return "go-fast";
  }

  @Override
  public List<String> expectedKinds() {
    return List.of("go-fast", "shore-approach");
  }

  @Override
  public List<Craft> actors() {
    return List.of(boat);
  }

  /** Fast for a minute and a half where a radar can see it. */
  @Override
  public boolean isPlain(long atMillis) {
    Craft.State state = boat.state();
    boolean fast = state != null && state.speedKnots() >= FAST_KNOTS && isInReach(state);
    fastSeconds = fast ? fastSeconds + 1 : 0;
    return fastSeconds >= FAST_SECONDS;
  }

  private boolean isInReach(Craft.State state) {
    for (Station radar : world.stations(Station.RADAR)) {
      // Nearer the rim the beam is too thin to follow a boat.
      double reach = 0.9 * radar.radarReachNm(MAKE.mastMetres());
      if (radar.milesTo(state.position()) < reach) {
        return true;
      }
    }
    return false;
  }
}
