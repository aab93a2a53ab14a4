package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert leaves the desk with what it turned out to be. */
class ClosingTest {
  private static final int BOAT = 312_000_202;

  @Test
  void anAlertIsClosedWithAVerdictByTheKeyboardAlone(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch);
        Console other = Console.open(sea.watch)) {
      sea.runIn(BOAT, "NIGHT HERON");
      sea.boat(BOAT, 80);
      Locator alert = console.find("li.alert.warning", "NIGHT HERON");
      console.await("the alert", 5, () -> alert.count() == 1);
      console.page().keyboard().press("n");
      console.find("li.alert.open").waitFor();
      assertEquals(0, console.find(".close-alert").count(), "nobody has it yet");
      console.page().keyboard().press("a");
      console.find(".close-alert").waitFor();
      console.page().keyboard().press("d");
      console.find("dialog.ask").waitFor();
      assertTrue(console.find("dialog.ask .act.primary").isDisabled(), "it needs a verdict");
      console.page().keyboard().press("n"); // A dialog takes no keys of the desk.
      console.page().keyboard().press("ArrowDown");
      console.page().keyboard().press("ArrowUp");
      console.page().keyboard().press("ArrowDown");
      console.page().keyboard().press("ArrowDown");
      console.find("dialog.ask .choice:has(:checked)", "Nuisance").waitFor();
      console.page().keyboard().press("Tab");
      console.page().keyboard().type("<b>nets</b> being hauled");
      for (String palette : new String[] {"day", "dusk", "night"}) {
        console.page().evaluate("p => document.documentElement.dataset.palette = p", palette);
        console.screenshot("closing-" + palette);
      }
      console.page().keyboard().press("Tab");
      console.page().keyboard().press("Enter");
      console.await("it has left the desk", 5, () -> console.find("li.alert").count() == 0);
      other.await("everywhere", 2, () -> other.find("li.alert").count() == 0);
      other.find(".alerts .tab.history").click();
      other.find("li.alert .state", "Nuisance").waitFor();
      other.find("li.alert .alert-head").click();
      other.find("li.alert .facts q", "<b>nets</b> being hauled").waitFor();
      other.screenshot("closed");
      JsonObject kept = sea.watch.get("/api/alerts").getJsonArray("items").getJsonObject(0);
      assertEquals("nuisance", kept.getJsonObject("verdict").getString("is"));
    }
  }
}
