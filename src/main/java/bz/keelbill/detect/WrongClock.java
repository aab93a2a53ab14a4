package bz.keelbill.detect;

import bz.keelbill.track.StationTime;

/** How far a station's clock is known to be off: what it tells of is told for another time. */
final class WrongClock {
  private WrongClock() {}

  /** Milliseconds either way; 0 while its clock is right or nobody knows. */
  static long offMillis(String station, Scene scene) {
    StationTime time = scene.clocks().station(station);
    return time == null || time.skew() == null ? 0 : Math.abs(time.skew().offsetMillis());
  }
}
