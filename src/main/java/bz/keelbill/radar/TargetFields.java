package bz.keelbill.radar;

import bz.keelbill.radar.RadarSentence.Polar;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.radar.RadarSentence.Status;
import bz.keelbill.radar.RadarSentence.Target;
import bz.keelbill.radar.RadarSentence.Tll;
import bz.keelbill.radar.RadarSentence.Ttm;
import bz.keelbill.report.CommaFields;
import bz.keelbill.report.Reject.Reason;

/**
 * The decode tables of TTM and TLL. Fields count as in the standard, the address being field 0.
 *
 * <p>A target's name is free text: a comma in it pushes the fields behind it, which the place of
 * the status betrays.
 */
final class TargetFields {
  private static final int MAX_TARGET = 1023;

  // TTM, 13 or 15 fields.
  private static final int TTM_SHORTEST = 13;
  private static final int TTM_LONGEST = 15;
  private static final int DISTANCE = 2;
  private static final int BEARING = 3;
  private static final int BEARING_REFERENCE = 4;
  private static final int SPEED = 5;
  private static final int COURSE = 6;
  private static final int COURSE_REFERENCE = 7;
  private static final int UNITS = 10;
  private static final int TTM_STATUS = 12;
  private static final int TTM_TIME = 14;

  // TLL, 5 to 9 fields.
  private static final int TLL_SHORTEST = 5;
  private static final int TLL_LONGEST = 9;
  private static final int LATITUDE = 2;
  private static final int LONGITUDE = 4;
  private static final int TLL_TIME = 7;
  private static final int TLL_STATUS = 8;

  private final CommaFields fields;
  private Reason wrong;

  private TargetFields(CommaFields fields) {
    this.fields = fields;
  }

  static RadarSentence read(CommaFields fields) {
    String address = fields.text(0);
    if (address.length() == 5 && address.endsWith("TTM")) {
      return new TargetFields(fields).ttm();
    }
    return address.length() == 5 && address.endsWith("TLL")
        ? new TargetFields(fields).tll()
        : new Refused(Reason.NOT_USED);
  }

  private RadarSentence ttm() {
    if (fields.count() - 1 < TTM_SHORTEST) {
      return new Refused(Reason.SHORT);
    }
    int shift = shift(TTM_STATUS, TTM_LONGEST);
    Target target = target(TTM_STATUS + shift, TTM_TIME + shift);
    Polar place = polar(DISTANCE, BEARING, BEARING_REFERENCE);
    if (!fields.isEmpty(BEARING) && fields.isEmpty(BEARING_REFERENCE)) {
      wrong = Reason.MALFORMED;
    }
    Polar vector = polar(SPEED, COURSE, COURSE_REFERENCE);
    char units = oneOf(UNITS, "KNS", '\0');
    return wrong() == null ? new Ttm(target, units, place, vector) : new Refused(wrong());
  }

  private RadarSentence tll() {
    if (fields.count() - 1 < TLL_SHORTEST) {
      return new Refused(Reason.SHORT);
    }
    int shift = shift(TLL_STATUS, TLL_LONGEST);
    Target target = target(TLL_STATUS + shift, TLL_TIME + shift);
    double latitude = angle(LATITUDE, 'N', 'S', 90);
    double longitude = angle(LONGITUDE, 'E', 'W', 180);
    return wrong() == null ? new Tll(target, latitude, longitude) : new Refused(wrong());
  }

  private Reason wrong() {
    return fields.isMalformed() ? Reason.MALFORMED : wrong;
  }

  /** How many commas the name holds: the fewest that put a status where it belongs. */
  private int shift(int statusField, int longest) {
    int most = fields.count() - 1 - longest;
    if (most > 0 && isStatus(statusField + most)) {
      return most;
    }
    for (int shift = 0; shift < fields.count() - statusField; shift++) {
      if (isStatus(statusField + shift)) {
        return shift;
      }
    }
    return 0;
  }

  private boolean isStatus(int field) {
    char letter = fields.letter(field);
    return letter == 'L' || letter == 'Q' || letter == 'T';
  }

  private Target target(int statusField, int timeField) {
    double number = fields.decimal(1);
    if (Double.isNaN(number) || number != Math.rint(number)) {
      wrong = Reason.MALFORMED;
    } else if (number < 0 || number > MAX_TARGET) {
      wrong = Reason.OUT_OF_RANGE;
    }
    Status status =
        switch (oneOf(statusField, "LQT", 'T')) {
          case 'L' -> Status.LOST;
          case 'Q' -> Status.ACQUIRING;
          default -> Status.TRACKING;
        };
    boolean reference = fields.letter(statusField + 1) == 'R';
    return new Target((int) number, status, reference, secondOfDay(timeField));
  }

  private char oneOf(int field, String letters, char otherwise) {
    char letter = fields.letter(field);
    if (letter == 0) {
      return otherwise;
    }
    if (letters.indexOf(letter) < 0) {
      wrong = Reason.MALFORMED;
    }
    return letter;
  }

  /** Length and direction; a direction that does not say what it counts from is unknown. */
  private Polar polar(int lengthField, int directionField, int referenceField) {
    double length = fields.decimal(lengthField);
    double degrees = fields.decimal(directionField);
    char reference = oneOf(referenceField, "TR", '\0');
    return new Polar(length, reference == 0 ? Double.NaN : degrees, reference == 'R');
  }

  /** Degrees and minutes as ddmm.mmmm with the hemisphere in the next field; NaN if empty. */
  private double angle(int field, char positive, char negative, int most) {
    double value = fields.decimal(field);
    char hemisphere = oneOf(field + 1, "" + positive + negative, '\0');
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    double degrees = Math.floor(value / 100);
    double minutes = value - degrees * 100;
    double angle = degrees + minutes / 60;
    if (hemisphere == 0) {
      wrong = Reason.MALFORMED;
    } else if (value < 0 || minutes >= 60 || angle > most) {
      wrong = Reason.OUT_OF_RANGE;
    }
    return hemisphere == negative ? -angle : angle;
  }

  /** Time of day as hhmmss.ss; NaN if it is none, which costs only the time. */
  private double secondOfDay(int field) {
    for (int at = 0; at < fields.length(field); at++) {
      byte letter = fields.at(field, at);
      if ((letter < '0' || letter > '9') && (letter != '.' || at != 6)) {
        return Double.NaN;
      }
    }
    if (fields.length(field) < 6 || fields.length(field) > 15) {
      return Double.NaN;
    }
    double value = fields.decimal(field);
    double hours = Math.floor(value / 10_000);
    double minutes = Math.floor(value / 100) - hours * 100;
    double seconds = value - hours * 10_000 - minutes * 100;
    return hours < 24 && minutes < 60 && seconds < 61
        ? hours * 3600 + minutes * 60 + seconds
        : Double.NaN;
  }
}
