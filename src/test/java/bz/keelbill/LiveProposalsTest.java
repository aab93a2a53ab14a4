package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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

  @Test
  void proposalsWaitOverARestartAndAreMadeOnce() throws Exception {
    String feeds = LiveFloor.AIS + "budget: {ringsPerWatch: 5, trialFirst: true}\n";
    String tag;
    try (LiveFloor floor = LiveFloor.open(folder, feeds)) {
      Person rosa = floor.setUp("Rosa Tun", Person.PASSWORD);
      rosa.adds("Ana Cal", "operator");
      rosa.adds("Luis Chan", "operator");
      Person ana = Person.signIn(floor, "Ana Cal", Person.PASSWORD);
      tag = ana.get(WATER).headers().firstValue("ETag").orElseThrow();
      String later = body(ana.get(WATER)).encode().replace("Closed water", "Closed in May");
      assertEquals(409, ana.request("PUT", WATER, later, "If-Match", tag).statusCode());
      assertEquals(409, ana.request("DELETE", WATER, "", "If-Match", tag).statusCode());
      String rules = "{\"feed-silent.minSeconds\":90}";
      ana.request("PUT", "/api/rules", rules, "If-Match", "\"rules-1\"");
      assertEquals(3, ana.items("/api/proposals").size());
      ana.request("DELETE", location(ana, 1), "");
    }
    try (LiveFloor again = LiveFloor.open(folder, feeds)) {
      Person ana = Person.signIn(again, "Ana Cal", Person.PASSWORD);
      Person luis = Person.signIn(again, "Luis Chan", Person.PASSWORD);
      assertEquals(2, luis.items("/api/proposals").size(), "one was withdrawn");
      assertEquals(tag, luis.get(WATER).headers().firstValue("ETag").orElseThrow());
      JsonObject first = luis.items("/api/proposals").getJsonObject(0);
      assertEquals("Ana Cal", first.getString("proposedBy"));
      String confirm = location(luis, 0) + "/confirm";
      assertEquals(403, ana.request("POST", confirm, REASON).statusCode(), "still another person");
      assertEquals(204, luis.request("POST", confirm, REASON).statusCode());
      assertTrue(luis.get(WATER).body().contains("Closed in May"));
      assertEquals(204, luis.request("POST", location(luis, 0) + "/confirm", REASON).statusCode());
      assertEquals(2, body(luis.get("/api/rules")).getInteger("version"));
    }
    try (LiveFloor third = LiveFloor.open(folder, feeds)) {
      Person luis = Person.signIn(third, "Luis Chan", Person.PASSWORD);
      assertEquals(0, luis.items("/api/proposals").size());
      assertTrue(luis.get(WATER).body().contains("Closed in May"));
    }
  }

  private static String location(Person person, int proposal) {
    JsonObject waiting = person.items("/api/proposals").getJsonObject(proposal);
    return "/api/proposals/" + waiting.getString("id");
  }

  @Test
  void damagedProposalsAreSetAsideAndTold() throws Exception {
    Path file = folder.resolve("data/proposals.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"version\":1,\"tried\":{},\"held\":[{\"id\":\"p-1\"");
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertEquals(0, floor.items("/api/proposals").size());
      String aside = "it was set aside as proposals.json.damaged-1";
      assertTrue(floor.troubles().contains(aside), floor.troubles());
      assertTrue(floor.get("/api/audit").body().contains(aside));
      assertTrue(Files.exists(file.resolveSibling("proposals.json.damaged-1")));
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
