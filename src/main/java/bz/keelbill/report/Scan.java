package bz.keelbill.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at bytes eight at a time: finding separators and adding up checksums is what a decoder of
 * text does most.
 */
public final class Scan {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long UPPER_HALVES = 0xf0f0f0f0f0f0f0f0L;
  private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;

  private Scan() {}

  /** Eight bytes as one number, the first on top. */
  public static long word(byte[] text, int at) {
    return (long) LONG.get(text, at);
  }

  /** Stores eight bytes. */
  public static void setWord(byte[] text, int at, long word) {
    LONG.set(text, at, word);
  }

  /** Where the first such byte is; {@code to} if there is none. */
  public static int indexOf(char wanted, byte[] text, int from, int to) {
    return indexOf(wanted, wanted, text, from, to);
  }

  /** Where the first byte that is one of two is; {@code to} if there is none. */
  public static int indexOf(char one, char other, byte[] text, int from, int to) {
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long word = word(text, at);
      long found = marks(word, one) | marks(word, other);
      if (found != 0) {
        return at + Long.numberOfLeadingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && text[at] != one && text[at] != other) {
      at++;
    }
    return at;
  }

  /** The top bit of each byte that is the wanted one. */
  private static long marks(long word, char wanted) {
    long zeroIfWanted = word ^ ONES * wanted;
    return ~((zeroIfWanted & LOWS) + LOWS | zeroIfWanted | LOWS);
  }

  /**
   * Where the first byte that is one of two is, and the exclusive or of all before it, in one pass.
   *
   * @return the place times 256 plus the sum; the place is {@code to} if there is no such byte
   */
  public static long xorUpTo(char one, char other, byte[] text, int from, int to) {
    long words = 0;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long word = word(text, at);
      long found = marks(word, one) | marks(word, other);
      if (found != 0) {
        int before = Long.numberOfLeadingZeros(found) & ~(Byte.SIZE - 1);
        words ^= before == 0 ? 0 : word & -1L << Long.SIZE - before;
        return (long) (at + before / Byte.SIZE) << Byte.SIZE | folded(words);
      }
      words ^= word;
    }
    int sum = folded(words);
    for (; at < to && text[at] != one && text[at] != other; at++) {
      sum ^= text[at] & 0xff;
    }
    return (long) at << Byte.SIZE | sum;
  }

  private static int folded(long words) {
    long half = words ^ words >>> 32;
    long quarter = half ^ half >>> 16;
    return (int) (quarter ^ quarter >>> 8) & 0xff;
  }

  /** The exclusive or of the bytes from {@code from} to before {@code to}: NMEA's checksum. */
  public static int xor(byte[] text, int from, int to) {
    long words = 0;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      words ^= word(text, at);
    }
    int sum = folded(words);
    for (; at < to; at++) {
      sum ^= text[at];
    }
    return sum & 0xff;
  }

  /** The checksum that two hexadecimal digits give, in either case; −1 if they are none. */
  public static int checksum(byte[] text, int at) {
    return hex(text[at]) << 4 | hex(text[at + 1]);
  }

  private static int hex(byte digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    int letter = digit | ' ';
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  /** A decimal number of at most 18 digits; −1 if there is anything but digits. */
  public static long number(byte[] text, int from, int to) {
    long value = 0;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long word = word(text, at);
      if (!areDigits(word)) {
        return -1;
      }
      value = 100_000_000 * value + eightDigits(word);
    }
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /** Whether eight bytes are '0' to '9': each upper half is 3, and still is with 6 added. */
  private static boolean areDigits(long word) {
    return (word & UPPER_HALVES) == ONES * '0' && (word + ONES * 6 & UPPER_HALVES) == ONES * '0';
  }

  /** Two, then four, then eight digits to a number, side by side. */
  private static long eightDigits(long word) {
    long ones = word & ONES * 0xf;
    long hundreds = (ones >>> 8) * 10 + ones & 0x00ff00ff00ff00ffL;
    long myriads = (hundreds >>> 16) * 100 + hundreds & 0x0000ffff0000ffffL;
    return (myriads >>> 32) * 10_000 + myriads & 0xffffffffL;
  }
}
