package bz.keelbill.cot;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** How Cursor on Target writes numbers, times and words. */
final class CotValues {
  /** Devices write small speeds with an exponent. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,10}(\\.\\d{0,20})?([eE][+-]?\\d{1,2})?");

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  /** 9999999.0 means unknown; some write 999999. */
  private static final double UNKNOWN = 999_999;

  private CotValues() {}

  /** Whether a text is there and in the form of a number. */
  static boolean isNumber(String text) {
    return text != null && text.length() <= 40 && NUMBER.matcher(text).matches();
  }

  /** A number; NaN if it is not there, unknown, or none. */
  static double number(String text) {
    double value = isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    return value >= UNKNOWN ? Double.NaN : value;
  }

  /** A time, Unix milliseconds; null if it is none. */
  static Long millis(String text) {
    if (text == null || !TIME.matcher(text).matches()) {
      return null;
    }
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  /** A word for people, control characters made blanks; null if nothing is left of it. */
  static String word(String text, int mostLetters) {
    if (text == null) {
      return null;
    }
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", " ").strip();
    String cut = clean.substring(0, Math.min(mostLetters, clean.length())).strip();
    return cut.isEmpty() ? null : cut;
  }
}
