package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watch lists over REST: previewed, put in force, kept over a restart, taken out of force. */
class LiveWatchListsTest {
  private static final String PATH = "/api/watchlists/coast-guard?keeper=Coast%20Guard&asOf=";
  private static final String FIRST =
      """
      name,type,imo,mmsi,reason
      SEA WOLF,vessel,9074729,312000123,stolen
      RAIN DROP,vessel,9233208,518998461,designated
      Juan Somebody,person,,,
      """;
  private static final String SECOND =
      """
      name,type,imo,mmsi,reason
      SEA WOLF,vessel,9074729,312000124,stolen
      NOLAN,vessel,9179702,354798000,designated
      JULIA,vessel,,354798000,designated
      """;

  @TempDir Path folder;

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> put(
      LiveFloor floor, String day, String file, String... headers) {
    return floor.request("PUT", PATH + day, file, headers);
  }

  private static JsonObject preview(LiveFloor floor, String file) {
    String path = "/api/watchlists/preview?keeper=Coast%20Guard&asOf=2026-11-20";
    return body(floor.request("POST", path, file));
  }

  @Test
  void aListIsPreviewedPutInForceDiffedAndThereAfterARestart() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject preview = preview(floor, FIRST);
      assertEquals("coast-guard", preview.getString("id"));
      assertEquals(2, preview.getInteger("craft"), preview.encode());
      assertEquals(new JsonObject().put("person", 1), preview.getJsonObject("leftOut"));
      assertEquals(0, floor.items("/api/watchlists").size());
      assertEquals(428, put(floor, "2026-11-13", FIRST).statusCode());
      HttpResponse<String> answer = put(floor, "2026-11-13", FIRST, "If-None-Match", "*");
      assertEquals(201, answer.statusCode(), answer.body());
      assertEquals(1, body(answer).getInteger("version"));
      assertEquals("Demo officer", body(answer).getString("by"));

      preview = preview(floor, SECOND);
      assertEquals(
          new JsonObject().put("added", 2).put("removed", 1).put("changed", 1),
          preview.getJsonObject("counts"));
      assertEquals("RAIN DROP", preview.getJsonArray("removed").getJsonObject(0).getString("name"));
      assertEquals(
          new JsonObject().put("imo-check-digit", 1).put("mmsi-twice", 1),
          preview.getJsonObject("wrong"));
      String etag = answer.headers().firstValue("ETag").orElseThrow();
      assertEquals(412, put(floor, "2026-11-20", SECOND, "If-Match", "\"old\"").statusCode());
      answer = put(floor, "2026-11-20", SECOND, "If-Match", etag);
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(2, body(answer).getInteger("version"));
      String audit = floor.get("/api/audit?limit=5").body();
      assertTrue(audit.contains("coast-guard as of 2026-11-20, 3 craft"), audit);
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject list = floor.items("/api/watchlists").getJsonObject(0);
      assertEquals("2026-11-20", list.getString("asOf"));
      assertEquals(3, list.getInteger("craft"));
      JsonArray history = floor.items("/api/watchlists/coast-guard/history");
      assertEquals(2, history.size());
      assertEquals(1, history.getJsonObject(0).getInteger("removed"));
      JsonObject page = body(floor.get("/api/watchlists/coast-guard?limit=2"));
      assertEquals(2, page.getJsonArray("items").size());
      assertEquals("2", page.getString("next"));
    }
  }

  @Test
  void aShipInSightIsListedAsSoonAsTheListIsInForceAndNoLongerAfterIt() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket feed = floor.dial("ais")) {
      LiveFloor.say(feed, Spoken.ship(312_000_123, 17.1, -87.7));
      floor.awaitTrack("mmsi:312000123");
      String etag =
          put(floor, "2026-11-13", FIRST, "If-None-Match", "*")
              .headers()
              .firstValue("ETag")
              .orElseThrow();
      JsonObject alert = floor.awaitAlerts(1).getJsonObject(0);
      assertEquals("watchlist", alert.getString("kind"));
      String headline = alert.getString("headline");
      assertTrue(
          headline.contains("the list of Coast Guard as of 2026-11-13 by its MMSI 312000123"),
          headline);
      String card = floor.get("/api/tracks/mmsi:312000123").body();
      assertTrue(card.contains("stolen (Coast Guard, 2026-11-13)"), card);
      assertEquals(
          204,
          floor
              .request("DELETE", "/api/watchlists/coast-guard", "", "If-Match", etag)
              .statusCode());
      Patience.until(
          "not listed", () -> !floor.get("/api/tracks/mmsi:312000123").body().contains("stolen"));
      assertEquals(404, floor.get("/api/watchlists/coast-guard").statusCode());
      assertEquals(2, floor.items("/api/watchlists/coast-guard/history").size());
    }
  }

  @Test
  void whatIsNoListIsRefusedWithTheReason() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      HttpResponse<String> answer =
          floor.request("PUT", "/api/watchlists/x", "hello", "If-None-Match", "*");
      assertEquals(422, answer.statusCode(), answer.body());
      String errors = body(answer).getJsonArray("errors").encode();
      assertTrue(errors.contains("/keeper") && errors.contains("/asOf"), errors);
      assertTrue(errors.contains("lists no vessel or aircraft"), errors);
      assertEquals(422, put(floor, "2099-01-01", FIRST, "If-None-Match", "*").statusCode());
      assertFalse(preview(floor, "").getJsonArray("errors").isEmpty());
      assertEquals(404, floor.request("DELETE", "/api/watchlists/x", "").statusCode());
      assertEquals(0, floor.items("/api/watchlists").size());
    }
  }
}
