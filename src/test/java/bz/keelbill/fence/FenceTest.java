package bz.keelbill.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence.AppliesTo;
import bz.keelbill.fence.Fence.Band;
import bz.keelbill.fence.Fence.Hours;
import bz.keelbill.geo.Drawn;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceTest {

  /** Belize is six hours behind UTC all year; the hours begin with their first minute. */
  @ParameterizedTest(name = "{0} to {1} at {2}: {3}")
  @CsvSource({
    "18:00, 06:00, 2026-11-22T23:59:59.999Z, false",
    "18:00, 06:00, 2026-11-23T00:00:00Z, true",
    "18:00, 06:00, 2026-11-23T05:59:59Z, true",
    "18:00, 06:00, 2026-11-23T06:00:00Z, true",
    "18:00, 06:00, 2026-11-23T11:59:59.999Z, true",
    "18:00, 06:00, 2026-11-23T12:00:00Z, false",
    "18:00, 06:00, 2026-11-23T18:00:00Z, false",
    "06:00, 18:00, 2026-11-23T11:59:59.999Z, false",
    "06:00, 18:00, 2026-11-23T12:00:00Z, true",
    "06:00, 18:00, 2026-11-23T23:59:59.999Z, true",
    "06:00, 18:00, 2026-11-24T00:00:00Z, false",
    "00:00, 06:00, 2026-11-23T05:59:59.999Z, false",
    "00:00, 06:00, 2026-11-23T06:00:00Z, true",
    "18:00, 00:00, 2026-11-23T05:59:59.999Z, true",
    "18:00, 00:00, 2026-11-23T06:00:00Z, false",
    "08:00, 08:00, 2026-11-23T03:00:00Z, true",
    "18:30, 05:30, 2026-07-01T00:30:00Z, true",
    "18:30, 05:30, 2026-07-01T00:29:59Z, false",
  })
  void isActiveInItsLocalHours(String from, String to, Instant at, boolean active) {
    Fence fence = fence().hours(from, to).build();
    assertEquals(active, fence.isActive(at.toEpochMilli()));
  }

  @Test
  void isAlwaysActiveWithoutHours() {
    assertTrue(fence().build().isActive(0));
    assertTrue(fence().build().isActive(Long.MAX_VALUE - 1));
    assertTrue(fence().build().isActive(Long.MIN_VALUE));
  }

  @Test
  void isActiveWithinItsDaysOnly() {
    Fence fence = fence().hours(new Hours(null, null, null, 1_000, 2_000)).build();
    assertFalse(fence.isActive(999));
    assertTrue(fence.isActive(1_000));
    assertTrue(fence.isActive(1_999));
    assertFalse(fence.isActive(2_000));
  }

  @Test
  void followsItsZonesSummerTime() {
    LocalTime from = LocalTime.of(18, 0);
    Hours hours =
        new Hours(
            from,
            LocalTime.of(19, 0),
            ZoneId.of("America/New_York"),
            Long.MIN_VALUE,
            Long.MAX_VALUE);
    Fence fence = fence().hours(hours).build();
    assertTrue(fence.isActive(Instant.parse("2026-07-01T22:30:00Z").toEpochMilli()));
    assertFalse(fence.isActive(Instant.parse("2026-01-01T22:30:00Z").toEpochMilli()));
    assertTrue(fence.isActive(Instant.parse("2026-01-01T23:30:00Z").toEpochMilli()));
  }

  @ParameterizedTest(name = "{0} to {1} ft holds {2}: {3}")
  @CsvSource({
    "NaN, NaN, 5000, true",
    "NaN, NaN, NaN, true",
    "0, 19500, -300, true",
    "0, 19500, 19500, true",
    "0, 19500, 19525, false",
    "0, 19500, NaN, true",
    "1000, 3000, 999, false",
    "1000, 3000, 1000, true",
    "1000, 3000, NaN, false",
    "1000, NaN, 40000, true",
    "NaN, 3000, 3001, false",
    "NaN, 3000, NaN, true",
  })
  void holdsTheHeightsOfItsBand(double floor, double ceiling, double altitude, boolean held) {
    assertEquals(held, new Band(floor, ceiling).holds(altitude));
  }

  @Test
  void isForItsCraftOnly() {
    assertTrue(fence().appliesTo(AppliesTo.VESSEL).build().appliesTo(false));
    assertFalse(fence().appliesTo(AppliesTo.VESSEL).build().appliesTo(true));
    assertTrue(fence().appliesTo(AppliesTo.AIRCRAFT).build().appliesTo(true));
    assertFalse(fence().appliesTo(AppliesTo.AIRCRAFT).build().appliesTo(false));
    assertTrue(fence().build().appliesTo(true));
    assertTrue(fence().build().appliesTo(false));
  }

  private static FenceBuilder fence() {
    return FenceBuilder.fence("f", Drawn.box(-88, 17, -87, 18));
  }
}
