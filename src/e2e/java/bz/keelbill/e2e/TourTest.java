package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer is led around. */
class TourTest {
  private static final int BOAT = 312_000_297;
  private static final int STOPS = 13;
  private static final double WORDS_A_MINUTE = 180;
  private static final double MINUTES = 5;

  @Test
  void theTourPointsAtWhatItTellsAndTakesLessThanFiveMinutes(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "");
        Console console = Console.open(sea.watch)) {
      sea.runIn(BOAT, "NIGHT HERON");
      sea.boat(BOAT, 80);
      console.find("li.alert").waitFor();
      for (String language : List.of("en", "es")) {
        console.find(".language[lang=" + language + "]").click();
        console.find(".demo .begin-tour").click();
        int words = 0;
        for (int stop = 0; stop < STOPS; stop++) {
          int at = stop;
          console.await("stop " + stop, 3, () -> console.is("tour", at));
          console.await("what is told is pointed at", 3, () -> isPointedAt(console));
          words += console.find("#tour p").innerText().split("\\s+").length;
          if (stop == 5) {
            console.page().keyboard().press("n");
            console.find("li.alert.open").waitFor();
          }
          if (stop == 0 || stop == 5 || stop == 10) {
            console.page().waitForTimeout(300);
            console.screenshot("tour-" + language + "-" + stop);
          }
          console.find("#tour .tour-next").focus();
          console.page().keyboard().press("Enter");
        }
        console.await("it ends", 3, () -> console.find("#tour .tour").count() == 0);
        console.await("nothing is pointed at", 3, () -> console.find(".toured").count() == 0);
        assertTrue(words / WORDS_A_MINUTE < MINUTES, words + " words");
      }
      console.find(".demo .begin-tour").click();
      console.find("#tour .tour").waitFor();
      console.page().keyboard().press("Escape");
      console.await("it is left", 3, () -> console.find("#tour .tour").count() == 0);
    }
  }

  private static boolean isPointedAt(Console console) {
    return console.find(".toured").count() == 1 && console.find(".toured").isVisible();
  }
}
