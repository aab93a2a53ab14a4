package bz.keelbill.radar;

/**
 * When a sentence happened, out of three clocks: the time of day in the sentence, the tag block's
 * {@code c:}, and arrival.
 *
 * <p>The sentence's time has no date and may be local: it is dated to be nearest to the tag's, and
 * holds only within ten seconds of it; else the tag's holds; without a tag, arrival stands in its
 * place. A tag more than a minute ahead or a day behind is a wrong clock: arrival stands in for it
 * too. In replay there is no arrival to judge by: the tag always holds, and without one the
 * sentence's own time does.
 */
final class SentenceTime {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MAX_APART_MILLIS = 10_000;
  private static final long MAX_AHEAD_MILLIS = 60_000;
  private static final long MAX_BEHIND_MILLIS = DAY_MILLIS;

  private SentenceTime() {}

  /**
   * The best time.
   *
   * @param secondOfDay of the sentence; NaN if it has none
   * @param tagMillis of the tag block; null if it has none
   * @param arrivalMillis in replay: any time near the recording's
   * @return Unix time in milliseconds
   */
  static long of(double secondOfDay, Long tagMillis, long arrivalMillis, boolean replay) {
    boolean tagged = tagMillis != null && (replay || isPlausible(tagMillis, arrivalMillis));
    long reference = tagged ? tagMillis : arrivalMillis;
    if (Double.isNaN(secondOfDay)) {
      return reference;
    }
    long dated = nearest(Math.round(secondOfDay * 1000), reference);
    boolean holds = replay && !tagged || Math.abs(dated - reference) <= MAX_APART_MILLIS;
    return holds ? dated : reference;
  }

  /**
   * When a line was stamped, by the one clock that stamps all lines of a feed: the tag's, else
   * arrival.
   */
  static long stamped(Long tagMillis, long arrivalMillis, boolean replay) {
    return of(Double.NaN, tagMillis, arrivalMillis, replay);
  }

  /**
   * What the radar's own clock said, right or wrong.
   *
   * @return Unix time in milliseconds; null if it said nothing
   */
  static Long told(double secondOfDay, Long tagMillis, long arrivalMillis, boolean replay) {
    if (Double.isNaN(secondOfDay)) {
      return tagMillis;
    }
    return nearest(Math.round(secondOfDay * 1000), stamped(tagMillis, arrivalMillis, replay));
  }

  private static boolean isPlausible(long tagMillis, long arrivalMillis) {
    return tagMillis - arrivalMillis <= MAX_AHEAD_MILLIS
        && arrivalMillis - tagMillis <= MAX_BEHIND_MILLIS;
  }

  /** The moment with this time of day that is nearest to another moment. */
  private static long nearest(long millisOfDay, long reference) {
    long midnight = Math.floorDiv(reference, DAY_MILLIS) * DAY_MILLIS;
    long sameDay = midnight + millisOfDay;
    if (sameDay - reference > DAY_MILLIS / 2) {
      return sameDay - DAY_MILLIS;
    }
    return reference - sameDay > DAY_MILLIS / 2 ? sameDay + DAY_MILLIS : sameDay;
  }
}
