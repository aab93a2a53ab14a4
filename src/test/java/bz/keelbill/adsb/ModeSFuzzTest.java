package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Mutated frames and lines: a million of each here, more with {@code -Dfuzz.modes=100000000}, the
 * same again with {@code -Dseed=...}.
 */
class ModeSFuzzTest {
  private static final int BURST = 64;
  private static final int FRAMES_PER_CHECK = 16;
  private static final int LONGEST_LINE = 1_100;
  private static final long AT = 1_795_230_000_000L;
  private static final int WITNESS = 0x0AB777;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final long inputs = Long.getLong("fuzz.modes", 1_000_000);
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<byte[]> frames = frames();
  private final byte[] good = new Sender(WITNESS).squitter(Sender.velocity(100, 90, 0));
  private long ticks = 1_000_000;

  @Test
  void noMutatedBeastStreamEscapesOrHidesTheNextGoodFrame() {
    System.out.println("seed " + seed);
    BeastFraming framing = new BeastFraming();
    ModeSDecoder decoder = ModeSDecoder.ofBeast(settings());
    Judge judge = new Judge(decoder, false);
    BeastFraming.Sink sink = judge.sink();
    byte[] once = Sender.beast(good, 0);
    byte[] witness = Arrays.copyOf(once, 2 * once.length); // one frame makes no aircraft
    System.arraycopy(once, 0, witness, once.length, once.length);
    byte[] stream = new byte[1 << 15];
    for (long done = 0; done < inputs; done += BURST) {
      int length = burst(stream);
      try {
        pushInChunks(framing, stream, length, sink);
        judge.witnessed = false;
        framing.push(witness, 0, witness.length, sink);
      } catch (RuntimeException e) {
        String hex = Sender.hex(Arrays.copyOf(stream, length));
        throw new AssertionError("seed " + seed + ": " + hex, e);
      }
      assertTrue(judge.witnessed, "seed " + seed + ": a good frame was lost");
      assertTrue(judge.longestPiece <= 64);
    }
    judge.assertBusy(inputs);
  }

