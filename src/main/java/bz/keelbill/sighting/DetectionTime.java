package bz.keelbill.sighting;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of satellite detections in the forms that tables have: a date and time with a blank or
 * T between, with a zone or in that of the feed; or seconds or milliseconds since 1970.
 */
final class DetectionTime {
  private static final long FIRST_MILLIS = 946_684_800_000L; // The year 2000.
  private static final long LAST_MILLIS = 4_102_444_800_000L; // The year 2100.
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final Pattern SCENE = Pattern.compile("_(\\d{8})T(\\d{6})(?=[_.]|$)");

  private DetectionTime() {}

  /** Unix milliseconds; {@code Long.MIN_VALUE} if it is no time of this century. */
  static long of(String text, ZoneId zone) {
    long at = text.indexOf('-', 1) > 0 ? dated(text, zone) : counted(text);
    return at >= FIRST_MILLIS && at < LAST_MILLIS ? at : Long.MIN_VALUE;
  }

  /**
   * When a Sentinel picture's name says that it was begun; {@code Long.MIN_VALUE} if it does not.
   */
  static long ofScene(String scene) {
    Matcher found = SCENE.matcher(scene);
    if (!found.find()) {
      return Long.MIN_VALUE;
    }
    String day = found.group(1);
    String time = found.group(2);
    return of(
        day.substring(0, 4)
            + "-"
            + day.substring(4, 6)
            + "-"
            + day.substring(6)
            + "T"
            + time.substring(0, 2)
            + ":"
            + time.substring(2, 4)
            + ":"
            + time.substring(4),
        ZoneOffset.UTC);
  }

  private static long counted(String text) {
    int end = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    long number = digits(text, 0, end);
    boolean isWhole = end > 8 && end <= 13 && number >= 0;
    boolean isFraction = end == text.length() || digits(text, end + 1, text.length()) >= 0;
    if (!isWhole || !isFraction) {
      return Long.MIN_VALUE;
    }
    return number >= MILLIS_FROM ? number : number * 1_000;
  }

  /** As 2026-11-23T12:00:00.123456Z, its seconds and all behind them optional. */
  private static long dated(String text, ZoneId zone) {
    boolean isShaped =
        text.length() >= 16
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
            && text.charAt(13) == ':';
    if (!isShaped) {
      return Long.MIN_VALUE;
    }
    boolean hasSeconds = text.length() >= 19 && text.charAt(16) == ':';
    long seconds = hasSeconds ? digits(text, 17, 19) : 0;
    int end = hasSeconds ? 19 : 16;
    long millis = 0;
    if (hasSeconds && end < text.length() && text.charAt(end) == '.') {
      int from = ++end;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      millis = millis(text, from, end);
    }
    try {
      ZoneId said = zone(text.substring(end).strip(), zone);
      LocalDateTime time =
          LocalDateTime.of(
              (int) digits(text, 0, 4),
              (int) digits(text, 5, 7),
              (int) digits(text, 8, 10),
              (int) digits(text, 11, 13),
              (int) digits(text, 14, 16),
              (int) seconds);
      return time.atZone(said).toEpochSecond() * 1_000 + millis;
    } catch (DateTimeException noTime) {
      return Long.MIN_VALUE;
    }
  }

  private static ZoneId zone(String text, ZoneId otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    boolean isUniversal = text.equals("Z") || text.equals("UTC") || text.equals("GMT");
    return isUniversal ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static long millis(String text, int from, int to) {
    long value = digits(text, from, Math.min(to, from + 3));
    for (int missing = to - from; missing < 3; missing++) {
      value *= 10;
    }
    return Math.max(0, value);
  }

  /** −1 if there is anything but digits, or nothing, or more than a long holds. */
  private static long digits(String text, int from, int to) {
    if (from >= to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int at = from; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
