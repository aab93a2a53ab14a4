package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The shipped layers, against points and measures known from elsewhere. */
class BundledLayersTest {
  private static final Geography GEOGRAPHY = GeodataJson.load(null);
  private static final Coast COAST = GEOGRAPHY.coast();

  private static List<GeoJson.Feature> layer(String name) throws GeoJsonException {
    return GeoJson.read(name, Layers.bytes(name)).features();
  }

  private static Area zone(String layer, String id) throws GeoJsonException {
    for (GeoJson.Feature feature : layer(layer)) {
      if (id.equals(feature.id())) {
        return Area.of(feature.geometry());
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void landAndWaterAreRightAtTheControlPoints() throws GeoJsonException {
    int independentLand = 0;
    int water = 0;
    for (GeoJson.Feature point : layer("control-points")) {
      Coordinate at = point.geometry().getCoordinate();
      String expected = point.properties().path("expect").asText();
      if (!expected.equals("zone")) {
        assertEquals(expected.equals("land"), COAST.isLand(at.y, at.x), point.label());
        independentLand +=
            expected.equals("land") && point.properties().path("independent").asBoolean() ? 1 : 0;
        water += expected.equals("water") ? 1 : 0;
      }
    }
    assertEquals(21, independentLand);
    assertEquals(25, water);
  }

  @Test
  void landIsWhatJtsFindsInTheMergedShape() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    Geometry land = COAST.land().geometry();
    PointOnGeometryLocator judge = new IndexedPointInAreaLocator(land);
    Coordinate[] corners = land.getCoordinates();
    for (int i = 0; i < 20_000; i++) {
      Coordinate near = corners[dice.nextInt(corners.length)];
      double spread = Math.pow(10, dice.nextDouble(-6, 0));
      double x = near.x + dice.nextDouble(-spread, spread);
      Coordinate at = new Coordinate(x, near.y + dice.nextDouble(-spread, spread));
      boolean judged = judge.locate(at) != Location.EXTERIOR;
      assertEquals(judged, COAST.isLand(at.y, at.x), () -> at + " seed " + seed);
    }
  }

  @Test
  void longitudeComesFirst() {
    assertTrue(COAST.isLand(17.4995, -88.1976), "Belize City");
    assertEquals(-88.1976, new Position(17.4995, -88.1976).longitude());
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "16.11, -88.16, true, false, true",
    "16.06, -88.69, true, false, true",
    "17.205, -87.36, true, true, true",
    "17.205, -87.27, false, false, true",
    "18.38, -88.15, true, true, true",
    "18.40, -88.02, false, false, false",
    "16.28, -88.38, true, true, true",
    "16.70, -87.45, false, false, true",
    "16.27, -88.08, true, false, true",
    "16.50, -87.80, false, false, true",
  })
  void zonesAreRightAtTheirPoints(
      double latitude, double longitude, boolean sea, boolean seaOf1992, boolean economic)
      throws GeoJsonException {
    assertEquals(sea, GEOGRAPHY.territorialSea().contains(latitude, longitude));
    assertEquals(
        seaOf1992,
        zone("maritime-zones-1992", "territorial-sea-1992").contains(latitude, longitude));
    boolean beyond = zone("maritime-zones", "eez").contains(latitude, longitude);
    assertEquals(economic, sea || beyond);
  }

  @ParameterizedTest(name = "{1}: {2} km2")
  @CsvSource({
    "maritime-zones, territorial-sea, 18876",
    "maritime-zones, 24nm-reference, 6491",
    "maritime-zones, eez, 16540",
    "maritime-zones-1992, territorial-sea-1992, 17151"
  })
  void zonesHaveTheirSize(String layer, String id, double squareKilometres)
      throws GeoJsonException {
    double measured = zone(layer, id).squareKilometres();
    assertEquals(squareKilometres, measured, 0.005 * squareKilometres);
  }

  @Test
  void theTerritorialSeaHasItsBounds() {
    Envelope bounds = GEOGRAPHY.territorialSea().bounds();
    double[] measured = {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()};
    assertArrayEquals(new double[] {-88.9348, 15.9001, -87.2775, 18.4884}, measured, 0.0001);
  }

  @Test
  void theTerritorialSeaEndsTwelveMilesFromLandOrNearer() {
    double farthest = 0;
    for (Coordinate corner : GEOGRAPHY.territorialSea().geometry().getCoordinates()) {
      farthest = Math.max(farthest, COAST.shoreMetres(corner.y, corner.x));
    }
    assertEquals(22_224, farthest, 60);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "east of San Pedro, 17.90, -87.90, true",
    "San Pedro beach, 17.915, -87.955, false",
    "Belize harbour, 17.47, -88.16, false",
    "Caulker channel, 17.75, -88.12, false",
    "lee of Turneffe, 17.40, -88.00, true",
    "Turneffe lagoon, 17.40, -87.88, true",
    "between Turneffe and Lighthouse, 17.30, -87.70, true",
    "Glover's lagoon, 16.83, -87.78, true",
    "off Gladden Spit, 16.50, -87.93, true",
    "inner channel off Dangriga, 16.95, -88.15, false",
    "off Placencia, 16.50, -88.30, false",
    "Port Honduras, 16.25, -88.46, false",
    "Gulf of Honduras behind the Sapodillas, 16.10, -88.50, false",
    "Amatique Bay, 15.85, -88.70, false",
    "Puerto Barrios, 15.75, -88.58, false",
    "5 nm east of the Sapodillas, 16.11, -88.16, true",
    "south of the Sapodillas, 15.95, -88.35, true",
    "behind the line to Punta de Manabique, 16.00, -88.55, false",
    "off Omoa, 15.85, -88.05, true",
    "gap at English Caye inside, 17.316, -88.06, false",
    "gap at English Caye outside, 17.316, -88.00, true",
    "Chetumal Bay, 18.40, -88.10, false",
    "north-east of Ambergris, 18.10, -87.75, true",
    "Xcalak beach, 18.27, -87.83, false",
    "off Mahahual, 18.70, -87.60, true",
    "behind Mahahual, 18.80, -87.95, false",
    "lee of Chinchorro, 18.60, -87.45, true",
    "open Caribbean, 17.00, -86.00, true",
    "Half Moon Caye itself, 17.205, -87.5367, false",
    "Belmopan, 17.25, -88.77, false",
  })
  void knowsTheSeawardSideOfTheReef(
      String where, double latitude, double longitude, boolean seaward) {
    assertEquals(seaward, GEOGRAPHY.isSeawardOfReef(latitude, longitude), where);
  }

