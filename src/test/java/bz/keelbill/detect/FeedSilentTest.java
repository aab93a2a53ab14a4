package bz.keelbill.detect;

import static bz.keelbill.ais.AisEncoder.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.asterix.AsterixDecoder;
import bz.keelbill.asterix.Site;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Decoder;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Listening;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds that must speak, and do not. */
class FeedSilentTest {
  private final Listening watch = new Listening("link");

  private static String ship(int number) {
    return position(312_000_001 + number, 17.0 + number * 0.05, -87.5, 60).sentence();
  }

  private List<Alert> silences() {
    return watch.alerts(FeedSilent.KIND);
  }

  @Test
  void aFeedThatNeverSpokeIsAnAlertAfterAMinute() {
    watch.pass(59);
    assertTrue(silences().isEmpty());
    watch.pass(2);
    assertEquals(1, silences().size());
    assertEquals(Priority.WARNING, silences().get(0).priority());
    assertEquals("feed:link", silences().get(0).finding().subject().lineage());
  }

  @Test
  void aFeedThatFallsSilentIsOneAlertAndNotAnotherForItsStation() {
    for (int i = 0; i < 600; i++) {
      watch.pass(1).hear("link", ship(i % 12));
    }
    watch.pass(300);
    assertEquals(1, silences().size(), watch.history().toString());
  }

  @Test
  void aFeedIsSilentOnlyAfterThreeTimesItsUsualGap() {
    for (int i = 0; i < 20; i++) {
      watch.pass(50).hear("link", ship(0));
    }
    watch.pass(120);
    assertTrue(silences().isEmpty());
    watch.pass(60);
    assertEquals(1, silences().size());
  }

  @Test
  void anUnexpectedFeedMayBeSilent() {
    watch.hear("other", ship(0));
    for (int i = 0; i < 600; i++) {
      watch.pass(1).hear("link", ship(i % 3));
    }
    assertTrue(silences().isEmpty());
  }

  private final Listening coast = new Listening();

  private List<Alert> stopped() {
    return coast.alerts(FeedSilent.KIND);
  }

  /** The north mark of an antenna, of a radar with a few echoes. */
  private void turn(boolean isMarked) {
    if (isMarked) {
      coast.hear("radar", HexFormat.of().parseHex("220007c0190101"), FeedSilentTest::radar);
    }
    coast.hear("radar", HexFormat.of().parseHex("30000a90190110004000"), FeedSilentTest::radar);
  }

  private static Decoder radar() {
    Site site = Site.of("tower", Site.sacSic("25/1"), new Position(17.5, -88));
    return new AsterixDecoder(List.of(site), "tower", false);
  }

  @Test
  void aRadarWithoutNorthMarksForThreeTurnsHasStopped() {
    for (int i = 0; i < 30; i++) {
      coast.pass(6);
      turn(true);
    }
    for (int i = 0; i < 17; i++) {
      coast.pass(1);
      turn(false);
    }
    assertTrue(stopped().isEmpty(), "three turns are not over");
    coast.pass(1);
    assertEquals(1, stopped().size());
    assertEquals("station:tower", stopped().get(0).finding().subject().lineage());
    assertTrue(stopped().get(0).finding().words().headline().contains("turns in 6.0 s"));
    coast.pass(300);
    assertEquals(1, stopped().size(), coast.history().toString());
  }

  @Test
  void aFastAntennaHasStoppedAfterAQuarterOfAMinute() {
    for (int i = 0; i < 30; i++) {
      coast.pass(1);
      turn(true);
    }
    coast.pass(14);
    assertTrue(stopped().isEmpty());
    coast.pass(1);
    assertEquals(1, stopped().size());
  }

  @Test
  void aRadarThatMissesAMarkAndOneThatNeverGaveAnyHaveNotStopped() {
    for (int i = 0; i < 60; i++) {
      coast.pass(10);
      turn(i % 7 != 0);
      coast.hear("other", HexFormat.of().parseHex("30000a901a0110004000"), FeedSilentTest::radar);
    }
    assertTrue(stopped().isEmpty(), coast.history().toString());
  }

  @Test
  void theTimeInWhichNobodyListenedIsNoSilence() {
    for (int i = 0; i < 600; i++) {
      watch.pass(1).hear("link", ship(i % 12));
    }
    watch.sleep(3_600).pass(20);
    assertTrue(silences().isEmpty(), watch.history().toString());
  }
}
