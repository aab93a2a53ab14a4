package bz.keelbill.adsb;

import bz.keelbill.geo.Position;
import bz.keelbill.report.CommaFields;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Reject.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;

/** The decode table of SBS-1: which field holds what, in which form and range. */
final class SbsFields {
  // Places counted from 0; the format's own description counts from 1.
  private static final int KIND = 0;
  private static final int SUBTYPE = 1;
  private static final int ADDRESS = 4;
  private static final int GENERATED = 6;
  private static final int LOGGED = 8;
  private static final int CALLSIGN = 10;
  private static final int ALTITUDE = 11;
  private static final int SPEED = 12;
  private static final int TRACK = 13;
  private static final int LATITUDE = 14;
  private static final int LONGITUDE = 15;
  private static final int VERTICAL_RATE = 16;
  private static final int SQUAWK = 17;
  private static final int EMERGENCY = 19;
  private static final int ON_GROUND = 21;

  private static final int MIN_FIELDS = 10;
  private static final int SURFACE_POSITION = 2;

  // What Mode S can code: Gillham altitudes to 126,750 ft, supersonic velocities, 9-bit rates.
  private static final double MIN_ALTITUDE_FEET = -2_000;
  private static final double MAX_ALTITUDE_FEET = 127_000;
  private static final double MAX_SPEED_KNOTS = 5_800;
  private static final double MAX_RATE_FEET_PER_MINUTE = 33_000;

  private final CommaFields fields;
  private boolean outOfRange;

  private SbsFields(CommaFields fields) {
    this.fields = fields;
  }

  static SbsLine read(CommaFields fields) {
    return new SbsFields(fields).line();
  }

  private SbsLine line() {
    return switch (fields.text(KIND)) {
      case "MSG" -> fields.count() < MIN_FIELDS ? refused(Reason.SHORT) : message(subtype());
      case "ID" -> fields.count() <= CALLSIGN ? refused(Reason.SHORT) : message(0);
      case "SEL", "AIR", "STA", "CLK" -> refused(Reason.NOT_USED);
      default -> refused(Reason.MALFORMED);
    };
  }

  private static SbsLine refused(Reason reason) {
    return new SbsLine.Refused(reason);
  }

  private int subtype() {
    char digit = fields.letter(SUBTYPE);
    return digit >= '1' && digit <= '8' ? digit - '0' : -1;
  }

  private SbsLine message(int subtype) {
    if (subtype < 0) {
      return refused(Reason.UNKNOWN_TYPE);
    }
    ContactId.Icao24 contact = contact();
    if (contact == null) {
      return refused(Reason.MALFORMED);
    }
    if (contact.address() == 0 || contact.address() == 0xFFFFFF) {
      return refused(Reason.OUT_OF_RANGE);
    }
    FlightMessage flight = flight(subtype, contact);
    if (fields.isMalformed() || outOfRange) {
      return refused(fields.isMalformed() ? Reason.MALFORMED : Reason.OUT_OF_RANGE);
    }
    return new SbsLine.Message(subtype, time(), flight);
  }

  private ContactId.Icao24 contact() {
    boolean assigned = fields.isEmpty(ADDRESS) || fields.at(ADDRESS, 0) != '~';
    int from = assigned ? 0 : 1;
    if (fields.length(ADDRESS) - from != 6) {
      return null;
    }
    int address = 0;
    for (int at = from; at < from + 6; at++) {
      int digit = Character.digit(fields.at(ADDRESS, at), 16);
      if (digit < 0) {
        return null;
      }
      address = address << 4 | digit;
    }
    return new ContactId.Icao24(address, assigned);
  }

  private FlightMessage flight(int subtype, ContactId.Icao24 contact) {
    String squawk = squawk();
    if (subtype == 0) {
      return new FlightMessage(
          contact, callsign(), null, null, null, null, Fix.Motion.UNKNOWN, unknownHeight());
    }
    return new FlightMessage(
        contact,
        callsign(),
        squawk,
        emergency(squawk),
        null,
        position(),
        motion(),
        height(subtype));
  }

  private String callsign() {
    int length = fields.length(CALLSIGN);
    for (int at = 0; at < length; at++) {
      byte letter = fields.at(CALLSIGN, at);
      boolean allowed = letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
      if (!allowed && letter != ' ') {
        return null;
      }
    }
    return length == 0 || length > 8 ? null : fields.text(CALLSIGN);
  }

