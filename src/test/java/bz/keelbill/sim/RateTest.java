package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void nothingInManySpansShowsThreeOverTheirNumber() {
    assertEquals(2.9957 / 40, new Rate(0, 40).atMost(), 1e-4);
    assertEquals(0, new Rate(0, 40).value());
  }

  @Test
  void theBoundAgreesWithPublishedValuesOfTheExactPoisson() {
    // Garwood 1936, one-sided 95 %: 1 -> 4.744, 5 -> 10.513, 10 -> 16.962.
    assertEquals(4.744, new Rate(1, 1).atMost(), 1e-3);
    assertEquals(10.513, new Rate(5, 1).atMost(), 1e-3);
    assertEquals(16.962, new Rate(10, 1).atMost(), 1e-3);
  }

  @Test
  void whoNeverWatchedKnowsNoBound() {
    assertTrue(Double.isInfinite(new Rate(0, 0).atMost()));
  }
}
