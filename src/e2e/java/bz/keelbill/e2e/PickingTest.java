package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys for several craft at once, acts by their names, and keys that rest. */
class PickingTest {
  private static final int FIRST = 312_000_401;
  private static final int SECOND = 312_000_402;
  private static final int THIRD = 312_000_403;

  @Test
  void craftArePickedShownAloneAndActsAreFoundByName(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      for (int boat : List.of(FIRST, SECOND, THIRD)) {
        sea.boat(boat, 17.20 + (boat - FIRST) * 0.08, -9_000);
      }
      console.await("three boats", 15, () -> console.drawn().size() == 3);
      console.page().keyboard().press("m");
      click(console, FIRST);
      click(console, SECOND);
      console.await("two are picked", 3, () -> picked(console) == 2);
      console.page().keyboard().press("Shift+I");
      console.await("the third is hidden", 5, () -> console.drawn().size() == 2);
      console.page().keyboard().press("k");
      assertTrue(console.is("picture.times", true));
      console.screenshot("picking");
      click(console, SECOND);
      console.await("one is put back", 5, () -> console.drawn().size() == 1);
      console.page().keyboard().press("Shift+I");
      console.page().keyboard().press("m");
      console.await("all are back", 5, () -> console.drawn().size() == 3);
      assertEquals(0, picked(console));
      console.page().keyboard().press("u");
      console.await("no craft of State is here", 5, () -> console.drawn().isEmpty());
      console.find("#filters .mode").click();
      console.await("all are back", 5, () -> console.drawn().size() == 3);
      byName(console);
      resting(console);
    }
  }

  private static int picked(Console console) {
    return ((List<?>) console.seen("picture.picked")).size();
  }

  /** Clicks on the map where a boat is drawn, long enough after another click to be no double one. */
  private static void click(Console console, int mmsi) {
    List<?> place =
        (List<?>)
            console
                .page()
                .evaluate(
                    "id => { const d = window.__keelbill.tracks.drawn.find(t => t.id === id);"
                        + " const b = document.getElementById('map').getBoundingClientRect();"
                        + " return [b.left + d.x, b.top + d.y]; }",
                    "mmsi:" + mmsi);
    int before = picked(console);
    console.page().waitForTimeout(300);
    console
        .page()
        .mouse()
        .click(
            ((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
    console.await("the click is taken", 5, () -> picked(console) != before);
  }

  private static void byName(Console console) {
    console.page().keyboard().press("Control+k");
    console.find("#commands input").fill("palet");
    console.find("#commands .row").first().waitFor();
    console.screenshot("commands");
    console.page().keyboard().press("Escape");
    console.await("it is left", 3, () -> console.find("#commands .commands").count() == 0);
    console.find(".language[lang=es]").click();
    console.page().keyboard().press("Control+k");
    console.find("#commands input").fill("recorrido imposible");
    console.find("#commands .empty").waitFor();
    console.find("#commands input").fill("sistema");
    console.await("one act", 3, () -> console.find("#commands .row").count() == 1);
    console.page().keyboard().press("Enter");
    console.await("it is done", 3, () -> console.is("state.screen", "system"));
    console.find(".language[lang=en]").click();
    console.page().keyboard().press("1");
  }

  /** WCAG 2.1.4: keys of one letter can be switched off. */
  private static void resting(Console console) {
    console.page().keyboard().press("?");
    console.find("#dialog [name=keys-off]").check();
    console.page().keyboard().press("Escape");
    console.page().keyboard().press("4");
    console.page().keyboard().press("Control+k");
    console.find("#commands input").waitFor();
    console.page().keyboard().press("Escape");
    assertTrue(console.is("state.screen", "watch"), "the key of a figure rests");
  }
}