  @Test
  void theCrestItselfIsNotSeawardAndThreeKilometresEastIs() {
    for (Course reef : GEOGRAPHY.reefs()) {
      for (Position at : reef.points()) {
        Position east = Geodesy.destination(at, 90, 5_000);
        Position west = Geodesy.destination(at, 270, 3_000);
        assertFalse(GEOGRAPHY.isSeawardOfReef(at.latitude(), at.longitude()), "" + at);
        assertFalse(GEOGRAPHY.isSeawardOfReef(west.latitude(), west.longitude()), "" + west);
        assertTrue(GEOGRAPHY.isSeawardOfReef(east.latitude(), east.longitude()), "" + east);
      }
    }
  }

  @Test
  void routesLeadOverWater() {
    assertEquals(11, GEOGRAPHY.routes().size());
    for (Course route : GEOGRAPHY.routes()) {
      List<Position> points = route.points();
      for (int i = 2; i < points.size() - 1; i++) {
        assertFalse(COAST.crossesLand(points.get(i - 1), points.get(i)), route.name());
      }
    }
  }

  @Test
  void aLandingOnAnAtollIsALanding() {
    assertTrue(GEOGRAPHY.landingMetres(17.21, -87.54) < 1_000, "Half Moon Caye");
    assertTrue(GEOGRAPHY.landingMetres(17.28, -87.81) < 1_000, "Calabash Caye");
    assertTrue(GEOGRAPHY.landingMetres(17.49, -88.19) < 1_500, "Belize City");
    assertTrue(GEOGRAPHY.landingMetres(17.0, -87.0) > 50_000, "open sea");
    assertEquals("Dangriga", GEOGRAPHY.nearestPlace(16.96, -88.24).name());
  }

  @Test
  void knowsTheAerodromes() {
    var goldson =
        GEOGRAPHY.aerodromes().stream()
            .filter(aerodrome -> "MZBZ".equals(aerodrome.indicator()))
            .findFirst()
            .orElseThrow();
    assertEquals(2_950, goldson.runwayMetres());
    assertEquals(15, goldson.elevationFeet());
    assertEquals("BZ", goldson.country());
    assertTrue(goldson.open());
    assertFalse(goldson.heliport());
    assertEquals(162, GEOGRAPHY.aerodromes().size());
    assertEquals(34, GEOGRAPHY.aerodromes().stream().filter(a -> "BZ".equals(a.country())).count());
  }

  @Test
  void theAirspaceHoldsLandAndTerritorialSea() {
    Area airspace = GEOGRAPHY.airspace();
    assertTrue(airspace.contains(17.25, -88.77), "Belmopan");
    assertTrue(airspace.contains(17.205, -87.36), "10 nm east of Half Moon Caye");
    assertFalse(airspace.contains(17.205, -87.27), "15 nm east of it");
    assertFalse(airspace.contains(16.93, -89.88), "Flores");
  }

  static List<String> layers() {
    return Layers.names();
  }

  /** Every layer: licence with its text, a row in ORIGIN.md, six decimals, inside the region. */
  @ParameterizedTest
  @MethodSource("layers")
  void isCleanAndItsLicenceIsThere(String name) throws Exception {
    GeoJson.Collection layer = GeoJson.read(name, Layers.bytes(name));
    String licence = layer.metadata().path("licence").asText().replace("-or-later", "");
    assertNotNull(resource("LICENSES/" + licence + ".txt"), licence);
    assertTrue(text("ORIGIN.md").contains("\n| " + name + " | " + layer.features().size()), name);
    Envelope region = new Envelope(-90.5, -84.5, 14.5, 19.5);
    for (GeoJson.Feature feature : layer.features()) {
      for (Coordinate at : feature.geometry().getCoordinates()) {
        assertTrue(region.contains(at), feature.label());
        assertEquals(at.x, Math.rint(at.x * 1e6) / 1e6, 1e-12, feature.label());
        assertEquals(at.y, Math.rint(at.y * 1e6) / 1e6, 1e-12, feature.label());
      }
    }
  }

  private static java.io.InputStream resource(String name) {
    return BundledLayersTest.class.getClassLoader().getResourceAsStream("geodata/" + name);
  }

  private static String text(String name) throws Exception {
    try (var in = resource(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theStarterFencesAreForBelizeClocks() {
    var fences = FenceGeoJson.starter();
    assertEquals(29, fences.size());
    assertTrue(
        fences.stream().allMatch(fence -> fence.hours().zone().getId().equals("America/Belize")));
    var night = fences.stream().filter(f -> f.id().equals("night-low-level")).findFirst().get();
    assertEquals(5_000, night.band().ceilingFeet());
    long noonInBelize = 1_795_456_800_000L;
    assertFalse(night.isActive(noonInBelize));
    assertTrue(night.isActive(noonInBelize + 12 * 3_600_000L));
  }
}
