package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {
  /**
   * Elevation is about −0.83° at the almanac's sunrise and sunset, 90° overhead at the subsolar
   * point.
   */
  @ParameterizedTest
  @CsvSource({
    "51.4779, 0.0, 2026-03-20T12:07:30Z, 38.5", // Greenwich, equinox noon: 90 - latitude
    "0.0, 0.0, 2026-03-20T12:07:30Z, 89.9",
    "23.44, 0.0, 2026-06-21T12:01:50Z, 89.9", // solstice over the tropic
    "17.5, -88.2, 2026-06-21T17:54:40Z, 84.06", // Belize, solar noon
    "0.0, 0.0, 2026-03-20T06:04:10Z, -0.83" // sunrise on the equator
  })
  void elevationAgreesWithTheAlmanac(double lat, double lon, String at, double expected) {
    long millis = Instant.parse(at).toEpochMilli();
    assertEquals(expected, Sun.elevationDegrees(lat, lon, millis), 0.35);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T23:00:00Z, false", // 17:00 in Belize
    "2026-11-24T00:00:00Z, true", // 18:00
    "2026-11-24T11:00:00Z, true", // 05:00
    "2026-11-24T12:30:00Z, false" // 06:30
  })
  void nightInBelizeBeginsAndEndsWithCivilTwilight(String at, boolean night) {
    long millis = Instant.parse(at).toEpochMilli();
    assertEquals(night, Sun.isNight(17.5, -88.2, millis));
  }

  @Test
  void whatTheClockTellsOfTheNightTheSunConfirms() {
    SplittableRandom dice = new SplittableRandom(20261126);
    long from = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < 200_000; i++) {
      double lat = dice.nextDouble(-31, 31);
      double lon = dice.nextDouble(-180, 180);
      long at = from + dice.nextLong(4 * 366 * 86_400_000L);
      boolean night = Sun.elevationDegrees(lat, lon, at) < Sun.NIGHT_BELOW_DEGREES;
      assertEquals(night, Sun.isNight(lat, lon, at), () -> lat + " " + lon + " " + at);
    }
  }
}
