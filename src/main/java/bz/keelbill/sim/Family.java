package bz.keelbill.sim;

/**
 * A way in which threats of one family come about.
 *
 * @param name under which it is scored
 * @param when it may begin
 * @param hours how long it lasts at most
 */
record Family(String name, Threat.Source source, When when, double hours) {

  /** A part of the day, local time. */
  enum When {
    /** Any hour. */
    EVER(0, 24),
    /** Dark, and for some hours to come. */
    NIGHT(19, 27),
    /** Light, and for some hours to come. */
    DAY(6, 14);

    private final double from;
    private final double to;

    When(double from, double to) {
      this.from = from;
      this.to = to;
    }

    boolean holds(long atMillis) {
      double hour = Hours.local(atMillis);
      return hour >= from && hour < to || hour + 24 >= from && hour + 24 < to;
    }
  }

  /** Whether one that begins then is over before an end. */
  boolean fits(long atMillis, long endMillis) {
    return when.holds(atMillis) && atMillis + hours * 3_600_000 <= endMillis;
  }
}
