package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AttemptSpacingTest {

  @Test
  void attemptsOfAllFeedsAreKeptApart() {
    AttemptSpacing spacing = new AttemptSpacing(25);
    assertEquals(0, spacing.waitMillis(1_000));
    assertEquals(25, spacing.waitMillis(1_000));
    assertEquals(40, spacing.waitMillis(1_010));
    assertEquals(0, spacing.waitMillis(5_000));
  }
}
