package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vessels that stop transmitting where they would be heard. */
class AisGapTest {
  private static final int SHIP = 312_000_001;
  private static final int OTHER = 312_000_002;
  private static final int THIRD = 312_000_003;
  private static final int CARGO = 70;
  private static final int FISHING = 30;
  private static final int AT_ANCHOR = 1;

  /** A sea with a ship that shows that the station lives. */
  private static Sea sea() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(180, 9_000).ais(OTHER, CARGO, 90).offRadar().run(240, 270, 6);
    return sea;
  }

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(AisGap.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(AisGap.KIND));
  }

  private static Sea.Boat ship(Sea sea) {
    return sea.boat(90, 6_000).ais(SHIP, CARGO, 90).offRadar().run(240, 270, 8);
  }

  @Test
  void aShipThatFallsSilentRingsAfterTenMinutes() {
    Sea sea = sea();
    Sea.Boat ship = ship(sea);
    sea.pass(15);
    ship.silent();
    sea.pass(9.7);
    none(sea);
    sea.pass(1);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(alert.finding().terms().stream().anyMatch(t -> t.term().equals("missed by mast")));
    assertTrue(alert.finding().outlook().coverage().contains("ais-a"));
  }

  @Test
  void aClassBBoatIsGivenTwentyMinutes() {
    Sea sea = new Sea(Sea.MORNING, Geodesy.destination(Sea.OPEN, 0, 12_000), List.of());
    sea.boat(180, 9_000).ais(OTHER, CARGO, 90).offRadar().run(240, 270, 6);
    Sea.Boat boat = sea.boat(90, 6_000).ais(SHIP, FISHING, 12).offRadar().run(240, 270, 6);
    sea.pass(15);
    boat.silent();
    sea.pass(19.4);
    none(sea);
    sea.pass(2);
    one(sea);
  }

  @Test
  void itIsOverWhenTheShipSpeaksAgain() {
    Sea sea = sea();
    Sea.Boat ship = ship(sea);
    sea.pass(15);
    ship.silent();
    sea.pass(12);
    one(sea);
    ship.speaking();
    sea.pass(35);
    long last = one(sea).history().lastTrueAtMillis();
    assertTrue(sea.nowMillis() - last >= 33 * 60_000L);
    one(sea);
  }

  @Test
  void aShipThatSlowedDownOrAnchoredMayBePutOff() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).offRadar().run(14, 270, 8).lie(200);
    sea.pass(20);
    ship.silent();
    sea.pass(40);
    none(sea);
  }

  @Test
  void oneThatSaidItWasAtAnchorIsWorthKnowingOnly() {
    Sea sea = sea();
    Sea.Boat ship = ship(sea).status(AT_ANCHOR);
    sea.pass(15);
    ship.silent();
    sea.pass(12);
    assertEquals(Priority.CAUTION, one(sea).priority());
  }

  @Test
  void oneThatRadarStillSeesInboundIsAnAlarm() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(240, 270, 14);
    sea.pass(15);
    ship.silent();
    sea.pass(11);
    Alert alert = one(sea);
    assertEquals(Priority.ALARM, alert.priority());
    assertTrue(alert.finding().words().headline().contains("radar still sees it"));
    assertTrue(alert.finding().outlook().minutesToAct() > 0);
  }

  @Test
  void oneThatRadarLosesAtTheSameTimeIsWorthKnowingOnly() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(240, 270, 8);
    sea.pass(15);
    ship.silent().offRadar();
    sea.pass(12);
    Alert alert = one(sea);
    assertEquals(Priority.CAUTION, alert.priority());
    assertTrue(
        alert.finding().terms().stream().anyMatch(t -> t.term().equals("radar-lost-it-too")));
  }

  @Test
  void aShipBesideAPortIsNoGap() {
    Sea sea = sea();
    Position pier = new Position(16.966, -88.216);
    Sea.Boat ship =
        sea.boat(Geodesy.destination(pier, 90, 9_000))
            .ais(SHIP, CARGO, 90)
            .offRadar()
            .runTo(Geodesy.destination(pier, 90, 2_000), 8);
    sea.pass(20);
    ship.silent();
    sea.pass(40);
    none(sea);
  }

  @Test
  void oneThatMayHaveReachedAPortMeanwhileIsNoGap() {
    Sea sea = sea();
    Position pier = new Position(16.966, -88.216);
    Sea.Boat ship =
        sea.boat(Geodesy.destination(pier, 90, 9_000))
            .ais(SHIP, CARGO, 90)
            .offRadar()
            .runTo(pier, 10);
    sea.pass(12);
    ship.silent();
    sea.pass(40);
    none(sea);
  }

  @Test
  void aDeafStationMakesNoGaps() {
    Sea sea = sea();
    ship(sea);
    sea.boat(0, 9_000).ais(THIRD, CARGO, 90).offRadar().run(240, 270, 6);
    sea.pass(20);
    sea.quiet();
    sea.pass(40);
    none(sea);
  }

  @Test
  void halfOfThemSilentTogetherIsTheStationsDoing() {
    Sea sea = sea();
    Sea.Boat ship = ship(sea);
    Sea.Boat third = sea.boat(0, 9_000).ais(THIRD, CARGO, 90).offRadar().run(240, 270, 6);
    Sea.Boat fourth = sea.boat(20, 9_000).ais(THIRD + 1, CARGO, 90).offRadar().run(240, 270, 6);
    sea.pass(20);
    ship.silent();
    third.silent();
    fourth.silent();
    sea.pass(30);
    none(sea);
  }

  @Test
  void whoRunsOutOfReachFades() {
    Sea sea = sea();
    Position mast = new Position(17.2, -87.9);
    Sea.Boat ship =
        sea.boat(Geodesy.destination(mast, 120, 44_000))
            .ais(SHIP, CARGO, 90)
            .offRadar()
            .run(240, 120, 12);
    sea.pass(30);
    ship.silent();
    sea.pass(60);
    none(sea);
  }

  @Test
  void whereNobodyElseHasBeenHeardYetTheRangeIsNotTrusted() {
    Sea sea = sea();
    Position mast = new Position(17.2, -87.9);
    Sea.Boat ship =
        sea.boat(Geodesy.destination(mast, 120, 60_000))
            .ais(SHIP, CARGO, 90)
            .offRadar()
            .run(240, 120, 12);
    sea.pass(15);
    ship.silent();
    sea.pass(40);
    none(sea);
  }

  @Test
  void aBoatWithoutACourseIsNotJudgedByOne() {
    Sea sea = sea();
    Sea.Boat ship = ship(sea);
    sea.pass(15);
    ship.silent();
    sea.watch().apply(withoutCourse(sea, ship.at()));
    sea.pass(12);
    one(sea);
  }

  private static Fix withoutCourse(Sea sea, Position at) {
    return new Fix(
        new Origin("mast", "mast", 5, sea.nowMillis(), sea.nowMillis()),
        new ContactId.Mmsi(SHIP),
        at,
        new Fix.Motion(8, Double.NaN, Double.NaN),
        null,
        new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0));
  }

  @Test
  void ourOwnMayBeSilent() {
    Sea sea = sea();
    Sea.Boat own = sea.boat(90, 6_000).ais(Sea.OWN, CARGO, 90).offRadar().run(240, 270, 8);
    sea.pass(15);
    own.silent();
    sea.pass(40);
    none(sea);
  }

  @Test
  void aStationThatWasDeafInTheMorningExcusesNobodyInTheAfternoon() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).offRadar().run(400, 270, 3.5);
    Sea.Boat third = sea.boat(0, 5_000).ais(THIRD, CARGO, 90).offRadar().run(400, 90, 3.5);
    sea.pass(40);
    sea.quiet();
    sea.pass(15);
    assertEquals(1, sea.alerts(FeedSilent.KIND).size());
    sea.first().speaking();
    ship.speaking();
    third.speaking();
    sea.pass(60);
    none(sea);
    ship.silent();
    sea.pass(12);
    one(sea);
  }

  /** Two minutes of words may be lost by chance, but where nearly all come through they are not. */
  @Test
  void oneThatRadarSawForAnotherMinuteAndAHalfHasTurnedItsSetOff() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(240, 270, 8);
    sea.pass(25);
    ship.silent();
    sea.pass(1.9);
    ship.offRadar();
    sea.pass(10);
    assertEquals(Priority.WARNING, one(sea).priority());
  }
}
