package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.web.Replays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds out about its record by itself. */
class RehearsalTest {
  private static final long START_MILLIS = 1_795_478_400_000L;
  private static final int MINUTES = 20;
  private static final long END_MILLIS = START_MILLIS + MINUTES * 60_000;

  @TempDir Path folder;
  private final AtomicLong steps = new AtomicLong();
  private Path config;

  @BeforeEach
  void recordTheSea() throws Exception {
    config = SimulatedRecord.write(folder, "demo", 3, START_MILLIS, MINUTES);
  }

  private Rehearsal rehearsal() {
    Replays.Source source =
        (wish, audience) -> {
          RecordOnDisk record = RecordOnDisk.of(ConfigReader.read(config), problem -> {});
          return new ReplaySession(
              record.script(wish.fromMillis(), wish.toMillis(), Law.OF_THAT_TIME), audience);
        };
    return new Rehearsal(source, steps::incrementAndGet);
  }

  @Test
  void aWholeRecordIsGoneThroughWithoutAWord() {
    assertEquals(List.of(), rehearsal().problems(END_MILLIS));
    assertTrue(steps.get() >= 6, steps + " steps");
  }

  @Test
  void aDayThatCannotBeReadIsNamed() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".duckdb")).toList()) {
        Files.writeString(file, "no database");
      }
    }
    List<String> problems = rehearsal().problems(END_MILLIS);
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains(".duckdb"), problems.get(0));
  }

  @Test
  void whoIsStoppedSaysNothing() {
    Rehearsal rehearsal = rehearsal();
    rehearsal.stop();
    assertEquals(List.of(), rehearsal.problems(END_MILLIS));
    assertEquals(0, steps.get());
  }
}
