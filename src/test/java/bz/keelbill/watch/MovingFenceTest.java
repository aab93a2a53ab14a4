package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fences that go with a track, through the whole watch. */
class MovingFenceTest {
  private static final int SHIP = 312_000_123;
  private static final int BOAT = 312_000_777;
  private static final Position START = new Position(16.98, -87.75);
  private static final String GUARD =
      """
      {"type":"Feature","id":"guard-ship","properties":{"name":"Around the ship","kind":"guard",
       "appliesTo":"vessel","priority":"warning",
       "around":{"track":"mmsi:312000123","radiusMetres":1000}},"geometry":null}\
      """;

  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final List<Vessel> vessels = new ArrayList<>();
  private Watch watch;
  private long nowMillis = Listening.START;
  private long lines;

  /** One that keeps a course and speaks every so many seconds. */
  private static final class Vessel {
    private final int mmsi;
    private final int every;
    private Position at;
    private double course;
    private double knots;
    private boolean speaks = true;

    private Vessel(int mmsi, Position at, double course, double knots, int every) {
      this.mmsi = mmsi;
      this.at = at;
      this.course = course;
      this.knots = knots;
      this.every = every;
    }
  }

  @BeforeEach
  void open() throws Exception {
    Fence guard = FenceGeoJson.readFeature("guard", GUARD.getBytes(StandardCharsets.UTF_8));
    Setup setup =
        new Setup(
            Listening.earth(),
            FenceMap.of(1, List.of(guard)),
            Rules.defaults(),
            new OwnForces(Set.of(), Set.of()),
            WatchList.NONE,
            Map.of());
    watch = new Watch(setup, this::changed);
    watch.tick(nowMillis);
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed) {
      alerts.put(changed.alert().id(), changed.alert());
    } else if (change instanceof Change.DetectorFailed failed) {
      throw new AssertionError(failed.toString());
    }
  }

  private Vessel vessel(int mmsi, Position at, double course, double knots, int every) {
    Vessel vessel = new Vessel(mmsi, at, course, knots, every);
    vessels.add(vessel);
    return vessel;
  }

  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      nowMillis += 1_000;
      watch.advanceTo(nowMillis);
      for (Vessel vessel : vessels) {
        double metres = Units.knotsToMetresPerSecond(vessel.knots);
        vessel.at = Geodesy.destination(vessel.at, vessel.course, metres);
        if (vessel.speaks && nowMillis / 1_000 % vessel.every == 0) {
          report(vessel);
        }
      }
    }
  }

  private void report(Vessel vessel) {
    watch.apply(
        new Fix(
            new Origin("ais", "mast", ++lines, nowMillis, nowMillis),
            new ContactId.Mmsi(vessel.mmsi),
            vessel.at,
            new Fix.Motion(vessel.knots, vessel.course, Double.NaN),
            null,
            new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0)));
  }

  private List<Alert> of(String kind) {
    return alerts.values().stream().filter(a -> a.finding().kind().equals(kind)).toList();
  }

  private List<Stay> stays(int mmsi) {
    for (Track track : watch.picture().tracks()) {
      if (Integer.valueOf(mmsi).equals(track.identity().mmsi())) {
        return watch.stays(track);
      }
    }
    return List.of();
  }

  @Test
  void aBoatThatCatchesUpWithTheShipEntersAndLeavesWhereverTheyAre() {
    vessel(SHIP, START, 90, 10, 10);
    vessel(BOAT, Geodesy.destination(START, 270, 4_000), 90, 30, 10);
    pass(600);
    Alert entry = of("fence-entry").get(0);
    assertEquals("guard-ship", entry.finding().subject().fence());
    assertEquals(List.of("mmsi:312000777"), entry.finding().subject().tracks());
    // 3 km of way at 20 kn more than the ship makes take 292 s; in that time the boat made 4.5 km.
    Stay stay = stays(BOAT).get(0);
    assertEquals(Listening.START + 292_000, stay.enteredAtMillis(), 6_000);
    double way = Geodesy.distanceMetres(Geodesy.destination(START, 270, 4_000), stay.enteredAt());
    assertEquals(4_500, way, 120);
    assertEquals(0, stays(SHIP).size(), "nobody comes in to himself");
    assertEquals(1, of("fence-exit").size());
  }

  @Test
  void aMooredBoatThatTheShipComesUponIsInsideToo() {
    vessel(SHIP, START, 90, 20, 10);
    vessel(BOAT, Geodesy.destination(START, 90, 5_000), 0, 0, 60);
    pass(480);
    assertEquals(1, of("fence-entry").size());
    assertTrue(stays(BOAT).get(0).seenEntering());
  }

  @Test
  void oneThatKeepsItsDistanceIsNeverInsideThoughItCrossesWhereTheShipWas() {
    vessel(SHIP, START, 90, 15, 10);
    vessel(BOAT, Geodesy.destination(START, 270, 2_500), 90, 15, 10);
    pass(900);
    assertEquals(0, of("fence-entry").size());
  }

  @Test
  void aFastBoatThatSpeaksSeldomIsSeenToPassThroughBetweenTwoReports() {
    vessel(SHIP, START, 0, 12, 10);
    // Meets the ship ahead on after 5 minutes, at 62 kn together, and speaks each 180 s.
    vessel(BOAT, Geodesy.destination(START, 0, 9_500), 180, 50, 180);
    pass(900);
    assertEquals(1, of("fence-entry").size());
  }

  @Test
  void theFenceEndsWithItsTrackAndNothingIsAnExit() {
    Vessel ship = vessel(SHIP, START, 90, 10, 10);
    vessel(BOAT, Geodesy.destination(START, 270, 3_000), 90, 20, 10);
    pass(420);
    assertEquals(1, of("fence-entry").size());
    ship.speaks = false;
    vessels.get(1).knots = 10;
    pass(1_500);
    assertTrue(stays(BOAT).stream().noneMatch(Stay::isOpen), stays(BOAT).toString());
    assertEquals(0, of("fence-exit").size());
  }

  @Test
  void aGuardComesBackFromGeoJsonAsItWas() throws Exception {
    Fence guard = watch.fences().find("guard-ship");
    byte[] text = FenceGeoJson.write(guard).toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(guard, FenceGeoJson.readFeature("again", text));
    assertEquals("mmsi:312000123", guard.around().track());
  }
}
