package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static Tally tally(int threats, int found) {
    List<Score.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < threats; i++) {
      boolean hit = i < found;
      outcomes.add(
          new Score.Outcome(
              "t" + i,
              "go-fast",
              hit ? Map.of("go-fast", 1) : Map.of(),
              hit ? 10 * i : Double.NaN,
              hit && i < 3 ? 20 + i : Double.NaN));
    }
    return Tally.of(outcomes);
  }

  @Test
  void noMissInFiftyNineShowsNinetyFivePercent() {
    assertTrue(tally(59, 59).recallAtLeast() >= 0.95);
    assertTrue(tally(58, 58).recallAtLeast() < 0.95);
  }

  @Test
  void theBoundAgreesWithPublishedValuesOfTheExactBinomial() {
    // Clopper and Pearson, one-sided 95 %: 9 of 10, 5 of 10, 95 of 100.
    assertEquals(0.6058, tally(10, 9).recallAtLeast(), 1e-4);
    assertEquals(0.2224, tally(10, 5).recallAtLeast(), 1e-4);
    assertEquals(0.8977, tally(100, 95).recallAtLeast(), 1e-4);
    assertEquals(0, tally(10, 0).recallAtLeast());
  }

  @Test
  void timesToDetectAreOfThoseSeenOnly() {
    Tally tally = tally(12, 11);
    assertEquals(50, tally.medianDetectSeconds());
    assertEquals(90, tally.p90DetectSeconds());
    assertTrue(Double.isNaN(tally(3, 0).medianDetectSeconds()));
  }

  @Test
  void minutesLeftAreOfThoseAlertsThatSayThem() {
    assertEquals(21, tally(12, 11).medianMinutesToAct());
    assertTrue(Double.isNaN(tally(3, 0).medianMinutesToAct()));
  }
}
