package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known to be good, conditions, and why there is no alert, on the page. */
class LedgerTest {
  private static final int DIVER = 312_000_123;

  @Test
  void anEntryKeepsQuietAndTheCardSaysWhy(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      add(console);
      sea.runIn(DIVER, "BLUE DIVER");
      sea.boat(DIVER, 100);
      console.page().keyboard().press("1");
      console.await("it is drawn", 10, () -> console.drawn("mmsi:" + DIVER) != null);
      choose(console);
      console.find(".reasons .quiet", "Licensed to dive there").waitFor();
      console.find(".ask-why").click();
      console.find(".why dd.suppressed", "known good: Licensed to dive there").waitFor();
      console.find(".why dd.stopped", "no call for help").waitFor();
      console.screenshot("why");
      assertTrue(sea.watch.get("/api/alerts").getJsonArray("items").isEmpty(), "no alert");
      console.page().keyboard().press("3");
      console.find(".tabs.small .tab", "Known good").click();
      console.find(".ledger-entry .review").click();
      console.find(".ledger-entry", "Demo officer ·").waitFor();
      console.find(".ledger-entry .end").click();
      console.find(".ledger-entry.ended").waitFor();
    }
  }

  private static void choose(Console console) {
    console.page().keyboard().press("/");
    console.page().keyboard().type("BLUE DIVER");
    console.page().keyboard().press("Enter");
    console.find(".card-name", "BLUE DIVER").waitFor();
  }

  private static void add(Console console) {
    console.page().keyboard().press("3");
    console.find(".tabs.small .tab", "Known good").click();
    console.find(".add-entry").click();
    console.find(".ledger-form [name=reason]").fill("Licensed to dive there");
    console.find(".ledger-form [name=mmsi]").fill(String.valueOf(DIVER));
    console.find(".ledger-form [value=fence-entry]").check();
    console.find(".ledger-form .primary").click();
    console.find(".ledger-entry", "Licensed to dive there").waitFor();
    console.screenshot("ledger");
  }

  @Test
  void aConditionIsCheckedInItsFieldAndSaved(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.page().keyboard().press("3");
      console.find(".tabs.small .tab", "Rules").click();
      console.find("[name=when-go-fast]").fill("sped > 30");
      console.page().keyboard().press("Tab");
      console.find(".condition .fault", "column 1: there is no sped").waitFor();
      console.find("[name=when-go-fast]").fill("speed > 30 OR hour < 6");
      console.page().keyboard().press("Tab");
      console.find(".sticky .primary", "Save 1 change").click();
      console.find(".message.good").waitFor();
      console.screenshot("conditions");
      String saved =
          sea.watch.get("/api/rules").getJsonObject("conditions").getString("go-fast");
      assertTrue("speed > 30 OR hour < 6".equals(saved), saved);
    }
  }
}
