package bz.keelbill.adsb;

/**
 * The 24-bit parity of Mode S (ICAO Annex 10, volume IV, 3.1.2.3.3): generator 0x1FFF409.
 *
 * <p>The remainder of a frame is the parity of all but its last 24 bits, exclusive-or those. It is
 * 0 for a squitter, the interrogator's code for an all-call reply, and the sender's address for
 * every other reply. The parity is linear, so the remainder is the sum of what each byte
 * contributes by its place: fourteen look-ups that do not wait for each other.
 */
final class Parity {
  private static final int GENERATOR = 0xFFF409;
  private static final int MASK = 0xFFFFFF;
  private static final int LONG_BYTES = 14;
  private static final int LONG_BITS = 8 * LONG_BYTES;

  /** What a byte contributes, by how many bytes follow it and its value. */
  private static final int[] TABLE = new int[LONG_BYTES << 8];

  static {
    for (int value = 0; value < 256; value++) {
      TABLE[value] = value;
      TABLE[1 << 8 | value] = value << 8;
      TABLE[2 << 8 | value] = value << 16;
      for (int behind = 3; behind < LONG_BYTES; behind++) {
        TABLE[behind << 8 | value] = times256(TABLE[behind - 1 << 8 | value]);
      }
    }
  }

  private Parity() {}

  /** A remainder carried on over eight more zero bits. */
  private static int times256(int remainder) {
    int carried = remainder;
    for (int bit = 0; bit < 8; bit++) {
      boolean overflows = (carried & 0x800000) != 0;
      carried = (carried << 1 ^ (overflows ? GENERATOR : 0)) & MASK;
    }
    return carried;
  }

  /** The remainder of a frame of seven or fourteen bytes. */
  static int remainder(byte[] bytes, int from, int length) {
    int remainder = 0;
    int place = length - 1 << 8;
    for (int at = from; place >= 0; at++, place -= 256) {
      remainder ^= TABLE[place | bytes[at] & 0xFF];
    }
    return remainder;
  }

  /**
   * The one bit of a long frame whose change gives this remainder.
   *
   * @return counted from 0 at the frame's beginning; −1 if no single bit does
   */
  static int bitOf(int remainder) {
    for (int bit = 0; bit < LONG_BITS; bit++) {
      if (TABLE[LONG_BYTES - 1 - bit / 8 << 8 | 0x80 >> bit % 8] == remainder) {
        return bit;
      }
    }
    return -1;
  }
}
