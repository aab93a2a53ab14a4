package bz.keelbill.radar;

import bz.keelbill.geo.Position;
import bz.keelbill.report.CommaFields;
import bz.keelbill.report.NmeaChecksum;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.Scan;
import java.util.List;

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
   * What the sentences about targets have in common.
   *
   * @param number 0 to 1023
   * @param status never null
   * @param reference whether it is a fixed mark that the radar measures itself by, or a test
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
   * @param headingDegrees where its bow points, true; NaN unknown
   */
  record Ttm(Target target, char units, Polar place, Polar vector, double headingDegrees)
      implements OfTarget {
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
   * TTD: several targets at once.
   *
   * @param targets each as TTM would say it
   * @param cut whether the last one is not whole
   */
  record Ttd(List<Ttm> targets, boolean cut) implements RadarSentence {}

  /** TLB: what the radar's operator calls some targets. */
  record Labels(List<Label> labels) implements RadarSentence {}

  /**
   * A target's name.
   *
   * @param number 0 to 1023
   * @param text free text; empty if it has none any more
   */
  record Label(int number, String text) {}

  /**
   * What a radar's own ship says of itself (OSD, HDT, THS, RMC, GGA, GLL).
   *
   * @param position null if it is not said
   * @param speedKnots over ground; NaN unknown
   * @param courseDegrees over ground, true; NaN unknown
   * @param headingDegrees true; NaN if it is not said
   */
  record OwnShip(Position position, double speedKnots, double courseDegrees, double headingDegrees)
      implements RadarSentence {}

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

  /**
   * Reads the sentence that begins at {@code start} of a line; never throws.
   *
   * @param unchecked whether a sentence without a checksum is taken
   */
  static RadarSentence of(byte[] line, int start, boolean unchecked) {
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
      case MISSING ->
          unchecked && Scan.indexOf('*', line, start, end) == end
              ? read(new CommaFields(line, start + 1, end))
              : new Refused(Reason.CHECKSUM_MISSING);
      case WRONG -> new Refused(Reason.CHECKSUM);
      case RIGHT -> read(new CommaFields(line, start + 1, end - 3));
    };
  }

  private static RadarSentence read(CommaFields fields) {
    String address = fields.text(0);
    return switch (address.length() == 5 ? address.substring(2) : "") {
      case "TTM" -> new TargetFields(fields).ttm();
      case "TLL" -> new TargetFields(fields).tll();
      case "TTD" -> BinaryTargets.read(fields);
      case "TLB" -> new LabelFields(fields).tlb();
      case "OSD" -> new OwnShipFields(fields).osd();
      case "HDT" -> new OwnShipFields(fields).hdt();
      case "THS" -> new OwnShipFields(fields).ths();
      case "RMC" -> new OwnShipFields(fields).rmc();
      case "GGA" -> new OwnShipFields(fields).gga();
      case "GLL" -> new OwnShipFields(fields).gll();
      default -> new Refused(Reason.NOT_USED);
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
