package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  private static final long T0 = 1_795_230_000_000L;

  private static Track track(ContactId contact, Fix.Source source) {
    Fix.State state = new Fix.State(source, Fix.Accuracy.circle(100), null);
    return new Associator(new Unmoved())
        .apply(
            new Fix(
                new Origin("f", "s", 1, T0, T0),
                contact,
                new Position(17.4, -87.6),
                new Fix.Motion(8, 90, Double.NaN),
                null,
                state));
  }

  private static final class Unmoved implements Associator.Listener {
    @Override
    public void born(Track track) {}

    @Override
    public void merged(Track gone, Track kept) {}

    @Override
    public void forgotten(Track track) {}
  }

  /** A box that speaks each quarter of an hour is lost when it has missed three. */
  @ParameterizedTest
  @CsvSource({"15, LIVE", "20, LIVE", "21, STALE", "45, STALE", "46, LOST"})
  void aTrackingBoxHasItsOwnIntervals(int minutes, Freshness expected) {
    Track box = track(new ContactId.Vms("V3AA"), Fix.Source.VMS);
    assertEquals(expected, box.freshness(T0 + minutes * 60_000L));
  }

  @ParameterizedTest
  @CsvSource({"1, LIVE", "3, STALE", "11, LOST"})
  void aPatrolsDeviceIsOverdueAsAShipsTransponderIs(int minutes, Freshness expected) {
    Track device = track(new ContactId.Cot("BZ-1"), Fix.Source.COT);
    assertEquals(expected, device.freshness(T0 + minutes * 60_000L));
  }
}
