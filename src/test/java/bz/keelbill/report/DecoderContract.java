package bz.keelbill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every decoder of a line format promises. A format's test extends this, names a few good
 * lines, and inherits the proof.
 */
public abstract class DecoderContract {
  private static final int ROUNDS = 2_000;
  private static final int LONGEST_LINE = 1_024;
  private static final long RECEIVED_AT_MILLIS = 1_790_000_000_000L;

  /** A decoder that has seen nothing. */
  protected abstract Decoder newDecoder();

  /** Lines of which each alone gives at least one report. */
  protected abstract List<byte[]> goodLines();

  /**
   * Whether each line carries a checksum that every change of one bit must break; false for formats
   * without one.
   */
  protected boolean hasChecksum() {
    return true;
  }

  @Test
  void everyGoodLineGivesAReport() {
    for (byte[] good : goodLines()) {
      Outcome outcome = decode(newDecoder(), List.of(good));
      assertFalse(outcome.reports.isEmpty(), text(good));
      assertTrue(outcome.rejects.isEmpty(), text(good));
    }
  }

  @Test
  void everyReportSaysWhereItComesFrom() {
    for (Report report : decode(newDecoder(), goodLines()).reports) {
      assertEquals("feed", report.origin().feed());
      assertNotNull(report.origin().station());
      assertTrue(report.origin().lineNumber() >= 1);
      assertEquals(RECEIVED_AT_MILLIS, report.origin().receivedAtMillis());
    }
  }

  @Test
  void neverThrowsOnATruncatedLine() {
    for (byte[] good : goodLines()) {
      List<byte[]> cuts = new ArrayList<>();
      for (int end = 0; end < good.length; end++) {
        cuts.add(Arrays.copyOf(good, end));
        cuts.add(Arrays.copyOfRange(good, end, good.length));
      }
      cuts.add(good);
      assertFalse(decode(newDecoder(), cuts).reports.isEmpty());
    }
  }

