package bz.keelbill.detect;

import static bz.keelbill.ais.AisEncoder.position;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.watch.Listening;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole station that goes quiet is one alert, not one for each craft that it followed. */
class StationDiesTest {
  private static final int CRAFT = 40;
  private static final int MINUTES = 10;
  private static final Position MAST = new Position(16.9, -87.7);

  /** Whether the station is also all that its feed carries, and the feed must speak. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fortyShipsOfAnAisStationThatDiesAreOneAlert(boolean isExpected) {
    Listening watch = isExpected ? new Listening("mast") : new Listening();
    for (int second = 0; second < MINUTES * 60; second++) {
      watch.pass(1);
      for (int ship = second % 10; ship < CRAFT; ship += 10) {
        double east = -87.6 + ship * 0.01 + second * 1e-5;
        watch.hear("mast", position(312_000_001 + ship, 16.5 + ship * 0.02, east, 60).sentence());
      }
    }
    watch.pass(45 * 60);
    assertEquals(List.of("RAISED feed-silent"), raised(watch), watch.history().toString());
  }

  @Test
  void fortyTargetsOfARadarThatDiesAreOneAlert() {
    Listening watch = new Listening();
    for (int second = 0; second < MINUTES * 60; second++) {
      watch.pass(1);
      for (int target = second % 3; target < CRAFT; target += 3) {
        watch.watch().apply(target(target, second, watch.nowMillis()));
      }
    }
    watch.pass(45 * 60);
    assertEquals(
        CRAFT,
        watch
            .watch()
            .hearing()
            .station("radar")
            .craftInWholeMinuteBefore(
                watch.watch().hearing().station("radar").lastHeardAtMillis(), 0));
    assertEquals(List.of("RAISED feed-silent"), raised(watch), watch.history().toString());
  }

  private static Fix target(int number, int second, long millis) {
    Position start = Geodesy.offset(MAST, number * 9, 5_000 + number * 700);
    return new Fix(
        new Origin("radar", "radar", second, millis, millis),
        new ContactId.RadarTarget("radar", number),
        Geodesy.offset(start, 90, 3.0 * second),
        Fix.Motion.UNKNOWN,
        null,
        new Fix.State(Fix.Source.RADAR, new Fix.Accuracy(40, 60, number * 9, false), null));
  }

  private static List<String> raised(Listening watch) {
    return watch.history().stream().filter(each -> each.startsWith("RAISED")).toList();
  }
}
