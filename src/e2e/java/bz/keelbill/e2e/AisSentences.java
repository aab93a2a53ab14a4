package bz.keelbill.e2e;

import java.util.List;
import java.util.Locale;

/** AIS sentences made bit by bit (ITU-R M.1371-5, annex 8), independently of the program. */
final class AisSentences {
  private static final int PAYLOAD_CHARACTERS = 60;

  private final StringBuilder bits = new StringBuilder();

  private AisSentences(int type, int mmsi) {
    put(type, 6).put(0, 2).put(mmsi, 30);
  }

  /** Type 18: where a class B boat is now, by its own clock, and how it moves. */
  static String position(
      int mmsi, double latitude, double longitude, double knots, double courseDegrees) {
    long now = System.currentTimeMillis();
    return position(mmsi, latitude, longitude, knots, courseDegrees, now);
  }

  /** The same, said at another time. */
  static String position(
      int mmsi, double latitude, double longitude, double knots, double courseDegrees, long at) {
    AisSentences message = new AisSentences(18, mmsi).put(0, 8).put(Math.round(knots * 10), 10);
    message.put(1, 1).put(Math.round(longitude * 600_000), 28).put(Math.round(latitude * 600_000), 27);
    message.put(Math.round(courseDegrees * 10) % 3600, 12).put(511, 9).put(at / 1_000 % 60, 6);
    return message.put(0, 2).put(0b1_0_1_1_1_0_0, 7).put(1, 1).put(6, 19).sentences().get(0);
  }

  /** Type 24, part A: what a class B boat calls itself. */
  static String name(int mmsi, String name) {
    return new AisSentences(24, mmsi).put(0, 2).text(name, 20).sentences().get(0);
  }

  /** Type 24, part B: the ship that a tender belongs to. */
  static String parent(int mmsi, int parentMmsi) {
    AisSentences message = new AisSentences(24, mmsi).put(1, 2).put(37, 8).put(0, 42);
    return message.text("", 7).put(parentMmsi, 30).put(0, 6).sentences().get(0);
  }

  /** Type 5: name, callsign and destination of a class A ship; in two sentences. */
  static List<String> voyage(int mmsi, String callsign, String name, String destination) {
    AisSentences message = new AisSentences(5, mmsi).put(0, 2).put(0, 30);
    message.text(callsign, 7).text(name, 20).put(70, 8).put(80, 9).put(20, 9).put(8, 6).put(8, 6);
    message.put(1, 4).put(0, 4).put(0, 5).put(24, 5).put(60, 6).put(52, 8);
    return message.text(destination, 20).put(0, 2).sentences();
  }

  private AisSentences put(long value, int width) {
    for (int bit = width - 1; bit >= 0; bit--) {
      bits.append(value >> bit & 1);
    }
    return this;
  }

  private AisSentences text(String text, int characters) {
    for (int i = 0; i < characters; i++) {
      char letter = i < text.length() ? text.charAt(i) : '@';
      if (letter < ' ' || letter > '_') {
        throw new IllegalArgumentException("six-bit text has no " + letter);
      }
      put(letter >= '@' ? letter - '@' : letter, 6);
    }
    return this;
  }

  private List<String> sentences() {
    int fill = (6 - bits.length() % 6) % 6;
    String payload = armour(bits + "0".repeat(fill));
    if (payload.length() <= PAYLOAD_CHARACTERS) {
      return List.of(framed("AIVDM,1,1,,A," + payload + ',' + fill));
    }
    return List.of(
        framed("AIVDM,2,1,1,A," + payload.substring(0, PAYLOAD_CHARACTERS) + ",0"),
        framed("AIVDM,2,2,1,A," + payload.substring(PAYLOAD_CHARACTERS) + ',' + fill));
  }

  private static String armour(String bits) {
    StringBuilder payload = new StringBuilder();
    for (int at = 0; at < bits.length(); at += 6) {
      int six = Integer.parseInt(bits.substring(at, at + 6), 2);
      payload.append((char) (six < 40 ? six + 48 : six + 56));
    }
    return payload.toString();
  }

  private static String framed(String body) {
    int sum = body.chars().reduce(0, (a, b) -> a ^ b);
    return String.format(Locale.ROOT, "!%s*%02X", body, sum);
  }
}
