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
final class TargetFields extends SentenceFields {
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

  TargetFields(CommaFields fields) {
    super(fields);
  }

  RadarSentence ttm() {
    if (fields.count() - 1 < TTM_SHORTEST) {
      return new Refused(Reason.SHORT);
    }
    int shift = shift(TTM_STATUS, TTM_LONGEST);
    Target target = target(TTM_STATUS + shift, TTM_TIME + shift);
    Polar place = polar(DISTANCE, BEARING, BEARING_REFERENCE);
    if (!fields.isEmpty(BEARING) && fields.isEmpty(BEARING_REFERENCE)) {
      refuse(Reason.MALFORMED);
    }
    Polar vector = polar(SPEED, COURSE, COURSE_REFERENCE);
    char units = oneOf(UNITS, "KNS", '\0');
    return wrong() == null
        ? new Ttm(target, units, place, vector, Double.NaN)
        : new Refused(wrong());
  }

  RadarSentence tll() {
    if (fields.count() - 1 < TLL_SHORTEST) {
      return new Refused(Reason.SHORT);
    }
    int shift = shift(TLL_STATUS, TLL_LONGEST);
    Target target = target(TLL_STATUS + shift, TLL_TIME + shift);
    double latitude = latitude(LATITUDE);
    double longitude = longitude(LONGITUDE);
    return wrong() == null ? new Tll(target, latitude, longitude) : new Refused(wrong());
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
      refuse(Reason.MALFORMED);
    } else if (number < 0 || number > MAX_TARGET) {
      refuse(Reason.OUT_OF_RANGE);
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

  /** Length and direction; a direction that does not say what it counts from is unknown. */
  private Polar polar(int lengthField, int directionField, int referenceField) {
    double length = fields.decimal(lengthField);
    double degrees = fields.decimal(directionField);
    char reference = oneOf(referenceField, "TR", '\0');
    return new Polar(length, reference == 0 ? Double.NaN : degrees, reference == 'R');
  }
}
