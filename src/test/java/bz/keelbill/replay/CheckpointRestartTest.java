package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointFiles;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.watch.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut off and started again from a checkpoint, a watch says what one says that was not. */
class CheckpointRestartTest {
  private static final int END = 1_500;
  private static final long HOUR_MILLIS = 3_600_000;
  @TempDir Path temp;
  private Path dir;
  private CheckpointFiles files;

  @BeforeEach
  void begin() throws Exception {
    dir = Files.createDirectory(temp.resolve("cut"));
    files = new CheckpointFiles(temp.resolve("checkpoints"));
  }

  /** Between an entry and its alert, before and after orders, in the middle of nothing. */
  @Test
  void theSameAlertsAsWithoutARestart() throws Exception {
    List<String> whole = uncut();
    for (int[] cut : new int[][] {{380, 420}, {890, 930}, {700, 741}, {1_205, 1_260}}) {
      Path again = Files.createDirectory(temp.resolve("cut-at-" + cut[1]));
      CheckpointFiles own = new CheckpointFiles(again.resolve("checkpoints"));
      List<String> told = new ArrayList<>();
      long lines;
      try (Desk desk = new Desk(again, Desk.START_MILLIS)) {
        desk.playScene(0, cut[0]);
        own.write(desk.checkpoint(false));
        desk.playScene(cut[0] + 1, cut[1]);
        told.addAll(desk.alertLines);
        lines = desk.lines;
      }
      try (Desk desk = new Desk(again, at(cut[1]))) {
        Restart.Outcome outcome = restart(desk, own, cut[1]);
        assertEquals(at(cut[0]), outcome.rememberedAtMillis());
        assertEquals(List.of(), outcome.problems());
        assertFalse(outcome.gap().wasStopped());
        assertEquals(List.of(), desk.alertLines, "nothing is told twice");
        desk.lines = lines;
        desk.playScene(cut[1] + 1, END);
        told.addAll(desk.alertLines);
      }
      assertEquals(whole, told, "cut at " + cut[1]);
    }
  }

  private List<String> uncut() throws Exception {
    try (Desk desk = new Desk(Files.createDirectory(temp.resolve("whole")), Desk.START_MILLIS)) {
      desk.playScene(0, END);
      assertTrue(desk.alertLines.size() > 10);
      return desk.alertLines;
    }
  }

  @Test
  void aStopInOrderIsKnownFromACut() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene(0, 300);
      files.write(desk.checkpoint(true));
    }
    try (Desk desk = new Desk(dir, at(360))) {
      Restart.Outcome outcome = restart(desk, files, 360);
      assertTrue(outcome.gap().wasStopped());
      assertEquals(60_000, outcome.gap().millis());
      assertEquals(0, outcome.lines());
    }
  }

  @Test
  void theOneBeforeADamagedOneIsUsed() throws Exception {
    Checkpoint last;
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene(0, 300);
      files.write(desk.checkpoint(false));
      desk.playScene(301, 360);
      last = desk.checkpoint(false);
      files.write(last);
      desk.playScene(361, 390);
    }
    damage(last);
    try (Desk desk = new Desk(dir, at(400))) {
      Restart.Outcome outcome = restart(desk, files, 400);
      assertEquals(at(300), outcome.rememberedAtMillis());
      assertEquals(1, outcome.problems().size());
      assertTrue(outcome.problems().get(0).contains("is damaged; it was set aside"));
    }
  }

  private void damage(Checkpoint checkpoint) throws Exception {
    Path file =
        temp.resolve("checkpoints")
            .resolve(String.format("checkpoint-%012d.bin", checkpoint.recordSeq()));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
  }

  @Test
  void aCheckpointThatTheRecordDoesNotReachIsNotUsed() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene(0, 300);
      Checkpoint now = desk.checkpoint(false);
      files.write(
          new Checkpoint(
              now.atMillis(),
              now.recordSeq() + 1_000,
              now.journalSeq(),
              now.epoch(),
              false,
              now.image()));
    }
    try (Desk desk = new Desk(dir, at(400))) {
      Restart.Outcome outcome = restart(desk, files, 400);
      assertEquals(Long.MIN_VALUE, outcome.rememberedAtMillis());
      assertEquals(
          List.of("a checkpoint is not used: the record ends before it"), outcome.problems());
      assertTrue(outcome.lines() > 0, "lines are heard again instead");
    }
  }

  /** Its row in the record was lost with the last second. */
  @Test
  void anOrderThatOnlyTheJournalKnowsIsCarriedOut() throws Exception {
    String id;
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene(0, 880);
      files.write(desk.checkpoint(false));
      desk.playScene(881, 890);
      id = desk.watch.alerts().open().iterator().next().id();
      desk.journal
          .append(new JournalEntry.OfOrder(new Order.Acknowledge(desk.act(), id)))
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
    }
    try (Desk desk = new Desk(dir, at(892))) {
      restart(desk, files, 892);
      assertFalse(desk.watch.alerts().find(id).canBeAcknowledged());
      assertTrue(
          desk.alertLines.stream().anyMatch(line -> line.contains(id)),
          "the journal hears of it now");
    }
  }

  private static long at(int second) {
    return Desk.START_MILLIS + second * 1_000L;
  }

  private static Restart.Outcome restart(Desk desk, CheckpointFiles files, int second)
      throws Exception {
    return new Restart(desk::fresh, desk.journal, desk.recorder, Desk.WordDecoder::new)
        .run(files, at(second), HOUR_MILLIS);
  }
}
