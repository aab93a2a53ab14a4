package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanFramingTest {
  private static final String CANCEL = "(CNL-V3HHA-MZBZ1430-MZSP-0)";

  /** Writes down what comes out. */
  private static final class Cut implements PlanFraming.Sink {
    private final List<String> said = new ArrayList<>();

    @Override
    public void message(long number, byte[] bytes) {
      said.add(number + ":" + new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void tooLong(long number, byte[] start) {
      said.add(number + ":too long");
    }
  }

  private static List<String> cut(String text, int chunk) {
    Cut cut = new Cut();
    PlanFraming framing = new PlanFraming();
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length; at += chunk) {
      framing.push(bytes, at, Math.min(chunk, bytes.length - at), cut);
    }
    framing.finish(cut);
    return cut.said;
  }

  @Test
  void messagesComeWithTheirEnvelopeAndLineNumber() {
    String text = "ZCZC\nFF X\n231130 MZBZZTZX\n" + CANCEL + "\nNNNN\n\n(DEP-A\n-B)\n";
    assertEquals(
        List.of("4:ZCZC\nFF X\n231130 MZBZZTZX\n" + CANCEL, "7:\nNNNN\n\n(DEP-A\n-B)"),
        cut(text, 1000));
  }

  @Test
  void severalMessagesOnOneLineAreSeveral() {
    assertEquals(List.of("1:" + CANCEL, "1:" + CANCEL), cut(CANCEL + CANCEL, 1000));
  }

  @Test
  void anUnclosedMessageEndsWhereTheNextBeginsWhichKeepsItsEnvelope() {
    String broken = "(FPL-V3HHB-VG\n-C208\n231130 MZBZZTZX\n";
    List<String> said = cut(broken + CANCEL, 1000);
    assertEquals("1:" + broken, said.get(0));
    assertEquals("4:" + broken.substring(1) + CANCEL, said.get(1));
    assertEquals(2, said.size());
  }

  @Test
  void aParenthesisInARemarkBeginsNoMessage() {
    String remark = "(FPL-V3HHA-VG\n-RMK/CALL (DEPARTURE 5551234)";
    assertEquals(List.of("1:" + remark), cut(remark, 3));
  }

  @Test
  void anUnclosedMessageAtTheEndIsHandedOut() {
    assertEquals(List.of("1:(FPL-V3HHB"), cut("(FPL-V3HHB", 1000));
  }

  @Test
  void wordsOutsideAnyMessageAreHandedOutAtTheEnd() {
    assertEquals(List.of("2:hello\nworld"), cut("hello\nworld", 1000));
    assertEquals(List.of("1:" + CANCEL), cut(CANCEL + "\r\nNNNN\r\n\0", 1000));
  }

  @Test
  void whatIsTooLongIsDroppedAndTheNextMessageStands() {
    List<String> said = cut("(FPL-" + "X".repeat(20_000) + "\n" + CANCEL, 1000);
    assertEquals(List.of("1:too long", "2:" + CANCEL), said);
    said = cut("X".repeat(1_000_000) + "\n" + CANCEL, 4096);
    assertEquals(List.of("1:too long", "2:" + CANCEL), said);
    said = cut("X".repeat(1_000_000) + CANCEL, 4096);
    assertEquals(List.of("1:too long", "1:" + CANCEL), said);
  }

  @Test
  void chunksMakeNoDifference() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    System.out.println("PlanFraming fuzz: seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      CANCEL, "(FPL-A", "(", ")", "\n", "231130 MZBZZTZX\n", "(DE", "P-", "X".repeat(900), "NNNN"
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int piece = 0; piece < 60; piece++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      List<String> whole = cut(text.toString(), text.length());
      assertEquals(whole, cut(text.toString(), 1 + random.nextInt(50)));
      assertTrue(whole.stream().allMatch(said -> said.length() <= PlanFraming.MAX_BYTES + 10));
    }
  }
}
