package bz.keelbill.sim;

/**
 * When people work in Belize (UTC−6 all year), or round the clock for a demonstration that may be
 * shown at any hour.
 */
record Hours(boolean aroundTheClock) {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final long UTC_OFFSET = -6 * HOUR;
  private static final double FIRST_FLIGHT = 6.5;
  private static final double LAST_FLIGHT = 17.2;

  /** Hours since local midnight, 0 to below 24. */
  static double local(long atMillis) {
    return Math.floorMod(atMillis + UTC_OFFSET, DAY) / (double) HOUR;
  }

  /** Whether work between two local hours of the same day goes on. */
  boolean working(long atMillis, double fromHour, double toHour) {
    double now = local(atMillis);
    return aroundTheClock || now >= fromHour && now < toHour;
  }

  /** Milliseconds until work between two local hours goes on; 0 if it does. */
  long untilWorking(long atMillis, double fromHour, double toHour) {
    if (working(atMillis, fromHour, toHour)) {
      return 0;
    }
    double ahead = fromHour - local(atMillis);
    return (long) ((ahead < 0 ? ahead + 24 : ahead) * HOUR);
  }

  /** Small aircraft fly by day only. */
  boolean flying(long atMillis) {
    return working(atMillis, FIRST_FLIGHT, LAST_FLIGHT);
  }

  long untilFlying(long atMillis) {
    return untilWorking(atMillis, FIRST_FLIGHT, LAST_FLIGHT);
  }
}
