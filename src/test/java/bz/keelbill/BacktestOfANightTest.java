package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.AlertJson;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.Comparison;
import bz.keelbill.replay.Proposal;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two watches of a back-test share their craft and most of what detectors say of them. By
 * night, with every family of threats, where what rings changes what is usual, lifts others of its
 * case and keeps things quiet: each says what it would say alone.
 */
class BacktestOfANightTest {
  /** Nine in the evening in Belize. */
  private static final long START_MILLIS = 1_795_489_200_000L;

  private static final int MINUTES = 60;
  private static final Order.Act ACT = new Order.Act("Ana", START_MILLIS);

  @TempDir static Path folder;
  private static RecordOnDisk record;

  @BeforeAll
  static void recordTheNight() throws Exception {
    Path config = SimulatedRecord.write(folder, "watch", 4201, START_MILLIS, MINUTES);
    record = RecordOnDisk.of(ConfigReader.read(config), note -> {});
  }

  private static ReplayScript script(Order... before) {
    long to = START_MILLIS + MINUTES * 60_000L;
    ReplayScript script = record.script(START_MILLIS + 600_000, to, Law.OF_TODAY);
    return new ReplayScript(
        script.recordings(),
        script.period(),
        script.setup(),
        List.of(before),
        Law.OF_TODAY,
        script.decoders());
  }

  /** All waters between the coast and the reef off Belize City. */
  private static Fence wideWater() throws Exception {
    return FenceGeoJson.read(
            Files.writeString(
                folder.resolve("wide.geojson"),
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "wide",
                  "properties": {"name": "Wide water", "kind": "restricted", "priority": "alarm"},
                  "geometry": {"type": "Polygon", "coordinates":
                    [[[-88.3, 16.4], [-87.7, 16.4], [-87.7, 17.9], [-88.3, 17.9], [-88.3, 16.4]]]}}]}
                """))
        .get(0);
  }

  private static String word(Change.AlertChanged told) {
    return told.what() + " " + AlertJson.line(told.alert());
  }

  private static List<String> replayed(Order... before) throws Exception {
    List<String> said = new ArrayList<>();
    ReplaySession.Audience audience =
        new ReplaySession.Audience() {
          @Override
          public void changed(Change change) {
            if (change instanceof Change.AlertChanged told) {
              said.add(word(told));
            }
          }

          @Override
          public void jumped(Watch watch) {}
        };
    try (ReplaySession session = new ReplaySession(script(before), audience)) {
      session.run();
    }
    return said;
  }

  @Test
  void eachOfBothWatchesSaysWhatItWouldSayAlone() throws Exception {
    Order put = new Order.PutFence(ACT, wideWater());
    List<String> predicted = new ArrayList<>();
    Backtest.Trial trial =
        Backtest.Trial.of(script(), new Proposal(List.of(put)), record.journalled());
    Comparison comparison =
        new Backtest(trial, told -> predicted.add(word(told))).run(Backtest.Way.PLAIN);
    assertTrue(comparison.difference().added().size() > 5, comparison.toString());
    assertEquals(String.join("\n", replayed(put)), String.join("\n", predicted));
    long raised = replayed().stream().filter(line -> line.startsWith("RAISED")).count();
    assertEquals(raised, comparison.before().alerts());
  }
}
