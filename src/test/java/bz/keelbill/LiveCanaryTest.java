package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marked test craft goes through the whole chain, and is nobody's work. */
class LiveCanaryTest {
  private static final ZoneId BELIZE = ZoneId.of("America/Belize");

  @TempDir Path folder;

  private static JsonObject state(LiveFloor floor) {
    return new JsonObject(floor.get("/api/canary").body());
  }

  private static void awaitState(LiveFloor floor, String word) {
    Patience.until(
        "canary " + word,
        () -> word.equals(state(floor).getString("state")),
        () -> state(floor).encode());
  }

  private static JsonObject canary(Onlooker page, String state) {
    return page.await(
            "alert",
            message -> {
              JsonObject alert = message.getJsonObject("alert");
              return Boolean.TRUE.equals(alert.getBoolean("canary"))
                  && alert.getString("state").equals(state);
            })
        .getJsonObject("alert");
  }

  @Test
  void aPageThatDrawsItProvesTheChainAndItIsNowhereElse() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Onlooker page = Onlooker.greet(floor)) {
      assertEquals("unproved", state(floor).getString("state"));
      page.say("{\"type\":\"hbAck\",\"visible\":true}");
      assertEquals(202, floor.request("POST", "/api/canary", "").statusCode());
      assertEquals(409, floor.request("POST", "/api/canary", "").statusCode());
      JsonObject alert = canary(page, "active-unacknowledged");
      assertEquals("distress", alert.getString("kind"));
      assertEquals("caution", alert.getString("priority"));
      isNowhere(floor);
      page.say(
          new JsonObject()
              .put("type", "hbAck")
              .put("visible", true)
              .put("canary", alert.getString("id"))
              .encode());
      awaitState(floor, "alive");
      assertEquals("page", state(floor).getString("reached"));
      assertEquals(1, state(floor).getInteger("pages"));
      page.await("hb", hb -> hb.getJsonObject("canary").getString("state").equals("alive"));
      assertEquals("test", canary(page, "closed").getJsonObject("verdict").getString("is"));
      isNowhere(floor);
      String audit = floor.get("/api/audit?limit=50").body();
      assertTrue(audit.contains("canary-sent") && audit.contains("canary-alive"), audit);
    }
    try (LiveFloor again = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertEquals("alive", state(again).getString("state"), "it is known after a restart");
      isNowhere(again);
    }
  }

  private static void isNowhere(LiveFloor floor) {
    assertEquals(0, floor.items("/api/alerts").size());
    assertEquals(0, floor.items("/api/tracks").size());
    assertEquals(1, floor.items("/api/feeds").size());
    for (String layer : new String[] {"alerts", "tracks"}) {
      String body = floor.get("/ogc/collections/" + layer + "/items").body();
      assertEquals(0, new JsonObject(body).getJsonArray("features").size(), body);
    }
    String metrics = floor.get("/metrics").body();
    assertFalse(metrics.contains("keelbill_alerts_total{kind=\"distress\""), metrics);
    assertTrue(metrics.contains("keelbill_tracks{domain=\"sea\"} 0.0"), metrics);
    String past = floor.get("/api/recordings/tracks?q=9700").body();
    assertFalse(past.contains("mmsi:9700"), past);
  }

  @Test
  void whereNoPageIsOpenItIsProvedAsFarAsTheSocket() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      floor.request("POST", "/api/canary", "");
      awaitState(floor, "alive");
      assertEquals("sent", state(floor).getString("reached"));
    }
  }

  @Test
  void oneThatDoesNotComeThroughIsShouted() throws Exception {
    try (LiveFloor floor =
            LiveFloor.withCanary(
                folder, LiveFloor.AIS, System::currentTimeMillis, "{at: never, limitSeconds: 10}");
        Onlooker page = Onlooker.greet(floor)) {
      String etag = floor.get("/api/rules").headers().firstValue("ETag").orElseThrow();
      String off = "{\"distress.enabled\":0}";
      assertEquals(
          200, floor.request("PUT", "/api/rules", off, "If-Match", etag).statusCode(), off);
      floor.request("POST", "/api/canary", "");
      awaitState(floor, "failed");
      assertEquals("track", state(floor).getString("reached"));
      String words = "did not come through: it became a track and no alert";
      assertTrue(floor.troubles().contains(words), floor.troubles());
      page.await("hb", hb -> hb.getJsonObject("canary").getString("state").equals("failed"));
      assertTrue(floor.get("/metrics").body().contains("keelbill_canary_alive 0.0"));
    }
  }

  @Test
  void itGoesByItselfAtItsHourOfTheNight() throws Exception {
    ZonedDateTime now = Instant.now().atZone(BELIZE);
    ZonedDateTime almostTwo = now.withHour(1).withMinute(59).withSecond(57).withNano(0);
    long ahead = Duration.between(now, almostTwo.plusDays(1)).toMillis();
    try (LiveFloor floor =
        LiveFloor.withCanary(
            folder, LiveFloor.AIS, () -> System.currentTimeMillis() + ahead, "{at: \"02:00\"}")) {
      awaitState(floor, "alive");
      ZonedDateTime next = Instant.parse(state(floor).getString("nextAt")).atZone(BELIZE);
      assertEquals(2, next.getHour());
      assertTrue(floor.get("/api/audit?limit=50").body().contains("\"watch\""));
    }
  }
}
