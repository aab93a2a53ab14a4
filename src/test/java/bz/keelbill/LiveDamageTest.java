package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day file that cannot be read is named, left as it is, and stops nothing. */
class LiveDamageTest {
  private static final int DUCK_AT = 8;
  private static final int VERSION_AT = 12;
  @TempDir Path folder;
  private String named;

  @Test
  void aWatchStartsBesideADayFileThatNobodyCanRead() throws Exception {
    startsBeside(
        bytes -> {
          Arrays.fill(bytes, (byte) 0x5A);
          return bytes;
        });
  }

  @Test
  void aWatchStartsBesideADayFileOfALaterDataBase() throws Exception {
    startsBeside(
        bytes -> {
          assertEquals('D', bytes[DUCK_AT]);
          ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
          header.putLong(VERSION_AT, 9_999);
          header.putLong(0, checksum(header));
          return bytes;
        });
    assertTrue(named.contains("version"), named);
  }

  /** Of the rest of the first 4 KiB, as DuckDB reckons it. */
  private static long checksum(ByteBuffer header) {
    long sum = 5_381;
    for (int at = DUCK_AT; at < 4_096; at += 8) {
      sum ^= header.getLong(at) * 0xBF58476D1CE4E5B9L;
    }
    return sum;
  }

  private interface Change {
    byte[] of(byte[] bytes);
  }

  private void startsBeside(Change damage) throws Exception {
    String id;
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(
          ais, Spoken.crossing(312_000_101, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      id = floor.awaitAlerts(1).getJsonObject(0).getString("id");
    }
    Path day = day();
    byte[] damaged = damage.of(Files.readAllBytes(day));
    Files.write(day, damaged);
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      String troubles = floor.troubles();
      assertTrue(troubles.contains(day.getFileName() + " cannot be read"), troubles);
      named = troubles;
      assertTrue(floor.hasTrack("mmsi:312000101"), "a checkpoint remembers it");
      assertEquals(id, floor.items("/api/alerts").getJsonObject(0).getString("id"));
      LiveFloor.say(
          ais, Spoken.crossing(312_000_102, 17.24, LiveFloor.EDGE, System.currentTimeMillis()));
      floor.awaitAlerts(2);
      Patience.until("a record beside it", () -> days() == 2);
    }
    assertArrayEquals(damaged, Files.readAllBytes(day), "it is left as it is");
  }

  private Path day() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("data/days"))) {
      return files.filter(file -> file.toString().endsWith(".duckdb")).findFirst().orElseThrow();
    }
  }

  private long days() {
    try (Stream<Path> files = Files.list(folder.resolve("data/days"))) {
      return files.filter(file -> file.toString().endsWith(".duckdb")).count();
    } catch (java.io.IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
