package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Fence.AppliesTo;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class FenceGeoJsonTest {
  private static final String BOX =
      "{\"type\":\"Polygon\",\"coordinates\":[[[-88,17],[-87,17],[-87,18],[-88,18],[-88,17]]]}";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + '}';
  }

  private static Fence fence(String properties) throws GeoJsonException {
    return FenceGeoJson.readFeature("x", utf8(text(properties, BOX)));
  }

  @Test
  void readsEveryProperty() throws GeoJsonException {
    Fence fence =
        fence(
            """
            "id":"f-1","name":"Fence","kind":"restricted","priority":"alarm","appliesTo":"aircraft",
            "floorFeet":500,"ceilingFeet":3000,"activeFrom":"18:00","activeTo":"06:30",
            "timezone":"America/Guatemala","dwellSeconds":120,"minSpeedKnots":5,"maxSpeedKnots":30.5,
            "validFrom":"2026-11-23T06:00:00Z","validUntil":"2026-12-01T00:00:00-06:00",
            "reason":"because"
            """);
    assertEquals("f-1", fence.id());
    assertEquals(new Fence.Label("Fence", "restricted", "because"), fence.label());
    assertEquals(new Fence.Scope(AppliesTo.AIRCRAFT, Priority.ALARM), fence.scope());
    assertEquals(new Fence.Band(500, 3_000), fence.band());
    assertEquals(LocalTime.of(18, 0), fence.hours().from());
    assertEquals(LocalTime.of(6, 30), fence.hours().to());
    assertEquals("America/Guatemala", fence.hours().zone().getId());
    assertEquals(millis("2026-11-23T06:00:00Z"), fence.hours().validFromMillis());
    assertEquals(millis("2026-12-01T06:00:00Z"), fence.hours().validUntilMillis());
    assertEquals(new Fence.Limits(120, 5, 30.5), fence.limits());
    assertTrue(fence.area().contains(17.5, -87.5));
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void aNameIsEnough() throws GeoJsonException {
    Fence fence = fence("\"name\":\"Hol Chan, no-take\",\"floorFeet\":null,\"activeFrom\":null");
    assertEquals("hol-chan-no-take", fence.id());
    assertEquals(new Fence.Label("Hol Chan, no-take", "monitored", null), fence.label());
    assertEquals(new Fence.Scope(AppliesTo.ANY, Priority.CAUTION), fence.scope());
    assertEquals(new Fence.Band(Double.NaN, Double.NaN), fence.band());
    assertNull(fence.hours().from());
    assertEquals(FenceGeoJson.DEFAULT_ZONE, fence.hours().zone());
    assertEquals(Long.MIN_VALUE, fence.hours().validFromMillis());
    assertEquals(Long.MAX_VALUE, fence.hours().validUntilMillis());
    assertEquals(Fence.Limits.NONE, fence.limits());
  }

  @ParameterizedTest
  @CsvSource({"restricted, WARNING", "monitored, CAUTION", "harbour, CAUTION", "own-word, CAUTION"})
  void theKindDecidesThePriority(String kind, Priority priority) throws GeoJsonException {
    Fence fence = fence("\"name\":\"n\",\"kind\":\"" + kind + "\"");
    assertEquals(priority, fence.scope().priority());
    assertEquals(kind, fence.label().kind());
  }

  @Test
  void daysAreLocalAndTheLastOneCounts() throws GeoJsonException {
    Fence fence =
        fence("\"name\":\"n\",\"validFrom\":\"2026-11-23\",\"validUntil\":\"2026-11-24\"");
    assertEquals(millis("2026-11-23T06:00:00Z"), fence.hours().validFromMillis());
    assertEquals(millis("2026-11-25T06:00:00Z"), fence.hours().validUntilMillis());
  }

  @Test
  void midnightMayBeTheEndOfTheDay() throws GeoJsonException {
    Fence fence = fence("\"name\":\"n\",\"activeFrom\":\"18:00\",\"activeTo\":\"24:00\"");
    assertTrue(fence.isActive(millis("2026-11-24T05:59:59Z")));
    assertEquals(LocalTime.MIDNIGHT, fence.hours().to());
  }

  /** Each row: the properties, and all that is said about them; '|' parts the lines. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/geojson/hostile-fences.csv", delimiter = ';', quoteCharacter = '~')
  void saysWhatIsWrongWithAFence(String properties, String message) {
    GeoJsonException refused = assertThrows(GeoJsonException.class, () -> fence(properties));
    assertEquals(message.replace("|", "\n"), refused.getMessage());
  }

  @Test
  void aPointWithARadiusIsACircle() throws GeoJsonException {
    String point = "{\"type\":\"Point\",\"coordinates\":[-88,17]}";
    String properties = "\"name\":\"n\",\"radiusMetres\":5000";
    Fence fence = FenceGeoJson.readFeature("x", utf8(text(properties, point)));
    Position centre = new Position(17, -88);
    for (int bearing = 0; bearing < 360; bearing += 7) {
      Position inside = Geodesy.destination(centre, bearing, 4_990);
      Position outside = Geodesy.destination(centre, bearing, 5_001);
      assertTrue(fence.area().contains(inside.latitude(), inside.longitude()));
      assertTrue(!fence.area().contains(outside.latitude(), outside.longitude()));
    }
  }

  @Test
  void aLineWithAWidthIsACorridor() throws GeoJsonException {
    String line = "{\"type\":\"LineString\",\"coordinates\":[[-88,16],[-88,17.5],[-87,18.5]]}";
    String properties = "\"name\":\"n\",\"bufferMetres\":2000";
    Fence fence = FenceGeoJson.readFeature("x", utf8(text(properties, line)));
    for (double latitude = 16; latitude < 17.4; latitude += 0.1) {
      Position inside = Geodesy.destination(new Position(latitude, -88), 90, 1_985);
      Position outside = Geodesy.destination(new Position(latitude, -88), 90, 2_015);
      assertTrue(fence.area().contains(inside.latitude(), inside.longitude()));
      assertTrue(!fence.area().contains(outside.latitude(), outside.longitude()));
    }
  }

  @Test
  void anAreaWithAWidthReachesSoMuchFurther() throws GeoJsonException {
    String square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[-88,17],[-87.9,17],[-87.9,17.1],[-88,17.1],[-88,17]]]}";
    String properties = "\"name\":\"n\",\"bufferMetres\":2000";
    Fence fence = FenceGeoJson.readFeature("x", utf8(text(properties, square)));
    for (double latitude = 17.01; latitude < 17.1; latitude += 0.01) {
      Position inside = Geodesy.destination(new Position(latitude, -87.9), 90, 1_985);
      Position outside = Geodesy.destination(new Position(latitude, -87.9), 90, 2_015);
      assertTrue(fence.area().contains(latitude, -87.95), "what was inside");
      assertTrue(fence.area().contains(inside.latitude(), inside.longitude()));
      assertTrue(!fence.area().contains(outside.latitude(), outside.longitude()));
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws GeoJsonException {
    List<Fence> starter = FenceGeoJson.starter();
    byte[] written = utf8(FenceGeoJson.write(starter).toString());
    List<Fence> again = FenceGeoJson.read("again", written);
    assertEquals(utf8(FenceGeoJson.write(again).toString()).length, written.length);
    for (int i = 0; i < starter.size(); i++) {
      assertEquals(starter.get(i), again.get(i));
    }
    Fence full =
        fence(
            """
            "name":"Ñ \\"quoted\\"","floorFeet":-10.5,"activeFrom":"18:00","activeTo":"06:00:30",
            "validFrom":"2026-11-23T06:00:00.250Z","dwellSeconds":0,"maxSpeedKnots":7.25
            """);
    byte[] feature = utf8(FenceGeoJson.write(full).toString());
    assertEquals(full, FenceGeoJson.readFeature("again", feature));
  }

  @Test
  void writesRingsAsTheStandardTurnsThem() throws GeoJsonException {
    String clockwise =
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,9],[9,9],[9,0],[0,0]],"
            + "[[1,1],[2,1],[2,2],[1,1]]]}";
    Fence fence = FenceGeoJson.readFeature("x", utf8(text("\"name\":\"n\"", clockwise)));
    byte[] written = utf8(FenceGeoJson.write(fence).toString());
    Polygon polygon = (Polygon) GeoJson.readFeature("x", written).geometry();
    assertTrue(Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence()));
    assertTrue(!Orientation.isCCW(polygon.getInteriorRingN(0).getCoordinateSequence()));
  }

  @Test
  void readsAFileAndNamesItInMessages(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.geojson");
    String two = text("\"name\":\"n\"", BOX) + ',' + text("\"name\":\"n\"", BOX);
    Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + two + "]}");
    List<Fence> fences = FenceGeoJson.read(file);
    assertEquals(List.of("n", "n-2"), fences.stream().map(Fence::id).toList());
    Files.writeString(
        file, "{\"type\":\"FeatureCollection\",\"features\":[" + two.replace("name", "nam") + "]}");
    GeoJsonException refused = assertThrows(GeoJsonException.class, () -> FenceGeoJson.read(file));
    assertEquals(
        """
        mine.geojson: feature 1: properties.name: is missing: every fence has a name
        mine.geojson: feature 2: properties.name: is missing: every fence has a name""",
        refused.getMessage());
    assertEquals("feature 2", refused.problems().get(1).feature());
  }

  @Test
  void refusesTooManyCornersAndTooManyFences() {
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i < 5_001; i++) {
      double angle = 2 * Math.PI * i / 5_001;
      Coordinate at = new Coordinate(-88 + Math.cos(angle) / 9, 17 + Math.sin(angle) / 9);
      ring.append('[').append(at.x).append(',').append(at.y).append("],");
    }
    String first = "[" + (-88 + 1 / 9.0) + ",17]";
    String large = "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + first + "]]}";
    byte[] corners = utf8(text("\"name\":\"n\"", large));
    assertEquals(
        "x: feature: geometry: 5002 positions, more than 5000",
        assertThrows(GeoJsonException.class, () -> FenceGeoJson.readFeature("x", corners))
            .getMessage());
    String one = text("\"name\":\"n\"", BOX);
    String many = (one + ',').repeat(2_000) + one;
    byte[] fences = utf8("{\"type\":\"FeatureCollection\",\"features\":[" + many + "]}");
    assertEquals(
        "x: features: 2001 fences, more than 2000",
        assertThrows(GeoJsonException.class, () -> FenceGeoJson.read("x", fences)).getMessage());
  }
}
