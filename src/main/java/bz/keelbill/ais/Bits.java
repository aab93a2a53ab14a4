package bz.keelbill.ais;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of one message, put together from the six-bit armour of its sentences (IEC 61162-1) and
 * taken apart by field.
 *
 * <p>Reused from message to message. Eight characters are unarmoured at a time inside one long:
 * this is where half of a decoder's time would go.
 */
final class Bits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final int SPARE_BYTES = 16;

  private byte[] bytes = new byte[256 + SPARE_BYTES];
  private int length;

  /** Eight bytes of a text as one big-endian number. */
  static long word(byte[] text, int at) {
    return (long) LONG.get(text, at);
  }

  /** A word whose byte tops are set at least where the lowest such byte of {@code word} stands. */
  static long find(long word, char wanted) {
    long zeroWhereFound = word ^ ONES * wanted;
    return (zeroWhereFound - ONES) & ~zeroWhereFound & TOPS;
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
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      if (!append(word(text, at), Long.BYTES)) {
        return false;
      }
    }
    if (at < to && !append(lastWord(text, at, to), to - at)) {
      return false;
    }
    length = Math.max(0, length - fill);
    return true;
  }

  /** The last, short word of a payload, padded with armoured zeros. */
  private static long lastWord(byte[] text, int from, int to) {
    if (from + Long.BYTES <= text.length) {
      long rest = -1L >>> (to - from) * Byte.SIZE;
      return word(text, from) & ~rest | ONES * '0' & rest;
    }
    long word = 0;
    for (int at = from; at < from + Long.BYTES; at++) {
      word = word << Byte.SIZE | (at < to ? text[at] & 0xff : '0');
    }
    return word;
  }

  /** Adds the first {@code count} of eight characters; false if one is foreign. */
  private boolean append(long word, int count) {
    // For a byte b below 128 the top bit of b + 128 − n tells whether b >= n.
    long from48 = word + ONES * (128 - 48);
    long from88 = word + ONES * (128 - 88);
    long from96 = word + ONES * (128 - 96);
    long from120 = word + ONES * (128 - 120);
    if (((word | ~from48 | from120 | from88 & ~from96) & TOPS) != 0) {
      return false;
    }
    long six = word - ONES * 48 - ((from96 & TOPS) >>> 4);
    long twelve = (six & 0x3f003f003f003f00L) >>> 2 | six & 0x003f003f003f003fL;
    long twentyFour = (twelve & 0x0fff00000fff0000L) >>> 4 | twelve & 0x00000fff00000fffL;
    long fortyEight = (twentyFour & 0x00ffffff00000000L) >>> 8 | twentyFour & 0x0000000000ffffffL;
    put(fortyEight << 16);
    length += 6 * count;
    return true;
  }

  /** Writes up to 56 bits, left-aligned, at the end. */
  private void put(long leftAligned) {
    int at = length >>> 3;
    int used = length & 7;
    long kept = word(bytes, at) & ~(-1L >>> used);
    LONG.set(bytes, at, kept | leftAligned >>> used);
  }

  private void reserve(int characters) {
    int needed = ((length + 6 * characters) >>> 3) + SPARE_BYTES;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * needed);
    }
  }

  /** An unsigned field of 1 to 32 bits that lies within the length. */
  int unsigned(int offset, int width) {
    return (int) (word(bytes, offset >>> 3) << (offset & 7) >>> (64 - width));
  }

  /** A two's complement field of 1 to 32 bits that lies within the length. */
  int signed(int offset, int width) {
    return (int) (word(bytes, offset >>> 3) << (offset & 7) >> (64 - width));
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
