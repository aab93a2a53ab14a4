package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The eight-at-a-time ways judged by the one-at-a-time ways. */
class BitsTest {
  private static final int ROUNDS = 200_000;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void unarmoursLikeALoop() {
    Bits bits = new Bits();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = new byte[random.nextInt(30)];
      for (int i = 0; i < text.length; i++) {
        int legal = random.nextInt(64);
        boolean isForeign = random.nextInt(100) == 0;
        text[i] = (byte) (isForeign ? random.nextInt() : legal < 40 ? legal + 48 : legal + 56);
      }
      int from = random.nextInt(text.length + 1);
      int middle = from + random.nextInt(text.length - from + 1);
      int fill = middle > from ? random.nextInt(6) : 0;
      bits.clear();
      boolean isLegal =
          bits.append(text, from, middle, fill) && bits.append(text, middle, text.length, 0);
      String expected = slowUnarmour(text, from, middle, fill, middle, text.length);
      assertEquals(expected != null, isLegal, "seed " + seed);
      if (isLegal) {
        assertEquals(expected, text(bits), "seed " + seed);
      }
    }
  }

  private static String slowUnarmour(
      byte[] text, int from, int to, int fill, int nextFrom, int nextTo) {
    String first = slowUnarmour(text, from, to);
    String second = slowUnarmour(text, nextFrom, nextTo);
    return first == null || second == null
        ? null
        : first.substring(0, first.length() - fill) + second;
  }

  private static String slowUnarmour(byte[] text, int from, int to) {
    StringBuilder bits = new StringBuilder();
    for (int i = from; i < to; i++) {
      int letter = text[i] & 0xff;
      boolean isLow = letter >= 48 && letter <= 87;
      boolean isHigh = letter >= 96 && letter <= 119;
      if (!isLow && !isHigh) {
        return null;
      }
      int six = isLow ? letter - 48 : letter - 56;
      bits.append(Integer.toBinaryString(64 + six).substring(1));
    }
    return bits.toString();
  }

  private static String text(Bits bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits.length(); i++) {
      text.append(bits.unsigned(i, 1));
    }
    return text.toString();
  }
}
