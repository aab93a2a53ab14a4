package bz.keelbill.report;

/**
 * The check at the end of an NMEA 0183 sentence or tag block: {@code *} and two hexadecimal digits,
 * either case, the exclusive or of all characters before the star.
 */
public enum NmeaChecksum {
  /** There, and it agrees. */
  RIGHT,
  /** There, and it does not agree. */
  WRONG,
  /** The text does not end in a star and two hexadecimal digits. */
  MISSING;

  private static final int LENGTH = 3;

  /**
   * Checks {@code bytes[from..to)}.
   *
   * @param from the first character that counts
   * @param to behind the second digit
   */
  public static NmeaChecksum check(byte[] bytes, int from, int to) {
    int star = to - LENGTH;
    if (star < from || bytes[star] != '*') {
      return MISSING;
    }
    int high = Character.digit(bytes[star + 1], 16);
    int low = Character.digit(bytes[star + 2], 16);
    if (high < 0 || low < 0) {
      return MISSING;
    }
    return of(bytes, from, star) == high * 16 + low ? RIGHT : WRONG;
  }

  /** The exclusive or of {@code bytes[from..to)}, 0 to 255. */
  public static int of(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int at = from; at < to; at++) {
      sum ^= bytes[at];
    }
    return sum & 0xFF;
  }
}