  @Test
  void neverThrowsOnGarbage() {
    Random random = random();
    Decoder decoder = newDecoder();
    List<byte[]> garbage = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      garbage.add(bytes(random, random.nextInt(200)));
    }
    decode(decoder, garbage);
    assertFalse(decode(decoder, goodLines()).reports.isEmpty());
  }

  @Test
  void neverThrowsOnAnOverlongLine() {
    Random random = random();
    Decoder decoder = newDecoder();
    for (byte[] good : goodLines()) {
      decode(decoder, List.of(bytes(random, 100_000), repeated(good, 100_000)));
    }
    assertFalse(decode(decoder, goodLines()).reports.isEmpty());
  }

  @Test
  void givesNoReportWithoutAGoodChecksum() {
    if (!hasChecksum()) {
      return;
    }
    for (byte[] good : goodLines()) {
      for (int at = 0; at < good.length; at++) {
        byte[] changed = good.clone();
        changed[at] ^= 1;
        Outcome outcome = decode(newDecoder(), List.of(changed));
        assertFalse(
            outcome.reports.stream().anyMatch(report -> isNew(report, good)), text(changed));
      }
    }
  }

  @Test
  void givesTheSameResultEachTime() {
    List<byte[]> lines = mixed(random());
    Outcome first = decode(newDecoder(), lines);
    Outcome second = decode(newDecoder(), lines);
    assertEquals(first.reports, second.reports);
    assertEquals(first.reasons(), second.reasons());
  }

  @Test
  void givesTheSameResultForAnyChunks() {
    Random random = random();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (byte[] line : mixed(random)) {
      stream.writeBytes(withoutLineFeeds(line));
      stream.write('\n');
    }
    byte[] bytes = stream.toByteArray();
    Outcome whole = decodeStream(bytes, () -> bytes.length);
    Outcome single = decodeStream(bytes, () -> 1);
    Outcome chunks = decodeStream(bytes, () -> 1 + random.nextInt(100));
    assertEquals(whole.reports, single.reports);
    assertEquals(whole.reports, chunks.reports);
    assertEquals(whole.reasons(), chunks.reasons());
  }

  @Test
  void whatItHeardLongAgoHasNoBearing() {
    Random random = random();
    List<byte[]> lines = mixed(random);
    Decoder old = newDecoder();
    assertTrue(old.memoryMillis() <= Decoder.LONGEST_MEMORY_MILLIS);
    decode(old, mixed(random), RECEIVED_AT_MILLIS - old.memoryMillis() - 1);
    Outcome remembering = decode(old, lines);
    Outcome fresh = decode(newDecoder(), lines);
    assertEquals(fresh.reports, remembering.reports);
  }

  @Test
  void decodesAGoodLineAfterAnyBadOne() {
    Random random = random();
    Decoder decoder = newDecoder();
    List<byte[]> good = goodLines();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] line = good.get(i % good.size());
      decode(decoder, List.of(mutated(random, good.get(random.nextInt(good.size())))));
      assertFalse(decode(decoder, List.of(line)).reports.isEmpty(), text(line));
    }
  }

  /** A random generator whose seed is printed, so that a failure can be had again. */
  protected static Random random() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  /** A line with a few bits flipped, bytes changed, put in or taken out. */
  protected static byte[] mutated(Random random, byte[] line) {
    byte[] bytes = line.clone();
    for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = Arrays.copyOfRange(bytes, at, bytes.length);
      }
    }
    return bytes;
  }

  /** Decodes lines, numbered from 1, all received at one instant. */
  protected static Outcome decode(Decoder decoder, List<byte[]> lines) {
    return decode(decoder, lines, RECEIVED_AT_MILLIS);
  }

  private static Outcome decode(Decoder decoder, List<byte[]> lines, long receivedAtMillis) {
    Outcome outcome = new Outcome();
    long number = 0;
    for (byte[] bytes : lines) {
      decoder.decode(new Line("feed", ++number, receivedAtMillis, bytes), outcome);
    }
    return outcome;
  }

  private Outcome decodeStream(byte[] bytes, java.util.function.IntSupplier chunk) {
    Decoder decoder = newDecoder();
    Outcome outcome = new Outcome();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(long number, byte[] line) {
            decoder.decode(new Line("feed", number, RECEIVED_AT_MILLIS, line), outcome);
          }

          @Override
          public void tooLong(long number, byte[] start) {
            // Not handed on.
          }
        };
    LineFraming framing = new LineFraming(LONGEST_LINE);
    for (int at = 0; at < bytes.length; ) {
      int count = Math.min(chunk.getAsInt(), bytes.length - at);
      framing.push(bytes, at, count, sink);
      at += count;
    }
    framing.finish(sink);
    return outcome;
  }

  private List<byte[]> mixed(Random random) {
    List<byte[]> lines = new ArrayList<>();
    List<byte[]> good = goodLines();
    for (int i = 0; i < 300; i++) {
      byte[] line = good.get(random.nextInt(good.size()));
      lines.add(random.nextBoolean() ? line : mutated(random, line));
    }
    return lines;
  }

  /** Whether a report says anything that the unchanged line does not say. */
  private boolean isNew(Report report, byte[] good) {
    return !decode(newDecoder(), List.of(good)).reports.contains(report);
  }

  private static byte[] withoutLineFeeds(byte[] line) {
    byte[] bytes = line.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\n' ? (byte) ' ' : bytes[i];
    }
    return bytes;
  }

  private static byte[] repeated(byte[] line, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = line[i % line.length];
    }
    return bytes;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  /** What came out. */
  public static final class Outcome implements Decoder.Output {
    /** The reports, in order. */
    public final List<Report> reports = new ArrayList<>();

    /** The refusals, in order. */
    public final List<Reject> rejects = new ArrayList<>();

    @Override
    public void report(Report report) {
      reports.add(report);
    }

    @Override
    public void reject(Reject reject) {
      rejects.add(reject);
    }

    /** Why lines were refused, in order. */
    public List<Reject.Reason> reasons() {
      return rejects.stream().map(Reject::reason).toList();
    }
  }
}
