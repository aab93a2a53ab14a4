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

/** Positions that no craft can have gone between. */
class ImpossibleMotionTest {
  private static final int SHIP = 312_000_001;
  private static final int CARGO = 70;
  private static final int FERRY = 40;
  private static final int FISHING = 30;

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(ImpossibleMotion.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(ImpossibleMotion.KIND));
  }

  private static Position off(double metres) {
    return Geodesy.destination(Sea.OPEN, 120, metres);
  }

  @Test
  void aJumpIsWorthKnowingAtTheSecondPositionAndRingsAfterTwoMinutes() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat ship = sea.boat(120, 30_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 8);
    sea.pass(10);
    long jumped = sea.nowMillis();
    ship.jumpTo(off(60_000));
    sea.pass(0.6);
    Alert alert = one(sea);
    assertEquals(Priority.CAUTION, alert.priority());
    assertTrue(sea.raisedAt(alert) - jumped <= 32_000);
    sea.pass(2.5);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aBoatThatSpeaksRarelyRingsToo() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat boat = sea.boat(120, 30_000).ais(SHIP, FISHING, 12).offRadar().run(240, 0, 8);
    sea.pass(10);
    boat.jumpTo(off(50_000));
    sea.pass(4);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void oneThatJumpsAboutRingsAfterTwoMinutes() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat boat = sea.boat(120, 30_000).ais(SHIP, FISHING, 12).offRadar().run(240, 0, 8);
    sea.pass(10);
    Position start = boat.at();
    for (int i = 0; i < 8; i++) {
      boat.jumpTo(Geodesy.destination(start, 137 * i, 9_000 + 1_500 * i));
      sea.pass(0.6);
    }
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aLoneGlitchOrAShortHopIsNothing() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat ship = sea.boat(120, 30_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 8);
    sea.pass(10);
    sea.watch().apply(fix(sea, SHIP, off(80_000), 8, Fix.Source.AIS_CLASS_A));
    sea.pass(3);
    ship.jumpTo(Geodesy.destination(ship.at(), 90, 1_500));
    sea.pass(5);
    none(sea);
  }

  @Test
  void aShipThatRunsLikeARacerByItsPositionsCannotBe() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 30_000).ais(SHIP, CARGO, 90).offRadar().run(20, 0, 8).run(30, 0, 48);
    sea.pass(19);
    none(sea);
    sea.pass(10);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aFastFerryAndAFastBoatMayRunSo() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(120, 30_000).ais(SHIP, FERRY, 60).offRadar().run(60, 0, 42);
    sea.boat(140, 30_000).ais(SHIP + 1, FISHING, 12).offRadar().run(60, 0, 52);
    sea.pass(40);
    none(sea);
  }

  @Test
  void aRescueAircraftFliesAndOurOwnAreLeftAlone() {
    Sea sea = new Sea(Sea.MORNING);
    Position at = Sea.OPEN;
    for (int i = 0; i < 90; i++) {
      at = Geodesy.destination(at, 40, 900);
      sea.watch().apply(fix(sea, 111_312_001, at, 175, Fix.Source.AIS_AIRCRAFT));
      sea.pass(1 / 6.0);
    }
    Sea.Boat own = sea.boat(120, 30_000).ais(Sea.OWN, CARGO, 90).offRadar().run(240, 0, 8);
    sea.pass(5);
    own.jumpTo(off(60_000));
    sea.pass(5);
    none(sea);
  }

  @Test
  void aStationHalfAMinuteOffMakesNobodyFaster() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat ship = sea.boat(120, 30_000).ais(SHIP, CARGO, 90).offRadar().run(240, 0, 22);
    for (int i = 0; i < 120; i++) {
      sea.pass(1 / 6.0);
      Origin skewed = new Origin("b", "b", i, sea.nowMillis() + 30_000, sea.nowMillis());
      Fix fix = fix(sea, SHIP, ship.at(), 22, Fix.Source.AIS_CLASS_A);
      sea.watch().apply(new Fix(skewed, fix.contact(), ship.at(), fix.motion(), null, fix.state()));
    }
    none(sea);
  }

  private static Fix fix(Sea sea, int mmsi, Position at, double knots, Fix.Source source) {
    return new Fix(
        new Origin("mast", "mast", 5, sea.nowMillis(), sea.nowMillis()),
        new ContactId.Mmsi(mmsi),
        at,
        new Fix.Motion(knots, 40, Double.NaN),
        null,
        new Fix.State(source, Fix.Accuracy.circle(10), 0));
  }
}
