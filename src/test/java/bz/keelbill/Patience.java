package bz.keelbill;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, long enough for a busy machine. */
final class Patience {
  private static final long MOST_MILLIS = 20_000;

  private Patience() {}

  static void until(String what, BooleanSupplier comes) {
    until(what, comes, () -> "");
  }

  static void until(String what, BooleanSupplier comes, Supplier<String> instead) {
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    while (!comes.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("never came: " + what + "; instead: " + instead.get());
      }
      pause(20);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
