package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.json.GeodataJson;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class SeaReachTest {
  private static final Coast BELIZE = GeodataJson.load(null).coast();
  private static final double ERROR_METRES = 50;

  private static Area disc(Position middle, double metres) {
    Coordinate[] corners = new Coordinate[73];
    for (int i = 0; i < 72; i++) {
      Position corner =
          Geodesy.destination(middle, i * 5, metres / Math.cos(Math.toRadians(2.5)) * 1.002);
      corners[i] = new Coordinate(corner.longitude(), corner.latitude());
    }
    corners[72] = corners[0];
    return Area.of(Drawn.FACTORY.createPolygon(corners));
  }

  private static Area reach(Coast coast, Position from, double metres) {
    return SeaReach.within(coast, from, ERROR_METRES, metres, disc(from, metres + ERROR_METRES));
  }

  private static boolean holds(Area area, Position at) {
    return area.contains(at.latitude(), at.longitude());
  }

  private static Position somewhereAtSea(SplittableRandom dice) {
    while (true) {
      Position at = new Position(dice.nextDouble(15.9, 18.4), dice.nextDouble(-88.6, -87.4));
      if (!BELIZE.isLand(at.latitude(), at.longitude())) {
        return at;
      }
    }
  }

  @Test
  void whatABoatGetsToByWaterIsInIt() {
    SplittableRandom dice = new SplittableRandom(20261125);
    for (int i = 0; i < 60; i++) {
      Position from = somewhereAtSea(dice);
      double metres = Math.pow(10, dice.nextDouble(3, 5));
      Area area = reach(BELIZE, from, metres);
      for (int boat = 0; boat < 8; boat++) {
        sail(from, metres, area, dice);
      }
    }
  }

  /** Runs straight until land is in the way, then along it or off it, until the way is used up. */
  private static void sail(Position from, double metres, Area area, SplittableRandom dice) {
    double left = metres;
    double heading = dice.nextDouble(360);
    double wanted = heading;
    Position at = Geodesy.destination(from, heading, dice.nextDouble(ERROR_METRES));
    if (BELIZE.crossesLand(from, at)) {
      return;
    }
    for (int leg = 0; leg < 400 && left > 1; leg++) {
      double step = Math.min(left, metres * dice.nextDouble(0.001, 0.05));
      Position next = Geodesy.destination(at, heading, step);
      if (BELIZE.crossesLand(at, next)) {
        heading += dice.nextDouble(-120, 120);
      } else {
        at = next;
        left -= step;
        heading = dice.nextInt(3) == 0 ? wanted : heading + dice.nextDouble(-10, 10);
        Position now = at;
        assertTrue(holds(area, at), () -> now + " from " + from + " in " + metres + " m");
      }
    }
  }

  @Test
  void itIsNeverOnLandAndAlwaysValid() {
    SplittableRandom dice = new SplittableRandom(5);
    for (int i = 0; i < 40; i++) {
      Position from = somewhereAtSea(dice);
      Geometry waters = reach(BELIZE, from, Math.pow(10, dice.nextDouble(2.5, 5.6))).geometry();
      assertTrue(waters.isValid(), from::toString);
      assertTrue(waters.getNumPoints() < 12_000, from::toString);
      Geometry ashore =
          OverlayNGRobust.overlay(waters, BELIZE.land().geometry(), OverlayNG.INTERSECTION);
      assertTrue(ashore.getArea() < 1e-9 * waters.getArea(), from::toString);
    }
  }

  @Test
  void itGrowsWithTheWay() {
    SplittableRandom dice = new SplittableRandom(11);
    for (int i = 0; i < 20; i++) {
      Position from = somewhereAtSea(dice);
      double metres = 3_000;
      Area before = reach(BELIZE, from, metres);
      for (int longer = 0; longer < 5; longer++) {
        metres *= 1.7;
        Area after = reach(BELIZE, from, metres);
        Geometry lost =
            OverlayNGRobust.overlay(before.geometry(), after.geometry(), OverlayNG.DIFFERENCE);
        // Cells of another size may lose a corner behind an island, no more.
        assertTrue(lost.getArea() < 0.002 * before.geometry().getArea(), from::toString);
        assertTrue(after.squareKilometres() > before.squareKilometres());
        before = after;
      }
    }
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    Position from = new Position(17.3, -88.05);
    assertEquals(reach(BELIZE, from, 37_000), reach(BELIZE, from, 37_000));
  }

  @Test
  void behindAnIslandItIsReachedAroundItsEnd() {
    Coast coast = Coast.of(List.of(Drawn.box(-88.01, 17.0, -88.0, 17.1)));
    Position from = new Position(17.04, -88.02);
    Position behind = new Position(17.04, -87.99);
    Position west = new Position(17.0, -88.01);
    Position east = new Position(17.0, -88.0);
    double way =
        Geodesy.exactDistanceMetres(from, west)
            + Geodesy.exactDistanceMetres(west, east)
            + Geodesy.exactDistanceMetres(east, behind);
    assertTrue(holds(reach(coast, from, way), behind));
    assertTrue(holds(reach(coast, from, way - ERROR_METRES), behind), "it may begin nearer");
    assertFalse(holds(reach(coast, from, 0.94 * way - 400), behind));
    assertTrue(way > 2.5 * Geodesy.exactDistanceMetres(from, behind), "no straight way");
  }

  @Test
  void aSmallCayeCutsNothingOff() {
    Coast coast = Coast.of(List.of(Drawn.box(-88.0005, 16.9995, -87.9995, 17.0005)));
    Position from = new Position(17, -88.01);
    Area with = reach(coast, from, 10_000);
    Area without = reach(Coast.of(List.of()), from, 10_000);
    double caye = coast.land().squareKilometres();
    assertEquals(without.squareKilometres() - caye, with.squareKilometres(), 0.1 * caye);
  }

  @Test
  void enclosedWaterIsNotReachedHoweverThinTheWall() {
    Polygon ring =
        (Polygon)
            Drawn.box(-88, 17, -87.9, 17.1)
                .difference(Drawn.box(-87.9998, 17.0002, -87.9002, 17.0998));
    Coast coast = Coast.of(List.of(ring));
    Area area = reach(coast, new Position(17.05, -88.02), 40_000);
    assertFalse(holds(area, new Position(17.05, -87.95)));
    assertTrue(holds(area, new Position(17.05, -87.88)));
    Area lagoon = reach(coast, new Position(17.05, -87.95), 40_000);
    assertTrue(holds(lagoon, new Position(17.09, -87.91)));
    assertFalse(holds(lagoon, new Position(17.05, -88.02)));
  }

  @Test
  void withoutWaterNearTheBeginningItIsEmpty() {
    assertTrue(reach(BELIZE, new Position(17.2, -88.9), 10_000).geometry().isEmpty());
  }
}
