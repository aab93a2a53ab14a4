package bz.keelbill.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.adsb.ModeSMessage.PositionBy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Reject;
import org.junit.jupiter.api.Test;

/** What positions of one aircraft are believed, frame by frame at their times. */
class TrailTest {
  private static final double LAT = 17.5391;
  private static final double LON = -88.3082;
  private static final double MILE = 1 / 60.0;
  private static final boolean EVEN = false;
  private static final boolean ODD = true;

  private final Sender sender = new Sender(0x0AB123);
  private ModeSReader reader = new ModeSReader(null, false);
  private boolean timeless;
  private boolean mlat;
  private PositionBy by;
  private double latitude;
  private double longitude;
  private final ModeSReader.Output out =
      new ModeSReader.Output() {
        @Override
        public void message(ModeSMessage message) {
          by = message.positionBy();
          latitude = message.latitude;
          longitude = message.longitude;
        }

        @Override
        public void reject(Reject.Reason reason) {
          throw new AssertionError(reason);
        }
      };

  private void read(byte[] frame, double second) {
    long at = timeless ? ModeSReader.TIMELESS : 1_795_230_000_000L + Math.round(second * 1_000);
    reader.read(frame, 0, frame.length, ModeSMessage.NO_TICKS, at, mlat, out);
  }

  /** How the place of a frame from the air was found; null if it was not. */
  private PositionBy air(double second, boolean odd, double lat, double lon) {
    String me = Sender.airborne(11, Sender.squitterAltitude(3_000), odd, lat, lon);
    read(sender.squitter(me), second);
    assertRight(lat, lon);
    return by;
  }

  private PositionBy ground(double second, int movement, boolean odd, double lat, double lon) {
    read(sender.squitter(Sender.surface(7, movement, "00000000", odd, lat, lon)), second);
    assertRight(lat, lon);
    return by;
  }

  private void assertRight(double lat, double lon) {
    if (by != null && isChecked) {
      assertEquals(lat, latitude, 1e-4);
      assertEquals(lon, longitude, 1e-4);
    }
  }

  private boolean isChecked = true;

  private void fly(double second, double knots) {
    read(sender.squitter(Sender.velocity(knots, 0, 0)), second);
  }

  /** Known to be at a place since a moment. */
  private void settle(double second, double lat, double lon) {
    air(second - 2, EVEN, lat, lon);
    air(second - 1, ODD, lat, lon);
    assertNotEquals(null, air(second, EVEN, lat, lon));
  }

  @Test
  void theFirstPlaceNeedsTwoPairs() {
    assertNull(air(0, EVEN, LAT, LON));
    assertNull(air(1, ODD, LAT, LON));
    assertEquals(PositionBy.GLOBAL, air(2, EVEN, LAT, LON));
    assertEquals(PositionBy.LOCAL, air(3, EVEN, LAT, LON), "then each message alone");
  }

  @Test
  void messagesOfOneKindAloneGiveNoPlace() {
    for (int second = 0; second < 60; second++) {
      assertNull(air(second, ODD, LAT, LON));
    }
  }

  @Test
  void theTwoPairsMustAgree() {
    assertNull(air(0, EVEN, LAT, LON));
    assertNull(air(1, ODD, LAT, LON));
    assertNull(air(2, EVEN, LAT + 11 * MILE, LON));
    assertNull(air(3, ODD, LAT + 11 * MILE, LON));
    assertEquals(PositionBy.GLOBAL, air(4, EVEN, LAT + 11 * MILE, LON));
  }

  @Test
  void theTwoPairsMustBeNearInTime() {
    air(0, EVEN, LAT, LON);
    air(1, ODD, LAT, LON);
    assertNull(air(30, EVEN, LAT, LON));
    assertNull(air(31.5, ODD, LAT, LON), "30.5 s after the first pair");
    assertEquals(PositionBy.GLOBAL, air(32, EVEN, LAT, LON));
  }

  @Test
  void aPairIsAtMostTenSecondsOld() {
    assertNull(air(0, EVEN, LAT, LON));
    assertNull(air(10.001, ODD, LAT, LON));
    assertNull(air(11, EVEN, LAT, LON));
    assertEquals(PositionBy.GLOBAL, air(21, ODD, LAT, LON));
  }

  @Test
  void aSlowAircraftsPairIsGoodForHalfAMinute() {
    fly(0, 80);
    assertNull(air(0, EVEN, LAT, LON));
    assertNull(air(29, ODD, LAT, LON));
    assertEquals(PositionBy.GLOBAL, air(30, EVEN, LAT, LON));
  }

