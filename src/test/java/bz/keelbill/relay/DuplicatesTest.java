package bz.keelbill.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisSentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicatesTest {
  private static final AisSentences.Tag NONE = new AisSentences.Tag(null, null, null, null);

  private final Duplicates duplicates = new Duplicates(1_000);

  private static AisSentences message(String payload, int mmsi, boolean isOwnShip) {
    return new AisSentences(List.of("!"), payload, isOwnShip, mmsi, NONE);
  }

  private static AisSentences message(String payload) {
    return message(payload, 312_000_001, false);
  }

  @Test
  void aStationsOwnRepetitionIsNewsAndTheOthersCopyIsNot() {
    assertFalse(duplicates.isDuplicate("north", message("a"), 0));
    assertTrue(duplicates.isDuplicate("south", message("a"), 10));
    assertFalse(duplicates.isDuplicate("north", message("a"), 900));
    assertTrue(duplicates.isDuplicate("south", message("a"), 1_800));
    assertFalse(duplicates.isDuplicate("south", message("a"), 1_900), "the window is over");
    assertTrue(duplicates.isDuplicate("north", message("a"), 1_950), "now south was first");
  }

  @Test
  void ownShipAndOtherPayloadsAreOtherMessages() {
    assertFalse(duplicates.isDuplicate("north", message("a"), 0));
    assertFalse(duplicates.isDuplicate("south", message("b"), 0));
    assertFalse(duplicates.isDuplicate("south", message("a", 312_000_001, true), 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {970_312_001, 972_000_000, 974_999_999})
  void distressCallsAreNeverHeldBack(int mmsi) {
    for (String station : List.of("north", "south", "north")) {
      assertFalse(duplicates.isDuplicate(station, message("a", mmsi, false), 5));
    }
    assertEquals(0, duplicates.remembered());
  }

  @Test
  void aFloodIsForgottenFromItsOldest() {
    for (int i = 0; i <= 3 * Duplicates.MOST; i++) {
      duplicates.isDuplicate("north", message("" + i), 0);
    }
    assertEquals(Duplicates.MOST, duplicates.remembered());
    assertTrue(duplicates.isDuplicate("south", message("" + 3 * Duplicates.MOST), 0));
    assertFalse(duplicates.isDuplicate("south", message("0"), 0));
    duplicates.isDuplicate("north", message("late"), 5_000);
    assertEquals(1, duplicates.remembered());
  }

  @Test
  void withoutAWindowNothingIsRemembered() {
    Duplicates off = new Duplicates(0);
    assertFalse(off.isDuplicate("north", message("a"), 0));
    assertFalse(off.isDuplicate("south", message("a"), 0));
    assertEquals(0, off.remembered());
  }
}
