package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.detect.WatchList.Entry;
import bz.keelbill.detect.WatchList.Marks;
import bz.keelbill.detect.WatchList.Urgency;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Harbours;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.PortCall;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Port calls and destinations through the whole watch. */
class VoyageTest {
  private static final int MMSI = 572_469_210;
  private static final Harbours HARBOURS = Listening.earth().harbours();
  private static final Position CORTES = at("HNPCR");
  private static final Position BELIZE = at("BZBZE");

  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private Watch watch;
  private long nowMillis = Listening.START;
  private Position at = CORTES;
  private long lines;

  private static Position at(String code) {
    return HARBOURS.named(code).place().position();
  }

  private void open(WatchList list) {
    Setup setup =
        new Setup(
            Listening.earth(),
            FenceMap.of(1, List.of()),
            Rules.defaults(),
            new OwnForces(Set.of(), Set.of()),
            list,
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

  private Origin origin() {
    return new Origin("ais", "mast", ++lines, nowMillis, nowMillis);
  }

  private void papers(
      String destination, Integer month, Integer day, Integer hour, Integer minute) {
    watch.apply(
        new VesselIdentity(
            origin(),
            new ContactId.Mmsi(MMSI),
            new VesselIdentity.Names("ARTAVIL", "T2EU4", 9_187_629),
            80,
            null,
            new VesselIdentity.Voyage(destination, 9, month, day, hour, minute),
            null,
            null));
  }

  /** A report each minute while time passes. */
  private void go(int minutes, double courseDegrees, double knots, Integer status) {
    for (int minute = 0; minute < minutes; minute++) {
      at = Geodesy.destination(at, courseDegrees, Units.knotsToMetresPerSecond(knots) * 60);
      nowMillis += 60_000;
      watch.advanceTo(nowMillis);
      watch.apply(
          new Fix(
              origin(),
              new ContactId.Mmsi(MMSI),
              at,
              new Fix.Motion(knots, courseDegrees, Double.NaN),
              null,
              new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), status)));
    }
  }

  private Track track() {
    return watch.picture().tracks().iterator().next();
  }

  private static WatchList listed(Priority priority, Priority whenBound) {
    Marks marks = new Marks(9_187_629, null, null, null, null);
    Urgency urgency = new Urgency(priority, whenBound);
    return new WatchList(
        List.of(new Entry(null, null, marks, null, List.of(), "designated", urgency)));
  }

  @Test
  void arrivalStayAndDepartureAreTheWatchsOwnObservation() {
    open(WatchList.NONE);
    at = Geodesy.destination(CORTES, 0, 12_000);
    go(30, 180, 12, 0);
    at = Geodesy.destination(CORTES, 0, 300);
    long came = nowMillis + 60_000;
    go(120, 0, 0.1, 5);
    assertEquals(1, watch.portLog().newestFirst().size());
    assertTrue(watch.portLog().newestFirst().get(0).call().isOpen());
    assertNull(lastPort());
    long last = nowMillis;
    go(30, 0, 12, 0);
    PortCall call = watch.voyage(track()).calls().get(0);
    assertEquals("Puerto Cortes", call.port().calledBy());
    assertEquals(came, call.arrivedAtMillis(), 60_000);
    assertTrue(call.seenArriving());
    assertEquals(last, call.departedAtMillis(), 60_000);
    assertFalse(watch.portLog().newestFirst().get(0).call().isOpen());
    assertEquals(1, watch.portLog().newestFirst().size());
    assertEquals("Puerto Cortes", lastPort());
  }

  private String lastPort() {
    List<PortCall> calls = watch.voyage(track()).calls();
    PortCall last = calls.get(calls.size() - 1);
    return last.isOpen() ? null : last.port().calledBy();
  }

  @Test
  void passingAPortSlowlyForAMomentOrSwingingAtAnchorIsNoCallAndNoDeparture() {
    open(WatchList.NONE);
    at = Geodesy.destination(BELIZE, 90, 1_000);
    go(8, 0, 1.5, 0);
    go(5, 0, 10, 0);
    assertEquals(0, watch.voyage(track()).calls().size());
    at = HARBOURS.ports().get(2).place().position();
    go(30, 0, 0.2, 1);
    go(3, 90, 4, 1);
    go(30, 0, 0.2, 1);
    List<PortCall> calls = watch.voyage(track()).calls();
    assertEquals(1, calls.size());
    assertTrue(calls.get(0).isAtAnchor() && calls.get(0).isOpen());
  }

  @Test
  void lyingAtAnchorAwayFromEveryPortIsACallToo() {
    open(WatchList.NONE);
    at = new Position(16.98, -87.75);
    go(15, 0, 0.1, 0);
    assertEquals(0, watch.voyage(track()).calls().size(), "adrift is not at anchor");
    go(15, 0, 0.1, 1);
    assertNull(watch.voyage(track()).calls().get(0).port());
  }

  @Test
  void aListedVesselBoundForBelizeIsSeenBeforeItBerths() {
    open(listed(Priority.WARNING, Priority.ALARM));
    at = Geodesy.destination(BELIZE, 120, 100 * 1852);
    papers("HNPCR>BZ BZE", null, null, null, null);
    go(1, 300, 20, 0);
    Alert alert = alerts.values().iterator().next();
    assertEquals(Priority.ALARM, alert.priority());
    String headline = alert.finding().words().headline();
    assertTrue(headline.contains("bound for Belize City, there in 4 h 5"), headline);
    assertEquals(299, alert.finding().outlook().minutesToAct(), 1);
    Voyage voyage = watch.voyage(track());
    assertEquals("Puerto Cortes", voyage.destination().from().calledBy());
    assertNotNull(voyage.bound());
  }

  @Test
  void anEntryThatDoesNotSaySoStaysAWarning() {
    open(listed(Priority.WARNING, Priority.WARNING));
    at = Geodesy.destination(BELIZE, 120, 100 * 1852);
    papers("BELIZE CITY", null, null, null, null);
    go(1, 300, 20, 0);
    assertEquals(Priority.WARNING, alerts.values().iterator().next().priority());
  }

  @Test
  void oneThatLiesIsThereWhenItsCrewSays() {
    open(listed(Priority.WARNING, Priority.WARNING));
    // Listening starts at noon UTC of 23 November 2026.
    papers("BZBGK", 11, 23, 18, 0);
    go(2, 0, 0, 5);
    Voyage voyage = watch.voyage(track());
    assertEquals(358, voyage.bound().minutes(), 1);
    papers("BZBGK", 24, 23, 18, 0);
    go(1, 0, 0, 5);
    assertTrue(Double.isNaN(watch.voyage(track()).bound().minutes()));
  }

  @Test
  void aVesselFromAPortOfConcernBoundForBelizeIsAQuietNote() {
    open(new WatchList(List.of(), List.of(), List.of("HNPCR")));
    papers("PUERTO CORTES", null, null, null, null);
    go(20, 0, 0, 5);
    go(10, 0, 15, 0);
    assertEquals(0, alerts.size(), "not bound for Belize");
    papers("BELIZE CITY", null, null, null, null);
    go(1, 0, 15, 0);
    Alert alert = alerts.values().iterator().next();
    assertEquals(Priority.CAUTION, alert.priority());
    String headline = alert.finding().words().headline();
    assertTrue(headline.contains("last in Puerto Cortes, bound for Belize City"), headline);
    assertEquals(List.of("port-of-concern"), watch.voyage(track()).odd());
  }
}
