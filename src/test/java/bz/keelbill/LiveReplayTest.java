package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was heard is played again beside the live watch. */
class LiveReplayTest {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  @TempDir Path folder;

  @Test
  void aReplayShowsTheRecordedTracksAndAlertsOnASocketOfItsOwn() throws Exception {
    long from = System.currentTimeMillis() - 20_000;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      String id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      Patience.until("the recording", () -> linesRecorded(floor) >= 6);
      Patience.pause(1_500);

      String wish =
          new JsonObject()
              .put("from", Instant.ofEpochMilli(from).toString())
              .put("to", Instant.now().toString())
              .put("speed", 60)
              .encode();
      HttpResponse<String> opened = floor.request("POST", "/api/replays", wish);
      assertEquals(201, opened.statusCode(), opened.body());
      JsonObject replay = new JsonObject(opened.body());
      String path = "/api/replays/" + replay.getString("id");
      try (Onlooker client = Onlooker.connect(floor, replay.getString("socket"))) {
        client.say("{\"type\":\"hello\"}");
        assertEquals("replay", client.await("welcome").getString("mode"));
        String again = "{\"at\":\"" + Instant.ofEpochMilli(from) + "\",\"state\":\"playing\"}";
        assertEquals(200, floor.request("PATCH", path, again).statusCode());
        JsonObject alert = client.await("alert").getJsonObject("alert");
        assertEquals(id, alert.getString("id"));
        client.await("delta", delta -> delta.encode().contains("mmsi:312000101"));
        client.await("replay", each -> "ended".equals(each.getString("state")));
        assertAJumpIsOneWholePicture(floor, replay, client, id);
      }
      assertEquals(200, floor.get(path).statusCode());
      assertRefusals(floor, path);
      assertEquals(204, floor.request("DELETE", path, "").statusCode());
      assertEquals(404, floor.get(path).statusCode());
      assertEquals(1, floor.items("/api/alerts").size(), "the live watch is untouched");
    }
  }

  /** Each alert comes once, with all others; nobody can resume from before. */
  private static void assertAJumpIsOneWholePicture(
      LiveFloor floor, JsonObject replay, Onlooker client, String alert) throws Exception {
    long before = client.lastNumber();
    int told = client.alertNumbers().size();
    String at = Instant.parse(replay.getString("to")).minusMillis(1).toString();
    String end = "{\"at\":\"" + at + "\",\"state\":\"paused\"}";
    String path = "/api/replays/" + replay.getString("id");
    assertEquals(200, floor.request("PATCH", path, end).statusCode());
    JsonObject all = client.await("alerts", each -> each.getLong("seq") > before);
    assertTrue(all.getJsonArray("items").encode().contains(alert), all.encode());
    assertEquals(told, client.alertNumbers().size());
    try (Onlooker late = Onlooker.connect(floor, replay.getString("socket"))) {
      String epoch = client.await("welcome").getString("epoch");
      JsonObject resume = new JsonObject().put("epoch", epoch).put("seq", before);
      late.say(new JsonObject().put("type", "hello").put("resume", resume).encode());
      assertEquals(false, late.await("welcome").getBoolean("resumed"));
    }
  }

  @Test
  void noMoreAreOpenThanTheMachineBearsHoweverManyAreAskedForAtOnce() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      String hour = "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-01T01:00:00Z\"}";
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(floor.uri("/api/replays"))
                .POST(BodyPublishers.ofString(hour))
                .build();
        asked.add(floor.http().sendAsync(request, BodyHandlers.ofString()));
      }
      List<Integer> answers = asked.stream().map(each -> each.join().statusCode()).toList();
      assertEquals(8, answers.stream().filter(status -> status == 201).count(), answers + "");
      assertEquals(12, answers.stream().filter(status -> status == 409).count(), answers + "");
    }
  }

  /** No checkpoint tells of that time: before anybody jumps there, it has been gone through. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatNobodyRemembersIsGoneAheadWhileAReplayStands() throws Exception {
    Instant from = Instant.now().minusSeconds(2_400);
    SimulatedRecord.write(folder, "demo", 3, from.toEpochMilli(), 20);
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      Patience.until("a start's own rehearsal", LiveReplayTest::areThereMarks);
      Patience.until("its end", () -> !areThereMarks());
      JsonObject wish =
          new JsonObject().put("from", from.toString()).put("to", from.plusSeconds(1_200) + "");
      JsonObject replay =
          new JsonObject(floor.request("POST", "/api/replays", wish.encode()).body());
      String path = "/api/replays/" + replay.getString("id");
      assertEquals(200, floor.request("PATCH", path, "{\"state\":\"paused\"}").statusCode());
      Patience.until("the first mark", LiveReplayTest::areThereMarks);
      Instant stands = Instant.parse(new JsonObject(floor.get(path).body()).getString("at"));
      assertTrue(stands.isBefore(from.plusSeconds(60)), stands + " is where it stood");
      assertEquals(204, floor.request("DELETE", path, "").statusCode());
      Patience.until("the end of its marks", () -> !areThereMarks());
    }
  }

  /** Their file has no name; Linux tells of it among what a process has open. */
  private static boolean areThereMarks() {
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      return open.anyMatch(each -> target(each).contains(".marks"));
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static long linesRecorded(LiveFloor floor) {
    JsonArray days = floor.items("/api/recordings");
    return days.isEmpty() ? 0 : days.getJsonObject(0).getLong("lines");
  }

  private static void assertRefusals(LiveFloor floor, String path) {
    for (String wrong :
        new String[] {
          "{}",
          "{\"from\":1,\"to\":2}",
          "{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}",
          "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"+999999999-01-01T00:00:00Z\"}",
          "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\",\"speed\":0}"
        }) {
      HttpResponse<String> answer = floor.request("POST", "/api/replays", wrong);
      assertEquals(422, answer.statusCode(), wrong + " " + answer.body());
    }
    assertEquals(422, floor.request("PATCH", path, "{\"speed\":-1}").statusCode());
    assertEquals(422, floor.request("PATCH", path, "{\"state\":\"flying\"}").statusCode());
    double speed = new JsonObject(floor.get(path).body()).getDouble("speed");
    for (String half :
        new String[] {
          "{\"speed\":7,\"state\":\"flying\"}",
          "{\"speed\":7,\"at\":\"noon\"}",
          "{\"speed\":7,\"pace\":1}"
        }) {
      assertEquals(422, floor.request("PATCH", path, half).statusCode(), half);
    }
    assertEquals(speed, new JsonObject(floor.get(path).body()).getDouble("speed"), "none of it");
    assertEquals(404, floor.request("PATCH", "/api/replays/r-99", "{\"speed\":1}").statusCode());
    assertTrue(floor.get("/api/replays/r-99").body().contains("No such replay"));
  }
}
