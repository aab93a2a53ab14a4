package bz.keelbill.detect;

import static bz.keelbill.ais.AisEncoder.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Listening;
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

  @Test
  void theTimeInWhichNobodyListenedIsNoSilence() {
    for (int i = 0; i < 600; i++) {
      watch.pass(1).hear("link", ship(i % 12));
    }
    watch.sleep(3_600).pass(20);
    assertTrue(silences().isEmpty(), watch.history().toString());
  }
}
