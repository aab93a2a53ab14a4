package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GeoJsonTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String collection(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }

  private static String feature(String geometry) {
    return "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{},\"geometry\":" + geometry + "}";
  }

  /** Each row: what stands in the file, and all that is said about it; '|' parts the lines. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/geojson/hostile.csv", delimiter = ';', quoteCharacter = '~')
  void saysWhatIsWrongWithHostileInput(String json, String message) {
    GeoJsonException refused =
        assertThrows(GeoJsonException.class, () -> GeoJson.read("x.geojson", utf8(json)));
    assertEquals(message.replace("|", "\n"), refused.getMessage());
  }

  @Test
  void readsEveryKindOfGeometry() throws GeoJsonException {
    String features =
        String.join(
            ",",
            feature("{\"type\":\"Point\",\"coordinates\":[-88,17,5]}").replace("\"a\"", "1"),
            feature("{\"type\":\"LineString\",\"coordinates\":[[-88,17],[-87,17]]}")
                .replace("\"a\"", "\"b\""),
            feature("{\"type\":\"MultiLineString\",\"coordinates\":[[[-88,17],[-87,17]]]}")
                .replace("\"id\":\"a\",", ""),
            feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}")
                .replace("\"id\":\"a\",\"properties\":{}", "\"properties\":{\"id\":\"d\"}"),
            feature("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[0,1],[1,1],[0,0]]]]}"));
    GeoJson.Collection read = GeoJson.read("x", utf8("\uFEFF" + collection(features)));
    assertEquals(5, read.features().size());
    assertEquals("1", read.features().get(0).id());
    assertNull(read.features().get(2).id());
    assertEquals("d", read.features().get(3).id());
    assertEquals("feature 4 \"d\"", read.features().get(3).label());
    assertEquals("MultiPolygon", read.features().get(4).geometry().getGeometryType());
    assertTrue(read.metadata().isMissingNode());
  }

  @Test
  void takesTheOldReferenceSystemIfItIsTheSame() throws GeoJsonException {
    String crs =
        "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"type\":\"name\","
            + "\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}}";
    assertEquals(0, GeoJson.read("x", utf8(crs)).features().size());
  }

  @Test
  void boundsWhatItSays() {
    String bad = feature("null").replace("\"id\":\"a\",", "");
    String text = collection((bad + ",").repeat(5_000) + bad);
    GeoJsonException refused =
        assertThrows(GeoJsonException.class, () -> GeoJson.read("x", utf8(text)));
    assertEquals(101, refused.problems().size());
    assertEquals("x: and more", refused.problems().get(100).text());
  }

  @Test
  void refusesDepthAndSize() {
    String deep = "[".repeat(100_000);
    assertThrows(GeoJsonException.class, () -> GeoJson.read("x", utf8(deep)));
    String wide = collection(feature("{\"type\":\"Point\",\"coordinates\":" + deep));
    assertThrows(GeoJsonException.class, () -> GeoJson.read("x", utf8(wide)));
    byte[] large = new byte[(32 << 20) + 1];
    assertEquals(
        "x: is larger than 32 MiB",
        assertThrows(GeoJsonException.class, () -> GeoJson.read("x", large)).getMessage());
  }

  @Test
  void refusesAMillionPositions() {
    StringBuilder line = new StringBuilder("{\"type\":\"LineString\",\"coordinates\":[[0,0]");
    for (int i = 0; i < 1_000_001; i++) {
      line.append(",[0,1]");
    }
    byte[] text = utf8(collection(feature(line + "]}")));
    GeoJsonException refused = assertThrows(GeoJsonException.class, () -> GeoJson.read("x", text));
    assertTrue(refused.getMessage().endsWith("the file has more than 1000000 positions"));
  }

  @Test
  void namesAMissingFile() {
    Path nowhere = Path.of("nowhere", "none.geojson");
    GeoJsonException refused = assertThrows(GeoJsonException.class, () -> GeoJson.read(nowhere));
    assertTrue(refused.getMessage().startsWith("none.geojson: there is no such file"));
  }

  /** Whatever is broken in a good file, it is read or refused, and nothing else happens. */
  @Test
  void neverThrowsAnythingElse() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    byte[] good = Layers.bytes("reef");
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bad = good.clone();
      for (int k = dice.nextInt(1, 6); k > 0; k--) {
        bad[dice.nextInt(bad.length)] = (byte) dice.nextInt();
      }
      try {
        assertNotNull(GeoJson.read("x", bad).features());
      } catch (GeoJsonException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + ": " + new String(bad, StandardCharsets.UTF_8), e);
      }
    }
    assertTrue(refused > 500, refused + " refused");
  }
}
