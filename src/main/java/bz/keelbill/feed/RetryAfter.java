package bz.keelbill.feed;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * How long a server asks us to stay away: seconds or a date (RFC 9110, 10.2.3), or OpenSky's own
 * word for the seconds until it gives credit again.
 */
final class RetryAfter {
  /** A server that asks for more is asked again after an hour: dates are mistyped. */
  private static final long MOST_MILLIS = 3_600_000;

  /** Credit is given anew each day. */
  private static final long MOST_CREDIT_MILLIS = 86_400_000;

  private RetryAfter() {}

  /** Milliseconds from now by an answer's headers; -1 if they say nothing. */
  static long millis(MultiMap headers, long nowMillis) {
    String seconds = headers.get("X-Rate-Limit-Retry-After-Seconds");
    if (seconds != null && seconds.strip().matches("\\d{1,10}")) {
      return Math.min(Long.parseLong(seconds.strip()) * 1000, MOST_CREDIT_MILLIS);
    }
    return millis(headers.get("Retry-After"), nowMillis);
  }

  /** Milliseconds from now, 0 to an hour; -1 if the header is missing or says nothing. */
  static long millis(String header, long nowMillis) {
    if (header == null) {
      return -1;
    }
    String text = header.strip();
    long wait = text.matches("\\d{1,10}") ? Long.parseLong(text) * 1000 : until(text, nowMillis);
    return Math.min(wait, MOST_MILLIS);
  }

  private static long until(String date, long nowMillis) {
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return Math.max(0, then.toEpochMilli() - nowMillis);
    } catch (DateTimeException notADate) {
      return -1;
    }
  }
}
