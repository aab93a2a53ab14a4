package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sightings over REST: in words, in fields and as a table; changed, withdrawn, kept. */
class LiveSightingsTest {
  private static final String WORDS = "panga, 2 men, 40 hp, fast, off Gladden 10 min ago";

  @TempDir Path folder;

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> send(
      LiveFloor floor, String method, String path, JsonObject body) {
    return floor.request(method, path, body.encode(), "Content-Type", "application/json");
  }

  private static JsonObject text(String words) {
    return new JsonObject().put("text", words);
  }

  @Test
  void oneLineOfWordsIsReadRecordedShownAndThereAfterARestart() throws Exception {
    String id;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject read = body(send(floor, "POST", "/api/sightings/read", text(WORDS)));
      assertEquals("Gladden Spit", read.getJsonObject("fields").getString("from_point"));
      assertEquals(0, read.getJsonArray("errors").size(), read.encode());
      assertEquals(16.51, read.getJsonObject("sighting").getDouble("lat"));
      assertEquals(0, floor.items("/api/sightings").size());
      HttpResponse<String> answer = send(floor, "POST", "/api/sightings", text(WORDS));
      assertEquals(201, answer.statusCode(), answer.body());
      JsonObject seen = body(answer);
      id = seen.getString("report_id");
      assertEquals("25-60", seen.getString("speed_kn"));
      assertEquals(WORDS, seen.getString("remarks"));
      assertEquals("Demo officer", seen.getString("entered_by"));
      floor.awaitTrack("sighting:" + id);
      String audit = floor.get("/api/audit?limit=5").body();
      assertTrue(audit.contains(id + " panga, Gladden Spit"), audit);
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertEquals("panga", body(floor.get("/api/sightings/" + id)).getString("kind"));
      floor.awaitTrack("sighting:" + id);
    }
  }

  @Test
  void whatIsMissingOrCouldMeanTwoThingsIsSaid() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      HttpResponse<String> answer =
          send(floor, "POST", "/api/sightings", text("panga off Long Caye"));
      assertEquals(422, answer.statusCode());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      assertEquals("application/problem+json", type);
      JsonArray errors = body(answer).getJsonArray("errors");
      assertEquals(2, errors.size(), answer.body());
      assertEquals("/observed_at", errors.getJsonObject(0).getString("pointer"));
      assertEquals("time-missing", errors.getJsonObject(0).getString("fault"));
      assertEquals("place-ambiguous", errors.getJsonObject(1).getString("fault"));
      assertEquals(2, errors.getJsonObject(1).getJsonArray("values").size());
      JsonObject mended =
          text("panga off Long Caye")
              .put("from_point", "Long Caye (Lighthouse Reef)")
              .put("observed_at", Instant.now().minusSeconds(60).toString());
      answer = send(floor, "POST", "/api/sightings", mended);
      assertEquals(201, answer.statusCode(), answer.body());
      assertEquals("Long Caye (Lighthouse Reef)", body(answer).getString("from_point"));
      JsonObject wrong = new JsonObject().put("lat", 91).put("fly", true).put("count", true);
      String faults = send(floor, "POST", "/api/sightings", wrong).body();
      Stream.of("/lat", "/fly", "/count", "/observed_at")
          .forEach(each -> assertTrue(faults.contains("\"" + each + "\""), faults));
      assertEquals(400, floor.request("POST", "/api/sightings", "[1]").statusCode());
      assertEquals(1, floor.items("/api/sightings").size());
    }
  }

  @Test
  void aChangeIsANewVersionAndAWithdrawalIsKnownAsOne() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject seen = body(send(floor, "POST", "/api/sightings", text(WORDS)));
      String path = "/api/sightings/" + seen.getString("report_id");
      JsonObject change =
          new JsonObject()
              .put("observed_at", seen.getString("observed_at"))
              .put("lat", 16.6)
              .put("lon", -87.8)
              .put("reporter", "Ana Pech");
      assertEquals(404, send(floor, "PUT", "/api/sightings/none", change).statusCode());
      JsonObject changed = body(send(floor, "PUT", path, change));
      assertEquals(16.6, changed.getDouble("lat"));
      assertEquals("Ana Pech", changed.getString("reporter"));
      assertEquals(1, changed.getJsonArray("earlier").size());
      assertEquals("panga", changed.getJsonArray("earlier").getJsonObject(0).getString("kind"));
      assertTrue(body(floor.request("DELETE", path, "")).containsKey("withdrawn_at"));
      assertEquals(409, floor.request("DELETE", path, "").statusCode());
      assertEquals(404, floor.request("DELETE", "/api/sightings/none", "").statusCode());
    }
  }

  @Test
  void whatAPageSendsTwiceIsOneReport() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject queued =
          text(WORDS)
              .put("report_id", "page-1")
              .put("told_at", Instant.now().minusSeconds(3_600).toString());
      JsonObject first = body(send(floor, "POST", "/api/sightings", queued));
      JsonObject second = body(send(floor, "POST", "/api/sightings", queued));
      assertEquals(first, second);
      Instant told = Instant.parse(queued.getString("told_at"));
      long seen = Instant.parse(first.getString("observed_at")).toEpochMilli();
      assertEquals(told.minusSeconds(600).toEpochMilli(), seen, "ten minutes before it was told");
    }
  }

  @Test
  void aTableIsTakenWholeOrNotAtAll() throws Exception {
    String at = Instant.now().minusSeconds(600).toString();
    String good = "report_id,observed_at,from_point,kind\nr1," + at + ",Gladden,panga\n";
    String bad = good + "r2,,Atlantis,panga\n";
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      HttpResponse<String> refused = floor.request("POST", "/api/sightings/import", bad);
      assertEquals(422, refused.statusCode());
      JsonArray errors = body(refused).getJsonArray("errors");
      assertEquals(2, errors.size(), refused.body());
      assertEquals("/3/observed_at", errors.getJsonObject(0).getString("pointer"));
      assertEquals(0, floor.items("/api/sightings").size());
      HttpResponse<String> taken = floor.request("POST", "/api/sightings/import", good);
      assertEquals(200, taken.statusCode(), taken.body());
      assertEquals(1, floor.items("/api/sightings").size());
      floor.awaitTrack("sighting:r1");
      assertEquals(
          413, floor.request("POST", "/api/sightings/import", "x".repeat(300_000)).statusCode());
    }
    assertTrue(journal().contains("\"order\":\"report-sightings\""));
    assertFalse(journal().contains("Atlantis"));
  }

  private String journal() throws Exception {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
