package bz.keelbill.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * Reads the members of one JSON object and complains about bad ones; a member that is missing or
 * null has its default. One thread.
 */
final class Members {
  private final JsonNode object;
  private final String at;
  private final Complaints complaints;

  /** With the object's own place, as {@code properties}. */
  Members(JsonNode object, String at, Complaints complaints) {
    this.object = object;
    this.at = at;
    this.complaints = complaints;
  }

  boolean has(String member) {
    return object.hasNonNull(member);
  }

  /** A line of text, trimmed; the default if missing or bad. */
  String text(String member, int longest, String byDefault) {
    if (!has(member)) {
      return byDefault;
    }
    JsonNode node = object.get(member);
    String text = node.asText().strip();
    if (!node.isTextual() || text.isEmpty()) {
      return refuse(member, "must be a text", byDefault);
    }
    if (text.length() > longest) {
      return refuse(member, "has more than " + longest + " characters", byDefault);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      return refuse(member, "holds a control character", byDefault);
    }
    return text;
  }

  /** A number within a range; NaN if missing or bad. */
  double number(String member, double min, double max) {
    if (!has(member)) {
      return Double.NaN;
    }
    JsonNode node = object.get(member);
    double value = node.doubleValue();
    if (!node.isNumber() || !(value >= min && value <= max)) {
      return refuse(
          member, "must be a number from " + whole(min) + " to " + whole(max), Double.NaN);
    }
    return value;
  }

  private static String whole(double value) {
    return String.valueOf((long) value);
  }

  /** A time of day, {@code 18:00}; {@code 24:00} is midnight; null if missing or bad. */
  LocalTime time(String member) {
    String text = text(member, 12, null);
    try {
      return text == null || text.equals("24:00") ? midnight(text) : LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      return refuse(member, "must be a time of day such as \"18:00\"", null);
    }
  }

  private static LocalTime midnight(String text) {
    return text == null ? null : LocalTime.MIDNIGHT;
  }

  /** A time zone; the default if missing or bad. */
  ZoneId zone(String member, ZoneId byDefault) {
    String text = text(member, 60, null);
    try {
      return text == null ? byDefault : ZoneId.of(text);
    } catch (DateTimeException e) {
      return refuse(member, "must be a time zone such as \"America/Belize\"", byDefault);
    }
  }

  /**
   * A moment, {@code 2026-11-23T06:00:00Z}, or the beginning of a local day, {@code 2026-11-23}, in
   * Unix milliseconds; the default if missing or bad.
   *
   * @param daysAfter added to a day: 1 for the end of the day
   */
  long moment(String member, ZoneId zone, int daysAfter, long byDefault) {
    String text = text(member, 40, null);
    if (text == null) {
      return byDefault;
    }
    try {
      Instant instant =
          text.length() == 10
              ? LocalDate.parse(text).plusDays(daysAfter).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return instant.toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      String wanted = "must be a day such as \"2026-11-23\" or a moment such as ";
      return refuse(member, wanted + "\"2026-11-23T06:00:00Z\"", byDefault);
    }
  }

  /** Complains about a member and gives the default. */
  <T> T refuse(String member, String reason, T byDefault) {
    complaints.add(at + '.' + member, reason);
    return byDefault;
  }
}
