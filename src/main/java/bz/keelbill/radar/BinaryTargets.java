package bz.keelbill.radar;

import bz.keelbill.radar.RadarSentence.Polar;
import bz.keelbill.radar.RadarSentence.Refused;
import bz.keelbill.radar.RadarSentence.Status;
import bz.keelbill.radar.RadarSentence.Target;
import bz.keelbill.radar.RadarSentence.Ttd;
import bz.keelbill.radar.RadarSentence.Ttm;
import bz.keelbill.report.CommaFields;
import bz.keelbill.report.Reject.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The decode table of TTD: targets of 90 bits each in the six-bit letters of AIS. A target never
 * straddles sentences, so each sentence is read by itself and a missing one costs only its own.
 */
final class BinaryTargets {
  private static final int PAYLOAD = 4;
  private static final int LETTERS_PER_TARGET = 15;
  private static final int LETTER_BITS = 6;
  private static final int NO_TENTHS = 4095;
  private static final int NO_DISTANCE = 16_383;
  private static final int FULL_TURN_TENTHS = 3600;
  private static final int TRACKING = 4;
  private static final int CPA_ALARM = 6;
  private static final int CPA_ALARM_HEARD = 7;

  private final CommaFields fields;
  private int nextBit;

  private BinaryTargets(CommaFields fields) {
    this.fields = fields;
  }

  static RadarSentence read(CommaFields fields) {
    int letters = fields.length(PAYLOAD);
    for (int at = 0; at < letters; at++) {
      if (sixBits(fields.at(PAYLOAD, at)) < 0) {
        return new Refused(Reason.ARMOUR);
      }
    }
    int whole = letters / LETTERS_PER_TARGET;
    if (whole == 0) {
      return new Refused(Reason.SHORT);
    }
    BinaryTargets bits = new BinaryTargets(fields);
    List<Ttm> targets = new ArrayList<>(whole);
    for (int number = 0; number < whole; number++) {
      bits.nextBit = number * LETTERS_PER_TARGET * LETTER_BITS;
      bits.addTarget(targets);
    }
    return new Ttd(targets, letters % LETTERS_PER_TARGET > 0);
  }

  private void addTarget(List<Ttm> targets) {
    int version = take(2);
    int number = take(10);
    double bearing = tenths(take(12));
    double speed = tenths(take(12));
    double course = tenths(take(12));
    int heading = take(12);
    Status status = status(take(3));
    boolean test = take(1) == 1;
    int distance = take(14);
    if (version != 0 || status == null) {
      return;
    }
    Target target = new Target(number, status, test, Double.NaN);
    double miles = distance == NO_DISTANCE ? Double.NaN : distance / 100.0;
    Polar place = new Polar(miles, bearing, false);
    boolean points = heading < FULL_TURN_TENTHS;
    targets.add(
        new Ttm(
            target,
            'N',
            place,
            new Polar(speed, course, false),
            points ? heading / 10.0 : Double.NaN));
  }

  /** Null for a target that is not tracked, and for codes that mean nothing yet. */
  private static Status status(int code) {
    return switch (code) {
      case 1 -> Status.ACQUIRING;
      case 2 -> Status.LOST;
      case TRACKING, CPA_ALARM, CPA_ALARM_HEARD -> Status.TRACKING;
      default -> null;
    };
  }

  private static double tenths(int value) {
    return value == NO_TENTHS ? Double.NaN : value / 10.0;
  }

  private int take(int bits) {
    int value = 0;
    for (int taken = 0; taken < bits; taken++, nextBit++) {
      int letter = sixBits(fields.at(PAYLOAD, nextBit / LETTER_BITS));
      value = value << 1 | letter >> LETTER_BITS - 1 - nextBit % LETTER_BITS & 1;
    }
    return value;
  }

  /** M.1371's armour: 0 to W are 0 to 39, ` to w are 40 to 63; −1 for anything else. */
  private static int sixBits(byte letter) {
    if (letter >= '0' && letter <= 'W') {
      return letter - '0';
    }
    return letter >= '`' && letter <= 'w' ? letter - '`' + 40 : -1;
  }
}
