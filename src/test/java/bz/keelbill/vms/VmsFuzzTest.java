package bz.keelbill.vms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutated records of one stream, through framing and decoder: a million here, more with {@code
 * -Dfuzz.vms=100000000}, the same again with {@code -Dseed=...}.
 */
class VmsFuzzTest {
  private static final long NOON = 1_795_435_200_000L;
  private static final int RECORDS_PER_CHECK = 16;

  private final Mutations mutations =
      new Mutations(
          List.of(
              VmsDecoderTest.GOOD,
              VmsDecoderTest.MINUTES + "\r\n",
              "//SR//FR/BLZ//TM/MAN//IR/BLZ000123456//DA/20261123//TI/1200//LT/17.4//LG/-87.6//ER\n",
              "//SR//TM/RET//RS/ACK//RE/104//RN/17//ER//",
              "//SR//TM/EXI//RC/V3AB//NA///DA/20261123//TI/2359\r\n//LT/-89.9//LG/+179.9//SP/1000"
                  + "//CO/360//ER//"),
          "///////SRERTMLTLGNWSE+-.0123456789\r\n \0\u00ff");

  @Test
  void noMutationEscapesOrHidesTheNextGoodRecord() {
    long records = Long.getLong("fuzz.vms", 1_000_000);
    Judge judge = new Judge();
    NafFraming framing = new NafFraming();
    byte[] good = Mutations.bytes("\n" + VmsDecoderTest.GOOD);
    for (long number = 1; number <= records; number++) {
      byte[] record = mutations.next();
      judge.now = NOON + number % 1000;
      try {
        framing.push(record, 0, record.length, judge);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + mutations.seed + ": " + Mutations.text(record), e);
      }
      if (number % RECORDS_PER_CHECK == 0) {
        judge.last = null;
        framing.push(good, 0, good.length, judge);
        assertEquals("vms:V3AA", judge.last, "seed " + mutations.seed + ", " + number);
      }
    }
    assertTrue(judge.fixes > records / 10, "too few get through: " + judge.fixes);
    assertTrue(judge.rejects > records / 10, "too few are refused: " + judge.rejects);
    System.out.println(
        records + " records: " + judge.fixes + " positions, " + judge.rejects + " refusals");
  }

  private static final class Judge implements LineFraming.Sink, Decoder.Output {
    private final VmsDecoder decoder = new VmsDecoder("fisheries", false);
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
      String name = report.contact().name();
      assertTrue(name.length() > 4 && name.length() <= 24, name);
      if (report instanceof Fix fix) {
        fixes++;
        last = name;
        double speed = fix.motion().speedKnots();
        double course = fix.motion().courseDegrees();
        assertTrue(Double.isNaN(speed) || speed >= 0 && speed <= 100);
        assertTrue(Double.isNaN(course) || course >= 0 && course < 360);
        assertFalse(Double.isNaN(fix.position().latitude()));
        assertTrue(fix.atMillis() <= now + 60_000);
      }
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
