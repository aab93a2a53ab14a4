package bz.keelbill.json;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The shapes a fence may be drawn as, made into polygons; and polygons written as GeoJSON. */
final class FenceShapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int CIRCLE_CORNERS = 64;
  private static final double METRES_LIMIT = 500_000;
  private static final int LINE_LIMIT = 500;
  private static final String BUFFER = "bufferMetres";

  private FenceShapes() {}

  /** The surface a fence's geometry stands for; null after a complaint. */
  static Geometry polygonal(Geometry given, Members members, Complaints complaints) {
    if (given instanceof Polygonal) {
      return members.has(BUFFER) ? widened(given, members, complaints) : given;
    }
    if (given instanceof Point point) {
      double metres = metres(members, "radiusMetres", "a point needs a radius to be a fence");
      return metres > 0 ? circle(point, metres) : null;
    }
    if (given instanceof LineString line) {
      double metres = metres(members, BUFFER, "a line needs a width to be a fence");
      if (line.getNumPoints() > LINE_LIMIT) {
        complaints.add("geometry", "a line of more than " + LINE_LIMIT + " positions");
        return null;
      }
      return metres > 0 ? corridor(line, metres) : null;
    }
    complaints.add("geometry.type", "must be Polygon, MultiPolygon, Point or LineString");
    return null;
  }

  /** A surface with all that lies so near to its edge. */
  private static Geometry widened(Geometry given, Members members, Complaints complaints) {
    double metres = metres(members, BUFFER, "");
    if (given.getNumPoints() > LINE_LIMIT) {
      complaints.add("geometry", "more than " + LINE_LIMIT + " positions to be widened");
      return null;
    }
    List<Geometry> parts = new ArrayList<>(List.of(given));
    for (int i = 0; metres > 0 && i < given.getNumGeometries(); i++) {
      parts.add(corridor(((Polygon) given.getGeometryN(i)).getExteriorRing(), metres));
    }
    return metres > 0 ? OverlayNGRobust.union(parts, FACTORY) : null;
  }

  private static double metres(Members members, String member, String why) {
    if (!members.has(member)) {
      return members.refuse(member, "is missing: " + why, Double.NaN);
    }
    return members.number(member, 1, METRES_LIMIT);
  }

  private static Geometry circle(Point centre, double radiusMetres) {
    Position middle = new Position(centre.getY(), centre.getX());
    Coordinate[] corners = new Coordinate[CIRCLE_CORNERS + 1];
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      Position corner = Geodesy.destination(middle, -360.0 * i / CIRCLE_CORNERS, radiusMetres);
      corners[i] = new Coordinate(corner.longitude(), corner.latitude());
    }
    corners[CIRCLE_CORNERS] = corners[0];
    return FACTORY.createPolygon(corners);
  }

  /** Each part of the line is widened in a plane of metres of its own. */
  private static Geometry corridor(LineString line, double metres) {
    List<Geometry> parts = new ArrayList<>();
    Coordinate[] points = line.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      double latitude = (points[i - 1].y + points[i].y) / 2;
      double east = Geodesy.metresPerDegreeLongitude(latitude);
      double north = Geodesy.metresPerDegreeLatitude(latitude);
      Geometry part = FACTORY.createLineString(new Coordinate[] {points[i - 1], points[i]});
      Geometry plane = AffineTransformation.scaleInstance(east, north).transform(part);
      Geometry wide = plane.buffer(metres, 16);
      parts.add(AffineTransformation.scaleInstance(1 / east, 1 / north).transform(wide));
    }
    return OverlayNGRobust.union(parts, FACTORY);
  }

  /** A polygon or multipolygon as GeoJSON: outer rings against the clock, holes with it. */
  static ObjectNode write(Geometry shape) {
    ObjectNode geometry = JsonNodeFactory.instance.objectNode();
    geometry.put("type", shape.getGeometryType());
    ArrayNode coordinates = geometry.putArray("coordinates");
    if (shape instanceof Polygon polygon) {
      writeRings(polygon, coordinates);
    } else {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        writeRings((Polygon) shape.getGeometryN(i), coordinates.addArray());
      }
    }
    return geometry;
  }

  private static void writeRings(Polygon polygon, ArrayNode rings) {
    writeRing(polygon.getExteriorRing(), true, rings.addArray());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      writeRing(polygon.getInteriorRingN(i), false, rings.addArray());
    }
  }

  private static void writeRing(LinearRing ring, boolean outer, ArrayNode positions) {
    for (Coordinate point : Shapes.turned(ring, outer).getCoordinates()) {
      positions.addArray().add(point.x).add(point.y);
    }
  }
}
