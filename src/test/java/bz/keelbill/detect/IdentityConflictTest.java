package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One number in two places, and two names under one number. */
class IdentityConflictTest {
  private static final int SHIP = 312_000_001;
  private static final int CARGO = 70;
  private static final int FISHING = 30;

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(IdentityConflict.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(IdentityConflict.KIND));
  }

  /** A ship and, from a time on, another far off under its number; out of the radar's reach. */
  private static Sea twoUnder(int mmsi, int type, int metres) {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 30_000).ais(mmsi, type, metres).offRadar().run(240, 0, 8);
    sea.pass(5);
    sea.boat(200, 20_000).ais(mmsi, type, metres).offRadar().run(240, 180, 6);
    return sea;
  }

  @Test
  void twoShipsUnderOneNumberRingAtTheThirdAlternation() {
    Sea sea = twoUnder(SHIP, CARGO, 90);
    long begun = sea.nowMillis();
    sea.pass(3);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(sea.raisedAt(alert) - begun <= 60_000, "after " + (sea.raisedAt(alert) - begun));
    assertTrue(alert.finding().terms().get(0).value() >= 3);
    assertEquals(List.of("mmsi:312000001"), alert.finding().subject().tracks());
  }

  @Test
  void theEvidenceHasBothWays() {
    Sea sea = twoUnder(SHIP, CARGO, 90);
    sea.pass(3);
    long north =
        one(sea).finding().evidence().stream()
            .filter(line -> line.position().latitude() > 16.83)
            .count();
    long south = one(sea).finding().evidence().size() - north;
    assertTrue(north >= 3 && south >= 3, one(sea).finding().evidence().toString());
  }

  @Test
  void boatsThatSpeakEachThirtySecondsRingToo() {
    Sea sea = twoUnder(SHIP, FISHING, 15);
    long begun = sea.nowMillis();
    sea.pass(5);
    assertTrue(sea.raisedAt(one(sea)) - begun <= 150_000);
  }

  @Test
  void aMooredBoatAndOneUnderWayRing() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 20_000).ais(SHIP, FISHING, 15).offRadar().lie(240);
    sea.pass(7);
    sea.boat(200, 20_000).ais(SHIP, CARGO, 90).offRadar().run(240, 180, 12);
    sea.pass(16);
    one(sea);
  }

  @Test
  void itIsSaidOfOurOwnForcesAsAnAlarm() {
    Sea sea = twoUnder(Sea.OWN, CARGO, 90);
    sea.pass(3);
    assertEquals(Priority.ALARM, one(sea).priority());
  }

  @Test
  void whatRadarDeniesIsAnAlarm() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(270, 2_000).ais(SHIP, CARGO, 90).run(240, 0, 8);
    sea.pass(5);
    sea.boat(0, 12_000).ais(SHIP, CARGO, 90).offRadar().run(240, 180, 6);
    sea.pass(3);
    assertEquals(Priority.ALARM, one(sea).priority());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_193_046, 111_111_111, 222_222_222, 992_000_001})
  void aNumberThatNobodyHasAloneIsNoIdentity(int mmsi) {
    Sea sea = twoUnder(mmsi, CARGO, 90);
    sea.pass(5);
    none(sea);
  }

  @Test
  void aLoneWrongDigitNowAndThenIsNothing() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 10_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 8);
    for (int i = 0; i < 20; i++) {
      sea.pass(1.1);
      sea.watch().apply(fix(sea, Geodesy.destination(Sea.OPEN, 20 + 60 * i, 30_000 + 9_000 * i)));
    }
    none(sea);
  }

  @Test
  void aStationThatIsMinutesBehindMakesNoSecondShip() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat ship = sea.boat(120, 10_000).ais(SHIP, CARGO, 90).offRadar().run(240, 300, 18);
    Position[] was = new Position[60];
    for (int i = 0; i < 60; i++) {
      sea.pass(0.5);
      was[i] = ship.at();
      if (i >= 14) {
        sea.watch().apply(fix(sea, was[i - 14]));
      }
    }
    ship.stop();
    sea.pass(5);
    none(sea);
  }

  @Test
  void anotherNameOnAVoyageRings() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 10_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 8);
    sea.pass(10);
    sea.watch().apply(name(sea, "OCEAN PRIDE", null));
    sea.pass(0.5);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(alert.finding().words().headline().contains("OCEAN PRIDE"));
  }

  @Test
  void anotherSpellingIsNoOtherName() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 10_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 8);
    sea.pass(10);
    sea.watch().apply(name(sea, "SHIP 31200001", null));
    sea.watch().apply(name(sea, "M/V SHIP-31200001", "V3AB7"));
    sea.pass(0.5);
    none(sea);
  }

  @Test
  void anotherCallsignIsAnotherShip() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 10_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 8);
    sea.pass(7);
    sea.watch().apply(name(sea, "SHIP 312000001", "V3AB7"));
    sea.watch().apply(name(sea, "SHIP 312000001", "HP9917"));
    sea.pass(0.5);
    one(sea);
  }

  private static VesselIdentity name(Sea sea, String name, String callsign) {
    return new VesselIdentity(
        new Origin("mast", "mast", 77, sea.nowMillis(), sea.nowMillis()),
        new ContactId.Mmsi(SHIP),
        new VesselIdentity.Names(name, callsign, null),
        CARGO,
        null,
        null,
        null,
        null);
  }

  private static Fix fix(Sea sea, Position at) {
    return new Fix(
        new Origin("late", "late", 5, sea.nowMillis(), sea.nowMillis()),
        new ContactId.Mmsi(SHIP),
        at,
        new Fix.Motion(18, 300, Double.NaN),
        null,
        new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0));
  }
}
