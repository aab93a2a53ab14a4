package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.Scene;
import bz.keelbill.detect.WatchList;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Report;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The same in, the same out; and a detector that fails takes nothing else with it. */
class WatchDeterminismTest {
  private static final long START = 1_795_478_400_000L;
  private static final long SEED = 7;
  private static final Geography EARTH = GeodataJson.load(null);
  private static final Fence BOX =
      new Fence(
          "box",
          new Fence.Label("Box", Fence.RESTRICTED, null),
          Area.of(new GeometryFactory().toGeometry(new Envelope(-87.60, -87.55, 17.2, 17.3))),
          new Fence.Scope(Fence.AppliesTo.VESSEL, Priority.WARNING),
          Fence.Band.ALL,
          Fence.Hours.ALWAYS,
          Fence.Limits.NONE);

  private final List<Change> changes = new ArrayList<>();
  private long lines;

  private static Setup setup() {
    WatchList.Entry listed =
        new WatchList.Entry(null, 312_000_005, null, null, null, null, "stolen", Priority.WARNING);
    return new Setup(
        EARTH,
        FenceMap.of(1, List.of(BOX)),
        Rules.defaults(),
        new OwnForces(Set.of(), Set.of()),
        new WatchList(List.of(listed)),
        Map.of());
  }

  private Report fix(int mmsi, Position at, double knots, long atMillis) {
    return new Fix(
        new Origin("ais", "ais", ++lines, atMillis, atMillis),
        new ContactId.Mmsi(mmsi),
        at,
        new Fix.Motion(knots, 90, Double.NaN),
        null,
        new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0));
  }

  /** Forty ships run east through the box at speeds of their own, in an order by chance. */
  private List<Report> ships() {
    Random random = new Random(SEED);
    List<Report> reports = new ArrayList<>();
    for (int second = 0; second < 1_800; second += 5) {
      for (int ship = 0; ship < 40; ship++) {
        if (random.nextInt(3) == 0) {
          double knots = 5 + ship;
          double east = -87.63 + knots * second * 0.514444 / 106_000;
          Position at = new Position(17.21 + ship * 0.002, east);
          reports.add(fix(312_000_000 + ship, at, knots, START + second * 1_000L + ship * 7));
        }
      }
    }
    return reports;
  }

  private static List<String> alerts(List<Report> reports, long stepMillis) {
    List<String> lines = new ArrayList<>();
    Watch watch =
        new Watch(
            setup(),
            change -> {
              if (change instanceof Change.AlertChanged changed) {
                lines.add(changed.what() + " " + AlertJson.forClients(changed.alert()));
              }
            });
    long now = START;
    watch.advanceTo(now);
    for (Report report : reports) {
      for (; now + stepMillis <= report.origin().eventAtMillis(); now += stepMillis) {
        watch.advanceTo(now + stepMillis);
      }
      watch.apply(report);
    }
    watch.advanceTo(now + 7_200_000);
    return lines;
  }

  @Test
  void theSameReportsGiveTheSameAlertsByteForByte() {
    List<Report> reports = ships();
    List<String> first = alerts(reports, 1_000);
    assertTrue(first.size() > 40, "alerts: " + first.size());
    assertEquals(first, alerts(reports, 1_000));
    assertEquals(first, alerts(reports, 250), "ticks within a second say nothing");
  }

  /** Throws for one ship and remembers at whom it looked. */
  private static final class Faulty implements Detector.OfTrack {
    private int looks;

    @Override
    public String kind() {
      return "faulty";
    }

    @Override
    public void look(Track track, Scene scene, Findings found) {
      looks++;
      if (track.name().equals("mmsi:312000007")) {
        throw new IllegalStateException("planted");
      }
    }
  }

  @Test
  void aThrowingDetectorIsOffForThatTrackAndTheWatchGoesOn() {
    Faulty faulty = new Faulty();
    Watch watch =
        new Watch(
            setup(),
            changes::add,
            rules -> {
              List<Detector.OfTrack> all = new ArrayList<>(List.of(faulty));
              all.addAll(Detectors.under(rules).ofTracks());
              return new Detectors(all, Detectors.under(rules).ofScenes());
            });
    watch.advanceTo(START);
    for (int step = 0; step < 10; step++) {
      long now = START + step * 20_000L;
      for (int ship : new int[] {312_000_007, 312_000_008}) {
        double north = ship == 312_000_007 ? 17.22 : 17.25;
        Position at = new Position(north, -87.603 + step * 0.001);
        watch.apply(fix(ship, at, 10, now));
      }
      watch.advanceTo(now + 1_000);
    }
    List<Change.DetectorFailed> failures = new ArrayList<>();
    List<String> raised = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.DetectorFailed failed) {
        failures.add(failed);
      } else if (change instanceof Change.AlertChanged changed
          && changed.alert().history().revision() == 1) {
        raised.addAll(changed.alert().finding().subject().tracks());
      }
    }
    assertEquals(1, failures.size(), failures.toString());
    assertEquals("faulty", failures.get(0).detector());
    assertEquals("mmsi:312000007", failures.get(0).track());
    assertTrue(failures.get(0).message().contains("planted"));
    assertTrue(faulty.looks > 10, "it still looks at the other ship");
    assertEquals(List.of("mmsi:312000007", "mmsi:312000008"), raised);
  }

  @Test
  void reportsBeforeTheFirstTickAreJudgedAtOnce() {
    Watch watch = new Watch(setup(), changes::add);
    for (int step = 0; step < 6; step++) {
      watch.apply(
          fix(
              312_000_001,
              new Position(17.22, -87.603 + step * 0.001),
              10,
              START + step * 20_000L));
    }
    assertTrue(
        changes.stream().anyMatch(change -> change.kind() == Change.Kind.ALERT_CHANGED),
        "the fence entry is raised by its own report");
  }
}
