package bz.keelbill.sighting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people tell them. Without a zone they are Belize's, with a Z universal time; without a
 * day the last such time is meant.
 */
final class ToldTime {
  static final ZoneId BELIZE = ZoneId.of("America/Belize");

  /** A clock may be that much ahead of ours. */
  static final long AHEAD_MILLIS = 10 * 60_000L;

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]", Locale.ROOT);

  private static final Pattern AGO =
      Pattern.compile(
          "\\b(?:(\\d{1,3})|(half) an|an?)\\s*(min(?:ute)?s?|hours?|hrs?|h)\\s+ago\\b"
              + "|\\bhace\\s+(?:unos\\s+)?(?:(\\d{1,3})|(media)|una?)\\s*(min(?:uto)?s?|horas?|h)\\b");
  private static final Pattern NOW = Pattern.compile("\\b(?:right now|just now|now|ahora)\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:\\b(\\d{4}-\\d{2}-\\d{2})[t ]+|\\b(yesterday|ayer)[, ]+)?"
              + "(?:\\b(?:at|a las)\\s+)?(?<![\\d.:/-])"
              + "(?:([01]\\d|2[0-3])[:h]?([0-5]\\d)|(\\d):([0-5]\\d)|(1[0-2]|0?[1-9])(?=\\s?[ap]\\.?m\\b))"
              + "(?::[0-5]\\d)?\\s?(z\\b|utc\\b|gmt\\b|[ap]\\.?m\\b\\.?|hrs?\\b|horas\\b|local\\b)?"
              + "(?![\\d:'\u00b0]|\\.\\d|-\\d)"
              + "(?!\\s*(?:kn|kts?|knots|nudos|nds|hp|cv|caballos|horse|nm|mn|m|km|mi|ft|feet|pies"
              + "|metres|meters|metros|miles|millas|people|persons?|personas?|men|boats|kg|deg)\\b)");

  private ToldTime() {}

  /**
   * Times found in a text.
   *
   * @param spans where each stands, from and to before
   * @param millis each, Unix milliseconds
   */
  record Found(List<int[]> spans, List<Long> millis) {}

  /** All times in a folded text, as told at a moment. */
  static Found in(String folded, long nowMillis) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    Matcher ago = AGO.matcher(folded);
    while (ago.find()) {
      add(found, ago, nowMillis - agoMillis(ago));
    }
    Matcher now = NOW.matcher(folded);
    while (now.find()) {
      add(found, now, nowMillis);
    }
    Matcher clock = CLOCK.matcher(folded);
    while (clock.find()) {
      Long at = clock(clock, nowMillis);
      if (at != null) {
        add(found, clock, at);
      }
    }
    return found;
  }

  private static void add(Found found, Matcher at, long millis) {
    found.spans().add(new int[] {at.start(), at.end()});
    found.millis().add(millis);
  }

  private static long agoMillis(Matcher ago) {
    int first = ago.group(3) == null ? 4 : 1;
    boolean isHalf = ago.group(first + 1) != null;
    long unit = ago.group(first + 2).startsWith("m") ? 60_000L : 3_600_000L;
    long number = ago.group(first) == null ? 1 : Long.parseLong(ago.group(first));
    return isHalf ? unit / 2 : number * unit;
  }

  private static Long clock(Matcher at, long nowMillis) {
    String suffix = at.group(8) == null ? "" : at.group(8).replace(".", "");
    boolean isHalfDay = suffix.endsWith("m") && suffix.length() == 2;
    int hour = Integer.parseInt(first(at.group(3), at.group(5), at.group(7)));
    int minute = Integer.parseInt(first(at.group(4), at.group(6), "0"));
    if (isHalfDay) {
      hour = hour > 12 ? hour : hour % 12 + (suffix.startsWith("p") ? 12 : 0);
    }
    boolean isUniversal = suffix.equals("z") || suffix.equals("utc") || suffix.equals("gmt");
    ZoneId zone = isUniversal ? ZoneOffset.UTC : BELIZE;
    try {
      LocalTime time = LocalTime.of(hour, minute);
      if (at.group(1) != null) {
        return LocalDate.parse(at.group(1)).atTime(time).atZone(zone).toInstant().toEpochMilli();
      }
      long last = last(time, zone, nowMillis);
      boolean isYesterday = at.group(2) != null;
      return isYesterday ? dayBefore(time, zone, nowMillis) : last;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static String first(String one, String other, String third) {
    return one != null ? one : other != null ? other : third;
  }

  /** The last such time of day that is not ahead of now. */
  private static long last(LocalTime time, ZoneId zone, long nowMillis) {
    LocalDate today = Instant.ofEpochMilli(nowMillis + AHEAD_MILLIS).atZone(zone).toLocalDate();
    long at = today.atTime(time).atZone(zone).toInstant().toEpochMilli();
    return at <= nowMillis + AHEAD_MILLIS
        ? at
        : today.minusDays(1).atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  private static long dayBefore(LocalTime time, ZoneId zone, long nowMillis) {
    LocalDate today = Instant.ofEpochMilli(nowMillis).atZone(zone).toLocalDate();
    return today.minusDays(1).atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  /** A cell's time: with date, with a zone or without; null if it is none. */
  static Long ofCell(String cell) {
    String text = cell.strip();
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException withoutZone) {
      // Below.
    }
    boolean isUniversal = text.endsWith("Z") || text.endsWith("z");
    try {
      String plain = isUniversal ? text.substring(0, text.length() - 1).strip() : text;
      LocalDateTime time = LocalDateTime.parse(plain, DAY_AND_TIME);
      ZoneId zone = isUniversal ? ZoneOffset.UTC : BELIZE;
      return time.atZone(zone).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException noTime) {
      return null;
    }
  }
}
