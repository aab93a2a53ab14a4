package bz.keelbill.geo;

import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Shapes drawn for tests, in degrees, longitude as x. */
public final class Drawn {
  /** The factory of all drawn shapes. */
  public static final GeometryFactory FACTORY = new GeometryFactory();

  private Drawn() {}

  /** A box from its western, southern, eastern and northern edge. */
  public static Polygon box(double west, double south, double east, double north) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }

  /** A spiky outline around a point; valid whatever the dice say. */
  public static Polygon star(
      double latitude, double longitude, double size, SplittableRandom dice) {
    Coordinate[] corners = new Coordinate[dice.nextInt(5, 120)];
    for (int i = 0; i < corners.length - 1; i++) {
      double angle = 2 * Math.PI * i / (corners.length - 1);
      double radius = size * dice.nextDouble(0.3, 1);
      double x = longitude + radius * Math.cos(angle);
      corners[i] = new Coordinate(x, latitude + radius * Math.sin(angle));
    }
    corners[corners.length - 1] = corners[0];
    return FACTORY.createPolygon(corners);
  }

  /** Some stars in the region, of any size, with a hole, merged where they overlap. */
  public static Geometry archipelago(SplittableRandom dice) {
    Geometry land = FACTORY.createPolygon();
    for (int i = dice.nextInt(1, 6); i > 0; i--) {
      double latitude = dice.nextDouble(15, 19);
      double longitude = dice.nextDouble(-90, -85);
      double size = Math.pow(10, dice.nextDouble(-3, 0));
      Geometry island = star(latitude, longitude, size, dice);
      land = land.union(island.difference(star(latitude, longitude, size / 4, dice)));
    }
    return land;
  }
}
