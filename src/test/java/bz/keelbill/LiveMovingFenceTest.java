package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fence around a track, and the track's voyage, over REST. */
class LiveMovingFenceTest {
  private static final String GUARD =
      """
      {"type":"Feature","properties":{"name":"Guard","kind":"guard",
       "around":{"track":"mmsi:312000123","radiusMetres":%s}}}\
      """;

  @TempDir Path folder;

  private static HttpResponse<String> put(LiveFloor floor, String radius) {
    return floor.request(
        "PUT", "/api/fences/guard-1", GUARD.formatted(radius), "If-None-Match", "*");
  }

  @Test
  void theGuardIsDrawnWhereItsTrackIsAndKeptOverARestart() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket feed = floor.dial("ais")) {
      LiveFloor.say(feed, Spoken.ship(312_000_123, 17.1, -87.7));
      floor.awaitTrack("mmsi:312000123");
      assertEquals(422, put(floor, "5").statusCode());
      assertEquals(201, put(floor, "1000").statusCode());
      JsonArray features = new JsonObject(floor.get("/api/fences").body()).getJsonArray("features");
      JsonObject guard = features.getJsonObject(features.size() - 1);
      assertEquals("guard-1", guard.getString("id"));
      JsonArray corner =
          guard
              .getJsonObject("geometry")
              .getJsonArray("coordinates")
              .getJsonArray(0)
              .getJsonArray(0);
      assertEquals(-87.7, corner.getDouble(0), 0.001);
      assertEquals(17.109, corner.getDouble(1), 0.001);
      JsonObject voyage = new JsonObject(floor.get("/api/tracks/mmsi:312000123/voyage").body());
      assertEquals(0, voyage.getJsonArray("calls").size(), voyage.encode());
      assertEquals(0, floor.items("/api/port-calls?port=BZBZE").size());
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      String kept = floor.get("/api/fences/guard-1").body();
      assertTrue(kept.contains("\"track\":\"mmsi:312000123\""), kept);
    }
  }
}
