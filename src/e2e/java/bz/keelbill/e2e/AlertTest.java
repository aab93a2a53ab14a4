package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert's way from the sea to two officers and into the journal. */
class AlertTest {
  private static final int BOAT = 312_000_202;
  private static final double SEEN_SECONDS = 2;

  @Test
  void anAlertIsSeenAtOnceAndItsAcknowledgementByEverybody(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console first = Console.open(sea.watch);
        Console second = Console.open(sea.watch)) {
      sea.runIn(BOAT, "NIGHT HERON");
      assertEquals(0, first.find("li.alert").count(), "one position inside is no entry");
      sea.boat(BOAT, 80);
      Locator alert = first.find("li.alert.warning", "NIGHT HERON entered Closed water");
      first.await("the alert is on the page", SEEN_SECONDS, () -> alert.count() == 1);
      second.await("and on the other", SEEN_SECONDS, () -> second.find("li.alert").count() == 1);
      first.awaitTitle("(1) ◆");
      assertEquals(1, ((Number) first.seen("state.soundsPlayed")).intValue(), "it is heard once");
      readReasons(first, alert);
      first.screenshot("alert");
      first.page().keyboard().press("a");
      for (Console console : new Console[] {first, second}) {
        console.await(
            "acknowledged, by whom",
            1,
            () ->
                console.find("li.alert .state", "Demo officer").count() == 1
                    && console.find("li.alert.active-acknowledged").count() == 1);
        console.await("nothing waits", 1, () -> console.page().title().equals("Keelbill"));
      }
      assertTrue(isInJournal(sea.watch, alert.getAttribute("data-id")), "the act is kept");
    }
  }

  private static boolean isInJournal(WatchProgram watch, String alert) {
    return watch.get("/api/audit?limit=10").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .anyMatch(
            act ->
                act.getString("actor").equals("Demo officer")
                    && act.getString("act").contains("ack")
                    && act.encode().contains(alert));
  }

  private static void readReasons(Console console, Locator alert) {
    alert.locator(".alert-head").click();
    assertTrue(alert.locator(".reasons").innerText().contains("min"), "how long inside");
    assertTrue(alert.locator(".facts").innerText().contains("leaving the area"), "what clears it");
    alert.locator(".act", new Locator.LocatorOptions().setHasText("Show on map")).click();
    console.await("its track is selected", 2, () -> console.is("state.selected", "mmsi:" + BOAT));
    console.find(".card-name", "NIGHT HERON").waitFor();
  }
}
