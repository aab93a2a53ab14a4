package bz.keelbill.radar;

import bz.keelbill.report.CommaFields;
import bz.keelbill.report.NmeaChecksum;
import bz.keelbill.report.Reject.Reason;

/** One sentence of a radar (NMEA 0183), checked and read; what it says is not yet placed. */
sealed interface RadarSentence {

  /** An AIS sentence: another decoder's. */
  record Silent() implements RadarSentence {}

  /**
   * Not taken.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements RadarSentence {}

  /** What the radar thinks of a target. */
  enum Status {
    LOST,
    ACQUIRING,
    TRACKING
  }

  /**
   * What TTM and TLL have in common.
   *
   * @param number 0 to 1023
   * @param status never null
   * @param reference whether it is a fixed mark that the radar measures itself by
   * @param secondOfDay UTC, 0 to below 86,401; NaN unknown
   */
  record Target(int number, Status status, boolean reference, double secondOfDay) {}

  /** A sentence about one target. */
  sealed interface OfTarget extends RadarSentence {
    Target target();

    /** Whether it says where the target is. */
    boolean isPlaced();
  }

  /**
   * TTM: a target by distance and bearing from its radar.
   *
   * @param target which
   * @param units K, N or S; 0 if not said
   * @param place distance and bearing; NaN unknown
   * @param vector speed and course; NaN unknown
   */
  record Ttm(Target target, char units, Polar place, Polar vector) implements OfTarget {
    @Override
    public boolean isPlaced() {
      return !Double.isNaN(place.length) && !Double.isNaN(place.degrees);
    }
  }

  /**
   * TLL: a target by latitude and longitude.
   *
   * @param target which
   * @param latitude degrees north; NaN unknown
   * @param longitude degrees east; NaN unknown
   */
  record Tll(Target target, double latitude, double longitude) implements OfTarget {
    @Override
    public boolean isPlaced() {
      return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }
  }

  /**
   * A length and a direction.
   *
   * @param length in the sentence's units, or units an hour
   * @param degrees 0 to 360
   * @param relative whether to the heading line, not to north
   */
  record Polar(double length, double degrees, boolean relative) {}

  /** The longest line read, bytes. */
  int MAX_BYTES = 1024;

  /** Reads the sentence that begins at {@code start} of a line; never throws. */
  static RadarSentence of(byte[] line, int start) {
    int end = line.length;
    while (end > start && (line[end - 1] == '\r' || line[end - 1] == ' ')) {
      end--;
    }
    if (start < end && line[start] == '!' && !isType(line, start, "TTD")) {
      return new Silent();
    }
    if (end - start < 6) {
      return new Refused(Reason.MALFORMED);
    }
    return switch (NmeaChecksum.check(line, start + 1, end)) {
      case MISSING -> new Refused(Reason.CHECKSUM_MISSING);
      case WRONG -> new Refused(Reason.CHECKSUM);
      case RIGHT -> TargetFields.read(new CommaFields(line, start + 1, end - 3));
    };
  }

  /** Whether the sentence at {@code start} has this type, whoever the talker. */
  static boolean isType(byte[] line, int start, String type) {
    return start + 6 <= line.length
        && line[start + 3] == type.charAt(0)
        && line[start + 4] == type.charAt(1)
        && line[start + 5] == type.charAt(2);
  }
}
