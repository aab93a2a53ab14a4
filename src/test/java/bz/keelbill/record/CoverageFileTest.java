package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Sensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageFileTest {
  private static final Coverage.Snapshot LEARNED =
      new Coverage.Snapshot(
          1_795_478_400_000L,
          List.of(new Sensor("ais-óne", Sensor.Kind.AIS, new Position(17.4937, -88.181), 40)),
          List.of(
              new Coverage.Learned("ais-óne", Coverage.Kind.AIS_A, 3224, 2754, 12.5f, 9f, 29924640),
              new Coverage.Learned("ais-óne", Coverage.Kind.AIS_B, 3225, 2755, 1f, 0f, 29924641)));

  @TempDir Path dir;

  private Path path() {
    return dir.resolve("coverage.bin");
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    CoverageFile file = new CoverageFile(path());
    file.write(new Coverage.Snapshot(0, List.of(), List.of()));
    file.write(LEARNED);
    assertEquals(new CoverageFile.Loaded(LEARNED, null), new CoverageFile(path()).read());
    assertEquals(List.of("coverage.bin"), names());
  }

  @Test
  void aMissingFileIsNoProblem() {
    assertEquals(new CoverageFile.Loaded(null, null), new CoverageFile(path()).read());
  }

  @Test
  void aFileWithAnyBitWrongIsSetAsideAndNamed() throws IOException {
    CoverageFile file = new CoverageFile(path());
    file.write(LEARNED);
    byte[] whole = Files.readAllBytes(path());
    for (int at = 0; at < whole.length; at++) {
      byte[] wrong = whole.clone();
      wrong[at] ^= (byte) (1 << at % 8);
      Files.write(path(), wrong);
      CoverageFile.Loaded loaded = file.read();
      assertNull(loaded.snapshot(), "byte " + at);
      assertTrue(loaded.problem().contains("set aside as coverage.bin.damaged-"), loaded.problem());
      assertFalse(Files.exists(path()));
    }
    file.write(LEARNED);
    assertEquals(LEARNED, file.read().snapshot());
  }

  @Test
  void aFileCutAnywhereIsDamaged() throws IOException {
    CoverageFile file = new CoverageFile(path());
    file.write(LEARNED);
    byte[] whole = Files.readAllBytes(path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(path(), Arrays.copyOf(whole, length));
      assertNull(file.read().snapshot(), length + " bytes");
    }
  }

  @Test
  void aFileHalfWrittenBesideChangesNothing() throws IOException {
    CoverageFile file = new CoverageFile(path());
    file.write(LEARNED);
    Files.write(dir.resolve("coverage.bin.new"), new byte[] {1, 2, 3});
    assertEquals(LEARNED, file.read().snapshot());
    file.write(LEARNED);
    assertEquals(LEARNED, file.read().snapshot());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(dir)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
