package bz.keelbill.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {

  @ParameterizedTest
  @CsvSource({
    "600000, 0, 600000",
    "600000, 1, 601000",
    "600000, 59, 599000",
    "600000, 30, 630000",
    "600000, 31, 571000",
    "605400, 5, 605000",
    "659900, 0, 660000",
    "629000, 59, 659000",
    "628999, 59, 599000",
    "-500, 59, -1000"
  })
  void theNearestInstantWithThatSecond(long millis, int second, long expected) {
    assertEquals(expected, EventTime.nearest(millis, second));
  }
}
