package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analyst looks back while the watch goes on. */
class ReplayTest {
  private static final int RECORDED = 312_000_205;
  private static final int LIVE = 312_000_206;

  @Test
  void aReplayMovesUnderItsFrameAndLiveAlertsStillArrive(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.shore.say(AisSentences.name(RECORDED, "YESTERDAY"));
      for (int i = 0; i < 10; i++) {
        sea.boat(RECORDED, -3_000 + 15 * i);
        Patience.pause(1_000);
      }
      Patience.pause(1_500); // the record writes its batch twice a second
      begin(console);
      // It set out as long after the record's beginning as the browser took to open.
      console.await("the recorded boat", 25, () -> console.drawn("mmsi:" + RECORDED) != null);
      double from = console.drawn("mmsi:" + RECORDED).longitude();
      console.await(
          "it moves", 8, () -> console.drawn("mmsi:" + RECORDED).longitude() > from + 14 / 106_300.0);
      console.screenshot("replay");
      sea.runIn(LIVE, "RIGHT NOW");
      sea.boat(LIVE, 80);
      console.await(
          "the live alert is counted", 2, () -> console.find(".count.warning.waiting").count() == 1);
      console.awaitTitle("(1)");
      assertEquals(1, ((Number) console.seen("state.soundsPlayed")).intValue(), "and heard");
      console.page().keyboard().press("n");
      console.await("the live watch is a key away", 2, () -> console.is("state.screen", "watch"));
      console.find("li.alert.open", "RIGHT NOW").waitFor();
    }
  }

  @Test
  void aReplayGoesOnByOneSecond(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      for (int i = 0; i < 12; i++) {
        sea.boat(RECORDED, -3_000 + 15 * i);
        Patience.pause(1_000);
      }
      Patience.pause(1_500); // the record writes its batch twice a second
      begin(console);
      console.find(".transport .step").click();
      console.find(".replay-clock small", "paused").waitFor();
      int stood = whereItStands(console);
      console.find(".transport .step").click();
      console.await("a second later", 5, () -> second(console) == (stood + 1) % 60);
      console.screenshot("replay-step");
    }
  }

  @Test
  void aPeriodThatIsBeingTypedIsNotProposedAway(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.boat(RECORDED, -3_000);
      Patience.pause(1_500); // the record writes its batch twice a second
      List<Route> held = new ArrayList<>();
      console.page().route("**/api/recordings", held::add);
      console.page().keyboard().press("2");
      Locator from = console.find(".replay .editor input.mono").first();
      from.fill("2026-11-23 05:30:00");
      console.await("the record was asked", 5, () -> held.size() == 1);
      held.get(0).resume();
      console.find(".replay .row").first().waitFor();
      assertEquals("2026-11-23 05:30:00", from.inputValue());
    }
  }

  private static String clock(Console console) {
    return console.find(".replay-clock b").first().textContent();
  }

  private static int second(Console console) {
    String clock = clock(console);
    return Integer.parseInt(clock.substring(clock.length() - 2));
  }

  /** What was on its way to the page when it paused may still come. */
  private static int whereItStands(Console console) {
    int[] last = {-1};
    console.await(
        "it stands",
        10,
        () -> {
          int before = last[0];
          Patience.pause(1_000);
          last[0] = second(console);
          return last[0] == before;
        });
    return last[0];
  }

  private static void begin(Console console) {
    console.page().keyboard().press("2");
    console.find(".replay .row").first().waitFor();
    console.find(".replay select[name=speed]").selectOption("2");
    console.find(".replay input[name=today]").check();
    console.find(".replay .act.primary").click();
    console.await("the replay is shown", 5, () -> console.is("state.mode", "replay"));
    assertTrue(console.find("#banner", "REPLAY").isVisible(), "its frame has the word");
    assertEquals(0, console.find(".chip.live").count(), "nothing calls it live");
    assertTrue(console.find("#timeline .replay-clock").isVisible(), "and its own clock");
    assertEquals(0, console.find(".act.ack").count(), "nothing recorded can be acknowledged");
  }
}
