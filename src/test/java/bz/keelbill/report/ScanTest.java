package bz.keelbill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The eight-at-a-time ways judged by the one-at-a-time ways. */
class ScanTest {
  private static final int ROUNDS = 200_000;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void findsAndAddsUpLikeALoop() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = text(")*+!\" ", 40);
      int from = random.nextInt(text.length + 1);
      int to = from + random.nextInt(text.length - from + 1);
      String why = "seed " + seed;
      int found = slowIndexOf(text, from, to);
      assertEquals(found, Scan.indexOf('*', '!', text, from, to), why);
      assertEquals(slowXor(text, from, to), Scan.xor(text, from, to), why);
      long both = Scan.xorUpTo('*', '!', text, from, to);
      assertEquals(found, both >>> 8, why);
      assertEquals(slowXor(text, from, found), both & 0xff, why);
    }
  }

  @Test
  void readsNumbersLikeALoop() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = text("0123456789", 19);
      assertEquals(slowNumber(text), Scan.number(text, 0, text.length), () -> why(text));
    }
  }

  @Test
  void readsEveryNumberOfDigitsOnly() {
    for (int round = 0; round < ROUNDS; round++) {
      long number = random.nextLong() >>> 5 + random.nextInt(58);
      byte[] text = Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
      if (text.length <= 18) {
        assertEquals(number, Scan.number(text, 0, text.length), () -> why(text));
      }
    }
  }

  @Test
  void aByteBesideTheDigitsIsNone() {
    for (int at = 0; at < 10; at++) {
      for (int letter = 0; letter < 256; letter++) {
        byte[] text = "1234567890".getBytes(StandardCharsets.ISO_8859_1);
        text[at] = (byte) letter;
        assertEquals(slowNumber(text), Scan.number(text, 0, text.length), () -> why(text));
      }
    }
  }

  private String why(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1) + ", seed " + seed;
  }

  /** Some of the letters, and now and then any byte at all. */
  private byte[] text(String letters, int most) {
    byte[] text = new byte[random.nextInt(most)];
    for (int i = 0; i < text.length; i++) {
      boolean any = random.nextInt(12) == 0;
      text[i] = (byte) (any ? random.nextInt() : letters.charAt(random.nextInt(letters.length())));
    }
    return text;
  }

  private static long slowNumber(byte[] text) {
    long value = 0;
    for (byte letter : text) {
      if (letter < '0' || letter > '9') {
        return -1;
      }
      value = 10 * value + letter - '0';
    }
    return value;
  }

  private static int slowIndexOf(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '*' || text[i] == '!') {
        return i;
      }
    }
    return to;
  }

  private static int slowXor(byte[] text, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= text[i] & 0xff;
    }
    return sum;
  }
}
