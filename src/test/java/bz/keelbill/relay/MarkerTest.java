package bz.keelbill.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {
  private final Marker ours = new Marker("00aa11");
  private final Marker theirs = new Marker("00bb22");

  @Test
  void aRingOfTwoEndsAtItsBeginning() {
    String first = ours.onward(null);
    assertEquals("kb-00aa11", first);
    assertFalse(theirs.endsHere(first));
    String second = theirs.onward(first);
    assertEquals("kb-00aa11-00bb22", second);
    assertTrue(ours.endsHere(second));
    assertTrue(theirs.endsHere(second));
  }

  @Test
  void aChainGoesSoFarAndNoFurther() {
    String text = null;
    for (int relay = 1; relay <= Marker.MOST_RELAYS; relay++) {
      assertFalse(new Marker("00000" + relay).endsHere(text));
      text = new Marker("00000" + relay).onward(text);
    }
    assertTrue(ours.endsHere(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"off Dangriga", "kb", "kb-", "kb-00aa1", "kb-00aa111", "kb-00AA11", "x kb-00aa11"})
  void otherTextsAreNoMarks(String text) {
    assertFalse(ours.endsHere(text));
    assertEquals("kb-00aa11", ours.onward(text));
  }
}
