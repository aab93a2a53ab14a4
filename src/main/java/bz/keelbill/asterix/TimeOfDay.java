package bz.keelbill.asterix;

/**
 * When a record holds: its time of day has no date, so it is dated to be nearest to its arrival.
 *
 * <p>Live it counts only within ten seconds of arrival: farther off it is a wrong clock, and
 * arrival stands in for it. In a recording there is no arrival to judge by.
 */
final class TimeOfDay {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MAX_APART_MILLIS = 10_000;

  private TimeOfDay() {}

  /**
   * The best time.
   *
   * @param second of the day, UTC; NaN if it is not told
   * @param arrivalMillis in a recording: the time at which it stands
   * @return Unix time in milliseconds
   */
  static long of(double second, long arrivalMillis, boolean recorded) {
    Long dated = dated(second, arrivalMillis);
    boolean holds =
        dated != null && (recorded || Math.abs(dated - arrivalMillis) <= MAX_APART_MILLIS);
    return holds ? dated : arrivalMillis;
  }

  /** The moment with this time of day that is nearest; null if it is none. */
  static Long dated(double second, long nearMillis) {
    long ofDay = Math.round(second * 1000);
    if (Double.isNaN(second) || ofDay >= DAY_MILLIS) {
      return null;
    }
    long apart = Math.floorMod(ofDay - nearMillis, DAY_MILLIS);
    long dated = nearMillis + (apart > DAY_MILLIS / 2 ? apart - DAY_MILLIS : apart);
    // A recording that does not know its day stands on the first one.
    return dated < 0 ? dated + DAY_MILLIS : dated;
  }
}
