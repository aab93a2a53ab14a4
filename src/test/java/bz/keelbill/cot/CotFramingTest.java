package bz.keelbill.cot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Mutations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CotFramingTest {
  private static final String ONE = "<event uid='1'><point/></event>";
  private static final String TWO = "<event uid='2'><point/></event>";
  private static final String XML = "<?xml version='1.0'?>";

  private static List<String> cut(String stream, int chunk) {
    byte[] bytes = Mutations.bytes(stream);
    CotFraming framing = new CotFraming();
    List<String> pieces = new ArrayList<>();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] piece) {
            pieces.add(number + ":" + Mutations.text(piece));
          }

          @Override
          public void tooLong(long number, byte[] start) {
            pieces.add(number + "!");
          }
        };
    for (int at = 0; at < bytes.length; at += chunk) {
      framing.push(bytes, at, Math.min(chunk, bytes.length - at), sink);
    }
    framing.finish(sink);
    return pieces;
  }

  /** The pieces, which are the same for every size of chunk. */
  private static List<String> cut(String stream) {
    List<String> whole = cut(stream, stream.length());
    for (int chunk = 1; chunk < 60; chunk++) {
      assertEquals(whole, cut(stream, chunk), "chunks of " + chunk);
    }
    return whole;
  }

  @Test
  void eventsStandGluedTogetherOrOnLinesOfTheirOwn() {
    assertEquals(List.of("1:" + ONE, "1:" + TWO), cut(ONE + TWO));
    assertEquals(List.of("1:" + ONE, "3:" + TWO), cut(ONE + "\r\n\n  " + TWO + "\n"));
    assertEquals(
        List.of("1:" + XML + "\n" + ONE, "2:" + XML + TWO), cut(XML + "\n" + ONE + XML + TWO));
  }

  @Test
  void anEndTagMayHaveBlanks() {
    String blank = "<event uid='1'></event \n>";
    assertEquals(List.of("1:" + blank, "2:" + TWO), cut(blank + TWO));
  }

  @Test
  void anEndTagInCdataOrInACommentIsNone() {
    String aside = "<event><![CDATA[</event><event>]]><!-- </event> --><?x </event>?></event>";
    assertEquals(List.of("1:" + aside, "1:" + TWO), cut(aside + TWO));
    String tricky = "<event><!--> </event> --></event>";
    assertEquals(List.of("1:" + tricky, "1:" + TWO), cut(tricky + TWO));
  }

  @Test
  void anotherTagThatBeginsAlikeIsNone() {
    String events = "<events><event uid='1'></eventual></event>";
    assertEquals(List.of("1:<events>", "1:" + events.substring(8)), cut(events));
  }

  @Test
  void anUnclosedEventEndsWhereTheNextBegins() {
    String open = "<event uid='1'><point ";
    assertEquals(List.of("1:" + open, "1:" + TWO), cut(open + TWO));
    assertEquals(List.of("1:" + open), cut(open));
  }

  @Test
  void whatLiesBetweenIsAPieceToo() {
    assertEquals(List.of("1:junk", "1:" + ONE, "1:more"), cut("junk" + ONE + "more"));
  }

  @Test
  void whatIsTooLongIsToldOnceAndTheNextEventTaken() {
    String endless = "<event uid='1'>" + "x".repeat(3 * CotFraming.MAX_BYTES);
    assertEquals(List.of("1!", "2:" + ONE, "2:" + TWO), cut(endless + "\n" + ONE + TWO));
    assertEquals(List.of("1!", "1:" + ONE), cut("y".repeat(CotFraming.MAX_BYTES + 1) + ONE));
  }

  @Test
  void aTagThatStandsWhereItGetsTooLongIsNotLost() {
    for (int over = -3; over < 10; over++) {
      String long1 = "<event uid='1'>" + "x".repeat(CotFraming.MAX_BYTES - 15 + over);
      List<String> pieces = cut(long1 + ONE, 4_096);
      assertEquals("1:" + ONE, pieces.get(pieces.size() - 1), "over by " + over);
    }
  }

  @Test
  void aCommentThatIsNeverClosedCostsNoMoreThanTheLongestEvent() {
    String lost = "<event><!-- " + ONE.repeat(CotFraming.MAX_BYTES / ONE.length());
    List<String> pieces = cut(lost + ONE + TWO, 1_000);
    assertEquals("1:" + TWO, pieces.get(pieces.size() - 1));
  }
}
