package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.SafetyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssociatorTest {
  private static final long T0 = 1_795_230_000_000L;
  private static final Position START = new Position(17.2, -87.6);

  private long nowMillis = T0 - 1;
  private final List<String> gone = new ArrayList<>();
  private final Associator associator =
      new Associator(
          new Associator.Listener() {
            @Override
            public void born(Track track) {}

            @Override
            public void merged(Track lost, Track kept) {
              gone.add(lost.name() + ">" + kept.name());
            }

            @Override
            public void forgotten(Track track) {
              gone.add(track.name());
            }
          });

  /** Takes a fix; before it, each whole second since the last one has its association. */
  private Track take(Fix fix) {
    for (long second = Math.floorDiv(nowMillis, 1000L) + 1;
        second * 1000 <= fix.atMillis();
        second++) {
      nowMillis = second * 1000;
      associator.associate(nowMillis);
    }
    return associator.apply(fix);
  }

  /** The track of a contact once the second is over. */
  private Track settled(Fix fix) {
    take(fix);
    associator.associate(fix.atMillis() + 1000);
    return associator.trackOf(fix.contact());
  }

  private static Fix radar(String station, int number, long at, Position position) {
    return fix(new ContactId.RadarTarget(station, number), station, at, position, 60, false);
  }

  private static Fix ais(int mmsi, long at, Position position) {
    return fix(new ContactId.Mmsi(mmsi), "ais", at, position, 10, true);
  }

  private static Fix fix(
      ContactId id, String station, long at, Position position, double sigma, boolean isAis) {
    return new Fix(
        new Origin("feed", station, 1, at, at),
        id,
        position,
        isAis ? new Fix.Motion(20, 270, Double.NaN) : Fix.Motion.UNKNOWN,
        null,
        new Fix.State(
            isAis ? Fix.Source.AIS_CLASS_B : Fix.Source.RADAR, Fix.Accuracy.circle(sigma), null));
  }

  /** Where a 20-knot boat bound west from the start is after so many seconds. */
  private static Position west(double seconds) {
    return Geodesy.destination(START, 270, 10.29 * seconds);
  }

  @Test
  void aRadarNumberUsedAgainAfterAMinuteOfSilenceIsAnotherCraft() {
    Track first = take(radar("r", 7, T0, START));
    Position elsewhere = Geodesy.destination(START, 0, 20_000);
    Track second = take(radar("r", 7, T0 + 61_000, elsewhere));
    assertNotSame(first, second);
    assertEquals("radar:r/7@" + T0 / 1000, first.name());
    assertEquals("radar:r/7@" + (T0 + 61_000) / 1000, second.name());
  }

  @Test
  void aRadarNumberThatJumpsFartherThanABoatCanGoIsAnotherCraft() {
    Track first = take(radar("r", 7, T0, START));
    Track second = take(radar("r", 7, T0 + 3_000, Geodesy.destination(START, 90, 5_000)));
    assertNotSame(first, second);
  }

  @Test
  void aTargetGivenUpByItsRadarFreesTheNumber() {
    Track first = take(radar("r", 7, T0, START));
    ContactId id = new ContactId.RadarTarget("r", 7);
    associator.apply(new ContactLost(new Origin("feed", "r", 2, T0 + 1, T0 + 1), id));
    Position far = Geodesy.destination(START, 90, 40_000);
    assertNotSame(first, take(radar("r", 7, T0 + 3_000, far)));
  }

  @Test
  void aBoatLostForFourMinutesComesBackAsItselfUnderANewNumber() {
    Track first = null;
    for (int s = 0; s <= 120; s += 3) {
      first = take(radar("r", 7, T0 + s * 1000L, west(s)));
    }
    Track again = null;
    for (int s = 360; s <= 390; s += 3) {
      again = settled(radar("r", 31, T0 + s * 1000L, west(s)));
    }
    assertSame(first, again);
    assertEquals(2, again.contactNames().size());
    assertEquals(START, again.bornAt());
  }

  @Test
  void anEchoThatKeepsRunningBesideAShipThatTellsItsPositionIsThatShip() {
    Random chance = new Random(1);
    Track echo = null;
    for (int s = 0; s <= 60; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      Position seen =
          Geodesy.destination(west(s), chance.nextInt(360), Math.abs(chance.nextGaussian()) * 40);
      echo = settled(radar("r", 7, T0 + s * 1000L + 500, seen));
    }
    assertEquals(1, associator.picture().size());
    assertEquals(List.of("mmsi:312000001", "radar:r/7@" + (T0 + 500) / 1000), echo.contactNames());
    assertEquals(1, gone.size());
  }

  /** A number given up before the merge had drawn its next user into the merged track. */
  @Test
  void aNumberGivenUpBeforeItsTrackWasMergedIsFreeForAnotherCraft() {
    ContactId given = new ContactId.RadarTarget("r", 7);
    for (int s = 0; s <= 30; s += 3) {
      take(radar("r", 7, T0 + s * 1000L, west(s)));
    }
    associator.apply(new ContactLost(new Origin("feed", "r", 2, T0 + 31_000, T0), given));
    for (int s = 33; s <= 90; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      take(radar("r", 8, T0 + s * 1000L + 500, west(s)));
    }
    Position far = Geodesy.destination(START, 0, 30_000);
    Track other = take(radar("r", 7, T0 + 120_000, far));
    assertEquals(List.of("radar:r/7@" + (T0 + 120_000) / 1000), other.contactNames());
    assertEquals(2, associator.picture().size());
  }

  @Test
  void oneBoatOnTwoRadarsIsOneTrack() {
    for (int s = 0; s <= 60; s += 3) {
      take(radar("north", 7, T0 + s * 1000L, west(s)));
      take(radar("south", 40, T0 + s * 1000L + 900, west(s + 0.9)));
    }
    assertEquals(1, associator.picture().size());
  }

  @Test
  void twoBoatsThatOneRadarShowsSideBySideStayTwo() {
    for (int s = 0; s <= 90; s += 3) {
      take(radar("r", 7, T0 + s * 1000L, west(s)));
      take(radar("r", 8, T0 + s * 1000L, Geodesy.destination(west(s), 0, 60)));
    }
    assertEquals(2, associator.picture().size());
  }

  @Test
  void anEchoThatLeavesTheShipItWasTakenForBecomesATrackOfItsOwn() {
    for (int s = 0; s <= 60; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      take(radar("r", 7, T0 + s * 1000L + 500, west(s)));
    }
    assertEquals(1, associator.picture().size());
    for (int s = 63; s <= 240; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      Position leaving = Geodesy.destination(west(60), 0, 10.29 * (s - 60));
      take(radar("r", 7, T0 + s * 1000L + 500, leaving));
    }
    assertEquals(2, associator.picture().size());
  }

  @Test
  void aPositionNoShipCanHaveReachedIsHeldBackAndBelievedOnlyWhenItPersists() {
    Track track = take(ais(312000001, T0, START));
    Position far = Geodesy.destination(START, 90, 90_000);
    take(ais(312000001, T0 + 10_000, far));
    assertEquals(START, track.position());
    for (int i = 2; i <= 10; i++) {
      take(ais(312000001, T0 + i * 10_000L, far));
    }
    assertEquals(far, track.position());
  }

  @Test
  void zeroZeroIsNoPosition() {
    Track track = take(ais(312000001, T0, new Position(0, 0)));
    assertEquals(0, track.history().size());
  }

  @Test
  void aLateReportGoesIntoTheHistoryByItsTimeAndDoesNotMoveTheTrack() {
    Track track = take(ais(312000001, T0, west(0)));
    take(ais(312000001, T0 + 20_000, west(20)));
    take(ais(312000001, T0 + 10_000, west(10)));
    assertEquals(west(20), track.position());
    assertEquals(3, track.history().size());
    assertEquals(T0 + 10_000, track.history().atMillis(1));
  }

  @Test
  void silentTracksAreForgotten() {
    take(radar("r", 7, T0, START));
    take(ais(312000001, T0, Geodesy.destination(START, 0, 30_000)));
    associator.forgetSilent(T0 + 31 * 60_000L);
    assertEquals(1, associator.picture().size());
    associator.forgetSilent(T0 + 7 * 3_600_000L);
    assertEquals(0, associator.picture().size());
    assertEquals(2, gone.size());
  }

  @Test
  void aStationThatOnlySpeaksHasATrackWithoutAPlace() {
    Track track =
        associator.apply(
            new SafetyText(
                new Origin("f", "s", 1, T0, T0), new ContactId.Mmsi(970000001), "SART TEST", null));
    assertTrue(track.position() == null && track.isConfirmed());
  }

  private static Fix flight(Fix.Source source, double sigma, long at, Position position) {
    return new Fix(
        new Origin("flights", "tower", 1, at, at),
        new ContactId.Icao24(0x0AB001, true),
        position,
        new Fix.Motion(120, 270, Double.NaN),
        new Fix.Height(3_000, false, Double.NaN, null),
        new Fix.State(source, Fix.Accuracy.circle(sigma), null));
  }

  @Test
  void aComputedPositionNeverReplacesAnAircraftsOwnOfTheLastHalfMinute() {
    Track track = take(flight(Fix.Source.ADSB, 50, T0, START));
    take(flight(Fix.Source.MLAT, 300, T0 + 5_000, west(40)));
    take(flight(Fix.Source.REBROADCAST, 150, T0 + 6_000, west(42)));
    assertEquals(START, track.position());
    take(flight(Fix.Source.MLAT, 300, T0 + 30_000, west(180)));
    assertEquals(west(180), track.position());
    take(flight(Fix.Source.ADSB, 50, T0 + 31_000, west(186)));
    assertEquals(west(186), track.position());
  }

  @Test
  void anAircraftWhosePositionGetsLessExactStillMoves() {
    Track track = take(flight(Fix.Source.ADSB, 10, T0, START));
    take(flight(Fix.Source.ADSB, 400, T0 + 1_000, west(6)));
    assertEquals(west(6), track.position());
  }
}
