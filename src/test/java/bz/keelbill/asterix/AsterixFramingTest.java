package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixEncoder.block;
import static bz.keelbill.asterix.AsterixEncoder.hex;
import static bz.keelbill.asterix.AsterixEncoder.joined;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AsterixFramingTest {
  private static final byte[] PLOT = hex("300011f110190154600020086c649f0007");
  private static final byte[] NORTH = hex("220015e9101901015460000140001e0c71c7c16c17");
  private static final byte[] VIDEO = block(240, new byte[40_000]);

  private static List<String> pieces(byte[] stream, int chunk) {
    AsterixFraming framing = new AsterixFraming();
    List<String> pieces = new ArrayList<>();
    AsterixFraming.Sink sink = piece -> pieces.add(HexFormat.of().formatHex(piece));
    for (int at = 0; at < stream.length; at += chunk) {
      framing.push(stream, at, Math.min(chunk, stream.length - at), sink);
    }
    framing.finish(sink);
    return pieces;
  }

  private static List<String> texts(byte[]... blocks) {
    return Arrays.stream(blocks).map(HexFormat.of()::formatHex).toList();
  }

  @Test
  void cutsBlocksByTheirLengthWhateverTheChunks() {
    byte[] stream = joined(PLOT, NORTH, VIDEO, PLOT);
    for (int chunk : new int[] {1, 2, 3, 16, 1000, stream.length}) {
      assertEquals(texts(PLOT, NORTH, VIDEO, PLOT), pieces(stream, chunk));
    }
  }

  @Test
  void givesABlockAsSoonAsItIsWhole() {
    AsterixFraming framing = new AsterixFraming();
    List<byte[]> pieces = new ArrayList<>();
    framing.push(PLOT, 0, PLOT.length - 1, pieces::add);
    assertTrue(pieces.isEmpty());
    framing.push(PLOT, PLOT.length - 1, 1, pieces::add);
    assertArrayEquals(PLOT, pieces.get(0));
  }

  @Test
  void findsTheNextBlockBehindAWrongLengthOrGarbage() {
    byte[] garbage = hex("ff00023000");
    assertEquals(texts(PLOT, garbage, NORTH), pieces(joined(PLOT, garbage, NORTH), 7));
    byte[] huge = PLOT.clone();
    huge[1] = 0x70;
    assertEquals(texts(huge, NORTH), pieces(joined(huge, NORTH), 7));
  }

  /** Its length leads into the middle of the next one. */
  @Test
  void oneBlockOfWrongLengthCostsItsNeighbourAtMost() {
    byte[] longer = PLOT.clone();
    longer[2] += 4;
    List<String> pieces = pieces(joined(longer, NORTH, PLOT, NORTH), 9);
    assertTrue(pieces.containsAll(texts(PLOT)), "" + pieces);
    assertEquals(texts(NORTH), pieces.subList(pieces.size() - 1, pieces.size()));
  }

  @Test
  void whatStandsUnfinishedAtTheEndIsGivenOut() {
    byte[] cut = Arrays.copyOf(NORTH, 9);
    assertEquals(texts(PLOT, cut), pieces(joined(PLOT, cut), 4));
  }

  @Test
  void losesNoByteAndFindsBlocksInAnyNoise() {
    long seed = Long.getLong("seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      byte[] stream = joined(noise, PLOT, NORTH, noise, PLOT, NORTH, PLOT);
      List<String> pieces = pieces(stream, 1 + random.nextInt(500));
      assertEquals(HexFormat.of().formatHex(stream), String.join("", pieces), "seed " + seed);
      assertEquals(pieces, pieces(stream, stream.length), "seed " + seed);
    }
  }

  @Test
  void knowsARecordingByBlocksThatCanBeRead() {
    byte[] blocks = joined(PLOT, NORTH, VIDEO, PLOT);
    assertTrue(AsterixFraming.isMostlyBlocks(joined(PLOT, NORTH), PLOT.length + NORTH.length));
    assertTrue(AsterixFraming.isMostlyBlocks(blocks, PLOT.length + NORTH.length + 100));
    byte[] noise = new byte[8_192];
    new SplittableRandom(7).nextBytes(noise);
    assertFalse(AsterixFraming.isMostlyBlocks(noise, noise.length));
    byte[] text = "0".repeat(8_192).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertFalse(AsterixFraming.isMostlyBlocks(text, text.length));
    assertFalse(AsterixFraming.isMostlyBlocks(new byte[8_192], 8_192));
  }
}
