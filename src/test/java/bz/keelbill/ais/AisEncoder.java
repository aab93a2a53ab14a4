package bz.keelbill.ais;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes AIS sentences bit by bit, independently of the decoder. */
public final class AisEncoder {
  private final StringBuilder bits = new StringBuilder();

  private AisEncoder(int length) {
    bits.append("0".repeat(length));
  }

  /** A message of so many bits, all 0 but for type and sender. */
  public static AisEncoder message(int type, int mmsi, int length) {
    return new AisEncoder(length).put(0, 6, type).put(8, 30, mmsi);
  }

  /** A class A position report, the rest of whose fields are not available. */
  public static AisEncoder position(int mmsi, double latitude, double longitude, int second) {
    return message(1, mmsi, 168)
        .put(42, 8, -128)
        .put(50, 10, 1023)
        .put(61, 28, (int) Math.round(longitude * 600_000))
        .put(89, 27, (int) Math.round(latitude * 600_000))
        .put(116, 12, 3600)
        .put(128, 9, 511)
        .put(137, 6, second);
  }

  /** Sets a field, two's complement. */
  public AisEncoder put(int offset, int width, int value) {
    for (int i = 0; i < width; i++) {
      bits.setCharAt(offset + i, (value >> (width - 1 - i) & 1) == 1 ? '1' : '0');
    }
    return this;
  }

  /** Sets a text, the rest of the field filled with "@". */
  public AisEncoder text(int offset, int characters, String text) {
    for (int i = 0; i < characters; i++) {
      int letter = i < text.length() ? text.charAt(i) : '@';
      put(offset + 6 * i, 6, letter >= '@' ? letter - '@' : letter);
    }
    return this;
  }

  /** The message as one sentence. */
  public String sentence() {
    return sentences(1, "", "A").get(0);
  }

  /** The message in so many sentences. */
  public List<String> sentences(int total, String sequence, String channel) {
    int fill = (6 - bits.length() % 6) % 6;
    String padded = bits + "0".repeat(fill);
    StringBuilder armour = new StringBuilder();
    for (int at = 0; at < padded.length(); at += 6) {
      int six = Integer.parseInt(padded.substring(at, at + 6), 2);
      armour.append((char) (six < 40 ? six + 48 : six + 56));
    }
    int size = (armour.length() + total - 1) / total;
    List<String> sentences = new ArrayList<>();
    for (int part = 1; part <= total; part++) {
      int to = Math.min(armour.length(), part * size);
      String payload = armour.substring((part - 1) * size, to);
      sentences.add(
          withChecksum(
              "AIVDM,%d,%d,%s,%s,%s,%d"
                  .formatted(total, part, sequence, channel, payload, part == total ? fill : 0)));
    }
    return sentences;
  }

  /** A sentence of that body, with its mark and checksum. */
  public static String withChecksum(String body) {
    return "!" + body + "*" + checksum(body);
  }

  /** A tag block of that text. */
  public static String tag(String text) {
    return "\\" + text + "*" + checksum(text) + "\\";
  }

  /** A line as bytes. */
  static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String checksum(String text) {
    return "%02X".formatted(text.chars().reduce(0, (sum, letter) -> sum ^ letter));
  }
}
