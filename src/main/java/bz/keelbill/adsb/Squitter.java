package bz.keelbill.adsb;

import bz.keelbill.report.FlightIdentity.Emergency;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 56-bit message of an extended squitter (DO-260B, 2.2.3.2; bits counted from 1 at its
 * beginning) to the fields of a {@link ModeSMessage}.
 */
final class Squitter {
  private static final int MESSAGE_BITS = 56;

  /** The six-bit characters that a callsign may hold; a dot for every other. */
  private static final byte[] LETTERS = letters();

  private static final Emergency[] EMERGENCIES = {
    Emergency.NONE,
    Emergency.GENERAL,
    Emergency.LIFEGUARD,
    Emergency.MINIMUM_FUEL,
    Emergency.NO_RADIO,
    Emergency.UNLAWFUL,
    Emergency.DOWNED,
    null
  };

  /** The emitter's categories by type code and number: 4 is set A, 1 is set D. */
  private static final String[][] CATEGORIES = categories();

  /** Knots at the lower end of each step of a surface movement; NaN none. */
  private static final double[] MOVEMENT_KNOTS = movement();

  private final byte[] letters = new byte[8];

  private static byte[] letters() {
    byte[] letters = new byte[64];
    for (int code = 0; code < 64; code++) {
      boolean isLetter = code >= 1 && code <= 26;
      boolean isPlain = code == 32 || code >= 48 && code <= 57;
      letters[code] = (byte) (isLetter ? code + 'A' - 1 : isPlain ? code : '.');
    }
    return letters;
  }

  private static String[][] categories() {
    String[][] categories = new String[5][8];
    for (int set = 1; set <= 4; set++) {
      for (int number = 0; number < 8; number++) {
        categories[set][number] = "" + (char) ('E' - set) + number;
      }
    }
    return categories;
  }

  /** DO-260B, table 2-37: steps that grow with speed. */
  private static double[] movement() {
    double[] knots = new double[128];
    Arrays.fill(knots, Double.NaN);
    knots[1] = 0;
    steps(knots, 2, 9, 0.125, 0.125);
    steps(knots, 9, 13, 1, 0.25);
    steps(knots, 13, 39, 2, 0.5);
    steps(knots, 39, 94, 15, 1);
    steps(knots, 94, 109, 70, 2);
    steps(knots, 109, 124, 100, 5);
    knots[124] = 175;
    return knots;
  }

  private static void steps(double[] knots, int from, int to, double first, double step) {
    for (int code = from; code < to; code++) {
      knots[code] = first + (code - from) * step;
    }
  }

  /** Bits of the message as a number. */
  static int bits(long message, int first, int count) {
    return (int) (message >>> MESSAGE_BITS + 1 - first - count) & (1 << count) - 1;
  }

  static boolean bit(long message, int place) {
    return (message >>> MESSAGE_BITS - place & 1) != 0;
  }

  /**
   * Reads a message.
   *
   * @param known the callsign heard before from this aircraft, which is used again if it is the
   *     same; may be null
   */
  void read(long message, Aircraft known, ModeSMessage to) {
    int type = bits(message, 1, 5);
    to.typeCode = type;
    switch (type) {
      case 0 -> to.altitudeFeet = ModeAc.squitterAltitudeFeet(bits(message, 9, 12));
      case 1, 2, 3, 4 -> identity(message, type, known, to);
      case 5, 6, 7, 8 -> surface(message, to);
      case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22 -> airborne(message, type, to);
      case 19 -> velocity(message, to);
      case 28 -> status(message, to);
      case 29 -> target(message, to);
      case 31 -> operation(message, to);
      default -> {
        // Reserved, or of no use to us: the address alone counts.
      }
    }
  }

  private void identity(long message, int type, Aircraft known, ModeSMessage to) {
    to.category = CATEGORIES[type][bits(message, 6, 3)];
    to.callsign = callsign(message & 0xFFFFFFFFFFFFL, known);
  }

