package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeastFramingTest {
  private static final byte[] LONG =
      Sender.beast(new Sender(0x0AB123).squitter(Sender.identity(4, 1, "V3HHA")), 123_456_789L);
  private static final byte[] SHORT =
      Sender.beast(new Sender(0x1A1A1A).allCall(Sender.AIRBORNE, 0), 0x1A1A1A1A1A1AL);
  private static final byte[] MODE_AC = Sender.beast(new byte[] {0x1A, 0x1A}, 5);

  /** What came out, as it stands. */
  private static final class Seen implements BeastFraming.Sink {
    private final List<String> frames = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private int garbageBytes;

    @Override
    public void frame(byte[] bytes, int from, int to) {
      String hex = Sender.hex(Arrays.copyOfRange(bytes, from, to));
      frames.add(hex);
      all.add(hex);
    }

    @Override
    public void garbage(byte[] bytes, int from, int to) {
      assertTrue(to > from && to - from <= 64);
      garbageBytes += to - from;
      all.add("garbage " + Sender.hex(Arrays.copyOfRange(bytes, from, to)));
    }
  }

  private static Seen read(byte[] stream) {
    return read(stream, stream.length + 1);
  }

  /** In chunks of at most so many bytes. */
  private static Seen read(byte[] stream, int chunk) {
    Seen seen = new Seen();
    BeastFraming framing = new BeastFraming();
    for (int at = 0; at < stream.length; at += chunk) {
      framing.push(stream, at, Math.min(chunk, stream.length - at), seen);
    }
    framing.finish(seen);
    return seen;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A frame as the sink sees it: type, counter, signal, payload, every escape once. */
  private static String plain(byte[] beast) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 1; at < beast.length; at++) {
      out.write(beast[at]);
      at += at > 1 && beast[at] == 0x1A ? 1 : 0;
    }
    return Sender.hex(out.toByteArray());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void framesOfEveryTypeAreCutWithTheirEscapesUndone() {
    Seen seen = read(join(LONG, SHORT, MODE_AC, LONG));
    assertEquals(List.of(plain(LONG), plain(SHORT), plain(MODE_AC), plain(LONG)), seen.all);
    assertEquals("321A1A1A1A1A1AC85D1A1A1A", plain(SHORT).substring(0, 24));
  }

  @Test
  void aFrameIsGivenOutAsSoonAsItIsWhole() {
    Seen seen = new Seen();
    new BeastFraming().push(LONG, 0, LONG.length, seen);
    assertEquals(List.of(plain(LONG)), seen.all);
  }

  @Test
  void doubledFramesComeTwice() {
    assertEquals(List.of(plain(SHORT), plain(SHORT)), read(join(SHORT, SHORT)).all);
  }

  @Test
  void statusesAndUnknownTypesArePassedOver() {
    for (char type : "45HP".toCharArray()) {
      byte[] status = bytes(0x1A, type, 1, 2, 0x1A, 0x1A, 3);
      Seen seen = read(join(LONG, status, SHORT, status, status, LONG));
      assertEquals(List.of(plain(LONG), plain(SHORT), plain(LONG)), seen.all, "" + type);
    }
    Seen seen = read(join(LONG, bytes(0x1A, 'z', 9, 9, 9), SHORT));
    assertEquals(List.of(plain(LONG), plain(SHORT)), seen.frames);
    assertEquals(5, seen.garbageBytes);
  }

  @Test
  void aStatusWithoutEndDoesNotSwallowTheStream() {
    byte[] endless = new byte[100];
    Arrays.fill(endless, (byte) 'x');
    Seen seen = read(join(bytes(0x1A, '4'), endless, LONG));
    assertEquals(List.of(plain(LONG)), seen.frames);
    assertEquals(102 - 64, seen.garbageBytes);
  }

  @Test
  void aReceiversNameStandsBeforeItsNextFrameOnly() {
    byte[] name = Sender.receiver(0x0102_1A1A_0506_071AL);
    String named = "E301021A1A0506071A" + plain(LONG);
    Seen seen = read(join(name, LONG, SHORT, name, bytes(7), LONG, name, name, LONG));
    assertEquals(List.of(named, plain(SHORT), plain(LONG), named), seen.frames);
    assertEquals(1, seen.garbageBytes);
  }

  @Test
  void garbageBeforeBetweenAndAfterIsToldAndHidesNothing() {
    byte[] rubbish = new byte[1_000];
    new Random(3).nextBytes(rubbish);
    for (int i = 0; i < rubbish.length; i++) {
      rubbish[i] = rubbish[i] == 0x1A ? 0 : rubbish[i];
    }
    Seen seen = read(join(rubbish, LONG, rubbish, SHORT, rubbish));
    assertEquals(List.of(plain(LONG), plain(SHORT)), seen.frames);
    assertEquals(3_000, seen.garbageBytes);
    Seen escapes = read(join(bytes(0x1A, 0x1A, 0x1A), LONG, bytes(0x1A), SHORT, bytes(0x1A)));
    assertEquals(List.of(plain(LONG), plain(SHORT)), escapes.frames);
  }

  @Test
  void theChunksDoNotMatter() {
    Random random = new Random(4);
    for (int round = 0; round < 300; round++) {
      byte[] stream = nastyStream(random);
      List<String> whole = read(stream).all;
      assertEquals(whole, read(stream, 1).all, "seed 4, round " + round);
      assertEquals(whole, read(stream, 1 + random.nextInt(40)).all, "seed 4, round " + round);
      assertEquals(whole, read(stream, 1 + random.nextInt(40)).all, "seed 4, round " + round);
    }
  }

  private static byte[] nastyStream(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 40; i++) {
      byte[] piece = nastyPiece(random);
      boolean isCut = random.nextInt(3) == 0;
      out.write(piece, 0, isCut ? random.nextInt(piece.length) : piece.length);
      if (random.nextInt(5) == 0) {
        out.writeBytes(nasty(random, random.nextInt(90)));
      }
    }
    return out.toByteArray();
  }

  /** Anything that begins with an escape, full of bytes that look like a beginning. */
  private static byte[] nastyPiece(Random random) {
    int length = new int[] {2, 7, 14, 14}[random.nextInt(4)];
    byte[] stamp = nasty(random, 7);
    byte[] frame = nasty(random, length);
    byte[] head = bytes(0x1A, length == 2 ? '1' : length == 7 ? '2' : '3');
    return switch (random.nextInt(8)) {
      case 0 -> join(bytes(0x1A, 0xE3), Sender.escaped(nasty(random, 8)));
      case 1 -> join(bytes(0x1A, '4'), Sender.escaped(nasty(random, random.nextInt(20))));
      default -> join(head, Sender.escaped(stamp), Sender.escaped(frame));
    };
  }

  private static byte[] nasty(Random random, int length) {
    int[] likely = {0x1A, 0x1A, '1', '2', '3', '3', 0xE3, '4'};
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      boolean isLikely = random.nextInt(3) > 0;
      bytes[i] = (byte) (isLikely ? likely[random.nextInt(likely.length)] : random.nextInt(256));
    }
    return bytes;
  }

  /** Also between the two bytes of an escape, where the next frame seems to go on with it. */
  @Test
  void noTruncationCostsTheNextFrame() {
    Random random = new Random(5);
    for (int round = 0; round < 4_000; round++) {
      byte[] first = nastyPiece(random);
      byte[] next = nastyFrame(random);
      byte[] last = nastyFrame(random);
      List<String> wanted = List.of(plain(next), plain(last));
      for (int length = 1; length < first.length; length++) {
        byte[] stream = join(Arrays.copyOf(first, length), next, last);
        List<String> frames = new ArrayList<>();
        read(stream).frames.forEach(frame -> frames.add(unnamed(frame)));
        String what = "seed 5, round " + round + ", " + length + " bytes of " + Sender.hex(first);
        assertTrue(
            Collections.indexOfSubList(frames, wanted) >= 0 || holdsInOrder(frames, wanted),
            () -> what + ": " + Sender.hex(stream) + " gave " + frames);
      }
    }
  }

  private static byte[] nastyFrame(Random random) {
    byte[] piece = nastyPiece(random);
    while (piece[1] < '1' || piece[1] > '3') {
      piece = nastyPiece(random);
    }
    return piece;
  }

  private static String unnamed(String frame) {
    return frame.startsWith("E3") ? frame.substring(18) : frame;
  }

  private static boolean holdsInOrder(List<String> frames, List<String> wanted) {
    int first = frames.indexOf(wanted.get(0));
    return first >= 0 && frames.subList(first + 1, frames.size()).contains(wanted.get(1));
  }

  @Test
  void tenMegabytesWithoutAnEndKeepNothing() {
    for (int filling : new int[] {'x', 0x1A, '3'}) {
      byte[] chunk = new byte[1 << 16];
      Arrays.fill(chunk, (byte) filling);
      BeastFraming framing = new BeastFraming();
      Seen seen = new Seen();
      for (int i = 0; i < 160; i++) {
        seen.all.clear();
        framing.push(chunk, 0, chunk.length, seen);
      }
      framing.push(LONG, 0, LONG.length, seen);
      assertEquals(List.of(plain(LONG)), seen.frames, "" + filling);
      assertTrue(seen.garbageBytes > (10 << 20) - 200, "" + seen.garbageBytes);
    }
  }

  @Test
  void afterAResetTheUnfinishedIsForgotten() {
    BeastFraming framing = new BeastFraming();
    Seen seen = new Seen();
    framing.push(LONG, 0, LONG.length - 3, seen);
    framing.reset();
    framing.push(LONG, LONG.length - 3, 3, seen);
    framing.push(SHORT, 0, SHORT.length, seen);
    framing.finish(seen);
    assertEquals(List.of(plain(SHORT)), seen.frames);
    assertEquals(3, seen.garbageBytes);
    assertFalse(seen.all.isEmpty());
  }
}
