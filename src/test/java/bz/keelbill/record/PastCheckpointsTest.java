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
  void theFirstOfEachTenMinutesIsKeptAndFoundByTime() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 90);
    assertNull(newestUpTo(past, 0));
    for (long minute = 3; minute < 37; minute++) {
      past.keep(at(minute));
    }
    assertEquals(
        List.of(
            "past-2026-11-26T1200.bin",
            "past-2026-11-26T1210.bin",
            "past-2026-11-26T1220.bin",
            "past-2026-11-26T1230.bin"),
        names());
    assertNull(newestUpTo(past, 2));
    assertEquals(3, newestUpTo(past, 3));
    assertEquals(3, newestUpTo(past, 9));
    assertEquals(10, newestUpTo(past, 10));
    assertEquals(30, newestUpTo(past, 100_000));
    assertNull(past.newestUpTo(at(200).atMillis(), "another journal", problems::add));
    assertEquals(List.of(), problems);
  }

  /** A jump back comes to one of an hour before it, wherever it goes. */
  @Test
  void afterTwoDaysTheFirstOfEachHourIsLeft() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 90);
    // A watch that stopped from 13:10 to 14:30.
    for (long minute = 0; minute <= 72 * 60; minute += 10) {
      if (minute <= 70 || minute >= 150) {
        past.keep(at(minute));
      }
    }
    List<String> kept = names();
    assertEquals("past-2026-11-26T1200.bin", kept.get(0));
    assertEquals("past-2026-11-26T1300.bin", kept.get(1));
    assertEquals("past-2026-11-26T1430.bin", kept.get(2));
    assertEquals("past-2026-11-27T1100.bin", kept.get(23));
    assertEquals("past-2026-11-27T1200.bin", kept.get(24));
    assertEquals("past-2026-11-27T1210.bin", kept.get(25));
    assertEquals(24 + 48 * 6 + 1, kept.size());
    assertEquals(60, newestUpTo(past, 149));
    assertEquals(150, newestUpTo(past, 179));
  }

  @Test
  void theyGoWithTheDaysOfTheRecord() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 3);
    for (long hour = 0; hour < 96; hour++) {
      past.keep(at(hour * 60));
    }
    assertEquals(73, names().size());
    assertEquals("past-2026-11-27T1100.bin", names().get(0));
  }

  /** Those that earlier versions left, one of each hour, are found, thinned out and forgotten. */
  @Test
  void thoseOfEarlierVersionsCount() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 90);
    WholeFile.write(dir.resolve("past-2026-11-26T12.bin"), CheckpointBytes.of(at(1)));
    WholeFile.write(dir.resolve("past-2026-11-26T13.bin"), CheckpointBytes.of(at(61)));
    past.keep(at(80));
    assertEquals(1, newestUpTo(past, 60));
    assertEquals(61, newestUpTo(past, 79));
    assertEquals(80, newestUpTo(past, 81));
    past.keep(at(72 * 60));
    assertEquals(
        List.of("past-2026-11-26T12.bin", "past-2026-11-26T13.bin", "past-2026-11-29T1200.bin"),
        names());
    past.keep(at(91 * 24 * 60));
    assertEquals(List.of("past-2026-11-29T1200.bin", "past-2027-02-25T1200.bin"), names());
  }

  @Test
  void aDamagedOneIsNamedAndTheOneBeforeItCounts() throws Exception {
    PastCheckpoints past = new PastCheckpoints(dir, 90);
    past.keep(at(0));
    past.keep(at(60));
    Files.write(dir.resolve("past-2026-11-26T1300.bin"), new byte[] {1, 2, 3});
    assertEquals(0, newestUpTo(past, 70));
    assertEquals(1, problems.size());
    assertTrue(
        problems.get(0).startsWith("past-2026-11-26T1300.bin is no checkpoint"),
        problems::toString);
  }
}
