package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final long FLOOR = 60_000;

  private long now = 1_000;
  private final Silence silence = new Silence(FLOOR, now);

  private void hearEvery(long gapMillis, int times) {
    for (int n = 0; n < times; n++) {
      now += gapMillis;
      silence.heard(now);
    }
  }

  @Test
  void aBusyFeedIsSilentAfterTheFloor() {
    hearEvery(100, 10_000);
    assertFalse(silence.isSilent(now + FLOOR - 1));
    assertTrue(silence.isSilent(now + FLOOR));
  }

  @Test
  void aFeedThatNeverSpokeIsSilentAfterTheFloor() {
    assertFalse(silence.isSilent(now + FLOOR - 1));
    assertTrue(silence.isSilent(now + FLOOR));
  }

  @Test
  void aFeedOfThirtySecondsIsSilentWithinNinety() {
    hearEvery(30_000, 100);
    assertFalse(silence.isSilent(now + 60_000));
    assertTrue(silence.isSilent(now + 90_000));
  }

  @Test
  void aSlowFeedIsLearnedWithinAFewGaps() {
    hearEvery(300_000, 6);
    assertFalse(silence.isSilent(now + 600_000));
    assertTrue(silence.isSilent(now + 900_000));
  }

  @Test
  void burstsAreJudgedByTheGapsBetweenThem() {
    for (int burst = 0; burst < 20; burst++) {
      hearEvery(10, 200);
      hearEvery(240_000, 1);
    }
    assertFalse(silence.isSilent(now + 400_000));
  }

  @Test
  void oneOutageDoesNotHideTheNext() {
    hearEvery(1_000, 1_000);
    hearEvery(6 * 3_600_000, 1);
    assertTrue(silence.limitMillis() < FLOOR + 5_000, "limit " + silence.limitMillis());
  }

  @Test
  void timeWithoutAConnectionIsNoGap() {
    hearEvery(20_000, 100);
    now += 3_600_000;
    silence.excuse(now);
    assertFalse(silence.isSilent(now + FLOOR - 1));
    assertEquals(FLOOR, silence.limitMillis());
  }

  @Test
  void aFeedOfChanceIsRarelyTakenForSilent() {
    Random random = new Random(5);
    int falselySilent = 0;
    for (int n = 0; n < 10_000; n++) {
      long gap = (long) (-45_000 * Math.log(1 - random.nextDouble()));
      falselySilent += silence.isSilent(now + gap) && n > 100 ? 1 : 0;
      hearEvery(gap, 1);
    }
    assertTrue(falselySilent < 200, "of 10,000 gaps: " + falselySilent);
  }
}
