package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geography;
import bz.keelbill.json.GeodataJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How well the watch follows craft, measured on simulated watches against the truth and against one
 * track per contact.
 *
 * <p>Longer: {@code -Dtracking.scenario=day -Dtracking.hours=24 -Dtracking.seeds=21,22,23
 * -Dtracking.worst=10}; then also what went wrong most is printed.
 */
class TrackingTest {
  private static final Geography GEOGRAPHY = GeodataJson.load(null);
  private static final Scenario SCENARIO =
      Scenario.named(System.getProperty("tracking.scenario", "evening"));
  private static final double HOURS = Double.parseDouble(System.getProperty("tracking.hours", "3"));
  private static final long[] SEEDS =
      Arrays.stream(System.getProperty("tracking.seeds", "31,32,33").split(","))
          .mapToLong(Long::parseLong)
          .toArray();
  private static final int WORST = Integer.getInteger("tracking.worst", 0);

  private record Means(double continuity, double switches, double falseTracks, double ospa) {}

  private static Means measure(String title, Faults faults) {
    double continuity = 0;
    double switches = 0;
    double falseTracks = 0;
    double ospa = 0;
    for (long seed : SEEDS) {
      List<TrackScore> scores = scores(seed, faults);
      TrackScore ours = scores.get(0);
      System.out.printf("%s, seed %d%n  watch: %s%n", title, seed, ours.line());
      System.out.printf("  one per contact: %s%n", scores.get(1).line());
      ours.worst(WORST).forEach(line -> System.out.println("    " + line));
      assertTrue(ours.ospaMetres() < scores.get(1).ospaMetres() / 2, "no better than contacts");
      continuity += ours.continuity() / SEEDS.length;
      switches += ours.switchesPerCraftHour() / SEEDS.length;
      falseTracks += ours.falseTracksPerHour() / SEEDS.length;
      ospa += ours.ospaMetres() / SEEDS.length;
    }
    return new Means(continuity, switches, falseTracks, ospa);
  }

  private static List<TrackScore> scores(long seed, Faults faults) {
    MeasuredWatch watch = new MeasuredWatch(GEOGRAPHY, SCENARIO, seed, faults);
    return watch.measure(
        HOURS, List.of(new Follower.OfWatch(GEOGRAPHY), new Follower.OnePerContact()));
  }

  private static void assertGood(Means means) {
    assertTrue(means.continuity >= 0.97, means.toString());
    assertTrue(means.switches <= 0.02, means.toString());
    assertTrue(means.falseTracks <= 1, means.toString());
  }

  @Test
  void onAGoodEveningCraftAndTracksGoTogether() {
    assertGood(measure("few faults", Faults.FEW));
  }

  @Test
  void onABadEveningToo() {
    assertGood(measure("many faults", Faults.MANY));
  }

  @Test
  void aGoFastSeenByRadarAloneIsOneTrackFromFirstSightToTheBeach() {
    Scenario evening = Scenario.named("evening");
    MeasuredWatch watch = new MeasuredWatch(GEOGRAPHY, evening, 22, Faults.FEW);
    TrackScore score = watch.measure(2.5, List.of(new Follower.OfWatch(GEOGRAPHY))).get(0);
    Map<String, Integer> runs = score.tracksOf("go-fast");
    assertEquals(1, runs.size(), "the evening has one run: " + runs);
    assertEquals(List.of(1), List.copyOf(runs.values()), runs.toString());
  }
}
