package bz.keelbill.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The queue between the feeds' threads and the one thread of the watch.
 *
 * <p>Bounded in lines: above the bound feeds stop reading, at half of it they go on. What may come
 * above the bound is one read of each feed.
 */
public final class BatchQueue implements Intake {

  /** Batches per turn, so that the consumer's thread also comes to its other work. */
  private static final int TURN = 16;

  private final int maxLines;
  private final Executor thread;
  private final Consumer<Batch> consumer;
  private final Queue<Batch> batches = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong lines = new AtomicLong();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * An empty queue.
   *
   * @param maxLines the bound
   * @param thread runs one task after the other, such as a Vert.x context
   * @param consumer called on that thread, in order
   */
  public BatchQueue(int maxLines, Executor thread, Consumer<Batch> consumer) {
    this.maxLines = maxLines;
    this.thread = thread;
    this.consumer = consumer;
  }

  /** Lines that wait or are being consumed. */
  public long waitingLines() {
    return lines.get();
  }

  @Override
  public void accept(Batch batch) {
    lines.addAndGet(batch.lines().size());
    batches.add(batch);
    schedule();
  }

  @Override
  public boolean isFull() {
    return lines.get() >= maxLines;
  }

  @Override
  public void whenRoom(Runnable resume) {
    waiting.add(resume);
    if (!isFull()) {
      resumeAll();
    }
  }

  private void schedule() {
    if (!batches.isEmpty() && scheduled.compareAndSet(false, true)) {
      thread.execute(this::turn);
    }
  }

  private void turn() {
    try {
      Batch batch = batches.poll();
      for (int taken = 1; batch != null; taken++) {
        consume(batch);
        batch = taken < TURN ? batches.poll() : null;
      }
    } finally {
      scheduled.set(false);
      schedule();
    }
  }

  private void consume(Batch batch) {
    try {
      consumer.accept(batch);
    } finally {
      if (lines.addAndGet(-batch.lines().size()) <= maxLines / 2) {
        resumeAll();
      }
    }
  }

  private void resumeAll() {
    List<Runnable> ready = new ArrayList<>();
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      ready.add(next);
    }
    ready.forEach(Runnable::run);
  }
}
