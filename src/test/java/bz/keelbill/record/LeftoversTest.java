package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed programs leave in the temporary folder. */
class LeftoversTest {
  private static final long NOW = 1_795_478_400_000L;

  @TempDir Path folder;

  private Path file(String name, long ageMillis) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "x");
    Files.setLastModifiedTime(file, FileTime.fromMillis(NOW - ageMillis));
    return file;
  }

  @Test
  void anUnpackedDatabaseOfAProgramThatWasKilledIsTakenAwayAndNothingElse() throws IOException {
    Path old = file("libduckdb_java123.so", 120_000);
    Path young = file("libduckdb_java124.so", 5_000);
    Path other = file("libother123.so", 120_000);
    assertEquals(1, Leftovers.removeFrom(folder, NOW));
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young), "somebody may just be unpacking it");
    assertTrue(Files.exists(other));
  }

  @Test
  void aFolderThatCannotBeReadIsLeftAlone() {
    assertEquals(0, Leftovers.removeFrom(folder.resolve("none"), NOW));
  }
}
