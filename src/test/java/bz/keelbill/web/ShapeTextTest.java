package bz.keelbill.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes as others write them. */
class ShapeTextTest {
  private static final String KML =
      "<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark>%s</Placemark></kml>";

  private static JsonObject geometry(String text) throws ShapeText.Unreadable {
    return ShapeText.read(text).get(0).getJsonObject("geometry");
  }

  @Test
  void aPolygonOfKmlKeepsItsNameAndItsHole() throws ShapeText.Unreadable {
    String ring = "<LinearRing><coordinates>%s</coordinates></LinearRing>";
    String outer = ring.formatted("-88,17,5 -87,17,5 -87,18,5 -88,18,5 -88,17,5");
    String inner = ring.formatted("-87.6,17.4 -87.4,17.4 -87.4,17.6 -87.6,17.4");
    String polygon =
        "<name>A &amp; B</name><Polygon><outerBoundaryIs>%s</outerBoundaryIs><innerBoundaryIs>%s</innerBoundaryIs></Polygon>"
            .formatted(outer, inner);
    JsonObject feature = ShapeText.read(KML.formatted(polygon)).get(0);
    assertEquals("A & B", feature.getJsonObject("properties").getString("name"));
    JsonArray rings = feature.getJsonObject("geometry").getJsonArray("coordinates");
    assertEquals(2, rings.size());
    assertEquals(new JsonArray().add(-88.0).add(17.0), rings.getJsonArray(0).getJsonArray(0));
  }

  @Test
  void aTrackOfGpxIsALineAndAClosedOneAnArea() throws ShapeText.Unreadable {
    String point = "<trkpt lat='%s' lon='%s'/>";
    String open = point.formatted(17, -88) + point.formatted(17, -87) + point.formatted(18, -87);
    String gpx = "<gpx><trk><name>t</name><trkseg>%s</trkseg></trk></gpx>";
    assertEquals("LineString", geometry(gpx.formatted(open)).getString("type"));
    String closed = open + point.formatted(17, -88);
    assertEquals("Polygon", geometry(gpx.formatted(closed)).getString("type"));
  }

  @Test
  void wellKnownTextMayHoldMany() throws ShapeText.Unreadable {
    List<JsonObject> shapes =
        ShapeText.read("GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 0)),LINESTRING(0 0,1 1))");
    assertEquals(2, shapes.size());
    assertEquals("LineString", shapes.get(1).getJsonObject("geometry").getString("type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing of the kind",
        "<kml/>",
        "<kml><coordinates>1</coordinates></kml>",
        "<gpx><trk><trkseg><trkpt lat='x' lon='y'/></trkseg></trk></gpx>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><kml><name>&a;</name></kml>",
        "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><kml><name>&b;</name></kml>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><kml><name>n</name></kml>",
        "{\"type\":\"FeatureCollection\",\"features\":[1]}",
        "{",
        "POLYGON((0 0",
        "POINT(1 1)"
      })
  void whatIsNoShapeIsRefusedAtOnce(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThrows(ShapeText.Unreadable.class, () -> ShapeText.read(text)));
  }

  @Test
  void whatIsNestedTooDeeplyIsRefused() {
    String deep = "<kml>" + "<Folder>".repeat(100_000);
    assertThrows(ShapeText.Unreadable.class, () -> ShapeText.read(deep));
  }
}
