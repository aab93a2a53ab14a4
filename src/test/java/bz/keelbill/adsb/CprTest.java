package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places all over the earth, coded by the formulas of the norm and read again. */
class CprTest {
  private static final int ROUNDS = 200_000;
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double TINY_METRES = 0.001;

  private final Random random = new Random(20_261_125);
  private final Cpr cpr = new Cpr();

  /** The 35 bits of a position. */
  private record Coded(boolean odd, int yz, int xz) {
    static Coded of(boolean odd, boolean surface, double latitude, double longitude) {
      String bits = Sender.cpr(odd, surface, latitude, longitude);
      return new Coded(
          odd, Integer.parseInt(bits.substring(1, 18), 2), Integer.parseInt(bits.substring(18), 2));
    }
  }

  private boolean global(Coded even, Coded odd, boolean newerIsOdd) {
    return cpr.global(even.yz, even.xz, odd.yz, odd.xz, newerIsOdd);
  }

  private boolean surface(Coded even, Coded odd, boolean newerIsOdd, double lat, double lon) {
    return cpr.globalSurface(even.yz, even.xz, odd.yz, odd.xz, newerIsOdd, lat, lon);
  }

  private boolean local(Coded coded, boolean surface, double lat, double lon) {
    return cpr.local(coded.odd, coded.yz, coded.xz, surface, lat, lon);
  }

  /** Anywhere, and often where something changes: poles, equator, borders of zones. */
  private double latitude() {
    double near = (random.nextDouble() - 0.5) * Math.pow(10, -random.nextInt(8));
    double latitude =
        switch (random.nextInt(7)) {
          case 0 -> near;
          case 1 -> (random.nextBoolean() ? 90 : -90) + near;
          case 2 -> 6 * (random.nextInt(29) - 14) + near;
          case 3 -> 360.0 / 59 * (random.nextInt(29) - 14) + near;
          case 4 -> edge(2 + random.nextInt(58)) * (random.nextBoolean() ? 1 : -1) + near;
          default -> 180 * random.nextDouble() - 90;
        };
    return Math.abs(latitude) > 90 ? Math.signum(latitude) * 180 - latitude : latitude;
  }

  private double longitude() {
    double near = (random.nextDouble() - 0.5) * Math.pow(10, -random.nextInt(8));
    double longitude =
        switch (random.nextInt(5)) {
          case 0 -> near;
          case 1 -> 180 + near;
          case 2 -> 90 * (random.nextInt(4) - 2) + near;
          case 3 -> 360.0 / (1 + random.nextInt(59)) * random.nextInt(59) + near;
          default -> 360 * random.nextDouble();
        };
    return longitude - 360 * Math.floor((longitude + 180) / 360);
  }

