package bz.keelbill.detect;

import bz.keelbill.track.StationTime;

/** How far a station's clock is known to be off: what it tells of is told for another time. */
final class WrongClock {
  private WrongClock() {}

  /** Milliseconds either way; 0 while its clock is right or nobody knows. */
  static long offMillis(String station, Scene scene) {
    long[] off = {0};
    scene
        .clocks()
        .forEach((name, time) -> off[0] = name.equals(station) ? offMillis(time) : off[0]);
    return off[0];
  }

  private static long offMillis(StationTime time) {
    return time.skew() == null ? 0 : Math.abs(time.skew().offsetMillis());
  }
}
