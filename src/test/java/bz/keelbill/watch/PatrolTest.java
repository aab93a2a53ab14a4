package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.cot.CotDecoder;
import bz.keelbill.detect.Distress;
import bz.keelbill.detect.FenceEntry;
import bz.keelbill.detect.GoFast;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.Patrol;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.FenceBuilder;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import bz.keelbill.vms.VmsDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A boat that runs in from the open sea by night, told or not told to be one of ours. */
class PatrolTest {
  /** Midnight in Belize. */
  private static final long START = Instant.parse("2026-11-23T06:00:00Z").toEpochMilli();

  private static final Geography EARTH = GeodataJson.load(null);
  private static final Position SEAWARD = new Position(17.15, -87.40);
  private static final double WEST = 270;
  private static final double KNOTS = 40;
  private static final double METRES_PER_SECOND = KNOTS * 1852 / 3600;

  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final List<TrackState> told = new ArrayList<>();
  private Watch watch = watch(Set.of());
  private long nowMillis = START;
  private long lines;

  private Watch watch(Set<String> cotUids) {
    Watch made =
        new Watch(
            new Setup(
                EARTH,
                FenceMap.of(1, List.of(FenceBuilder.fence("closed", closedWater()).build())),
                Rules.defaults(),
                new OwnForces(Set.of(), Set.of(), cotUids),
                new WatchList(List.of()),
                Map.of()),
            this::changed);
    made.tick(START);
    return made;
  }

