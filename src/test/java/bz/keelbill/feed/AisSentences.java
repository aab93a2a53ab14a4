package bz.keelbill.feed;

import java.util.List;
import java.util.Locale;

/** AIS sentences for tests of transports (M.1371-5, tables 48 and 52). */
final class AisSentences {
  private static final int PART_CHARACTERS = 56;

  private final StringBuilder bits = new StringBuilder();

  private AisSentences() {}

  static String position(int mmsi, double latitude, double longitude) {
    AisSentences message = new AisSentences();
    message.put(1, 6).put(0, 2).put(mmsi, 30).put(0, 4).put(0, 8).put(123, 10).put(0, 1);
    message.put(Math.round(longitude * 600_000), 28).put(Math.round(latitude * 600_000), 27);
    return sentence(
        "AIVDM,1,1,,A," + message.put(900, 12).put(90, 9).put(60, 6).put(0, 25).armour() + ",0");
  }

  /** The two parts of a message 5. */
  static List<String> staticParts(int mmsi, String name) {
    AisSentences message = new AisSentences();
    message.put(5, 6).put(0, 2).put(mmsi, 30).put(0, 2).put(0, 30).text("V3AB2", 7).text(name, 20);
    message.put(70, 8).put(0, 30).put(1, 4).put(0, 20).put(75, 8).text("BELIZE CITY", 20).put(0, 2);
    String armour = message.put(0, 2).armour();
    return List.of(
        sentence("AIVDM,2,1,4,A," + armour.substring(0, PART_CHARACTERS) + ",0"),
        sentence("AIVDM,2,2,4,A," + armour.substring(PART_CHARACTERS) + ",2"));
  }

  private AisSentences put(long value, int width) {
    for (int bit = width - 1; bit >= 0; bit--) {
      bits.append(value >> bit & 1);
    }
    return this;
  }

  private AisSentences text(String text, int characters) {
    for (int at = 0; at < characters; at++) {
      char letter = at < text.length() ? text.charAt(at) : '@';
      put(letter < '@' ? letter : letter - '@', 6);
    }
    return this;
  }

  private String armour() {
    StringBuilder armour = new StringBuilder();
    for (int at = 0; at + 6 <= bits.length(); at += 6) {
      int six = Integer.parseInt(bits.substring(at, at + 6), 2);
      armour.append((char) (six < 40 ? six + 48 : six + 56));
    }
    return armour.toString();
  }

  private static String sentence(String body) {
    int sum = body.chars().reduce(0, (one, other) -> one ^ other);
    return String.format(Locale.ROOT, "!%s*%02X", body, sum);
  }
}
