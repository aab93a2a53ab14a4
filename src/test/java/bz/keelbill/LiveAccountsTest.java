package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, what he may do, and how he goes, through real sockets. */
class LiveAccountsTest {
  private static final String PASSWORD = Person.PASSWORD;
  private static final String ADMIN_PASSWORD = "blue hole at noon";

  @TempDir Path folder;

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static String state(LiveFloor floor) {
    return json(floor.get("/api/session")).getString("state");
  }

  @Test
  void theFirstAccountEndsTheDemo() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Onlooker demo = Onlooker.greet(floor)) {
      assertEquals("demo", state(floor));
      HttpResponse<String> answer =
          floor.request(
              "POST", "/api/setup", "{\"name\":\"Rosa Tun\",\"password\":\"blue hole at noon\"}");
      Person rosa = Person.of(floor, answer);
      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(cookie.matches("keelbill=[\\w-]{43}; Path=/; HTTPOnly; SameSite=Strict"), cookie);
      assertEquals("in", rosa.json("/api/session").getString("state"));
      Patience.until("4001", () -> demo.closedWith() == 4001);
      assertEquals(401, floor.get("/api/alerts").statusCode());
      assertEquals(401, floor.get("/metrics").statusCode());
      assertEquals("out", state(floor));
      assertEquals(200, floor.get("/").statusCode(), "the page itself says where to sign in");
      JsonObject strangers = json(floor.get("/health/ready"));
      assertFalse(strangers.containsKey("checks"), "strangers learn no troubles");
      try (Onlooker stranger = Onlooker.connect(floor, "/ws/watch")) {
        Patience.until("4001", () -> stranger.closedWith() == 4001);
        assertEquals(List.of(), stranger.types());
      }
      assertEquals(409, floor.request("POST", "/api/setup", "{}").statusCode(), "only once");
      Path file = folder.resolve("data/accounts.json");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertFalse(Files.readString(file).contains(ADMIN_PASSWORD));
    }
    try (LiveFloor again = LiveFloor.open(folder, LiveFloor.AIS)) {
      assertEquals("out", state(again), "the accounts are kept");
      Person.signIn(again, "ROSA TUN", ADMIN_PASSWORD);
    }
  }

  @Test
  void weakPasswordsAndBadNamesAreRefusedWithTheReason() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      for (String[] bad :
          new String[][] {
            {"Rosa Tun", "few signs", "too-short"},
            {"Rosa Tun", "Password1234!", "leaked"},
            {"Rosa Tun", "keelbill2026", "leaked"},
            {"Rosa Tun", "123456789012", "leaked"},
            {"Rosa Tun", "aaaaaaaaaaaabb", "leaked"},
            {"Rosa Tun", "my name is Rosa Tun", "name"},
            {"<b>Rosa", PASSWORD, "name"},
            {"watch", PASSWORD, "name"},
            {"", PASSWORD, "name"}
          }) {
        JsonObject body = new JsonObject().put("name", bad[0]).put("password", bad[1]);
        HttpResponse<String> answer = floor.request("POST", "/api/setup", body.encode());
        assertEquals(422, answer.statusCode(), body.encode());
        assertTrue(answer.body().contains("\"reason\":\"" + bad[2] + "\""), answer.body());
        assertFalse(answer.body().contains(bad[1]), "a password is not said back");
      }
      assertEquals("demo", state(floor));
    }
  }

  @Test
  void everyActCarriesItsPerson() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      admin.adds("Ana Cal", "watch");
      admin.adds("Ben Itza", "operator");
      Person ana = Person.signIn(floor, "ana cal", PASSWORD);
      Person ben = Person.signIn(floor, "Ben Itza", PASSWORD);
      long now = System.currentTimeMillis();
      LiveFloor.say(ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, now));
      try (Onlooker console = ben.watches()) {
        assertEquals(
            "Ben Itza", console.await("welcome").getJsonObject("officer").getString("name"));
        Patience.until("an alert", () -> ana.items("/api/alerts").size() == 1);
        String id = ana.items("/api/alerts").getJsonObject(0).getString("id");
        assertEquals(200, ana.request("POST", "/api/alerts/" + id + "/ack", "").statusCode());
        JsonObject seen =
            console.await(
                "alert",
                each ->
                    "active-acknowledged".equals(each.getJsonObject("alert").getString("state")));
        assertEquals("Ana Cal", seen.getJsonObject("alert").getString("acknowledgedBy"));
      }
      List<String> all =
          admin.items("/api/audit").stream()
              .map(JsonObject.class::cast)
              .map(each -> each.getString("actor") + ": " + each.getString("act"))
              .toList();
      assertTrue(all.contains("Ana Cal: acknowledge"), all.toString());
      assertTrue(all.contains("Ben Itza: signed-in"), all.toString());
      assertTrue(all.contains("Rosa Tun: account-added"), all.toString());
      for (Object each : ana.items("/api/audit")) {
        assertEquals("Ana Cal", ((JsonObject) each).getString("actor"), "only her own");
      }
      assertEquals(2, ana.items("/api/audit").size());
    }
  }

  @Test
  void anActNeedsThePagesOriginAndMarkBesideTheCookie() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      String own = admin.origin();
      for (String[] headers :
          new String[][] {
            {"Cookie", admin.cookie()},
            {"Cookie", admin.cookie(), "Origin", own},
            {"Cookie", admin.cookie(), "X-Keelbill-Guard", admin.guard()},
            {"Cookie", admin.cookie(), "Origin", own, "X-Keelbill-Guard", "x"},
            {"Cookie", admin.cookie(), "Origin", "null", "X-Keelbill-Guard", admin.guard()},
            {"Cookie", admin.cookie(), "Origin", own + "0", "X-Keelbill-Guard", admin.guard()}
          }) {
        for (String act : List.of("POST /api/users", "DELETE /api/session", "PUT /api/rules")) {
          String[] words = act.split(" ");
          HttpResponse<String> answer = floor.request(words[0], words[1], "{}", headers);
          assertEquals(403, answer.statusCode(), act + " " + List.of(headers));
        }
      }
      assertEquals(200, admin.get("/api/users").statusCode(), "she is still signed in");
      assertEquals("HTTP/1.1 403", shake(floor, "Cookie: " + admin.cookie() + "\r\n"), "no origin");
      String both = "Cookie: " + admin.cookie() + "\r\nOrigin: " + own + "\r\n";
      assertEquals("HTTP/1.1 101", shake(floor, both));
    }
  }

  private static String shake(LiveFloor floor, String headers) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", floor.port())) {
      socket.setSoTimeout(15_000);
      LiveFloor.say(
          socket,
          "GET /ws/watch HTTP/1.1\r\nHost: 127.0.0.1:"
              + floor.port()
              + "\r\n"
              + headers
              + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
      return new String(socket.getInputStream().readNBytes(12));
    }
  }

  @Test
  void aSessionIsDeadWhenSignedOutDisabledOrChanged() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      admin.adds("Ana Cal", "watch");
      for (JsonObject change :
          List.of(
              new JsonObject().put("role", "operator"),
              new JsonObject().put("supervisor", true),
              new JsonObject().put("password", PASSWORD + "!"),
              new JsonObject().put("disabled", true))) {
        String password = change.containsKey("disabled") ? PASSWORD + "!" : PASSWORD;
        Person ana = Person.signIn(floor, "Ana Cal", password);
        try (Onlooker console = ana.watches()) {
          assertEquals(200, admin.changes("Ana Cal", change).statusCode());
          assertEquals(401, ana.get("/api/alerts").statusCode(), change.encode());
          Patience.until("4001", () -> console.closedWith() == 4001);
        }
      }
      assertEquals(401, Person.trySignIn(floor, "Ana Cal", PASSWORD + "!").statusCode());
      HttpResponse<String> last = admin.changes("Rosa Tun", new JsonObject().put("disabled", true));
      assertEquals(409, last.statusCode(), "somebody must be able to let people in");

      Person second = Person.signIn(floor, "Rosa Tun", ADMIN_PASSWORD);
      assertNotEquals(admin.cookie(), second.cookie());
      assertEquals(204, second.request("DELETE", "/api/session", "").statusCode());
      assertEquals(401, second.get("/api/users").statusCode(), "a stolen cookie is worth nothing");
      assertEquals(200, admin.get("/api/users").statusCode());
    }
  }

  @Test
  void anIdOfAnothersChoosingIsNeverASession() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      String planted = "keelbill=" + "A".repeat(43);
      JsonObject body = new JsonObject().put("name", "Rosa Tun").put("password", ADMIN_PASSWORD);
      HttpResponse<String> answer =
          floor.request("POST", "/api/session", body.encode(), "Cookie", planted);
      assertNotEquals(planted, Person.of(floor, answer).cookie());
      assertEquals(401, floor.request("GET", "/api/users", "", "Cookie", planted).statusCode());
    }
  }

  @Test
  void guessingEndsSoonAndKeepsNobodyFromHisConsole() throws Exception {
    try (LiveFloor floor =
        LiveFloor.open(
            folder, LiveFloor.AIS, ", proxy: true, origins: ['https://watch.example']")) {
      JsonObject first =
          new JsonObject()
              .put("name", "Rosa Tun")
              .put("password", ADMIN_PASSWORD)
              .put("code", floor.setUpCode());
      HttpResponse<String> made =
          floor.request("POST", "/api/setup", first.encode(), "X-Forwarded-For", "10.0.0.1");
      assertEquals(200, made.statusCode());
      JsonObject guess = new JsonObject().put("name", "Rosa Tun").put("password", "wrong");
      int tried = 0;
      HttpResponse<String> answer;
      do {
        answer =
            floor.request("POST", "/api/session", guess.encode(), "X-Forwarded-For", "10.0.0.66");
        tried++;
      } while (answer.statusCode() == 401 && tried < 50);
      assertEquals(429, answer.statusCode());
      assertEquals(11, tried);
      assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 600);
      JsonObject right = new JsonObject().put("name", "Rosa Tun").put("password", ADMIN_PASSWORD);
      assertEquals(
          429,
          floor
              .request("POST", "/api/session", right.encode(), "X-Forwarded-For", "10.0.0.66")
              .statusCode());
      assertEquals(
          200,
          floor
              .request(
                  "POST", "/api/session", right.encode(), "X-Forwarded-For", "6.6.6.6, 10.0.0.1")
              .statusCode(),
          "her own console");
    }
  }

  @Test
  void anExposedWatchShowsNothingUntilItsCodeWasGiven() throws Exception {
    String web = ", proxy: true, origins: ['https://watch.example']";
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, web)) {
      assertEquals("set-up", state(floor));
      for (String path : List.of("/api/alerts", "/api/fences", "/metrics", "/api/users")) {
        assertEquals(401, floor.get(path).statusCode(), path);
      }
      try (Onlooker stranger = Onlooker.connect(floor, "/ws/watch")) {
        Patience.until("4001", () -> stranger.closedWith() == 4001);
      }
      JsonObject body = new JsonObject().put("name", "Rosa Tun").put("password", PASSWORD);
      assertEquals(403, floor.request("POST", "/api/setup", body.encode()).statusCode());
      body.put("code", "AAAA-BBBB-CCCC");
      assertEquals(403, floor.request("POST", "/api/setup", body.encode()).statusCode());
      body.put("code", floor.setUpCode().toLowerCase(java.util.Locale.ROOT));
      Person rosa = Person.of(floor, floor.request("POST", "/api/setup", body.encode()));
      assertEquals(200, rosa.get("/api/fences").statusCode());
      HttpResponse<String> users = rosa.get("/api/users");
      assertEquals(403, users.statusCode(), "an admin whom others can imitate needs more");
      assertTrue(users.body().contains("Second factor missing"), users.body());
    }
    try (LiveFloor again = LiveFloor.open(folder, LiveFloor.AIS, web)) {
      assertEquals(null, again.setUpCode(), "there is no second first account");
    }
  }

  @Test
  void aWatchConsoleLocksAndGoesOnWhileOthersSignOut() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, ", idleMinutes: 0.03")) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      admin.adds("Ana Cal", "watch");
      admin.adds("Vic Pech", "viewer");
      Person ana = Person.signIn(floor, "Ana Cal", PASSWORD);
      Person vic = Person.signIn(floor, "Vic Pech", PASSWORD);
      try (Onlooker console = ana.watches();
          Onlooker wall = vic.watches()) {
        console.await("session", each -> each.getJsonObject("officer").getBoolean("locked"));
        Patience.until("4001", () -> wall.closedWith() == 4001);
        assertEquals(0, console.closedWith());
        assertEquals("locked", ana.json("/api/session").getString("state"));
        assertEquals(200, ana.get("/api/alerts").statusCode(), "the picture goes on");
        assertEquals(423, ana.request("POST", "/api/alerts/x/ack", "").statusCode());
        assertEquals(423, ana.get("/api/recordings").statusCode());
        int beats = console.all("hb").size();
        Patience.until("a heartbeat", () -> console.all("hb").size() > beats);
        JsonObject wrong = new JsonObject().put("password", "wrong");
        assertEquals(403, ana.post("/api/session/unlock", wrong).statusCode());
        JsonObject right = new JsonObject().put("password", PASSWORD);
        assertEquals("in", json(ana.post("/api/session/unlock", right)).getString("state"));
        assertEquals(404, ana.request("POST", "/api/alerts/x/ack", "").statusCode());
        console.await("session", each -> !each.getJsonObject("officer").getBoolean("locked"));
      }
    }
  }

  @Test
  void aTokenIsShownOnceAndGoodUntilItIsRevoked() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      JsonObject wish = new JsonObject().put("name", "qgis").put("role", "viewer").put("days", 30);
      HttpResponse<String> made = admin.post("/api/tokens", wish);
      assertEquals(201, made.statusCode(), made.body());
      String token = json(made).getString("token");
      assertFalse(admin.get("/api/tokens").body().contains(token));
      assertFalse(Files.readString(folder.resolve("data/accounts.json")).contains(token));
      String[] bearer = {"Authorization", "Bearer " + token};
      assertEquals(200, floor.request("GET", "/api/alerts", "", bearer).statusCode());
      assertEquals(403, floor.request("POST", "/api/alerts/x/ack", "", bearer).statusCode());
      JsonObject listed = admin.items("/api/tokens").getJsonObject(0);
      assertTrue(listed.getString("lastUsedAt") != null, listed.encode());
      try (Onlooker program =
          Onlooker.connect(floor, "/ws/watch", Map.of("Authorization", "Bearer " + token))) {
        program.say("{\"type\":\"hello\"}");
        assertEquals(
            "api qgis", program.await("welcome").getJsonObject("officer").getString("name"));
        String path = "/api/tokens/" + listed.getString("id");
        assertEquals(204, admin.request("DELETE", path, "").statusCode());
        Patience.until("4001", () -> program.closedWith() == 4001);
      }
      assertEquals(401, floor.request("GET", "/api/alerts", "", bearer).statusCode());
      JsonObject adminToken = wish.copy().put("role", "admin");
      assertEquals(422, admin.post("/api/tokens", adminToken).statusCode());
    }
  }

  @Test
  void nobodyLooksFurtherBackThanHisRoleMay() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      int[][] daysAgo = {{0, 3, 40}, {403, 403, 422}};
      for (String role : List.of("watch", "operator", "analyst")) {
        admin.adds(role + " one", role);
        Person person = Person.signIn(floor, role + " one", PASSWORD);
        int most = role.equals("watch") ? 0 : role.equals("operator") ? 1 : 2;
        for (int i = 0; i < 3; i++) {
          Instant from = Instant.now().minusSeconds(86_400L * daysAgo[0][i] + 3_600);
          String period = "?from=" + from + "&to=" + from.plusSeconds(60);
          int status = person.get("/api/recordings/tracks" + period).statusCode();
          assertEquals(i <= most ? 200 : 403, status, role + " " + period);
          JsonObject wish =
              new JsonObject()
                  .put("from", from.toString())
                  .put("to", from.plusSeconds(60).toString());
          int replay = person.post("/api/replays", wish).statusCode();
          assertEquals(i <= most, replay != 403, role + " " + period + " " + replay);
        }
      }
    }
  }

  @Test
  void anUnattendedWatchSaysSoUntilAConsoleIsSeenAndHeard() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, ", unattendedSeconds: 3")) {
      Person admin = floor.setUp("Rosa Tun", ADMIN_PASSWORD);
      admin.adds("Ana Cal", "watch");
      try (Onlooker console = Person.signIn(floor, "Ana Cal", PASSWORD).watches()) {
        console.await("hb", hb -> hb.getString("unattendedSince") != null);
        assertTrue(admin.get("/health/ready").body().contains("no attended watch console"));
        console.say("{\"type\":\"hbAck\",\"visible\":true,\"audio\":\"suspended\"}");
        console.await("hb", hb -> hb.getInteger("attended") == 0);
        console.say("{\"type\":\"hbAck\",\"visible\":true,\"audio\":\"running\"}");
        console.await(
            "hb", hb -> hb.getInteger("attended") == 1 && hb.getString("unattendedSince") == null);
      }
    }
  }
}
