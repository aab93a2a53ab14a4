package bz.keelbill.report;

import java.nio.charset.StandardCharsets;

/**
 * The comma-separated fields of one text line, read in place.
 *
 * <p>Numbers are read strictly: an optional sign, ASCII digits, at most one point, at most 15
 * digits; so no exponent, no "NaN", no other script's digits. A number that is not of this form
 * reads as NaN and is remembered in {@link #isMalformed}, so that a reader can take all it wants
 * and ask once at the end. Fields count from 0; those beyond the last read as empty. Surrounding
 * blanks never count.
 */
public final class CommaFields {
  private static final int MAX_DIGITS = 15;
  private static final double[] TENTHS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final byte[] bytes;
  private final int[] starts;
  private final int[] ends;
  private boolean malformed;

  /** The fields of {@code bytes[from..to)}; the array is not copied. */
  public CommaFields(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    int count = 1;
    for (int at = from; at < to; at++) {
      count += bytes[at] == ',' ? 1 : 0;
    }
    starts = new int[count];
    ends = new int[count];
    int start = from;
    for (int index = 0; index < count; index++) {
      int end = start;
      while (end < to && bytes[end] != ',') {
        end++;
      }
      trim(index, start, end);
      start = end + 1;
    }
  }

  private void trim(int index, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    starts[index] = start;
    ends[index] = end;
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r';
  }

  /** How many fields there are, at least 1. */
  public int count() {
    return starts.length;
  }

  /** Bytes of the field; 0 if it is empty or not there. */
  public int length(int index) {
    return index < starts.length ? ends[index] - starts[index] : 0;
  }

  /** Whether the field says nothing. */
  public boolean isEmpty(int index) {
    return length(index) == 0;
  }

  /** The byte at a place within a field, which must be below its length. */
  public byte at(int index, int offset) {
    return bytes[starts[index] + offset];
  }

  /** The field's only character; 0 if it is empty, '?' if it has more than one. */
  public char letter(int index) {
    return switch (length(index)) {
      case 0 -> 0;
      case 1 -> (char) (at(index, 0) & 0xFF);
      default -> '?';
    };
  }

  /** Whether the field is exactly this ASCII text. */
  public boolean is(int index, String text) {
    if (length(index) != text.length()) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      if (at(index, at) != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  /** The field as text, one character a byte; empty if not there. */
  public String text(int index) {
    return isEmpty(index)
        ? ""
        : new String(bytes, starts[index], length(index), StandardCharsets.ISO_8859_1);
  }

  /** The field as a decimal number; NaN if empty or malformed. */
  public double decimal(int index) {
    return decimal(index, length(index));
  }

  /** The first {@code length} bytes of the field as a decimal number; NaN if none or malformed. */
  public double decimal(int index, int length) {
    if (length == 0) {
      return Double.NaN;
    }
    int at = at(index, 0) == '-' || at(index, 0) == '+' ? 1 : 0;
    boolean negative = at(index, 0) == '-';
    long number = 0;
    int digits = 0;
    int point = -1;
    for (; at < length; at++) {
      int digit = at(index, at) - '0';
      if (digit >= 0 && digit <= 9 && digits < MAX_DIGITS) {
        number = number * 10 + digit;
        digits++;
      } else if (digit == '.' - '0' && point < 0) {
        point = digits;
      } else {
        return spoilt();
      }
    }
    if (digits == 0) {
      return spoilt();
    }
    // Both are exact below 2^53, so the quotient is the double nearest to the text.
    double value = number / TENTHS[point < 0 ? 0 : digits - point];
    return negative ? 0.0 - value : value;
  }

  private double spoilt() {
    malformed = true;
    return Double.NaN;
  }

  /** Whether any number read so far was not in the form of a number. */
  public boolean isMalformed() {
    return malformed;
  }
}
