package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.Pace;
import bz.keelbill.detect.Scene;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a detector says while it looks, and what the scene makes of it meanwhile. */
class SaidTest {
  private static final String KIND = "saying";

  private final List<Boolean> openInTheSameLook = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  /** Says that it holds, asks whether that is open, and perhaps fails then. */
  private final class Saying implements Detector.OfTrack {
    private final boolean fails;

    Saying(boolean fails) {
      this.fails = fails;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Pace pace() {
      return Pace.EVERY_REPORT;
    }

    @Override
    public void look(Track track, Scene scene, Findings found) {
      boolean before = scene.isOpen(KIND, track);
      found.holds(finding(track, scene.nowMillis()));
      openInTheSameLook.add(scene.isOpen(KIND, track) != before);
      if (fails) {
        throw new IllegalStateException("a bug");
      }
    }
  }

  private static Finding finding(Track track, long atMillis) {
    return new Finding(
        KIND,
        Priority.WARNING,
        new Finding.Subject(track.name(), List.of(track.name()), null),
        new Finding.Moment(atMillis, atMillis, track.position()),
        new Finding.Words("It holds", "alert.saying", Map.of(), "nothing", List.of()),
        List.of(),
        Finding.Outlook.NONE,
        List.of());
  }

  private void watch(boolean fails) {
    Watch watch =
        new Watch(
            Listening.bareSetup(),
            this::changed,
            rules -> new Detectors(List.of(new Saying(fails)), List.of()));
    for (int i = 1; i <= 20; i++) {
      long now = Listening.START + i * 1_000L;
      watch.tick(now);
      watch.apply(
          new Fix(
              new Origin("feed", "station", i, now, now),
              new ContactId.Mmsi(312_000_777),
              new Position(17.1, -87.75),
              new Fix.Motion(0, 90, Double.NaN),
              null,
              new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), null)));
    }
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged alert) {
      changes.add(alert.what().name());
    } else if (change instanceof Change.DetectorFailed failed) {
      changes.add("failed: " + failed.detector());
    }
  }

  @Test
  void whatIsSaidGoesOnWhenTheLookIsOver() {
    watch(false);
    assertEquals("RAISED", changes.get(0));
    assertTrue(openInTheSameLook.size() > 1, openInTheSameLook.toString());
    assertTrue(openInTheSameLook.stream().noneMatch(each -> each), openInTheSameLook.toString());
  }

  @Test
  void whatWasSaidBeforeAFailureHoldsAllTheSame() {
    watch(true);
    assertEquals(List.of("failed: " + KIND, "RAISED"), changes);
  }
}
