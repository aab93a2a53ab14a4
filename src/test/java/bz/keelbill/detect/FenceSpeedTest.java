package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Too fast or too slow inside a fence. */
class FenceSpeedTest {
  private static final int BOAT = 312_000_001;
  private static final int FISHING = 30;
  private static final int CARGO = 70;
  private static final int AT_ANCHOR = 1;

  private static Sea sea(String kind, Priority priority, double least, double most) {
    Fence.Limits own = new Fence.Limits(Double.NaN, least, most);
    Fence fence = Sea.fence(kind, priority, Sea.OPEN, 4_000, own);
    return new Sea(Sea.MORNING, new Position(17.2, -87.9), List.of(fence));
  }

  private static Sea atMost(double knots) {
    return sea("monitored", Priority.CAUTION, Double.NaN, knots);
  }

  private static Sea atLeast(String kind, double knots) {
    return sea(kind, Priority.WARNING, knots, Double.NaN);
  }

  private static List<Alert> all(Sea sea) {
    return sea.alerts(FenceSpeed.KIND);
  }

  @Test
  void aMinuteTooFastIsTold() {
    Sea sea = atMost(8);
    sea.boat(90, 6_000).ais(BOAT, CARGO, 60).run(60, 270, 14);
    sea.pass(6);
    Alert alert = all(sea).get(0);
    assertEquals(Priority.CAUTION, alert.priority());
    long entered = sea.alerts(FenceEntry.KIND).get(0).finding().moment().onsetMillis();
    long after = sea.raisedAt(alert) - entered;
    assertTrue(after >= 60_000 && after <= 120_000, "after " + after);
    assertTrue(alert.finding().terms().get(0).value() > 8);
  }

  @Test
  void aBoatThatSpeaksEachThirtySecondsIsTold() {
    Sea sea = atMost(8);
    sea.boat(90, 6_000).ais(BOAT, FISHING, 12).offRadar().run(60, 270, 14);
    sea.pass(8);
    assertEquals(1, all(sea).size());
  }

  @Test
  void anEchoIsToldOnlyWhenItIsCertainlyTooFast() {
    Sea sea = atMost(16).poor(1, 0.7);
    sea.boat(90, 6_000).run(60, 270, 12);
    sea.pass(25);
    assertEquals(List.of(), all(sea));
    Sea faster = atMost(16).poor(0.3, 0.9);
    faster.boat(90, 6_000).run(60, 270, 24);
    faster.pass(9);
    assertEquals(1, all(faster).size());
  }

  @Test
  void aSlowShipInALaneIsTooSlow() {
    Sea sea = atLeast("lane", 6);
    sea.boat(90, 6_000).ais(BOAT, CARGO, 60).run(60, 270, 3);
    sea.pass(30);
    assertEquals(Priority.WARNING, all(sea).get(0).priority());
    assertTrue(all(sea).get(0).finding().words().headline().contains("slow"));
  }

  @Test
  void whoGoesRoundAboutIsNotSlow() {
    Sea sea = atLeast("lane", 6);
    Sea.Boat boat = sea.boat(90, 500).ais(BOAT, CARGO, 60);
    for (int i = 0; i < 400; i++) {
      boat.run(0.1, 18 * i, 8);
    }
    sea.pass(20);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void whoLiesAtAnchorWhereOneDoesMayBeSlow() {
    Sea sea = atLeast("anchorage", 1);
    sea.boat(90, 100).ais(BOAT, CARGO, 60).status(AT_ANCHOR).run(90, 200, 0.2);
    sea.pass(30);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void anAlarmFenceStillOnlyWarnsOfSpeed() {
    Sea sea = sea("monitored", Priority.ALARM, Double.NaN, 8);
    sea.boat(90, 6_000).ais(BOAT, CARGO, 60).run(60, 270, 14);
    sea.pass(6);
    assertEquals(Priority.WARNING, all(sea).get(0).priority());
  }

  @Test
  void ourOwnMayHurry() {
    Sea sea = atMost(8);
    sea.boat(90, 6_000).ais(Sea.OWN, CARGO, 60).run(60, 270, 30);
    sea.pass(6);
    assertEquals(List.of(), all(sea));
  }
}
