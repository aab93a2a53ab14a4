package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes off the air is text, wherever it is shown. */
class HostileNameTest {
  private static final int FIRST = 312_000_210;
  private static final List<String> NAMES =
      List.of(
          "<IMG SRC=X>",
          "<B>BOLD</B>",
          "\"'><SVG/ONLOAD=A()>",
          "&LT;&#60;$(1+1)%3CB%",
          "'';!--\"<X>=&()\\\\%");

  @Test
  void namesWithMarkupAreShownAsTheyAreAndDoNothing(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < NAMES.size(); i++) {
          speak(sea, i, -2_000 - 300 * i + 15 * round);
        }
        Patience.pause(1_000);
      }
      console.await("all are drawn", 5, () -> console.drawn().size() == NAMES.size());
      for (int i = 0; i < NAMES.size(); i++) {
        isText(console, i);
      }
      inAnAlert(sea, console);
      console.screenshot("hostile-names");
      assertEquals(0, console.find("img, b b, #map svg, script:not([src])").count());
    }
  }

  private static void speak(QuietSea sea, int i, double metres) {
    sea.shore.say(AisSentences.voyage(FIRST + i, "<I>'\"&", NAMES.get(i), "<A HREF=//X>\"'&%"));
    sea.boat(FIRST + i, metres);
  }

  /** Found by search, opened as a card: the name stands there letter for letter. */
  private static void isText(Console console, int i) {
    console.find("#search").fill("" + (FIRST + i));
    Locator found = console.find(".results li b");
    found.waitFor();
    assertEquals(NAMES.get(i), found.innerText());
    console.page().keyboard().press("Enter");
    Locator name = console.find(".card-name b", NAMES.get(i));
    name.waitFor();
    assertEquals(NAMES.get(i), name.innerText());
    Locator facts = console.find(".card").first();
    console.await("its destination", 3, () -> facts.innerText().contains("<A HREF=//X>\"'&%"));
    console.find("body").press("Escape");
  }

  private static void inAnAlert(QuietSea sea, Console console) {
    int intruder = FIRST + NAMES.size();
    sea.runIn(intruder, NAMES.get(0));
    sea.boat(intruder, 80);
    Locator headline = console.find("li.alert .headline", NAMES.get(0));
    console.await("the alert is on the page", 2, () -> headline.count() == 1);
    headline.click();
  }
}
