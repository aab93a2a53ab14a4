package bz.keelbill.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How many guesses get through. */
class GuessesTest {
  private long now = 1_000_000;
  private final Guesses guesses = new Guesses(() -> now);

  private int through(int tries, String account, java.util.function.IntFunction<String> address) {
    int through = 0;
    for (int i = 0; i < tries; i++) {
      through += guesses.begin(account, address.apply(i)) == 0 ? 1 : 0;
    }
    return through;
  }

  @Test
  void tenThousandGuessesAtAnAccountComeToTen() {
    assertEquals(10, through(10_000, "Ana Cal", i -> "10.0." + i / 200 + "." + i % 200));
    assertTrue(guesses.begin("ana cal", "10.9.9.9") > 0, "however the name is written");
    now += Guesses.WINDOW_MILLIS;
    assertEquals(10, through(100, "Ana Cal", i -> "10.0.0.9"));
  }

  @Test
  void tenThousandGuessesFromAnAddressComeToThirty() {
    int through = 0;
    for (int i = 0; i < 10_000; i++) {
      through += guesses.begin("officer " + i, "10.0.0.66") == 0 ? 1 : 0;
    }
    assertEquals(30, through);
  }

  @Test
  void theRightPasswordDoesNotCountAndItsConsoleIsKnown() {
    for (int i = 0; i < 100; i++) {
      assertEquals(0, guesses.begin("Ana Cal", "10.0.0.1"));
      guesses.wasRight("Ana Cal", "10.0.0.1");
    }
    assertEquals(10, through(100, "Ana Cal", i -> "66.0.0." + i));
    assertEquals(0, guesses.begin("Ana Cal", "10.0.0.1"), "her own console lets her in");
    assertEquals(9, through(100, "Ana Cal", i -> "10.0.0.1"), "but is no place to guess at");
  }

  @Test
  void whoMustWaitIsToldHowLong() {
    through(10, "Ana Cal", i -> "10.0.0.1");
    now += 60_000;
    assertEquals(Guesses.WINDOW_MILLIS - 60_000, guesses.begin("Ana Cal", "10.0.0.1"));
  }
}
