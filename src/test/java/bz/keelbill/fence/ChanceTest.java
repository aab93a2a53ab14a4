package bz.keelbill.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746",
    "-1, 0.158655254",
    "1.281551566, 0.9",
    "-1.281551566, 0.1",
    "2, 0.977249868",
    "-3, 0.001349898",
    "40, 1",
    "-40, 0"
  })
  void followsTheTableOfTheNormalDistribution(double deviations, double chance) {
    assertEquals(chance, Chance.normal(deviations), 2e-7);
  }

  @Test
  void anExactPositionIsInsideOrNot() {
    assertEquals(1, Chance.inside(0, 0, 100));
    assertEquals(0, Chance.inside(-1, 0, 100));
  }

  @Test
  void aWideFenceCountsItsNearestEdge() {
    assertEquals(0.9, Chance.inside(128.1552, 100, 5_000), 1e-5);
    assertEquals(0.1, Chance.inside(-128.1552, 100, 5_000), 1e-5);
  }

  /** At the middle of a circle and of a strip, by throwing dice. */
  @Test
  void aFenceNoLargerThanTheErrorIsNeverSure() {
    SplittableRandom dice = new SplittableRandom(1);
    int throwsOfDice = 200_000;
    int inCircle = 0;
    int inStrip = 0;
    for (int i = 0; i < throwsOfDice; i++) {
      double along = Math.sqrt(-2 * Math.log(1 - dice.nextDouble()));
      double angle = dice.nextDouble(2 * Math.PI);
      inCircle += along <= 2 ? 1 : 0;
      inStrip += Math.abs(along * Math.cos(angle)) <= 1.6449 ? 1 : 0;
    }
    double circle = Chance.inside(200, 100, 100);
    double strip = Chance.inside(164.49, 100, 164.49);
    assertEquals((double) inCircle / throwsOfDice, circle, 0.03);
    assertEquals((double) inStrip / throwsOfDice, strip, 0.05);
    assertTrue(Chance.inside(50, 300, 25) < 0.1);
  }
}
