package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.account.Totp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code beside the password, through real sockets. */
class LiveSecondFactorTest {
  private static final String AT = "/api/session/second-factor";

  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong(System.currentTimeMillis());

  private static JsonObject json(HttpResponse<String> answer, int status) {
    assertEquals(status, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static JsonObject password() {
    return new JsonObject().put("password", Person.PASSWORD);
  }

  private String code(String secret, int stepsOff) {
    return Totp.code(secret, Totp.step(now.get()) + stepsOff);
  }

  private HttpResponse<String> signIn(LiveFloor floor, String code) {
    JsonObject body = password().put("name", "Rosa Tun").put("code", code);
    return floor.request("POST", "/api/session", body.encode());
  }

  /** Sets one up with the code of the step before, so that the code of now is still good. */
  private JsonObject enrol(Person person) {
    JsonObject offer = json(person.post(AT, password()), 200);
    String secret = offer.getString("secret");
    assertTrue(offer.getString("uri").startsWith("otpauth://totp/Keelbill:"));
    assertTrue(offer.getString("uri").contains("secret=" + secret));
    assertEquals(offer.getJsonArray("qr").size(), offer.getJsonArray("qr").getString(0).length());
    assertEquals(403, confirm(person, "000000x").statusCode());
    JsonObject set = json(confirm(person, code(secret, -1)), 200);
    assertEquals("set", set.getString("secondFactor"));
    return set.put("secret", secret);
  }

  private static HttpResponse<String> confirm(Person person, String code) {
    return person.request("PUT", AT, new JsonObject().put("code", code).encode());
  }

  @Test
  void whoHasOneSignsInWithACodeThatIsGoodOnce() throws Exception {
    String secret;
    JsonArray recovery;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      Person rosa = floor.setUp("Rosa Tun", Person.PASSWORD);
      assertEquals(409, confirm(rosa, "123456").statusCode(), "nothing was shown yet");
      assertEquals(403, rosa.post(AT, new JsonObject().put("password", "no")).statusCode());
      JsonObject set = enrol(rosa);
      secret = set.getString("secret");
      recovery = set.getJsonArray("recoveryCodes");
      assertEquals(10, recovery.size());
      assertEquals(401, rosa.get("/api/alerts").statusCode(), "the session before is over");
      JsonObject needs = json(Person.trySignIn(floor, "Rosa Tun", Person.PASSWORD), 401);
      assertEquals("code", needs.getString("needs"));
      assertFalse(
          Person.trySignIn(floor, "Rosa Tun", "not it").body().contains("needs"),
          "a wrong password is not told from a wrong code");
      assertEquals(200, signIn(floor, code(secret, 0)).statusCode());
      assertEquals(401, signIn(floor, code(secret, 0)).statusCode(), "it was used");
      assertEquals(401, signIn(floor, code(secret, 5)).statusCode());
    }
    try (LiveFloor again = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      assertEquals(200, signIn(again, recovery.getString(0)).statusCode(), "it is kept");
      assertEquals(401, signIn(again, recovery.getString(0)).statusCode(), "it was used");
      Person rosa = Person.of(again, signIn(again, code(secret, 1)));
      assertEquals(
          403, rosa.post(AT, password()).statusCode(), "another device wants a code of this one");
      String audit = rosa.get("/api/audit?limit=100").body();
      assertTrue(audit.contains("second-factor-set") && audit.contains("recovery-code-used"));
      assertFalse(audit.contains(secret));
      String file = Files.readString(folder.resolve("data/accounts.json"));
      assertFalse(file.contains(recovery.getString(1)), "recovery codes are kept as hashes");
    }
  }

  @Test
  void aRecoveryCodeThatIsGivenTwiceAtOnceLetsInOnce() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      JsonObject set = enrol(floor.setUp("Rosa Tun", Person.PASSWORD));
      String code = set.getJsonArray("recoveryCodes").getString(0);
      List<CompletableFuture<Integer>> tries = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tries.add(CompletableFuture.supplyAsync(() -> signIn(floor, code).statusCode()));
      }
      List<Integer> answers = tries.stream().map(CompletableFuture::join).sorted().toList();
      assertEquals(200, answers.get(0));
      assertTrue(answers.get(1) >= 400, "so they were answered: " + answers);
    }
  }

  @Test
  void aUsedCodeStaysUsedOverARestart() throws Exception {
    String secret;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      secret = enrol(floor.setUp("Rosa Tun", Person.PASSWORD)).getString("secret");
      Person first = Person.of(floor, signIn(floor, code(secret, 0)));
      now.addAndGet(Totp.STEP_MILLIS);
      assertEquals(200, signIn(floor, code(secret, 0)).statusCode());
      assertEquals(
          200, first.get("/api/alerts").statusCode(), "another signing in ends no session");
    }
    try (LiveFloor again = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      assertEquals(401, signIn(again, code(secret, 0)).statusCode(), "it was used before");
      assertEquals(401, signIn(again, code(secret, -1)).statusCode(), "older than a used one");
      assertEquals(200, signIn(again, code(secret, 1)).statusCode());
    }
  }

  @Test
  void theCodeThatSetUpADeviceStaysUsedOverARestart() throws Exception {
    String secret;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      secret = enrol(floor.setUp("Rosa Tun", Person.PASSWORD)).getString("secret");
    }
    try (LiveFloor again = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      assertEquals(401, signIn(again, code(secret, -1)).statusCode());
      assertEquals(200, signIn(again, code(secret, 0)).statusCode());
    }
  }

  @Test
  void wrongCodesAreGuessesLikeWrongPasswords() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      JsonObject set = enrol(floor.setUp("Rosa Tun", Person.PASSWORD));
      int refused = 0;
      while (signIn(floor, "12345x").statusCode() == 401) {
        refused++;
      }
      assertEquals(10, refused);
      String right = code(set.getString("secret"), 0);
      assertEquals(429, signIn(floor, right).statusCode(), "also the right one waits");
      assertEquals(429, signIn(floor, "").statusCode());
    }
  }

  @Test
  void anAdminTakesAwayTheFactorOfALostDeviceAndCannotSetOne() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, now::get)) {
      Person admin = floor.setUp("Rosa Tun", Person.PASSWORD);
      admin.adds("Ana Cal", "watch");
      JsonObject on = new JsonObject().put("secondFactor", true);
      assertEquals(422, admin.changes("Ana Cal", on).statusCode());
      enrol(Person.signIn(floor, "Ana Cal", Person.PASSWORD));
      assertEquals(401, Person.trySignIn(floor, "Ana Cal", Person.PASSWORD).statusCode());
      assertEquals(200, admin.changes("Ana Cal", on).statusCode(), "it stays");
      JsonObject off = new JsonObject().put("secondFactor", false);
      JsonObject ana = json(admin.changes("Ana Cal", off), 200);
      assertEquals(false, ana.getBoolean("secondFactor"));
      Person.signIn(floor, "Ana Cal", Person.PASSWORD);
    }
  }

  @Test
  void whereOthersCanComeTheRolesThatOpenDoorsMayDoLittleWithoutOne() throws Exception {
    String web = ", proxy: true, origins: ['https://watch.example']";
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS, web)) {
      JsonObject founder = password().put("name", "Rosa Tun").put("code", floor.setUpCode());
      HttpResponse<String> founded = floor.request("POST", "/api/setup", founder.encode());
      Person rosa = Person.of(floor, founded);
      assertEquals("due", json(founded, 200).getString("secondFactor"));
      assertEquals(200, rosa.get("/api/alerts").statusCode());
      assertTrue(rosa.get("/api/users").body().contains("Second factor missing"));
      String offer = act(rosa, "POST", password()).body();
      String secret = new JsonObject(offer).getString("secret");
      JsonObject code = new JsonObject().put("code", Totp.code(secret, Totp.step(now())));
      Person surer = Person.of(floor, act(rosa, "PUT", code));
      assertEquals(200, surer.get("/api/users").statusCode());
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  /** An act on the factor from the page that is declared. */
  private static HttpResponse<String> act(Person person, String method, JsonObject body) {
    return person
        .floor()
        .request(
            method,
            AT,
            body.encode(),
            "Cookie",
            person.cookie(),
            "Origin",
            "https://watch.example",
            "X-Keelbill-Guard",
            person.guard());
  }
}
