package bz.keelbill.ais;

/**
 * How a number is coded on the air and which of its values mean "not available" (M.1371-5, annex
 * 8).
 *
 * <p>The raw value is judged first and scaled afterwards, so that no sentinel ever comes out as a
 * number. Immutable.
 */
final class Quantity {
  /** As sent. */
  static final Quantity NUMBER = whole(0, Integer.MAX_VALUE);

  /** As sent, two's complement. */
  static final Quantity SIGNED = whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** As sent, 0 is "not available". */
  static final Quantity POSITIVE = whole(1, Integer.MAX_VALUE);

  /** 1/10 knot; 1022 is "102.2 or more", 1023 none. */
  static final Quantity TENTH_KNOTS = tenths(0, 1022);

  /** Whole knots of an aircraft; 1022 is "1022 or more", 1023 none. */
  static final Quantity AIRCRAFT_KNOTS = new Quantity(0, 1022, 0, 1, 1);

  /** Whole knots in six bits, 63 none. */
  static final Quantity COARSE_KNOTS = new Quantity(0, 62, 0, 1, 1);

  /** 1/10 degree; 3600 none, above it nonsense. */
  static final Quantity TENTH_DEGREES = tenths(0, 3599);

  /** Whole degrees of a course. */
  static final Quantity COARSE_DEGREES = new Quantity(0, 359, 0, 1, 1);

  /** Whole degrees of a heading; 511 none, 360 to 510 nonsense. */
  static final Quantity HEADING_DEGREES = whole(0, 359);

  /** 1/10,000 minute of longitude. */
  static final Quantity LONGITUDE = degrees(180, 600_000);

  /** 1/10,000 minute of latitude. */
  static final Quantity LATITUDE = degrees(90, 600_000);

  /** 1/10 minute of longitude. */
  static final Quantity COARSE_LONGITUDE = degrees(180, 600);

  /** 1/10 minute of latitude. */
  static final Quantity COARSE_LATITUDE = degrees(90, 600);

  /** 1/10 metre. */
  static final Quantity TENTH_METRES = tenths(0, 255);

  /** Metres; 4094 is "4094 or more", 4095 none. */
  static final Quantity ALTITUDE_METRES = whole(0, 4094);

  /** 24 and above are none. */
  static final Quantity HOUR = whole(0, 23);

  /** Minutes or seconds of a clock; 60 and above are none. */
  static final Quantity SIXTIETH = whole(0, 59);

  /** The least raw value that is one. */
  final int lowest;

  /** The greatest raw value that is one. */
  final int highest;

  /** What is added to the raw value before it is divided. */
  final int shift;

  /** What the sum is divided by. */
  final double divisor;

  /** How many decimals a reader needs to tell two values apart. */
  final int decimals;

  private Quantity(int lowest, int highest, int shift, double divisor, int decimals) {
    this.lowest = lowest;
    this.highest = highest;
    this.shift = shift;
    this.divisor = divisor;
    this.decimals = decimals;
  }

  /** Units. The raw value is two's complement if the lowest is negative. */
  static Quantity whole(int lowest, int highest) {
    return new Quantity(lowest, highest, 0, 1, 0);
  }

  /** Tenths of the unit. */
  static Quantity tenths(int lowest, int highest) {
    return new Quantity(lowest, highest, 0, 10, 1);
  }

  /** Hundredths of the unit. */
  static Quantity hundredths(int lowest, int highest) {
    return new Quantity(lowest, highest, 0, 100, 2);
  }

  /** Halves of the unit. */
  static Quantity halves(int lowest, int highest) {
    return new Quantity(lowest, highest, 0, 2, 1);
  }

  /** Steps of several units each. */
  static Quantity steps(int lowest, int highest, int units) {
    return new Quantity(lowest, highest, 0, 1.0 / units, 0);
  }

  /** Degrees of latitude or longitude in so many parts each. */
  static Quantity degrees(int most, int parts) {
    return new Quantity(-most * parts, most * parts, 0, parts, 7);
  }

  /** The same with so much, in raw units, added before scaling: where the scale begins. */
  Quantity from(int start) {
    return new Quantity(lowest, highest, start, divisor, decimals);
  }

  /** Whether the raw value is two's complement. */
  boolean isSigned() {
    return lowest < 0;
  }
}
