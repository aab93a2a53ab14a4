package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch is cut off and comes back. */
class LostLinkTest {
  private static final int BEFORE = 312_000_203;
  private static final int AFTER = 312_000_204;
  private static final double LOST_SECONDS = 10;

  @Test
  void aCutCannotBeMissedAndTheReturnBringsEverythingBack(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.forgive(offence -> offence.contains("ERR_CONNECTION_REFUSED"));
      sea.runIn(BEFORE, "BEFORE THE CUT");
      sea.boat(BEFORE, 80);
      console.await("an alert", 5, () -> console.find("li.alert", "BEFORE").count() == 1);
      String alert = console.find("li.alert").getAttribute("data-id");
      Patience.pause(1_500); // the record writes its batch twice a second
      sea.watch.kill();
      sea.shore.hangUp();
      sees(console);
      sea.watch.begin();
      sea.watch.awaitReady();
      console.await("the link is back", 10, () -> console.is("link", "live"));
      console.await("the bar is gone", 1, () -> console.find("#lost").isHidden());
      console.awaitTitle("(1)");
      assertEquals(alert, console.find("li.alert.waiting").getAttribute("data-id"));
      assertEquals("BEFORE THE CUT", console.drawn("mmsi:" + BEFORE).name());
      sea.shore.awaitListener();
      sea.runIn(AFTER, "AFTER THE CUT");
      sea.boat(AFTER, 80);
      console.await("a new alert", 2, () -> console.find("li.alert.waiting").count() == 2);
      numbersHaveNoHole(console);
    }
  }

  private static void sees(Console console) {
    console.await("the link is lost", LOST_SECONDS, () -> console.is("link", "lost"));
    console.find("#lost", "CONNECTION LOST").waitFor();
    assertEquals("6px", console.find("#lost").evaluate("e => getComputedStyle(e).borderTopWidth"));
    assertEquals(
        console.page().evaluate("getComputedStyle(document.querySelector('.chip.lost')).color"),
        console.find("#lost span").evaluate("e => getComputedStyle(e).color"));
    console.awaitTitle("LOST");
    assertEquals(0, console.find(".chip.feed.up").count(), "no feed is called up");
    assertTrue(console.find(".act.ack").first().isDisabled(), "nobody can acknowledge");
    assertEquals(true, console.seen("state.frozen"), "the map is frozen");
    console.screenshot("link-lost");
  }

  /** Every welcome goes on where the page was, and every alert has the number after the last. */
  private static void numbersHaveNoHole(Console console) {
    List<JsonObject> welcomes = console.messages("welcome");
    assertEquals(2, welcomes.size(), "one connection before the cut and one after");
    long last = welcomes.get(0).getLong("seq");
    for (JsonObject alert : console.messages("alert")) {
      assertEquals(++last, alert.getLong("seq"), "numbers rise by one");
    }
    assertEquals(last, ((Number) console.seen("seqs.alerts")).longValue());
  }
}
