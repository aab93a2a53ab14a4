package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.record.Journal;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.Proposal;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.watch.Order;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change would have done to recorded hours of the simulated sea, from a shell. */
class BacktestCommandTest {
  private static final long START_MILLIS = 1_795_478_400_000L;
  private static final int MINUTES = 20;
  private static final String FROM = Instant.ofEpochMilli(START_MILLIS).toString();
  private static final String TO = Instant.ofEpochMilli(START_MILLIS + MINUTES * 60_000).toString();

  @TempDir static Path folder;
  private static Path config;

  @BeforeAll
  static void recordTheSea() throws Exception {
    config = SimulatedRecord.write(folder, "demo", 3, START_MILLIS, MINUTES);
  }

  private static ConsoleRun backtest(String... more) {
    List<String> words = new ArrayList<>(List.of("backtest", "--config", config.toString()));
    words.addAll(List.of("--from", FROM, "--to", TO));
    words.addAll(List.of(more));
    return ConsoleRun.of(words.toArray(String[]::new));
  }

  private static List<String> replay(String law) {
    String file = config.toString();
    ConsoleRun run =
        ConsoleRun.of("replay", "--config", file, "--from", FROM, "--to", TO, "--law", law);
    assertEquals(0, run.exitCode(), run.err());
    return run.out().lines().toList();
  }

  /** The fence in which most was raised, as it would be if it rang. */
  private static Path changedFences() throws Exception {
    RecordOnDisk record = RecordOnDisk.of(ConfigReader.read(config), note -> {});
    Fence water =
        record.setup().fences().fences().stream()
            .filter(fence -> fence.id().equals(fenceOfAnAlert()))
            .findFirst()
            .orElseThrow();
    JsonObject feature = new JsonObject(FenceGeoJson.write(water).toString());
    feature.getJsonObject("properties").put("priority", "emergency").put("kind", "restricted");
    return Files.writeString(
        folder.resolve("changed.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + feature.encode() + "]}");
  }

  private static String fenceOfAnAlert() {
    return replay("today").stream()
        .map(line -> new JsonObject(line).getString("fence"))
        .filter(fence -> fence != null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsPredictedComesByteForByteOnceTheChangeIsMade() throws Exception {
    Path file = changedFences();
    Fence changed = FenceGeoJson.read(file).get(0);
    Order put = new Order.PutFence(new Order.Act("Ana", START_MILLIS), changed);
    List<String> before = replay("today");

    ConsoleRun rows = backtest("--fences", file.toString(), "--json");
    assertEquals(1, rows.exitCode(), rows.err());

    RecordOnDisk record = RecordOnDisk.of(ConfigReader.read(config), note -> {});
    List<String> predicted = new ArrayList<>();
    new Backtest(
            Backtest.Trial.of(
                record.script(START_MILLIS, START_MILLIS + MINUTES * 60_000, Law.OF_TODAY),
                new Proposal(List.of(put)),
                List.of()),
            each -> {
              switch (each.what()) {
                case RAISED, ROSE -> predicted.add(AlertJson.line(each.alert()));
                default -> {}
              }
            })
        .run(Backtest.Way.PLAIN);

    long clock = START_MILLIS + MINUTES * 60_000;
    try (Journal journal = Journal.open(folder.resolve("data/journal"), () -> clock)) {
      journal.append(new JournalEntry.OfOrder(put)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
    List<String> after = replay("today");
    assertEquals(after, predicted);
    assertFalse(after.equals(before), "the change makes a difference");
    assertEquals(before, replay("then"), "then it was not in force yet");

    List<JsonObject> told = rows.out().lines().map(JsonObject::new).toList();
    JsonObject counts = told.get(0).getJsonObject("counts");
    TreeSet<String> lost = ids(before);
    lost.removeAll(ids(after));
    TreeSet<String> added = ids(after);
    added.removeAll(ids(before));
    assertEquals(lost.size(), counts.getInteger("lost"));
    assertEquals(added.size(), counts.getInteger("new"));
    assertEquals(ids(after).size(), told.get(0).getJsonObject("after").getInteger("alerts"));
    assertTrue(counts.getInteger("changed") > 0, counts.encode());
    assertEquals(0, backtest("--fences", file.toString()).exitCode(), "it is in force now");
  }

  private static TreeSet<String> ids(List<String> alerts) {
    TreeSet<String> ids = new TreeSet<>();
    alerts.forEach(line -> ids.add(new JsonObject(line).getString("id")));
    return ids;
  }

  @Test
  void aMistakenConditionIsRefusedWithFileAndPlace() throws Exception {
    Path rules = folder.resolve("mistaken.yaml");
    Files.writeString(rules, "go-fast:\n  warningScore: 2.5\n  when: \"speed > 3 AND sped < 9\"\n");
    ConsoleRun run = backtest("--rules", rules.toString());
    assertEquals(2, run.exitCode(), run.out());
    assertTrue(run.err().contains("mistaken.yaml:3:"), run.err());
    assertTrue(run.err().contains("column 15"), run.err());
    run.assertSpeaksToPeople();
  }

  @Test
  void aConditionIsTriedAndBadUsageIsToldApart() throws Exception {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(rules, "go-fast:\n  when: \"speed > 300\"\n");
    ConsoleRun run = backtest("--rules", rules.toString());
    assertEquals(1, run.exitCode(), run.err() + run.out());
    run.assertSpeaksToPeople();
    assertTrue(run.out().contains("proposed: 0 values and 1 conditions set"), run.out());
    assertTrue(run.out().contains("\nlost\n"), run.out());
    assertEquals(2, backtest().exitCode());
    assertEquals(2, backtest("--remove-fence", "nowhere").exitCode());
    assertEquals(2, backtest("--days", "3", "--remove-fence", "nowhere").exitCode());
    assertEquals(2, backtest("--fences", folder.resolve("none").toString()).exitCode());
  }
}
