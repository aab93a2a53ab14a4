package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModeAcTest {
  private static final int METRIC = 1 << 6;
  private static final int BY_25 = 1 << 4;

  private static int feet(String code) {
    return ModeAc.altitudeFeet(Integer.parseInt(code, 2));
  }

  @Test
  void everyHundredFeetOfTheGillhamCodeIsRead() {
    List<String> codes = Sender.gillham();
    assertEquals(1_280, codes.size());
    for (int at = 0; at < codes.size(); at++) {
      assertEquals(-1_200 + 100 * at, feet(codes.get(at)), codes.get(at));
      String squitter = Sender.withoutMetric(codes.get(at));
      assertEquals(
          -1_200 + 100 * at, ModeAc.squitterAltitudeFeet(Integer.parseInt(squitter, 2)), squitter);
    }
  }

  /** Neighbours differ in one pulse, as the code was made for. */
  @Test
  void aHundredFeetMoveOnePulse() {
    List<String> codes = Sender.gillham();
    for (int at = 1; at < codes.size(); at++) {
      int changed = Integer.parseInt(codes.get(at - 1), 2) ^ Integer.parseInt(codes.get(at), 2);
      assertEquals(1, Integer.bitCount(changed));
    }
    // Known to every technician: mode C 0620 is the sea level, 0020 a thousand feet below it.
    assertEquals(0, ModeAc.altitudeFeet(Integer.parseInt(Sender.identityCode("0620"), 2)));
    assertEquals(-1_000, ModeAc.altitudeFeet(Integer.parseInt(Sender.identityCode("0020"), 2)));
  }

  @Test
  void everyOneOfThe8192CodesIsUniqueOrUnknown() {
    Set<Integer> hundreds = new HashSet<>();
    Set<Integer> steps = new HashSet<>();
    int unknown = 0;
    for (int code = 0; code < 8_192; code++) {
      int feet = ModeAc.altitudeFeet(code);
      if (feet == ModeAc.UNKNOWN) {
        unknown++;
      } else {
        assertEquals(0, code & METRIC);
        assertTrue(((code & BY_25) == 0 ? hundreds : steps).add(feet), "" + code);
      }
    }
    assertEquals(1_280, hundreds.size());
    assertEquals(2_048, steps.size());
    assertEquals(8_192 - 1_280 - 2_048, unknown);
  }

  @Test
  void altitudesBy25FeetAreRead() {
    for (int feet = -1_000; feet <= 50_175; feet += 25) {
      assertEquals(feet, feet(Sender.altitude(feet)));
      assertEquals(
          feet, ModeAc.squitterAltitudeFeet(Integer.parseInt(Sender.squitterAltitude(feet), 2)));
    }
  }

  @Test
  void noAltitudeAndMetresAreUnknown() {
    assertEquals(ModeAc.UNKNOWN, ModeAc.altitudeFeet(0));
    assertEquals(ModeAc.UNKNOWN, ModeAc.squitterAltitudeFeet(0));
    for (int code = 0; code < 8_192; code++) {
      assertEquals(ModeAc.UNKNOWN, ModeAc.altitudeFeet(code | METRIC));
    }
  }

  @Test
  void everySquawkIsRead() {
    for (int code = 0; code < 4_096; code++) {
      String squawk = String.format("%04o", code);
      int read = ModeAc.squawk(Integer.parseInt(Sender.identityCode(squawk), 2));
      assertEquals(code, read);
      assertEquals(squawk, ModeAc.text(read));
    }
  }

  @Test
  void theSpareBitOfASquawkSaysNothing() {
    int code = Integer.parseInt(Sender.identityCode("7654"), 2);
    assertEquals("7654", ModeAc.text(ModeAc.squawk(code | METRIC)));
  }
}
