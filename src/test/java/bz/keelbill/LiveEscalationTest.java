package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody answers: the steps that the watch takes by itself, and the contacts that it calls. */
class LiveEscalationTest {
  private static final String ALARM_WATER =
      """
      {"type":"Feature","properties":{"name":"North box","kind":"restricted","priority":"alarm",
        "appliesTo":"vessel"},
       "geometry":{"type":"Polygon","coordinates":
        [[[-87.5,17.6],[-87.4,17.6],[-87.4,17.7],[-87.5,17.7],[-87.5,17.6]]]}}
      """;

  @TempDir Path folder;

  private final List<JsonObject> calls = new CopyOnWriteArrayList<>();
  private HttpServer pager;
  private int port;

  @BeforeEach
  void aPagerListens() throws IOException {
    pager = pager(0);
    port = pager.getAddress().getPort();
  }

  private HttpServer pager(int wanted) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, wanted), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          calls.add(new JsonObject(new String(body, StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @AfterEach
  void close() {
    pager.stop(0);
  }

  private LiveFloor open(String steps, String web) throws IOException {
    String feeds =
        LiveFloor.AIS
            + "escalation:\n"
            + steps
            + "  contacts:\n"
            + "    - {name: duty officer, kind: webhook, url: \"http://127.0.0.1:%d/\"}\n"
                .formatted(port);
    return LiveFloor.open(folder, feeds, web);
  }

  private static String alarm(LiveFloor floor, Socket ais, int boat) throws Exception {
    String fence = "/api/fences/north-box";
    if (floor.get(fence).statusCode() == 404) {
      assertEquals(
          201, floor.request("PUT", fence, ALARM_WATER, "If-None-Match", "*").statusCode());
    }
    int before = floor.items("/api/alerts").size();
    long now = System.currentTimeMillis();
    LiveFloor.say(ais, Spoken.crossing(312_000_100 + boat, 17.62 + boat * 0.01, -87.5, now));
    JsonObject alert = floor.awaitAlerts(before + 1).getJsonObject(0);
    assertEquals("alarm", alert.getString("priority"));
    return alert.getString("id");
  }

  private static List<String> steps(LiveFloor floor, String id) {
    JsonObject alert = new JsonObject(floor.get("/api/alerts/" + id).body());
    return alert.containsKey("escalations")
        ? alert.getJsonArray("escalations").stream()
            .map(each -> ((JsonObject) each).getString("step"))
            .toList()
        : List.of();
  }

  @Test
  void anAlarmThatNobodyAnswersGoesToTheSecondConsoleAndThenToTheContact() throws Exception {
    try (LiveFloor floor = open("  alarm: {secondConsoleSeconds: 1, contactSeconds: 3}\n", "");
        Socket ais = floor.dial("ais");
        Onlooker console = Onlooker.greet(floor)) {
      String id = alarm(floor, ais, 1);
      floor.request("POST", "/api/alerts/" + id + "/silence", "");
      Patience.until("a call", () -> !calls.isEmpty());
      assertEquals(List.of("second-console", "contact"), steps(floor, id));
      assertEquals(id, calls.get(0).getJsonArray("alerts").getJsonObject(0).getString("id"));
      assertTrue(calls.get(0).getString("subject").startsWith("Keelbill ALARM not answered: "));
      List<Integer> escalations =
          console.all("alert").stream()
              .map(each -> each.getJsonObject("alert").getJsonArray("escalations"))
              .map(each -> each == null ? 0 : each.size())
              .distinct()
              .toList();
      assertEquals(List.of(0, 1, 2), escalations, "every console sees each step");
      String answered = alarm(floor, ais, 2);
      floor.request("POST", "/api/alerts/" + answered + "/ack", "");
      String third = alarm(floor, ais, 3);
      Patience.until("its call", () -> calls.size() >= 2);
      assertEquals(third, calls.get(1).getJsonArray("alerts").getJsonObject(0).getString("id"));
      assertFalse(steps(floor, answered).contains("contact"), "what is answered calls nobody");
      assertTrue(
          floor.items("/api/audit?limit=100").encode().contains("contact-reached"), "in the audit");
    }
  }

  @Test
  void aWarningSoundsLikeAnAlarmOnceAndCallsNobody() throws Exception {
    try (LiveFloor floor = open("  warning: {soundSeconds: 1}\n", "");
        Socket ais = floor.dial("ais")) {
      long now = System.currentTimeMillis();
      LiveFloor.say(ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, now));
      String id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
      Patience.until("the step", () -> steps(floor, id).equals(List.of("sound")));
      assertEquals(List.of(), calls);
    }
  }

  @Test
  void aContactThatIsNotReachedIsShoutedAndTriedAgain() throws Exception {
    pager.stop(0);
    try (LiveFloor floor = open("  alarm: {contactSeconds: 0}\n", "");
        Socket ais = floor.dial("ais");
        Onlooker console = Onlooker.greet(floor)) {
      alarm(floor, ais, 1);
      String words = "contact duty officer was not reached";
      Patience.until("word of it", () -> floor.troubles().contains(words));
      console.await("hb", each -> each.getJsonArray("notes").encode().contains(words));
      String failed =
          "keelbill_escalation_calls_total{contact=\"duty officer\",outcome=\"failed\"}";
      assertTrue(floor.get("/metrics").body().contains(failed), floor.get("/metrics").body());
      pager = pager(port);
      Patience.until("the call", () -> calls.size() == 1);
      Patience.until("quiet", () -> !floor.troubles().contains(words), floor::troubles);
    }
  }

  @Test
  void aWatchThatNobodyKeepsCallsAndAnAlarmMeanwhileCallsAtOnce() throws Exception {
    String usual = "  unattended: {contactSeconds: 1}\n";
    try (LiveFloor floor = open(usual, ", unattendedSeconds: 1");
        Socket ais = floor.dial("ais")) {
      alarm(floor, ais, 1);
      floor.setUp("Rosa Tun", Person.PASSWORD);
      Patience.until("two calls", () -> calls.size() >= 2, calls::toString);
      String all = calls.toString();
      assertTrue(all.contains("unattendedSince") && all.contains("No attended console"), all);
      assertTrue(all.contains("Keelbill ALARM not answered"), all);
    }
  }

  @Test
  void anEscalationByHandWhereNobodyIsConfiguredIsSaidToBeNone() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      String id = alarm(floor, ais, 1);
      assertEquals(200, floor.request("POST", "/api/alerts/" + id + "/escalate", "").statusCode());
      Patience.until("word", () -> floor.troubles().contains("nobody was called"), floor::troubles);
    }
  }
}
