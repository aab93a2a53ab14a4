package bz.keelbill.json;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Port;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.WatchArea;
import bz.keelbill.json.GeoJson.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What the features of a layer mean; a feature of another shape than its layer's is refused. */
final class LayerFeatures {
  private LayerFeatures() {}

  /** Every polygon, those of multipolygons one by one. */
  static List<Polygon> polygons(List<Feature> features, Complaints complaints) {
    List<Polygon> polygons = new ArrayList<>();
    for (Feature feature : features) {
      Geometry shape = expect(feature, Polygonal.class, complaints);
      for (int i = 0; shape != null && i < shape.getNumGeometries(); i++) {
        polygons.add((Polygon) shape.getGeometryN(i));
      }
    }
    return polygons;
  }

  /** The area of the feature of an id. */
  static Area area(List<Feature> features, String id, Complaints complaints) {
    for (Feature feature : features) {
      if (id.equals(feature.id())) {
        Geometry shape = expect(feature, Polygonal.class, complaints);
        return shape == null ? null : Area.of(shape);
      }
    }
    complaints.about(null);
    complaints.add("features", "none has the id \"" + id + '"');
    return null;
  }

  /** The territorial sea; one of quite another size than Belize's is refused. */
  static Area territorialSea(List<Feature> features, Complaints complaints) {
    Area sea = area(features, "territorial-sea", complaints);
    double size = sea == null ? Double.NaN : sea.squareKilometres();
    if (size < 15_000 || size > 25_000) {
      complaints.about(null);
      String wanted = " square kilometres is not within 15000 to 25000";
      complaints.add("territorial-sea", Math.round(size) + wanted);
    }
    return sea;
  }

  /**
   * Everything within the outer limit of the economic zone, with what lies behind it; null if no
   * feature is the zone.
   */
  static Area economicZone(List<Feature> features, Area behind) {
    for (Feature feature : features) {
      if ("eez".equals(feature.id()) && feature.geometry() instanceof Polygonal) {
        return within(feature.geometry(), behind.geometry());
      }
    }
    return null;
  }

  /** The parts come of two layers and do not quite meet: what looks like a hole is a gap. */
  private static Area within(Geometry zone, Geometry behind) {
    Geometry all = OverlayNGRobust.overlay(zone, behind, OverlayNG.UNION);
    Polygon largest = all.getFactory().createPolygon();
    for (int i = 0; i < all.getNumGeometries(); i++) {
      boolean isLarger = all.getGeometryN(i).getArea() > largest.getArea();
      largest = isLarger ? (Polygon) all.getGeometryN(i) : largest;
    }
    return Area.of(all.getFactory().createPolygon(largest.getExteriorRing()));
  }

  /** Every line. */
  static List<Course> courses(List<Feature> features, Complaints complaints) {
    List<Course> courses = new ArrayList<>();
    for (Feature feature : features) {
      LineString line = (LineString) expect(feature, LineString.class, complaints);
      if (line != null) {
        List<Position> points =
            Arrays.stream(line.getCoordinates()).map(at -> new Position(at.y, at.x)).toList();
        courses.add(new Course(id(feature), name(feature), text(feature, "kind", ""), points));
      }
    }
    return courses;
  }

  /** Every point with a name; one that names no country is taken for one of Belize. */
  static List<Place> places(List<Feature> features, Complaints complaints) {
    List<Place> places = new ArrayList<>();
    for (Feature feature : features) {
      Point point = (Point) expect(feature, Point.class, complaints);
      if (point != null) {
        String type = text(feature, "type", text(feature, "featureCode", ""));
        String kind = text(feature, "kind", type);
        String country = text(feature, "country", "BZ");
        places.add(new Place(id(feature), name(feature), kind, country, position(point)));
      }
    }
    return places;
  }

  /** Every port, with its code if it has one. */
  static List<Port> ports(List<Feature> features, Complaints complaints) {
    List<Port> ports = new ArrayList<>();
    for (Feature feature : features) {
      for (Place place : places(List.of(feature), complaints)) {
        ports.add(new Port(place, text(feature, "unlocode", null)));
      }
    }
    return ports;
  }

  /** Every aerodrome. */
  static List<Aerodrome> aerodromes(List<Feature> features, Complaints complaints) {
    List<Aerodrome> aerodromes = new ArrayList<>();
    for (Feature feature : features) {
      Point point = (Point) expect(feature, Point.class, complaints);
      if (point != null) {
        aerodromes.add(aerodrome(feature, position(point)));
      }
    }
    return aerodromes;
  }

  private static Aerodrome aerodrome(Feature feature, Position position) {
    return new Aerodrome(
        id(feature),
        text(feature, "icao", null),
        name(feature),
        text(feature, "country", null),
        position,
        number(feature, "elevationFeet"),
        number(feature, "runwayLengthMetres"),
        feature.properties().path("open").asBoolean(true),
        "heliport".equals(text(feature, "type", null)));
  }

  /** Every area where smuggling has been told of. */
  static List<WatchArea> watchAreas(List<Feature> features, Complaints complaints) {
    List<WatchArea> areas = new ArrayList<>();
    for (Feature feature : features) {
      Geometry shape = expect(feature, Polygonal.class, complaints);
      if (shape != null) {
        boolean byAir = "air".equals(text(feature, "domain", null));
        areas.add(new WatchArea(id(feature), name(feature), byAir, Area.of(shape)));
      }
    }
    return areas;
  }

  private static Geometry expect(Feature feature, Class<?> shape, Complaints complaints) {
    if (shape.isInstance(feature.geometry())) {
      return feature.geometry();
    }
    complaints.about(feature.label());
    String found = feature.geometry().getGeometryType();
    complaints.add("geometry.type", found + " is not what this layer is made of");
    return null;
  }

  private static Position position(Point point) {
    return new Position(point.getY(), point.getX());
  }

  private static String id(Feature feature) {
    return feature.id() == null ? feature.label() : feature.id();
  }

  private static String name(Feature feature) {
    return text(feature, "name", id(feature));
  }

  private static String text(Feature feature, String member, String byDefault) {
    JsonNode node = feature.properties().path(member);
    return node.isTextual() ? node.asText() : byDefault;
  }

  private static double number(Feature feature, String member) {
    JsonNode node = feature.properties().path(member);
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }
}
