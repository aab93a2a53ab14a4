package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plain client of the live websocket is told, and how it resumes. */
class LiveSocketTest {
  @TempDir Path folder;

  private int boats;

  /** Boats go one after the other into the closed water. */
  private void enter(Socket ais, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      boats++;
      double latitude = 17.21 + boats * 0.002;
      long now = System.currentTimeMillis();
      LiveFloor.say(ais, Spoken.crossing(312_000_100 + boats, latitude, LiveFloor.EDGE, now));
    }
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  private static String newestOfTheWatch(LiveFloor floor) throws Exception {
    try (Onlooker fresh = Onlooker.greet(floor)) {
      return fresh.await("welcome").getLong("seq").toString();
    }
  }

  private static void awaitNumber(Onlooker client, long number) {
    client.await("alert", message -> message.getLong("seq") == number);
  }

  @Test
  void aClientIsWelcomedAndToldEverythingInOrder() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, Spoken.ship(312_000_001, 17.4, -87.9));
      floor.awaitTrack("mmsi:312000001");
      try (Onlooker client = Onlooker.connect(floor, "/ws/watch")) {
        client.say("this is no JSON");
        client.say("{\"type\":\"hello\"}");
        client.await("hb");
        assertEquals(
            List.of("welcome", "alerts", "snap", "snapEnd", "config", "feeds"),
            client.types().subList(0, 6));
        JsonObject welcome = client.await("welcome");
        assertEquals("live", welcome.getString("mode"));
        assertEquals(0, welcome.getLong("seq"));
        assertFalse(welcome.getBoolean("resumed"));
        assertEquals(2000, welcome.getInteger("heartbeatMs"));
        assertEquals(true, welcome.getJsonObject("officer").getBoolean("demo"));
        JsonObject row = client.await("snap").getJsonArray("rows").getJsonObject(0);
        assertEquals("mmsi:312000001", row.getString("id"));

        LiveFloor.say(ais, Spoken.ship(312_000_001, 17.4005, -87.9));
        int tid = row.getInteger("tid");
        JsonObject delta = client.await("delta", message -> message.getJsonArray("up").size() == 1);
        assertEquals(tid, delta.getJsonArray("up").getJsonArray(0).getInteger(0));
        assertEquals(17.4005, delta.getJsonArray("up").getJsonArray(0).getDouble(2), 1e-6);

        enter(ais, 3);
        awaitNumber(client, 3);
        assertEquals(numbers(1, 3), client.alertNumbers());
        JsonObject alert = client.await("alert").getJsonObject("alert");
        assertEquals("fence-entry", alert.getString("kind"));
        assertEquals("closed-water", alert.getString("fence"));
        assertEquals("active-unacknowledged", alert.getString("state"));
        assertEquals(null, alert.getValue("acknowledgedBy"));
        assertTrue(alert.containsKey("acknowledgedBy"), alert.encode());
        client.await("hb", hb -> hb.getJsonObject("seqs").getLong("alerts") == 3);
      }
    }
  }

  @Test
  void aCutClientResumesWithNoneLostAndNoneTwice() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      Onlooker before = Onlooker.greet(floor);
      enter(ais, 1);
      awaitNumber(before, 1);
      String epoch = before.await("welcome").getString("epoch");
      before.cut();
      long seen = before.lastNumber();

      // Six by one rule would be a storm.
      enter(ais, 3);
      floor.awaitAlerts(4);
      try (Onlooker after = Onlooker.resume(floor, epoch, seen)) {
        enter(ais, 1);
        awaitNumber(after, 5);
        assertTrue(after.await("welcome").getBoolean("resumed"));
        assertEquals(numbers(seen + 1, 5), after.alertNumbers());
        assertEquals(List.of(), after.all("alerts"));
        after.await("snapEnd");
      }
    }
  }

  @Test
  void aClientResumesOverARestartOfTheWatch() throws Exception {
    String epoch;
    long seen;
    List<String> ids = new ArrayList<>();
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais");
        Onlooker before = Onlooker.greet(floor)) {
      enter(ais, 2);
      awaitNumber(before, 2);
      epoch = before.await("welcome").getString("epoch");
      before.cut();
      seen = before.lastNumber();
      enter(ais, 2);
      floor.awaitAlerts(4).forEach(each -> ids.add(((JsonObject) each).getString("id")));
    }
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais");
        Onlooker after = Onlooker.resume(floor, epoch, seen)) {
      JsonObject welcome = after.await("welcome");
      assertEquals(epoch, welcome.getString("epoch"));
      assertTrue(welcome.getBoolean("resumed"));
      awaitNumber(after, 4);
      // Not a sixth: the storm before the restart is remembered, too.
      enter(ais, 1);
      Patience.until("one more", () -> floor.items("/api/alerts").size() == 5);
      awaitNumber(after, welcome.getLong("seq") + 1);
      assertEquals(numbers(seen + 1, after.lastNumber()), after.alertNumbers());
      for (String id : ids) {
        assertEquals(200, floor.get("/api/alerts/" + id).statusCode(), id);
      }
    }
  }

  @Test
  void anUnknownEpochOrNumberGetsTheWholeSetInstead() throws Exception {
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      enter(ais, 2);
      floor.awaitAlerts(2);
      String epoch;
      try (Onlooker first = Onlooker.greet(floor)) {
        epoch = first.await("welcome").getString("epoch");
      }
      for (long[] wrong : new long[][] {{1, 1}, {0, 99}, {0, -7}}) {
        String asked = wrong[0] == 1 ? "e-of-another-watch" : epoch;
        try (Onlooker client = Onlooker.resume(floor, asked, wrong[1])) {
          assertFalse(client.await("welcome").getBoolean("resumed"));
          assertEquals(2, client.await("alerts").getJsonArray("items").size());
          client.await("snapEnd");
          assertEquals(List.of(), client.alertNumbers());
        }
      }
      assertEquals("2", newestOfTheWatch(floor));
    }
  }

  @Test
  void nothingIsSaidBeforeHelloAndAStoppingWatchSaysSo() throws Exception {
    Onlooker silent;
    Onlooker greeted;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS)) {
      silent = Onlooker.connect(floor, "/ws/watch");
      greeted = Onlooker.greet(floor);
      greeted.await("hb");
      assertEquals(List.of(), silent.types());
    }
    Patience.until("1001", () -> silent.closedWith() == 1001 && greeted.closedWith() == 1001);
  }
}
