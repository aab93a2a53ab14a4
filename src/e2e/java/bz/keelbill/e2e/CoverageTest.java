package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the stations hear, on the map, and what empty water means. */
class CoverageTest {
  private static final int BOAT = 312_000_208;

  @Test
  void emptyWaterIsUnseenWhileTheStationIsSilentAndQuietOnceItSpeaks(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.find("#tools .tool[aria-label='Chart layers']").click();
      assertEquals(0, console.find(".coverage-key").count(), "nobody has asked for it");
      console.find(".layer-panel label", "Where we hear").click();
      console.await("the cells", 5, () -> cells(console) > 500);
      assertEquals(3, console.find(".coverage-key li i:visible").count());
      ask(console);
      console.await("unseen", 5, () -> answer(console, ".is-unseen").count() == 1);
      String silent = answer(console, ".is-unseen").innerText();
      assertTrue(silent.contains("but the stations that would are silent"), silent);
      assertTrue(silent.contains("never heard"), silent);
      assertTrue(answer(console, ".is-unseen").isVisible());
      console.screenshot("coverage-unseen");
      sea.boat(BOAT, -30);
      console.await("the boat", 5, () -> console.drawn("mmsi:" + BOAT) != null);
      ask(console);
      console.await("quiet", 5, () -> answer(console, ".is-quiet").count() == 1);
      palettes(console);
      spanish(console);
    }
  }

  private static Locator answer(Console console, String verdict) {
    return console.find("#stack .coverage-answer" + verdict);
  }

  private static int cells(Console console) {
    Map<?, ?> coverage = (Map<?, ?>) console.seen("coverage");
    return ((Number) coverage.get("cells")).intValue();
  }

  /** Clicks on water in the middle of the station's range, where no symbol lies. */
  private static void ask(Console console) {
    console.find("#map").click(new Locator.ClickOptions().setPosition(
        console.find("#map").boundingBox().width / 2, console.find("#map").boundingBox().height / 2));
  }

  private static void palettes(Console console) {
    for (String palette : List.of("day", "dusk", "night")) {
      while (!console.is("state.palette", palette)) {
        console.page().keyboard().press("b");
        console.page().waitForTimeout(100);
      }
      console.page().waitForTimeout(300);
      console.screenshot("coverage-" + palette);
    }
  }

  private static void spanish(Console console) {
    console.find(".language[lang=es]").click();
    console.await("the page speaks Spanish", 2, () -> console.is("state.language", "es"));
    ask(console);
    console.await(
        "quiet in Spanish",
        5,
        () -> answer(console, ".is-quiet").innerText().contains("Aquí no se oye a nadie"));
    console.screenshot("coverage-spanish");
  }
}
