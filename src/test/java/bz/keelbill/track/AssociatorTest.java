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
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Origin;
import bz.keelbill.report.SafetyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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

  @Test
  void whatComesLaterThanTheWatermarkIsCountedAsARevisionOfThePast() {
    Track track = take(ais(312000001, T0, west(0)));
    take(ais(312000001, T0 + 60_000, west(60)));
    associator.apply(ais(312000001, T0 + 50_000, west(50)));
    assertEquals(0, track.revisions());
    associator.apply(ais(312000001, T0 + 20_000, west(20)));
    assertEquals(1, track.revisions());
    assertEquals(T0 + 20_000, track.revisedAtMillis());
    assertEquals(4, track.history().size());
  }

  /** One late plot of three that bear on the speed: the filter is run again over the history. */
  @Test
  void aLateReportChangesWhatTheFilterThinks() {
    for (int s = 0; s <= 30; s += 3) {
      if (s != 24 && s != 27) {
        take(radar("r", 7, T0 + s * 1000L, west(s)));
      }
    }
    Track track = associator.trackOf(new ContactId.RadarTarget("r", 7));
    double before = track.estimateAt(T0 + 30_000).place().worst();
    associator.apply(radar("r", 7, T0 + 24_000, west(24)));
    associator.apply(radar("r", 7, T0 + 27_000, west(27)));
    assertTrue(track.estimateAt(T0 + 30_000).place().worst() < before);
    assertEquals(T0 + 30_000, track.latest().atMillis());
  }

  @Test
  void anEchoThatLeavesAShipTakesItsOwnPastAlongAndLeavesTheShipsOwn() {
    Track ship = null;
    for (int s = 0; s <= 60; s += 3) {
      ship = take(ais(312000001, T0 + s * 1000L, west(s)));
      take(radar("r", 7, T0 + s * 1000L + 500, west(s)));
    }
    assertEquals(1, associator.picture().size());
    for (int s = 63; s <= 240; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      take(radar("r", 7, T0 + s * 1000L + 500, Geodesy.destination(west(60), 0, 10.29 * (s - 60))));
    }
    Track echo = associator.trackOf(new ContactId.RadarTarget("r", 7));
    assertNotSame(ship, echo);
    assertEquals("radar:r/7@" + (T0 + 500) / 1000, echo.name());
    assertEquals(T0 + 500, echo.history().atMillis(0));
    assertEquals(T0, ship.history().atMillis(0));
    assertEquals(List.of("mmsi:312000001"), ship.contactNames());
  }

  private static Glimpse seen(String id, long at, Position position, double knots) {
    return new Glimpse(
        new Origin("desk", "desk", 1, at, at),
        new ContactId.Sighting(id),
        position,
        900,
        60_000,
        new Fix.Motion(knots, Double.NaN, Double.NaN),
        new Glimpse.Looks("panga", 1, 8, 2, "B2", "panga, 2 men"));
  }

  @Test
  void aShipSeenByAisTwoRadarsAndAFishermanIsOneTrackThatListsThemAll() {
    for (int s = 0; s <= 90; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      take(radar("north", 7, T0 + s * 1000L + 300, west(s + 0.3)));
      take(radar("south", 40, T0 + s * 1000L + 900, west(s + 0.9)));
    }
    associator.apply(seen("s1", T0 + 60_000, Geodesy.destination(west(60), 20, 700), 20));
    Track ship = associator.trackOf(new ContactId.Mmsi(312000001));
    assertEquals(
        Set.of(
            "mmsi:312000001",
            "radar:north/7@" + T0 / 1000,
            "radar:south/40@" + T0 / 1000,
            "sighting:s1"),
        Set.copyOf(ship.contactNames()));
    assertEquals(1, associator.picture().size());
  }

  @Test
  void aSightingThatFitsTwoBoatsIsNeitherOfThem() {
    for (int s = 0; s <= 30; s += 3) {
      take(radar("r", 7, T0 + s * 1000L, west(s)));
      take(radar("r", 8, T0 + s * 1000L, Geodesy.destination(west(s), 0, 900)));
    }
    associator.apply(seen("s1", T0 + 30_000, Geodesy.destination(west(30), 0, 450), 20));
    assertEquals(3, associator.picture().size());
    Track seen = associator.trackOf(new ContactId.Sighting("s1"));
    assertEquals(List.of("sighting:s1"), seen.contactNames());
  }

  @Test
  void aBoatThatRadarFindsWhereItWasSeenIsTheBoatThatWasSeen() {
    Track seen = associator.apply(seen("s1", T0, START, 20));
    Track found = null;
    for (int s = 300; s <= 345; s += 3) {
      found = settled(radar("r", 7, T0 + s * 1000L, west(s)));
    }
    assertSame(seen, found);
    assertEquals("sighting:s1", found.name());
  }

  @Test
  void aSightingTakenBackLeavesNothing() {
    associator.apply(seen("s1", T0, START, 20));
    associator.withdraw(new ContactId.Sighting("s1"));
    assertEquals(0, associator.picture().size());
  }

  private static Glimpse fromAbove(String id, long at, Position position) {
    return new Glimpse(
        new Origin("sar", "sar", 1, at, at),
        new ContactId.Detection(id),
        position,
        100,
        1_000,
        Fix.Motion.UNKNOWN,
        new Glimpse.Looks("vessel", null, 30, null, null, ""));
  }

  @Test
  void aDetectionHoursLateIsTheShipThatWasThereThenAndElseStaysUnexplained() {
    for (int s = 0; s <= 7_200; s += 30) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
    }
    Track ship = associator.apply(fromAbove("d1", T0 + 615_000, west(615)));
    assertEquals(List.of("mmsi:312000001", "detection:d1"), ship.contactNames());
    associator.apply(fromAbove("d2", T0 + 615_000, Geodesy.destination(west(615), 0, 5_000)));
    assertEquals(1, associator.unexplained().size());
    assertEquals(1, associator.picture().size());
    associator.apply(fromAbove("d2", T0 + 615_000, Geodesy.destination(west(615), 0, 5_000)));
    assertEquals(1, associator.unexplained().size());
  }

  private static Fix plot(long at, Position position) {
    return fix(new ContactId.Plot("r"), "r", at, position, 60, false);
  }

  @Test
  void boatsSeenAsBarePlotsAmongWavesAreEachOneTrack() {
    Random chance = new Random(4);
    for (int s = 0; s <= 300; s += 3) {
      long at = T0 + s * 1000L;
      for (int boat = 0; boat < 3; boat++) {
        if (chance.nextDouble() < 0.85) {
          Position there = Geodesy.destination(west(s), 0, 1_500 * boat);
          associator.apply(
              plot(at, Geodesy.destination(there, chance.nextInt(360), 50 * chance.nextDouble())));
        }
      }
      for (int wave = 0; wave < 2; wave++) {
        Position anywhere =
            Geodesy.destination(START, chance.nextInt(360), 15_000 * chance.nextDouble());
        associator.apply(plot(at, anywhere));
      }
      for (Fix numbered : associator.numberedPlots()) {
        associator.apply(numbered);
      }
      associator.associate(at + 1_000);
    }
    long now = T0 + 300_000;
    List<Track> sure =
        associator.picture().tracks().stream()
            .filter(track -> track.isConfirmed() && track.freshness(now) != Freshness.LOST)
            .toList();
    assertEquals(3, sure.size());
    for (Track track : sure) {
      assertTrue(now - track.bornAtMillis() > 270_000, "born late: " + track.name());
    }
  }

  private static Fix device(String uid, long at, Position position) {
    return fix(new ContactId.Cot(uid), "tak", at, position, 10, true);
  }

  @Test
  void aPatrolThatTellsItsPlaceTwiceByTransponderAndByDeviceIsOneTrack() {
    for (int s = 0; s <= 120; s += 5) {
      take(ais(312990001, T0 + s * 1000L, west(s)));
      take(device("unit-7", T0 + s * 1000L + 400, west(s + 0.4)));
    }
    assertEquals(1, associator.picture().size());
    Track patrol = associator.trackOf(new ContactId.Cot("unit-7"));
    assertEquals(List.of("mmsi:312990001", "cot:unit-7"), patrol.contactNames());
  }

  @Test
  void twoPatrolsSideBySideStayTwo() {
    for (int s = 0; s <= 300; s += 5) {
      take(device("unit-7", T0 + s * 1000L, west(s)));
      take(device("unit-8", T0 + s * 1000L + 400, west(s + 0.4)));
    }
    assertEquals(2, associator.picture().size());
  }

  /** Twelve hours, new numbers again and again, noise of 40 m and half a degree. */
  @Test
  void aCargoShipSeenByAisAndTwoRadarsIsOneTrackAllDay() {
    Random chance = new Random(8);
    Position[] masts = {
      Geodesy.destination(START, 200, 9_000), Geodesy.destination(START, 330, 14_000)
    };
    int[] numbers = {1, 1};
    long[] seenUntil = {T0, T0};
    Set<String> shown = new TreeSet<>();
    for (int s = 0; s <= 12 * 3_600; s += 3) {
      long at = T0 + s * 1000L;
      Position ship = Geodesy.destination(START, 270 + 20 * Math.sin(s / 4_000.0), 0.2 * s);
      if (s % 9 == 0 && chance.nextDouble() < 0.8) {
        take(sailing(at, ship));
      }
      for (int r = 0; r < 2; r++) {
        if (chance.nextDouble() < 0.002) {
          numbers[r] = numbers[r] % 90 + 1;
          seenUntil[r] = at + 30_000;
        }
        if (chance.nextDouble() < 0.8 && at >= seenUntil[r]) {
          take(echo("radar" + r, numbers[r], masts[r], at + 300 * r, ship, chance));
        }
      }
      for (Track track : associator.picture().tracks()) {
        if (track.isConfirmed() && track.freshness(at) != Freshness.LOST) {
          shown.add(track.name());
        }
      }
    }
    assertEquals(Set.of("mmsi:312000009"), shown);
  }

  private static Fix sailing(long at, Position position) {
    return new Fix(
        new Origin("feed", "ais", 1, at, at),
        new ContactId.Mmsi(312000009),
        position,
        new Fix.Motion(0.4, 270, Double.NaN),
        null,
        new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), null));
  }

  private static Fix echo(
      String station, int number, Position mast, long at, Position boat, Random chance) {
    double bearing = Geodesy.bearingDegrees(mast, boat);
    double metres = Geodesy.distanceMetres(mast, boat);
    Position seen =
        Geodesy.destination(
            mast, bearing + 0.5 * chance.nextGaussian(), metres + 40 * chance.nextGaussian());
    return new Fix(
        new Origin("feed", station, 1, at, at),
        new ContactId.RadarTarget(station, number),
        seen,
        Fix.Motion.UNKNOWN,
        null,
        new Fix.State(
            Fix.Source.RADAR,
            new Fix.Accuracy(40, metres * Math.toRadians(0.5), bearing, false),
            null));
  }

  /** A radar saw it first, and gives it a new number each two minutes for six hours. */
  @Test
  void aShipKeepsItsOwnWordHoweverManyNumbersARadarGivesIt() {
    Random chance = new Random(10);
    Position mast = Geodesy.destination(START, 200, 12_000);
    for (int s = 0; s <= 6 * 3_600; s += 3) {
      long at = T0 + s * 1000L;
      if (s % 180 == 0 && s > 900) {
        take(sailing(at, START));
      }
      take(echo("radar", s / 120 % 90 + 1, mast, at, START, chance));
    }
    List<Track> ships =
        associator.picture().tracks().stream()
            .filter(track -> track.identity().isCooperative())
            .toList();
    assertEquals(1, ships.size());
    assertTrue(ships.get(0).contactNames().contains("mmsi:312000009"));
    assertTrue(ships.get(0).contactNames().size() > 20, "it did have many numbers");
    assertTrue(ships.get(0).contactNames().size() <= 24, "and the oldest are forgotten");
  }

  /** Transponder and echo gone for ten minutes behind a caye; the echo comes back first. */
  @Test
  void aTaxiLostForTenMinutesComesBackAsItself() {
    Random chance = new Random(9);
    Position mast = Geodesy.destination(START, 180, 8_000);
    for (int s = 0; s <= 300; s += 3) {
      take(ais(312000001, T0 + s * 1000L, west(s)));
      take(echo("r", 7, mast, T0 + s * 1000L + 200, west(s), chance));
    }
    Track taxi = associator.trackOf(new ContactId.Mmsi(312000001));
    for (int s = 900; s <= 960; s += 3) {
      take(echo("r", 21, mast, T0 + s * 1000L + 200, west(s), chance));
    }
    associator.associate(T0 + 961_000);
    assertSame(taxi, associator.trackOf(new ContactId.RadarTarget("r", 21)));
    take(ais(312000001, T0 + 963_000, west(963)));
    assertSame(taxi, associator.trackOf(new ContactId.Mmsi(312000001)));
    assertEquals(1, associator.picture().size());
  }

  /** Its echo, which left the dock late, was taken for another boat's for an hour. */
  @Test
  void whereATaxiWasBetweenItsRestAndItsRunIsNotKnownAsWellAsOnAnEvenRun() {
    take(moored(312_000_001, T0));
    Track taxi = take(ais(312_000_001, T0 + 400_000, west(200)));
    double left = Past.slackMetres(taxi, T0 + 200_000);
    assertTrue(left > 1_000, left + " m");
    take(ais(312_000_001, T0 + 600_000, west(400)));
    assertTrue(Past.slackMetres(taxi, T0 + 500_000) < 20);
  }

  private static Fix moored(int mmsi, long at) {
    Fix word = ais(mmsi, at, START);
    return new Fix(
        word.origin(),
        word.contact(),
        START,
        new Fix.Motion(0, Double.NaN, Double.NaN),
        null,
        word.state());
  }
}
