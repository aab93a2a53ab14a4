package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bz.keelbill.report.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is really full: needs the right to mount one, and is skipped without it. */
class FullDiskTest {
  private static final int DISK_MEGABYTES = 16;
  private final AtomicLong clock = new AtomicLong(Samples.AT_MILLIS);
  @TempDir Path temp;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(temp.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", disk);
    assumeTrue(mounted, "a small disk cannot be mounted here");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertTrue(run("umount", disk));
    }
  }

  private static boolean run(Object... command) throws InterruptedException {
    String[] words = new String[command.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = command[i].toString();
    }
    try {
      return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void theWatchGoesOnItIsSaidAndItRecoversByItself() throws Exception {
    RecordSettings settings = new RecordSettings(disk, temp.resolve("tmp"), 90, 256, 100_000);
    Journal journal = Journal.open(disk, clock::get);
    Recorder recorder = Recorder.open(settings, clock::get, journal::append);
    assertTrue(put(journal, Samples.order(1)).isRecorded());
    give(recorder, 2_000);
    await(20, () -> recorder.state().rows() >= 2_000);

    Path filler = disk.resolve("filler");
    fill(filler);
    long start = System.nanoTime();
    give(recorder, 20_000);
    assertTrue(System.nanoTime() - start < 1_000_000_000L, "the watch does not wait");
    Journalled alert = raiseUntilUnrecorded(journal);
    assertFalse(alert.isRecorded());
    await(5, () -> recorder.state().degraded() != null);
    await(5, () -> journal.state().degraded() != null);
    give(recorder, 60_000);
    assertFalse(recorder.isBehind(), "waiting for a disk that fails would stop the live picture");
    CompletableFuture<Journalled> order = journal.append(Samples.order(2)).toCompletableFuture();
    await(5, order::isCompletedExceptionally);

    Files.delete(filler);
    await(10, () -> recorder.state().degraded() == null && recorder.state().waiting() == 0);
    await(10, () -> journal.state().degraded() == null);
    assertTrue(put(journal, Samples.order(3)).isRecorded());
    assertEquals(0, recorder.state().lost());
    give(recorder, 100);
    recorder.close();
    journal.close();

    try (Journal again = Journal.open(disk, clock::get)) {
      assertEquals(0, again.state().defects().size());
      assertEquals(2, again.orders().size());
      assertEquals(alert.alertSeq(), again.state().lastAlertSeq());
    }
    try (Recording recording = Recordings.in(settings).open(0, Long.MAX_VALUE)) {
      for (long seq = 1; seq <= 82_100; seq++) {
        assertEquals(seq, recording.next().seq());
      }
      assertNull(recording.next());
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // As wanted.
    }
  }

  private Journalled raiseUntilUnrecorded(Journal journal) throws Exception {
    for (int i = 0; i < 20; i++) {
      Journalled alert = put(journal, Samples.raised(i));
      if (!alert.isRecorded()) {
        return alert;
      }
    }
    throw new AssertionError("the disk is not full");
  }

  private static Journalled put(Journal journal, JournalEntry entry) throws Exception {
    return journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void give(Recorder recorder, int count) {
    for (int i = 0; i < count; i++) {
      // Bytes that do not compress, or the little disk would never be full.
      byte[] bytes = new byte[100];
      new java.util.Random(i).nextBytes(bytes);
      recorder.line(new Line("ais", i, clock.get(), bytes));
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(int seconds, Condition condition) throws InterruptedException {
    for (int i = 0; i < seconds * 50 && !condition.holds(); i++) {
      Thread.sleep(20);
    }
    assertTrue(condition.holds(), "not within " + seconds + " seconds");
  }
}