  @Test
  void aFastAircraftsIsNotNorOneOfUnknownSpeed() {
    for (int knots : new int[] {0, 300}) {
      reader = new ModeSReader(null, false);
      if (knots > 0) {
        fly(0, knots);
      }
      assertNull(air(0, EVEN, LAT, LON));
      assertNull(air(28, ODD, LAT, LON));
      assertNull(air(29, EVEN, LAT, LON));
      assertEquals(PositionBy.GLOBAL, air(30, ODD, LAT, LON));
    }
  }

  @Test
  void aJumpIsRefusedAndTheLastGoodPlaceKept() {
    settle(0, LAT, LON);
    for (int second = 1; second <= 20; second++) {
      boolean odd = second % 2 == 0;
      assertNull(air(second, odd, LAT + 120 * MILE, LON), "another aircraft's, or damaged");
      assertEquals(PositionBy.LOCAL, air(second + 0.5, !odd, LAT, LON));
    }
  }

  @Test
  void afterEightJumpsInARowItStartsAfresh() {
    settle(0, LAT, LON);
    for (int second = 1; second <= 8; second++) {
      assertNull(air(second, second % 2 == 0, LAT + 120 * MILE, LON), "" + second);
    }
    assertNull(air(9, ODD, LAT + 120 * MILE, LON), "one pair");
    assertEquals(PositionBy.GLOBAL, air(10, EVEN, LAT + 120 * MILE, LON));
  }

  @Test
  void itMayFlyAsFastAsItSaysAndHalfAsMuchMore() {
    settle(0, LAT, LON);
    assertNull(air(60, ODD, LAT + 9 * MILE, LON), "300 knots at least");
    assertEquals(PositionBy.LOCAL, air(60, ODD, LAT + 7.9 * MILE, LON));
    fly(60, 600);
    assertEquals(PositionBy.LOCAL, air(120, EVEN, LAT + (7.9 + 15) * MILE, LON));
  }

  @Test
  void aFewMinutesOfSilenceDoNotCostThePlace() {
    settle(0, LAT, LON);
    assertEquals(PositionBy.LOCAL, air(600, ODD, LAT + 40 * MILE, LON));
  }

  @Test
  void afterALongGapItIsFoundAnewWhereverItIs() {
    settle(0, LAT, LON);
    assertNull(air(601, ODD, LAT + 5, LON + 3));
    assertNull(air(602, EVEN, LAT + 5, LON + 3));
    assertEquals(PositionBy.GLOBAL, air(603, ODD, LAT + 5, LON + 3));
  }

  @Test
  void aWrongFirstZoneHeals() {
    isChecked = false;
    int lastWrong = -1;
    for (int second = 0; second < 100; second++) {
      boolean odd = second % 2 == 1;
      // At first the halves are too far apart to belong together.
      air(second, odd, odd && second < 6 ? LAT + 0.06 : LAT, LON);
      boolean isWrong = by != null && Math.abs(latitude - LAT) > 5;
      lastWrong = isWrong ? second : lastWrong;
    }
    assertTrue(lastWrong > 6 && lastWrong < 40, "right again after " + lastWrong);
    assertEquals(LAT, latitude, 1e-4);
    assertEquals(LON, longitude, 1e-4);
  }

  @Test
  void aLandingIsFollowedOntoTheSurface() {
    settle(0, LAT, LON - 0.02);
    assertEquals(PositionBy.LOCAL, ground(5, 60, EVEN, LAT, LON - 0.015));
    assertEquals(PositionBy.LOCAL, ground(6, 50, ODD, LAT, LON - 0.0145));
  }

  @Test
  void aLandingFarAwayAndLongAfterIsFoundByItsOwnLastPlace() {
    settle(0, LAT, LON);
    double lat = LAT + 4;
    double lon = LON + 6;
    assertNull(ground(1_500, 9, EVEN, lat, lon));
    assertNull(ground(1_501, 9, ODD, lat, lon));
    assertEquals(PositionBy.GLOBAL, ground(1_502, 9, EVEN, lat, lon));
  }

  @Test
  void halvesFromTheAirAndFromTheSurfaceNeverPair() {
    reader = new ModeSReader(new Position(LAT, LON), false);
    for (int second = 0; second < 60; second += 2) {
      assertNull(air(second, EVEN, LAT, LON));
      assertNull(ground(second + 1, 9, ODD, LAT, LON));
    }
  }

  @Test
  void withoutAnyReferenceASurfacePositionIsNotTold() {
    for (int second = 0; second < 20; second++) {
      assertNull(ground(second, 9, second % 2 == 0, LAT, LON));
    }
  }

