package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final long HOUR = 3_600_000;
  private static final long START = 1_795_000_000_000L;
  private long machine = START;
  private long nanos = 77;
  private final SteadyClock clock = new SteadyClock(() -> machine, () -> nanos);

  private long pass(long millis) {
    long now = 0;
    for (long left = millis; left > 0; left -= 100) {
      machine += 100;
      nanos += 100_000_000;
      now = clock.getAsLong();
    }
    return now;
  }

  @Test
  void itFollowsTheMachineAndItsSmallCorrections() {
    assertEquals(START + 10_000, pass(10_000));
    machine += 900;
    assertEquals(machine + 1_000, pass(1_000));
    machine -= 1_900;
    assertEquals(machine + 1_000, pass(1_000));
    assertEquals(List.of(), clock.troubles());
  }

  @Test
  void anHourForwardAndBackSoonIsNoHour() {
    pass(1_000);
    machine += HOUR;
    assertEquals(START + 61_000, pass(60_000));
    assertEquals(1, clock.troubles().size());
    assertTrue(clock.troubles().get(0).contains("is +3600 s from the watch's"));
    machine -= HOUR;
    assertEquals(START + 62_000, pass(1_000));
    assertEquals(List.of(), clock.troubles());
  }

  @Test
  void anHourForwardThatLastsIsFollowed() {
    machine += HOUR;
    assertEquals(START + 119_000, pass(119_000));
    assertEquals(machine + 3_000, pass(3_000));
    assertEquals(List.of(), clock.troubles());
  }

  @Test
  void anHourBackIsMadeGoodBySlowerTimeAndNoSecondComesTwice() {
    machine -= HOUR;
    long last = clock.getAsLong();
    assertEquals(START, last);
    for (int minute = 0; minute < 60; minute++) {
      long now = pass(60_000);
      assertEquals(54_000, now - last, 60);
      last = now;
    }
    assertEquals(HOUR * 9 / 10, last - machine, 100);
    assertTrue(clock.troubles().get(0).contains("s from the watch's: the watch goes on"));
    pass(9 * HOUR + 60_000);
    assertEquals(machine, clock.getAsLong());
    assertEquals(List.of(), clock.troubles());
  }

  @Test
  void aWatchThatWasFurtherIsNotSetBackByARestart() {
    clock.beginAt(START + HOUR);
    assertEquals(START + HOUR + 900, pass(1_000), 10);
    assertEquals(1, clock.troubles().size());
    clock.beginAt(START);
    assertEquals(START + HOUR + 1_800, pass(1_000), 10);
  }
}