  /** Three miles ahead of where the boat is first seen. */
  private static org.locationtech.jts.geom.Geometry closedWater() {
    Coordinate[] corners = {
      new Coordinate(-87.60, 17.05),
      new Coordinate(-87.45, 17.05),
      new Coordinate(-87.45, 17.25),
      new Coordinate(-87.60, 17.25),
      new Coordinate(-87.60, 17.05)
    };
    return new GeometryFactory().createPolygon(corners);
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed) {
      alerts.put(changed.alert().id(), changed.alert());
    } else if (change instanceof Change.TrackChanged changed) {
      told.add(changed.track());
    } else if (change instanceof Change.DetectorFailed failed) {
      throw new AssertionError(failed.toString());
    }
  }

  private Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    alerts.values().forEach(alert -> kinds.add(alert.finding().kind()));
    return kinds;
  }

  private Position at(long second) {
    return Geodesy.destination(SEAWARD, WEST, METRES_PER_SECOND * second);
  }

  private void hear(Decoder decoder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decoder.decode(
        new Line("tak", ++lines, nowMillis, bytes),
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            watch.apply(report);
          }

          @Override
          public void reject(Reject reject) {
            throw new AssertionError(reject.reason().word() + ": " + text);
          }
        });
  }

  private String event(String type, long second, String detail) {
    Instant now = Instant.ofEpochMilli(nowMillis);
    return String.format(
        Locale.ROOT,
        "<event uid='BZ-1' type='%s' time='%s' start='%s' stale='%s' how='m-g'>"
            + "<point lat='%.6f' lon='%.6f' hae='9999999.0' ce='10' le='9999999.0'/>"
            + "<detail><contact callsign='TROPIC 1'/><track course='270' speed='%.2f'/>%s"
            + "</detail></event>",
        type,
        now,
        now,
        now.plusSeconds(75),
        at(second).latitude(),
        at(second).longitude(),
        METRES_PER_SECOND,
        detail);
  }

  private static Fix plot(long atMillis, Position position) {
    Fix.State state = new Fix.State(Fix.Source.RADAR, Fix.Accuracy.circle(40), null);
    return new Fix(
        new Origin("radar", "radar", 1, atMillis, atMillis),
        new ContactId.RadarTarget("radar", 7),
        position,
        Fix.Motion.UNKNOWN,
        null,
        state);
  }

  /** The boat runs for so long, seen by a radar; a device speaks each ten seconds if it may. */
  private void run(int fromSecond, int toSecond, Decoder device, String type) {
    for (int second = fromSecond; second < toSecond; second++) {
      nowMillis = START + second * 1000L;
      watch.tick(nowMillis);
      if (device != null && second % 10 == 0) {
        hear(device, event(type, second, ""));
      }
      if (second % 3 == 0) {
        watch.apply(plot(nowMillis, at(second)));
      }
      assertOursAreKnown();
    }
  }

  /** As somebody finds them who asks every track. */
  private void assertOursAreKnown() {
    List<Track> ours =
        watch.picture().tracks().stream()
            .filter(track -> track.domain() == Domain.SEA && watch.scene().isOwn(track))
            .toList();
    assertEquals(ours, watch.scene().ownVessels());
  }

  private static CotDecoder device(boolean trusted) {
    return new CotDecoder("tak", false, trusted);
  }

  @Test
  void anUnknownBoatRings() {
    run(0, 900, null, null);
    assertEquals(Set.of(GoFast.KIND, FenceEntry.KIND), kinds());
  }

  @Test
  void aPatrolThatATrustedFeedKnowsNeverRingsAndItsEchoIsPartOfIt() {
    run(0, 900, device(true), "a-f-S-X-L");
    assertEquals(Set.of(), kinds());
    assertEquals(1, watch.picture().size());
    TrackState last = told.get(told.size() - 1);
    assertTrue(last.standing().own());
    assertEquals("TROPIC 1", last.identity().name());
    assertEquals(2, last.contacts().size(), last.contacts().toString());
  }

  @Test
  void aPatrolOnTheListNeverRingsWhoeverTellsOfIt() {
    watch = watch(Set.of("BZ-1"));
    run(0, 900, device(false), "a-f-S-X-L");
    assertEquals(Set.of(), kinds());
  }

  @Test
  void whoCallsHimselfAFriendOnAnyOtherFeedRingsLikeAnybody() {
    run(0, 900, device(false), "a-f-S-X-L");
    assertTrue(kinds().contains(FenceEntry.KIND), kinds().toString());
    assertFalse(told.get(told.size() - 1).standing().own());
  }

  @Test
  void anAlertSaysWhichOfOursWouldBeThereFirst() {
    watch = watch(Set.of("GUARD"));
    for (int second = 0; second < 900; second += 3) {
      nowMillis = START + second * 1000L;
      watch.tick(nowMillis);
      hear(device(false), guardEvent());
      watch.apply(plot(nowMillis, at(second)));
    }
    Alert run =
        alerts.values().stream()
            .filter(alert -> alert.finding().kind().equals(GoFast.KIND))
            .findFirst()
            .orElseThrow();
    Patrol patrol = run.finding().outlook().patrol();
    assertEquals("cot:GUARD", patrol.track());
    assertTrue(patrol.intercept().isPossible());
    assertTrue(AlertJson.line(run).contains("\"patrol\":{\"track\":\"cot:GUARD\""));
  }

  /** One of ours that lies in the boat's way. */
  private String guardEvent() {
    Position waits = at(1_200);
    return event("a-f-S-X-L", 0, "")
        .replace("BZ-1", "GUARD")
        .replaceFirst("lat='[^']*' lon='[^']*'", place(waits))
        .replaceFirst("speed='[^']*'", "speed='0.1'");
  }

  private static String place(Position at) {
    return String.format(Locale.ROOT, "lat='%.6f' lon='%.6f'", at.latitude(), at.longitude());
  }

  /** Stale after 75 s, and ten minutes more. */
  @Test
  void aPatrolThatFallsSilentIsOurOwnForTenMinutesMoreAndIsShownSo() {
    run(0, 11, device(true), "a-f-S-X-L");
    long ends = START + (10 + 75 + 600) * 1000L;
    for (nowMillis = START + 11_000; nowMillis <= ends; nowMillis += 1000) {
      watch.tick(nowMillis);
    }
    assertTrue(told.get(told.size() - 1).standing().own());
    for (int i = 0; i < 11; i++) {
      watch.tick(nowMillis += 1000);
    }
    assertFalse(told.get(told.size() - 1).standing().own());
  }

  @Test
  void aPatrolInDistressRings() {
    run(0, 30, device(true), "a-f-S-X-L");
    hear(device(true), event("a-f-S-X-L", 30, "<emergency type='911 Alert'/>"));
    assertEquals(Set.of(Distress.KIND), kinds());
    Alert alert = alerts.values().iterator().next();
    assertEquals(Priority.EMERGENCY, alert.finding().priority());
    assertTrue(
        alert.finding().words().headline().startsWith("TROPIC 1: sends a distress text"),
        alert.finding().words().headline());
  }

  @Test
  void anAircraftOfOursFliesWithoutAPlan() {
    for (int second = 0; second < 300; second += 5) {
      nowMillis = START + second * 1000L;
      watch.tick(nowMillis);
      hear(device(true), event("a-f-A-C-H", second, ""));
    }
    assertEquals(Set.of(), kinds());
    assertEquals("AIR", told.get(told.size() - 1).domain().name());
  }

  @Test
  void aFishingVesselKnownByItsBoxAloneEntersNoFence() {
    VmsDecoder box = new VmsDecoder("fisheries", false);
    for (int minute = 0; minute < 60; minute += 5) {
      nowMillis = START + minute * 60_000L;
      watch.tick(nowMillis);
      double longitude = -87.40 - minute / 300.0;
      hear(
          box,
          String.format(
              Locale.ROOT,
              "//SR//TM/POS//RC/V3AA//DA/20261123//TI/06%02d//LT/+17.150//LG/%.3f//SP/120//ER//",
              minute,
              longitude));
    }
    assertEquals(Set.of(), kinds());
  }
}
