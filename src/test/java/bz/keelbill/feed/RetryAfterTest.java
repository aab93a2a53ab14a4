package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final long NOW = Instant.parse("2026-11-25T10:00:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "120, 120000",
    "' 5 ', 5000",
    "9999999999, 3600000",
    "'Wed, 25 Nov 2026 10:01:00 GMT', 60000",
    "'Wed, 25 Nov 2026 09:00:00 GMT', 0",
    "'Thu, 25 Nov 2027 10:00:00 GMT', 3600000",
    "'Wed, 25 Nov 2026 25:01:00 GMT', -1",
    "soon, -1",
    "-5, -1",
    "1.5, -1",
    "'', -1",
    ", -1",
  })
  void secondsOrADateAreObeyedUpToAnHour(String header, long millis) {
    assertEquals(millis, RetryAfter.millis(header, NOW));
  }
}
