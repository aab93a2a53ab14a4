package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of fences or rules is tried on what was heard, beside the live watch. */
class LiveBacktestTest {
  private static final String PATH = "/api/backtests";

  @TempDir Path folder;

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  @Test
  void aProposalIsTriedAndNothingIsPutInForce() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      String id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      String alert = "/api/alerts/" + id;
      assertEquals(200, floor.request("POST", alert + "/ack", "").statusCode());
      assertEquals(
          200, floor.request("POST", alert + "/close", "{\"verdict\":\"true\"}").statusCode());
      Patience.until("the recording", () -> linesRecorded(floor) >= 6);

      JsonObject lost = tried(floor, "{\"days\":1,\"removeFences\":[\"closed-water\"]}");
      assertEquals(1, lost.getJsonObject("counts").getInteger("lost"), lost.encode());
      JsonObject row = lost.getJsonArray("lost").getJsonObject(0);
      assertEquals(id, row.getJsonObject("alert").getString("id"));
      assertTrue(row.getBoolean("known"));
      assertEquals(id, lost.getJsonObject("known").getJsonArray("missed").getString(0));
      assertEquals(0, lost.getJsonObject("after").getInteger("alerts"));
      assertEquals(3, lost.getJsonArray("watches").size());

      JsonObject same =
          tried(
              floor,
              new JsonObject()
                  .put("from", Instant.now().minusSeconds(3_600).toString())
                  .put("to", Instant.now().toString())
                  .put("against", "then")
                  .put("rules", new JsonObject().put("feed-silent.minSeconds", 90))
                  .encode());
      assertEquals(1, same.getJsonObject("counts").getInteger("same"), same.encode());

      assertEquals(2, floor.items(PATH).size());
      assertEquals("b-2", floor.items(PATH).getJsonObject(0).getString("id"));
      assertEquals(204, floor.request("DELETE", PATH + "/b-1", "").statusCode());
      assertEquals(404, floor.get(PATH + "/b-1").statusCode());
      assertEquals(200, floor.get("/api/fences/closed-water").statusCode());
      assertEquals(1, body(floor.get("/api/rules")).getInteger("version"));
      assertEquals(1, floor.items("/api/alerts").size(), "the live watch is untouched");
    }
  }

  /** Asks for a back-test and waits for its result. */
  private static JsonObject tried(LiveFloor floor, String wish) {
    HttpResponse<String> asked = floor.request("POST", PATH, wish);
    assertEquals(202, asked.statusCode(), asked.body());
    String location = asked.headers().firstValue("Location").orElseThrow();
    Patience.until(
        "the result",
        () -> "done".equals(body(floor.get(location)).getString("state")),
        () -> floor.get(location).body());
    JsonObject done = body(floor.get(location));
    assertEquals(1.0, done.getDouble("progress"));
    return done.getJsonObject("result");
  }

  private static long linesRecorded(LiveFloor floor) {
    JsonArray days = floor.items("/api/recordings");
    return days.isEmpty() ? 0 : days.getJsonObject(0).getLong("lines");
  }

  @Test
  void aMistakeIsRefusedWithItsPlaceAndAnEmptyPeriodSaysSo() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertRefused(
          floor,
          "/rules/conditions/go-fast",
          "{\"days\":1,\"rules\":{\"conditions\":{\"go-fast\":\"sped > 3\"}}}");
      assertRefused(floor, "/rules/areas/0", "{\"days\":1,\"rules\":{\"areas\":[{}]}}");
      assertRefused(floor, "/fences/0", "{\"days\":1,\"fences\":[{\"type\":\"Feature\"}]}");
      assertRefused(floor, "/days", "{\"days\":32,\"removeFences\":[\"closed-water\"]}");
      assertRefused(floor, "/from", "{\"removeFences\":[\"closed-water\"]}");
      assertRefused(
          floor,
          "/to",
          "{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\","
              + "\"removeFences\":[\"closed-water\"]}");
      assertRefused(floor, "/against", "{\"days\":1,\"against\":\"tomorrow\",\"rules\":{}}");
      assertRefused(floor, "/colour", "{\"days\":1,\"colour\":\"red\"}");
      assertRefused(floor, "", "{\"days\":1}");
      HttpResponse<String> nowhere =
          floor.request("POST", PATH, "{\"days\":1,\"removeFences\":[\"nowhere\"]}");
      assertEquals(409, nowhere.statusCode());
      assertEquals("there is no fence nowhere", body(nowhere).getString("detail"));
      assertEquals(400, floor.request("POST", PATH, "[]").statusCode());
      assertEquals(404, floor.get(PATH + "/b-99").statusCode());

      HttpResponse<String> empty =
          floor.request(
              "POST",
              PATH,
              "{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2020-01-02T00:00:00Z\","
                  + "\"removeFences\":[\"closed-water\"]}");
      String location = empty.headers().firstValue("Location").orElseThrow();
      Patience.until("failed", () -> floor.get(location).body().contains("\"failed\""));
      assertTrue(floor.get(location).body().contains("nothing is recorded from 2020-01-01"));
    }
  }

  private static void assertRefused(LiveFloor floor, String pointer, String wish) {
    HttpResponse<String> answer = floor.request("POST", PATH, wish);
    assertEquals(422, answer.statusCode(), wish + " " + answer.body());
    String told = body(answer).getJsonArray("errors").encode();
    assertTrue(told.contains("\"pointer\":\"" + pointer), wish + " " + told);
  }
}
