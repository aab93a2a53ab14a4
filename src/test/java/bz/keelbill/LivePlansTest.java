package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans over REST: typed in, brought in as text, withdrawn; and what they explain. */
class LivePlansTest {
  private static final String FEEDS =
      "  - {name: flights, format: sbs, transport: tcp-listen, port: 0}\n"
          + "  - {name: aftn, format: plans, transport: tcp-listen, port: 0}\n";
  private static final String ADDRESS = "0AB001";

  @TempDir Path folder;

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> clear(LiveFloor floor, String json) {
    return floor.request("POST", "/api/plans", json, "Content-Type", "application/json");
  }

  private static JsonObject plan(LiveFloor floor, String callsign) {
    for (Object each : floor.items("/api/plans?limit=1000")) {
      if (callsign.equals(((JsonObject) each).getString("callsign"))) {
        return (JsonObject) each;
      }
    }
    return null;
  }

  @Test
  void aClearanceByPhoneIsWrittenDownWithdrawnAndSurvivesARestart() throws Exception {
    String kept;
    String withdrawn;
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      HttpResponse<String> answer =
          clear(
              floor,
              "{\"callsign\":\"v3-hha\",\"from\":\"mzbz\",\"to\":\"MZSP\","
                  + "\"clearedBy\":\"Tower, Ana Pech\",\"remark\":\"one hop\"}");
      assertEquals(201, answer.statusCode(), answer.body());
      JsonObject plan = body(answer);
      kept = plan.getString("id");
      assertEquals("V3HHA MZBZ-MZSP", plan.getString("name"));
      assertEquals("Tower, Ana Pech", plan.getString("clearedBy"));
      assertEquals("Demo officer", plan.getString("enteredBy"));
      assertTrue(plan.getBoolean("open"));
      withdrawn =
          body(clear(floor, "{\"registration\":\"V3-HHB\",\"clearedBy\":\"Tower\"}"))
              .getString("id");
      assertEquals(404, floor.request("DELETE", "/api/plans/fp-0", "").statusCode());
      HttpResponse<String> gone = floor.request("DELETE", "/api/plans/" + withdrawn, "");
      assertEquals(200, gone.statusCode(), gone.body());
      assertEquals("cancelled", body(gone).getString("state"));
      assertEquals(409, floor.request("DELETE", "/api/plans/" + withdrawn, "").statusCode());
      assertEquals(1, floor.items("/api/plans?open=now").size());
      String audit = floor.get("/api/audit?limit=10").body();
      assertTrue(audit.contains("V3HHA MZBZ-MZSP, cleared by Tower, Ana Pech"), audit);
    }
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      JsonObject plan = body(floor.get("/api/plans/" + kept));
      assertEquals("filed", plan.getString("state"));
      assertEquals("Tower, Ana Pech", plan.getString("clearedBy"));
      assertEquals("cancelled", body(floor.get("/api/plans/" + withdrawn)).getString("state"));
    }
  }

  @Test
  void aClearanceWithFaultsIsRefusedMemberByMember() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      HttpResponse<String> answer =
          clear(floor, "{\"icao24\":\"zz\",\"offBlock\":\"soon\",\"fly\":true,\"to\":7}");
      assertEquals(422, answer.statusCode());
      String errors = body(answer).getJsonArray("errors").encode();
      for (String member : new String[] {"icao24", "offBlock", "fly", "to", "clearedBy"}) {
        assertTrue(errors.contains("\"/" + member + "\""), errors);
      }
      assertEquals(400, clear(floor, "[1]").statusCode());
      assertEquals(0, floor.items("/api/plans").size());
    }
  }

  @Test
  void textIsTakenLineByLineAndKeptOverARestart() throws Exception {
    String text =
        "callsign;from;to;off_block;eet;colour;cleared_by\n"
            + "V3AAA;MZBZ;MZSP;1430;20;red;\"Tower; day\"\n"
            + "V3BBB;MZBZ;MZSP;1430;2x;;Tower\n"
            + ";MZBZ;;;;;\n"
            + "(CNL-XXX1-MZBZ1430-MZSP-0)\n"
            + "(FPL-TPX77-VG-C208/L-S/C-MZBZ2330-N0150A055 DCT-MZSP0020 MZBE-0)\n";
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      HttpResponse<String> answer = floor.request("POST", "/api/plans/import", text);
      assertEquals(200, answer.statusCode(), answer.body());
      JsonArray taken = body(answer).getJsonArray("taken");
      assertEquals("[2, 3, 6]", lines(taken), answer.body());
      assertEquals(1, taken.getJsonObject(1).getJsonArray("notUnderstood").size());
      assertEquals("[1, 4, 5]", lines(body(answer).getJsonArray("refused")), answer.body());
      assertEquals("MZBE", plan(floor, "TPX77").getJsonArray("alternates").getString(0));
      assertEquals(1, body(floor.get("/api/plans")).getJsonArray("loose").size());
      HttpResponse<String> nothing = floor.request("POST", "/api/plans/import", "hello");
      assertEquals(422, nothing.statusCode());
      assertEquals(1, body(nothing).getJsonArray("refused").size());
      assertEquals(
          413, floor.request("POST", "/api/plans/import", "x".repeat(300_000)).statusCode());
    }
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      assertEquals(3, floor.items("/api/plans").size());
      assertEquals("Tower; day", plan(floor, "V3AAA").getString("clearedBy"));
    }
  }

  private static String lines(JsonArray items) {
    return items.stream().map(each -> ((JsonObject) each).getInteger("line")).toList().toString();
  }

  @Test
  void plansComeOverTheWireAndAreReadPageByPage() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket aftn = floor.dial("aftn")) {
      for (int i = 10; i < 15; i++) {
        LiveFloor.say(
            aftn, "(FPL-TPX" + i + "-VG-C208/L\n-S/C-MZBZ23" + i + "-DCT-MZSP0020-0)\nNNNN\n");
      }
      Patience.until("five plans", () -> floor.items("/api/plans").size() == 5);
      JsonObject page = body(floor.get("/api/plans?limit=3"));
      assertEquals(3, page.getJsonArray("items").size());
      JsonObject rest = body(floor.get("/api/plans?limit=3&cursor=" + page.getString("next")));
      assertEquals(2, rest.getJsonArray("items").size());
      assertFalse(rest.containsKey("next"));
    }
  }

  @Test
  void aClearanceExplainsAnOpenAlertAtOnceAndWithdrawnItIsOpenAgain() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket flights = floor.dial("flights")) {
      hurry(floor);
      String[] id = new String[1];
      Patience.until(
          "an alert",
          () -> {
            fly(flights);
            id[0] = alertId(floor);
            return id[0] != null;
          },
          () -> floor.get("/api/tracks").body());
      assertEquals("active-unacknowledged", state(floor, id[0]));
      String clearance =
          "{\"icao24\":\"" + ADDRESS + "\",\"from\":\"MZBZ\",\"clearedBy\":\"Tower\"}";
      String plan = body(clear(floor, clearance)).getString("id");
      // Whoever has the answer sees the alert as the clearance left it.
      JsonObject alert = body(floor.get("/api/alerts/" + id[0]));
      assertEquals("rectified-unacknowledged", alert.getString("state"));
      String by = alert.getJsonObject("message").getJsonObject("values").getString("explainedBy");
      assertEquals(ADDRESS + " MZBZ-?", by);
      JsonObject said = body(floor.get("/api/plans/" + plan));
      JsonObject match = said.getJsonArray("matches").getJsonObject(0);
      assertEquals("icao:0ab001", match.getString("track"));
      assertEquals("address", match.getString("by"));
      assertEquals(200, floor.request("DELETE", "/api/plans/" + plan, "").statusCode());
      Patience.until(
          "it rings again",
          () -> {
            fly(flights);
            return state(floor, id[0]).equals("active-unacknowledged");
          });
    }
  }

  /** An alert after ten seconds instead of a minute. */
  private static void hurry(LiveFloor floor) {
    HttpResponse<String> rules = floor.get("/api/rules");
    String etag = rules.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> answer =
        floor.request(
            "PUT",
            "/api/rules",
            "{\"unreported-flight.afterSeconds\":10}",
            "If-Match",
            etag,
            "Content-Type",
            "application/json");
    assertEquals(200, answer.statusCode(), answer.body());
  }

  /** It crosses the middle of Belize southward at 120 knots. */
  private static void fly(Socket flights) throws RuntimeException {
    double minutes = (Instant.now().toEpochMilli() % 3_600_000) / 60_000.0;
    try {
      LiveFloor.say(flights, Spoken.flight(ADDRESS, 17.6 - minutes / 60 * 1.0, -88.7, 3_000));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String alertId(LiveFloor floor) {
    for (Object each : floor.items("/api/alerts")) {
      if ("unreported-flight".equals(((JsonObject) each).getString("kind"))) {
        return ((JsonObject) each).getString("id");
      }
    }
    return null;
  }

  private static String state(LiveFloor floor, String id) {
    return body(floor.get("/api/alerts/" + id)).getString("state");
  }
}