  @Test
  void theReceiversPlaceTellsTheQuarterOfTheEarth() {
    reader = new ModeSReader(new Position(LAT - 40, LON + 40), false);
    assertNull(ground(0, 9, EVEN, LAT, LON));
    assertNull(ground(1, 9, ODD, LAT, LON));
    assertEquals(PositionBy.GLOBAL, ground(2, 9, EVEN, LAT, LON));
  }

  @Test
  void soDoesAnotherAircraftInTheAir() {
    Sender other = new Sender(0x0AB777);
    for (int second = 0; second < 3; second++) {
      String high = Sender.squitterAltitude(30_000);
      String me = Sender.airborne(11, high, second % 2 == 0, LAT + 2, LON - 2);
      read(other.squitter(me), second);
    }
    assertNull(ground(3, 9, EVEN, LAT, LON));
    assertNull(ground(4, 9, ODD, LAT, LON));
    assertEquals(PositionBy.GLOBAL, ground(5, 9, EVEN, LAT, LON));
  }

  @Test
  void aSurfacePairMayBeOlderWhenItRollsSlowly() {
    double[][] rows = {{38, 24.9}, {60, 24.9}, {9, 49.9}};
    for (double[] row : rows) {
      reader = new ModeSReader(new Position(LAT, LON), false);
      int movement = (int) row[0];
      ground(0, movement, EVEN, LAT, LON);
      assertNull(ground(row[1], movement, ODD, LAT, LON));
      assertEquals(PositionBy.GLOBAL, ground(row[1] + 1, movement, EVEN, LAT, LON));
    }
    reader = new ModeSReader(new Position(LAT, LON), false);
    ground(0, 60, EVEN, LAT, LON);
    assertNull(ground(25.1, 60, ODD, LAT, LON));
    assertNull(ground(26, 60, EVEN, LAT, LON), "36 knots: too old");
  }

  @Test
  void sourcesAreNeverMixedInOnePair() {
    for (int second = 0; second < 30; second += 3) {
      assertNull(air(second, EVEN, LAT, LON));
      String high = Sender.squitterAltitude(3_000);
      read(sender.nonTransponder(6, Sender.airborne(11, high, ODD, LAT, LON)), second + 1);
      assertNull(by, "sent again by a ground station");
      mlat = true;
      read(sender.nonTransponder(2, Sender.airborne(11, high, EVEN, LAT, LON)), second + 2);
      assertNull(by, "computed");
      mlat = false;
    }
  }

  @Test
  void withoutTimesThePairsHaveNoHalfInCommon() {
    timeless = true;
    assertNull(air(0, EVEN, LAT, LON));
    assertNull(air(0, ODD, LAT, LON));
    assertNull(air(0, EVEN, LAT, LON));
    assertEquals(PositionBy.GLOBAL, air(0, ODD, LAT, LON));
    assertEquals(PositionBy.LOCAL, air(0, ODD, LAT + 2 * MILE, LON));
  }

  @Test
  void withoutTimesALongStepCountsFromTheSecondMessage() {
    timeless = true;
    for (int i = 0; i < 4; i++) {
      air(0, i % 2 == 0, LAT, LON);
    }
    assertNull(air(0, EVEN, LAT + 20 * MILE, LON));
    assertEquals(PositionBy.LOCAL, air(0, ODD, LAT + 21 * MILE, LON));
    assertNull(air(0, EVEN, LAT + 130 * MILE, LON));
    assertNull(air(0, ODD, LAT + 130 * MILE, LON), "too far even for a pause");
    assertEquals(PositionBy.LOCAL, air(0, ODD, LAT + 22 * MILE, LON));
  }

  @Test
  void theDateLineIsNoJump() {
    settle(0, -17.5, 179.999);
    for (int step = 1; step < 20; step++) {
      double lon = 179.999 + step * 0.0004;
      lon = lon >= 180 ? lon - 360 : lon;
      assertEquals(PositionBy.LOCAL, air(step, step % 2 == 0, -17.5, lon));
    }
  }

  /** Over every border of zones between Belize and Panama, at 480 knots. */
  @Test
  void bordersOfZonesAreCrossedWithoutAJump() {
    settle(0, LAT, LON);
    double lat = LAT;
    for (int second = 1; second < 4_000; second++) {
      lat -= 480 / 3_600.0 * MILE;
      fly(second, 480);
      assertEquals(PositionBy.LOCAL, air(second, second % 3 == 0, lat, LON), "at " + lat);
    }
  }
}
