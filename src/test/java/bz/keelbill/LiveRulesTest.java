package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger, conditions and "why no alert?" over REST: checked, recorded, kept, in sight. */
class LiveRulesTest {
  private static final int QUIET = 312_000_101;
  private static final int LOUD = 312_000_102;

  @TempDir Path folder;

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static JsonObject refused(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return body(answer);
  }

  private static JsonObject done(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return body(answer);
  }

  private static void cross(Socket ais, int mmsi, double latitude) throws Exception {
    LiveFloor.say(ais, Spoken.crossing(mmsi, latitude, LiveFloor.EDGE, System.currentTimeMillis()));
  }

  private static JsonObject entry(String until) {
    return new JsonObject()
        .put("sort", "dive-boat")
        .put("mmsi", QUIET)
        .put("kinds", new JsonArray().add("fence-entry"))
        .put("validUntil", until)
        .put("reason", "Licensed to dive there");
  }

  private static String inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }

  private static JsonObject item(LiveFloor floor, String path, String kind) {
    for (Object each : body(floor.get(path)).getJsonArray("items")) {
      if (kind.equals(((JsonObject) each).getString("kind"))) {
        return (JsonObject) each;
      }
    }
    throw new AssertionError("no " + kind + " at " + path);
  }

  @Test
  void anEntryIsAddedReviewedAndEndedAndKeepsQuietMeanwhile() throws Exception {
    String id;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      JsonObject wrong =
          refused(
              422,
              floor.request(
                  "POST", "/api/known-good", entry(inDays(500)).put("colour", "red").encode()));
      assertEquals("/colour", wrong.getJsonArray("errors").getJsonObject(0).getString("pointer"));
      assertTrue(wrong.encode().contains("by a year at most"), wrong.encode());

      HttpResponse<String> added =
          floor.request("POST", "/api/known-good", entry(inDays(30)).encode());
      id = done(201, added).getString("id");
      assertEquals("in-force", body(added).getString("state"));
      assertEquals("Demo officer", body(added).getString("enteredBy"));
      refused(409, floor.request("POST", "/api/known-good", added.body()));

      cross(ais, QUIET, 17.21);
      cross(ais, LOUD, 17.24);
      JsonArray alerts = floor.awaitAlerts(1);
      assertTrue(alerts.encode().contains("mmsi:" + LOUD), alerts.encode());
      String track = "/api/tracks/mmsi:" + QUIET;
      JsonObject quiet = item(floor, track + "/why", "fence-entry");
      assertEquals("suppressed", quiet.getString("outcome"), quiet.encode());
      assertEquals("known-good", quiet.getString("by"));
      assertEquals("Licensed to dive there", quiet.getString("why"));
      assertEquals(id, quiet.getString("entry"));
      JsonObject card = body(floor.get(track)).getJsonArray("suppressed").getJsonObject(0);
      assertEquals("fence-entry", card.getString("kind"));
      assertEquals(
          "alert",
          item(floor, "/api/tracks/mmsi:" + LOUD + "/why", "fence-entry").getString("outcome"));
      JsonObject slow = item(floor, "/api/tracks/mmsi:" + LOUD + "/why", "distress");
      assertEquals("no call", slow.getString("condition"));
      assertTrue(body(floor.get(track + "/why?time=2026-01-01T00:00:00Z")).containsKey("note"));
      refused(404, floor.get("/api/tracks/mmsi:000000001/why"));

      String at = "/api/known-good/" + id;
      refused(409, floor.request("POST", at + "/review", "{\"validUntil\":\"2020-01-01\"}"));
      JsonObject reviewed = done(200, floor.request("POST", at + "/review", "{}"));
      assertEquals("Demo officer", reviewed.getString("reviewedBy"));
      refused(428, floor.request("PUT", at, entry(inDays(9)).encode()));
      refused(412, floor.request("PUT", at, entry(inDays(9)).encode(), "If-Match", "\"old\""));
      String tag = etag(floor.get(at));
      JsonObject changed =
          done(200, floor.request("PUT", at, entry(inDays(9)).encode(), "If-Match", tag));
      assertFalse(changed.containsKey("reviewedBy"), "a changed entry is to be reviewed again");
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      String at = "/api/known-good/" + id;
      assertEquals("in-force", body(floor.get(at)).getString("state"));
      assertEquals("ended", done(200, floor.request("POST", at + "/end", "")).getString("state"));
      refused(409, floor.request("POST", at + "/end", ""));
      refused(404, floor.request("POST", "/api/known-good/none/end", ""));
      assertEquals(1, floor.items("/api/known-good").size());
      String audit = floor.get("/api/audit").body();
      for (String act : new String[] {"put known good", "review known good", "end known good"}) {
        assertTrue(audit.contains(act), audit);
      }
    }
  }

  @Test
  void aConditionIsCheckedSavedAndKept() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      JsonObject check =
          done(200, floor.request("POST", "/api/rules/check", "{\"condition\":\"sped > 3\"}"));
      assertEquals(false, check.getBoolean("good"));
      assertEquals(1, check.getInteger("column"));
      JsonObject good =
          done(200, floor.request("POST", "/api/rules/check", "{\"condition\":\"speed > 3\"}"));
      assertEquals(true, good.getBoolean("good"));

      String tag = etag(floor.get("/api/rules"));
      String bad =
          "{\"conditions\":{\"fence-entry\":\"speed > 'x'\",\"feed-silent\":\"hour < 6\"}}";
      JsonArray errors =
          refused(422, floor.request("PUT", "/api/rules", bad, "If-Match", tag))
              .getJsonArray("errors");
      assertEquals(2, errors.size(), errors.encode());
      assertEquals("/conditions/fence-entry", errors.getJsonObject(0).getString("pointer"));
      String nowhere = "{\"areas\":[{\"fence\":\"nowhere\"}]}";
      refused(409, floor.request("PUT", "/api/rules", nowhere, "If-Match", tag));

      String set =
          "{\"conditions\":{\"fence-entry\":\"mmsi <> 312000101\"},"
              + "\"areas\":[{\"fence\":\"closed-water\",\"values\":{\"go-fast.warningScore\":2}}]}";
      JsonObject rules = done(200, floor.request("PUT", "/api/rules", set, "If-Match", tag));
      assertEquals(2, rules.getInteger("version"));
      assertEquals("mmsi <> 312000101", rules.getJsonObject("conditions").getString("fence-entry"));
      assertEquals(
          2.0,
          rules
              .getJsonArray("areas")
              .getJsonObject(0)
              .getJsonObject("values")
              .getDouble("go-fast.warningScore"));
      assertTrue(rules.getJsonArray("attributes").size() > 20);
      refused(412, floor.request("PUT", "/api/rules", set, "If-Match", tag));

      cross(ais, QUIET, 17.21);
      cross(ais, LOUD, 17.24);
      JsonArray alerts = floor.awaitAlerts(1);
      assertTrue(alerts.encode().contains("mmsi:" + LOUD), alerts.encode());
      assertEquals(2, alerts.getJsonObject(0).getInteger("ruleVersion"));
      JsonObject quiet = item(floor, "/api/tracks/mmsi:" + QUIET + "/why", "fence-entry");
      assertEquals("condition", quiet.getString("by"), quiet.encode());
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject rules = body(floor.get("/api/rules"));
      assertEquals(2, rules.getInteger("version"));
      assertEquals(1, rules.getJsonObject("conditions").size());
      String none = "{\"conditions\":{\"fence-entry\":\"\"},\"areas\":[]}";
      String tag = etag(floor.get("/api/rules"));
      rules = done(200, floor.request("PUT", "/api/rules", none, "If-Match", tag));
      assertEquals(0, rules.getJsonObject("conditions").size());
      assertEquals(0, rules.getJsonArray("areas").size());
    }
  }
}