  private String squawk() {
    boolean octal = fields.length(SQUAWK) == 4;
    for (int at = 0; octal && at < 4; at++) {
      octal = fields.at(SQUAWK, at) >= '0' && fields.at(SQUAWK, at) <= '7';
    }
    return octal ? fields.text(SQUAWK) : null;
  }

  /** Receivers raise the flag for the three emergency squawks; the squawk says which it is. */
  private Emergency emergency(String squawk) {
    Boolean flag = flag(EMERGENCY);
    if (flag == null || !flag) {
      return flag == null ? null : Emergency.NONE;
    }
    return emergencyOf(squawk == null ? "" : squawk);
  }

  /** Which emergency a squawk stands for, once it is known to stand for one. */
  static Emergency emergencyOf(String squawk) {
    return switch (squawk) {
      case "7500" -> Emergency.UNLAWFUL;
      case "7600" -> Emergency.NO_RADIO;
      default -> Emergency.GENERAL;
    };
  }

  /** Some senders write 0,0 for "none": no aircraft of ours is there. */
  private Position position() {
    double latitude = fields.decimal(LATITUDE);
    double longitude = fields.decimal(LONGITUDE);
    if (Double.isNaN(latitude) || Double.isNaN(longitude) || latitude == 0 && longitude == 0) {
      return null;
    }
    if (!Position.isValid(latitude, longitude)) {
      outOfRange = true;
      return null;
    }
    return new Position(latitude, longitude);
  }

  private Fix.Motion motion() {
    double speedKnots = within(fields.decimal(SPEED), 0, MAX_SPEED_KNOTS);
    double trackDegrees = within(fields.decimal(TRACK), 0, 360);
    return new Fix.Motion(speedKnots, trackDegrees == 360 ? 0 : trackDegrees, Double.NaN);
  }

  private Fix.Height height(int subtype) {
    int length = fields.length(ALTITUDE);
    boolean geometric = length > 0 && fields.at(ALTITUDE, length - 1) == 'H';
    double altitudeFeet =
        within(
            fields.decimal(ALTITUDE, geometric ? length - 1 : length),
            MIN_ALTITUDE_FEET,
            MAX_ALTITUDE_FEET);
    double rate =
        within(fields.decimal(VERTICAL_RATE), -MAX_RATE_FEET_PER_MINUTE, MAX_RATE_FEET_PER_MINUTE);
    Boolean flag = flag(ON_GROUND);
    Boolean onGround = flag == null && subtype == SURFACE_POSITION ? Boolean.TRUE : flag;
    return new Fix.Height(altitudeFeet, geometric, rate, onGround);
  }

  private static Fix.Height unknownHeight() {
    return new Fix.Height(Double.NaN, false, Double.NaN, null);
  }

  private double within(double value, double least, double most) {
    outOfRange |= value < least || value > most;
    return value;
  }

  private Boolean flag(int index) {
    if (fields.is(index, "-1") || fields.is(index, "1")) {
      return Boolean.TRUE;
    }
    return fields.is(index, "0") ? Boolean.FALSE : null;
  }

  private LocalDateTime time() {
    LocalDateTime generated = time(GENERATED);
    return generated == null ? time(LOGGED) : generated;
  }

  /** Date {@code YYYY/MM/DD} and, in the next field, time {@code HH:MM:SS.mmm}; null if not so. */
  private LocalDateTime time(int index) {
    LocalDate date = date(index);
    LocalTime time = timeOfDay(index + 1);
    return date == null || time == null ? null : date.atTime(time);
  }

  private LocalDate date(int index) {
    if (fields.length(index) != 10) {
      return null;
    }
    int year = digits(index, 0, 4);
    int month = digits(index, 5, 2);
    int day = digits(index, 8, 2);
    boolean real =
        year >= 1970
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? LocalDate.of(year, month, day) : null;
  }

  private LocalTime timeOfDay(int index) {
    int length = fields.length(index);
    if (length < 8 || length == 9 || length > 18) {
      return null;
    }
    int hour = digits(index, 0, 2);
    int minute = digits(index, 3, 2);
    int second = digits(index, 6, 2);
    int fraction = length == 8 ? 0 : digits(index, 9, length - 9);
    boolean real =
        hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
    if (!real || fraction < 0) {
      return null;
    }
    int nanos = fraction;
    for (int places = length == 8 ? 9 : length - 9; places < 9; places++) {
      nanos *= 10;
    }
    return LocalTime.of(hour, minute, second, nanos);
  }

  /** Digits at a place of a field as a number, −1 if one of them is none. */
  private int digits(int index, int from, int count) {
    int number = 0;
    for (int at = from; at < from + count; at++) {
      int digit = fields.at(index, at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
