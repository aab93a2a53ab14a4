package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

/** Reads spoken lines by the books alone, sharing nothing with the code that speaks. */
final class Heard {
  private Heard() {}

  /** The NMEA sentence behind the tag block; both checksums must be right. */
  static String sentence(String line) {
    assertTrue(line.startsWith("\\"), line);
    int end = line.indexOf('\\', 1);
    check(line.substring(1, end), line);
    String sentence = line.substring(end + 1);
    check(sentence.substring(1), line);
    return sentence;
  }

  private static void check(String framed, String line) {
    int star = framed.lastIndexOf('*');
    assertEquals(framed.length() - 3, star, line);
    assertEquals(framed.substring(star + 1), sum(framed.substring(0, star)), line);
  }

  /** Whether the sentence's own checksum is right; the tag block's must be. */
  static boolean isWhole(String line) {
    int end = line.indexOf('\\', 1);
    check(line.substring(1, end), line);
    String sentence = line.substring(end + 2);
    int star = sentence.lastIndexOf('*');
    return sum(sentence.substring(0, star)).equals(sentence.substring(star + 1));
  }

  private static String sum(String text) {
    byte sum = 0;
    for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
      sum ^= one;
    }
    return String.format("%02X", sum);
  }

  static String tag(String line, String key) {
    String block = line.substring(1, line.indexOf('*'));
    for (String part : block.split(",")) {
      if (part.startsWith(key + ":")) {
        return part.substring(key.length() + 1);
      }
    }
    throw new AssertionError("no " + key + " in " + line);
  }

  /** The bits of an armoured payload, as characters. */
  static String bits(String payload) {
    StringBuilder bits = new StringBuilder();
    for (char one : payload.toCharArray()) {
      int value = one - 48;
      if (value > 40) {
        value -= 8;
      }
      for (int bit = 32; bit > 0; bit /= 2) {
        bits.append((value & bit) == 0 ? '0' : '1');
      }
    }
    return bits.toString();
  }

  static long unsigned(String bits, int from, int width) {
    return Long.parseLong(bits.substring(from, from + width), 2);
  }

  static long signed(String bits, int from, int width) {
    long value = unsigned(bits, from, width);
    return value >= 1L << width - 1 ? value - (1L << width) : value;
  }

  static String text(String bits, int from, int characters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      long code = unsigned(bits, from + 6 * i, 6);
      if (code == 0) {
        break;
      }
      text.append((char) (code < 32 ? code + 64 : code));
    }
    return text.toString().stripTrailing();
  }
}
