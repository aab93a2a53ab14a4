package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator changes a fence. */
class FenceTest {
  private static final String PUT_FROM_PAGE =
      """
      async ([id, geometry]) => (await fetch('/api/fences/' + id, {
        method: 'PUT',
        headers: {'Content-Type': 'application/geo+json', 'If-None-Match': '*'},
        body: JSON.stringify({type: 'Feature', id, geometry: JSON.parse(geometry),
          properties: {name: 'Spawning bank', kind: 'restricted', priority: 'alarm'}})})).status
      """;
  private static final String SQUARE =
      """
      {"type":"Polygon","coordinates":[[[-88.02,17.36],[-87.99,17.36],[-87.99,17.39],[-88.02,17.39],[-88.02,17.36]]]}
      """;

  @Test
  void aChangedFenceIsInForceOnEveryPageAndAfterARestart(@TempDir Path folder)
      throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console first = Console.open(sea.watch);
        Console second = Console.open(sea.watch)) {
      rename(first);
      String[] fence = {"spawning-bank", SQUARE};
      assertEquals(201, first.page().evaluate(PUT_FROM_PAGE, fence));
      second.page().keyboard().press("3");
      isListed(second);
      second.find(".row", "Spawning bank").click();
      Patience.pause(600); // the map glides to it
      second.screenshot("fences");
      first.forgive(offence -> offence.contains("ERR_CONNECTION_REFUSED"));
      second.forgive(offence -> offence.contains("ERR_CONNECTION_REFUSED"));
      sea.watch.kill();
      sea.watch.begin();
      sea.watch.awaitReady();
      isKept(sea.watch);
      try (Console third = Console.open(sea.watch)) {
        third.page().keyboard().press("3");
        isListed(third);
      }
    }
  }

  private static void rename(Console console) {
    console.page().keyboard().press("3");
    console.find(".row", "Closed water").click();
    console.find(".editor input[maxlength='120']").fill("Closed by order");
    console.find(".editor .act.primary").click();
    console.find(".message.good").waitFor();
  }

  private static void isListed(Console console) {
    Locator names = console.find(".fences .row-name");
    console.await("both are listed", 5, () -> names.count() == 2);
    assertTrue(names.allInnerTexts().contains("Spawning bank"), "the new one");
    assertTrue(names.allInnerTexts().contains("Closed by order"), "the renamed one");
  }

  private static void isKept(WatchProgram watch) {
    JsonObject renamed = watch.get("/api/fences/closed-water").getJsonObject("properties");
    assertEquals("Closed by order", renamed.getString("name"));
    JsonObject added = watch.get("/api/fences/spawning-bank").getJsonObject("properties");
    assertEquals("alarm", added.getString("priority"));
  }
}
