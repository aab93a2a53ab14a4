package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day file that cannot be read is told by its day and reason, and not with times of its own. */
class UnreadableDayTest {
  @TempDir Path folder;

  @Test
  void itIsListedWithItsReasonAndWithoutTimes() throws Exception {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    Path file = folder.resolve("data/days").resolve(day + ".duckdb");
    Files.createDirectories(file.getParent());
    byte[] rubbish = "this is no data base ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    Files.write(file, rubbish);
    try (LiveFloor floor = LiveFloor.open(folder, LiveFloor.AIS);
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, Spoken.ship(312_000_101, 17.22, -87.7));
      Patience.until("today", () -> floor.items("/api/recordings").size() == 2);
      JsonObject told = floor.items("/api/recordings").getJsonObject(0);
      assertEquals(day.toString(), told.getString("day"));
      assertTrue(told.getString("problem").startsWith(day + ".duckdb cannot be read"));
      assertFalse(told.containsKey("from") || told.containsKey("to"), told.encode());
      JsonObject today = floor.items("/api/recordings").getJsonObject(1);
      assertTrue(today.containsKey("from") && !today.containsKey("problem"), today.encode());
    }
    ConsoleRun list =
        ConsoleRun.of("replay", "--config", folder.resolve("config/keelbill.yaml").toString());
    assertEquals(0, list.exitCode(), list.err());
    String first = list.out().lines().findFirst().orElse("");
    assertTrue(first.startsWith(day + "  nothing can be read"), list.out());
    assertTrue(Files.mismatch(file, Files.write(folder.resolve("same"), rubbish)) == -1);
  }
}
