package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.detect.FenceEntry;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceBuilder;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A boat that only a radar's bare plots show runs into a fence among false plots: a turn of 2.5 s,
 * seen with 0.8, 40 m and 0.7° of error, ten false plots a turn, 35 to 45 kn. Told at most three
 * turns after the second plot that is inside with a chance of 0.9, in 95 of 100 runs; {@code
 * -Ddark.runs=1000} for all of the promise.
 */
class DarkBoatTest {
  private static final int RUNS = Integer.getInteger("dark.runs", 40);
  private static final long START = 1_795_500_000_000L;
  private static final long TURN_MILLIS = 2_500;
  private static final int TURNS_AFTER = 3;
  private static final int PATIENCE = 12;
  private static final double MARGIN_METRES = 50;
  private static final double SIGMAS = 1.28;
  private static final double RANGE_SIGMA_METRES = 40;
  private static final double BEARING_SIGMA_DEGREES = 0.7;
  private static final double SEEN = 0.8;
  private static final int FALSE_PLOTS = 10;
  private static final double RADAR_METRES = 22_000;
  private static final Geography EARTH = GeodataJson.load(null);

  /** Far from land, so that nothing but the fence is to be told. */
  private static final Position MAST = new Position(16.9, -86.9);

  /** One run. */
  private static final class Run {
    private final Random chance;
    private final Position fence;
    private final Position begin;
    private final double course;
    private final double metresPerSecond;
    private final double halfWidth = 3_000;
    private final Watch watch;
    private boolean isTold;

    Run(long seed) {
      chance = new Random(seed);
      fence = Geodesy.destination(MAST, 360 * chance.nextDouble(), 9_000);
      course = 90 * chance.nextInt(4);
      begin = Geodesy.destination(fence, course + 180, 8_000);
      metresPerSecond = (35 + 10 * chance.nextDouble()) * 1852 / 3600;
      watch =
          new Watch(
              new Setup(
                  EARTH,
                  FenceMap.of(1, List.of(square())),
                  Rules.defaults(),
                  new OwnForces(Set.of(), Set.of()),
                  new WatchList(List.of()),
                  Map.of()),
              this::heard);
    }

    private Fence square() {
      Coordinate[] corners = new Coordinate[5];
      for (int i = 0; i < 5; i++) {
        Position edge = Geodesy.destination(fence, 90 * (i % 4), halfWidth);
        Position corner = Geodesy.destination(edge, 90 * (i % 4) + 90, halfWidth);
        corners[i] = new Coordinate(corner.longitude(), corner.latitude());
      }
      return FenceBuilder.fence("water", new GeometryFactory().createPolygon(corners)).build();
    }

    private void heard(Change change) {
      boolean isEntry =
          change instanceof Change.AlertChanged alert
              && alert.what() == What.RAISED
              && alert.alert().finding().kind().equals(FenceEntry.KIND)
              && Geodesy.distanceMetres(
                      alert.alert().finding().moment().position(), boat(watch.timeMillis()))
                  < 500;
      isTold |= isEntry;
    }

    private Position boat(long millis) {
      return Geodesy.destination(begin, course, metresPerSecond * (millis - START) / 1000.0);
    }

    /** How many turns after the second plot that was inside it is told; many if it is not. */
    int turnsUntilTold() {
      long second = START;
      int seenInside = 0;
      int turnsAfter = -1;
      for (long turn = START; turnsAfter < PATIENCE; turn += TURN_MILLIS) {
        for (; second <= turn; second += 1_000) {
          watch.advanceTo(second);
        }
        turnsAfter += seenInside >= 2 ? 1 : 0;
        if (isTold && turnsAfter >= 0) {
          return turnsAfter;
        }
        seenInside += isInside(sweep(turn)) ? 1 : 0;
      }
      return Integer.MAX_VALUE;
    }

    /** Whether a plot says by itself, with the error it has, that it is inside: with 0.9. */
    private boolean isInside(Fix plot) {
      if (plot == null) {
        return false;
      }
      double margin = Math.max(MARGIN_METRES, SIGMAS * plot.state().accuracy().worstMetres());
      double ahead = Geodesy.distanceMetres(begin, plot.position());
      return ahead >= 8_000 - halfWidth + margin;
    }

    /** The boat's plot, or null. */
    private Fix sweep(long turn) {
      Fix seen = chance.nextDouble() < SEEN ? plot(turn, blurred(boat(turn))) : null;
      if (seen != null) {
        watch.apply(seen);
      }
      for (int i = 0; i < FALSE_PLOTS; i++) {
        double metres = RADAR_METRES * Math.sqrt(chance.nextDouble());
        watch.apply(plot(turn, Geodesy.destination(MAST, 360 * chance.nextDouble(), metres)));
      }
      return seen;
    }

    private Position blurred(Position at) {
      double bearing = Geodesy.bearingDegrees(MAST, at);
      double metres = Geodesy.distanceMetres(MAST, at);
      return Geodesy.destination(
          MAST,
          bearing + BEARING_SIGMA_DEGREES * chance.nextGaussian(),
          metres + RANGE_SIGMA_METRES * chance.nextGaussian());
    }

    private static Fix plot(long millis, Position at) {
      double across = Math.toRadians(BEARING_SIGMA_DEGREES) * Geodesy.distanceMetres(MAST, at);
      return new Fix(
          new Origin("feed", "radar", millis, millis, millis),
          new ContactId.Plot("radar"),
          at,
          Fix.Motion.UNKNOWN,
          null,
          new Fix.State(
              Fix.Source.RADAR,
              new Fix.Accuracy(RANGE_SIGMA_METRES, across, Geodesy.bearingDegrees(MAST, at), false),
              null));
    }
  }

  @Test
  void aDarkBoatAmongFalsePlotsIsToldThreeTurnsAfterItIsInside() {
    int told = 0;
    Map<Integer, Integer> later = new TreeMap<>();
    for (int run = 0; run < RUNS; run++) {
      int turns = new Run(run).turnsUntilTold();
      told += turns <= TURNS_AFTER ? 1 : 0;
      later.merge(Math.min(turns, PATIENCE + 1), 1, Integer::sum);
    }
    System.out.printf("%d of %d told in time, turns later: %s%n", told, RUNS, later);
    assertTrue(told >= 0.95 * RUNS, told + " of " + RUNS);
  }
}
