package bz.keelbill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFramingTest {

  @Test
  void cutsAtEachLineFeedAndDropsOneCarriageReturn() {
    assertEquals(
        List.of("1:one", "2:two", "3:three\r", "4:"), framed(16, "one\ntwo\r\nthree\r\r\n\n"));
  }

  @Test
  void takesWhatStandsAfterTheLastLineFeedAsALine() {
    assertEquals(List.of("1:one", "2:tw"), framed(16, "one\ntw"));
    assertEquals(List.of("1:one"), framed(16, "one\n"));
    assertEquals(List.of(), framed(16, ""));
  }

  @Test
  void takesALineOfExactlyTheLimitWithEitherLineEnd() {
    assertEquals(List.of("1:12345678", "2:12345678"), framed(8, "12345678\n12345678\r\n"));
  }

  @Test
  void skipsALineOverTheLimitOnceAndGoesOnBehindIt() {
    assertEquals(
        List.of("1:a", "2!123456789", "3:b"), framed(8, "a\n1234567890123456789012345\nb\n"));
    assertEquals(List.of("1!123456789", "2:b"), framed(8, "123456789\nb\n"));
    assertEquals(List.of("1!12345678\r", "2:b"), framed(8, "12345678\r9\nb\n"));
  }

  @Test
  void skipsAnOverlongLastLine() {
    assertEquals(List.of("1!123456789"), framed(8, "1234567890"));
  }

  @Test
  void keepsEveryByteValue() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    List<String> lines = framed(512, new String(all, StandardCharsets.ISO_8859_1));
    assertEquals(2, lines.size());
    assertEquals(2 + 10, lines.get(0).length());
    assertEquals(2 + 245, lines.get(1).length());
  }

  @Test
  void givesTheSameLinesForAnyChunks() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String text = randomText(random);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      Lines inChunks = new Lines();
      LineFraming framing = new LineFraming(12);
      for (int at = 0; at < bytes.length; ) {
        int count = Math.min(bytes.length - at, 1 + random.nextInt(20));
        framing.push(bytes, at, count, inChunks);
        at += count;
      }
      framing.finish(inChunks);
      assertEquals(framed(12, text), inChunks.seen, "seed " + seed);
    }
  }

  @Test
  void forgetsAnUnfinishedLineOnReset() {
    Lines lines = new Lines();
    LineFraming framing = new LineFraming(16);
    framing.push("half a li".getBytes(StandardCharsets.ISO_8859_1), 0, 9, lines);
    framing.reset();
    framing.push("whole\n".getBytes(StandardCharsets.ISO_8859_1), 0, 6, lines);
    framing.finish(lines);
    assertEquals(List.of("1:whole"), lines.seen);
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(120); i > 0; i--) {
      text.append("\n\rab".charAt(random.nextInt(4)));
      text.append("c".repeat(random.nextInt(4) == 0 ? random.nextInt(16) : 0));
    }
    return text.toString();
  }

  private static List<String> framed(int maxBytes, String text) {
    Lines lines = new Lines();
    LineFraming framing = new LineFraming(maxBytes);
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    framing.push(bytes, 0, bytes.length, lines);
    framing.finish(lines);
    return lines.seen;
  }

  private static final class Lines implements LineFraming.Sink {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void line(long number, byte[] bytes) {
      seen.add(number + ":" + new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void tooLong(long number, byte[] start) {
      seen.add(number + "!" + new String(start, StandardCharsets.ISO_8859_1));
    }
  }
}
