package bz.keelbill.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Mutations;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Mutated blocks: a million here, more with {@code -Dfuzz.asterix=100000000}, the same again with
 * {@code -Dseed=...}.
 */
class AsterixFuzzTest {
  private static final int LINES_PER_CHECK = 16;
  private static final int SEEDS_PER_CATEGORY = 300;

  private final long seed = Mutations.anySeed();
  private final Mutations mutations =
      new Mutations(seed, blocks(new SplittableRandom(seed)), "\0\u00ff");

  @Test
  void noMutationEscapesOrHidesTheNextGoodBlock() {
    long lines = Long.getLong("fuzz.asterix", 1_000_000);
    Site site = Site.of("radar", 25 << 8 | 1, new Position(17.5, -88));
    AsterixDecoder decoder = new AsterixDecoder(List.of(site), "feed", false);
    AsterixFraming framing = new AsterixFraming();
    Ranges ranges = new Ranges();
    byte[] good = AsterixEncoder.hex("3e00199b0c190154600000317e4bff06d3a00050ffc404d200");
    long[] pieces = new long[1];
    for (long number = 1; number <= lines; number++) {
      byte[] line = mutations.next();
      if (!mutations.oneIn(3)) {
        repair(line);
      }
      try {
        decoder.decode(new Line("feed", number, number * 10, line), ranges);
        framing.push(line, 0, line.length, piece -> pieces[0]++);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + Arrays.toString(line), e);
      }
      if (number % LINES_PER_CHECK == 0) {
        ranges.last = null;
        decoder.decode(new Line("feed", number, number * 10, good), ranges);
        assertEquals(17.4, ranges.last.position().latitude(), 1e-6, "seed " + seed);
      }
    }
    assertTrue(ranges.fixes > lines / 20, "too few get through: " + ranges.fixes);
    assertTrue(pieces[0] > lines / 20, "too few pieces: " + pieces[0]);
  }

  /** Gives the line a right length, so that what is inside is looked at. */
  private static void repair(byte[] line) {
    if (line.length > AsterixReader.HEADER_OCTETS) {
      line[1] = (byte) (line.length >> 8);
      line[2] = (byte) line.length;
    }
  }

  private static List<byte[]> blocks(SplittableRandom random) {
    List<byte[]> blocks = new ArrayList<>();
    RandomRecords records = new RandomRecords(random.split());
    for (Dialect.AdsbEdition edition : Dialect.AdsbEdition.values()) {
      for (Category category : Categories.of(new Dialect(edition, 0.25))) {
        for (int i = 0; i < SEEDS_PER_CATEGORY / 3; i++) {
          byte[][] some = new byte[1 + random.nextInt(3)][];
          for (int each = 0; each < some.length; each++) {
            some[each] = records.record(category.items(), 0.1 + random.nextDouble(0.5));
          }
          blocks.add(AsterixEncoder.block(category.number(), some));
        }
      }
    }
    return blocks;
  }

  /** Looks at every report: nothing may be outside its range, however the bits fell. */
  private static final class Ranges implements Decoder.Output {
    private Fix last;
    private long fixes;

    @Override
    public void report(Report report) {
      assertTrue(report.origin().station() != null);
      if (report.contact() instanceof ContactId.RadarTarget target) {
        assertTrue(target.number() >= 0 && target.number() <= 65_535);
      }
      if (report instanceof Fix fix) {
        last = fix;
        fixes++;
        check(fix);
      }
    }

    private static void check(Fix fix) {
      Fix.Motion motion = fix.motion();
      assertTrue(Double.isNaN(motion.speedKnots()) || motion.speedKnots() >= 0);
      assertTrue(
          Double.isNaN(motion.courseDegrees())
              || motion.courseDegrees() >= 0 && motion.courseDegrees() < 360);
      Fix.Accuracy accuracy = fix.state().accuracy();
      assertTrue(accuracy.alongMetres() > 0 && accuracy.acrossMetres() >= 0, "" + accuracy);
      assertTrue(
          fix.height() == null
              || Double.isNaN(fix.height().altitudeFeet())
              || Math.abs(fix.height().altitudeFeet()) <= 150_000);
    }

    @Override
    public void reject(Reject reject) {
      assertTrue(reject.reason() != null);
    }
  }
}
