package bz.keelbill.cot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutated events of one stream, through framing and decoder: a hundred thousand here, more with
 * {@code -Dfuzz.cot=10000000}, the same again with {@code -Dseed=...}.
 */
class CotFuzzTest {
  private static final long NOON = 1_795_435_200_000L;
  private static final long MOST_OWN_MILLIS = 70 * 60_000;
  private static final int EVENTS_PER_CHECK = 16;

  private final Mutations mutations =
      new Mutations(
          List.of(
              CotDecoderTest.PATROL,
              "<?xml version='1.0' encoding='UTF-8'?>\n" + CotDecoderTest.PATROL,
              CotDecoderTest.PATROL
                  .replace("a-f-S-X-L", "a-f-A-M-H")
                  .replace("</detail>", "<x><![CDATA[</event>]]></x><!-- </event> --></detail>"),
              CotDecoderTest.PATROL
                  .replace("a-f-S-X-L", "b-a-o-tbl")
                  .replace("<contact", "<emergency type='911 Alert'/><link uid='&amp;'/><contact"),
              "<event uid='takPing' type='t-x-c-t'><point lat='0' lon='0'/></event>",
              "<!DOCTYPE event [<!ENTITY x 'y'>]>" + CotDecoderTest.PATROL),
          "<>/=\"'&;![]-?0123456789.+eENZT: \n\0\u00ff");

  @Test
  void noMutationEscapesOrHidesTheNextGoodEvent() {
    long events = Long.getLong("fuzz.cot", 100_000);
    Judge judge = new Judge();
    CotFraming framing = new CotFraming();
    byte[] good = Mutations.bytes(CotDecoderTest.PATROL);
    for (long number = 1; number <= events; number++) {
      byte[] event = mutations.next();
      judge.now = NOON + number % 1000;
      try {
        framing.push(event, 0, event.length, judge);
        // As each datagram ends: a comment that is not closed ends with it.
        if (!mutations.oneIn(4)) {
          framing.finish(judge);
        }
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + mutations.seed + ": " + Mutations.text(event), e);
      }
      if (number % EVENTS_PER_CHECK == 0) {
        framing.finish(judge);
        judge.last = null;
        framing.push(good, 0, good.length, judge);
        assertEquals("cot:BZ-PATROL-1", judge.last, "seed " + mutations.seed + ", " + number);
      }
    }
    assertTrue(judge.fixes > events / 10, "too few get through: " + judge.fixes);
    assertTrue(judge.rejects > events / 10, "too few are refused: " + judge.rejects);
    System.out.println(
        events + " events: " + judge.fixes + " positions, " + judge.rejects + " refusals");
  }

  private static final class Judge implements LineFraming.Sink, Decoder.Output {
    private final CotDecoder decoder = new CotDecoder("tak", false, true);
    private long now;
    private long fixes;
    private long rejects;
    private String last;

    @Override
    public void line(long number, byte[] bytes) {
      decoder.decode(new Line("feed", number, now, bytes), this);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      rejects++;
    }

    @Override
    public void report(Report report) {
      assertTrue(report.origin().eventAtMillis() <= now + 60_000);
      if (report instanceof OwnForce own) {
        assertTrue(own.untilMillis() - own.origin().eventAtMillis() <= MOST_OWN_MILLIS);
      }
      if (report instanceof Fix fix) {
        fixes++;
        last = fix.contact().name();
        double speed = fix.motion().speedKnots();
        double course = fix.motion().courseDegrees();
        double sigma = fix.state().accuracy().worstMetres();
        assertTrue(Double.isNaN(speed) || speed >= 0 && speed <= 900);
        assertTrue(Double.isNaN(course) || course >= 0 && course < 360);
        assertTrue(sigma >= 5 && sigma <= 10_000);
      }
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
