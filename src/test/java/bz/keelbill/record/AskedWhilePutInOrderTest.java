package bz.keelbill.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Line;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a day that is over is put in order and sealed, it can be asked as before, and what comes
 * meanwhile is written. Once the recorder itself did both: for as long as it took, nothing reached
 * the disk, a kill cost more than a second, and a watch that was stopped kept the day locked so
 * that the next one took it for a day that nobody had recorded.
 */
class AskedWhilePutInOrderTest {
  private static final long YESTERDAY = RecordedScene.MIDNIGHT - 86_400_000;
  private static final long TODAY = RecordedScene.MIDNIGHT;
  private static final int SECONDS = 20_000;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path dir;
  private final AtomicLong clock = new AtomicLong(YESTERDAY);

  private Recorder open(Consumer<JournalEntry> audit) throws Exception {
    return Recorder.open(RecordSettings.in(dir), clock::get, audit);
  }

  private void recordYesterday() throws Exception {
    try (Recorder recorder = open(note -> {})) {
      for (int second = 0; second < SECONDS; second++) {
        clock.addAndGet(1_000);
        recorder.tick(clock.get());
        byte[] bytes = ("!" + second).getBytes(StandardCharsets.US_ASCII);
        recorder.line(new Line("shore", second, clock.get(), bytes));
      }
    }
  }

  private static long lines(Timeline timeline) {
    assertEquals(List.of(), timeline.problems());
    long[] lines = timeline.lines().getOrDefault("shore", new long[0]);
    long sum = 0;
    for (long some : lines) {
      sum += some;
    }
    return sum;
  }

  @Test
  void theDayThatIsPutInOrderIsThereAllTheTime() throws Exception {
    recordYesterday();
    DayFiles files = new DayFiles(RecordSettings.in(dir));
    DayName day = DayName.in(dir).get(0);
    Recordings recordings = new Recordings(files);
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> putInOrder(files, day));
    List<Long> answers = new ArrayList<>();
    do {
      answers.add(lines(recordings.timeline(YESTERDAY, TODAY, 24)));
    } while (!work.isDone());
    work.join();
    answers.add(lines(recordings.timeline(YESTERDAY, TODAY, 24)));
    answers.removeIf(lines -> lines == SECONDS);
    assertEquals(List.of(), answers);
  }

  private static void putInOrder(DayFiles files, DayName day) {
    try {
      OrderedDay.put(files, day);
      Seal.put(day.path());
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void whatComesWhileADayIsSealedIsWritten() throws Exception {
    recordYesterday();
    clock.set(TODAY);
    CountDownLatch isSealed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Consumer<JournalEntry> slow =
        note -> {
          isSealed.countDown();
          awaitOrFail(goOn);
        };
    try (Recorder recorder = open(slow)) {
      recorder.tick(clock.addAndGet(1_000));
      awaitOrFail(isSealed);
      for (int i = 0; i < 3; i++) {
        recorder.tick(clock.addAndGet(1_000));
        awaitWritten(recorder);
      }
      assertEquals(SECONDS, lines(recorder.recordings().timeline(YESTERDAY, TODAY, 24)));
      goOn.countDown();
    }
    assertTrue(Files.exists(Seal.pathOf(DayName.in(dir).get(0).path())));
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitWritten(Recorder recorder) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (recorder.writtenSeq() < recorder.lastSeq()) {
      assertTrue(System.nanoTime() < end, "not written");
      Thread.sleep(20);
    }
  }
}
