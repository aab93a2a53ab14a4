package bz.keelbill.feed;

import bz.keelbill.net.BackOff;

/**
 * How patient a feed is; all in milliseconds.
 *
 * @param firstBackOffMillis the longest wait before the first reconnection
 * @param mostBackOffMillis the longest wait ever
 * @param goodMillis valid lines over so long a time make the next back-off begin anew
 * @param silenceMillis a feed without a valid line is silent after this time, or after three times
 *     its usual gap if that is longer
 * @param connectMillis a connection that is not made by then has failed
 * @param tickMillis how often silence and rate are judged
 * @param pollMillis how often a growing file is looked at
 * @param spacingMillis the least time between two connection attempts of all feeds together
 */
public record FeedTiming(
    long firstBackOffMillis,
    long mostBackOffMillis,
    long goodMillis,
    long silenceMillis,
    int connectMillis,
    long tickMillis,
    long pollMillis,
    long spacingMillis) {

  /** The times of live work. */
  public static final FeedTiming LIVE =
      new FeedTiming(500, 60_000, 60_000, 60_000, 10_000, 500, 200, 25);

  /** The waits between the attempts of one feed. */
  BackOff newBackOff() {
    return BackOff.of(firstBackOffMillis, mostBackOffMillis);
  }
}