  /** The latitude where so many zones of longitude begin to be one less, by halving. */
  private static double edge(int zones) {
    double low = 0;
    double high = 90;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (Sender.zones(middle) >= zones) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double apartDegrees(double one, double other) {
    double apart = Math.abs(one - other) % 360;
    return apart > 180 ? 360 - apart : apart;
  }

  /** The last place is the given one, but for half a step in each direction. */
  private void assertHere(boolean odd, boolean surface, double latitude, double longitude) {
    double zones = surface ? 4 : 1;
    double north = 360.0 / zones / (odd ? 59 : 60) / 131_072 / 2;
    double columns = Math.max(1, Sender.zones(cpr.latitude()) - (odd ? 1 : 0));
    double east = 360.0 / zones / columns / 131_072 / 2;
    String what = latitude + ", " + longitude + " odd " + odd + " surface " + surface;
    assertTrue(Math.abs(cpr.latitude() - latitude) <= north + 1e-9, what + ": " + cpr.latitude());
    assertTrue(
        apartDegrees(cpr.longitude(), longitude) <= east + 1e-9, what + ": " + cpr.longitude());
    assertTrue(cpr.longitude() >= -180 && cpr.longitude() < 180, what + ": " + cpr.longitude());
    if (Math.abs(latitude) < 80) {
      double least = surface ? 1.3 : 5.1;
      double metres =
          Math.hypot(
              (cpr.latitude() - latitude) * METRES_PER_DEGREE,
              apartDegrees(cpr.longitude(), longitude)
                  * METRES_PER_DEGREE
                  * Math.cos(Math.toRadians(latitude)));
      assertTrue(metres <= least, what + " is " + metres + " m off");
    }
  }

  @Test
  void theZonesOfALatitudeAreThoseOfTheFormula() {
    for (int zones = 2; zones < 60; zones++) {
      double edge = edge(zones);
      for (double near : new double[] {-1e-3, -1e-9, 1e-9, 1e-3}) {
        assertEquals(Sender.zones(edge + near), Cpr.zonesAt(edge + near), "at " + edge);
        assertEquals(Sender.zones(edge + near), Cpr.zonesAt(-edge - near), "at -" + edge);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      double latitude = 180 * random.nextDouble() - 90;
      assertEquals(Sender.zones(latitude), Cpr.zonesAt(latitude), "at " + latitude);
    }
    assertEquals(59, Cpr.zonesAt(0));
    assertEquals(2, Cpr.zonesAt(87));
    assertEquals(2, Cpr.zonesAt(-87));
    assertEquals(1, Cpr.zonesAt(90));
    assertEquals(1, Cpr.zonesAt(-90));
  }

  @Test
  void globalAndLocalReadingGiveThePlaceInTheAir() {
    int resolved = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double latitude = latitude();
      double longitude = longitude();
      Coded even = Coded.of(false, false, latitude, longitude);
      Coded odd = Coded.of(true, false, latitude, longitude);
      for (Coded newer : new Coded[] {even, odd}) {
        if (global(even, odd, newer.odd)) {
          resolved++;
          assertHere(newer.odd, false, latitude, longitude);
        }
        double near = latitude + 5.9 * (random.nextDouble() - 0.5);
        double beside = longitude + 5.9 * (random.nextDouble() - 0.5);
        if (local(newer, false, Math.max(-90, Math.min(90, near)), beside)) {
          assertHere(newer.odd, false, latitude, longitude);
        } else {
          assertTrue(Math.abs(latitude) > 89.9999, "no place at " + latitude);
        }
      }
    }
    assertTrue(resolved > 2 * ROUNDS * 0.9, "only " + resolved);
  }

  @Test
  void globalAndLocalReadingGiveThePlaceOnTheSurface() {
    int resolved = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double latitude = latitude();
      double longitude = longitude();
      if (Math.abs(latitude) > 89.9) {
        continue; // no aerodrome is there
      }
      Coded even = Coded.of(false, true, latitude, longitude);
      Coded odd = Coded.of(true, true, latitude, longitude);
      double referenceLat = latitude + 89.9 * (random.nextDouble() - 0.5);
      double referenceLon = longitude + 89.9 * (random.nextDouble() - 0.5);
      referenceLat = Math.max(-90, Math.min(90, referenceLat));
      for (Coded newer : new Coded[] {even, odd}) {
        if (surface(even, odd, newer.odd, referenceLat, referenceLon)) {
          resolved++;
          assertHere(newer.odd, true, latitude, longitude);
        }
        double near = latitude + 1.4 * (random.nextDouble() - 0.5);
        double beside = longitude + 1.4 * (random.nextDouble() - 0.5);
        assertTrue(local(newer, true, Math.max(-90, Math.min(90, near)), beside));
        assertHere(newer.odd, true, latitude, longitude);
      }
    }
    assertTrue(resolved > 2 * ROUNDS * 0.75, "only " + resolved);
  }

  @Test
  void halvesOnBothSidesOfAZonesBorderAreNotResolved() {
    int straddling = 0;
    for (int round = 0; round < ROUNDS; round++) {
      // 600 knots for ten seconds across the border.
      double border = edge(2 + random.nextInt(58)) * (random.nextBoolean() ? 1 : -1);
      double first = border + (random.nextDouble() - 0.5) * 0.05;
      double second = first + (random.nextDouble() - 0.5) * 0.05;
      double longitude = longitude();
      Coded even = Coded.of(false, false, first, longitude);
      Coded odd = Coded.of(true, false, second, longitude);
      boolean straddles = Sender.zones(read(even, first)) != Sender.zones(read(odd, second));
      straddling += straddles ? 1 : 0;
      boolean newerIsOdd = random.nextBoolean();
      assertEquals(!straddles, global(even, odd, newerIsOdd), "from " + first + " to " + second);
      if (!straddles) {
        assertHere(newerIsOdd, false, newerIsOdd ? second : first, longitude);
      }
    }
    assertTrue(straddling > ROUNDS / 10, "too few: " + straddling);
  }

  /** The latitude that is sent: the true one in steps. */
  private double read(Coded coded, double latitude) {
    assertTrue(local(coded, false, latitude, 0));
    return cpr.latitude();
  }

  @Test
  void halvesThatNoPlaceCanHaveGiveNone() {
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Coded even = new Coded(false, random.nextInt(1 << 17), random.nextInt(1 << 17));
      Coded odd = new Coded(true, random.nextInt(1 << 17), random.nextInt(1 << 17));
      boolean isThere = global(even, odd, random.nextBoolean());
      refused += isThere ? 0 : 1;
      assertTrue(!isThere || Math.abs(cpr.latitude()) <= 90);
      boolean isNear = local(even, random.nextBoolean(), latitude(), longitude());
      assertTrue(!isNear || Math.abs(cpr.latitude()) <= 90);
      assertTrue(cpr.longitude() >= -180 && cpr.longitude() < 180);
    }
    assertTrue(refused > ROUNDS / 3, "half of all rows lie beyond the poles: " + refused);
    assertFalse(local(new Coded(false, 59_000, 0), false, 89.9, 0), "2.7 degrees past the pole");
  }
}
