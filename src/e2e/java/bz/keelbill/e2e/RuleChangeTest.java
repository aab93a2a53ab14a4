package bz.keelbill.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator moves a slider, sees what it would have done, and puts it in force; two at once do not undo each other. */
class RuleChangeTest {
  private static final int BOAT = 312_000_291;
  private static final String TIME = "fence-dwell.time";
  private static final String LIMITLESS =
      """
      async () => {
        const etag = (await fetch('/api/rules')).headers.get('ETag');
        const put = body => fetch('/api/rules', {method: 'PUT', headers: {'If-Match': etag}, body: JSON.stringify(body)}).then(a => a.status);
        return [await put({}), await put({conditions: {'fence-entry': 'INCLUDE'}})];
      }
      """;

  @Test
  void aSliderIsTriedAndPutInForceAndDoesWhatWasSaid(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console console = Console.open(sea.watch)) {
      console.forgive(offence -> offence.contains("422"));
      stay(sea);
      console.page().keyboard().press("3");
      console.find(".tabs.small .tab", "Rules").click();
      limitsNothing(console);
      console.find(".fences .narrow").fill(TIME);
      console.find(".slider[aria-label='" + TIME + "']").focus();
      console.page().keyboard().press("Home");
      console.await("the slider moves the value", 2, () -> value(console, TIME).equals("30"));
      console.find(".sticky .try select").selectOption("1");
      console.find(".sticky .try-it").click();
      console.find(".trial .verdict", "1 new, 0 lost, 0 changed").waitFor();
      console.find(".trial .new", "NIGHT HERON").waitFor();
      String predicted = console.find(".trial .new b").innerText();
      console.page().waitForTimeout(400);
      console.screenshot("rule-slider");
      assertEquals(Set.of("fence-entry"), kinds(sea), "nothing is in force yet");
      console.find(".sticky .act.primary").click();
      console.find(".message.good").waitFor();
      sea.boat(BOAT, 1_200);
      console.await("it does what was said", 15, () -> kinds(sea).contains("fence-dwell"));
      assertEquals(Set.of("fence-entry", "fence-dwell"), kinds(sea), predicted);
      assertEquals(2, items(sea).size(), "one more, as was said");
    }
  }

  private static String value(Console console, String key) {
    return console.find("input[type=number][aria-label='" + key + "']").inputValue();
  }

  /** A boat runs in and stays for longer than half a minute. */
  private static void stay(QuietSea sea) {
    sea.runIn(BOAT, "NIGHT HERON");
    for (int metres = 80; metres < 80 + 15 * 40; metres += 45) {
      sea.boat(BOAT, metres);
      Patience.pause(3_000);
    }
    Patience.pause(2_000); // the record writes its batch twice a second
  }

  private static JsonArray items(QuietSea sea) {
    return sea.watch.get("/api/alerts").getJsonArray("items");
  }

  private static Set<String> kinds(QuietSea sea) {
    return items(sea).stream()
        .map(each -> ((JsonObject) each).getString("kind"))
        .collect(Collectors.toSet());
  }

  private static void limitsNothing(Console console) {
    console.find("[name=when-fence-entry]").fill("INCLUDE");
    console.page().keyboard().press("Tab");
    console.find(".condition .fault", "INCLUDE limits nothing").waitFor();
    console.find(".sticky .act.primary").click();
    console.find(".message.bad", "/conditions/fence-entry").waitFor();
    console.screenshot("rule-limitless");
    console.find(".sticky .act", "Undo").click();
    assertEquals(List.of(422, 422), console.page().evaluate(LIMITLESS));
  }

  @Test
  void whoComesTooLateSeesMineAndTheirs(@TempDir Path folder) throws IOException {
    try (QuietSea sea = QuietSea.begin(folder);
        Console mine = Console.open(sea.watch);
        Console theirs = Console.open(sea.watch)) {
      mine.forgive(offence -> offence.contains("412"));
      fence(sea, mine, theirs);
      rules(sea, mine, theirs);
    }
  }

  private static void fence(QuietSea sea, Console mine, Console theirs) {
    for (Console console : List.of(mine, theirs)) {
      console.page().keyboard().press("3");
      console.find(".row", "Closed water").click();
    }
    mine.find(".fence-editor [name=name]").fill("Spawning water");
    theirs.find(".fence-editor [name=priority]").selectOption("alarm");
    theirs.find(".fence-editor .act.primary").click();
    theirs.find(".message.good").waitFor();
    mine.find(".fence-editor .act.primary").click();
    mine.find("dialog.ask .merge tr", "Name").waitFor();
    mine.find("dialog.ask .merge tr", "Priority").waitFor();
    assertEquals(2, mine.find("dialog.ask .merge tbody tr").count(), "what differs and no more");
    for (String palette : List.of("day", "night", "dusk")) {
      mine.page().evaluate("p => document.documentElement.dataset.palette = p", palette);
      mine.screenshot("merge-" + palette);
    }
    mine.find("dialog.ask .act.primary").click();
    mine.find(".message.good", "Merged").waitFor();
    assertEquals("Closed water", properties(sea).getString("name"), "not before it is saved");
    mine.find(".fence-editor .act.primary").click();
    mine.find(".message.good", "in force").waitFor();
    assertEquals("Spawning water", properties(sea).getString("name"));
    assertEquals("alarm", properties(sea).getString("priority"), "theirs is kept");
  }

  private static JsonObject properties(QuietSea sea) {
    return sea.watch.get("/api/fences/closed-water").getJsonObject("properties");
  }

  private static void rules(QuietSea sea, Console mine, Console theirs) {
    for (Console console : List.of(mine, theirs)) {
      console.find(".tabs.small .tab", "Rules").click();
      console.find(".fences .narrow").fill("fence-");
    }
    set(mine, TIME, "120");
    set(theirs, "fence-speed.time", "30");
    theirs.find(".sticky .act.primary").click();
    theirs.find(".message.good").waitFor();
    mine.find(".sticky .act.primary").click();
    mine.find("dialog.ask .merge tr", TIME).waitFor();
    mine.find("dialog.ask .merge tr", "fence-speed.time").waitFor();
    mine.find("dialog.ask .act.primary").click();
    mine.find(".message.good", "Merged").waitFor();
    mine.find(".sticky .act.primary").click();
    mine.find(".message.good", "in force").waitFor();
    assertEquals(120, rule(sea, TIME));
    assertEquals(30, rule(sea, "fence-speed.time"), "theirs is kept");
    assertTrue(mine.find("dialog.ask").count() == 0);
  }

  private static void set(Console console, String key, String value) {
    console.find("input[type=number][aria-label='" + key + "']").fill(value);
  }

  private static double rule(QuietSea sea, String key) {
    return sea.watch.get("/api/rules").getJsonArray("settings").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("key").equals(key))
        .mapToDouble(each -> each.getDouble("value"))
        .findFirst()
        .orElseThrow();
  }
}
