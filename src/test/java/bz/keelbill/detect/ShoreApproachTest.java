package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boats from the open sea to an empty shore. */
class ShoreApproachTest {
  private static final int BOAT = 312_000_001;
  private static final int PLEASURE = 37;

  /** Where the crest is crossed, east of the empty coast between Gales Point and Mullins River. */
  private static final Position CREST = new Position(17.08, -88.02);

  private static final Position EMPTY_SHORE = new Position(17.05, -88.31);

  private static Sea sea(Instant start) {
    return new Sea(start, new Position(17.06, -88.10), List.of());
  }

  private static Sea.Boat fromOutside(Sea sea, double metres, double knots) {
    return fromOutside(sea, CREST, EMPTY_SHORE, metres, knots);
  }

  private static Sea.Boat fromOutside(
      Sea sea, Position crest, Position shore, double metres, double knots) {
    double way = Geodesy.exactBearingDegrees(crest, shore);
    Position start = Geodesy.destination(crest, way + 180, metres);
    return sea.boat(start).runTo(shore, knots);
  }

  private static List<Alert> all(Sea sea) {
    return sea.alerts(ShoreApproach.KIND);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.9", "1.0, 0.7"})
  void aSlowBoatFromOutsideByNightRingsBeforeItIsAshore(double sigma, double seen) {
    Sea sea = sea(Sea.NIGHT).poor(sigma, seen);
    fromOutside(sea, 14_000, 20);
    sea.pass(19);
    assertEquals(List.of(), all(sea));
    sea.pass(18);
    assertEquals(1, all(sea).size());
    Alert alert = all(sea).get(0);
    assertTrue(alert.priority().rings());
    assertTrue(alert.finding().outlook().minutesToAct() > 0);
    assertTrue(alert.finding().terms().stream().anyMatch(term -> term.term().equals("night")));
  }

  @Test
  void itBecomesAnAlarmWhenItIsNearByNight() {
    Sea sea = sea(Sea.NIGHT);
    fromOutside(sea, 14_000, 22);
    sea.pass(45);
    assertEquals(Priority.ALARM, all(sea).get(0).priority());
  }

  @Test
  void byDayItIsAWarning() {
    Sea sea = sea(Sea.MORNING);
    fromOutside(sea, 14_000, 22);
    sea.pass(45);
    assertEquals(Priority.WARNING, all(sea).get(0).priority());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void byDayAStraightWayIsStraightToACoarseRadarToo(long seed) {
    Position far = new Position(17.30, -88.12);
    Sea sea = new Sea(Sea.MORNING, far, List.of(), seed).poor(0.9, 0.7);
    fromOutside(sea, 14_000, 19);
    sea.pass(50);
    assertEquals(1, all(sea).size());
    assertEquals(Priority.WARNING, all(sea).get(0).priority());
  }

  @Test
  void byDayItIsToldAMinuteAndAHalfAfterItLeftTheOpenSea() {
    Sea sea = sea(Sea.MORNING);
    fromOutside(sea, 14_000, 24);
    sea.pass(40);
    Alert alert = all(sea).get(0);
    long after = sea.raisedAt(alert) - alert.finding().moment().onsetMillis();
    assertTrue(after >= 90_000 && after <= 150_000, "after " + after);
    double metres =
        (alert.finding().moment().onsetMillis() - Sea.MORNING.toEpochMilli())
            * Units.knotsToMetresPerSecond(24)
            / 1000;
    assertTrue(metres > 9_000 && metres <= 14_000, "after " + metres + " m of 14,000 to the crest");
  }

  @Test
  void byNightOneFirstSeenJustOutsideCounts() {
    Sea sea = sea(Sea.NIGHT);
    fromOutside(sea, 3_800, 16);
    sea.pass(40);
    assertTrue(all(sea).get(0).priority().rings());
    Sea byDay = sea(Sea.MORNING);
    fromOutside(byDay, 3_000, 16);
    byDay.pass(40);
    assertEquals(List.of(), all(byDay));
  }

  @ParameterizedTest
  @CsvSource({"3800, 15, 20", "3800, 19, 30", "14000, 15, 30"})
  void whoComesSlowlyFromNearIsToldLate(double metres, double knots, double within) {
    Position crest = new Position(17.56, -87.99);
    Sea sea = new Sea(Sea.NIGHT, new Position(17.55, -88.08), List.of());
    fromOutside(sea, crest, new Position(17.58, -88.30), metres, knots);
    for (int minute = 0; all(sea).isEmpty() && minute < 110; minute++) {
      sea.pass(1);
    }
    Finding.Term shore = all(sea).get(0).finding().terms().get(2);
    assertEquals("unattended-shore", shore.term());
    assertEquals(within, shore.limit());
    assertTrue(shore.value() <= within && shore.value() > within - 12, "in " + shore.value());
  }

  @Test
  void aBoatThatWasFirstSeenInsideIsNone() {
    Sea sea = sea(Sea.NIGHT);
    fromOutside(sea, -3_000, 22);
    sea.pass(40);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void aBoatThatCrawlsIsNone() {
    Sea sea = sea(Sea.NIGHT);
    fromOutside(sea, 9_000, 9);
    sea.pass(120);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void oneThatSaysWhoItIsIsWorthKnowingOnly() {
    Sea sea = sea(Sea.NIGHT);
    fromOutside(sea, 14_000, 22).ais(BOAT, PLEASURE, 14);
    sea.pass(45);
    assertEquals(Priority.CAUTION, all(sea).get(0).priority());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24T15:00:00Z", "2026-11-25T03:00:00Z"})
  void oneBoundForAPortIsNone(Instant start) {
    Sea sea = sea(start);
    Position port = new Position(16.966, -88.216);
    Position gap = new Position(16.99, -88.01);
    double way = Geodesy.exactBearingDegrees(gap, port);
    sea.boat(Geodesy.destination(gap, way + 180, 14_000)).runTo(port, 22);
    sea.pass(50);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void ourOwnComeInAsTheyLike() {
    Sea sea = sea(Sea.NIGHT);
    fromOutside(sea, 14_000, 22).ais(Sea.OWN, PLEASURE, 12);
    sea.pass(45);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void aCoastalBoatThatWasLostAMomentOutsideIsNotBornThere() {
    Sea sea = sea(Sea.NIGHT);
    Position inside = new Position(17.07, -88.15);
    Position outside = new Position(17.09, -87.94);
    Sea.Boat boat = sea.boat(inside).runTo(outside, 18).runTo(EMPTY_SHORE, 18);
    sea.pass(46);
    boat.offRadar();
    sea.pass(3);
    boat.onRadar();
    sea.pass(60);
    assertEquals(List.of(), all(sea));
  }

  @Test
  void byDayABoatThatHasCalledAtACayeLeavesTheCayeAndNotTheSea() {
    Position tobaccoCaye = new Position(16.8985, -88.06);
    double in = Geodesy.exactBearingDegrees(tobaccoCaye, EMPTY_SHORE);
    for (double minutes : new double[] {0, 10}) {
      Sea sea = new Sea(Sea.MORNING, new Position(16.95, -88.10), List.of());
      sea.boat(Geodesy.destination(tobaccoCaye, in + 180, 16_000))
          .runTo(Geodesy.destination(tobaccoCaye, 90, 300), 24)
          .lie(minutes)
          .runTo(EMPTY_SHORE, 24);
      sea.pass(70);
      assertEquals(minutes == 0 ? 1 : 0, all(sea).size(), minutes + " minutes there");
    }
  }

  @Test
  void byDayABoatThatRunsAlongTheReefIsAFishermanOrDiver() {
    Sea sea = sea(Sea.MORNING);
    Position north = new Position(17.15, -88.004);
    sea.boat(north).runTo(new Position(17.06, -87.998), 15).runTo(EMPTY_SHORE, 20);
    sea.pass(70);
    assertEquals(List.of(), all(sea));
    Sea byNight = sea(Sea.NIGHT);
    byNight.boat(north).runTo(new Position(17.06, -87.998), 15).runTo(EMPTY_SHORE, 20);
    byNight.pass(70);
    assertEquals(1, all(byNight).size());
  }
}
