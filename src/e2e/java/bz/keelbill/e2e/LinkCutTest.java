package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minute in which one console is cut off, the other is hidden, and a station falls silent. */
class LinkCutTest {
  private static final int FIRST = 312_000_241;
  private static final long MINUTE_MILLIS = 60_000;
  private static final String HIDDEN =
      """
      is => {
        Object.defineProperty(document, 'hidden', {configurable: true, get: () => is});
        document.dispatchEvent(new Event('visibilitychange'));
      }
      """;
  private static final String STATION =
      "  - {id: cape, kind: ais, lat: 17.50, lon: -88.18, rangeNm: 15}\n";
  private static final String FEED =
      "  - {name: cape, format: ais, transport: tcp, host: 127.0.0.1, port: %d}\n";

  @Test
  void aCutOfAMinuteLosesAndDoublesNothingAndSaysWhatIsNotSeen(@TempDir Path folder)
      throws IOException {
    try (ShoreStation cape = new ShoreStation();
        QuietSea sea = QuietSea.begin(folder, "warning", STATION, FEED.formatted(cape.port()));
        Cable cable = new Cable(sea.watch)) {
      Crew crew = Crew.setUp(sea.watch).with("Ana Cal", "watch").with("Leo Pech", "watch");
      cape.awaitListener();
      speak(cape);
      try (Console cut = crew.open("Ana Cal", cable.origin());
          Console hidden = crew.open("Leo Pech", sea.watch.origin())) {
        forgive(cut);
        forgive(hidden);
        sea.runIn(FIRST, "BEFORE THE CUT");
        sea.boat(FIRST, 80);
        cut.await("an alert", 5, () -> cut.find("li.alert", "BEFORE").count() == 1);
        cape.hangUp();
        cable.cut();
        hidden.page().evaluate(HIDDEN, true);
        long begun = System.currentTimeMillis();
        isLost(cut);
        for (int boat = 1; boat <= 3; boat++) {
          sea.runIn(FIRST + boat, "MEANWHILE " + boat);
          sea.boat(FIRST + boat, 80);
        }
        assertEquals(1, cut.find("li.alert").count(), "nothing comes through a cut cable");
        Patience.pause(begun + MINUTE_MILLIS + 2_000 - System.currentTimeMillis());
        nobodyIsThere(crew, hidden);
        cable.mend();
        isBack(cut);
        stationIsSilent(hidden);
      }
    }
  }

  private static void speak(ShoreStation cape) {
    for (int i = 0; i < 5; i++) {
      cape.say(AisSentences.position(312_000_299, 17.45, -88.15 + 0.0001 * i, 5, 90));
      Patience.pause(300);
    }
  }

  private static void forgive(Console console) {
    console.forgive(
        offence ->
            offence.contains("ERR_CONNECTION_")
                || offence.contains("ERR_SOCKET_NOT_CONNECTED")
                || offence.contains("ERR_EMPTY_RESPONSE")
                || offence.contains("WebSocket connection to")
                || offence.contains("401"));
  }

  private static void isLost(Console console) {
    console.await("the link is lost", 10, () -> console.is("link", "lost"));
    console.find("#lost", "CONNECTION LOST").waitFor();
    console.find("#lost", "MAP FROZEN AT").waitFor();
    assertEquals("6px", console.find("#lost").evaluate("e => getComputedStyle(e).borderTopWidth"));
    console.find("#hatch").waitFor();
    assertTrue(console.find(".act.ack").first().isDisabled(), "nobody can acknowledge");
    console.awaitTitle("LOST");
    console.screenshot("cut-lost");
  }

  /** Whoever is cut off or hidden keeps no watch. */
  private static void nobodyIsThere(Crew crew, Console hidden) {
    Patience.until("nobody keeps the watch", 10, () -> acts(crew).contains("watch-unattended"));
    hidden.page().evaluate(HIDDEN, false);
    hidden.find(".toast", "was hidden").waitFor();
    hidden.find(".chip", "no attended console since").waitFor();
    hidden.screenshot("cut-unattended");
    hidden.await(
        "there is again", 10, () -> hidden.find(".chip", "no attended console").count() == 0);
  }

  private static List<String> acts(Crew crew) {
    JsonArray items = crew.get("/api/audit?limit=50").getJsonArray("items");
    return items.stream().map(each -> ((JsonObject) each).getString("act")).toList();
  }

  private static void isBack(Console console) {
    console.await("the link is back", 15, () -> console.is("link", "live"));
    console.find(".toast", "caught up, ").waitFor();
    console.await("the bar is gone", 1, () -> console.find("#lost").isHidden());
    console.await("all three", 2, () -> console.find("li.alert", "MEANWHILE").count() == 3);
    List<JsonObject> welcomes = console.messages("welcome");
    JsonObject last = welcomes.get(welcomes.size() - 1);
    assertTrue(last.getBoolean("resumed"), "it went on where it was");
    long sequence = welcomes.get(0).getLong("seq");
    for (JsonObject alert : console.messages("alert")) {
      assertEquals(++sequence, alert.getLong("seq"), "numbers rise by one");
    }
    assertEquals(1, console.messages("alerts").size(), "no second snapshot");
    assertEquals(sequence, ((Number) console.seen("seqs.alerts")).longValue());
    console.screenshot("cut-back");
  }

  private static void stationIsSilent(Console console) {
    console.find("li.alert", "cape").waitFor();
    console.find(".chip.feed", "cape").waitFor();
    console.await("its water is hatched", 3, () -> console.is("deaf.length", 1));
    console.screenshot("cut-silent");
  }
}
