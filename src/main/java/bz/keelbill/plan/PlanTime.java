package bz.keelbill.plan;

import bz.keelbill.report.PlanMessage.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts days to the hours and minutes of flight plan messages; all UTC. */
final class PlanTime {
  static final long MINUTE_MILLIS = 60_000;
  static final long DAY_MILLIS = 86_400_000;

  private static final long LATE_DEPARTURE_MILLIS = 30 * MINUTE_MILLIS;
  private static final Pattern ORIGIN =
      Pattern.compile("(?<![A-Z0-9/])(\\d{2})(\\d{2})(\\d{2})[ \\t]{1,9}[A-Z]{8}(?![A-Z0-9])");

  private PlanTime() {}

  /** Days since 1970, or null if there is no such day. */
  static Long day(int year, int month, int day) {
    boolean real =
        month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Long.valueOf(LocalDate.of(year, month, day).toEpochDay()) : null;
  }

  /** The first moment at or after {@code from} with this time of day. */
  static long next(int minutes, long from) {
    long passed = Math.floorMod(minutes * MINUTE_MILLIS - from, DAY_MILLIS);
    return from + passed;
  }

  /** The moment with this time of day nearest to another. */
  static long nearest(int minutes, long to) {
    return next(minutes, to - DAY_MILLIS / 2);
  }

  /** A moment moved by whole days to be nearest to another. */
  static long sameTimeNear(long millis, long to) {
    return millis + Math.floorDiv(to - millis + DAY_MILLIS / 2, DAY_MILLIS) * DAY_MILLIS;
  }

  /** The off-block time of a message that gives no day, seen from about when it was sent. */
  static long offBlock(Type type, int minutes, long sentAtMillis) {
    return switch (type) {
      case FPL, DLA, CLEARANCE -> next(minutes, sentAtMillis);
      case CHG, CNL -> nearest(minutes, sentAtMillis);
      case DEP, ARR -> next(minutes, sentAtMillis + LATE_DEPARTURE_MILLIS) - DAY_MILLIS;
    };
  }

  /**
   * When a message was filed: the {@code ddhhmm} of the envelope's origin line, in the month that
   * brings it nearest to another moment.
   *
   * @return Unix time in milliseconds, or null if the envelope has no origin line
   */
  static Long filed(String envelope, long near) {
    Matcher matcher = ORIGIN.matcher(envelope);
    Long filed = null;
    while (matcher.find()) {
      int day = Integer.parseInt(matcher.group(1));
      Integer minutes = AtsMessage.minutes(matcher.group(2) + matcher.group(3), true);
      Long dated = minutes == null ? null : nearestMonth(day, minutes, near);
      filed = dated == null ? filed : dated;
    }
    return filed;
  }

  private static Long nearestMonth(int day, int minutes, long near) {
    YearMonth middle = YearMonth.from(LocalDate.ofEpochDay(Math.floorDiv(near, DAY_MILLIS)));
    Long best = null;
    for (int offset = -2; offset <= 2; offset++) {
      YearMonth month = middle.plusMonths(offset);
      if (day >= 1 && day <= month.lengthOfMonth()) {
        long at = month.atDay(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1000;
        at += minutes * MINUTE_MILLIS;
        best =
            best == null || Math.abs(at - near) < Math.abs(best - near) ? Long.valueOf(at) : best;
      }
    }
    return best;
  }
}
