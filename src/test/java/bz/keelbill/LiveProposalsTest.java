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

/** A change that loses a true case, or that nobody has tried, is not made by one person. */
class LiveProposalsTest {
  private static final String WATER = "/api/fences/closed-water";
  private static final String REASON = "{\"reason\":\"the season is open\"}";

  @TempDir Path folder;

  private static JsonObject body(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> remove(LiveFloor floor) {
    String tag = floor.get(WATER).headers().firstValue("ETag").orElseThrow();
    return floor.request("DELETE", WATER, "", "If-Match", tag);
  }

  @Test
  void aTriedChangeThatLosesATrueCaseIsHeldAndOnePersonCannotConfirmIt() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      String alert = "/api/alerts/" + floor.awaitAlerts(1).getJsonObject(0).getString("id");
      floor.request("POST", alert + "/ack", "");
      floor.request("POST", alert + "/close", "{\"verdict\":\"true\"}");
      Patience.until("the recording", () -> linesRecorded(floor) >= 6);
      tried(floor, "{\"days\":1,\"removeFences\":[\"closed-water\"]}");

      HttpResponse<String> held = remove(floor);
      assertEquals(409, held.statusCode(), held.body());
      JsonObject proposal = body(held).getJsonObject("proposal");
      assertEquals("remove-fence", proposal.getString("what"));
      assertEquals(
          new JsonArray().add(new JsonObject().put("why", "loses-true-cases").put("count", 1)),
          proposal.getJsonArray("reasons"));
      assertEquals(200, floor.get(WATER).statusCode(), "it is not made");

      String path = held.headers().firstValue("Location").orElseThrow();
      HttpResponse<String> alone = floor.request("POST", path + "/confirm", REASON);
      assertEquals(403, alone.statusCode(), alone.body());
      assertTrue(body(alone).getString("detail").contains("set up accounts"), alone.body());
      assertEquals(200, floor.get(WATER).statusCode());
      assertEquals(1, floor.items("/api/proposals").size());
      assertEquals(204, floor.request("DELETE", path, "").statusCode());
      assertEquals(0, floor.items("/api/proposals").size());
    }
  }

  @Test
  void whereTrialsComeFirstAnUntriedChangeIsHeldToo() throws Exception {
    try (LiveFloor floor =
        LiveFloor.open(folder, LiveFloor.AIS + "budget: {ringsPerWatch: 5, trialFirst: true}\n")) {
      HttpResponse<String> held = remove(floor);
      assertEquals(409, held.statusCode(), held.body());
      assertTrue(held.body().contains("\"why\":\"untried\""), held.body());
      HttpResponse<String> rules =
          floor.request(
              "PUT", "/api/rules", "{\"feed-silent.minSeconds\":90}", "If-Match", "\"rules-1\"");
      assertEquals(409, rules.statusCode(), rules.body());
      assertEquals(1, body(floor.get("/api/rules")).getInteger("version"));
    }
  }

  private static void tried(LiveFloor floor, String wish) {
    HttpResponse<String> asked = floor.request("POST", "/api/backtests", wish);
    assertEquals(202, asked.statusCode(), asked.body());
    String location = asked.headers().firstValue("Location").orElseThrow();
    Patience.until(
        "the trial",
        () -> "done".equals(body(floor.get(location)).getString("state")),
        () -> floor.get(location).body());
  }

  private static long linesRecorded(LiveFloor floor) {
    JsonArray days = floor.items("/api/recordings");
    return days.isEmpty() ? 0 : days.getJsonObject(0).getLong("lines");
  }
}
