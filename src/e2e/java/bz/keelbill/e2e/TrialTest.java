package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator sees what a change would have done before it is in force. */
class TrialTest {
  private static final int BOAT = 312_000_123;
  private static final String CLOSE_AS_TRUE =
      "async (id) => { await fetch('/api/alerts/' + id + '/ack', {method: 'POST'});"
          + " return (await fetch('/api/alerts/' + id + '/close',"
          + " {method: 'POST', body: JSON.stringify({verdict: 'true'})})).status; }";

  @Test
  void aChangedFenceIsTriedOnTheRecordAndNotPutInForce(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.runIn(BOAT, "NIGHT RUNNER");
      sea.boat(BOAT, 100);
      console.await(
          "the alert", 10, () -> !sea.watch.get("/api/alerts").getJsonArray("items").isEmpty());
      Patience.pause(2_000); // the record is written once a second
      console.page().keyboard().press("3");
      console.find(".row", "Closed water").click();
      console.find(".editor [name=priority]").selectOption("alarm");
      console.find(".editor .try select").selectOption("1");
      console.find(".editor .try-it").click();
      console.find(".trial .verdict", "0 new, 0 lost, 1 changed").waitFor();
      console.find(".trial .changed", "NIGHT RUNNER").waitFor();
      console.find(".trial .loads .sum").waitFor();
      console.await("its mark is on the map", 5, () -> console.is("trial.drawn.changed", 1));
      console.find(".trial .on-map").click();
      console.find(".trial .differences tr.chosen", "NIGHT RUNNER").waitFor();
      console.page().waitForTimeout(400);
      console.screenshot("trial");
      JsonObject fence = sea.watch.get("/api/fences/closed-water").getJsonObject("properties");
      assertEquals("warning", fence.getString("priority"));
      console.find(".trial .end-trial").click();
      console.await("it is gone", 5, () -> console.find(".trial").count() == 0);
      console.await("and its marks", 2, () -> console.is("trial.drawn.changed", null));
    }
  }

  @Test
  void aConditionThatLosesATrueCaseSaysSo(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      sea.runIn(BOAT, "NIGHT RUNNER");
      sea.boat(BOAT, 100);
      console.await(
          "the alert", 10, () -> !sea.watch.get("/api/alerts").getJsonArray("items").isEmpty());
      String id =
          sea.watch.get("/api/alerts").getJsonArray("items").getJsonObject(0).getString("id");
      assertEquals(200, console.page().evaluate(CLOSE_AS_TRUE, id));
      Patience.pause(2_000);
      console.page().keyboard().press("3");
      console.find(".tabs.small .tab", "Rules").click();
      console.find("[name=when-fence-entry]").fill("mmsi <> " + BOAT);
      console.page().keyboard().press("Tab");
      console.find(".sticky .try select").selectOption("1");
      console.find(".sticky .try-it").click();
      console.find(".trial .missed", "1 alert known to be true would be missed").waitFor();
      console.find(".trial .lost .known").waitFor();
      console.await("what is lost is on the map", 5, () -> console.is("trial.drawn.lost", 1));
      console.screenshot("trial-missed");
      console.forgive(offence -> offence.contains("409") || offence.contains("403"));
      console.find(".sticky .act.primary").click();
      console.find("dialog.ask .why-held", "It would miss 1 alert").waitFor();
      assertTrue(console.find("dialog.ask .act.primary").isDisabled(), "it needs a reason");
      console.find("dialog.ask [name=reason]").fill("the season is open");
      console.screenshot("second-person");
      console.find("dialog.ask .act.primary").click();
      console.find("dialog.ask .message.bad", "set up accounts").waitFor();
      console.screenshot("second-person-alone");
      assertEquals(1, sea.watch.get("/api/rules").getInteger("version"), "nothing is in force");
      console.find("dialog.ask .acts .act", "Cancel").click();
      console.find(".held-change", "rules changed").waitFor();
      console.screenshot("held");
      console.find(".held-change .act", "Withdraw").click();
      console.await("it is withdrawn", 5, () -> console.find(".held-change").count() == 0);
    }
  }
}
