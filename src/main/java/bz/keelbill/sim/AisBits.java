package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.List;

/** An AIS message in the making: bits in the order of M.1371-5, then sentences. */
final class AisBits {
  private static final String TEXT =
      "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !\"#$%&'()*+,-./0123456789:;<=>?";

  /** The longest payload of one sentence; longer messages go in two. */
  private static final int PAYLOAD_CHARACTERS = 60;

  private final StringBuilder bits = new StringBuilder(424);

  AisBits put(long value, int width) {
    for (int bit = width - 1; bit >= 0; bit--) {
      bits.append((value >> bit & 1) == 1 ? '1' : '0');
    }
    return this;
  }

  AisBits flag(boolean value) {
    return put(value ? 1 : 0, 1);
  }

  /** Six-bit text, filled up with "@"; a character that has no code becomes a blank. */
  AisBits text(String text, int characters) {
    for (int i = 0; i < characters; i++) {
      int code = i < text.length() ? TEXT.indexOf(text.charAt(i)) : 0;
      put(code < 0 ? 32 : code, 6);
    }
    return this;
  }

  /** The number of the message's type, 1 to 27. */
  int type() {
    return Integer.parseInt(bits.substring(0, 6), 2);
  }

  /** Whether a message of type 24 is its part B. */
  boolean isDetails() {
    return bits.charAt(39) == '1';
  }

  int length() {
    return bits.length();
  }

  /**
   * The sentences that carry the message.
   *
   * @param channel A or B
   * @param sequence 0 to 9, used only when there are several
   */
  List<String> sentences(char channel, int sequence) {
    int fill = (6 - bits.length() % 6) % 6;
    String payload = armour(bits + "0".repeat(fill));
    int total = (payload.length() + PAYLOAD_CHARACTERS - 1) / PAYLOAD_CHARACTERS;
    List<String> sentences = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) {
      int from = (number - 1) * PAYLOAD_CHARACTERS;
      String part = payload.substring(from, Math.min(payload.length(), from + PAYLOAD_CHARACTERS));
      String id = total > 1 ? String.valueOf(sequence) : "";
      int partFill = number == total ? fill : 0;
      sentences.add(
          Nmea.sentence(
              '!',
              "AIVDM," + total + ',' + number + ',' + id + ',' + channel + ',' + part + ','
                  + partFill));
    }
    return sentences;
  }

  private static String armour(String bits) {
    StringBuilder payload = new StringBuilder(bits.length() / 6);
    for (int at = 0; at < bits.length(); at += 6) {
      int value = Integer.parseInt(bits.substring(at, at + 6), 2);
      payload.append((char) (value < 40 ? value + 48 : value + 56));
    }
    return payload.toString();
  }
}
