package bz.keelbill.takeout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times, numbers and words from outside are written for others. Stateless. */
final class Written {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter BELIZE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx")
          .withZone(ZoneId.of("America/Belize"));

  private Written() {}

  /** ISO 8601 in UTC. */
  static String utc(long millis) {
    return UTC.format(Instant.ofEpochMilli(millis));
  }

  /** ISO 8601 by the clocks of Belize. */
  static String local(long millis) {
    return BELIZE.format(Instant.ofEpochMilli(millis));
  }

  /** At most so many decimals, never an exponent; empty when it is not known. */
  static String number(double value, int decimals) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * A text from the air as one cell of a CSV row: one line, and never a formula (a spreadsheet
   * takes what begins with one of {@code = + - @} or a tab for one).
   */
  static String cell(String text) {
    if (text == null) {
      return "";
    }
    String line = text.replaceAll("[\\r\\n\\x00]", " ");
    String start = line.stripLeading();
    boolean formula =
        line.startsWith("\t") || !start.isEmpty() && "=+-@\t".indexOf(start.charAt(0)) >= 0;
    String harmless = formula ? "'" + line : line;
    boolean quoted = harmless.indexOf(',') >= 0 || harmless.indexOf('"') >= 0;
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  /** A text without what XML 1.0 does not know. */
  static String xml(String text) {
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints().filter(Written::isXml).forEach(known::appendCodePoint);
    return known.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c >= 0x20 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000 && c <= 0x10ffff;
  }
}
