package bz.keelbill.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Numbers with a fixed count of decimals, written from scaled integers. */
final class Decimals {
  /** Ten to the power of the index. */
  static final int[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private static final int LONGEST = 32;

  private Decimals() {}

  /**
   * Writes a number, or null if it is NaN.
   *
   * @param decimals 0 to 9
   */
  static void writeOrNull(JsonGenerator json, double value, int decimals) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNull();
    } else {
      write(json, Math.round(value * POWERS_OF_TEN[decimals]), decimals);
    }
  }

  /**
   * Writes a number.
   *
   * @param scaled the number times ten to the power of {@code decimals}
   * @param decimals 0 to 9
   */
  static void write(JsonGenerator json, long scaled, int decimals) throws IOException {
    if (decimals == 0) {
      json.writeNumber(scaled);
      return;
    }
    char[] digits = new char[LONGEST];
    int at = LONGEST;
    long rest = Math.abs(scaled);
    for (int i = 0; i < decimals; i++) {
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    digits[--at] = '.';
    do {
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (scaled < 0) {
      digits[--at] = '-';
    }
    json.writeNumber(digits, at, LONGEST - at);
  }
}
