package bz.keelbill.json;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fields of one aircraft. A field that is absent is unknown; one that is no value of its
 * kind or out of range is unknown too, and remembered as a fault: the rest of the aircraft stands.
 */
final class FieldReading {
  private static final Pattern CALLSIGN = Pattern.compile("[A-Z0-9][A-Z0-9 ]{0,7}");
  private static final Pattern SQUAWK = Pattern.compile("[0-7]{4}");
  private static final Pattern MARK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .+-]{0,9}");
  private static final Pattern ADDRESS = Pattern.compile("(~?)([0-9A-Fa-f]{6})");

  private final List<Reject.Reason> faults = new ArrayList<>(0);

  /** What was refused, field for field. */
  List<Reject.Reason> faults() {
    return faults;
  }

  /** A number between two bounds; NaN if there is none. */
  double number(JsonNode field, double least, double most) {
    return number(field, 1, least, most);
  }

  /** A number in another unit, brought to ours; the bounds are in ours. NaN if there is none. */
  double number(JsonNode field, double factor, double least, double most) {
    if (isAbsent(field)) {
      return Double.NaN;
    }
    if (!field.isNumber()) {
      faults.add(Reject.Reason.MALFORMED);
      return Double.NaN;
    }
    double value = field.doubleValue() * factor;
    if (value >= least && value <= most) {
      return value;
    }
    faults.add(Reject.Reason.OUT_OF_RANGE);
    return Double.NaN;
  }

  /** A direction, 0 to below 360 degrees; NaN if there is none. */
  double degrees(JsonNode field) {
    double value = number(field, 0, 360);
    return value == 360 ? 0 : value;
  }

  /** Seconds as milliseconds, negative ones as none: what a clock of tenths makes of "just now". */
  long ageMillis(JsonNode field, long otherwise, double mostSeconds) {
    double seconds = number(field, -mostSeconds, mostSeconds);
    return Double.isNaN(seconds) ? otherwise : Math.max(0, Math.round(seconds * 1000));
  }

  /** A word; null if there is none. */
  String text(JsonNode field) {
    if (isAbsent(field)) {
      return null;
    }
    if (!field.isTextual()) {
      faults.add(Reject.Reason.MALFORMED);
      return null;
    }
    String text = field.textValue().strip();
    return text.isEmpty() ? null : text;
  }

  /** Letters, digits and inner blanks, 1 to 8 without the padding; null if there is none. */
  String callsign(JsonNode field) {
    return matching(field, CALLSIGN);
  }

  /** Four octal digits; null if there are none. */
  String squawk(JsonNode field) {
    return matching(field, SQUAWK);
  }

  /** A registration or a type designator as a data base has it; null if there is none. */
  String mark(JsonNode field) {
    return matching(field, MARK);
  }

  private String matching(JsonNode field, Pattern pattern) {
    String text = text(field);
    if (text == null || pattern.matcher(text).matches()) {
      return text;
    }
    faults.add(Reject.Reason.MALFORMED);
    return null;
  }

  /**
   * An address of six hexadecimal digits, after a '~' one that was made up; null if it is none or
   * one that no aircraft has, which is a fault.
   */
  ContactId.Icao24 address(JsonNode field) {
    Matcher text = ADDRESS.matcher(field.isTextual() ? field.textValue().strip() : "");
    if (!text.matches()) {
      faults.add(Reject.Reason.MALFORMED);
      return null;
    }
    int address = Integer.parseInt(text.group(2), 16);
    if (address == 0 || address == 0xFFFFFF) {
      faults.add(Reject.Reason.OUT_OF_RANGE);
      return null;
    }
    return new ContactId.Icao24(address, text.group(1).isEmpty());
  }

  static boolean isAbsent(JsonNode field) {
    return field.isMissingNode() || field.isNull();
  }
}
