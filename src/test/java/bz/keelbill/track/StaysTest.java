package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StaysTest {
  @Test
  void isThePowerAtEachMillisecond() {
    Stays stays = new Stays(0.98, 3, 0);
    for (long millis = 0; millis < 200_000; millis += 7) {
      double power = StrictMath.pow(0.98, millis / 3_000.0);
      assertEquals(power, stays.after(millis), 4 * Math.ulp(power), millis + " ms");
    }
  }

  @Test
  void isCertainAtOnceAndNeverLessThanTheLeast() {
    Stays stays = new Stays(0.93, 3, 0.7);
    assertEquals(1, stays.after(0));
    assertEquals(1, stays.after(-5_000));
    assertEquals(0.93, stays.after(3_000), 1e-15);
    assertEquals(0.7, stays.after(20_000));
    assertEquals(0.7, stays.after(3_600_000));
  }
}
