package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is sent before it says anything: the page, its libraries and its chart. */
class LivePageTest {
  @TempDir static Path folder;

  private static LiveFloor floor;

  @BeforeAll
  static void open() throws Exception {
    floor = LiveFloor.open(folder, LiveFloor.AIS);
  }

  @AfterAll
  static void close() {
    floor.close();
  }

  @Test
  void everythingThatThePageNamesIsThere() {
    String page = floor.get("/").body();
    Pattern.compile("(?:href|src)=\"(/[^\"]+)\"")
        .matcher(page)
        .results()
        .map((MatchResult named) -> named.group(1))
        .forEach(path -> assertEquals(200, floor.get(path).statusCode(), path));
    assertTrue(page.contains("/lib/openlayers.js"));
  }

  @Test
  void theLicencesOfTheLibrariesGoWithThem() {
    String licences = floor.get("/lib/openlayers-licences.md").body();
    for (String owner : List.of("OpenLayers Contributors", "Vladimir Agafonkin")) {
      assertTrue(licences.contains(owner), owner);
    }
    assertTrue(floor.get("/lib/openlayers.js").body().contains("openlayers-licences.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/js/main.js",
        "/lib/openlayers.js",
        "/chart/land-osm.json",
        "/geodata/land-osm.geojson"
      })
  void whatABrowserHasAlreadyIsNotSentAgain(String path) {
    HttpResponse<String> first = floor.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
    HttpResponse<String> second = floor.request("GET", path, "", "If-None-Match", tag);
    assertEquals(304, second.statusCode());
    assertEquals("", second.body());
    assertEquals(first.body(), floor.request("GET", path, "", "If-None-Match", "W/\"0\"").body());
  }

  @Test
  void theLayerIsWholeAndTheChartOfItIsShort() {
    JsonObject layer = new JsonObject(floor.get("/geodata/reef.geojson").body());
    JsonObject drawn = new JsonObject(floor.get("/chart/reef.json").body());
    assertTrue(geometry(layer).containsKey("coordinates"));
    assertTrue(geometry(drawn).containsKey("steps"));
    assertEquals(404, floor.get("/chart/none.json").statusCode());
    assertEquals(404, floor.get("/chart/land-osm").statusCode());
  }

  private static JsonObject geometry(JsonObject layer) {
    return layer.getJsonArray("features").getJsonObject(0).getJsonObject("geometry");
  }
}
