package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.web.Contract;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the watch really answers is what the contract says. */
class ContractAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Contract CONTRACT = Contract.read();

  @TempDir Path folder;

  private final List<String> faults = new ArrayList<>();
  private final TreeSet<String> seen = new TreeSet<>();

  /** Judges an answer by the operation that it belongs to. */
  private HttpResponse<String> judge(String method, String path, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse(null);
    String media = type == null ? null : type.replaceAll(";.*", "");
    Object body = media != null && media.endsWith("json") ? parsed(answer.body()) : answer.body();
    Contract.Operation operation = CONTRACT.operation(method, path);
    faults.addAll(CONTRACT.faults(operation, answer.statusCode(), media, body));
    seen.add(operation + " " + answer.statusCode());
    return answer;
  }

  private static Object parsed(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (IOException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private HttpResponse<String> get(Person person, String template, String path) {
    return judge("GET", template, person.get(path));
  }

  private HttpResponse<String> send(
      Person person, String method, String template, String path, String body, String... headers) {
    return judge(method, template, person.request(method, path, body, headers));
  }

  @Test
  void realAnswersFitTheContract() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      judge("GET", "/api/session", floor.get("/api/session"));
      judge("POST", "/api/setup", floor.request("POST", "/api/setup", "{\"name\":\"\"}"));
      Person admin = floor.setUp("Rosa Tun", Person.PASSWORD);
      admin.adds("Ben Itza", "operator");
      Person ben = Person.signIn(floor, "Ben Itza", Person.PASSWORD);
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      Patience.until("an alert", () -> ben.items("/api/alerts").size() == 1);
      accounts(floor, admin);
      reading(ben);
      picture(ben);
      law(ben);
      record(ben);
      refusals(floor, ben);
    }
    assertEquals(List.of(), faults);
    assertTrue(seen.size() >= 60, seen.size() + " " + seen);
  }

  private void accounts(LiveFloor floor, Person admin) {
    get(admin, "/api/session", "/api/session");
    get(admin, "/api/users", "/api/users");
    String token =
        send(
                admin,
                "POST",
                "/api/tokens",
                "/api/tokens",
                "{\"name\":\"qgis\",\"role\":\"viewer\",\"days\":1}")
            .body();
    get(admin, "/api/tokens", "/api/tokens");
    String id = new JsonObject(token).getString("id");
    send(admin, "DELETE", "/api/tokens/{id}", "/api/tokens/" + id, "");
    send(admin, "DELETE", "/api/tokens/{id}", "/api/tokens/" + id, "");
    send(admin, "POST", "/api/users", "/api/users", "{\"name\":\"x\"}");
    String user =
        "{\"name\":\"Vic Pech\",\"role\":\"viewer\",\"password\":\"" + Person.PASSWORD + "\"}";
    send(admin, "POST", "/api/users", "/api/users", user);
    send(admin, "POST", "/api/users", "/api/users", user);
    send(admin, "PATCH", "/api/users/{id}", "/api/users/Vic%20Pech", "{\"disabled\":true}");
    send(admin, "PATCH", "/api/users/{id}", "/api/users/nobody", "{\"disabled\":true}");
    judge("POST", "/api/session", Person.trySignIn(floor, "Vic Pech", Person.PASSWORD));
    Person other = Person.signIn(floor, "Rosa Tun", Person.PASSWORD);
    send(other, "POST", "/api/session/lock", "/api/session/lock", "");
    get(other, "/api/users", "/api/users");
    send(other, "POST", "/api/session/unlock", "/api/session/unlock", "{\"password\":\"no\"}");
    String factor = "/api/session/second-factor";
    send(other, "POST", factor, factor, "{\"password\":\"no\"}");
    send(admin, "PUT", factor, factor, "{\"code\":\"1\"}");
    send(admin, "POST", factor, factor, "{\"password\":\"" + Person.PASSWORD + "\"}");
    send(admin, "PUT", factor, factor, "{\"code\":\"1\"}");
    send(other, "DELETE", "/api/session", "/api/session", "");
    get(admin, "/api/audit", "/api/audit");
  }

  private void reading(Person ben) {
    for (String path :
        List.of(
            "/api/feeds",
            "/api/stations",
            "/api/port-calls",
            "/api/plans",
            "/api/sightings",
            "/api/fences",
            "/api/rules",
            "/api/known-good",
            "/api/watchlists",
            "/api/backtests",
            "/api/recordings",
            "/api/audit",
            "/api/coverage",
            "/api/openapi.yaml")) {
      get(ben, path, path);
    }
    get(ben, "/api/coverage/at", "/api/coverage/at?lat=17.3&lon=-87.8");
    get(ben, "/api/coverage/at", "/api/coverage/at");
    get(ben, "/metrics", "/metrics");
    send(ben, "POST", "/api/canary", "/api/canary", "");
    send(ben, "POST", "/api/canary", "/api/canary", "");
    get(ben, "/api/canary", "/api/canary");
  }

  private void picture(Person ben) {
    String alert = ben.items("/api/alerts").getJsonObject(0).getString("id");
    get(ben, "/api/alerts", "/api/alerts");
    get(ben, "/api/alerts/{id}", "/api/alerts/" + alert);
    get(ben, "/api/alerts/{id}", "/api/alerts/none");
    get(ben, "/api/officers", "/api/officers");
    acts(ben, "/api/alerts/" + alert);
    send(ben, "POST", "/api/handover/sign", "/api/handover/sign", "");
    send(ben, "POST", "/api/handover", "/api/handover", "{\"note\":7}");
    send(ben, "POST", "/api/handover", "/api/handover", "{\"note\":\"dredger\"}");
    get(ben, "/api/handover", "/api/handover");
    send(ben, "DELETE", "/api/handover", "/api/handover", "");
    String track = "/api/tracks/mmsi:312000101";
    get(ben, "/api/tracks", "/api/tracks");
    get(ben, "/api/tracks/{name}", track);
    for (String more : List.of("points", "reach", "voyage", "why")) {
      get(ben, "/api/tracks/{name}/" + more, track + "/" + more);
    }
    get(ben, "/api/tracks/{name}", "/api/tracks/mmsi:1");
    send(
        ben,
        "POST",
        "/api/sightings/read",
        "/api/sightings/read",
        "{\"text\":\"two pangas off Glover's at 0310\"}");
    send(ben, "POST", "/api/sightings", "/api/sightings", "{}");
    String flight =
        new JsonObject()
            .put("callsign", "V3HHA")
            .put("from", "MZBZ")
            .put("to", "MZSP")
            .put("clearedBy", "Tower")
            .put("until", Instant.now().plusSeconds(7_200).toString())
            .encode();
    String plan = send(ben, "POST", "/api/plans", "/api/plans", flight).body();
    String id = new JsonObject(plan).getString("id");
    if (id != null) {
      get(ben, "/api/plans/{id}", "/api/plans/" + id);
      send(ben, "DELETE", "/api/plans/{id}", "/api/plans/" + id, "");
    }
    send(ben, "POST", "/api/plans", "/api/plans", "{\"callsign\":7}");
  }

  private void acts(Person ben, String alert) {
    Map<String, List<String>> bodies = new LinkedHashMap<>();
    bodies.put("comment", List.of("{\"text\":\"no answer\"}", "{}"));
    bodies.put("silence", List.of("", ""));
    bodies.put("escalate", List.of("", ""));
    bodies.put("accept", List.of(""));
    bodies.put("shelve", List.of("{\"minutes\":5,\"reason\":\"dredger\"}", "["));
    bodies.put("unshelve", List.of("", ""));
    bodies.put("ack", List.of("", ""));
    bodies.put("assign", List.of("{\"to\":\"Ben Itza\"}", "{\"to\":\"nobody\"}"));
    bodies.put("close", List.of("{\"verdict\":\"true\"}", "{\"verdict\":\"true\"}"));
    bodies.forEach(
        (act, each) -> {
          for (String body : each) {
            send(ben, "POST", "/api/alerts/{id}/" + act, alert + "/" + act, body);
            get(ben, "/api/alerts/{id}", alert);
          }
        });
  }

  private void law(Person ben) {
    String fence = "/api/fences/closed-water";
    HttpResponse<String> one = get(ben, "/api/fences/{id}", fence);
    String etag = one.headers().firstValue("ETag").orElseThrow();
    send(ben, "PUT", "/api/fences/{id}", fence, one.body());
    send(ben, "PUT", "/api/fences/{id}", fence, one.body(), "If-Match", "\"x\"");
    send(ben, "PUT", "/api/fences/{id}", fence, "{\"type\":\"Feature\"}", "If-Match", etag);
    send(ben, "PUT", "/api/fences/{id}", fence, one.body(), "If-Match", etag);
    send(ben, "PUT", "/api/fences/{id}", "/api/fences/other", one.body(), "If-None-Match", "*");
    String other = ben.get("/api/fences/other").headers().firstValue("ETag").orElseThrow();
    send(ben, "DELETE", "/api/fences/{id}", "/api/fences/other", "", "If-Match", other);
    String rules = ben.get("/api/rules").headers().firstValue("ETag").orElseThrow();
    send(ben, "PUT", "/api/rules", "/api/rules", "{\"no.such\":1}", "If-Match", rules);
    send(
        ben,
        "PUT",
        "/api/rules",
        "/api/rules",
        "{\"go-fast.warningScore\":2.8}",
        "If-Match",
        rules);
    send(ben, "POST", "/api/rules/check", "/api/rules/check", "{\"condition\":\"hour < 6\"}");
    String entry =
        new JsonObject()
            .put("reason", "dives there")
            .put("sort", "other")
            .put("name", "BLUE DIVER")
            .put("kinds", new JsonArray().add("fence-entry"))
            .put("validUntil", Instant.now().plusSeconds(86_400).toString().substring(0, 10))
            .encode();
    String kept = send(ben, "POST", "/api/known-good", "/api/known-good", entry).body();
    String id = new JsonObject(kept).getString("id");
    if (id != null) {
      get(ben, "/api/known-good/{id}", "/api/known-good/" + id);
      send(ben, "POST", "/api/known-good/{id}/review", "/api/known-good/" + id + "/review", "{}");
      send(ben, "POST", "/api/known-good/{id}/end", "/api/known-good/" + id + "/end", "");
    }
    send(ben, "POST", "/api/backtests", "/api/backtests", "{}");
    get(ben, "/api/backtests/{id}", "/api/backtests/none");
  }

  private void record(Person ben) {
    Instant now = Instant.now();
    String period = "?from=" + now.minusSeconds(3_600) + "&to=" + now.plusSeconds(60);
    get(ben, "/api/recordings/tracks", "/api/recordings/tracks" + period);
    get(ben, "/api/recordings/tracks", "/api/recordings/tracks");
    get(ben, "/api/recordings/export", "/api/recordings/export" + period + "&format=x");
    String wish =
        new JsonObject()
            .put("from", now.minusSeconds(60).toString())
            .put("to", now.toString())
            .encode();
    String replay = send(ben, "POST", "/api/replays", "/api/replays", wish).body();
    String path = "/api/replays/" + new JsonObject(replay).getString("id");
    get(ben, "/api/replays/{id}", path);
    get(ben, "/api/replays/{id}/index", path + "/index");
    send(ben, "PATCH", "/api/replays/{id}", path, "{\"speed\":20}");
    send(ben, "PATCH", "/api/replays/{id}", path, "{\"speed\":\"fast\"}");
    send(ben, "DELETE", "/api/replays/{id}", path, "");
    send(ben, "POST", "/api/replays", "/api/replays", "{}");
  }

  private void refusals(LiveFloor floor, Person ben) {
    get(ben, "/api/users", "/api/users");
    judge("GET", "/api/alerts", floor.get("/api/alerts"));
    send(ben, "PUT", "/api/rules", "/api/rules", "[", "If-Match", "\"rules-2\"");
    send(ben, "DELETE", "/api/session", "/api/session", "");
    get(ben, "/api/alerts", "/api/alerts");
  }
}
