package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fast parity against a long division. */
class ParityTest {
  private static final byte[] LONG = new Sender(0x0AB123).squitter(Sender.identity(4, 1, "V3HHA"));
  private static final byte[] SHORT = new Sender(0x0AB123).allCall(Sender.AIRBORNE, 0);

  private static int of(byte[] frame) {
    return Parity.remainder(frame, 0, frame.length);
  }

  private static byte[] flipped(byte[] frame, int... bits) {
    byte[] flipped = frame.clone();
    for (int bit : bits) {
      flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
    }
    return flipped;
  }

  @Test
  void aSquitterLeavesNothingAndAReplyItsAddress() {
    assertEquals(0, of(LONG));
    assertEquals(0, of(SHORT));
    assertEquals(0x55, of(new Sender(0x0AB123).allCall(Sender.AIRBORNE, 0x55)));
    assertEquals(0x0AB123, of(new Sender(0x0AB123).reply(4, 0, Sender.altitude(9_000))));
    String message = "1".repeat(56);
    assertEquals(0xFEDCBA, of(new Sender(0xFEDCBA).reply(20, 0, Sender.altitude(0), message)));
  }

  @Test
  void agreesWithALongDivisionOfAnyBytesAtAnyPlace() {
    Random random = new Random(1);
    for (int round = 0; round < 3_000; round++) {
      byte[] frame = new byte[random.nextBoolean() ? 7 : 14];
      random.nextBytes(frame);
      byte[] within = new byte[40];
      random.nextBytes(within);
      int from = random.nextInt(20);
      System.arraycopy(frame, 0, within, from, frame.length);
      assertEquals(
          Sender.remainder(frame), Parity.remainder(within, from, frame.length), "" + round);
    }
  }

  @Test
  void everySingleBitIsFoundAndNamed() {
    Set<Integer> seen = new HashSet<>();
    for (int bit = 0; bit < 112; bit++) {
      int remainder = of(flipped(LONG, bit));
      assertNotEquals(0, remainder);
      seen.add(remainder);
      assertEquals(bit, Parity.bitOf(remainder));
    }
    assertEquals(112, seen.size());
    assertEquals(-1, Parity.bitOf(0));
    for (int bit = 0; bit < 56; bit++) {
      assertNotEquals(0, of(flipped(SHORT, bit)));
    }
  }

  @Test
  void noTwoBitsAndNoBurstUpTo24LeaveNothing() {
    for (int one = 0; one < 112; one++) {
      for (int other = one + 1; other < 112; other++) {
        assertNotEquals(0, of(flipped(LONG, one, other)));
      }
    }
    Random random = new Random(2);
    for (int round = 0; round < 100_000; round++) {
      byte[] burst = LONG.clone();
      int first = random.nextInt(89);
      burst[first / 8] ^= (byte) (0x80 >> first % 8);
      for (int bit = first + 1; bit < first + 24; bit++) {
        if (random.nextBoolean()) {
          burst[bit / 8] ^= (byte) (0x80 >> bit % 8);
        }
      }
      assertNotEquals(0, of(burst), "seed 2, round " + round);
    }
  }
}
