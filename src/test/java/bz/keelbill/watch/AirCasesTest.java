package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.detect.AirCases;
import bz.keelbill.detect.AirCases.Related;
import bz.keelbill.detect.Airdrop;
import bz.keelbill.detect.ClandestineLanding;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.Scene;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Track;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which boats belong to the case of an aircraft: those that leave the coast near where it landed.
 */
class AirCasesTest {
  private static final long NIGHT = Instant.parse("2026-11-25T06:00:00Z").toEpochMilli();
  private static final ContactId PLANE = new ContactId.Icao24(0x0D8123, true);
  private static final ContactId BOAT = new ContactId.RadarTarget("radar", 7);

  /** On the coast off the Coastal Road, and off San Pedro, far from it. */
  private static final Position MULLINS_RIVER = new Position(17.105, -88.29);

  private static final Position BACALAR_CHICO = new Position(18.15, -87.83);

  private final Map<String, Related> related = new HashMap<>();
  private final Watch watch;
  private long nowMillis = NIGHT;
  private long lines;

  AirCasesTest() {
    Setup setup = Listening.bareSetup();
    watch =
        new Watch(
            setup,
            change -> {},
            rules ->
                new Detectors(
                    List.of(new ClandestineLanding(rules), new Airdrop(rules), new Asking()),
                    List.of()));
    watch.tick(nowMillis);
  }

  /** Asks of every boat, as the score of a fast one does. */
  private final class Asking implements Detector.OfTrack {
    @Override
    public String kind() {
      return "asking";
    }

    @Override
    public void look(Track track, Scene scene, Findings found) {
      related.put(track.name().split("@")[0], AirCases.related(track, scene));
    }
  }

  private Position go(
      ContactId who, Position from, double degrees, double knots, Fix.Height height) {
    Position at = Geodesy.destination(from, degrees, knots * 1852 / 3600 * 5);
    Fix.Source source = height == null ? Fix.Source.RADAR : Fix.Source.ADSB;
    watch.apply(
        new Fix(
            new Origin("feed", "station", ++lines, nowMillis, nowMillis),
            who,
            at,
            new Fix.Motion(knots, degrees, Double.NaN),
            height,
            new Fix.State(source, Fix.Accuracy.circle(50), null)));
    pass(5);
    return at;
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      nowMillis += 1000;
      watch.tick(nowMillis);
    }
  }

  private void landAtTheCoastalRoad() {
    Position at = new Position(17.06, -88.05);
    for (int i = 0; i < 72; i++) {
      Fix.Height height = new Fix.Height(4000 - 47 * i, false, -566, false);
      at = go(PLANE, at, 285, 200, height);
    }
    pass(60);
    assertEquals(1, watch.alerts().open().size());
  }

  private Related boatFrom(Position shore, double degrees, double knots) {
    Position at = shore;
    for (int i = 0; i < 72; i++) {
      at = go(BOAT, at, degrees, knots, null);
    }
    return related.get("radar:radar/7");
  }

  @Test
  void aBoatThatLeavesTheCoastNearTheLikeliestPlaceBelongsToTheLanding() {
    landAtTheCoastalRoad();
    pass(20 * 60);
    Related found = boatFrom(MULLINS_RIVER, 90, 30);
    assertNotNull(found);
    assertEquals(ClandestineLanding.KIND, found.cause().kind());
    assertEquals("Coastal Road and Manatee", found.place());
    assertEquals(22, found.minutes(), 3);
    assertEquals(10, found.miles(), 1);
  }

  @Test
  void oneThatLeavesTooSoonDoesNot() {
    landAtTheCoastalRoad();
    assertNull(boatFrom(MULLINS_RIVER, 90, 30));
  }

  @Test
  void oneThatLeavesFarAwayDoesNot() {
    landAtTheCoastalRoad();
    pass(20 * 60);
    assertNull(boatFrom(BACALAR_CHICO, 90, 30));
  }

  @Test
  void oneThatIsAtTheCoastStillDoesNot() {
    landAtTheCoastalRoad();
    pass(20 * 60);
    assertNull(boatFrom(MULLINS_RIVER, 90, 0.2));
  }

  @Test
  void withoutAnAircraftNoBoatDoes() {
    assertNull(boatFrom(MULLINS_RIVER, 90, 30));
  }

  @Test
  void aBoatThatWaitedForADropBelongsToIt() {
    Position boat = new Position(17.32, -87.58);
    for (int i = 0; i < 180; i++) {
      boat = go(BOAT, boat, 0, 0, null);
    }
    Position at = new Position(17.3, -87.6);
    Fix.Height low = new Fix.Height(300, false, 0, false);
    for (int i = 0; i < 60; i++) {
      at = go(PLANE, at, i < 12 ? 0 : (i - 12) * 20 % 360, 110, low);
      boat = go(BOAT, boat, 0, 0, null);
    }
    Related found = related.get("radar:radar/7");
    assertNotNull(found);
    assertEquals(Airdrop.KIND, found.cause().kind());
    assertNull(related.get("icao:0d8123"));
  }
}
