package bz.keelbill.radar;

import bz.keelbill.geo.Position;
import bz.keelbill.radar.RadarSentence.OwnShip;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.report.CommaFields;
import bz.keelbill.report.Reject.Reason;

/**
 * The decode tables of what a ship says of itself: OSD, HDT and THS where it points, RMC, GGA and
 * GLL where it is. What the instrument itself calls invalid, estimated, manual or simulated is not
 * taken.
 */
final class OwnShipFields extends SentenceFields {
  private static final int GGA_ESTIMATED = 6;

  OwnShipFields(CommaFields fields) {
    super(fields);
  }

  /** Heading, validity A. */
  RadarSentence osd() {
    return fields.letter(2) == 'A' ? heading() : notValid(2);
  }

  /** Heading, T. */
  RadarSentence hdt() {
    return fields.letter(2) == 'T' ? heading() : notValid(2);
  }

  /** Heading, mode A: autonomous. */
  RadarSentence ths() {
    return fields.letter(2) == 'A' ? heading() : notValid(2);
  }

  private RadarSentence heading() {
    double degrees = fields.decimal(1);
    if (fields.isMalformed()) {
      return new Refused(Reason.MALFORMED);
    }
    return degrees >= 0 && degrees <= 360
        ? new OwnShip(null, Double.NaN, Double.NaN, degrees % 360)
        : new Refused(Double.isNaN(degrees) ? Reason.NOT_USED : Reason.OUT_OF_RANGE);
  }

  /** Time, status, position, speed, course, date, variation, and since version 2.3 a mode. */
  RadarSentence rmc() {
    return fields.letter(2) == 'A' && isMeasured(12)
        ? position(3, 5, fields.decimal(7), fields.decimal(8))
        : notValid(2);
  }

  /** Position, time, status, and since version 2.3 a mode. */
  RadarSentence gll() {
    return fields.letter(6) == 'A' && isMeasured(7)
        ? position(1, 3, Double.NaN, Double.NaN)
        : notValid(6);
  }

  /** Time, position, and how it was found: 0 not at all, 1 to 5 by satellites, 6 to 8 not so. */
  RadarSentence gga() {
    double quality = fields.decimal(6);
    return quality >= 1 && quality < GGA_ESTIMATED
        ? position(2, 4, Double.NaN, Double.NaN)
        : notValid(6);
  }

  private boolean isMeasured(int modeField) {
    char mode = fields.letter(modeField);
    return mode == 0 || "ADRFP".indexOf(mode) >= 0;
  }

  /** What a sentence is refused for that does not say that it is valid. */
  private RadarSentence notValid(int field) {
    return new Refused(fields.isEmpty(field) ? Reason.SHORT : Reason.INVALID);
  }

  private RadarSentence position(
      int latitudeField, int longitudeField, double speed, double course) {
    double latitude = latitude(latitudeField);
    double longitude = longitude(longitudeField);
    if (wrong() != null) {
      return new Refused(wrong());
    }
    if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
      return new Refused(Reason.NOT_USED);
    }
    if (latitude == 0 && longitude == 0) {
      return new Refused(Reason.OUT_OF_RANGE);
    }
    boolean moves = speed >= 0 && speed <= 100 && course >= 0 && course <= 360;
    return new OwnShip(
        new Position(latitude, longitude),
        moves ? speed : Double.NaN,
        moves ? course : Double.NaN,
        Double.NaN);
  }
}
