package bz.keelbill.sim;

import bz.keelbill.geo.Position;
import java.time.Instant;
import java.time.ZoneOffset;

/** What the canary says: the test transmission of a distress beacon (M.1371-5, message 1). */
public final class CanaryCraft {
  private static final int BEACONS = 970_000_000;
  private static final int NUMBERS = 10_000;
  private static final int BEACON_TEST = 15;
  private static final int NO_TURN = -128;
  private static final int NO_SPEED = 1_023;
  private static final int NO_COURSE = 3_600;
  private static final int NO_HEADING = 511;
  private static final double MINUTE_FRACTION = 600_000;

  private CanaryCraft() {}

  /** Its number, another one each second for hours, so that each proof is a craft of its own. */
  public static int mmsi(long atMillis) {
    return BEACONS + Math.floorMod(atMillis / 1_000, NUMBERS);
  }

  /** Its line, without an end. */
  public static String line(Position at, long atMillis) {
    int second = Instant.ofEpochMilli(atMillis).atOffset(ZoneOffset.UTC).getSecond();
    return new AisBits()
        .put(1, 6)
        .put(0, 2)
        .put(mmsi(atMillis), 30)
        .put(BEACON_TEST, 4)
        .put(NO_TURN, 8)
        .put(NO_SPEED, 10)
        .put(1, 1)
        .put(Math.round(at.longitude() * MINUTE_FRACTION), 28)
        .put(Math.round(at.latitude() * MINUTE_FRACTION), 27)
        .put(NO_COURSE, 12)
        .put(NO_HEADING, 9)
        .put(second, 6)
        .put(0, 25)
        .sentences('A', 0)
        .get(0);
  }
}
