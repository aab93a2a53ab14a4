package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastCheckpointsTest {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long NOON_MILLIS = Instant.parse("2026-11-26T12:00:00Z").toEpochMilli();

  @TempDir Path dir;
  private final List<String> problems = new ArrayList<>();

  private static Checkpoint at(long minute) {
    long atMillis = NOON_MILLIS + minute * MINUTE_MILLIS;
    return new Checkpoint(atMillis, 1_000 + minute, 7, "epoch", false, new byte[] {1, 2, 3});
  }

  private Long newestUpTo(PastCheckpoints past, long minute) {
    long atMillis = NOON_MILLIS + minute * MINUTE_MILLIS;
    Checkpoint found = past.newestUpTo(atMillis, "epoch", problems::add);
    return found == null ? null : found.recordSeq() - 1_000;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(dir)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFirstOfEachHourIsKeptAndFoundByTime() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 90);
    assertNull(newestUpTo(past, 0));
    for (long minute = 10; minute < 200; minute++) {
      past.keep(at(minute));
    }
    assertEquals(
        List.of(
            "past-2026-11-26T12.bin",
            "past-2026-11-26T13.bin",
            "past-2026-11-26T14.bin",
            "past-2026-11-26T15.bin"),
        names());
    assertNull(newestUpTo(past, 9));
    assertEquals(10, newestUpTo(past, 10));
    assertEquals(10, newestUpTo(past, 59));
    assertEquals(60, newestUpTo(past, 60));
    assertEquals(180, newestUpTo(past, 100_000));
    assertNull(past.newestUpTo(at(200).atMillis(), "another journal", problems::add));
    assertEquals(List.of(), problems);
  }

  @Test
  void theyGoWithTheDaysOfTheRecord() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 2);
    for (long hour = 0; hour < 72; hour++) {
      past.keep(at(hour * 60));
    }
    assertEquals(49, names().size());
    assertEquals("past-2026-11-27T11.bin", names().get(0));
  }

  @Test
  void aDamagedOneIsNamedAndTheOneBeforeItCounts() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 90);
    past.keep(at(0));
    past.keep(at(60));
    Files.write(dir.resolve("past-2026-11-26T13.bin"), new byte[] {1, 2, 3});
    assertEquals(0, newestUpTo(past, 70));
    assertEquals(1, problems.size());
    assertTrue(
        problems.get(0).startsWith("past-2026-11-26T13.bin is no checkpoint"), problems::toString);
  }
}
