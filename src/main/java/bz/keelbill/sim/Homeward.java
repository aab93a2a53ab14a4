package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a vessel goes when its act is over: to the nearest landing, where it makes fast. One that
 * has a transponder and was gone at sea from one second to the next would have gone dark.
 */
final class Homeward {
  private static final double LEAST_KNOTS = 6;
  private static final double MOST_KNOTS = 16;
  private static final double MOST_METRES = 150_000;
  private static final double AT_QUAY_METRES = 300;
  private static final double BERTHED_SECONDS = 1800;
  private static final double AHEAD_METRES = 500;
  private static final double TURN_METRES = 150;

  private Homeward() {}

  /** Sends a vessel with a transponder home once it has done its act. */
  static void send(Craft actor, World world) {
    if (actor.papers() instanceof Papers.Vessel) {
      actor.whenDone(last -> legs(last, world));
    }
  }

  private static List<Leg> legs(Craft.State last, World world) {
    Position from = last.position();
    // No vessel turns on the spot: it goes on a little before it comes round.
    Position ahead = Geodesy.destination(from, last.courseDegrees(), AHEAD_METRES);
    boolean isAtSea = Waters.isCharted(from) && world.waters().isOpenWay(from, ahead);
    List<Position> home = isAtSea ? way(ahead, world) : null;
    Leg berthed = Leg.Hold.docked(BERTHED_SECONDS);
    if (home == null) {
      return List.of();
    }
    List<Position> way = new ArrayList<>(List.of(from));
    way.addAll(home);
    double knots = Math.max(LEAST_KNOTS, Math.min(MOST_KNOTS, last.speedKnots()));
    return List.of(
        new Leg.Run(Path.of(way, TURN_METRES), knots, null, Leg.Ends.ROLLING_START), berthed);
  }

  /** Null where no way leads, or where it lies at the quay already. */
  private static List<Position> way(Position from, World world) {
    Position landing =
        world.geography().landings().stream()
            .map(Place::position)
            .filter(Waters::isCharted)
            .min(Comparator.comparingDouble(at -> Geodesy.distanceMetres(from, at)))
            .orElse(null);
    Position berth = landing == null ? null : world.waters().berth(landing);
    return berth == null || Geodesy.distanceMetres(from, berth) < AT_QUAY_METRES
        ? null
        : world.waters().wayWithin(from, berth, MOST_METRES);
  }
}
