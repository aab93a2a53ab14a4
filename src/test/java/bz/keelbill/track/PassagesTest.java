package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final long NOON = Instant.parse("2026-11-24T18:00:00Z").toEpochMilli();
  private static final long MIDNIGHT = NOON + 12 * 3_600_000L;
  private static final long DAY = 86_400_000L;
  private static final Position PLACE = new Position(17.605, -88.045);
  private static final Position BESIDE = new Position(17.612, -88.045);

  private final Passages passages = new Passages();

  private void pass(int times, double course, double knots, long at) {
    for (int i = 0; i < times; i++) {
      passages.entered(PLACE, course, knots, at + i);
    }
  }

  @Test
  void aWayThatManyGoIsACorridorBothWaysAndBesideIt() {
    pass(6, 45, 26, NOON);
    assertTrue(passages.isCorridor(PLACE, 50));
    assertTrue(passages.isCorridor(PLACE, 225));
    assertTrue(passages.isCorridor(BESIDE, 45));
  }

  @Test
  void acrossItFarFromItOrWithFewPassagesItIsNone() {
    pass(5, 45, 26, NOON);
    assertFalse(passages.isCorridor(PLACE, 45));
    pass(1, 45, 26, NOON);
    assertFalse(passages.isCorridor(PLACE, 135));
    assertFalse(passages.isCorridor(new Position(17.65, -88.045), 45));
  }

  @Test
  void whatWasCountedFadesByHalfInFourteenDays() {
    pass(10, 45, 26, NOON);
    passages.entered(PLACE, 45, 26, NOON + 14 * DAY);
    assertTrue(passages.isCorridor(PLACE, 45), "five and one");
    passages.entered(PLACE, 180, 26, NOON + 28 * DAY);
    assertFalse(passages.isCorridor(PLACE, 45), "three");
  }

  @Test
  void whereThreeCraftLayByDayIsABerthAndByNightItIsNot() {
    for (int i = 0; i < 3; i++) {
      assertFalse(passages.isBerth(BESIDE));
      passages.lay(PLACE, MIDNIGHT + i);
      passages.lay(PLACE, NOON + i);
    }
    assertTrue(passages.isBerth(BESIDE));
    assertFalse(passages.isBerth(new Position(17.65, -88.045)));
  }

  @Test
  void fastCraftByDayMakeABusyWaterAround() {
    pass(30, 45, 26, NOON);
    pass(20, 45, 12, NOON);
    pass(10, 45, 26, MIDNIGHT);
    assertEquals(30, passages.fastByDayAround(new Position(17.65, -88.045)), 1e-6);
    assertEquals(0, passages.fastByDayAround(new Position(17.70, -88.045)), 1e-6);
  }

  @Test
  void aSpeedIsComparedWithThoseOfTheSameTimeOfDay() {
    pass(99, 45, 12, NOON);
    pass(1, 45, 40, NOON);
    assertEquals(0.99, passages.compare(PLACE, 40, NOON).slower(), 1e-6);
    assertEquals(100, passages.compare(PLACE, 40, NOON).passages());
    assertNull(passages.compare(PLACE, 40, MIDNIGHT), "nothing is known of the night");
  }
}