  /** Eight characters of six bits; null if one of them is none, or all are blank. */
  String callsign(long code, Aircraft known) {
    if (known != null && known.callsign != null && known.callsignCode == code) {
      return known.callsign;
    }
    int length = 0;
    for (int at = 0; at < 8; at++) {
      letters[at] = LETTERS[(int) (code >>> 42 - 6 * at) & 0x3F];
      if (letters[at] == '.') {
        return null;
      }
      length = letters[at] == ' ' ? length : at + 1;
    }
    if (length == 0) {
      return null;
    }
    String text = new String(letters, 0, length, StandardCharsets.US_ASCII);
    if (known != null) {
      known.callsign = text;
      known.callsignCode = code;
    }
    return text;
  }

  private static void surface(long message, ModeSMessage to) {
    to.speedKnots = MOVEMENT_KNOTS[bits(message, 6, 7)];
    if (bit(message, 13)) {
      to.trackDegrees = bits(message, 14, 7) * (360 / 128.0);
    }
    to.onGround = Boolean.TRUE;
    position(message, true, to);
  }

  private static void airborne(long message, int type, ModeSMessage to) {
    to.altitudeFeet = ModeAc.squitterAltitudeFeet(bits(message, 9, 12));
    to.geometric = type >= 20;
    position(message, false, to);
  }

  private static void position(long message, boolean surface, ModeSMessage to) {
    to.hasCpr = true;
    to.surface = surface;
    to.odd = bit(message, 22);
    to.yz = (int) (message >>> 17) & 0x1FFFF;
    to.xz = (int) message & 0x1FFFF;
  }

  private static void velocity(long message, ModeSMessage to) {
    int subtype = bits(message, 6, 3);
    if (subtype < 1 || subtype > 4) {
      return;
    }
    int rate = bits(message, 38, 9);
    if (rate != 0) {
      int feetPerMinute = (rate - 1) * 64;
      to.verticalRateFeetPerMinute = bit(message, 37) ? -feetPerMinute : feetPerMinute;
      to.rateIsGeometric = !bit(message, 36);
    }
    // Airspeed and heading say nothing of the way over the ground.
    if (subtype <= 2) {
      overGround(message, subtype == 2 ? 4 : 1, to);
    }
  }

  private static void overGround(long message, int knotsPerStep, ModeSMessage to) {
    int east = bits(message, 15, 10);
    int north = bits(message, 26, 10);
    if (east == 0 || north == 0) {
      return;
    }
    double eastKnots = (bit(message, 14) ? 1 - east : east - 1) * knotsPerStep;
    double northKnots = (bit(message, 25) ? 1 - north : north - 1) * knotsPerStep;
    to.speedKnots = Math.sqrt(eastKnots * eastKnots + northKnots * northKnots);
    if (to.speedKnots > 0) {
      double degrees = StrictMath.toDegrees(StrictMath.atan2(eastKnots, northKnots));
      to.trackDegrees = degrees < 0 ? degrees + 360 : degrees;
    }
  }

  /** Subtype 1: emergency and squawk. */
  private static void status(long message, ModeSMessage to) {
    if (bits(message, 6, 3) == 1) {
      to.emergency = EMERGENCIES[bits(message, 9, 3)];
      int code = bits(message, 12, 13);
      to.squawk = code == 0 ? ModeSMessage.UNKNOWN : ModeAc.squawk(code);
    }
  }

  /** Subtype 1 (version 2): of what the autopilot is set to we take only how good positions are. */
  private static void target(long message, ModeSMessage to) {
    if (bits(message, 6, 2) == 1) {
      to.positionAccuracy = bits(message, 40, 4);
    }
  }

  /** Subtypes 0 and 1, from version 1 on. */
  private static void operation(long message, ModeSMessage to) {
    boolean isStatus = bits(message, 6, 3) <= 1;
    int version = bits(message, 41, 3);
    if (isStatus && version >= 1 && version <= 2) {
      to.positionAccuracy = bits(message, 45, 4);
    }
  }
}
