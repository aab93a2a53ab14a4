package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Format;
import bz.keelbill.sighting.DetectionColumns;
import bz.keelbill.sighting.DetectionColumns.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionsConfigTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFeedSaysWhoseColumnsItHasAndWhichAreCalledOtherwise() throws IOException {
    Config config =
        ConfigReader.read(
            write(
                "k.yaml",
                """
                feeds:
                  - {name: a, format: detections, transport: file, path: a.csv, preset: global-fishing-watch, columns: {time: utc}}
                  - {name: b, format: detections, transport: file, path: b.csv}
                """));
    FeedConfig first = config.feeds().get(0);
    assertEquals(Format.DETECTIONS, first.format());
    assertEquals(
        DetectionColumns.GLOBAL_FISHING_WATCH.with(Map.of(Field.TIME, "utc")),
        first.reading().detections());
    assertEquals(DetectionColumns.ANY, config.feeds().get(1).reading().detections());
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndARemedy() throws IOException {
    Path file =
        write(
            "k.yaml",
            """
            feeds:
              - {name: a, format: detections, transport: tcp, host: h, port: 1}
              - {name: b, format: detections, transport: file, path: x, preset: mine}
              - {name: c, format: detections, transport: file, path: x, columns: {breite: lat}}
            """);
    String said =
        assertThrows(ConfigFaults.BadConfig.class, () -> ConfigReader.read(file)).getMessage();
    assertTrue(
        said.contains(":2: detections does not come by tcp; its transport is one of file"), said);
    assertTrue(
        said.contains("preset must be one of any, global-fishing-watch, sentinels, not mine"),
        said);
    assertTrue(
        said.contains("unknown key feeds[2].columns.breite; allowed here: heading_deg, id,"), said);
  }

  @Test
  void decodePrintsEachRowAndKnowsTheFormatByItself() throws IOException {
    Path file =
        write(
            "sar.csv",
            "scene_id,detect_id,detect_lon,detect_lat,detect_timestamp,inferred_length_m\n"
                + "s,d1,-87.5,17.25,2026-01-10 11:45:13,24.5\n"
                + "s,d2,-87.5,97.25,2026-01-10 11:45:13,24.5\n");
    ConsoleRun run = ConsoleRun.inItsOwnProcess(folder, "decode", file.toString());
    assertEquals(
        "{\"line\":2,\"id\":\"d1\",\"time\":\"2026-01-10T11:45:13Z\",\"lat\":17.25,\"lon\":-87.5,"
            + "\"error_m\":150.0,\"length_m\":24.5,\"words\":\"scene s\"}\n",
        run.out());
    assertTrue(run.err().contains("1 messages, rejects {out-of-range=1}"), run.err());
  }

  @Test
  void detectReadsScenesThatLieDaysApart() throws IOException {
    StringBuilder text =
        new StringBuilder("scene_id,detect_id,detect_lon,detect_lat,detect_timestamp\n");
    for (int day = 10; day < 28; day++) {
      for (int row = 0; row < 30; row++) {
        text.append("s,d%d-%d,-87.%d,17.25,2026-01-%d 11:45:13\n".formatted(day, row, row, day));
      }
    }
    Path file = write("sar.csv", text.toString());
    Path config = write("k.yaml", "stations: []\n");
    ConsoleRun run =
        ConsoleRun.inItsOwnProcess(
            folder, "detect", "--config", config.toString(), file.toString());
    assertTrue(run.err().contains("detections, 541 lines, 540 reports, rejects {}"), run.err());
  }

  @Test
  void aWatchReadsAFileOfDetections() throws IOException {
    write(
        "sar.csv",
        "detect_id,lat,lon,time\nd1,17.25,-87.5,2026-01-10 11:45:13\nd2,,,\nd3,17.2,-87.4,1e5\n");
    String feed = "  - {name: sar, format: detections, transport: file, path: %s}\n";
    String path = folder.resolve("sar.csv").toString();
    try (LiveFloor floor = LiveFloor.open(folder, feed.formatted(path))) {
      Patience.until("the file is read", () -> "done".equals(floor.feed("sar").getString("state")));
      assertEquals(1, floor.feed("sar").getLong("reports"));
      assertEquals(1, floor.rejects("sar", "short"));
      assertEquals(1, floor.rejects("sar", "out-of-range"));
    }
  }

  @Test
  void everyPresetNamesWhatIsNeeded() {
    for (DetectionColumns preset : List.copyOf(DetectionColumns.presets().values())) {
      assertTrue(preset.names().keySet().containsAll(List.of(Field.LAT, Field.LON, Field.SCENE)));
    }
  }
}
