package bz.keelbill.vms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Mutations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NafFramingTest {
  private static final String ONE = "//SR//TM/POS//RC/V3AA//ER//";
  private static final String TWO = "//SR//TM/EXI//RC/V3AB//ER//";

  /** Pieces as {@code number:text}, and what was too long as {@code number!}. */
  private static final class Cut implements LineFraming.Sink {
    private final List<String> pieces = new ArrayList<>();

    @Override
    public void line(long number, byte[] bytes) {
      pieces.add(number + ":" + Mutations.text(bytes));
    }

    @Override
    public void tooLong(long number, byte[] start) {
      pieces.add(number + "!");
    }
  }

  private static List<String> cut(String stream, int chunk) {
    byte[] bytes = Mutations.bytes(stream);
    NafFraming framing = new NafFraming();
    Cut cut = new Cut();
    for (int at = 0; at < bytes.length; at += chunk) {
      framing.push(bytes, at, Math.min(chunk, bytes.length - at), cut);
    }
    framing.finish(cut);
    return cut.pieces;
  }

  /** The pieces, which are the same for every size of chunk. */
  private static List<String> cut(String stream) {
    List<String> whole = cut(stream, stream.length());
    for (int chunk = 1; chunk < 40; chunk++) {
      assertEquals(whole, cut(stream, chunk), "chunks of " + chunk);
    }
    return whole;
  }

  @Test
  void recordsMayStandOnALineTogether() {
    assertEquals(List.of("1:" + ONE, "1:" + TWO), cut(ONE + TWO + "\n"));
    assertEquals(List.of("1:" + ONE, "1:" + TWO, "2:" + ONE), cut(ONE + " " + TWO + "\r\n" + ONE));
  }

  @Test
  void aRecordMayBeSplitAnywhere() {
    for (int at = 1; at < ONE.length(); at++) {
      String split = ONE.substring(0, at) + "\r\n" + ONE.substring(at) + "\r\n" + TWO;
      List<String> pieces = cut(split);
      String first = pieces.get(0).substring(2).replaceAll("//ER$", "//ER//");
      assertEquals(ONE, first, "split at " + at);
      assertTrue(pieces.get(pieces.size() - 1).endsWith(":" + TWO), "split at " + at);
      assertEquals(2, pieces.size(), "split at " + at);
    }
  }

  @Test
  void anUnclosedRecordEndsWhereTheNextBegins() {
    assertEquals(List.of("1://SR//TM/POS//RC/V3", "1:" + TWO), cut("//SR//TM/POS//RC/V3" + TWO));
  }

  @Test
  void theLastSlashesMayBeMissing() {
    String open = ONE.substring(0, ONE.length() - 2);
    assertEquals(List.of("1:" + open, "2:" + TWO), cut(open + "\n" + TWO));
    assertEquals(List.of("1:" + open), cut(open));
  }

  @Test
  void whatLiesBetweenIsGivenLineByLine() {
    assertEquals(List.of("1:hello", "2:x/y", "3:junk", "3:" + ONE), cut("hello\nx/y\njunk" + ONE));
  }

  @Test
  void whatIsTooLongIsToldOnceAndTheNextRecordTaken() {
    String endless = "//SR//NA/" + "x".repeat(3 * NafFraming.MAX_BYTES);
    assertEquals(List.of("1!", "2:" + ONE), cut(endless + "\n" + ONE));
    assertEquals(List.of("1!", "1:" + ONE), cut("y".repeat(NafFraming.MAX_BYTES + 1) + ONE));
    assertEquals(List.of("1!"), cut("\0".repeat(10 * NafFraming.MAX_BYTES)));
  }
}
