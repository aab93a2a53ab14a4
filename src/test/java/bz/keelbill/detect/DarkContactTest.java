package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Vessels that should transmit and do not. */
class DarkContactTest {
  private static final int SHIP = 312_000_001;
  private static final int OTHER_SHIP = 312_000_002;
  private static final int CARGO = 70;
  private static final int FISHING = 30;

  /** A sea with a ship that lets us know that the station lives. */
  private static Sea sea(List<Fence> fences) {
    Sea sea = new Sea(Sea.MORNING, new Position(17.2, -87.9), fences);
    sea.boat(180, 9_000).ais(OTHER_SHIP, CARGO, 90).run(120, 270, 8);
    return sea;
  }

  private static Sea sea() {
    return sea(List.of());
  }

  private static Alert one(Sea sea) {
    List<Alert> all = sea.alerts(DarkContact.KIND);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static void none(Sea sea) {
    assertEquals(List.of(), sea.alerts(DarkContact.KIND));
  }

  @Test
  void aShipThatRadarSeesGoOnWithoutAWordRings() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(120, 270, 11);
    sea.pass(15);
    ship.silent();
    sea.pass(4.5);
    none(sea);
    sea.pass(2);
    Alert alert = one(sea);
    assertEquals(Priority.WARNING, alert.priority());
    assertTrue(alert.finding().subject().tracks().contains("mmsi:312000001"));
  }

  @Test
  void aClassBBoatIsGivenTenMinutes() {
    Sea sea = sea();
    Sea.Boat boat = sea.boat(90, 6_000).ais(SHIP, FISHING, 18).run(120, 270, 9);
    sea.pass(15);
    boat.silent();
    sea.pass(9);
    none(sea);
    sea.pass(3);
    one(sea);
  }

  @Test
  void aShipThatStopsMayPutItsSetOff() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(15, 270, 11).lie(60);
    sea.pass(20);
    ship.silent();
    sea.pass(30);
    none(sea);
  }

  @Test
  void aBoatThatIsGoneFromRadarTooIsNotDark() {
    Sea sea = sea();
    Sea.Boat boat = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(120, 270, 11);
    sea.pass(15);
    boat.silent();
    sea.pass(0.7);
    boat.offRadar();
    sea.pass(20);
    none(sea);
  }

  @Test
  void silenceProvesNothingWhenTheStationHearsNobody() {
    Sea sea = sea();
    Sea.Boat ship = sea.boat(90, 6_000).ais(SHIP, CARGO, 90).run(120, 270, 11);
    sea.pass(15);
    ship.silent();
    sea.quiet();
    sea.pass(20);
    none(sea);
  }

  @Test
  void aSmallBoatWithoutAisIsNothingByItself() {
    Sea sea = sea();
    sea.boat(90, 6_000).run(120, 270, 15);
    sea.pass(30);
    none(sea);
  }

  @Test
  void anEchoWithoutIdentityInARestrictedAreaIsWorthKnowing() {
    Sea sea = sea(List.of(restricted()));
    sea.boat(90, 200).lie(60);
    sea.pass(4.5);
    none(sea);
    sea.pass(3);
    assertEquals(Priority.CAUTION, one(sea).priority());
  }

  @Test
  void aShipThatSaysWhoItIsInARestrictedAreaIsNotDark() {
    Sea sea = sea(List.of(restricted()));
    sea.boat(90, 200).ais(SHIP, CARGO, 90).lie(60);
    sea.pass(30);
    none(sea);
  }

  @Test
  void aSatellitesLargeVesselThatNobodyElseSawIsWorthKnowing() {
    Sea sea = sea();
    sea.pass(30);
    sea.watch().apply(seen(sea, 40, null));
    sea.pass(1);
    Alert alert = one(sea);
    assertEquals(Priority.CAUTION, alert.priority());
    assertEquals(List.of("detection:d-40"), alert.finding().subject().tracks());
  }

  @Test
  void aSatellitesSmallOrRecognisedVesselIsNot() {
    Sea sea = sea();
    sea.pass(30);
    sea.watch().apply(seen(sea, 12, null));
    sea.watch().apply(seen(sea, 50, 311_000_001));
    sea.pass(1);
    none(sea);
  }

  @Test
  void whatWasSeenBeforeWeListenedIsNotHeldAgainstAnybody() {
    Sea sea = sea();
    sea.pass(5);
    sea.watch().apply(seen(sea, 40, null));
    sea.pass(1);
    none(sea);
  }

  /** A detection of ten minutes ago. */
  private static Glimpse seen(Sea sea, int metres, Integer mmsi) {
    long at = sea.nowMillis() - 10 * 60_000;
    return new Glimpse(
        new Origin("sar", "sar", metres, at, sea.nowMillis()),
        new ContactId.Detection("d-" + metres),
        Geodesy.destination(Sea.OPEN, 0, 2_000),
        100,
        0,
        Fix.Motion.UNKNOWN,
        new Glimpse.Looks(null, null, metres, null, null, ""),
        new Glimpse.Hints(Double.NaN, Double.NaN, mmsi, Double.NaN));
  }

  private static Fence restricted() {
    Coordinate[] ring = new Coordinate[5];
    for (int i = 0; i < 5; i++) {
      Position corner = Geodesy.destination(Sea.OPEN, 45 + 90 * i, 2_000);
      ring[i] = new Coordinate(corner.longitude(), corner.latitude());
    }
    ring[4] = ring[0];
    return new Fence(
        "closed",
        new Fence.Label("Closed", Fence.RESTRICTED, null),
        Area.of(new GeometryFactory().createPolygon(ring)),
        new Fence.Scope(Fence.AppliesTo.VESSEL, Priority.WARNING),
        Fence.Band.ALL,
        Fence.Hours.ALWAYS,
        Fence.Limits.NONE);
  }
}
