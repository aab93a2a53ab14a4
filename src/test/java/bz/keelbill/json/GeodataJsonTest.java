package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.WatchArea;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Polygon;

class GeodataJsonTest {
  private static final String ONE_REEF =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Mine"},
      "geometry":{"type":"LineString","coordinates":[[-87.9,18.1],[-88.2,16.1]]}}]}\
      """;

  @TempDir Path folder;

  @Test
  void withoutAFolderEveryLayerIsBundled() {
    GeodataJson geodata = GeodataJson.open(folder.resolve("none"));
    assertEquals(0, geodata.notes().size());
    assertEquals(Layers.names().size(), geodata.layers().size());
    assertTrue(geodata.layers().stream().allMatch(GeodataJson.Layer::bundled));
    assertArrayEquals(Layers.bytes("reef"), geodata.layer("reef").text());
    assertNull(geodata.layer("../reef"));
  }

  @Test
  void theOperatorsFileTakesThePlaceOfTheWholeLayer() throws Exception {
    Files.writeString(folder.resolve("reef.geojson"), ONE_REEF);
    GeodataJson geodata = GeodataJson.open(folder);
    assertEquals(1, geodata.geography().reefs().size());
    assertEquals("Mine", geodata.geography().reefs().get(0).name());
    assertFalse(geodata.layer("reef").bundled());
    assertEquals(ONE_REEF, new String(geodata.layer("reef").text(), StandardCharsets.UTF_8));
    assertEquals(
        Layers.sha256(Files.readAllBytes(folder.resolve("reef.geojson"))),
        geodata.layer("reef").sha256());
    assertEquals(1, geodata.notes().size());
    assertTrue(geodata.notes().get(0).startsWith("layer reef is the operator's own: "));
  }

  @Test
  void aBadFileLeavesTheBundledLayerAndSaysWhy() throws Exception {
    Files.writeString(folder.resolve("reef.geojson"), ONE_REEF.replace("18.1", "181"));
    Files.writeString(folder.resolve("ports.geojson"), ONE_REEF);
    Files.writeString(folder.resolve("maritime-zones.geojson"), ONE_REEF);
    Files.writeString(folder.resolve("fir.geojson"), "{");
    GeodataJson geodata = GeodataJson.open(folder);
    assertEquals(2, geodata.geography().reefs().size());
    assertTrue(geodata.layers().stream().allMatch(GeodataJson.Layer::bundled));
    String notes = String.join("\n", geodata.notes());
    assertEquals(4, geodata.notes().size());
    assertTrue(notes.contains("the bundled layer reef stays"), notes);
    assertTrue(
        notes.contains(
            "reef.geojson: feature 1: geometry.coordinates[0]: latitude 181.0 is not within"),
        notes);
    assertTrue(
        notes.contains("ports.geojson: feature 1: geometry.type: LineString is not what"), notes);
    assertTrue(
        notes.contains("maritime-zones.geojson: features: none has the id \"territorial-sea\""),
        notes);
    assertTrue(notes.contains("fir.geojson: is not JSON at line 1, column 2"), notes);
  }

  @Test
  void theEconomicZoneHoldsWhatLiesBehindItAndHasNoHoles() {
    Area zone = GeodataJson.load(null).economicZone();
    assertEquals(0, ((Polygon) zone.geometry()).getNumInteriorRing());
    assertTrue(zone.contains(17.2, -88.9), "the land");
    assertTrue(zone.contains(17.3, -88.05), "the inner waters");
    assertTrue(zone.contains(17.2, -86.9), "the zone itself");
    assertFalse(zone.contains(17.2, -85.5), "the high sea");
    // 18,876 and 16,540 square kilometres of water, 22,000 of land.
    assertEquals(57_500, zone.squareKilometres(), 1_500);
  }

  @Test
  void theAreasOfConcernAreFoundByKindAndPlace() {
    Geography geography = GeodataJson.load(null);
    assertEquals(7, geography.watchAreas().size());
    WatchArea turneffe = geography.watchAreaAt(false, 17.4, -87.8);
    assertEquals("Turneffe Atoll, east side", turneffe.name());
    assertNull(geography.watchAreaAt(true, 17.4, -87.8), "not about aircraft");
    assertNull(geography.watchAreaAt(false, 17.4, -87.69), "just east of it");
    assertEquals("watch-coastal-road-and-manatee", geography.watchAreaAt(true, 17.1, -88.4).id());
  }

  @Test
  void aTerritorialSeaOfAnotherSizeIsRefused() throws Exception {
    Files.writeString(
        folder.resolve("maritime-zones.geojson"),
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"territorial-sea",
        "properties":{},"geometry":{"type":"Polygon",
        "coordinates":[[[-88,17],[-87,17],[-87,18],[-88,18],[-88,17]]]}}]}\
        """);
    String note = GeodataJson.open(folder).notes().get(0);
    assertTrue(note.contains("11754 square kilometres is not within 15000 to 25000"), note);
  }

  @Test
  void onlyBundledLayersHaveBytes() {
    assertEquals(64, Layers.sha256(Layers.bytes("ports")).length());
    assertThrows(IllegalArgumentException.class, () -> Layers.bytes("../config/keelbill"));
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Layers.sha256(new byte[0]));
  }
}
