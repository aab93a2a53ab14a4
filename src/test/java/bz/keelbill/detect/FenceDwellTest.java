package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long stays in fences that ask for them. */
class FenceDwellTest {
  private static final int BOAT = 312_000_001;
  private static final int FISHING = 30;
  private static final int AT_ANCHOR = 1;
  private static final int MOORED = 5;

  private static Sea sea(String kind, Priority priority, double dwellSeconds) {
    Fence.Limits own = new Fence.Limits(dwellSeconds, Double.NaN, Double.NaN);
    return new Sea(
        Sea.MORNING,
        new Position(17.2, -87.9),
        List.of(Sea.fence(kind, priority, Sea.OPEN, 2_000, own)));
  }

  private static Sea restricted() {
    return sea(Fence.RESTRICTED, Priority.WARNING, Double.NaN);
  }

  /** Comes in from the east and drifts in the middle. */
  private static Sea.Boat comesIn(Sea sea) {
    return sea.boat(90, 4_000).ais(BOAT, FISHING, 12).runTo(Sea.OPEN, 10).run(90, 200, 0.4);
  }

  private static List<Alert> all(Sea sea) {
    return sea.alerts(FenceDwell.KIND);
  }

  @Test
  void tenMinutesInARestrictedFenceAreLong() {
    Sea sea = restricted();
    comesIn(sea);
    sea.pass(9);
    long entered = sea.alerts(FenceEntry.KIND).get(0).finding().moment().onsetMillis();
    sea.pass((entered - sea.nowMillis()) / 60_000.0 + 9.8);
    assertEquals(List.of(), all(sea));
    sea.pass(3);
    assertEquals(1, all(sea).size());
    Alert alert = all(sea).get(0);
    assertEquals(Priority.WARNING, alert.priority());
    long after = sea.raisedAt(alert) - entered;
    assertTrue(after >= 600_000 && after <= 690_000, "after " + after);
    assertEquals(10, alert.finding().terms().get(0).limit());
  }

  @Test
  void aFenceSaysItsOwnTimeAndPriority() {
    Sea sea = sea("monitored", Priority.CAUTION, 180);
    comesIn(sea);
    sea.pass(12);
    assertEquals(Priority.CAUTION, all(sea).get(0).priority());
  }

  @Test
  void aFenceThatDoesNotAskIsSilent() {
    Sea sea = sea("monitored", Priority.WARNING, Double.NaN);
    comesIn(sea);
    sea.pass(40);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void whoCrossesIsNotStaying() {
    Sea sea = restricted();
    sea.boat(90, 4_000).ais(BOAT, FISHING, 12).run(60, 270, 14);
    sea.pass(30);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void aLongStayIsOneAlert() {
    Sea sea = restricted();
    comesIn(sea);
    sea.pass(80);
    assertEquals(1, all(sea).size());
    assertEquals(1, sea.alerts(FenceEntry.KIND).size());
  }

  @Test
  void whoLiesAtAnchorInAnAnchorageLiesThereByTrade() {
    Sea sea = sea("anchorage", Priority.WARNING, 300);
    comesIn(sea).status(AT_ANCHOR);
    sea.pass(40);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void whoLiesMooredInARestrictedFenceDoesNot() {
    Sea sea = restricted();
    comesIn(sea).status(MOORED);
    sea.pass(40);
    assertEquals(1, all(sea).size());
  }

  @Test
  void whoWasInsideFromTheFirstHasStayedToo() {
    Sea sea = restricted();
    sea.boat(90, 100).ais(BOAT, FISHING, 12).run(90, 200, 0.4);
    sea.pass(17);
    assertEquals(1, all(sea).size());
    assertEquals(List.of(), sea.alerts(FenceEntry.KIND));
  }

  @Test
  void ourOwnMayStay() {
    Sea sea = restricted();
    sea.boat(90, 4_000).ais(Sea.OWN, FISHING, 12).runTo(Sea.OPEN, 10).run(90, 200, 0.4);
    sea.pass(40);
    assertEquals(List.of(), all(sea));
  }
}
