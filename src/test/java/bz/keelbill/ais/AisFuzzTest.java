package bz.keelbill.ais;

import static bz.keelbill.ais.AisEncoder.bytes;
import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.Scan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mutated sentences: a million here, more with {@code -Dfuzz.ais=100000000}, the same again with
 * {@code -Dseed=...}.
 */
class AisFuzzTest {
  private static final int MOST_UNFINISHED = 1024;
  private static final int LINES_PER_CHECK = 16;

  private final Mutations mutations = new Mutations(seeds(), "!*,\\$:0159AB");

  @Test
  void noMutationEscapesOrHidesTheNextGoodSentence() {
    long lines = Long.getLong("fuzz.ais", 1_000_000);
    AisReader reader = new AisReader(AisReader.Timing.LIVE);
    AisDecoder decoder = new AisDecoder("mast", AisReader.Timing.LIVE);
    Ranges ranges = new Ranges();
    Last last = new Last();
    byte[] good = bytes(position(312_000_001, 17.5, -88.25, 60).sentence());
    for (long number = 1; number <= lines; number++) {
      byte[] line = mutations.next();
      if (!mutations.oneIn(3)) {
        repair(line);
      }
      try {
        reader.read(line, 0, line.length, number, number * 10, ranges);
        decoder.decode(new Line("feed", number, number * 10, line), last);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + mutations.seed + ": " + Mutations.text(line), e);
      }
      if (number % LINES_PER_CHECK == 0) {
        last.report = null;
        decoder.decode(new Line("feed", number, number * 10, good), last);
        assertEquals(17.5, ((Fix) last.report).position().latitude(), "seed " + mutations.seed);
        assertTrue(reader.unfinished() <= MOST_UNFINISHED);
      }
    }
    assertTrue(ranges.messages > lines / 20, "too few get through: " + ranges.messages);
    assertTrue(ranges.applications > lines / 500, "too few: " + ranges.applications);
  }

  /** Gives the last sentence of a line a right checksum, so that what is inside is looked at. */
  private static void repair(byte[] line) {
    int star = line.length - 3;
    while (star > 0 && line[star] != '*') {
      star--;
    }
    int begin = star;
    while (begin > 0 && line[begin] != '!') {
      begin--;
    }
    if (star > begin) {
      String sum = "%02X".formatted(Scan.xor(line, begin + 1, star));
      line[star + 1] = (byte) sum.charAt(0);
      line[star + 2] = (byte) sum.charAt(1);
    }
  }

  private static List<String> seeds() {
    List<String> lines = new ArrayList<>();
    for (int type = 0; type < 30; type++) {
      lines.add(message(type, 312_000_000 + type, 312).put(38, 30, -type).sentence());
      lines.add(position(312_000_000 + type, 17, -88, type).sentence());
    }
    for (int i = 0; i < 10; i++) {
      AisEncoder encoder = message(5, 312_000_100 + i, 424).text(112, 20, "NAME " + i);
      List<String> parts = encoder.sentences(2 + i % 3, "" + i % 2, "A");
      for (int part = 1; part <= parts.size(); part++) {
        String group = "g:%d-%d-%d".formatted(part, parts.size(), i);
        lines.add(parts.get(part - 1));
        lines.add(tag("s:one,c:1700000000") + parts.get(part - 1));
        lines.add(tag(group) + tag("s:two") + parts.get(part - 1));
      }
    }
    for (int fid = 10; fid < 56; fid++) {
      lines.add(message(8, 312_000_300, 360).put(40, 10, 1).put(50, 6, fid).sentence());
      lines.add(message(6, 312_000_300, 360).put(72, 10, 200).put(82, 6, fid).sentence());
    }
    lines.add("$" + AisEncoder.withChecksum("PGHP,1,2010,6,11,11,46,12,386,,,,1,12").substring(1));
    lines.add(position(312_000_200, 17, -88, 5).sentence() + ",d-077,r08XSEW1,1272412945");
    return lines;
  }

  private static final class Last implements Decoder.Output {
    private Report report;

    @Override
    public void report(Report next) {
      report = next;
    }

    @Override
    public void reject(Reject reject) {
      assertTrue(reject.reason() != null);
    }
  }

  /** Looks at every field: nothing may be outside its range, however the bits fell. */
  private static final class Ranges implements AisReader.Output, AisMessage.Visitor {
    private long messages;
    private long applications;

    @Override
    public void message(AisMessage message) {
      messages++;
      assertTrue(message.type() >= 1 && message.type() <= 27);
      assertTrue(message.mmsi() >= 0 && message.mmsi() < 1 << 30);
      assertTrue(message.dataBits() >= 0);
      message.visit(this);
      AisApplication application = message.application();
      applications += application == null ? 0 : 1;
    }

    @Override
    public void reject(Reject.Reason reason) {
      assertTrue(reason != null);
    }

    @Override
    public void number(AisField field, double value, int decimals) {
      double most =
          switch (field) {
            case LON -> 180;
            case LAT -> 90;
            case SOG -> 1022;
            case COG -> 359.9;
            case HEADING -> 359;
            default -> 1 << 30;
          };
      assertTrue(Double.isNaN(value) || Math.abs(value) <= most, field + " " + value);
    }

    @Override
    public void text(AisField field, String value) {
      assertTrue(value.indexOf('@') < 0 && !value.endsWith(" "), value);
    }
  }
}
