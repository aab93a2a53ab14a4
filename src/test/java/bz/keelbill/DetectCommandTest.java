package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detectors;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.sim.Scenario;
import bz.keelbill.sim.SimulationFiles;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on files, from a simulated evening to its score. */
class DetectCommandTest {
  private static final List<String> FEEDS =
      List.of("ais.nmea", "radar.nmea", "flights.sbs", "plans.fpl");
  private static final List<String> ALWAYS =
      List.of(
          "id",
          "kind",
          "priority",
          "state",
          "time",
          "onset",
          "position",
          "tracks",
          "fence",
          "case",
          "ruleVersion",
          "headline",
          "reasons");
  private static final Set<String> PRIORITIES = Set.of("emergency", "alarm", "warning", "caution");

  @TempDir static Path folder;

  private static Path evening;
  private static Path alerts;

  @BeforeAll
  static void writeAnEvening() throws IOException {
    evening = folder.resolve("evening");
    SimulationFiles.write(
        Scenario.named("evening"),
        GeodataJson.load(null),
        5,
        SimulationFiles.DEFAULT_START_MILLIS,
        evening,
        part -> {});
    alerts = folder.resolve("alerts.jsonl");
    ConsoleRun run = detect(alerts, FEEDS.stream().map(evening::resolve).toList());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
  }

