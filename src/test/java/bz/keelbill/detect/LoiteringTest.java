package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Craft that hang about. */
class LoiteringTest {
  private static final int SHIP = 312_000_001;
  private static final int CARGO = 70;
  private static final int FISHING = 30;
  private static final int AT_ANCHOR = 1;

  /** Behind the reef, 4 nm from the mainland, where skiffs fish. */
  private static final Position LAGOON = new Position(16.72, -88.17);

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(Loitering.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(Loitering.KIND));
  }

  private static Sea.Boat from(Sea sea, Position to) {
    return sea.boat(Geodesy.destination(to, 100, 7_000)).runTo(to, 12);
  }

  private static Sea over(Instant start, Position place) {
    return new Sea(start, Geodesy.destination(place, 0, 9_000), List.of());
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.9", "1.0, 0.7"})
  void aBoatThatDriftsOutsideForHalfAnHourIsWorthKnowing(double sigma, double seen) {
    Sea sea = over(Sea.NIGHT, Sea.OPEN).poor(sigma, seen);
    from(sea, Sea.OPEN).run(60, 270, 1);
    sea.pass(19 + 22);
    none(sea);
    sea.pass(13);
    assertEquals(Priority.CAUTION, one(sea).priority());
  }

  @Test
  void aShipRingsAfterTwoHours() {
    Sea sea = over(Sea.MORNING, Sea.OPEN);
    from(sea, Sea.OPEN).ais(SHIP, CARGO, 90).run(180, 270, 0.4);
    sea.pass(19);
    long arrived = sea.nowMillis();
    sea.pass(110);
    none(sea);
    sea.pass(15);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(sea.raisedAt(alert) - arrived < 122 * 60_000);
  }

  @Test
  void aCoasterOfTwentyFiveMetresRingsAfterHalfAnHour() {
    Sea sea = over(Sea.NIGHT, Sea.OPEN);
    from(sea, Sea.OPEN).ais(SHIP, CARGO, 25).run(180, 270, 0.8);
    sea.pass(19 + 36);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aFishingVesselByDayIsAtMostWorthKnowing() {
    Sea sea = over(Sea.MORNING, Sea.OPEN);
    from(sea, Sea.OPEN).ais(SHIP, FISHING, 18).run(300, 270, 0.2);
    sea.pass(19 + 150);
    assertEquals(Priority.CAUTION, one(sea).priority());
  }

  @Test
  void aFishingVesselBehindTheReefIsAtMostWorthKnowingByNightToo() {
    Sea sea = over(Sea.NIGHT, LAGOON);
    from(sea, LAGOON).ais(SHIP, FISHING, 18).run(300, 270, 0.2);
    sea.pass(19 + 150);
    assertEquals(Priority.CAUTION, one(sea).priority());
  }

  @Test
  void aSkiffThatFishesBehindTheReefByDayIsNobody() {
    Sea sea = over(Sea.MORNING, LAGOON);
    from(sea, LAGOON).run(120, 270, 1);
    sea.pass(120);
    none(sea);
  }

  @Test
  void aShipAtAnchorInALeeIsNobody() {
    Position lee = new Position(17.30, -87.94);
    Sea sea = over(Sea.MORNING, lee);
    sea.boat(lee).ais(SHIP, CARGO, 60).status(AT_ANCHOR).lie(300);
    sea.pass(180);
    none(sea);
  }

  @Test
  void aShipThatSaysItIsAtAnchorInDeepWaterIsNotBelieved() {
    Sea sea = over(Sea.MORNING, Sea.OPEN);
    sea.boat(Sea.OPEN).ais(SHIP, CARGO, 60).status(AT_ANCHOR).lie(300);
    sea.pass(130);
    assertEquals(Priority.WARNING, one(sea).priority());
  }

  @Test
  void aShipThatWaitsForThePilotIsNobody() {
    Position off = new Position(17.33, -88.02);
    Sea sea = over(Sea.MORNING, off);
    sea.boat(off).ais(SHIP, CARGO, 120).run(300, 90, 0.2);
    sea.pass(180);
    none(sea);
  }

  @Test
  void anEchoThatWasAlwaysThereIsABuoy() {
    Sea sea = over(Sea.NIGHT, Sea.OPEN);
    sea.boat(Sea.OPEN).lie(300);
    sea.pass(120);
    none(sea);
  }

  @Test
  void aBoatThatGoesToAndFroOverMilesDoesNotHangAbout() {
    Sea sea = over(Sea.NIGHT, Sea.OPEN);
    Sea.Boat boat = from(sea, Sea.OPEN);
    for (int i = 0; i < 5; i++) {
      boat.run(20, 0, 8).run(20, 180, 8);
    }
    sea.pass(150);
    none(sea);
  }

  @Test
  void aBoatAtTheRimOfHearingIsOneStayAndOneAlert() {
    Sea sea = over(Sea.NIGHT, Sea.OPEN);
    Sea.Boat boat = from(sea, Sea.OPEN).ais(SHIP, FISHING, 12).offRadar().run(600, 90, 0.1);
    sea.pass(60);
    one(sea);
    for (int i = 0; i < 5; i++) {
      boat.silent();
      sea.pass(40);
      boat.speaking();
      sea.pass(20);
    }
    one(sea);
  }

  @Test
  void aCraftThatDriftsForLongMakesNoBerthOfTheOpenSea() {
    Sea sea = over(Sea.MORNING, Sea.OPEN);
    from(sea, Sea.OPEN).ais(SHIP, CARGO, 90).run(400, 250, 0.9);
    sea.pass(19 + 300);
    Position there = sea.first().at();
    sea.first().stop().run(200, 90, 14);
    from(sea, there).ais(SHIP + 1, CARGO, 90).run(200, 250, 0.3);
    sea.pass(19 + 125);
    List<Priority> both = sea.alerts(Loitering.KIND).stream().map(Alert::priority).toList();
    assertEquals(List.of(Priority.WARNING, Priority.WARNING), both);
  }
}
