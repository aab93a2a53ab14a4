package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the stations hear, from their words on a socket to what a client reads. */
class LiveCoverageTest {
  private static final String FEEDS =
      LiveFloor.AIS + "  - {name: radar-test, format: radar, transport: tcp-listen, port: 0}\n";

  /** Near the radar, and nobody there. */
  private static final String EMPTY_WATER = "/api/coverage/at?lat=17.30&lon=-87.70";

  @TempDir Path folder;

  private static JsonObject look(LiveFloor floor, String path, String kind) {
    JsonObject look = new JsonObject(floor.get(path).body());
    for (Object each : look.getJsonArray("classes")) {
      if (kind.equals(((JsonObject) each).getString("class"))) {
        return (JsonObject) each;
      }
    }
    throw new AssertionError(look.encode());
  }

  @Test
  void emptyWaterIsUnseenUntilTheRadarLivesAndQuietThen() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket radar = floor.dial("radar-test");
        Socket ais = floor.dial("ais")) {
      JsonObject before = look(floor, EMPTY_WATER, "radar");
      assertEquals("unseen", before.getString("verdict"));
      assertEquals(0.0, before.getDouble("chance"));
      assertTrue(before.getDouble("usualChance") > 0.9);
      JsonObject station = before.getJsonArray("stations").getJsonObject(0);
      assertFalse(station.getBoolean("alive"));
      assertNull(station.getString("lastLifeSign"));

      LiveFloor.say(radar, Spoken.target(7, 12, 90));
      Patience.until(
          "a living radar",
          () -> "quiet".equals(look(floor, EMPTY_WATER, "radar").getString("verdict")),
          () -> floor.get(EMPTY_WATER).body());
      JsonObject after = look(floor, EMPTY_WATER, "radar");
      assertNotNull(after.getJsonArray("stations").getJsonObject(0).getString("lastLifeSign"));
      assertEquals("unseen", look(floor, EMPTY_WATER, "ais-a").getString("verdict"));

      LiveFloor.say(ais, Spoken.ship(312_000_001, 17.30, -87.70));
      Patience.until(
          "a ship",
          () -> "heard".equals(look(floor, EMPTY_WATER, "ais-a").getString("verdict")),
          () -> floor.get(EMPTY_WATER).body());
    }
  }

  @Test
  void theMapShowsWhatTheRangePromisesBeforeAnythingIsLearned() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      JsonObject map = new JsonObject(floor.get("/api/coverage?class=radar").body());
      assertEquals("radar-test", map.getJsonArray("stations").getJsonObject(0).getString("id"));
      JsonArray cells = map.getJsonArray("cells");
      assertTrue(cells.size() > 500, cells.size() + " cells");
      boolean[] grades = new boolean[3];
      for (Object each : cells) {
        JsonArray cell = (JsonArray) each;
        grades[cell.getInteger(4)] = true;
        assertEquals(0.0, cell.getDouble(3));
        assertEquals(cell.getDouble(2) >= 0.8, cell.getInteger(4) == 2);
      }
      assertTrue(grades[0] && grades[1] && grades[2]);
      JsonObject ofOne =
          new JsonObject(floor.get("/api/coverage?class=radar&station=radar-test").body());
      assertEquals(cells, ofOne.getJsonArray("cells"));
      assertEquals(
          0, new JsonObject(floor.get("/api/coverage").body()).getJsonArray("cells").size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/coverage?class=sonar, 400",
    "/api/coverage?station=nobody, 404",
    "/api/coverage/at, 400",
    "/api/coverage/at?lat=17, 400",
    "/api/coverage/at?lat=91&lon=0, 400",
    "/api/coverage/at?lat=NaN&lon=0, 400",
    "/api/coverage/at?lat=x&lon=0, 400"
  })
  void aWrongQuestionIsAProblem(String path, int status) throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      HttpResponse<String> answer = floor.get(path);
      assertEquals(status, answer.statusCode());
      assertEquals(status, new JsonObject(answer.body()).getInteger("status"));
      assertEquals(
          "application/problem+json", answer.headers().firstValue("content-type").orElse(""));
    }
  }

  @Test
  void coverageIsKeptAndADamagedFileDoesNotStopTheStart() throws Exception {
    LiveFloor.open(folder, FEEDS).close();
    Path file = folder.resolve("data/coverage.bin");
    assertTrue(Files.exists(file));
    Files.write(file, new byte[] {1, 2, 3});
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      assertEquals(200, floor.get("/api/coverage").statusCode());
      assertTrue(Files.exists(file.resolveSibling("coverage.bin.damaged-1")));
    }
    assertTrue(Files.size(file) > 3);
  }
}
