package bz.keelbill.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** How long a server asks us to stay away (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
  /** A server that asks for more is asked again after an hour: dates are mistyped. */
  private static final long MOST_MILLIS = 3_600_000;

  private RetryAfter() {}

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
