package bz.keelbill.radar;

import bz.keelbill.report.CommaFields;
import bz.keelbill.report.Reject.Reason;

/**
 * The forms that NMEA 0183 sentences share: letters out of a few, angles, times of day. The first
 * thing that is wrong is remembered, so that a table reads all it wants and asks once at the end.
 */
class SentenceFields {
  final CommaFields fields;
  private Reason wrong;

  SentenceFields(CommaFields fields) {
    this.fields = fields;
  }

  /** Why the sentence cannot be taken; null if nothing read so far was wrong. */
  final Reason wrong() {
    return fields.isMalformed() ? Reason.MALFORMED : wrong;
  }

  final void refuse(Reason reason) {
    wrong = reason;
  }

  /** The field's letter, which must be one of these; {@code otherwise} if it is empty. */
  final char oneOf(int field, String letters, char otherwise) {
    char letter = fields.letter(field);
    if (letter == 0) {
      return otherwise;
    }
    if (letters.indexOf(letter) < 0) {
      refuse(Reason.MALFORMED);
    }
    return letter;
  }

  /** Degrees north from ddmm.mmmm with N or S in the next field; NaN if empty. */
  final double latitude(int field) {
    return angle(field, 'N', 'S', 90);
  }

  /** Degrees east from dddmm.mmmm with E or W in the next field; NaN if empty. */
  final double longitude(int field) {
    return angle(field, 'E', 'W', 180);
  }

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
      refuse(Reason.MALFORMED);
    } else if (value < 0 || minutes >= 60 || angle > most) {
      refuse(Reason.OUT_OF_RANGE);
    }
    return hemisphere == negative ? -angle : angle;
  }

  /** Time of day as hhmmss.ss; NaN if it is none, which costs only the time. */
  final double secondOfDay(int field) {
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
