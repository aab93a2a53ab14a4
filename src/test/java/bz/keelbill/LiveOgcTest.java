package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture as a geographic information system reads it. */
class LiveOgcTest {
  private static final String POINTS = "/ogc/collections/track_points/items";
  private static final String FENCES = "/ogc/collections/fences/items";

  @TempDir Path folder;

  @Test
  void aReaderFindsItsWayFromTheLandingPageToEveryFeature() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      Patience.until("an alert", () -> floor.items("/api/alerts").size() == 1);
      JsonObject landing = json(floor, "/ogc");
      JsonObject collections = json(floor, path(floor, landing, "data"));
      List<String> ids = new ArrayList<>();
      for (Object each : collections.getJsonArray("collections")) {
        JsonObject collection = (JsonObject) each;
        ids.add(collection.getString("id"));
        JsonObject items = json(floor, path(floor, collection, "items"));
        assertEquals("FeatureCollection", items.getString("type"));
        assertEquals(items.getJsonArray("features").size(), items.getInteger("numberReturned"));
      }
      assertEquals(List.of("tracks", "track_points", "alerts", "fences", "feeds"), ids);
      assertTrue(json(floor, "/ogc/conformance").getJsonArray("conformsTo").size() == 3);
      JsonObject api = json(floor, path(floor, landing, "service-desc"));
      assertTrue(api.getString("openapi").startsWith("3.0"));
      tracks(floor);
      trackPoints(floor);
      boxes(floor);
      refusals(floor);
    }
  }

  private static JsonObject json(LiveFloor floor, String path) {
    HttpResponse<String> answer = floor.get(path);
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return new JsonObject(answer.body());
  }

  private static String path(LiveFloor floor, JsonObject from, String rel) {
    JsonArray links = from.getJsonArray("links");
    for (int i = 0; i < links.size(); i++) {
      if (links.getJsonObject(i).getString("rel").equals(rel)) {
        String href = links.getJsonObject(i).getString("href");
        String origin = "http://127.0.0.1:" + floor.port();
        assertTrue(href.startsWith(origin), href);
        return href.substring(origin.length());
      }
    }
    throw new AssertionError("no " + rel + " in " + links);
  }

  private static void tracks(LiveFloor floor) {
    JsonObject items = json(floor, "/ogc/collections/tracks/items");
    JsonObject track = items.getJsonArray("features").getJsonObject(0);
    assertEquals("mmsi:312000101", track.getString("id"));
    assertEquals("Point", track.getJsonObject("geometry").getString("type"));
    double latitude = track.getJsonObject("geometry").getJsonArray("coordinates").getDouble(1);
    assertEquals(17.22, latitude, 0.01);
    JsonObject same = json(floor, "/ogc/collections/tracks/items/mmsi:312000101");
    assertEquals(track.getString("id"), same.getString("id"));
  }

  /** Each position that was recorded, in pages, in a box, by its name. */
  private static void trackPoints(LiveFloor floor) {
    Patience.until("both ends of the crossing", () -> points(floor, "").size() >= 2);
    JsonArray all = points(floor, "");
    JsonObject first = all.getJsonObject(0);
    assertEquals("mmsi:312000101", first.getJsonObject("properties").getString("track"));
    assertEquals(first, json(floor, POINTS + "/" + first.getString("id")));
    JsonObject page = json(floor, POINTS + "?limit=1");
    assertEquals(first, page.getJsonArray("features").getJsonObject(0));
    JsonObject next = json(floor, path(floor, page, "next"));
    assertEquals(all.getJsonObject(1), next.getJsonArray("features").getJsonObject(0));
    assertEquals(all.size(), points(floor, "?bbox=-89,16,-86,18").size());
    assertEquals(0, points(floor, "?bbox=10,50,11,51").size());
    assertEquals(0, points(floor, "?datetime=2026-01-01T00:00:00Z/2026-01-01T12:00:00Z").size());
    assertEquals(400, floor.get(POINTS + "?datetime=2026-01-01T00:00:00Z/..").statusCode());
    assertEquals(404, floor.get(POINTS + "/mmsi:1@2026-01-01T00:00:00Z").statusCode());
    assertEquals(404, floor.get(POINTS + "/mmsi:1").statusCode());
  }

  private static JsonArray points(LiveFloor floor, String query) {
    return json(floor, POINTS + query).getJsonArray("features");
  }

  /** Pages follow each other to the end, each feature once; a box far away holds none. */
  private static void boxes(LiveFloor floor) {
    JsonObject all = json(floor, FENCES + "?limit=10000");
    int matched = all.getInteger("numberMatched");
    assertEquals(0, json(floor, FENCES + "?bbox=10,50,11,51").getInteger("numberMatched"));
    assertEquals(
        matched, json(floor, FENCES + "?bbox=-180,-90,180,90").getInteger("numberMatched"));
    int seen = 0;
    String page = FENCES + "?limit=1";
    while (page != null) {
      JsonObject items = json(floor, page);
      seen += items.getInteger("numberReturned");
      page = items.encode().contains("\"next\"") ? path(floor, items, "next") : null;
    }
    assertEquals(matched, seen);
    String past = "?datetime=2001-01-01T00:00:00Z/2001-01-02T00:00:00Z";
    JsonObject then = json(floor, "/ogc/collections/alerts/items" + past);
    assertEquals(0, then.getInteger("numberMatched"));
  }

  private static void refusals(LiveFloor floor) {
    assertEquals(400, floor.get(FENCES + "?token=1").statusCode(), "not declared");
    assertEquals(400, floor.get(FENCES + "?bbox=1,2,3").statusCode());
    assertEquals(400, floor.get(FENCES + "?datetime=yesterday").statusCode());
    assertEquals(400, floor.get(FENCES + "?limit=0").statusCode());
    assertEquals(404, floor.get("/ogc/collections/secrets/items").statusCode());
    assertEquals(404, floor.get(FENCES + "/none").statusCode());
    assertEquals(404, floor.request("POST", FENCES, "{}").statusCode(), "nothing is changed here");
  }
}
