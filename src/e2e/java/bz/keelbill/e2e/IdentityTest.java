package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a station is, on its card. */
class IdentityTest {
  private static final int SHIP = 345_000_201;
  private static final int TENDER = 983_450_201;

  @Test
  void aTendersCardLeadsToItsParentInEitherLanguage(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.shore.say(AisSentences.name(SHIP, "REINA DEL MAR"));
      sea.boat(SHIP, -3_000);
      sea.shore.say(AisSentences.name(TENDER, "LITTLE ONE"));
      sea.shore.say(AisSentences.parent(TENDER, SHIP));
      sea.boat(TENDER, -2_500);
      console.await("the tender is drawn", 3, () -> console.drawn("mmsi:" + TENDER) != null);
      search(console, "little one");
      console.find(".card-name", "Tender · Mexico").waitFor();
      console.find("button.language", "ES").click();
      console.find(".card-name", "Embarcación auxiliar · México").waitFor();
      console.find(".facts button.link", "REINA DEL MAR").click();
      console.find(".card-name", "REINA DEL MAR").waitFor();
      search(console, "mexico");
      console.find(".card-name", "LITTLE ONE").waitFor();
      assertEquals(0, console.find(".facts", "OMI").count(), "neither has an IMO number");
    }
  }

  private static void search(Console console, String text) {
    console.page().keyboard().press("/");
    console.find("#search").fill(text);
    console.page().keyboard().press("Enter");
  }
}
