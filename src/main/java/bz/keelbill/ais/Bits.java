package bz.keelbill.ais;

import bz.keelbill.report.Scan;
import java.util.Arrays;

/**
 * The bits of one message, put together from the six-bit armour of its sentences (IEC 61162-1) and
 * taken apart by field.
 *
 * <p>Reused from message to message. Eight characters are unarmoured at a time inside one long:
 * this is where half of a decoder's time would go.
 */
final class Bits {
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int SPARE_BYTES = 16;

  private byte[] bytes;
  private int length;

  /** No bits, and room for those of most messages. */
  Bits() {
    bytes = new byte[256 + SPARE_BYTES];
  }

  private Bits(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** How many bits there are. */
  int length() {
    return length;
  }

  /** Begins a message. */
  void clear() {
    length = 0;
  }

  /**
   * Adds one sentence's payload.
   *
   * @param text holds the armoured characters from {@code from} to before {@code to}
   * @param fill how many bits at the end are only padding, 0 to 5
   * @return false if a character is not of the armour's alphabet; the bits are then of no use
   */
  boolean append(byte[] text, int from, int to, int fill) {
    reserve(to - from);
    int end = length >>> 3;
    int used = length & 7;
    // What stands in the last byte already is carried in a register: reading it back from the
    // bytes would wait for the store before.
    long carried = Scan.word(bytes, end) & ~(-1L >>> used);
    for (int at = from; at < to; at += Long.BYTES) {
      long armour = to - at >= Long.BYTES ? Scan.word(text, at) : lastWord(text, at, to);
      if (isForeign(armour)) {
        return false;
      }
      long word = carried | unarmour(armour) >>> used;
      Scan.setWord(bytes, end, word);
      carried = word << 6 * Byte.SIZE;
      end += 6;
    }
    length = Math.max(0, length + 6 * (to - from) - fill);
    return true;
  }

  /** The last, short word of a payload, padded with armoured zeros. */
  private static long lastWord(byte[] text, int from, int to) {
    int missing = (from + Long.BYTES - to) * Byte.SIZE;
    if (to >= Long.BYTES) {
      return Scan.word(text, to - Long.BYTES) << missing | ONES * '0' & (1L << missing) - 1;
    }
    long word = 0;
    for (int at = from; at < from + Long.BYTES; at++) {
      word = word << Byte.SIZE | (at < to ? text[at] & 0xff : '0');
    }
    return word;
  }

  /**
   * Whether a byte is outside 48 to 87 and 96 to 119. For a byte b below 128 the top bit of b + 128
   * − n tells whether b >= n.
   */
  private static boolean isForeign(long armour) {
    long from48 = armour + ONES * (128 - 48);
    long from88 = armour + ONES * (128 - 88);
    long from96 = armour + ONES * (128 - 96);
    long from120 = armour + ONES * (128 - 120);
    return ((armour | ~from48 | from120 | from88 & ~from96) & TOPS) != 0;
  }

  /** Eight legal characters to their 48 bits, left-aligned: minus 48, from 96 on minus 56. */
  private static long unarmour(long armour) {
    long from96 = armour + ONES * (128 - 96) & TOPS;
    long six = armour - ONES * 48 - (from96 >>> 4);
    long twelve = (six & 0x3f003f003f003f00L) >>> 2 | six & 0x003f003f003f003fL;
    long twentyFour = (twelve & 0x0fff00000fff0000L) >>> 4 | twelve & 0x00000fff00000fffL;
    long fortyEight = (twentyFour & 0x00ffffff00000000L) >>> 8 | twentyFour & 0x0000000000ffffffL;
    return fortyEight << 16;
  }

  private void reserve(int characters) {
    int needed = ((length + 6 * characters) >>> 3) + SPARE_BYTES;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * needed);
    }
  }

  /**
   * A number made from the bits and their count: equal bits give equal numbers; never 0.
   *
   * @param mask which of the first 64 bits count
   */
  long hash(long mask) {
    long hash = length;
    long counted = mask;
    for (int at = 0; at < length; at += Long.SIZE) {
      int rest = length - at;
      long present = rest >= Long.SIZE ? -1L : ~(-1L >>> rest);
      hash = (hash ^ Scan.word(bytes, at >>> 3) & present & counted) * SPREAD;
      hash ^= hash >>> 29;
      counted = -1L;
    }
    return hash == 0 ? 1 : hash;
  }

  /** An unsigned field of 1 to 32 bits that lies within the length. */
  int unsigned(int offset, int width) {
    return (int) (Scan.word(bytes, offset >>> 3) << (offset & 7) >>> (64 - width));
  }

  /** The bits from {@code from} to before {@code to} as bits of their own. */
  Bits slice(int from, int to) {
    byte[] copy = copy(from, to);
    return new Bits(Arrays.copyOf(copy, copy.length + SPARE_BYTES), Math.max(0, to - from));
  }

  /** The bits from {@code from} to before {@code to} as bytes, left-aligned, padded with zeros. */
  byte[] copy(int from, int to) {
    byte[] copy = new byte[(Math.max(0, to - from) + 7) / 8];
    for (int i = 0; i < copy.length; i++) {
      int width = Math.min(8, to - from - 8 * i);
      copy[i] = (byte) (unsigned(from + 8 * i, width) << (8 - width));
    }
    return copy;
  }
}
