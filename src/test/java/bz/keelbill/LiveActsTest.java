package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What officers and operators do over REST: seen by all, refused with the reason, kept. */
class LiveActsTest {
  private static final String FENCE = "/api/fences/north-box";
  private static final String SQUARE =
      """
      {"type":"Feature","properties":{"name":"North box","kind":"restricted","priority":"alarm"},
       "geometry":{"type":"Polygon","coordinates":
        [[[-87.5,17.6],[-87.4,17.6],[-87.4,17.7],[-87.5,17.7],[-87.5,17.6]]]}}
      """;
  private static final String BOW_TIE =
      SQUARE.replace(
          "[-87.4,17.6],[-87.4,17.7],[-87.5,17.7]", "[-87.4,17.7],[-87.4,17.6],[-87.5,17.7]");

  @TempDir Path folder;

  private static void enter(Socket ais, int boats) throws Exception {
    for (int i = 1; i <= boats; i++) {
      String lines =
          Spoken.crossing(
              312_000_100 + i, 17.21 + i * 0.002, LiveFloor.EDGE, System.currentTimeMillis());
      LiveFloor.say(ais, lines);
    }
  }

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static void assertProblem(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(status, body(answer).getInteger("status"));
    assertFalse(body(answer).getString("title").isEmpty());
  }

