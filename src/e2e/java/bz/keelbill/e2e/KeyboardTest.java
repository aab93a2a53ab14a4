package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch is kept without a pointer, and by those who see contrasts badly. */
class KeyboardTest {
  private static final int BOAT = 312_000_251;
  private static final int SCREENS = 6;
  private static final int MOST_STOPS = 120;
  private static final double RING_CONTRAST = 3;
  private static final String COUNT_POINTERS =
      """
      window.__pointers = 0;
      for (const name of ['pointerdown', 'mousedown', 'click'])
        addEventListener(name, e => { if (e.detail > 0 || name !== 'click') window.__pointers++; }, true);
      """;

  @Test
  void anAlarmIsAnsweredByKeysAlone(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "");
        Console console = Console.open(sea.watch)) {
      console.page().evaluate(COUNT_POINTERS);
      sea.runIn(BOAT, "NIGHT HERON");
      sea.boat(BOAT, 80);
      console.await("seen", 2, () -> console.find("li.alert.alarm").count() == 1);
      console.await("heard", 1, () -> !((List<?>) console.seen("sounds")).isEmpty());
      String id = console.find("li.alert").getAttribute("data-id");
      press(console, "n");
      console.await("its evidence is shown", 2, () -> console.is("state.evidence", id));
      press(console, "s");
      console.find("li.alert.active-silenced").waitFor();
      press(console, "a");
      console.find("li.alert.active-acknowledged .state", "Demo officer").waitFor();
      press(console, "c");
      console.find(".toast", "Copied").waitFor();
      press(console, "Backspace");
      console.await("the evidence is put away", 2, () -> console.is("state.evidence", null));
      press(console, "Enter");
      console.await("and shown again", 2, () -> console.is("state.evidence", id));
      press(console, "d");
      verdict(console);
      console.await("closed", 3, () -> console.find("li.alert").count() == 0);
      assertEquals(0, console.page().evaluate("window.__pointers"), "no pointer was used");
    }
  }

  private static void press(Console console, String key) {
    console.page().keyboard().press(key);
  }

  private static void verdict(Console console) {
    console.find("dialog.ask").waitFor();
    console.screenshot("keyboard-verdict");
    assertTrue(
        (Boolean) console.page().evaluate("document.activeElement.closest('dialog') !== null"),
        "the dialog takes the focus");
    press(console, "Space");
    console.find("dialog.ask :checked").waitFor();
    press(console, "Enter");
  }

  @Test
  void everyStopHasARingAndEveryWordCanBeRead(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder, "alarm", "");
        Console console = Console.open(sea.watch)) {
      sea.runIn(BOAT, "NIGHT HERON");
      sea.boat(BOAT, 80);
      console.await("seen", 2, () -> console.find("li.alert.alarm").count() == 1);
      press(console, "n");
      console.find(".card-name", "NIGHT HERON").waitFor();
      List<String> faults = new ArrayList<>();
      for (String palette : List.of("day", "dusk", "night")) {
        choose(console, palette);
        for (int screen = SCREENS; screen >= 1; screen--) {
          press(console, String.valueOf(screen));
          console.page().waitForTimeout(600);
          String where = palette + " " + screen + ": ";
          Reading.unreadable(console).forEach(fault -> faults.add(where + fault));
          if (palette.equals("day")) {
            Reading.unhandy(console).forEach(fault -> faults.add(where + fault));
          }
        }
        rings(console, palette, faults);
      }
      assertEquals(List.of(), faults);
    }
  }

  private static void choose(Console console, String palette) {
    console.page().evaluate("document.activeElement.blur()");
    while (!console.is("state.palette", palette)) {
      press(console, "b");
      console.page().waitForTimeout(150);
    }
  }

  /** From stop to stop with Tab until the first comes again. */
  private static void rings(Console console, String palette, List<String> faults) {
    console.page().evaluate("document.activeElement.blur()");
    Set<Object> stops = new LinkedHashSet<>();
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      press(console, "Tab");
      Map<?, ?> ring = Reading.ring(console);
      if (Boolean.TRUE.equals(ring.get("body"))) {
        continue; // the end of the page; where the first stop was is up to what was touched last
      }
      if (!stops.add(ring.get("element")) && stops.iterator().next().equals(ring.get("element"))) {
        break;
      }
      double width = ((Number) ring.get("width")).doubleValue();
      double contrast = ((Number) ring.get("contrast")).doubleValue();
      if (width < 2 || contrast < RING_CONTRAST || !Boolean.TRUE.equals(ring.get("inView"))) {
        faults.add(palette + " ring: " + ring);
      }
    }
    assertTrue(stops.size() > 25, "stops: " + stops);
  }
}
