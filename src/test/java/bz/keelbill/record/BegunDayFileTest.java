package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer killed as it began its day leaves a file without tables: it holds nothing, and is no
 * fault.
 */
class BegunDayFileTest {
  @TempDir Path dir;

  @Test
  void aDayFileWithoutTablesIsAnEmptyOne() throws Exception {
    DriverManager.getConnection("jdbc:duckdb:" + dir.resolve("2026-11-23.duckdb")).close();
    Recordings recordings = Recordings.in(RecordSettings.in(dir));
    assertEquals(0, recordings.days().size());
    try (Recording recording = recordings.open(0, Long.MAX_VALUE)) {
      assertNull(recording.next());
      assertEquals(0, recording.problems().size());
    }
    assertEquals(0, RecordEnd.find(new DayFiles(RecordSettings.in(dir))).lastSeq());
  }
}
