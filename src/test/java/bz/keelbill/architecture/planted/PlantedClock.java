package bz.keelbill.architecture.planted;

/** A violation on purpose: the architecture test must find it. */
public final class PlantedClock {
  private PlantedClock() {}

  /** Reads the clock. */
  public static long now() {
    return System.currentTimeMillis();
  }
}
