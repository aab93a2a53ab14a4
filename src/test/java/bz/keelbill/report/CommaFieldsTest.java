package bz.keelbill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommaFieldsTest {

  private static CommaFields of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new CommaFields(bytes, 0, bytes.length);
  }

  @Test
  void fieldsAreCountedTrimmedAndReadBeyondTheLast() {
    CommaFields fields = of("AB, c ,,12.5\r");
    assertEquals(4, fields.count());
    assertEquals("AB", fields.text(0));
    assertEquals('c', fields.letter(1));
    assertEquals('?', fields.letter(0));
    assertEquals(0, fields.letter(2));
    assertTrue(fields.isEmpty(2));
    assertEquals(12.5, fields.decimal(3));
    assertEquals("", fields.text(9));
    assertEquals(0, fields.letter(9));
    assertTrue(Double.isNaN(fields.decimal(9)));
    assertTrue(fields.is(0, "AB"));
    assertFalse(fields.is(0, "AC"));
    assertFalse(fields.is(9, "A"));
    assertFalse(fields.isMalformed());
  }

  @Test
  void anEmptyTextIsOneEmptyField() {
    assertEquals(1, of("").count());
    assertTrue(of("").isEmpty(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "+",
        ".",
        "-.",
        "1e4",
        "0x10",
        "NaN",
        "Infinity",
        "1.2.3",
        "--1",
        "1-",
        "1 2",
        "1234567890123456",
        "\u00b2",
        "1_0",
        "1f"
      })
  void whatIsNoNumberIsRemembered(String text) {
    CommaFields fields = of(text);
    assertTrue(Double.isNaN(fields.decimal(0)));
    assertTrue(fields.isMalformed());
  }

  @Test
  void numbersAreTheDoublesNearestToTheirText() {
    long seed = Long.getLong("keelbill.fuzz.seed", System.nanoTime());
    System.out.println("CommaFields numbers: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 100_000; round++) {
      String digits = Long.toString(Math.abs(random.nextLong() % 1_000_000_000_000_000L));
      int point = random.nextInt(digits.length() + 1);
      String text =
          (random.nextBoolean() ? "-" : "")
              + digits.substring(0, point)
              + "."
              + digits.substring(point);
      assertEquals(new BigDecimal(text).doubleValue(), of(text).decimal(0) + 0.0, text);
    }
  }
}
