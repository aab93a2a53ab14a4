package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why there is no alert about a vessel: the condition that stopped each detector. */
class SeaStoppedByTest {
  private static final int SHIP = 312_000_001;
  private static final int OTHER = 312_000_002;
  private static final int CARGO = 70;
  private static final int FISHING = 30;

  /** What stopped a detector over the track of a contact. */
  private static Why.Stop stop(Sea sea, String contact, String kind) {
    for (Track track : sea.watch().picture().tracks()) {
      if (track.contactNames().stream().anyMatch(name -> name.startsWith(contact))) {
        for (Why why : sea.watch().why(track)) {
          if (why.kind().equals(kind)) {
            assertEquals(Why.Outcome.STOPPED, why.outcome(), why.toString());
            return why.stop();
          }
        }
      }
    }
    throw new AssertionError("no track " + contact);
  }

  private static void expect(Sea sea, String kind, String condition) {
    assertEquals(condition, stop(sea, "mmsi:312000001", kind).condition());
  }

  private static Sea.Boat ship(Sea sea) {
    sea.boat(180, 9_000).ais(OTHER, CARGO, 90).offRadar().run(240, 270, 6);
    return sea.boat(90, 6_000).ais(SHIP, CARGO, 90).offRadar().run(240, 270, 8);
  }

  @Test
  void aGapIsNotLongEnough() {
    Sea sea = new Sea(Sea.MORNING);
    Sea.Boat ship = ship(sea);
    sea.pass(15);
    ship.silent();
    sea.pass(7);
    Why.Stop stop = stop(sea, "mmsi:312000001", AisGap.KIND);
    assertEquals("silence", stop.condition());
    assertEquals(10, stop.limit());
    assertTrue(stop.value() >= 7 && stop.value() <= 7.4, stop.toString());
  }

  @Test
  void aSilentVesselWasSlowOrNearALandingOrOutOfReach() {
    Sea sea = new Sea(Sea.MORNING);
    ship(sea).run(1, 0, 0);
    Sea.Boat slow = sea.boat(300, 9_000).ais(SHIP + 10, FISHING, 12).offRadar().run(240, 0, 2.5);
    Position mast = new Position(17.2, -87.9);
    Sea.Boat far =
        sea.boat(Geodesy.destination(mast, 120, 66_000))
            .ais(SHIP + 11, CARGO, 90)
            .offRadar()
            .run(240, 120, 9);
    sea.pass(12);
    slow.silent();
    far.silent();
    sea.pass(25);
    assertEquals("speed", stop(sea, "mmsi:312000011", AisGap.KIND).condition());
    assertEquals("heard here", stop(sea, "mmsi:312000012", AisGap.KIND).condition());
  }

  @Test
  void aBoatHasNotCrossedTheReefOrBeganInside() {
    Sea sea = new Sea(Sea.NIGHT, new Position(17.06, -88.10), List.of());
    sea.boat(new Position(17.08, -87.92)).ais(SHIP, FISHING, 12).run(60, 180, 18);
    sea.boat(new Position(17.08, -88.10)).ais(OTHER, FISHING, 12).run(60, 180, 18);
    sea.pass(6);
    expect(sea, ShoreApproach.KIND, "has not crossed the reef");
    assertEquals(
        "began inside the reef", stop(sea, "mmsi:312000002", ShoreApproach.KIND).condition());
  }

  @Test
  void aStayIsNotLongEnoughAndASpeedIsAllowed() {
    Fence.Limits own = new Fence.Limits(1200, Double.NaN, 12);
    Fence fence = Sea.fence("monitored", Priority.CAUTION, Sea.OPEN, 4_000, own);
    Sea sea = new Sea(Sea.MORNING, new Position(17.2, -87.9), List.of(fence));
    sea.boat(90, 500).ais(SHIP, CARGO, 90).offRadar().run(60, 270, 3);
    sea.pass(8);
    assertEquals(1200, stop(sea, "mmsi:312000001", FenceDwell.KIND).limit());
    Why.Stop speed = stop(sea, "mmsi:312000001", FenceSpeed.KIND);
    assertEquals("speed", speed.condition());
    assertEquals(3, speed.value(), 0.2);
    assertEquals(12, speed.limit());
  }

  @Test
  void aShipIsInOnePlaceAndNoFasterThanItsKind() {
    Sea sea = new Sea(Sea.MORNING);
    ship(sea);
    sea.pass(8);
    expect(sea, IdentityConflict.KIND, "one place, one name");
    Why.Stop speed = stop(sea, "mmsi:312000001", ImpossibleMotion.KIND);
    assertEquals("implied speed", speed.condition());
    assertEquals(30, speed.limit(), 0.01);
  }

  @Test
  void twoPlacesHaveNotYetAlternatedOftenEnough() {
    Sea sea = new Sea(Sea.MORNING);
    ship(sea);
    sea.pass(8);
    sea.boat(0, 30_000).ais(SHIP, CARGO, 90).offRadar().run(60, 0, 8);
    sea.pass(1 / 6.0);
    expect(sea, IdentityConflict.KIND, "alternations");
  }

  @Test
  void aVesselIsOnARiverOrWhereNoRadarWouldSeeIt() {
    Sea sea = new Sea(Sea.MORNING);
    sea.boat(new Position(17.570, -88.400)).ais(SHIP, FISHING, 12).offRadar().run(60, 90, 3);
    sea.boat(0, 8_000).ais(OTHER, CARGO, 90).run(60, 0, 9);
    sea.boat(150, 45_000).ais(OTHER + 1, CARGO, 90).offRadar().run(60, 0, 9);
    sea.pass(8);
    expect(sea, OnLand.KIND, "river, lagoon or port");
    assertEquals("seen by radar there", stop(sea, "mmsi:312000003", OnLand.KIND).condition());
  }
}
