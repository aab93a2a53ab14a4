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
   * A moment as people write it: hhmm or hh:mm, the one from six hours before another moment on; or
   * a date and a time, as 2026-11-23T14:30Z, with an offset perhaps, UTC without one.
   *
   * @return Unix time in milliseconds, or null if it is none of these
   */
  static Long read(String text, long near) {
    String hhmm = text.length() == 5 && text.charAt(2) == ':' ? text.replace(":", "") : text;
    if (hhmm.length() == 4) {
      Integer minutes = AtsMessage.minutes(hhmm, true);
      return minutes == null ? null : Long.valueOf(next(minutes, near - DAY_MILLIS / 4));
    }
    return text.length() >= 16 && text.length() <= 35 ? dated(text) : null;
  }

  private static Long dated(String text) {
    boolean right =
        Letters.areDigits(text, 0, 4)
            && text.charAt(4) == '-'
            && Letters.areDigits(text, 5, 7)
            && text.charAt(7) == '-'
            && Letters.areDigits(text, 8, 10)
            && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
            && text.charAt(13) == ':';
    Long day =
        right
            ? day(
                Letters.number(text, 0, 4), Letters.number(text, 5, 7), Letters.number(text, 8, 10))
            : null;
    Integer minutes =
        right ? AtsMessage.minutes(text.substring(11, 13) + text.substring(14, 16), true) : null;
    int zone = seconds(text);
    Integer east = zone < 0 ? null : offset(text.substring(zone));
    return day == null || minutes == null || east == null
        ? null
        : Long.valueOf(day * DAY_MILLIS + (minutes - east) * MINUTE_MILLIS);
  }

  /** Where the offset begins, behind seconds that are passed over; −1 if they are none. */
  private static int seconds(String text) {
    int at = 16;
    if (at < text.length() && text.charAt(at) == ':') {
      at += 3;
      if (!Letters.areDigits(text, 17, 19)) {
        return -1;
      }
      if (at < text.length() && text.charAt(at) == '.') {
        at++;
        while (at < text.length() && Letters.isDigit(text.charAt(at))) {
          at++;
        }
      }
    }
    return at;
  }

  /** Minutes east of "", "Z", "+02:00" or "-0600"; null if it is none. */
  private static Integer offset(String text) {
    if (text.isEmpty() || text.equals("Z") || text.equals("z")) {
      return 0;
    }
    String hhmm = text.length() == 6 ? text.substring(1).replace(":", "") : text.substring(1);
    Integer minutes = AtsMessage.minutes(hhmm, true);
    boolean signed = text.charAt(0) == '+' || text.charAt(0) == '-';
    return minutes == null || !signed
        ? null
        : Integer.valueOf(text.charAt(0) == '-' ? -minutes : minutes);
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
