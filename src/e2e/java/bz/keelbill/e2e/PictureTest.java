package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks on the page. */
class PictureTest {
  private static final int BOAT = 312_000_201;

  @Test
  void aBoatAppearsUnderItsNameAndMoves(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.shore.say(AisSentences.name(BOAT, "MANATEE LADY"));
      sea.boat(BOAT, -3_000);
      Patience.pause(1_000);
      sea.boat(BOAT, -2_985);
      console.await("the boat is drawn", 3, () -> console.drawn("mmsi:" + BOAT) != null);
      Console.Drawn before = console.drawn("mmsi:" + BOAT);
      assertEquals("MANATEE LADY", before.name());
      for (int i = 1; i <= 3; i++) {
        Patience.pause(1_000);
        sea.boat(BOAT, -2_985 + 15 * i);
      }
      console.await(
          "it has moved to where it said last",
          2,
          () -> console.drawn("mmsi:" + BOAT).longitude() > before.longitude() + 44 / 106_300.0);
      assertEquals(QuietSea.MIDDLE, console.drawn("mmsi:" + BOAT).latitude(), 1e-5);
      console.page().keyboard().press("/");
      console.find("#search").fill("manatee");
      console.page().keyboard().press("Enter");
      console.find(".card-name", "MANATEE LADY").waitFor();
      assertTrue(console.find(".motion").innerText().contains("30.0 kn"), "its speed");
    }
  }
}
