package bz.keelbill.record;

/**
 * Which recorded tracks are wanted.
 *
 * @param fromMillis the first moment, event time, Unix milliseconds
 * @param toMillis the first moment after it
 * @param who which craft
 * @param where at which place; null for anywhere
 */
public record TrackQuery(long fromMillis, long toMillis, Who who, Spot where) {
  /** The longest period that one question may cover, milliseconds. */
  public static final long LONGEST_MILLIS = 31L * 86_400_000;

  /** Checks the period. */
  public TrackQuery {
    if (fromMillis >= toMillis || toMillis - fromMillis > LONGEST_MILLIS) {
      throw new IllegalArgumentException("a period ends after it begins and lasts 31 days at most");
    }
  }

  /**
   * Which craft: all that is not null must be so.
   *
   * @param track the track's name or that of one of its contacts, whole
   * @param name part of the name, in capitals or not
   * @param callsign whole; hyphens and blanks do not count
   * @param icaoAddress six hexadecimal digits
   * @param registration whole; hyphens and blanks do not count
   */
  public record Who(
      String track,
      String name,
      Long mmsi,
      Long imo,
      String callsign,
      String icaoAddress,
      String registration) {
    /** Anybody. */
    public static final Who ANYBODY = new Who(null, null, null, null, null, null, null);

    boolean isAnybody() {
      return equals(ANYBODY);
    }
  }
}
