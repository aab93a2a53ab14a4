package bz.keelbill.e2e;

import java.util.function.BooleanSupplier;

/** Waiting for what must come, and no longer than it may take. */
final class Patience {
  private static final long LOOK_EVERY_MILLIS = 20;

  private Patience() {}

  /**
   * Returns as soon as it is so.
   *
   * @throws AssertionError if it is not so within the seconds
   */
  static void until(String what, double seconds, BooleanSupplier isSo) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + seconds + " s: " + what);
      }
      pause(LOOK_EVERY_MILLIS);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
