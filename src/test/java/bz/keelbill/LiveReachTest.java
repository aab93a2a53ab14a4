package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisEncoder;
import bz.keelbill.json.GeoJson;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the card of a track says of the time there is, and where a track may have got to. */
class LiveReachTest {
  private static final int SHIP = 312_000_001;

  @TempDir Path folder;

  private static String moving(int mmsi, double latitude, double longitude, int course) {
    AisEncoder said = AisEncoder.position(mmsi, latitude, longitude, 60);
    return said.put(50, 10, 200).put(116, 12, course * 10).sentence() + "\r\n";
  }

  private static void open(Path folder, Asking asking) throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, moving(LiveFloor.PATROL, 17.30, -87.70, 0));
      LiveFloor.say(ais, moving(SHIP, 17.25, -87.60, 270));
      floor.awaitTrack("mmsi:" + SHIP);
      floor.awaitTrack("mmsi:" + LiveFloor.PATROL);
      asking.ask(floor);
    }
  }

  private interface Asking {
    void ask(LiveFloor floor) throws Exception;
  }

  @Test
  void theCardTellsCoastBorderAndPatrol() throws Exception {
    open(
        folder,
        floor -> {
          JsonObject card = new JsonObject(floor.get("/api/tracks/mmsi:" + SHIP).body());
          JsonObject slack = card.getJsonObject("slack");
          assertTrue(slack.getJsonObject("coast").getDouble("nearestNauticalMiles") > 0);
          assertTrue(slack.getJsonObject("coast").getDouble("minutes") > 0);
          JsonObject patrol = slack.getJsonObject("patrol");
          assertEquals("mmsi:" + LiveFloor.PATROL, patrol.getString("track"));
          assertTrue(patrol.getBoolean("possible"));
          assertTrue(patrol.getDouble("minutes") < 20, patrol::encode);
          assertTrue(patrol.containsKey("courseDegrees"));
          String own = floor.get("/api/tracks/mmsi:" + LiveFloor.PATROL).body();
          assertFalse(new JsonObject(own).getJsonObject("slack").containsKey("patrol"));
        });
  }

  @Test
  void theReachIsGeoJsonWithItsTimeAndWhatWasAssumed() throws Exception {
    open(
        folder,
        floor -> {
          String path = "/api/tracks/mmsi:" + SHIP + "/reach";
          HttpResponse<String> answer = floor.get(path + "?minutes=20");
          assertEquals(
              "application/geo+json", answer.headers().firstValue("Content-Type").orElse(""));
          JsonObject feature = new JsonObject(answer.body());
          JsonObject said = feature.getJsonObject("properties");
          assertEquals(20, said.getDouble("minutes"));
          assertEquals("small-craft", said.getString("ability"));
          assertEquals(20, said.getDouble("speedKnots"));
          Instant seen = Instant.parse(said.getString("seenAt"));
          assertEquals(seen.plusSeconds(1_200), Instant.parse(said.getString("at")));
          String collection =
              "{\"type\":\"FeatureCollection\",\"features\":[" + answer.body() + "]}";
          double large = surface(collection);
          assertTrue(large > 0.01, "square degrees: " + large);
          double now = surface(collection.replace(answer.body(), floor.get(path).body()));
          assertTrue(now < large, "it grows");
        });
  }

  private static double surface(String collection) throws Exception {
    byte[] text = collection.getBytes(StandardCharsets.UTF_8);
    return GeoJson.read("reach", text).features().get(0).geometry().getArea();
  }

  @Test
  void whoIsNotThereHasNoReach() throws Exception {
    open(folder, floor -> assertEquals(404, floor.get("/api/tracks/mmsi:1/reach").statusCode()));
  }
}
