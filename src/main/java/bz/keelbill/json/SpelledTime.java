package bz.keelbill.json;

import bz.keelbill.ais.AisMessage;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as the services on the network write them: Go's {@code 2024-07-30 06:17:43.375540658 +0000
 * UTC}, {@code 2021-07-09 08:06:53 GMT}, or Unix seconds.
 */
final class SpelledTime {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?"
              + "(?:\\s?([+-])(\\d\\d):?(\\d\\d))?(?:\\s.*|Z)?");

  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
  private static final int LONGEST = 80;

  private SpelledTime() {}

  /** Unix milliseconds, or {@link AisMessage#NO_TIME}; without a zone it is UTC. */
  static long millis(String text) {
    if (text == null || text.length() > LONGEST) {
      return AisMessage.NO_TIME;
    }
    if (isUnix(text)) {
      long seconds = Long.parseLong(text);
      return seconds == 0 ? AisMessage.NO_TIME : seconds * 1000;
    }
    Matcher date = DATE.matcher(text);
    return date.matches() ? millis(date) : AisMessage.NO_TIME;
  }

  /** Whether a time is written as Unix seconds. */
  static boolean isUnix(String text) {
    return text != null && SECONDS.matcher(text).matches();
  }

  private static long millis(Matcher date) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(date, 1),
              number(date, 2),
              number(date, 3),
              number(date, 4),
              number(date, 5),
              number(date, 6));
      long millis = local.toInstant(offset(date)).toEpochMilli();
      return millis + fractionMillis(date.group(7));
    } catch (DateTimeException noSuchTime) {
      return AisMessage.NO_TIME;
    }
  }

  private static ZoneOffset offset(Matcher date) {
    if (date.group(8) == null) {
      return ZoneOffset.UTC;
    }
    int sign = date.group(8).equals("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * number(date, 9), sign * number(date, 10));
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  private static int fractionMillis(String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
  }
}
