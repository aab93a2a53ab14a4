package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarm loop at two consoles: evidence, silence, nobody there, the shelf, a flood. */
class AlarmLoopTest {
  private static final int BOAT = 312_000_202;

  private static void enter(QuietSea sea, int boat, String name) {
    sea.runIn(boat, name);
    sea.boat(boat, 80);
  }

  private static long played(Console console, String pattern) {
    List<?> sounds = (List<?>) console.seen("sounds");
    return sounds.stream().filter(each -> pattern.equals(((Map<?, ?>) each).get("pattern"))).count();
  }

  private static List<String> acts(WatchProgram watch) {
    return watch.get("/api/audit?limit=200").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(each -> each.getString("actor") + " " + each.getString("act"))
        .toList();
  }

  @Test
  void anAlarmIsAcknowledgedAfterItsEvidenceAndEveryConsoleSaysByWhom(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "");
        Console first = Console.open(sea.watch);
        Console second = Console.open(sea.watch)) {
      enter(sea, BOAT, "NIGHT HERON");
      for (Console console : List.of(first, second)) {
        console.await("seen", 2, () -> console.find("li.alert.alarm").count() == 1);
        console.await("and heard", 1, () -> played(console, "alarm") >= 1);
      }
      first.awaitTitle("(1) ▲");
      Locator button = first.find("li.alert .act.ack");
      assertEquals("See evidence first", button.innerText().strip());
      assertTrue(button.boundingBox().width > 80, "it can be seen");
      first.page().keyboard().press("n");
      String id = first.find("li.alert").getAttribute("data-id");
      first.await("its evidence is on the map", 2, () -> first.is("state.evidence", id));
      first.await("now it can be acknowledged", 2, () -> button.innerText().contains("Acknowledge"));
      first.page().waitForTimeout(400);
      first.screenshot("loop-evidence");
      first.page().keyboard().press("a");
      second.await(
          "the other console says by whom",
          1,
          () -> second.find("li.alert.active-acknowledged .state", "Demo officer").count() == 1);
      assertTrue(acts(sea.watch).contains("Demo officer acknowledge"));
      comment(first, second);
    }
  }

  private static void comment(Console first, Console second) {
    first.find("li.alert textarea").fill("<b>no answer</b> on 16 \u202Eabc");
    first.page().keyboard().press("Control+Enter");
    first.find("li.alert .comments li", "<b>no answer</b> on 16").waitFor();
    first.await("sent", 2, () -> first.find("li.alert textarea").inputValue().isEmpty());
    second.find("li.alert .alert-head").click();
    second.find("li.alert .comments li", "<b>no answer</b> on 16").waitFor();
    first.screenshot("loop-comment");
  }

  @Test
  void aSilenceEndsByItselfAndWhatNobodyAnswersIsPassedOn(@TempDir Path folder) throws IOException {
    List<JsonObject> calls = new CopyOnWriteArrayList<>();
    HttpServer pager = pager(calls);
    String escalation =
        """
        escalation:
          alarm: {secondConsoleSeconds: 36, contactSeconds: 40}
          contacts:
            - {name: duty officer, kind: webhook, url: "http://127.0.0.1:%d/"}
        """
            .formatted(pager.getAddress().getPort());
    try (QuietSea sea = QuietSea.begin(folder, "alarm", escalation);
        Console first = Console.open(sea.watch);
        Console second = Console.open(sea.watch)) {
      second.page().keyboard().press("4");
      second.find("[name=second]").check();
      second.page().keyboard().press("1");
      enter(sea, BOAT, "NIGHT HERON");
      first.await("heard", 3, () -> played(first, "alarm") >= 1);
      first.find("li.alert .alert-head").click();
      first.page().keyboard().press("s");
      first.find("li.alert.active-silenced .state", "silent for").waitFor();
      first.screenshot("loop-silenced");
      long before = played(first, "alarm");
      Patience.pause(15_000);
      assertEquals(before, played(first, "alarm"), "nothing is heard meanwhile");
      first.await("back", 18, () -> first.find("li.alert.active-unacknowledged").count() == 1);
      double silent = secondsBetween(sea.watch, "silence", "alert rang again");
      assertTrue(Math.abs(silent - 30) <= 1, "silent for " + silent + " s");
      first.await("heard again", 2, () -> played(first, "alarm") > before);
      assertEquals(0, played(second, "alarm"), "the second console is silent until then");
      second.await("passed on to the second console", 15, () -> played(second, "alarm") >= 1);
      first.await("the contact is called", 15, () -> calls.size() == 1);
      first.find("li.alert .state", "contacts called").waitFor();
      first.screenshot("loop-escalated");
      String headline = calls.get(0).getJsonArray("alerts").getJsonObject(0).getString("headline");
      assertTrue(headline.startsWith("NIGHT HERON entered"), headline);
      assertTrue(acts(sea.watch).contains("watch escalate"), acts(sea.watch).toString());
    } finally {
      pager.stop(0);
    }
  }

  private static HttpServer pager(List<JsonObject> calls) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
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

  /** By the journal, from one act to the next. */
  private static double secondsBetween(WatchProgram watch, String from, String to) {
    return (at(watch, to) - at(watch, from)) / 1_000.0;
  }

  private static long at(WatchProgram watch, String act) {
    return watch.get("/api/audit?limit=200").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("act").equals(act))
        .mapToLong(each -> Instant.parse(each.getString("at")).toEpochMilli())
        .min()
        .orElseThrow();
  }

  @Test
  void whatIsLaidAsideStaysThereOverARestartUntilSomethingNewerComes(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.forgive(offence -> offence.contains("ERR_CONNECTION_REFUSED"));
      enter(sea, BOAT, "NIGHT HERON");
      console.find("li.alert .alert-head").click();
      console.page().keyboard().press("z");
      console.find("dialog.ask").waitFor();
      assertTrue(console.find("dialog.ask .act.primary").isDisabled(), "it needs a reason");
      console.page().keyboard().type("<i>dredger</i> with permission");
      for (String palette : new String[] {"day", "dusk", "night"}) {
        console.page().evaluate("p => document.documentElement.dataset.palette = p", palette);
        console.screenshot("loop-shelving-" + palette);
      }
      console.page().keyboard().press("Enter");
      console.find(".chip.shelved", "shelved 1").click();
      console.find("li.alert.shelved q", "<i>dredger</i> with permission").waitFor();
      assertEquals("Shelved 1", console.find(".alerts .tab.shelved").innerText());
      assertEquals("Active 0", console.find(".alerts .tab.open").innerText());
      console.await("nothing waits", 3, () -> console.page().title().equals("Keelbill"));
      console.screenshot("loop-shelved");
      sea.watch.kill();
      sea.shore.hangUp();
      sea.watch.begin();
      sea.watch.awaitReady();
      sea.shore.awaitListener();
      console.await("live again", 20, () -> console.is("link", "live"));
      sea.boat(BOAT, 300);
      console.await("still aside", 5, () -> console.find("li.alert.shelved").count() == 1);
      console.find(".act.unshelve").click();
      console.find(".alerts .tab.open", "Active 1").click();
      console.find("li.alert.active-unacknowledged").waitFor();
      shelfThatEnds(sea, console);
    }
  }

  private static void shelfThatEnds(QuietSea sea, Console console) {
    String id = console.find("li.alert").getAttribute("data-id");
    Object status =
        console
            .page()
            .evaluate(
                "id => fetch('/api/alerts/' + id + '/shelve', {method: 'POST',"
                    + " body: JSON.stringify({minutes: 0.1, reason: 'test'})}).then(a => a.status)",
                id);
    assertEquals(200, status);
    console.await("aside", 2, () -> console.find("li.alert").count() == 0);
    Patience.pause(8_000);
    assertEquals(
        "shelved",
        sea.watch.get("/api/alerts/" + id).getString("state"),
        "its time is over, and nothing newer was said");
    sea.boat(BOAT, 400);
    Patience.pause(2_000);
    sea.boat(BOAT, 430);
    console.await("back", 20, () -> console.find("li.alert.active-unacknowledged").count() == 1);
    assertEquals(1, sea.watch.get("/api/alerts").getJsonArray("items").size(), "the same alert");
  }

  @Test
  void aFloodMovesNothingUnderTheReaderAndLosesNothing(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "");
        Console console = Console.open(sea.watch)) {
      enter(sea, BOAT, "NIGHT HERON");
      Locator read = console.find("li.alert", "NIGHT HERON");
      read.locator(".alert-head").focus();
      console.page().waitForTimeout(500);
      BoundingBox before = read.boundingBox();
      sea.runInTogether(312_001_000, 40);
      console.await(
          "forty more", 40, () -> alarms(sea.watch) >= 41 && console.is("state.flood", true));
      console.page().waitForTimeout(22_000);
      BoundingBox after = read.boundingBox();
      console.screenshot("loop-flood-reading");
      assertEquals(before.x, after.x);
      assertTrue(Math.abs(before.y - after.y) < 80,
          "only the banner came above it: " + before.y + " to " + after.y);
      assertTrue(
          (Boolean)
              console.page().evaluate("document.activeElement.closest('li.alert') !== null"));
      assertEquals(41, alarms(sea.watch), "none is lost and none is doubled");
      console.find(".message.flood").waitFor();
      assertEquals("See evidence first", read.locator(".act.ack").innerText().strip());
      console.find(".pill").waitFor();
      console.screenshot("loop-flood");
      assertSpaced(console);
      console.find(".pill").click();
      console.page().mouse().move(400, 400);
      console.page().evaluate("document.activeElement.blur()");
      console.await("all listed", 5, () -> console.find("li.alert.alarm").count() == 41);
      console.screenshot("loop-flood-listed");
    }
  }

  private static long alarms(WatchProgram watch) {
    return watch.get("/api/alerts?limit=200&priority=alarm").getJsonArray("items").size();
  }

  /** From the moment of the flood each pattern is heard once in ten seconds at most. */
  private static void assertSpaced(Console console) {
    Map<String, List<Double>> times = new HashMap<>();
    for (Object each : (List<?>) console.seen("sounds")) {
      Map<?, ?> sound = (Map<?, ?>) each;
      times
          .computeIfAbsent((String) sound.get("pattern"), pattern -> new ArrayList<>())
          .add(((Number) sound.get("at")).doubleValue());
    }
    assertNotEquals(0, times.size());
    times.forEach(
        (pattern, at) -> {
          int last = at.size() - 1;
          assertTrue(last < 1 || at.get(last) - at.get(last - 1) >= 9_900, pattern + at);
        });
    assertFalse(times.containsKey("emergency"));
  }
}
