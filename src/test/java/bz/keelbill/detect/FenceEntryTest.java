package bz.keelbill.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.fence.Fence.Limits;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an officer hears of a craft that enters an area or leaves it. */
class FenceEntryTest {
  private static final double RADIUS = 2_000;

  private final Sea sea =
      new Sea(
          Sea.MORNING,
          Sea.OPEN,
          List.of(Sea.fence("restricted", Priority.WARNING, Sea.OPEN, RADIUS, Limits.NONE)));

  @Test
  void anEntryIsToldByTheVeryReportThatProvesItHoweverSoonItFollows() {
    at(0, RADIUS + 40);
    at(6_000, RADIUS - 55);
    assertEquals(0, sea.alerts(FenceEntry.KIND).size(), "one place inside may be an error");
    at(7_000, RADIUS - 70);
    assertEquals(1, sea.alerts(FenceEntry.KIND).size());
  }

  @Test
  void soIsAnExit() {
    at(0, RADIUS - 200);
    at(30_000, RADIUS - 100);
    at(60_000, RADIUS + 150);
    at(61_000, RADIUS + 165);
    assertEquals(0, sea.alerts(FenceExit.KIND).size(), "it takes three places outside");
    at(62_000, RADIUS + 180);
    assertEquals(1, sea.alerts(FenceExit.KIND).size());
  }

  /** The boat says where it is; no time passes for the watch beside it. */
  private void at(long sinceMillis, double metresFromMiddle) {
    long atMillis = sea.nowMillis() + sinceMillis;
    sea.watch()
        .apply(
            new Fix(
                new Origin("mast", "mast", atMillis, atMillis, atMillis),
                new ContactId.Mmsi(312_000_777),
                Geodesy.destination(Sea.OPEN, 270, metresFromMiddle),
                new Fix.Motion(30, 90, Double.NaN),
                null,
                new Fix.State(Fix.Source.AIS_CLASS_B, Fix.Accuracy.circle(10), null)));
  }
}
