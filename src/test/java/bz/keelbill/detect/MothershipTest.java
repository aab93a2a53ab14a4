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

/** Boats that come from a ship, or end at one. */
class MothershipTest {
  private static final int SHIP = 312_000_001;
  private static final int CARGO = 70;
  private static final double OUT_TO_SEA = 100;

  /** A sea with a ship that drifts far out, and a boat elsewhere so that the radar lives. */
  private static Sea sea(double knots) {
    Sea sea = new Sea(Sea.NIGHT, new Position(17.1, -87.75), List.of());
    sea.boat(Sea.OPEN).ais(SHIP, CARGO, 80).run(240, 45, knots);
    sea.boat(0, 9_000).run(240, 90, 2);
    return sea;
  }

  private static Position beside(Sea sea, double metres) {
    return Geodesy.destination(sea.first().at(), 90, metres);
  }

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(Mothership.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(Mothership.KIND));
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.9", "0.5, 0.8", "1.0, 0.7"})
  void aFastBoatBornAtASlowShipRings(double sigma, double seen) {
    Sea sea = sea(1).poor(sigma, seen).merging(250);
    sea.pass(20);
    sea.boat(beside(sea, 20)).run(40, OUT_TO_SEA, 28);
    long left = sea.nowMillis();
    sea.pass(5);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority(), alert.finding().toString());
    assertEquals("mmsi:312000001", alert.finding().subject().lineage());
    double late = (sea.raisedAt(alert) - left) / 1000.0;
    assertTrue(late < 150, "so many seconds after it left: " + late);
  }

  @Test
  void oneThatHeadsForTheShoreIsAnAlarm() {
    Sea sea = sea(1).merging(250);
    sea.pass(20);
    sea.boat(beside(sea, 20)).run(40, 270, 28);
    sea.pass(5);
    assertEquals(Priority.ALARM, one(sea).priority());
  }

  @Test
  void aSecondBoatAnHourLaterIsAnAlarmOfTheSameAlert() {
    Sea sea = sea(1).merging(250);
    sea.pass(20);
    sea.boat(beside(sea, 20)).run(90, OUT_TO_SEA, 28);
    sea.pass(60);
    assertEquals(Priority.WARNING, one(sea).priority());
    sea.boat(beside(sea, 20)).run(40, OUT_TO_SEA, 28);
    sea.pass(5);
    assertEquals(Priority.ALARM, one(sea).priority());
  }

  @Test
  void aBoatThatEndsAtTheShipRings() {
    Sea sea = sea(0).merging(250);
    sea.pass(10);
    sea.boat(90, 9_000).runTo(Geodesy.destination(Sea.OPEN, 90, 20), 25).lie(60);
    sea.pass(25);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aShipThatRunsHasNoBoats() {
    Sea sea = sea(10).merging(250);
    sea.pass(20);
    sea.boat(beside(sea, 20)).run(40, OUT_TO_SEA, 28);
    sea.pass(10);
    none(sea);
  }

  @Test
  void aSlowBoatFromTheShipIsItsTender() {
    Sea sea = sea(1).merging(250);
    sea.pass(20);
    sea.boat(beside(sea, 20)).run(40, OUT_TO_SEA, 8);
    sea.pass(10);
    none(sea);
  }

  @Test
  void aBoatThatPassesTheShipWasNotBornThere() {
    Sea sea = sea(0).merging(300);
    sea.boat(270, 9_000).run(30, 90, 25);
    sea.pass(30);
    none(sea);
  }

  @Test
  void aBoatBornTwoMilesAwayIsNotTheShips() {
    Sea sea = sea(1);
    sea.pass(20);
    sea.boat(beside(sea, 3_700)).run(40, OUT_TO_SEA, 28);
    sea.pass(10);
    none(sea);
  }

  @Test
  void nearLandShipsHaveTenders() {
    Position near = new Position(17.24, -87.76);
    Sea sea = new Sea(Sea.NIGHT, new Position(17.1, -87.75), List.of());
    sea.boat(near).ais(SHIP, CARGO, 80).lie(120);
    sea.pass(20);
    sea.boat(Geodesy.destination(near, 90, 300)).run(40, OUT_TO_SEA, 28);
    sea.pass(10);
    none(sea);
  }
}
