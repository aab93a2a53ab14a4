package bz.keelbill.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.detect.Detector;
import bz.keelbill.detect.Detectors;
import bz.keelbill.detect.Findings;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.detect.Pace;
import bz.keelbill.detect.Scene;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.json.KnownGoodJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Track;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What is seldom looked at, a ship that says who it is, is looked at within ten seconds when
 * something else is in force.
 */
class EverybodyDueTest {
  private final Set<Long> looks = new TreeSet<>();
  private final Watch watch = watch(looks);
  private long nowMillis = Listening.START;
  private Position at = new Position(17.1, -87.75);

  /** Takes note of when it looks. */
  private record Looking(Set<Long> looks) implements Detector.OfTrack {
    @Override
    public String kind() {
      return "looking";
    }

    @Override
    public Pace pace() {
      return Pace.TEN_SECONDS;
    }

    @Override
    public void look(Track track, Scene scene, Findings found) {
      looks.add(scene.nowMillis());
    }
  }

  private static Watch watch(Set<Long> looks) {
    Setup setup = Listening.bareSetup();
    return new Watch(
        setup, change -> {}, rules -> new Detectors(List.of(new Looking(looks)), List.of()));
  }

  /** East at 20 knots; says how often it was looked at meanwhile. */
  private int sail(int seconds) {
    looks.clear();
    for (int i = 0; i < seconds; i++) {
      nowMillis += 1_000;
      watch.tick(nowMillis);
      at = Geodesy.destination(at, 90, 10.3);
      watch.apply(
          new Fix(
              new Origin("feed", "station", nowMillis / 1_000, nowMillis, nowMillis),
              new ContactId.Mmsi(312_000_777),
              at,
              new Fix.Motion(20, 90, Double.NaN),
              null,
              new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), null)));
    }
    return looks.size();
  }

  /** At each third of the half minute after which it would be looked at anyway. */
  private void isLookedAtSoonAfter(Order order) {
    sail(63);
    assertEquals(2, sail(60), "else each half minute");
    assertNull(watch.objectionTo(order));
    for (int third = 0; third < 3; third++) {
      watch.apply(order);
      assertTrue(sail(10) >= 1, "within ten seconds, third " + third);
    }
    assertEquals(2, sail(60), "each half minute again");
  }

  private Order.Act act() {
    return new Order.Act("Ana", nowMillis);
  }

  @Test
  void underOtherRulesEverybodyIsLookedAtWithinTenSeconds() {
    isLookedAtSoonAfter(new Order.SetRules(act(), Map.of("feed-silent.minSeconds", 90.0)));
  }

  @Test
  void underAnotherLedgerEverybodyIsLookedAtWithinTenSeconds() throws Exception {
    String text =
        """
        {"id": "race", "kinds": ["go-fast"], "mmsi": 312000001, "validFrom": "2026-11-01",
         "validUntil": "2027-10-31", "reason": "As agreed"}
        """;
    KnownGood.Entry entry =
        KnownGoodJson.read("race", new ObjectMapper().readTree(text), Listening.earth().routes());
    isLookedAtSoonAfter(new Order.PutKnownGood(act(), entry));
  }
}
