package bz.keelbill.ais;

/**
 * When a message happened: the station's clock where there is one we can believe, drawn to the
 * second that the position itself names.
 */
public final class EventTime {
  /** A live station's clock may run ahead of ours by this much. */
  static final long MOST_AHEAD_MILLIS = 60_000;

  /** A live station's clock may lag behind ours by this much. */
  static final long MOST_BEHIND_MILLIS = 24 * 3_600_000L;

  private static final long MINUTE_MILLIS = 60_000;

  private EventTime() {}

  /** The event time in Unix milliseconds. */
  static long of(AisMessage message, AisReader.Timing timing) {
    Reception reception = message.reception();
    return of(message, reception.stationAtMillis(), reception.receivedAtMillis(), timing);
  }

  /**
   * The event time in Unix milliseconds.
   *
   * @param stationAtMillis what the station's clock said, or {@link AisMessage#NO_TIME}
   * @param receivedAtMillis when the message arrived here
   */
  public static long of(
      AisFields message, long stationAtMillis, long receivedAtMillis, AisReader.Timing timing) {
    long best = believed(stationAtMillis, receivedAtMillis, timing);
    boolean isClock = message.carries(AisField.YEAR);
    int second = isClock ? 60 : message.whole(AisField.SECOND, 60);
    return second >= 0 && second < 60 ? nearest(best, second) : best;
  }

  private static long believed(long station, long received, AisReader.Timing timing) {
    if (station == AisMessage.NO_TIME) {
      return received;
    }
    long ahead = station - received;
    boolean isBad = ahead > MOST_AHEAD_MILLIS || ahead < -MOST_BEHIND_MILLIS;
    return isBad && timing == AisReader.Timing.LIVE ? received : station;
  }

  /** The instant nearest to {@code millis} with that second of its minute. */
  static long nearest(long millis, int second) {
    long instant = Math.floorDiv(millis, MINUTE_MILLIS) * MINUTE_MILLIS + second * 1000L;
    long off = instant - millis;
    if (off > MINUTE_MILLIS / 2) {
      return instant - MINUTE_MILLIS;
    }
    return off < -MINUTE_MILLIS / 2 ? instant + MINUTE_MILLIS : instant;
  }
}
