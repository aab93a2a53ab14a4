package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.json.AisLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random bits as each application; the same again with {@code -Dseed=...}. */
class ApplicationFuzzTest {
  private static final int LONGEST = 168;
  private static final int[][] KNOWN = {
    {1, 0}, {1, 11}, {1, 14}, {1, 16}, {1, 17}, {1, 18}, {1, 19}, {1, 20}, {1, 21}, {1, 22},
    {1, 23}, {1, 24}, {1, 25}, {1, 26}, {1, 27}, {1, 28}, {1, 29}, {1, 30}, {1, 31}, {1, 32},
    {1, 40}, {200, 10}, {200, 21}, {200, 22}, {200, 23}, {200, 24}, {200, 40}, {200, 55}
  };

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);

  @Test
  void noBitsOfAnyLengthEscapeOrLeaveTheirRange() {
    System.out.println("seed " + seed);
    int[] decoded = new int[KNOWN.length];
    Bits bits = new Bits();
    for (int i = 0; i < 200_000; i++) {
      int which = i % KNOWN.length;
      fill(bits);
      AisApplication application = AisApplication.of(KNOWN[which][0], KNOWN[which][1], bits);
      if (application != null) {
        decoded[which]++;
        application.fields().visit(new Ranges());
      }
    }
    for (int count : decoded) {
      assertTrue(count > 1_000, "seed " + seed + ": too few get through");
    }
  }

  @Test
  void whatIsPrintedOfThemIsAlwaysAnObjectOfFiniteNumbers() throws IOException {
    System.out.println("seed " + seed);
    StringBuilder lines = new StringBuilder();
    int count = 2_000;
    for (int i = 0; i < count; i++) {
      int[] known = KNOWN[i % KNOWN.length];
      AisEncoder message = AisEncoder.message(8, i, 56 + random.nextInt(900));
      message.put(40, 10, known[0]).put(50, 6, known[1]);
      String sentence = message.randomFrom(56, random).sentence();
      lines.append(sentence).append('\n');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AisLines.Counts counts =
        AisLines.decode(new ByteArrayInputStream(AisEncoder.bytes(lines.toString())), out);
    assertTrue(counts.messages() == count, "seed " + seed + ": " + counts);
    assertFalse(out.toString(StandardCharsets.UTF_8).contains("NaN"), "seed " + seed);
  }

  private void fill(Bits bits) {
    byte[] armour = new byte[random.nextInt(LONGEST)];
    int bias = random.nextInt(4);
    for (int i = 0; i < armour.length; i++) {
      int six = bias == 0 ? 0 : bias == 1 ? 63 : random.nextInt(64);
      armour[i] = (byte) (six < 40 ? six + 48 : six + 56);
    }
    bits.clear();
    assertTrue(bits.append(armour, 0, armour.length, random.nextInt(6)));
  }

  private final class Ranges implements ApplicationFields.Visitor {
    @Override
    public void number(ApplicationField field, double value, int decimals) {
      double most =
          switch (field) {
            case LON, START_LON, END_LON -> 180;
            case LAT, START_LAT, END_LAT -> 90;
            case HOUR, FROM_HOUR, TO_HOUR, START_HOUR, END_HOUR, FORECAST_HOUR -> 23;
            case MINUTE, FROM_MINUTE, TO_MINUTE, START_MINUTE, END_MINUTE, FORECAST_MINUTE -> 59;
            case MONTH, START_MONTH, END_MONTH -> 12;
            case WIND_DIRECTION, CURRENT_DIRECTION, BEARING, COURSE, HEADING -> 360;
            case AIR_TEMPERATURE -> 60;
            case PRESSURE -> 1201;
            default -> 1 << 30;
          };
      assertTrue(
          Double.isNaN(value) || Math.abs(value) <= most, "seed " + seed + ": " + field + value);
      assertTrue(decimals > 0 || Double.isNaN(value) || value == Math.rint(value), field + "");
    }

    @Override
    public void text(ApplicationField field, String value) {
      assertTrue(value.indexOf('@') < 0 && !value.endsWith(" "), "seed " + seed + ": " + value);
    }

    @Override
    public void groups(ApplicationField field, List<ApplicationFields> groups) {
      for (ApplicationFields group : groups) {
        assertNotNull(group);
        group.visit(this);
      }
    }
  }
}
