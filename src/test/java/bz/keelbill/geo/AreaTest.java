package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The packed edges, judged by JTS without an index and by geodesics. */
class AreaTest {
  private final long seed = System.nanoTime();
  private final SplittableRandom dice = new SplittableRandom(seed);

  @Test
  void holdsWhatJtsHoldsIncludingCornersAndEdges() {
    for (int round = 0; round < 50; round++) {
      Geometry shape = Drawn.archipelago(dice);
      Area area = Area.of(shape);
      for (Coordinate at : points(shape, 200)) {
        boolean held = SimplePointInAreaLocator.locate(at, shape) != Location.EXTERIOR;
        assertEquals(held, area.contains(at.y, at.x), () -> at + " in " + shape + " seed " + seed);
      }
    }
  }

  /** Anywhere near, at the height of a corner, on a corner, on an edge. */
  private List<Coordinate> points(Geometry shape, int count) {
    Coordinate[] corners = shape.getCoordinates();
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate corner = corners[dice.nextInt(corners.length)];
      double spread = Math.pow(10, dice.nextDouble(-7, 0.5));
      double x = corner.x + dice.nextDouble(-spread, spread);
      points.add(new Coordinate(x, corner.y + dice.nextDouble(-spread, spread)));
      points.add(new Coordinate(x, corner.y));
      points.add(corner);
    }
    return points;
  }

  @Test
  void holdsEveryPointOfALevelAndAnUprightEdge() {
    Area area = Area.of(Drawn.box(-88, 17, -87.5, 17.25));
    assertTrue(area.contains(17, -87.75));
    assertTrue(area.contains(17.25, -87.75));
    assertTrue(area.contains(17.125, -88));
    assertTrue(area.contains(17.125, -87.5));
    assertFalse(area.contains(17, -88.25));
    assertFalse(area.contains(17.25, -87.25));
    assertFalse(area.contains(Double.NaN, -87.75));
  }

  @Test
  void saysWhetherAnEdgeIsWithinADistanceAsItsMeasureDoes() {
    for (int round = 0; round < 40; round++) {
      Geometry shape = Drawn.archipelago(dice);
      Area area = Area.of(shape);
      for (Coordinate at : points(shape, 50)) {
        double metres = Math.pow(10, dice.nextDouble(1, 5));
        boolean isWithin = area.edgeMetres(at.y, at.x) < metres;
        assertEquals(isWithin, area.isEdgeWithin(at.y, at.x, metres), () -> at + " seed " + seed);
      }
    }
  }

  @Test
  void measuresToTheEdgeAsGeodesicsDo() {
    double worst = 0;
    for (int round = 0; round < 40; round++) {
      Geometry shape = Drawn.archipelago(dice);
      Area area = Area.of(shape);
      for (int i = 0; i < 5; i++) {
        Position at = new Position(dice.nextDouble(14.5, 19.5), dice.nextDouble(-90.5, -84.5));
        double exact = geodesicMetres(shape, at);
        double measured = area.edgeMetres(at.latitude(), at.longitude());
        worst = Math.max(worst, Math.abs(measured - exact) / Math.max(exact, 1));
        assertEquals(exact, measured, 0.002 * exact + 0.1, () -> at + " seed " + seed);
      }
    }
    System.out.printf("edge distance: worst %.4f %%, seed %d%n", 100 * worst, seed);
  }

  /** Tries every edge that could be nearest, its places by ternary search on the geodesics. */
  private static double geodesicMetres(Geometry shape, Position at) {
    double nearest = Double.POSITIVE_INFINITY;
    double bound = shape.getBoundary().distance(Drawn.FACTORY.createPoint(xy(at))) * 1.1;
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      Coordinate[] ring = ((Geometry) line).getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        if (Distance.pointToSegment(xy(at), ring[i - 1], ring[i]) <= bound) {
          nearest = Math.min(nearest, geodesicMetres(ring[i - 1], ring[i], at));
        }
      }
    }
    return nearest;
  }

  private static Coordinate xy(Position at) {
    return new Coordinate(at.longitude(), at.latitude());
  }

  private static double geodesicMetres(Coordinate from, Coordinate to, Position at) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-6) {
      double third = (high - low) / 3;
      if (metres(from, to, low + third, at) < metres(from, to, high - third, at)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return metres(from, to, (low + high) / 2, at);
  }

  private static double metres(Coordinate from, Coordinate to, double share, Position at) {
    double latitude = from.y + share * (to.y - from.y);
    double longitude = from.x + share * (to.x - from.x);
    return Geodesy.exactDistanceMetres(at, new Position(latitude, longitude));
  }

  @Test
  void isTouchedByTheStepsThatJtsIntersects() {
    for (int round = 0; round < 50; round++) {
      Geometry shape = Drawn.archipelago(dice);
      Area area = Area.of(shape);
      List<Coordinate> points = points(shape, 40);
      for (int i = 1; i < points.size(); i++) {
        Coordinate from = points.get(i - 1);
        Coordinate to = points.get(i);
        Geometry step = Drawn.FACTORY.createLineString(new Coordinate[] {from, to});
        boolean touched = area.touches(new Position(from.y, from.x), new Position(to.y, to.x));
        assertEquals(shape.intersects(step), touched, () -> step + " on " + shape + " " + seed);
      }
    }
  }

  @Test
  void findsWhereAStepMeetsTheEdge() {
    Area area = Area.of(Drawn.box(-88, 17, -87.5, 17.25));
    Position west = new Position(17.125, -88.25);
    double[] through = area.edgeCrossings(west, new Position(17.125, -87.25));
    assertArrayEquals(new double[] {0.25, 0.75}, through, 1e-12);
    double[] in = area.edgeCrossings(west, new Position(17.125, -87.75));
    assertArrayEquals(new double[] {0.5}, in, 1e-12);
    double[] along = area.edgeCrossings(new Position(17, -88.25), new Position(17, -87.25));
    assertEquals(0.25, along[0], 1e-12);
    assertEquals(0.75, along[along.length - 1], 1e-12);
    assertEquals(0, area.edgeCrossings(west, new Position(18, -87.25)).length);
    assertEquals(0, area.edgeCrossings(west, west).length);
  }

  @Test
  void knowsHowNarrowItIs() {
    double degree = Geodesy.metresPerDegreeLatitude(17);
    Area strip = Area.of(Drawn.box(-88, 17, -87, 17 + 60 / degree));
    assertEquals(30, strip.halfWidthMetres(), 0.1);
    double side = 1_000 / degree;
    double east = 1_000 / Geodesy.metresPerDegreeLongitude(17);
    Area square = Area.of(Drawn.box(-88, 17, -88 + east, 17 + side));
    assertEquals(250, square.halfWidthMetres(), 0.5);
  }

  @Test
  void isEqualWhenItsShapeIs() {
    assertEquals(Area.of(Drawn.box(0, 0, 1, 1)), Area.of(Drawn.box(0, 0, 1, 1)));
    assertEquals(
        Area.of(Drawn.box(0, 0, 1, 1)).hashCode(), Area.of(Drawn.box(0, 0, 1, 1)).hashCode());
    assertNotEquals(Area.of(Drawn.box(0, 0, 1, 1)), Area.of(Drawn.box(0, 0, 1, 2)));
  }

  @Test
  void anEmptyShapeHoldsNothing() {
    Area nothing = Area.of(Drawn.FACTORY.createPolygon());
    assertFalse(nothing.contains(17, -88));
    assertFalse(nothing.touches(new Position(17, -88), new Position(18, -87)));
    assertTrue(Double.isNaN(nothing.edgeMetres(17, -88)));
  }
}
