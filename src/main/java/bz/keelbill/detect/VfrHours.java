package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;

/** When flights by visual rules need an authorisation: from after sunset to before sunrise. */
final class VfrHours {
  /** The sun's upper edge on the horizon, refraction included. */
  private static final double SUNSET_DEGREES = -0.833;

  private VfrHours() {}

  /**
   * Whether no flight by visual rules may be in the air without authorisation (AIP Belize, ENR
   * 1.2): the sun has been down for so long, and stays down for as long.
   *
   * @param graceMinutes after sunset and before sunrise
   */
  static boolean areOver(Position at, long atMillis, double graceMinutes) {
    long grace = (long) (graceMinutes * 60_000);
    return isDown(at, atMillis) && isDown(at, atMillis - grace) && isDown(at, atMillis + grace);
  }

  private static boolean isDown(Position at, long atMillis) {
    return Sun.elevationDegrees(at.latitude(), at.longitude(), atMillis) < SUNSET_DEGREES;
  }
}
