package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An open boat without AIS that waits for a drop within two miles of it, drifting; then picks up
 * and leaves fast for a shore where nobody lands. Some are there from the beginning, some come.
 */
final class WaitingBoat {
  private static final Craft.Make MAKE = new Craft.Make("waiting-boat", 0.9, 1.6);
  private static final double TURN_METRES = 150;
  private static final double NEAREST_METRES = 500;
  private static final double FARTHEST_METRES = 1_700;
  private static final double LONELY_METRES = 3_000;
  private static final int TRIES = 200;

  /** So long its drift stays over open water. */
  private static final double LONGEST_SECONDS = 5_400;

  private static final double STEP_SECONDS = 15;

  private final World world;
  private final Chance chance;
  private final Position drop;
  private final BooleanSupplier dropped;

  WaitingBoat(World world, Chance chance, Position drop, BooleanSupplier dropped) {
    this.world = world;
    this.chance = chance;
    this.drop = drop;
    this.dropped = dropped;
  }

  Craft craft(String id) {
    Position place = openNear(drop, NEAREST_METRES, FARTHEST_METRES);
    Leg.Hold drift = world.drift(place, LONGEST_SECONDS, chance);
    boolean comes = chance.happens(0.5);
    Position start = comes ? openNear(place, 6_000, 14_000) : place;
    Deque<Leg> left = new ArrayDeque<>();
    if (comes) {
      left.add(Leg.Run.boat(world.path(TURN_METRES, start, place), chance.between(14, 20)));
    }
    List<Position> ways = List.of(openNear(drop, 0, 900), shore());
    double fast = chance.between(28, 42);
    double picking = chance.between(100, 240);
    boolean[] leaving = {false};
    Craft[] self = {null};
    self[0] =
        new Craft(
            id,
            MAKE,
            new Papers.None(),
            start,
            now -> {
              if (left.isEmpty() && !leaving[0] && dropped.getAsBoolean()) {
                leaving[0] = true;
                left.addAll(leave(self[0].state().position(), ways, picking, fast));
              }
              return left.isEmpty() && !leaving[0]
                  ? Leg.Hold.drifting(STEP_SECONDS, drift.driftKnots(), drift.driftDegrees())
                  : left.poll();
            });
    return self[0];
  }

  private List<Leg> leave(Position from, List<Position> ways, double picking, double fast) {
    Position pick = ways.get(0);
    return List.of(
        Leg.Run.boat(world.path(TURN_METRES, from, pick), 15),
        Leg.Hold.drifting(picking, 0, 0),
        Leg.Run.boat(world.path(TURN_METRES, pick, ways.get(1)), fast),
        Leg.Hold.docked(600));
  }

  /** Open water at some distance, with nothing between. */
  private Position openNear(Position place, double nearest, double farthest) {
    for (int i = 0; i < TRIES; i++) {
      Position other =
          Geodesy.destination(place, chance.between(0, 360), chance.between(nearest, farthest));
      if (world.waters().isOpenWay(place, other)) {
        return other;
      }
    }
    return world.waters().nearestOpen(place);
  }

  /** The first berth found, ever farther off, that is far from landings and has a way to it. */
  private Position shore() {
    for (int i = 0; i < 20 * TRIES; i++) {
      double farthest = 25_000 + 40.0 * i;
      Position land =
          Geodesy.destination(drop, chance.between(0, 360), chance.between(8_000, farthest));
      if (isLonelyShore(land) && isReached(world.waters().berth(land))) {
        return world.waters().berth(land);
      }
    }
    throw new IllegalStateException("no lonely shore near " + drop);
  }

  private boolean isLonelyShore(Position land) {
    var geography = world.geography();
    return geography.coast().isLand(land.latitude(), land.longitude())
        && geography.coast().shoreMetres(land.latitude(), land.longitude()) < 900
        && geography.landingMetres(land.latitude(), land.longitude()) > LONELY_METRES;
  }

  /** Lagoons have shores too. */
  private boolean isReached(Position berth) {
    try {
      world.waters().way(drop, berth);
      return true;
    } catch (IllegalArgumentException noWay) {
      return false;
    }
  }
}
