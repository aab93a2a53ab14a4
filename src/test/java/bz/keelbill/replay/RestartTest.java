package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.alert.Alert;
import bz.keelbill.geo.Position;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.rule.Priority;
import bz.keelbill.watch.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final long HOUR_MILLIS = 3_600_000;
  @TempDir Path dir;

  @Test
  void alertsFencesRulesAndTracksAreThereAgain() throws Exception {
    List<Alert> open;
    List<String> tracks;
    Position last;
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene();
      open = new ArrayList<>(desk.watch.alerts().open());
      tracks = tracks(desk);
      last = desk.watch.picture().tracks().iterator().next().position();
    }
    long now = Desk.START_MILLIS + 1_560_000;
    try (Desk desk = new Desk(dir, now)) {
      Restart.Outcome outcome = restart(desk, now);
      assertEquals(3, outcome.orders());
      assertEquals(open.size(), outcome.alerts());
      assertEquals(60_000, outcome.gapMillis());
      assertEquals(List.of(), outcome.problems());
      assertTrue(outcome.lines() > 300);
      assertEquals(ids(open), ids(new ArrayList<>(desk.watch.alerts().open())));
      assertEquals(states(open), states(new ArrayList<>(desk.watch.alerts().open())));
      assertEquals(tracks, tracks(desk));
      assertEquals(last, desk.watch.picture().tracks().iterator().next().position());
      assertEquals(1, desk.watch.fences().fences().size());
      assertEquals("second", desk.watch.fences().fences().get(0).id());
      assertEquals(2, desk.watch.rules().version());
      assertEquals(Map.of("feed-silent.minSeconds", 90.0), desk.watch.rules().changed());
      assertEquals(List.of(), desk.alertLines, "nothing is told twice");
    }
  }

  @Test
  void whatWasOpenGoesOnUnderItsOldName() throws Exception {
    String id;
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      approach(desk, 0, 60);
      id = desk.watch.alerts().open().iterator().next().id();
    }
    long now = Desk.START_MILLIS + 602_000;
    try (Desk desk = new Desk(dir, now)) {
      restart(desk, now);
      approach(desk, 61, 75);
      assertEquals(List.of(id), ids(new ArrayList<>(desk.watch.alerts().open())));
      assertTrue(desk.watch.alerts().find(id).history().revision() > 1);
    }
  }

  private static void approach(Desk desk, int from, int to) {
    for (int i = from; i <= to; i++) {
      desk.tick(Desk.START_MILLIS + i * 10_000L);
      desk.line("ais", 312_000_001, new Position(17.22, -87.63 + i * 0.001), 20, 90);
    }
  }

  @Test
  void anAcknowledgementAnsweredJustBeforeTheCutHolds() throws Exception {
    String id;
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      approach(desk, 0, 60);
      id = desk.watch.alerts().open().iterator().next().id();
      desk.journal
          .append(new JournalEntry.OfOrder(new Order.Acknowledge(desk.act(), id)))
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
    }
    try (Desk desk = new Desk(dir, Desk.START_MILLIS + 601_000)) {
      Restart.Outcome outcome = restart(desk, Desk.START_MILLIS + 601_000);
      assertEquals(1, outcome.acts());
      assertEquals(Alert.State.ACTIVE_ACKNOWLEDGED, desk.watch.alerts().find(id).state());
    }
    try (Desk desk = new Desk(dir, Desk.START_MILLIS + 602_000)) {
      assertEquals(0, restart(desk, Desk.START_MILLIS + 602_000).acts());
      assertEquals(Alert.State.ACTIVE_ACKNOWLEDGED, desk.watch.alerts().find(id).state());
    }
  }

  @Test
  void anOrderThatOnlyTheJournalKnowsGetsItsPlaceInTheRecord() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      approach(desk, 0, 5);
      desk.order(new Order.PutFence(desk.act(), Desk.box("known", 17.5, Priority.CAUTION)));
      desk.journal
          .append(
              new JournalEntry.OfOrder(
                  new Order.PutFence(desk.act(), Desk.box("lost", 17.6, Priority.CAUTION))))
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
    }
    for (int start = 1; start <= 2; start++) {
      try (Desk desk = new Desk(dir, Desk.START_MILLIS + 60_000L * start)) {
        restart(desk, Desk.START_MILLIS + 60_000L * start);
        assertEquals(3, desk.watch.fences().fences().size());
      }
    }
    try (Desk desk = new Desk(dir, Desk.START_MILLIS + 200_000);
        var recording = desk.recorder.recordings().open(0, Long.MAX_VALUE)) {
      List<String> fences = new ArrayList<>();
      for (var entry = recording.next(); entry != null; entry = recording.next()) {
        if (entry instanceof bz.keelbill.record.Recorded.OfOrder order
            && order.order() instanceof Order.PutFence put) {
          fences.add(put.fence().id());
        }
      }
      assertEquals(List.of("known", "lost"), fences);
    }
  }

  @Test
  void anEmptyRecordIsNoObstacle() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      Restart.Outcome outcome = restart(desk, Desk.START_MILLIS);
      assertEquals(0, outcome.lines());
      assertEquals(0, outcome.gapMillis());
      assertFalse(desk.watch.alerts().open().iterator().hasNext());
    }
  }

  private static Restart.Outcome restart(Desk desk, long nowMillis) throws Exception {
    return new Restart(desk.watch, desk.journal, desk.recorder, Desk.WordDecoder::new)
        .run(nowMillis, HOUR_MILLIS);
  }

  private static List<String> tracks(Desk desk) {
    return desk.watch.picture().tracks().stream().map(track -> track.name()).toList();
  }

  private static List<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::id).toList();
  }

  private static List<Alert.State> states(List<Alert> alerts) {
    return alerts.stream().map(Alert::state).toList();
  }
}
