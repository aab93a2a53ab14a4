package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/**
 * A way in from the open sea by a gap in the reef to a shore where nobody lands, drawn from the
 * charts.
 */
record Approach(Position far, Position gap, Position shore) {
  private static final double MILE = 1852;
  private static final int TRIES = 300;

  /**
   * One that a radar sees.
   *
   * @param mastMetres of the boat
   * @param mostMiles from the gap to the shore
   */
  static Approach draw(World world, Chance chance, double mastMetres, double mostMiles) {
    for (int i = 0; i < TRIES; i++) {
      Position gap = Charts.gap(world, chance);
      Position far =
          Geodesy.destination(gap, chance.between(20, 160), chance.between(8, 15) * MILE);
      if (isSeen(world, gap, far, mastMetres) && isDirect(world, far, gap)) {
        Position shore = shore(world, chance, gap, mostMiles);
        if (shore != null && isDirect(world, gap, shore)) {
          return new Approach(far, gap, shore);
        }
      }
    }
    throw new IllegalStateException("no way in from the sea");
  }

  /** From three miles outside on a radar sees the boat. */
  private static boolean isSeen(World world, Position gap, Position far, double mastMetres) {
    double out = Geodesy.bearingDegrees(gap, far);
    return Charts.isSeaward(world, far)
        && Charts.isSeaward(world, Geodesy.destination(gap, out, 3 * MILE))
        && Sight.onRadar(world, gap, mastMetres)
        && Sight.onRadar(world, Geodesy.destination(gap, out, 3 * MILE), mastMetres);
  }

  private static Position shore(World world, Chance chance, Position gap, double mostMiles) {
    return Charts.emptyShore(
        world,
        chance,
        at -> {
          double metres = Geodesy.distanceMetres(gap, at);
          return metres > 2.5 * MILE && metres < mostMiles * MILE && !Charts.isSeaward(world, at);
        });
  }

  private static boolean isDirect(World world, Position from, Position to) {
    if (!Waters.isCharted(from) || world.waters().freeMetres(from) < 50) {
      return false;
    }
    double most = 1.35 * Geodesy.distanceMetres(from, to) + 500;
    List<Position> way = world.waters().wayWithin(from, to, most);
    return way != null;
  }

  /** The whole way. */
  Path path(World world, double turnMetres) {
    return world.path(turnMetres, far, gap, shore);
  }

  /** From some place outside on. */
  Path pathFrom(World world, double turnMetres, Position from) {
    return world.path(turnMetres, from, gap, shore);
  }

  /** Whether a boat has come through the gap by now, given where it is. */
  boolean isThrough(Position at, Position before) {
    double now = Geodesy.distanceMetres(at, gap);
    return now < 500 && now > Geodesy.distanceMetres(before, gap);
  }
}