  @Test
  void noMutatedAvrLineEscapesOrHidesTheNextGoodOne() {
    System.out.println("seed " + seed);
    ModeSDecoder decoder = ModeSDecoder.ofAvr(settings());
    Judge judge = new Judge(decoder, true);
    byte[] witness = ascii(Sender.avr(good) + Sender.avr(good));
    List<byte[]> lines = new ArrayList<>();
    for (byte[] frame : frames) {
      lines.add(ascii(Sender.avr(frame)));
      lines.add(ascii(Sender.avr(frame, 5_000_000).toLowerCase()));
      lines.add(ascii("<0000004C4B40C8" + Sender.hex(frame) + ";\r"));
      lines.add(ascii(Sender.avr(frame) + Sender.avr(frame)));
    }
    for (long done = 0; done < inputs; done++) {
      byte[] line = mutatedLine(lines);
      try {
        judge.take(line);
        if (done % FRAMES_PER_CHECK == 0) {
          judge.witnessed = false;
          judge.take(witness);
          assertTrue(judge.witnessed, "seed " + seed);
        }
      } catch (RuntimeException e) {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
    judge.assertBusy(inputs);
  }

  @Test
  void theChunksOfAMutatedStreamDoNotMatter() {
    byte[] stream = new byte[1 << 15];
    for (int round = 0; round < 300; round++) {
      int length = burst(stream);
      assertEquals(
          said(stream, length, true), said(stream, length, false), "seed " + seed + ", " + round);
    }
  }

  private List<String> said(byte[] stream, int length, boolean inChunks) {
    List<String> said = new ArrayList<>();
    BeastFraming framing = new BeastFraming();
    Judge judge = new Judge(ModeSDecoder.ofBeast(settings()), false);
    judge.said = said;
    if (inChunks) {
      pushInChunks(framing, stream, length, judge.sink());
    } else {
      framing.push(stream, 0, length, judge.sink());
    }
    framing.finish(judge.sink());
    return said;
  }

  private static ModeSDecoder.Settings settings() {
    return new ModeSDecoder.Settings(
        "mast", new Position(17.5, -88.3), MessageClock.Counter.TICKS, false, false, true);
  }

  private void pushInChunks(
      BeastFraming framing, byte[] stream, int length, BeastFraming.Sink sink) {
    for (int at = 0; at < length; ) {
      int count = Math.min(1 + random.nextInt(200), length - at);
      framing.push(stream, at, count, sink);
      at += count;
    }
  }

  /** Fills a stream with frames, some of them hurt, and gives its length. */
  private int burst(byte[] stream) {
    int length = 0;
    for (int i = 0; i < BURST; i++) {
      ticks += random.nextInt(400_000);
      byte[] frame = frames.get(random.nextInt(frames.size()));
      int from = length;
      length = wrapped(frame, stream, length);
      if (random.nextInt(2) == 0) {
        length = hurt(stream, from, length);
      }
    }
    return length;
  }

  /** As {@link Sender#beast} does, but fast. */
  private int wrapped(byte[] frame, byte[] stream, int from) {
    int at = from;
    stream[at++] = 0x1A;
    stream[at++] = (byte) (frame.length == 7 ? '2' : '3');
    for (int shift = 40; shift >= -8; shift -= 8) {
      at = escaped((byte) (shift < 0 ? 200 : ticks >> shift), stream, at);
    }
    for (byte each : frame) {
      at = escaped(each, stream, at);
    }
    return at;
  }

  private static int escaped(byte value, byte[] stream, int at) {
    stream[at] = value;
    stream[at + 1] = value;
    return value == 0x1A ? at + 2 : at + 1;
  }

  /** Changes a frame at the end of a stream. */
  private int hurt(byte[] stream, int from, int to) {
    int at = from + random.nextInt(to - from);
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> stream[at] ^= (byte) (1 << random.nextInt(8));
      case 3 -> stream[at] = (byte) random.nextInt(256);
      case 4 -> stream[at] = 0x1A;
      case 5 -> {
        return at; // cut short
      }
      case 6 -> {
        System.arraycopy(stream, at + 1, stream, at, to - at - 1);
        return to - 1;
      }
      case 7 -> {
        System.arraycopy(stream, at, stream, at + 1, to - at);
        return to + 1;
      }
      default -> {
        int count = random.nextInt(100);
        for (int i = 0; i < count; i++) {
          stream[to + i] = (byte) random.nextInt(256);
        }
        return to + count;
      }
    }
    return to;
  }

  private byte[] mutatedLine(List<byte[]> lines) {
    byte[] line = lines.get(random.nextInt(lines.size()));
    int changes = random.nextInt(4);
    line = changes > 0 ? line.clone() : line;
    for (int i = 0; i < changes && line.length > 0; i++) {
      int at = random.nextInt(line.length);
      switch (random.nextInt(7)) {
        case 0 -> line[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> line[at] = (byte) random.nextInt(256);
        case 2, 3 -> line[at] = (byte) "*@<;0189aAfF".charAt(random.nextInt(12));
        case 4 -> line = Arrays.copyOf(line, at);
        case 5 -> line = Arrays.copyOfRange(line, at, line.length);
        default -> line = spliced(line, at, lines.get(random.nextInt(lines.size())));
      }
    }
    return line;
  }

  private byte[] spliced(byte[] head, int to, byte[] tail) {
    int from = random.nextInt(tail.length);
    byte[] line = Arrays.copyOf(head, Math.min(LONGEST_LINE, to + tail.length - from));
    System.arraycopy(tail, from, line, to, line.length - to);
    return line;
  }

  /** As {@link Sender#remainder}, bit by bit too, but on numbers. */
  private static int remainder(byte[] bytes, int from) {
    int rest = 0;
    for (int bit = 8 * from; bit < 8 * bytes.length; bit++) {
      rest = rest << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
      rest ^= (rest & 1 << 24) != 0 ? 0x1FFF409 : 0;
    }
    return rest;
  }

  @Test
  void theJudgesDivisionIsTheEncoders() {
    for (byte[] frame : frames) {
      assertEquals(Sender.remainder(frame), remainder(frame, 0));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Frames of every kind of a few aircraft near the receiver, one of them at the pole. */
  private static List<byte[]> frames() {
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Sender sender = new Sender(0x0AB100 + i * 0x1A);
      double lat = i == 5 ? 89.99 : 17.5 + i * 0.1;
      double lon = i == 4 ? 180 : -88.3;
      boolean odd = i % 2 == 0;
      String high = Sender.squitterAltitude(1_000 * i);
      frames.add(sender.squitter(Sender.identity(4, i, "V3HH" + i)));
      frames.add(sender.squitter(Sender.airborne(11, high, odd, lat, lon)));
      frames.add(sender.squitter(Sender.airborne(20, high, !odd, lat, lon)));
      frames.add(sender.squitter(Sender.GROUND, Sender.surface(7, 9, "00000000", odd, lat, lon)));
      frames.add(sender.squitter(Sender.GROUND, Sender.surface(7, 9, "00000000", !odd, lat, lon)));
      frames.add(sender.squitter(Sender.velocity(120, 60 * i, 640)));
      frames.add(sender.squitter(Sender.emergency(i, Sender.identityCode("7700"))));
      frames.add(sender.squitter(Sender.operation(0, 2, 9)));
      frames.add(sender.squitter(Sender.target(9)));
      frames.add(sender.nonTransponder(i, Sender.airborne(11, high, odd, lat, lon)));
      frames.add(sender.allCall(Sender.AIRBORNE, 3 * i));
      frames.add(sender.reply(4, i, Sender.altitude(1_000 * i)));
      frames.add(sender.reply(5, i, Sender.identityCode("7600")));
      String register = Sender.bits(0x20, 8) + Sender.letters("V3HH" + i);
      frames.add(sender.reply(20, i, Sender.altitude(1_000 * i), register));
      frames.add(sender.reply(21, i, Sender.identityCode("7600"), register));
    }
    return frames;
  }

  /** Looks at every report, and at the frame from which it comes. */
  private final class Judge implements Decoder.Output {
    private final ModeSDecoder decoder;
    private final boolean isText;
    private List<String> said;
    private byte[] piece;
    private long number;
    private long reports;
    private long rejects;
    private long fixes;
    private int longestPiece;
    private boolean witnessed;

    Judge(ModeSDecoder decoder, boolean isText) {
      this.decoder = decoder;
      this.isText = isText;
    }

    BeastFraming.Sink sink() {
      return new BeastFraming.Sink() {
        @Override
        public void frame(byte[] bytes, int from, int to) {
          take(Arrays.copyOfRange(bytes, from, to));
        }

        @Override
        public void garbage(byte[] bytes, int from, int to) {
          take(Arrays.copyOfRange(bytes, from, to));
        }
      };
    }

    void take(byte[] bytes) {
      piece = bytes;
      longestPiece = Math.max(longestPiece, bytes.length);
      decoder.decode(new Line("feed", ++number, AT + number / 20, bytes), this);
    }

    @Override
    public void report(Report report) {
      reports++;
      if (said != null) {
        said.add(report.toString());
      }
      int address = ((ContactId.Icao24) report.contact()).address();
      witnessed |= address == WITNESS;
      if (!isText) {
        assertProven(report, address);
      }
      if (report instanceof Fix fix) {
        fixes += fix.position() == null ? 0 : 1;
        assertInRange(fix);
      } else if (report instanceof FlightIdentity identity) {
        assertTrue(identity.squawk() == null || isOf('0', '7', identity.squawk()));
        assertTrue(identity.callsign() == null || isOf(' ', 'Z', identity.callsign()));
      }
    }

    /** By a long division: nothing over in a squitter, the sender's own address in a reply. */
    private void assertProven(Report report, int address) {
      int remainder = remainder(piece, 8 + (piece[0] == BeastFraming.RECEIVER ? 9 : 0));
      int format = (piece[piece[0] == BeastFraming.RECEIVER ? 17 : 8] & 0xFF) >> 3;
      boolean isProven =
          switch (format) {
            case 17, 18 -> remainder == 0;
            case 11 -> remainder < 128;
            default -> remainder == address;
          };
      assertTrue(isProven, () -> "seed " + seed + ": " + report + " of " + Sender.hex(piece));
    }

    private void assertInRange(Fix fix) {
      double knots = fix.motion().speedKnots();
      double course = fix.motion().courseDegrees();
      assertTrue(Double.isNaN(knots) || knots >= 0 && knots < 6_000);
      assertTrue(Double.isNaN(course) || course >= 0 && course < 360);
      assertTrue(!(Math.abs(fix.height().altitudeFeet()) > 130_000));
    }

    private static boolean isOf(char first, char last, String text) {
      for (int at = 0; at < text.length(); at++) {
        if (text.charAt(at) < first || text.charAt(at) > last) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void reject(Reject reject) {
      rejects++;
      if (said != null) {
        said.add(reject.reason().word());
      }
    }

    void assertBusy(long inputs) {
      System.out.println(
          number
              + " pieces, "
              + reports
              + " reports, "
              + rejects
              + " rejects, "
              + fixes
              + " places");
      assertTrue(reports > inputs / 20, "too few get through: " + reports);
      assertTrue(fixes > inputs / 400, "too few places: " + fixes);
      assertTrue(rejects > inputs / 20, "too few are hurt: " + rejects);
    }
  }
}
