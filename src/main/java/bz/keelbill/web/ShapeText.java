package bz.keelbill.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Shapes as others write them, KML, GPX or well-known text, made into GeoJSON features; whether
 * they can be fences is judged elsewhere. Longitude first. Stateless.
 */
final class ShapeText {
  private static final int FEATURE_LIMIT = 500;
  private static final int POINT_LIMIT = 100_000;
  private static final int DEPTH_LIMIT = 64;

  private final List<JsonObject> features = new ArrayList<>();
  private String name = "";
  private int points;

  private ShapeText() {}

  /** Not readable; the message says why in one sentence. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /** Reads a text, whose kind is known from how it begins. */
  static List<JsonObject> read(String text) throws Unreadable {
    String stripped = text.strip();
    if (stripped.startsWith("{")) {
      return geoJson(stripped);
    }
    ShapeText shapes = new ShapeText();
    try {
      if (stripped.startsWith("<")) {
        shapes.readXml(stripped);
      } else {
        shapes.add(new WKTReader().read(stripped));
      }
    } catch (XMLStreamException | ParseException | IllegalArgumentException e) {
      throw new Unreadable("this is neither GeoJSON, KML, GPX nor WKT that can be read");
    }
    if (shapes.features.isEmpty()) {
      throw new Unreadable("there is no line and no area in it");
    }
    return shapes.features;
  }

  private static List<JsonObject> geoJson(String text) throws Unreadable {
    try {
      JsonObject root = new JsonObject(text);
      JsonArray list =
          "FeatureCollection".equals(root.getValue("type"))
              ? root.getJsonArray("features", new JsonArray())
              : new JsonArray().add("Feature".equals(root.getValue("type")) ? root : bare(root));
      if (list.size() > FEATURE_LIMIT) {
        throw new Unreadable("more than " + FEATURE_LIMIT + " shapes");
      }
      List<JsonObject> features = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        features.add(list.getJsonObject(i));
      }
      return features;
    } catch (ClassCastException | io.vertx.core.json.DecodeException e) {
      throw new Unreadable("this is no GeoJSON");
    }
  }

  private static JsonObject bare(JsonObject geometry) {
    return feature("", geometry);
  }

  private static JsonObject feature(String name, JsonObject geometry) {
    return new JsonObject()
        .put("type", "Feature")
        .put("properties", new JsonObject().put("name", name))
        .put("geometry", geometry);
  }

  private void readXml(String text) throws XMLStreamException, Unreadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
    int depth = 0;
    List<Coordinate> path = new ArrayList<>();
    List<List<Coordinate>> rings = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || depth > DEPTH_LIMIT) {
        throw new Unreadable("a document type or nesting that no chart needs");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        String element = xml.getLocalName();
        switch (element) {
          case "name" -> {
            name = xml.getElementText().strip();
            depth--;
          }
          case "coordinates" -> {
            rings.add(kml(xml.getElementText()));
            depth--;
          }
          case "trkpt", "rtept" -> path.add(gpx(xml));
          case "trkseg", "rte" -> path.clear();
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        switch (xml.getLocalName()) {
          case "trkseg", "rte" -> addPath(path);
          case "Polygon" -> addRings(rings, true);
          case "LineString", "Point" -> addRings(rings, false);
          default -> {}
        }
      }
    }
  }

  private List<Coordinate> kml(String text) throws Unreadable {
    List<Coordinate> ring = new ArrayList<>();
    for (String tuple : text.strip().split("\\s+")) {
      String[] parts = tuple.split(",");
      if (parts.length < 2) {
        throw new Unreadable("KML coordinates are longitude, comma, latitude");
      }
      ring.add(at(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
    }
    return ring;
  }

  private Coordinate gpx(XMLStreamReader xml) throws Unreadable {
    String lon = xml.getAttributeValue(null, "lon");
    String lat = xml.getAttributeValue(null, "lat");
    if (lon == null || lat == null) {
      throw new Unreadable("a point of GPX has lat and lon");
    }
    return at(Double.parseDouble(lon), Double.parseDouble(lat));
  }

  private Coordinate at(double longitude, double latitude) throws Unreadable {
    if (++points > POINT_LIMIT) {
      throw new Unreadable("more than " + POINT_LIMIT + " positions");
    }
    return new Coordinate(longitude, latitude);
  }

  /** A path that comes back to its beginning is an area. */
  private void addPath(List<Coordinate> path) throws Unreadable {
    boolean isClosed = path.size() > 3 && path.get(0).equals2D(path.get(path.size() - 1));
    if (path.size() > 1) {
      addRings(new ArrayList<>(List.of(List.copyOf(path))), isClosed);
    }
  }

  private void addRings(List<List<Coordinate>> rings, boolean isArea) throws Unreadable {
    if (rings.isEmpty()) {
      return;
    }
    JsonArray all = new JsonArray();
    rings.forEach(ring -> all.add(positions(ring.toArray(Coordinate[]::new))));
    if (isArea) {
      add(new JsonObject().put("type", "Polygon").put("coordinates", all));
    } else if (rings.get(0).size() > 1) {
      add(new JsonObject().put("type", "LineString").put("coordinates", all.getValue(0)));
    }
    rings.clear();
  }

  private void add(Geometry geometry) throws Unreadable {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        JsonArray rings =
            new JsonArray().add(positions(polygon.getExteriorRing().getCoordinates()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(positions(polygon.getInteriorRingN(hole).getCoordinates()));
        }
        add(new JsonObject().put("type", "Polygon").put("coordinates", rings));
      } else if (part instanceof LineString line) {
        JsonArray positions = positions(line.getCoordinates());
        add(new JsonObject().put("type", "LineString").put("coordinates", positions));
      }
    }
  }

  private void add(JsonObject geometry) throws Unreadable {
    if (features.size() >= FEATURE_LIMIT) {
      throw new Unreadable("more than " + FEATURE_LIMIT + " shapes");
    }
    features.add(feature(name, geometry));
  }

  private static JsonArray positions(Coordinate[] coordinates) {
    JsonArray positions = new JsonArray();
    for (Coordinate each : coordinates) {
      positions.add(new JsonArray().add(each.x).add(each.y));
    }
    return positions;
  }
}
