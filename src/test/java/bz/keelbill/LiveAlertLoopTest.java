package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two officers do with one alert over REST, and what stands after a restart. */
class LiveAlertLoopTest {
  private static final long MINUTE_MILLIS = 60_000;

  @TempDir Path folder;

  private final AtomicLong later = new AtomicLong();
  private LiveFloor floor;
  private Socket ais;
  private Person ana;
  private Person luis;
  private String id;

  private LiveFloor open() throws Exception {
    return LiveFloor.open(folder, LiveFloor.AIS, () -> System.currentTimeMillis() + later.get());
  }

  @BeforeEach
  void aBoatHasEntered() throws Exception {
    floor = open();
    ais = floor.dial("ais");
    Person admin = floor.setUp("Rosa Tun", Person.PASSWORD);
    admin.adds("Ana Pech", "watch");
    admin.adds("Luis Chan", "operator");
    admin.adds("Vic Itza", "viewer");
    signIn();
    LiveFloor.say(ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, now()));
    Patience.until("an alert", () -> ana.items("/api/alerts").size() == 1);
    id = ana.items("/api/alerts").getJsonObject(0).getString("id");
  }

  private long now() {
    return System.currentTimeMillis() + later.get();
  }

  private void signIn() {
    ana = Person.signIn(floor, "Ana Pech", Person.PASSWORD);
    luis = Person.signIn(floor, "Luis Chan", Person.PASSWORD);
  }

  private void restart(long laterMillis) throws Exception {
    ais.close();
    floor.close();
    later.addAndGet(laterMillis);
    floor = open();
    signIn();
    Patience.until("a port", () -> !address().endsWith(":0"));
    int port = Integer.parseInt(address().substring(address().lastIndexOf(':') + 1));
    ais = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Of the one feed. */
  private String address() {
    return ana.items("/api/feeds").getJsonObject(0).getString("address");
  }

  @AfterEach
  void close() throws Exception {
    ais.close();
    floor.close();
  }

  private HttpResponse<String> does(Person person, String act, String body, String... headers) {
    return person.request("POST", "/api/alerts/" + id + "/" + act, body, headers);
  }

  private JsonObject done(Person person, String act, String body, String... headers) {
    HttpResponse<String> answer = does(person, act, body, headers);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private void refused(Person person, String act, String body, String state, String... allowed) {
    HttpResponse<String> answer = does(person, act, body);
    assertEquals(409, answer.statusCode(), answer.body());
    JsonObject problem = new JsonObject(answer.body());
    assertEquals(state, problem.getString("state"));
    assertEquals(new JsonArray(List.of(allowed)), problem.getJsonArray("allowed"));
  }

  private JsonObject alert() {
    return ana.json("/api/alerts/" + id);
  }

  private void awaitState(String state) {
    Patience.until(state, () -> alert().getString("state").equals(state), () -> alert().encode());
  }

  @Test
  void aSilenceHoldsOnEveryConsoleAndOverARestartEndsByItself() throws Exception {
    try (Onlooker other = luis.watches()) {
      JsonObject silenced = done(ana, "silence", "");
      assertEquals("active-silenced", silenced.getString("state"));
      assertTrue(silenced.getString("silencedUntil").endsWith("Z"));
      other.await(
          "alert",
          each -> "active-silenced".equals(each.getJsonObject("alert").getString("state")));
    }
    refused(
        luis, "silence", "", "active-silenced", "ack", "assign", "shelve", "escalate", "comment");
    restart(MINUTE_MILLIS);
    awaitState("active-unacknowledged");
    assertNull(alert().getString("silencedUntil"));
  }

  @Test
  void anAlertIsGivenAndAcceptedByWhomItWasGivenTo() throws Exception {
    assertEquals(
        List.of("Ana Pech", "Luis Chan"),
        ana.items("/api/officers").stream()
            .map(each -> ((JsonObject) each).getString("name"))
            .toList());
    assertEquals(422, does(ana, "assign", "{\"to\":\"Vic Itza\"}").statusCode());
    assertEquals(422, does(ana, "assign", "{\"to\":7}").statusCode());
    assertEquals(400, does(ana, "assign", "Luis").statusCode());
    JsonObject given = done(ana, "assign", "{\"to\":\"luis chan\"}");
    assertEquals("responsibility-transferred", given.getString("state"));
    assertEquals("Luis Chan", given.getJsonObject("assigned").getString("to"));
    HttpResponse<String> notHers = does(ana, "accept", "");
    assertEquals(409, notHers.statusCode());
    assertTrue(notHers.body().contains("given to Luis Chan"), notHers.body());
    restart(MINUTE_MILLIS);
    assertEquals("responsibility-transferred", alert().getString("state"));
    JsonObject accepted = done(luis, "accept", "");
    assertTrue(accepted.getJsonObject("assigned").containsKey("acceptedAt"));
    assertEquals("closed", done(luis, "close", "{\"verdict\":\"test\"}").getString("state"));
    assertTrue(ana.items("/api/audit?limit=200").encode().contains(id + " to Luis Chan"));
  }

  @Test
  void whatIsNotAcceptedInFiveMinutesWaitsAgain() throws Exception {
    done(ana, "assign", "{\"to\":\"Luis Chan\"}");
    restart(5 * MINUTE_MILLIS);
    awaitState("active-unacknowledged");
  }

  @Test
  void aShelfSurvivesARestartAndOnlyANewerPositionBringsTheAlertBack() throws Exception {
    assertEquals(422, does(ana, "shelve", "{\"minutes\":721,\"reason\":\"x\"}").statusCode());
    assertEquals(422, does(ana, "shelve", "{\"minutes\":60}").statusCode());
    JsonObject shelved = done(ana, "shelve", "{\"minutes\":60,\"reason\":\"<i>dredger</i>\"}");
    assertEquals("shelved", shelved.getString("state"));
    assertEquals("<i>dredger</i>", shelved.getJsonObject("shelf").getString("reason"));
    refused(ana, "ack", "", "shelved", "unshelve", "comment");
    restart(30 * MINUTE_MILLIS);
    stays(312_000_101);
    assertEquals("shelved", alert().getString("state"));
    restart(31 * MINUTE_MILLIS);
    assertEquals("shelved", alert().getString("state"), "no position yet is newer than the shelf");
    stays(312_000_101);
    awaitState("active-unacknowledged");
    long entries =
        ana.items("/api/alerts").stream()
            .filter(each -> "fence-entry".equals(((JsonObject) each).getString("kind")))
            .count();
    assertEquals(1, entries, "and it is the same alert");
  }

  /** The boat is inside, and another one's position shows that this has been taken. */
  private void stays(int boat) throws Exception {
    int other = 312_000_200 + (int) (later.get() / MINUTE_MILLIS);
    for (int i = 5; i >= 0; i--) {
      double longitude = LiveFloor.EDGE + 0.004 - i * 0.0001;
      LiveFloor.say(ais, Spoken.ship(boat, 17.22, longitude, now() - i * 10_000L));
    }
    LiveFloor.say(ais, Spoken.ship(other, 17.5, -87.9));
    Patience.until("the other", () -> ana.get("/api/tracks/mmsi:" + other).statusCode() == 200);
  }

  @Test
  void aShelvedAlertIsTakenBack() {
    done(ana, "shelve", "{\"minutes\":60,\"reason\":\"dredger\"}");
    assertEquals("active-unacknowledged", done(luis, "unshelve", "").getString("state"));
  }

  @Test
  void commentsAreKeptAsTheyWereTypedWithTheirPerson() throws Exception {
    String hostile = "<img src=x onerror=alert(1)> \u202E =cmd|'/c calc'!A1 \"'";
    done(ana, "comment", new JsonObject().put("text", hostile).encode());
    done(luis, "comment", "{\"text\":\"no answer on 16\"}");
    assertEquals(422, does(ana, "comment", "{\"text\":\" \"}").statusCode());
    String tooLong = new JsonObject().put("text", "x".repeat(1_001)).encode();
    assertEquals(422, does(ana, "comment", tooLong).statusCode());
    assertEquals(422, does(ana, "comment", "{\"text\":\"a\",\"by\":\"Rosa Tun\"}").statusCode());
    restart(MINUTE_MILLIS);
    JsonArray comments = alert().getJsonArray("comments");
    assertEquals(2, comments.size());
    assertEquals(hostile.strip(), comments.getJsonObject(0).getString("text"));
    assertEquals("Ana Pech", comments.getJsonObject(0).getString("by"));
    assertEquals("Luis Chan", comments.getJsonObject(1).getString("by"));
  }

  @Test
  void theSameActSentAgainWithItsKeyIsDoneOnceAndAnsweredAlike() {
    String[] key = {"Idempotency-Key", "7f3a"};
    String comment = "{\"text\":\"called on 16\"}";
    JsonObject first = done(ana, "comment", comment, key);
    assertEquals(first, done(ana, "comment", comment, key));
    assertEquals(1, alert().getJsonArray("comments").size());
    assertEquals(422, does(ana, "comment", "{\"text\":\"other\"}", key).statusCode());
    assertEquals(422, does(ana, "ack", "", key).statusCode());
    done(luis, "comment", comment, key);
    assertEquals(2, alert().getJsonArray("comments").size(), "keys are each person's own");
    JsonObject acknowledged = done(ana, "ack", "", "Idempotency-Key", "8");
    assertEquals(acknowledged, done(ana, "ack", "", "Idempotency-Key", "8"));
    refused(
        ana, "ack", "", "active-acknowledged", "assign", "shelve", "escalate", "comment", "close");
  }

  @Test
  void anAcknowledgementSentAgainAfterARestartIsAnsweredAsDone() throws Exception {
    done(ana, "ack", "", "Idempotency-Key", "9");
    int revision = alert().getInteger("revision");
    restart(MINUTE_MILLIS);
    JsonObject again = done(ana, "ack", "", "Idempotency-Key", "9");
    assertEquals("active-acknowledged", again.getString("state"));
    assertEquals(revision, again.getInteger("revision"), "nothing was done twice");
    assertEquals(409, does(luis, "ack", "", "Idempotency-Key", "9").statusCode());
  }

  @Test
  void aCommentSentAgainAfterARestartIsNotDoubled() throws Exception {
    String said = "{\"text\":\" no answer on 16 \"}";
    done(ana, "comment", said, "Idempotency-Key", "c1");
    restart(MINUTE_MILLIS);
    JsonObject again = done(ana, "comment", said, "Idempotency-Key", "c1");
    assertEquals(1, again.getJsonArray("comments").size());
    done(luis, "comment", said, "Idempotency-Key", "c1");
    done(ana, "comment", "{\"text\":\"answers now\"}", "Idempotency-Key", "c2");
    done(ana, "comment", "{\"text\":\"answers now\"}", "Idempotency-Key", "c3");
    assertEquals(4, alert().getJsonArray("comments").size(), "who says it twice has said it twice");
    done(ana, "shelve", "{\"minutes\":60,\"reason\":\"dredger\"}", "Idempotency-Key", "s1");
    restart(MINUTE_MILLIS);
    String shelf = "{\"minutes\":60,\"reason\":\"dredger\"}";
    assertEquals(409, does(ana, "shelve", shelf, "Idempotency-Key", "s1").statusCode());
  }

  @Test
  void everyActCarriesItsPersonAndStandsInTheJournalInOrder() {
    done(ana, "silence", "");
    done(luis, "ack", "");
    done(ana, "escalate", "");
    assertEquals(409, does(luis, "escalate", "").statusCode(), "pressed twice");
    done(ana, "assign", "{\"to\":\"Ana Pech\"}");
    List<String> acts =
        Person.signIn(floor, "Rosa Tun", Person.PASSWORD).items("/api/audit?limit=200").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("detail").startsWith(id))
            .filter(each -> !each.getString("actor").equals("watch"))
            .map(each -> each.getString("actor") + " " + each.getString("act"))
            .toList();
    assertEquals(
        List.of(
            "Ana Pech assign", "Ana Pech escalate", "Luis Chan acknowledge", "Ana Pech silence"),
        acts);
    JsonObject alert = alert();
    assertEquals("Ana Pech", alert.getJsonArray("escalations").getJsonObject(0).getString("by"));
    assertEquals("contact", alert.getJsonArray("escalations").getJsonObject(0).getString("step"));
    assertNotEquals(null, alert.getString("raisedAt"));
  }

  @Test
  void anOfferedWatchStandsOverARestartUntilItIsTaken() throws Exception {
    String note = "dredger {off} Dangriga";
    ana.post("/api/handover", new JsonObject().put("note", note));
    JsonObject before = ana.json("/api/handover").getJsonObject("offer");
    restart(MINUTE_MILLIS);
    JsonObject offer = luis.json("/api/handover").getJsonObject("offer");
    assertEquals("Ana Pech", offer.getString("from"));
    assertEquals(note, offer.getString("note"));
    assertEquals(before.getJsonObject("desk"), offer.getJsonObject("desk"));
    assertEquals(409, ana.request("POST", "/api/handover/sign", "").statusCode(), "by herself");
    assertEquals(200, luis.request("POST", "/api/handover/sign", "").statusCode());
    restart(MINUTE_MILLIS);
    assertEquals(null, luis.json("/api/handover").getJsonObject("offer"), "it is taken");
    ana.post("/api/handover", new JsonObject());
    restart(31 * MINUTE_MILLIS);
    assertEquals(null, luis.json("/api/handover").getJsonObject("offer"), "nobody took it");
  }

  @Test
  void aWatchIsHandedOverWhenBothHaveSigned() throws Exception {
    String hostile = "<b>dredger</b> off \u202E Dangriga";
    HttpResponse<String> nothing = luis.request("POST", "/api/handover/sign", "");
    assertEquals(409, nothing.statusCode());
    try (Onlooker console = luis.watches()) {
      HttpResponse<String> offered =
          ana.post("/api/handover", new JsonObject().put("note", hostile));
      assertEquals(200, offered.statusCode(), offered.body());
      JsonObject told =
          console.await("hb", each -> each.containsKey("handover")).getJsonObject("handover");
      assertEquals("Ana Pech", told.getString("from"));
      assertEquals(hostile, told.getString("note"));
      assertEquals(1, told.getJsonObject("desk").getInteger("warning"));
      assertEquals(1, told.getJsonObject("desk").getInteger("waiting"));
    }
    assertEquals(409, ana.request("POST", "/api/handover/sign", "").statusCode(), "by herself");
    assertEquals(409, luis.request("DELETE", "/api/handover", "").statusCode(), "not his offer");
    assertEquals(409, luis.post("/api/handover", new JsonObject()).statusCode());
    assertEquals(200, luis.request("POST", "/api/handover/sign", "").statusCode());
    assertEquals(null, ana.json("/api/handover").getJsonObject("offer"));
    String audit =
        Person.signIn(floor, "Rosa Tun", Person.PASSWORD).items("/api/audit?limit=50").encode();
    assertTrue(audit.contains("handover-offered") && audit.contains("handover-signed"), audit);
  }
}
