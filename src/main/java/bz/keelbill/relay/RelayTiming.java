package bz.keelbill.relay;

/**
 * How patient a relay is; all in milliseconds.
 *
 * @param firstBackOffMillis the longest wait before a port is tried again the first time
 * @param mostBackOffMillis the longest such wait ever
 * @param stuckMillis a reader that has taken nothing for so long while its queue was full is cut
 * @param tickMillis how often readers are looked at
 */
public record RelayTiming(
    long firstBackOffMillis, long mostBackOffMillis, long stuckMillis, long tickMillis) {

  /** The times of live work. */
  public static final RelayTiming LIVE = new RelayTiming(500, 60_000, 30_000, 1_000);
}
