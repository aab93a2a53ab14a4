package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.detect.Airdrop;
import bz.keelbill.detect.Circling;
import bz.keelbill.detect.ClandestineLanding;
import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.LowFlight;
import bz.keelbill.detect.Pace;
import bz.keelbill.detect.Scene;
import bz.keelbill.detect.UnreportedFlight;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Why there is no alert about an aircraft: the condition that stopped each detector. */
class AirStoppedByTest {
  private static final Position OVER_THE_BUSH = new Position(17.3, -88.6);
  private static final Position AT_SEA = new Position(17.3, -87.6);

  private final Map<String, String> stopped = new HashMap<>();
  private long nowMillis = Instant.parse("2026-11-25T06:00:00Z").toEpochMilli();
  private Watch watch;
  private Position at;

  /** Passes on what a detector says, and takes note of what stopped it. */
  private record Noting(Detector.OfTrack detector, Map<String, String> stopped)
      implements Detector.OfTrack {
    @Override
    public String kind() {
      return detector.kind();
    }

    @Override
    public Pace pace() {
      return detector.pace();
    }

    @Override
    public boolean judgesLost() {
      return detector.judgesLost();
    }

    @Override
    public void look(Track track, Scene scene, Findings found) {
      detector.look(
          track,
          scene,
          new Findings() {
            @Override
            public void holds(Finding finding) {
              found.holds(finding);
              stopped.put("holds", finding.kind());
            }

            @Override
            public void stoppedBy(String condition, double value, String unit, double limit) {
              String numbers =
                  Double.isNaN(limit)
                      ? ""
                      : " " + Math.round(value) + " " + unit + " of " + Math.round(limit);
              stopped.put("why", condition + numbers);
            }
          });
    }
  }

  private void watchWith(Function<Rules, Detector.OfTrack> detector, Position from) {
    Setup setup = Listening.bareSetup();
    watch =
        new Watch(
            setup,
            change -> {},
            rules -> new Detectors(List.of(new Noting(detector.apply(rules), stopped)), List.of()));
    at = from;
    watch.tick(nowMillis);
  }

  private AirStoppedByTest fly(double degrees, double knots, double feet, int seconds) {
    for (int done = 0; done < seconds; done += 5) {
      at = Geodesy.destination(at, degrees, knots * 1852 / 3600 * 5);
      watch.apply(
          new Fix(
              new Origin("feed", "station", done, nowMillis, nowMillis),
              new ContactId.Icao24(0x0D8123, true),
              at,
              new Fix.Motion(knots, degrees, Double.NaN),
              new Fix.Height(feet, false, 0, false),
              new Fix.State(Fix.Source.ADSB, Fix.Accuracy.circle(50), null)));
      pass(5);
    }
    return this;
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      nowMillis += 1000;
      watch.tick(nowMillis);
    }
  }

  private void expect(String why) {
    assertEquals(why, stopped.get("why"));
    assertEquals(null, stopped.get("holds"));
  }

  @Test
  void aLowFlightIsTooHighTooSlowTooShortOrTooNear() {
    watchWith(LowFlight::new, OVER_THE_BUSH);
    fly(350, 120, 5100, 60).expect("altitude 5100 ft of 5000");
    fly(350, 80, 900, 60).expect("speed 80 kn of 90");
    fly(350, 120, 5100, 60).fly(350, 120, 900, 30).expect("duration 25 s of 60");
    watchWith(LowFlight::new, new Position(17.1, -88.23));
    fly(0, 91, 900, 120).expect("licensed-field 10 nm of 10");
    watchWith(LowFlight::new, new Position(16.2, -86));
    fly(90, 120, 900, 120).expect("outside-belize");
  }

  @Test
  void oneThatCirclesHasNotTurnedEnoughOrNotSo() {
    watchWith(Circling::new, AT_SEA);
    fly(0, 110, 1600, 30).expect("altitude 1600 ft of 1500");
    fly(0, 110, 900, 300).expect("turned 0 ° of 540");
  }

  @Test
  void aPassHasNotSlowedEnough() {
    watchWith(Airdrop::new, AT_SEA);
    fly(0, 110, 400, 300).expect("slowed 0 % of 20");
  }

  @Test
  void oneThatIsSilentWasHighOrIsNotSilentForLong() {
    watchWith(ClandestineLanding::new, OVER_THE_BUSH);
    fly(350, 120, 3500, 120);
    pass(60);
    expect("height 3500 ft of 3000");
    watchWith(ClandestineLanding::new, AT_SEA);
    fly(0, 120, 1000, 120);
    pass(60);
    expect("over-water");
  }

  @Test
  void oneWithoutAPlanIsHighOrNotInForLong() {
    watchWith(UnreportedFlight::new, OVER_THE_BUSH);
    fly(350, 120, 20000, 30).expect("altitude 20000 ft of 19500");
    watchWith(UnreportedFlight::new, OVER_THE_BUSH);
    fly(350, 120, 9000, 30).expect("duration 25 s of 60");
    watchWith(UnreportedFlight::new, new Position(16.2, -86));
    fly(90, 120, 9000, 120).expect("outside");
  }
}
