package bz.keelbill.sim;

import java.util.Locale;

/** The frame of NMEA 0183 sentences: checksums and tag blocks. */
final class Nmea {
  private Nmea() {}

  /**
   * A whole sentence.
   *
   * @param start {@code $} or {@code !}
   * @param body what stands between the start and the asterisk
   */
  static String sentence(char start, String body) {
    return start + body + '*' + checksum(body);
  }

  /** A sentence behind the tag block of its station and time (IEC 61162-450: s and c). */
  static String tagged(String station, long atMillis, String sentence) {
    String tag = "s:" + station + ",c:" + Math.floorDiv(atMillis, 1000L);
    return '\\' + tag + '*' + checksum(tag) + '\\' + sentence;
  }

  /** XOR of the characters, two hexadecimal digits. */
  static String checksum(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum ^= text.charAt(i);
    }
    return String.format(Locale.ROOT, "%02X", sum);
  }
}
