package bz.keelbill.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void theLimitDoublesFromHalfASecondToAMinute() {
    BackOff backOff = new BackOff(500, 60_000, limit -> limit - 1);
    List<Long> limits = new ArrayList<>();
    for (int n = 0; n < 9; n++) {
      limits.add(backOff.nextMillis());
    }
    assertEquals(
        List.of(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L), limits);
    backOff.reset();
    assertEquals(500, backOff.nextMillis());
  }

  @Test
  void theWaitIsAnywhereUpToTheLimit() {
    Random random = new Random(3);
    BackOff backOff = new BackOff(1_000, 1_000, random::nextLong);
    double sum = 0;
    for (int n = 0; n < 10_000; n++) {
      long wait = backOff.nextMillis();
      assertTrue(wait >= 0 && wait <= 1_000);
      sum += wait;
    }
    assertEquals(500, sum / 10_000, 20);
  }
}