  @Test
  void anAlertIsAcknowledgedOnceAndEveryClientSeesIt() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais");
        Onlooker other = Onlooker.greet(floor)) {
      enter(ais, 1);
      String id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      assertProblem(404, floor.request("POST", "/api/alerts/fe-000000000000/ack", ""));
      assertProblem(404, floor.get("/api/alerts/fe-000000000000"));

      HttpResponse<String> answer = floor.request("POST", "/api/alerts/" + id + "/ack", "");
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals("active-acknowledged", body(answer).getString("state"));
      assertEquals("Demo officer", body(answer).getString("acknowledgedBy"));
      assertTrue(body(answer).getString("acknowledgedAt").endsWith("Z"));
      JsonObject seen =
          other.await(
              "alert",
              each -> "active-acknowledged".equals(each.getJsonObject("alert").getString("state")));
      assertEquals(2, seen.getLong("seq"));
      assertEquals(id, seen.getJsonObject("alert").getString("id"));
      assertEquals("Demo officer", seen.getJsonObject("alert").getString("acknowledgedBy"));

      HttpResponse<String> again = floor.request("POST", "/api/alerts/" + id + "/ack", "");
      assertProblem(409, again);
      assertEquals("active-acknowledged", body(again).getString("state"));
      assertTrue(body(again).getJsonArray("allowed").contains("close"));
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject alert = floor.items("/api/alerts").getJsonObject(0);
      assertEquals("active-acknowledged", alert.getString("state"));
      assertEquals("Demo officer", alert.getString("acknowledgedBy"));
    }
  }

  @Test
  void anAlertIsClosedWithAVerdictOnceSomebodyHasIt() throws Exception {
    String closing;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais");
        Onlooker other = Onlooker.greet(floor)) {
      enter(ais, 1);
      String id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      closing = "/api/alerts/" + id + "/close";
      String verdict = "{\"verdict\":\"nuisance\",\"note\":\" <b>net</b> being hauled \"}";
      HttpResponse<String> early = floor.request("POST", closing, verdict);
      assertProblem(409, early);
      assertEquals("active-unacknowledged", body(early).getString("state"));
      assertFalse(body(early).getJsonArray("allowed").contains("close"));
      floor.request("POST", "/api/alerts/" + id + "/ack", "");
      assertProblem(422, floor.request("POST", closing, "{\"verdict\":\"maybe\"}"));
      String long1001 = "x".repeat(1_001);
      assertProblem(
          422,
          floor.request("POST", closing, "{\"verdict\":\"test\",\"note\":\"" + long1001 + "\"}"));
      assertProblem(400, floor.request("POST", closing, "[]"));

      HttpResponse<String> closed = floor.request("POST", closing, verdict);
      assertEquals(200, closed.statusCode(), closed.body());
      assertEquals("closed", body(closed).getString("state"));
      assertVerdict(body(closed));
      JsonObject seen =
          other.await(
              "alert", each -> "closed".equals(each.getJsonObject("alert").getString("state")));
      assertVerdict(seen.getJsonObject("alert"));
      assertEquals(0, floor.items("/api/alerts?state=open").size(), "it has left the queue");
      HttpResponse<String> again = floor.request("POST", closing, verdict);
      assertProblem(409, again);
      assertEquals(new JsonArray(), body(again).getJsonArray("allowed"));
      // The boat is still inside; its situation does not ring again.
      String stillInside = Spoken.ship(312_000_101, 17.212, LiveFloor.EDGE + 0.0035);
      LiveFloor.say(ais, stillInside + Spoken.ship(312_000_150, 17.5, -87.9));
      floor.awaitTrack("mmsi:312000150");
      assertEquals(1, floor.items("/api/alerts").size());
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertVerdict(floor.items("/api/alerts").getJsonObject(0));
      assertProblem(409, floor.request("POST", closing, "{\"verdict\":\"true\"}"));
      assertTrue(
          floor.items("/api/audit?limit=100").encode().contains("nuisance: <b>net</b> being"));
    }
  }

  private static void assertVerdict(JsonObject alert) {
    JsonObject verdict = alert.getJsonObject("verdict");
    assertEquals("nuisance", verdict.getString("is"));
    assertEquals("<b>net</b> being hauled", verdict.getString("note"));
    assertEquals("Demo officer", verdict.getString("by"));
    assertTrue(verdict.getString("at").endsWith("Z"));
  }

  @Test
  void alertsAreReadPageByPage() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      // Six by one rule would be a storm.
      enter(ais, 5);
      List<String> whole = new ArrayList<>();
      floor.awaitAlerts(5).forEach(each -> whole.add(((JsonObject) each).getString("id")));
      Set<String> paged = new LinkedHashSet<>();
      String next = "";
      int pages = 0;
      while (next != null) {
        String cursor = next.isEmpty() ? "" : "&cursor=" + next;
        JsonObject page = body(floor.get("/api/alerts?limit=2" + cursor));
        page.getJsonArray("items").forEach(each -> paged.add(((JsonObject) each).getString("id")));
        next = page.getString("next");
        pages++;
      }
      assertEquals(3, pages);
      assertEquals(whole, List.copyOf(paged));
      assertEquals(0, floor.items("/api/alerts?priority=caution").size());
      assertEquals(5, floor.items("/api/alerts?state=open&priority=warning").size());
    }
  }

  @Test
  void ownForcesNeverRing() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      long now = System.currentTimeMillis();
      LiveFloor.say(ais, Spoken.crossing(LiveFloor.PATROL, 17.25, LiveFloor.EDGE, now));
      floor.awaitTrack("mmsi:" + LiveFloor.PATROL);
      enter(ais, 1);
      JsonArray alerts = floor.awaitAlerts(1);
      assertEquals(new JsonArray().add("mmsi:312000101"), tracks(alerts));
      JsonObject patrol = body(floor.get("/api/tracks/mmsi:" + LiveFloor.PATROL));
      assertTrue(patrol.getBoolean("own"));
      assertEquals(
          "closed-water", patrol.getJsonArray("fences").getJsonObject(0).getString("fence"));
    }
  }

  private static JsonArray tracks(JsonArray alerts) {
    JsonArray all = new JsonArray();
    alerts.forEach(each -> ((JsonObject) each).getJsonArray("tracks").forEach(all::add));
    return all;
  }

  @Test
  void fencesChangeUnderConditionsAndSurviveARestart() throws Exception {
    String tag;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Onlooker other = Onlooker.greet(floor)) {
      assertProblem(428, floor.request("PUT", FENCE, SQUARE));
      assertProblem(412, floor.request("PUT", FENCE, SQUARE, "If-Match", "\"none\""));
      HttpResponse<String> made = floor.request("PUT", FENCE, SQUARE, "If-None-Match", "*");
      assertEquals(201, made.statusCode(), made.body());
      assertEquals(made.body(), floor.get(FENCE).body());
      tag = etag(made);
      other.await("config", config -> config.getInteger("fenceVersion") == 2);

      HttpResponse<String> twice = floor.request("PUT", FENCE, SQUARE, "If-None-Match", "*");
      assertProblem(412, twice);
      assertEquals(tag, etag(twice));
      assertProblem(428, floor.request("DELETE", FENCE, ""));
      assertDefects(floor, tag);

      String renamed = SQUARE.replace("North box", "North water");
      HttpResponse<String> changed = floor.request("PUT", FENCE, renamed, "If-Match", tag);
      assertEquals(200, changed.statusCode(), changed.body());
      assertNotEquals(tag, etag(changed));
      assertProblem(412, floor.request("PUT", FENCE, SQUARE, "If-Match", tag));
      tag = etag(changed);
      HttpResponse<String> old = floor.get("/api/fences/closed-water");
      assertEquals(
          204,
          floor
              .request("DELETE", "/api/fences/closed-water", "", "If-Match", etag(old))
              .statusCode());
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertEquals(tag, etag(floor.get(FENCE)));
      assertTrue(floor.get(FENCE).body().contains("North water"));
      assertProblem(404, floor.get("/api/fences/closed-water"));
      assertProblem(404, floor.request("DELETE", "/api/fences/closed-water", "", "If-Match", tag));
    }
  }

  private static void assertDefects(LiveFloor floor, String tag) {
    HttpResponse<String> crossed = floor.request("PUT", FENCE, BOW_TIE, "If-Match", tag);
    assertProblem(422, crossed);
    String where = body(crossed).getJsonArray("errors").getJsonObject(0).getString("detail");
    assertTrue(where.contains("17.65") && where.contains("-87.45"), where);
    String badPriority = SQUARE.replace("alarm", "panic");
    HttpResponse<String> word = floor.request("PUT", FENCE, badPriority, "If-Match", tag);
    assertProblem(422, word);
    String pointer = body(word).getJsonArray("errors").getJsonObject(0).getString("pointer");
    assertEquals("/properties/priority", pointer);
    assertEquals(tag, etag(floor.get(FENCE)));
  }

  @Test
  void rulesChangeUnderConditionsAndSurviveARestart() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      HttpResponse<String> rules = floor.get("/api/rules");
      String tag = etag(rules);
      String change = "{\"feed-silent.minSeconds\":90}";
      assertProblem(428, floor.request("PUT", "/api/rules", change));
      assertProblem(412, floor.request("PUT", "/api/rules", change, "If-Match", "\"rules-77\""));
      String wrong = "{\"no.such\":1,\"feed-silent.minSeconds\":\"x\",\"fence-entry.enabled\":7}";
      HttpResponse<String> refused = floor.request("PUT", "/api/rules", wrong, "If-Match", tag);
      assertProblem(422, refused);
      List<String> pointers = new ArrayList<>();
      body(refused)
          .getJsonArray("errors")
          .forEach(each -> pointers.add(((JsonObject) each).getString("pointer")));
      assertEquals(
          List.of("/no.such", "/feed-silent.minSeconds", "/fence-entry.enabled"), pointers);
      assertEquals(tag, etag(floor.get("/api/rules")));

      HttpResponse<String> set = floor.request("PUT", "/api/rules", change, "If-Match", tag);
      assertEquals(200, set.statusCode(), set.body());
      assertEquals(2, body(set).getInteger("version"));
      assertEquals(90, value(body(set), "feed-silent.minSeconds"));
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      JsonObject rules = body(floor.get("/api/rules"));
      assertEquals(90, value(rules, "feed-silent.minSeconds"));
      assertEquals(2, rules.getInteger("version"));
    }
  }

  private static double value(JsonObject rules, String key) {
    return rules.getJsonArray("settings").stream()
        .map(each -> (JsonObject) each)
        .filter(each -> key.equals(each.getString("key")))
        .findFirst()
        .orElseThrow()
        .getDouble("value");
  }

  @Test
  void theAuditListsEveryActNewestFirst() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      enter(ais, 1);
      String id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      floor.request("POST", "/api/alerts/" + id + "/ack", "");
      floor.request("PUT", FENCE, SQUARE, "If-None-Match", "*");
      floor.request("DELETE", FENCE, "", "If-Match", etag(floor.get(FENCE)));
      floor.request(
          "PUT", "/api/rules", "{\"feed-silent.minSeconds\":90}", "If-Match", "\"rules-1\"");
      List<String> acts = new ArrayList<>();
      List<Long> numbers = new ArrayList<>();
      for (Object each : floor.items("/api/audit?limit=100")) {
        JsonObject entry = (JsonObject) each;
        numbers.add(entry.getLong("seq"));
        if ("Demo officer".equals(entry.getString("actor"))) {
          acts.add(entry.getString("act") + ": " + entry.getString("detail"));
        }
      }
      assertEquals(
          List.of(
              "set rules: {feed-silent.minSeconds=90.0}",
              "remove fence: north-box",
              "put fence: north-box",
              "acknowledge: " + id),
          acts);
      List<Long> falling = new ArrayList<>(numbers);
      falling.sort(java.util.Comparator.reverseOrder());
      assertEquals(falling, numbers);
      assertEquals(2, floor.items("/api/audit?limit=2").size());
    }
  }
}
