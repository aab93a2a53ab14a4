package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings at sea, as a radar and an AIS station tell of them. */
class RendezvousTest {
  private static final int SHIP = 312_000_001;
  private static final int OTHER_SHIP = 312_000_002;
  private static final int CARGO = 70;
  private static final int FISHING = 30;

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(Rendezvous.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(Rendezvous.KIND));
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.9", "0.5, 0.8", "1.0, 0.7"})
  void twoDarkBoatsOfWhichOneCameFastByNightRing(double sigma, double seen) {
    Sea sea = new Sea(Sea.NIGHT).poor(sigma, seen);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(90, 10_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25).lie(30);
    sea.pass(13);
    long met = sea.nowMillis();
    sea.pass(4);
    none(sea);
    sea.pass(10);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    double late = (sea.raisedAt(alert) - met) / 1000.0 - 5 * 60;
    assertTrue(late < 60, "so many seconds late: " + late);
    assertTrue(alert.finding().subject().tracks().size() >= 2);
  }

  @Test
  void theSameByDayIsWorthKnowing() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(90, 8_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25).lie(30);
    sea.pass(25);
    assertEquals(Priority.CAUTION, one(sea).priority());
  }

  @Test
  void aBoatThatComesAlongsideAShipRingsByDayToo() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(Sea.OPEN).ais(SHIP, CARGO, 90).run(60, 45, 1);
    sea.boat(90, 8_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25).run(30, 45, 1);
    sea.pass(25);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aShipThatTheRadarDoesNotSeeMayBeMet() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(Sea.OPEN).ais(SHIP, CARGO, 90).offRadar().lie(60);
    sea.boat(90, 8_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25).lie(30);
    sea.pass(25);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void boatsThatBecomeOneEchoHaveMet() {
    Sea sea = new Sea(Sea.NIGHT).merging(300);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(90, 9_000).runTo(Geodesy.destination(Sea.OPEN, 90, 40), 25).lie(12).run(20, 90, 25);
    sea.pass(19);
    assertEquals(Priority.WARNING, one(sea).priority());
    sea.pass(20);
    one(sea);
  }

  @Test
  void aBoatThatPassesAnotherHasNotMetIt() {
    Sea sea = new Sea(Sea.NIGHT).merging(200);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(90, 9_000).run(40, 270, 20);
    sea.pass(40);
    none(sea);
  }

  @Test
  void oneBoatSeenByItselfAndByRadarIsNoPair() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(90, 8_000).ais(SHIP, FISHING, 16).runTo(Sea.OPEN, 16).lie(60);
    sea.pass(60);
    none(sea);
  }

  @Test
  void boatsThatCameTogetherHaveNotMet() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(90, 8_000).run(10, 270, 20).lie(30);
    sea.boat(90, 8_100).run(10, 270, 20).lie(30);
    sea.pass(40);
    none(sea);
  }

  @Test
  void fourMinutesAreTooShort() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(90, 8_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25).lie(3.5).run(20, 90, 25);
    sea.pass(40);
    none(sea);
  }

  @Test
  void aThirdBoatMakesItAGroupByDay() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(0, 250).lie(60);
    sea.boat(90, 8_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 20).lie(30);
    sea.pass(30);
    none(sea);
  }

  @Test
  void aGroupByNightFarFromEverythingIsOneAlert() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(Sea.OPEN).lie(60);
    sea.boat(0, 6_000).runTo(Geodesy.destination(Sea.OPEN, 0, 80), 20).lie(60);
    sea.boat(90, 8_000).runTo(Geodesy.destination(Sea.OPEN, 90, 60), 20).lie(60);
    sea.pass(40);
    one(sea);
  }

  @Test
  void nobodyWondersAtALanding() {
    Position near = new Position(17.2833, -87.8017);
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(near).lie(60);
    sea.boat(Geodesy.destination(near, 90, 8_000)).runTo(near, 25).lie(30);
    sea.pass(30);
    none(sea);
  }

  @Test
  void ourOwnBoatMayGoAlongside() {
    Sea sea = new Sea(Sea.NIGHT);
    sea.boat(Sea.OPEN).ais(SHIP, CARGO, 90).lie(60);
    sea.boat(90, 8_000)
        .ais(Sea.OWN, 55, 12)
        .runTo(Geodesy.destination(Sea.OPEN, 90, 60), 25)
        .lie(30);
    sea.pass(30);
    none(sea);
  }

  @Test
  void twoShipsMeetInHalfAnHour() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(Sea.OPEN).ais(SHIP, CARGO, 90).lie(120);
    sea.boat(90, 8_000)
        .ais(OTHER_SHIP, CARGO, 70)
        .runTo(Geodesy.destination(Sea.OPEN, 90, 350), 10)
        .lie(60);
    sea.pass(25 + 28);
    none(sea);
    sea.pass(8);
    assertEquals(Priority.WARNING, one(sea).priority());
  }
}
