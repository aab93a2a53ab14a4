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

/** Vessels on land, and ghosts. */
class OnLandTest {
  private static final int SHIP = 312_000_001;
  private static final int OTHER = 312_000_002;
  private static final int CARGO = 70;
  private static final int FISHING = 30;

  /** In the hills west of Dangriga, far from any river that a boat goes up. */
  private static final Position HILLS = new Position(16.95, -88.45);

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(OnLand.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(OnLand.KIND));
  }

  @Test
  void aVesselInTheHillsIsWorthKnowing() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(HILLS).ais(SHIP, FISHING, 12).offRadar().lie(60);
    sea.pass(12);
    Alert alert = one(sea);
    assertEquals(Priority.CAUTION, alert.priority());
    assertTrue(alert.finding().words().headline().contains("on land"));
  }

  @Test
  void oneThatMovesThereRings() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(HILLS).ais(SHIP, CARGO, 90).offRadar().run(60, 200, 9);
    sea.pass(3);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void oneThatJumpsThereIsToldAtItsThirdWord() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat ship = sea.boat(120, 10_000).ais(SHIP, CARGO, 90).offRadar().run(60, 200, 9);
    sea.pass(10);
    long jumped = sea.nowMillis();
    ship.jumpTo(HILLS);
    sea.pass(1);
    assertTrue(sea.raisedAt(one(sea)) - jumped <= 50_000);
  }

  @ParameterizedTest
  @CsvSource({
    "17.562, -88.320", // Belize River
    "17.772, -88.653", // New River Lagoon
    "15.560, -89.200", // Lake Izabal
    "17.200, -88.340", // Southern Lagoon
    "16.512, -88.407", // Big Creek
  })
  void onRiversAndLagoonsItIsAfloat(double latitude, double longitude) {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(new Position(latitude, longitude)).ais(SHIP, FISHING, 12).offRadar().run(60, 30, 2.5);
    sea.pass(12);
    none(sea);
  }

  @Test
  void aCayeThatMayLieElsewhereProvesNothing() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(new Position(17.30, -87.88)).ais(SHIP, FISHING, 12).offRadar().run(60, 0, 4);
    sea.pass(12);
    none(sea);
  }

  @Test
  void whoGoesUpAnUnknownRiverStepByStepIsAfloat() {
    Sea sea = new Sea(Sea.MORNING);
    Position mouth = new Position(16.95, -88.20);
    sea.boat(mouth).ais(SHIP, FISHING, 12).offRadar().runTo(HILLS, 9).lie(30);
    sea.pass(110);
    none(sea);
  }

  /** Four ships have gone the same way, and the radar saw them. */
  private static Sea withShips() {
    Sea sea = new Sea(Sea.MORNING, Geodesy.destination(Sea.OPEN, 270, 15_000), List.of());
    for (int i = 0; i < 4; i++) {
      sea.boat(180, 4_000 - 1_000 * i).ais(OTHER + i, CARGO, 90).run(60, 0, 9);
    }
    return sea;
  }

  @Test
  void oneThatNeverSaysWhatItIsIsAGhostTooIfItsSetIsAShips() {
    Sea sea = new Sea(Sea.MORNING, Geodesy.destination(Sea.OPEN, 270, 15_000), List.of());
    sea.boat(0, 8_000).ais(OTHER, CARGO, 90).run(60, 0, 9);
    sea.boat(180, 2_000).ais(SHIP, CARGO, 90).unintroduced().offRadar().run(60, 0, 9);
    sea.pass(14);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void whatLiesAtADockUnseenSaysNothingOfARadar() {
    Sea sea = withShips();
    for (int i = 4; i < 16; i++) {
      sea.boat(180, 2_000 - 120 * (i - 4)).ais(OTHER + i, FISHING, 12).offRadar().lie(60);
    }
    sea.pass(26);
    sea.boat(180, 2_000).ais(SHIP, CARGO, 90).offRadar().run(60, 0, 9);
    sea.pass(9);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aShipThatRadarShouldSeeAndDoesNotIsAGhost() {
    Sea sea = withShips();
    sea.pass(26);
    sea.boat(180, 2_000).ais(SHIP, CARGO, 90).offRadar().run(60, 0, 9);
    long begun = sea.nowMillis();
    sea.pass(9);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    assertEquals(List.of("mmsi:312000001"), alert.finding().subject().tracks());
    assertTrue(sea.raisedAt(alert) - begun >= 3 * 60_000);
    assertTrue(sea.raisedAt(alert) - begun <= 8 * 60_000);
  }

  @Test
  void aShipThatRadarSeesIsNone() {
    Sea sea = new Sea(Sea.MORNING).poor(1, 0.7);
    sea.boat(180, 2_000).ais(SHIP, CARGO, 90).run(60, 0, 9);
    sea.pass(20);
    none(sea);
  }

  @Test
  void aSmallBoatFarOutMayBeTooSmallForARadar() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(0, 8_000).ais(OTHER, CARGO, 90).run(60, 0, 9);
    sea.boat(120, 9_000).ais(SHIP, FISHING, 9).offRadar().run(60, 0, 9);
    sea.pass(20);
    none(sea);
  }

  @Test
  void withoutARadarThatLooksNobodyIsAGhost() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(180, 2_000).ais(SHIP, CARGO, 90).offRadar().run(60, 0, 9);
    sea.pass(20);
    none(sea);
  }

  @Test
  void aShipBeyondTheRadarIsNoGhost() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(0, 8_000).ais(OTHER, CARGO, 90).run(60, 0, 9);
    sea.boat(Geodesy.destination(Sea.OPEN, 150, 40_000))
        .ais(SHIP, CARGO, 90)
        .offRadar()
        .run(60, 0, 9);
    sea.pass(20);
    none(sea);
  }

  /**
   * A tanker's bridge is seen from twice as far as a coaster's: the one says nothing of the other.
   */
  @Test
  void aCoasterBelowTheHorizonIsNoGhostWhereTallShipsAreSeen() {
    Position mast = Geodesy.destination(Sea.OPEN, 0, 32_500);
    Sea sea = new Sea(Sea.MORNING, mast, List.of());
    for (int i = 0; i < 4; i++) {
      sea.boat(180, 4_000 - 1_000 * i).ais(OTHER + i, CARGO, 240).run(90, 0, 5);
    }
    sea.pass(30);
    sea.boat(180, 2_000).ais(SHIP, CARGO, 60).offRadar().run(60, 0, 9);
    sea.pass(20);
    none(sea);
  }
}
