package bz.keelbill.adsb;

/**
 * The thirteen-bit codes that Mode S took over from Mode A and Mode C, whose pulses stand in the
 * order C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4 (ICAO Annex 10, volume IV, 3.1.2.6.5.4 and
 * 3.1.2.6.7.1).
 */
final class ModeAc {
  /** No altitude, or one that we do not read. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int C1 = 1 << 12;
  private static final int A1 = 1 << 11;
  private static final int C2 = 1 << 10;
  private static final int A2 = 1 << 9;
  private static final int C4 = 1 << 8;
  private static final int A4 = 1 << 7;
  private static final int METRIC = 1 << 6;
  private static final int B1 = 1 << 5;
  private static final int D1 = 1 << 4;
  private static final int B2 = 1 << 3;
  private static final int D2 = 1 << 2;
  private static final int B4 = 1 << 1;
  private static final int D4 = 1;

  /** In an altitude the place of D1 says that it counts by 25 feet. */
  private static final int FINE = D1;

  /** Gray code of the 500-foot steps, the highest pulse first; D1 is never sent. */
  private static final int[] HUNDREDS_500 = {D2, D4, A1, A2, A4, B1, B2, B4};

  private static final int[] HUNDREDS = {C1, C2, C4};
  private static final int LOWEST_FEET = -1_300;

  private ModeAc() {}

  /**
   * The altitude of an AC field.
   *
   * @param code 13 bits
   * @return feet; {@link #UNKNOWN} if none is given, the code is none of the Gillham code, or it is
   *     in metres, for which no table exists
   */
  static int altitudeFeet(int code) {
    if (code == 0 || (code & METRIC) != 0) {
      return UNKNOWN;
    }
    if ((code & FINE) != 0) {
      int steps = (code & 0x1F80) >> 2 | (code & 0x20) >> 1 | code & 0xF;
      return steps * 25 - 1_000;
    }
    return gillhamFeet(code);
  }

  /** The altitude of the twelve bits of an extended squitter: the same without its metric bit. */
  static int squitterAltitudeFeet(int code) {
    return altitudeFeet((code & 0xFC0) << 1 | code & 0x3F);
  }

  /**
   * Steps of 500 feet in one Gray code, of 100 feet within each in another that runs to and fro.
   */
  private static int gillhamFeet(int code) {
    int fives = fromGray(code, HUNDREDS_500);
    int ones = fromGray(code, HUNDREDS);
    if (ones == 0 || ones == 5 || ones == 6) {
      return UNKNOWN;
    }
    int step = ones == 7 ? 5 : ones;
    int hundreds = fives % 2 == 0 ? step : 6 - step;
    return fives * 500 + hundreds * 100 + LOWEST_FEET;
  }

  private static int fromGray(int code, int[] pulses) {
    int number = 0;
    int bit = 0;
    for (int pulse : pulses) {
      bit ^= (code & pulse) != 0 ? 1 : 0;
      number = number << 1 | bit;
    }
    return number;
  }

  /**
   * The four octal digits of an identity code as a number of twelve bits, three for each digit.
   *
   * @param code 13 bits
   */
  static int squawk(int code) {
    int a = digit(code, A4, A2, A1);
    int b = digit(code, B4, B2, B1);
    int c = digit(code, C4, C2, C1);
    int d = digit(code, D4, D2, D1);
    return a << 9 | b << 6 | c << 3 | d;
  }

  private static int digit(int code, int four, int two, int one) {
    return ((code & four) != 0 ? 4 : 0) | ((code & two) != 0 ? 2 : 0) | ((code & one) != 0 ? 1 : 0);
  }

  /** A squawk as it is written: four digits. */
  static String text(int squawk) {
    char[] digits = {
      (char) ('0' + (squawk >> 9 & 7)),
      (char) ('0' + (squawk >> 6 & 7)),
      (char) ('0' + (squawk >> 3 & 7)),
      (char) ('0' + (squawk & 7))
    };
    return new String(digits);
  }
}