  private static ConsoleRun detect(Path out, List<Path> files) {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, "detect", "--config", evening.resolve("config.yaml").toString());
    if (out != null) {
      Collections.addAll(words, "--alerts", out.toString());
    }
    files.forEach(file -> words.add(file.toString()));
    return ConsoleRun.of(words.toArray(String[]::new));
  }

  @Test
  void everyLineIsAnAlertAsAgreed() throws IOException {
    List<String> lines = Files.readAllLines(alerts);
    assertTrue(lines.size() >= 3, lines.toString());
    Map<String, String> seen = new HashMap<>();
    String before = "";
    for (String line : lines) {
      JsonObject alert = new JsonObject(line);
      assertEquals(ALWAYS, List.copyOf(alert.fieldNames()).subList(0, ALWAYS.size()), line);
      assertFalse(alert.containsKey("acknowledgedBy"), line);
      assertTrue(PRIORITIES.contains(alert.getString("priority")), line);
      assertTrue(alert.getString("time").matches("2026-11-2[34]T\\d\\d:\\d\\d:\\d\\dZ"), line);
      assertFalse(
          Instant.parse(alert.getString("time")).isBefore(Instant.parse(alert.getString("onset"))));
      assertTrue(alert.getJsonArray("tracks").size() > 0, line);
      String key = alert.getString("time") + " " + alert.getString("id");
      assertTrue(key.compareTo(before) >= 0, before + " stands before " + key);
      before = key;
      String priority = seen.put(alert.getString("id"), alert.getString("priority"));
      assertTrue(priority == null || !priority.equals(alert.getString("priority")), line);
    }
  }

  @Test
  void gzipAndTheOrderOfArgumentsChangeNoByte() throws IOException {
    String expected = Files.readString(alerts);
    List<Path> backwards = new ArrayList<>();
    Path zipped = Files.createDirectories(folder.resolve("zipped"));
    for (String feed : FEEDS) {
      backwards.add(0, zipped.resolve(feed));
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped.resolve(feed)))) {
        Files.copy(evening.resolve(feed), out);
      }
    }
    ConsoleRun run = detect(null, backwards);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(expected, run.out());
  }

  @Test
  void askedWhyItTellsOfEachDetectorHowNearItCame() throws IOException {
    String alert =
        Files.readAllLines(alerts).stream()
            .filter(line -> new JsonObject(line).getString("kind").equals("go-fast"))
            .findFirst()
            .orElseThrow();
    String track = new JsonObject(alert).getJsonArray("tracks").getString(0);
    Map<String, JsonObject> overall = why(track);
    assertEquals("alert", overall.get("go-fast").getString("outcome"));
    assertEquals(new JsonObject(alert).getString("id"), overall.get("go-fast").getString("alert"));
    assertEquals("not-concerned", overall.get("circling").getString("outcome"));
    String before =
        Instant.parse(new JsonObject(alert).getString("time")).minusSeconds(15).toString();
    JsonObject then = why(track + "@" + before).get("go-fast");
    // It may have been told the moment that radar was sure of it.
    Set<String> notYet = Set.of("stopped", "not-looked-at");
    assertTrue(notYet.contains(then.getString("outcome")), then.encode());
    assertTrue(then.containsKey("condition"), then.encode());
    ConsoleRun none = whyRun("mmsi:000000001");
    assertEquals(1, none.exitCode());
    assertTrue(none.err().contains("there was no track of the name mmsi:000000001"), none.err());
  }

  private static Map<String, JsonObject> why(String question) {
    ConsoleRun run = whyRun(question);
    assertEquals(0, run.exitCode(), run.err());
    Map<String, JsonObject> byKind = new HashMap<>();
    run.out()
        .lines()
        .map(JsonObject::new)
        .forEach(line -> byKind.put(line.getString("kind"), line));
    assertEquals(Set.copyOf(Detectors.kinds()), byKind.keySet());
    return byKind;
  }

  private static ConsoleRun whyRun(String question) {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, "detect", "--config", evening.resolve("config.yaml").toString());
    Collections.addAll(words, "--why", question);
    FEEDS.forEach(feed -> words.add(evening.resolve(feed).toString()));
    return ConsoleRun.of(words.toArray(String[]::new));
  }

  @Test
  void theScoreFindsEveryThreatInThem() {
    ConsoleRun run = ConsoleRun.of("score", "--json", evening.toString(), alerts.toString());
    JsonObject score = new JsonObject(run.out());
    assertEquals(0, run.exitCode(), score.encodePrettily());
    assertTrue(ConsoleRun.of("score", evening.toString(), alerts.toString()).out().length() > 100);
    ConsoleRun none = ConsoleRun.of("score", evening.toString(), folder.resolve("no").toString());
    assertEquals(2, none.exitCode());
    none.assertSpeaksToPeople();
  }

  @Test
  void watchesInFoldersOfOneParentAreScoredTogether() throws IOException {
    Path parent = folder.resolve("watches");
    for (String name : List.of("one", "two")) {
      Path watch = Files.createDirectories(parent.resolve(name));
      Files.copy(evening.resolve("truth.json"), watch.resolve("truth.json"));
      Files.copy(alerts, watch.resolve("alerts.json"));
    }
    ConsoleRun run = ConsoleRun.of("score", "--json", "--all", parent.toString());
    JsonObject both = new JsonObject(run.out());
    assertEquals(0, run.exitCode(), both.encodePrettily());
    assertEquals("2 watches", both.getString("scenario"));
    assertEquals(6, both.getDouble("hours"));
    assertTrue(both.getJsonArray("threats").encode().contains("\"two/"));
    Files.delete(parent.resolve("two/alerts.json"));
    ConsoleRun lacking = ConsoleRun.of("score", "--all", parent.toString());
    assertEquals(2, lacking.exitCode());
    lacking.assertSpeaksToPeople();
    assertEquals(2, ConsoleRun.of("score", evening.toString()).exitCode());
  }

  @Test
  void decodePrintsMessagesInInputOrderAndCountsRejects() throws IOException {
    Path file = folder.resolve("few.nmea");
    Files.writeString(
        file,
        Spoken.ship(312_000_002, 17.4, -87.9)
            + "!AIVDM,1,1,,A,nonsense,0*00\r\n"
            + Spoken.ship(312_000_001, 17.4, -87.9)
            + "half a sen");
    ConsoleRun run = ConsoleRun.inItsOwnProcess(folder, "decode", file.toString());
    assertEquals(0, run.exitCode(), run.err());
    List<Integer> senders = new ArrayList<>();
    run.out().lines().forEach(line -> senders.add(new JsonObject(line).getInteger("mmsi")));
    assertEquals(List.of(312_000_002, 312_000_001), senders);
    assertTrue(run.err().contains("2 messages, rejects {checksum=1"), run.err());

    Path flights = evening.resolve("flights.sbs");
    ConsoleRun sbs =
        ConsoleRun.inItsOwnProcess(folder, "decode", "--format", "sbs", flights.toString());
    assertEquals(Files.readAllLines(flights).size(), sbs.out().lines().count());
    assertTrue(sbs.err().contains("rejects {}"), sbs.err());
  }

  @Test
  void whatCannotBeReadIsSaidAndNothingElseIsTouched() throws IOException {
    ConsoleRun missing = detect(null, List.of(folder.resolve("none.nmea")));
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("none.nmea: cannot be read"), missing.err());
    missing.assertSpeaksToPeople();
    Path noise = Files.writeString(folder.resolve("noise.txt"), "nothing of ours\n".repeat(300));
    ConsoleRun unknown = detect(null, List.of(noise, evening.resolve("plans.fpl")));
    assertEquals(1, unknown.exitCode());
    assertTrue(unknown.err().contains("noise.txt: of no known format"), unknown.err());
    unknown.assertSpeaksToPeople();
    ConsoleRun unwritable =
        detect(folder.resolve("no/such/folder/a.jsonl"), List.of(evening.resolve("plans.fpl")));
    assertEquals(1, unwritable.exitCode());
    unwritable.assertSpeaksToPeople();
    Set<String> written = new TreeSet<>();
    try (var files = Files.list(evening)) {
      files.forEach(file -> written.add(file.getFileName().toString()));
    }
    assertEquals(7, written.size(), written.toString());
  }

  @Test
  void recordingsOfFlightServicesAreKnownByTheirContent(@TempDir Path folder) throws IOException {
    Path config =
        Files.writeString(folder.resolve("k.yaml"), "stations:\n  - {id: a, kind: adsb}\n");
    String squawking =
        "{\"hex\":\"0ab123\",\"squawk\":\"7700\",\"lat\":17.5,\"lon\":-87.9,\"seen_pos\":0.5,\"seen\":0.5}";
    StringBuilder polls = new StringBuilder();
    for (int second = 0; second < 20; second++) {
      polls.append(
          "{\"now\":%d,\"aircraft\":[%s]}\n".formatted(1_795_230_000 + second * 5, squawking));
    }
    Path readsb = Files.writeString(folder.resolve("readsb.json"), polls);
    Path sky =
        Files.writeString(
            folder.resolve("sky.json"),
            "{\"time\":1795230000,\"states\":[[\"0ab124\",\"TPS301\",\"Belize\",1795230000,1795230000,"
                + "-88.1,17.5,1371.6,false,77.2,187.25,-3.2,null,null,\"4521\",false,0]]}");
    ConsoleRun run =
        ConsoleRun.of("detect", "--config", config.toString(), readsb.toString(), sky.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("readsb, 20 lines, 40 reports"), run.err());
    assertTrue(run.err().contains("opensky, 1 lines, 2 reports"), run.err());
    assertTrue(run.out().contains("\"kind\":\"distress\""), run.out());
    ConsoleRun decode = ConsoleRun.inItsOwnProcess(folder, "decode", readsb.toString());
    assertEquals(1, decode.exitCode());
    assertTrue(decode.err().contains("decode does not print readsb"), decode.err());
  }

  @Test
  void recordingsOfServicesAreKnownByTheirContent(@TempDir Path folder) throws IOException {
    Path config =
        Files.writeString(folder.resolve("k.yaml"), "stations:\n  - {id: a, kind: ais}\n");
    Path stream =
        Files.writeString(
            folder.resolve("stream.json"),
            "{\"MessageType\":\"PositionReport\",\"MetaData\":{\"time_utc\":\"2026-11-21 03:00:00.5"
                + " +0000 UTC\"},\"Message\":{\"PositionReport\":{\"UserID\":"
                + "970000001,\"Valid\":true,\"NavigationalStatus\":14,\"Latitude\":17.5,\"Longitude\":-87.9}}}\n");
    Path hub =
        Files.writeString(
            folder.resolve("hub.json"),
            "[{\"ERROR\":false,\"FORMAT\":\"HUMAN\"},[{\"MMSI\":312000001,\"TIME\":"
                + "\"2026-11-21 03:00:01 GMT\",\"LATITUDE\":17.4,\"LONGITUDE\":-87.9,\"SOG\":5}]]");
    ConsoleRun run =
        ConsoleRun.of("detect", "--config", config.toString(), stream.toString(), hub.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("aisstream, 1 lines, 1 reports"), run.err());
    assertTrue(run.err().contains("aishub, 2 lines, 2 reports"), run.err());
    assertTrue(run.out().contains("\"kind\":\"distress\""), run.out());
    ConsoleRun decode = ConsoleRun.inItsOwnProcess(folder, "decode", stream.toString());
    assertEquals(1, decode.exitCode());
    assertTrue(decode.err().contains("decode does not print aisstream"), decode.err());
  }
}
