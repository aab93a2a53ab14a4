package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock is set an hour forward and back: it is told, and the watch goes on. */
class LiveClockTest {
  private static final long HOUR_MILLIS = 3_600_000;
  @TempDir Path folder;

  @Test
  void noAlertIsMadeOrLostByAJumpOfTheClock() throws Exception {
    AtomicLong wrong = new AtomicLong();
    try (LiveFloor floor =
            LiveFloor.open(folder, LiveFloor.AIS, () -> System.currentTimeMillis() + wrong.get());
        Socket ais = floor.dial("ais")) {
      enter(floor, ais, 1);
      for (long jump : new long[] {HOUR_MILLIS, -HOUR_MILLIS}) {
        wrong.set(jump);
        String told = "is " + (jump > 0 ? "+" : "-") + "3600 s from the watch's";
        Patience.until("word of the jump", () -> floor.troubles().contains(told), floor::troubles);
        enter(floor, ais, jump > 0 ? 2 : 3);
        wrong.set(0);
        Patience.until("recovery", () -> !floor.troubles().contains("clock"), floor::troubles);
      }
      enter(floor, ais, 4);
      assertEquals(4, floor.items("/api/alerts").size(), "one for each boat");
    }
  }

  private static void enter(LiveFloor floor, Socket ais, int boat) throws Exception {
    double latitude = 17.21 + boat * 0.01;
    LiveFloor.say(
        ais,
        Spoken.crossing(312_000_100 + boat, latitude, LiveFloor.EDGE, System.currentTimeMillis()));
    floor.awaitAlerts(boat);
  }

  /** The record of the watch before is an hour ahead: nothing is deaf for that hour. */
  @Test
  void aWatchStartedAfterTheClockWentBackHearsAtOnce() throws Exception {
    AtomicLong wrong = new AtomicLong(HOUR_MILLIS);
    try (LiveFloor floor =
            LiveFloor.open(folder, LiveFloor.AIS, () -> System.currentTimeMillis() + wrong.get());
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, Spoken.ship(312_000_101, 17.1, -87.3));
      floor.awaitTrack("mmsi:312000101");
    }
    wrong.set(0);
    try (LiveFloor floor =
            LiveFloor.open(folder, LiveFloor.AIS, () -> System.currentTimeMillis() + wrong.get());
        Socket ais = floor.dial("ais")) {
      assertTrue(floor.hasTrack("mmsi:312000101"), "it is remembered");
      assertTrue(floor.troubles().contains("from the watch's"), floor.troubles());
      LiveFloor.say(ais, Spoken.ship(312_000_102, 17.1, -87.4));
      floor.awaitTrack("mmsi:312000102");
    }
  }
}
