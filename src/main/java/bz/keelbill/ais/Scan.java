package bz.keelbill.ais;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at bytes eight at a time: finding separators and adding up checksums is what a decoder of
 * text does most.
 */
final class Scan {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;

  private Scan() {}

  /** Eight bytes as one number, the first on top. */
  static long word(byte[] text, int at) {
    return (long) LONG.get(text, at);
  }

  /** Stores eight bytes. */
  static void setWord(byte[] text, int at, long word) {
    LONG.set(text, at, word);
  }

  /** Where the first such byte is; {@code to} if there is none. */
  static int indexOf(char wanted, byte[] text, int from, int to) {
    return indexOf(wanted, wanted, text, from, to);
  }

  /** Where the first byte that is one of two is; {@code to} if there is none. */
  static int indexOf(char one, char other, byte[] text, int from, int to) {
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

  /** The exclusive or of the bytes from {@code from} to before {@code to}: NMEA's checksum. */
  static int xor(byte[] text, int from, int to) {
    long words = 0;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      words ^= word(text, at);
    }
    words ^= words >>> 32;
    words ^= words >>> 16;
    int sum = (int) (words ^ words >>> 8);
    for (; at < to; at++) {
      sum ^= text[at];
    }
    return sum & 0xff;
  }

  /** The checksum that two hexadecimal digits give, in either case; −1 if they are none. */
  static int checksum(byte[] text, int at) {
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
  static long number(byte[] text, int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
