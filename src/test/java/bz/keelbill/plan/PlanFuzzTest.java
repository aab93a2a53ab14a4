package bz.keelbill.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutated flight plan messages and rows of clearances, a million unless {@code -Dfuzz.plans=N} says
 * otherwise; {@code -Dseed=S} repeats a run. All go through the framing of one stream and the
 * decoder; every sixteenth message goes into a book.
 */
class PlanFuzzTest {
  private static final long NOW = 1_795_400_000_000L;
  private static final int PIECES_PER_CHECK = 64;
  private static final String ALPHABET = "--(()/0123456789ABCDEFMZ ,;\"\n\r\0\u00ff";
  private static final List<String> SEEDS =
      List.of(
          "ZCZC BZA012 231129\r\nFF MZBZZTZX MHTGZQZX\r\n231130 MZBZYAYX\r\n"
              + "(FPL-V3HHA/A4321-VG-C208/L-SDFG/SB1-MZBZ1430-N0150A055 DCT 1700N08800W BZE/N0140A045"
              + " DCT-MZSP0020 MZBZ MZCK-DOF/261123 REG/V3HHA CODE/0AB001 RMK/HOP)\r\nNNNN\r\n",
          "(CHGA/B234-V3HHA-MZBZ1430-MZSP-DOF/261123-13/MZBZ1500-16/MZPL0035-18/REG/V3HHB)\n",
          "(ARR-AFR154-LFPO0803-ELLX-ZZZZ0920 SOMEWHERE NORTH OF EPINAL)\n",
          "(DEP-AFR1/A3440-ESSA1150-LFPG-0)\n",
          "231420 MZBZZTZX\n(DLA-V3HHA-MZBZ1600-MZSP-DOF/261123)\n",
          "(CNL-V3HHA-MZBZ1430-MZSP-0)\n",
          "callsign,registration,icao24,squawk,type,from,to,off_block,eet,remark,cleared_by\n",
          "\u00ef\u00bb\u00bfcallsign;from;to;off_block;eta;cleared_by;until\r\n",
          "V3HHA,V3-HHA,0AB001,4321,C208,MZBZ,MZSP,1430,20,\"one, two\",\"Tower \"\"B\"\"\"\n",
          "V3HHB;MZBZ;MZPL;2026-11-23T14:30Z;2026-11-23T15:05:00-06:00;\"Ana; Pech\";1800\n");

  private final Mutations mutations = new Mutations(SEEDS, ALPHABET);

  @Test
  void noMutationEscapesOrHidesTheNextGoodMessage() {
    long pieces = Long.getLong("fuzz.plans", 1_000_000);
    Judge judge = new Judge();
    PlanFraming framing = new PlanFraming();
    byte[] good = Mutations.bytes("\n(CNL-GOOD1-MZBZ1430-MZSP-0)\n");
    for (long number = 1; number <= pieces; number++) {
      byte[] piece = mutations.next();
      judge.now = NOW + number;
      try {
        framing.push(piece, 0, piece.length, judge);
      } catch (RuntimeException e) {
        String text = Mutations.text(piece);
        throw new AssertionError("seed " + mutations.seed + ", piece " + number + ": " + text, e);
      }
      if (number % PIECES_PER_CHECK == 0) {
        judge.last = null;
        // Within what is still open a message is a part of it; the second stands by itself.
        framing.push(good, 0, good.length, judge);
        framing.push(good, 0, good.length, judge);
        assertEquals("GOOD1", judge.last, "seed " + mutations.seed + ", piece " + number);
      }
    }
    assertTrue(judge.messages > pieces / 20, "too few get through: " + judge.messages);
    assertTrue(judge.rejects > pieces / 20, "too few are refused: " + judge.rejects);
    assertTrue(judge.clearances > pieces / 50, "too few rows: " + judge.clearances);
    System.out.println(
        pieces + " pieces: " + judge.messages + " messages, " + judge.rejects + " refusals");
  }

  /** Decodes what the framing cuts, and puts some of it into a book. */
  private static final class Judge implements PlanFraming.Sink, Decoder.Output {
    private final PlanDecoder decoder = new PlanDecoder("aftn", false);
    private PlanBook book = new PlanBook();
    private long now;
    private long messages;
    private long clearances;
    private long rejects;
    private String last;

    @Override
    public void message(long number, byte[] bytes) {
      decoder.decode(new Line("plans", number, now, bytes), this);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      rejects++;
    }

    @Override
    public void report(Report report) {
      messages++;
      PlanMessage message = (PlanMessage) report;
      clearances += message.type() == PlanMessage.Type.CLEARANCE ? 1 : 0;
      last = message.flight().callsign();
      assertTrue(message.extras().notUnderstood().size() <= 40);
      if (messages % 16 == 0) {
        book.apply(message);
        assertTrue(book.match(new PlanQuery(1, "V3HHA", "V3HHB", "1234", now)).outcome() != null);
      }
      if (messages % 65_536 == 0) {
        assertTrue(book.plans().size() <= 10_000 && book.loose().size() <= 50);
        book = new PlanBook();
      }
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
    }
  }
}
