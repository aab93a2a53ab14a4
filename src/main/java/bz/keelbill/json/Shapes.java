package bz.keelbill.json;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.ShapeDefect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads the geometries of one GeoJSON text and complains about bad ones. One thread. */
final class Shapes {
  private static final int POSITION_LIMIT = 1_000_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Complaints complaints;
  private final boolean areTrusted;
  private int positions;

  Shapes(Complaints complaints) {
    this(complaints, false);
  }

  /**
   * For a text.
   *
   * @param areTrusted whether its shapes are known to be valid, so that they need not be walked
   */
  Shapes(Complaints complaints, boolean areTrusted) {
    this.complaints = complaints;
    this.areTrusted = areTrusted;
  }

  /** The geometry; null after a complaint. */
  Geometry read(JsonNode geometry) {
    int before = complaints.count();
    Geometry shape = shape(geometry);
    if (complaints.count() > before || shape == null) {
      return null;
    }
    ShapeDefect defect = areTrusted ? null : ShapeDefect.find(shape);
    if (defect != null) {
      complaints.add("geometry", defect.reason(), defect.at());
    }
    return defect == null ? shape : null;
  }

  private Geometry shape(JsonNode geometry) {
    if (!geometry.isObject()) {
      complaints.add("geometry", "is missing");
      return null;
    }
    String at = "geometry.coordinates";
    JsonNode coordinates = geometry.path("coordinates");
    String type = geometry.path("type").asText();
    return switch (type) {
      case "Point" -> FACTORY.createPoint(position(coordinates, at));
      case "LineString" -> line(coordinates, at);
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              parts(coordinates, at, this::line).toArray(new LineString[0]));
      case "Polygon" -> polygon(coordinates, at);
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(parts(coordinates, at, this::polygon).toArray(new Polygon[0]));
      default -> {
        String known = "Point, LineString, MultiLineString, Polygon or MultiPolygon";
        complaints.add("geometry.type", "must be " + known);
        yield null;
      }
    };
  }

  /** Reads one part of a geometry. */
  private interface Part<T> {
    T read(JsonNode node, String at);
  }

  /** The parts of an array with at least one element; those that can be read. */
  private <T> List<T> parts(JsonNode nodes, String at, Part<T> part) {
    List<T> parts = new ArrayList<>();
    if (!nodes.isArray() || nodes.isEmpty()) {
      complaints.add(at, "must be an array with at least one element");
      return parts;
    }
    for (int i = 0; i < nodes.size() && positions <= POSITION_LIMIT; i++) {
      T read = part.read(nodes.get(i), at + '[' + i + ']');
      if (read != null) {
        parts.add(read);
      }
    }
    return parts;
  }

  private LineString line(JsonNode nodes, String at) {
    List<Coordinate> points = positions(nodes, at);
    if (points != null && points.size() < 2) {
      complaints.add(at, "a line has at least two positions");
      return null;
    }
    return points == null ? null : FACTORY.createLineString(points.toArray(new Coordinate[0]));
  }

  private Polygon polygon(JsonNode nodes, String at) {
    List<LinearRing> rings = parts(nodes, at, this::ring);
    if (rings.isEmpty()) {
      return null;
    }
    LinearRing[] turned = new LinearRing[rings.size()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = turned(rings.get(i), i == 0);
    }
    return FACTORY.createPolygon(turned[0], Arrays.copyOfRange(turned, 1, turned.length));
  }

  /** Outer rings run against the clock, holes with it (RFC 7946, 3.1.6); others are turned. */
  static LinearRing turned(LinearRing ring, boolean outer) {
    boolean againstClock = Orientation.isCCW(ring.getCoordinateSequence());
    return againstClock == outer ? ring : ring.reverse();
  }

  private LinearRing ring(JsonNode nodes, String at) {
    List<Coordinate> points = positions(nodes, at);
    if (points == null) {
      return null;
    }
    if (points.size() < 4) {
      complaints.add(at, "a ring has at least four positions, the first repeated at the end");
      return null;
    }
    if (!points.get(0).equals2D(points.get(points.size() - 1))) {
      complaints.add(at, "the ring is not closed: its last position must repeat its first");
      return null;
    }
    return FACTORY.createLinearRing(points.toArray(new Coordinate[0]));
  }

  /** The positions of an array; null after a complaint. */
  private List<Coordinate> positions(JsonNode nodes, String at) {
    int before = complaints.count();
    List<Coordinate> points = parts(nodes, at, this::position);
    return complaints.count() == before ? points : null;
  }

  private Coordinate position(JsonNode node, String at) {
    positions++;
    if (positions > POSITION_LIMIT) {
      complaints.add(at, "the file has more than " + POSITION_LIMIT + " positions");
      return null;
    }
    if (!node.isArray() || !node.path(0).isNumber() || !node.path(1).isNumber()) {
      complaints.add(at, "must be a position: [longitude, latitude] in degrees");
      return null;
    }
    double longitude = node.get(0).doubleValue();
    double latitude = node.get(1).doubleValue();
    if (!Position.isValid(latitude, longitude)) {
      complaints.add(at, outOfRange(longitude, latitude));
      return null;
    }
    return new Coordinate(longitude, latitude);
  }

  private static String outOfRange(double longitude, double latitude) {
    String swapped = Position.isValid(longitude, latitude) ? " (longitude comes first)" : "";
    return Math.abs(latitude) <= 90
        ? "longitude " + longitude + " is not within -180 to 180"
        : "latitude " + latitude + " is not within -90 to 90" + swapped;
  }
}
