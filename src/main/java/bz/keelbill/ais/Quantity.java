package bz.keelbill.ais;

/**
 * How a number is coded on the air and which of its values mean "not available" (M.1371-5, annex
 * 8).
 *
 * <p>The raw value is judged first and scaled afterwards, so that no sentinel ever comes out as a
 * number.
 */
enum Quantity {
  /** As sent. */
  NUMBER(0, Integer.MAX_VALUE, 1, 0),
  /** As sent, two's complement. */
  SIGNED(Integer.MIN_VALUE, Integer.MAX_VALUE, 1, 0),
  /** As sent, 0 is "not available". */
  POSITIVE(1, Integer.MAX_VALUE, 1, 0),
  /** 1/10 knot; 1022 is "102.2 or more", 1023 none. */
  TENTH_KNOTS(0, 1022, 10, 1),
  /** Whole knots of an aircraft; 1022 is "1022 or more", 1023 none. */
  AIRCRAFT_KNOTS(0, 1022, 1, 1),
  /** Whole knots in six bits, 63 none. */
  COARSE_KNOTS(0, 62, 1, 1),
  /** 1/10 degree; 3600 none, above it nonsense. */
  TENTH_DEGREES(0, 3599, 10, 1),
  /** Whole degrees of a course. */
  COARSE_DEGREES(0, 359, 1, 1),
  /** Whole degrees of a heading; 511 none, 360 to 510 nonsense. */
  HEADING_DEGREES(0, 359, 1, 0),
  /** 1/10,000 minute of longitude. */
  LONGITUDE(-108_000_000, 108_000_000, 600_000, 7),
  /** 1/10,000 minute of latitude. */
  LATITUDE(-54_000_000, 54_000_000, 600_000, 7),
  /** 1/10 minute of longitude. */
  COARSE_LONGITUDE(-108_000, 108_000, 600, 7),
  /** 1/10 minute of latitude. */
  COARSE_LATITUDE(-54_000, 54_000, 600, 7),
  /** 1/10 metre. */
  TENTH_METRES(0, 255, 10, 1),
  /** Metres; 4094 is "4094 or more", 4095 none. */
  ALTITUDE_METRES(0, 4094, 1, 0),
  /** 24 and above are none. */
  HOUR(0, 23, 1, 0),
  /** Minutes or seconds of a clock; 60 and above are none. */
  SIXTIETH(0, 59, 1, 0);

  /** The least raw value that is one. */
  final int lowest;

  /** The greatest raw value that is one. */
  final int highest;

  /** What the raw value is divided by. */
  final double divisor;

  /** How many decimals a reader needs to tell two values apart. */
  final int decimals;

  /** Whether the raw value is two's complement. */
  boolean isSigned() {
    return lowest < 0;
  }

  Quantity(int lowest, int highest, int divisor, int decimals) {
    this.lowest = lowest;
    this.highest = highest;
    this.divisor = divisor;
    this.decimals = decimals;
  }
}
