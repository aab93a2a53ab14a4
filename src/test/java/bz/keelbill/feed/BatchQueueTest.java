package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchQueueTest {

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<Batch> consumed = new ArrayList<>();
  private final BatchQueue queue = new BatchQueue(10, tasks::add, consumed::add);

  private static Batch batch(String feed, int lines) {
    List<Line> all = new ArrayList<>();
    for (int number = 1; number <= lines; number++) {
      all.add(new Line(feed, number, 0, new byte[0]));
    }
    return new Batch(feed, all, List.of());
  }

  private void runAll() {
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
  }

  @Test
  void handsBatchesOnInOrderOnTheConsumersThread() {
    for (int lines = 1; lines <= 50; lines++) {
      queue.accept(batch("a", lines));
    }
    assertTrue(consumed.isEmpty());
    assertEquals(1, tasks.size(), "one turn at a time");
    runAll();
    assertEquals(50, consumed.size());
    assertEquals(50, consumed.get(49).lines().size());
    assertEquals(0, queue.waitingLines());
  }

  @Test
  void isFullAboveItsBoundAndResumesAtHalfOfIt() {
    AtomicInteger resumed = new AtomicInteger();
    queue.accept(batch("a", 4));
    queue.accept(batch("a", 4));
    assertFalse(queue.isFull());
    queue.accept(batch("a", 2));
    assertTrue(queue.isFull());
    queue.whenRoom(resumed::incrementAndGet);
    assertEquals(0, resumed.get());
    runAll();
    assertEquals(1, resumed.get(), "once");
    queue.whenRoom(resumed::incrementAndGet);
    assertEquals(2, resumed.get(), "at once, since there is room");
  }

  @Test
  void goesOnAfterAConsumerThatThrows() {
    BatchQueue fragile =
        new BatchQueue(
            10,
            tasks::add,
            batch -> {
              consumed.add(batch);
              throw new IllegalStateException("asked for");
            });
    fragile.accept(batch("a", 1));
    fragile.accept(batch("b", 1));
    assertThrows(IllegalStateException.class, this::runAll);
    runAllQuietly();
    assertEquals(2, consumed.size());
    assertEquals(0, fragile.waitingLines());
  }

  private void runAllQuietly() {
    try {
      runAll();
    } catch (IllegalStateException askedFor) {
      runAll();
    }
  }

  @Test
  @Timeout(30)
  void losesNothingBetweenManyThreads() throws InterruptedException {
    ExecutorService consumer = Executors.newSingleThreadExecutor();
    AtomicLong seen = new AtomicLong();
    AtomicLong resumed = new AtomicLong();
    BatchQueue shared = new BatchQueue(64, consumer, batch -> seen.addAndGet(batch.lines().size()));
    List<Thread> producers = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      Thread producer = new Thread(() -> produce(shared, resumed));
      producer.start();
      producers.add(producer);
    }
    for (Thread producer : producers) {
      producer.join();
    }
    while (shared.waitingLines() > 0) {
      Thread.onSpinWait();
    }
    consumer.shutdown();
    assertTrue(consumer.awaitTermination(10, TimeUnit.SECONDS));
    assertEquals(4 * 5_000 * 3, seen.get());
    assertEquals(4 * 5_000, resumed.get(), "nobody waits for ever");
  }

  private static void produce(BatchQueue shared, AtomicLong resumed) {
    for (int n = 0; n < 5_000; n++) {
      shared.accept(batch("p", 3));
      java.util.concurrent.CountDownLatch room = new java.util.concurrent.CountDownLatch(1);
      shared.whenRoom(room::countDown);
      try {
        if (room.await(10, TimeUnit.SECONDS)) {
          resumed.incrementAndGet();
        }
      } catch (InterruptedException stop) {
        return;
      }
    }
  }
}
