package bz.keelbill.relay;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The queue between the feeds' threads and the relay's. Bounded in lines; a full one refuses, so
 * that no feed ever waits.
 */
final class Handover {
  /** Lines per turn, so that the relay's thread also comes to its other work. */
  private static final int TURN = 256;

  private final Queue<Runnable> lines;
  private final Executor thread;
  private final Runnable endOfTurn;
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * An empty queue.
   *
   * @param maxLines the bound
   * @param thread runs one task after the other
   * @param endOfTurn called on that thread whenever some lines have been taken
   */
  Handover(int maxLines, Executor thread, Runnable endOfTurn) {
    lines = new ArrayBlockingQueue<>(maxLines);
    this.thread = thread;
    this.endOfTurn = endOfTurn;
  }

  /** Queues the taking of a line; false if there is no room. From any thread. */
  boolean offer(Runnable taking) {
    boolean hasRoom = lines.offer(taking);
    schedule();
    return hasRoom;
  }

  /** Takes all that waits; on the relay's thread. */
  void drain() {
    while (!lines.isEmpty()) {
      take();
    }
  }

  private void schedule() {
    if (!lines.isEmpty() && scheduled.compareAndSet(false, true)) {
      thread.execute(this::turn);
    }
  }

  private void turn() {
    try {
      take();
    } finally {
      scheduled.set(false);
      schedule();
    }
  }

  private void take() {
    try {
      Runnable next = lines.poll();
      for (int taken = 1; next != null; taken++) {
        next.run();
        next = taken < TURN ? lines.poll() : null;
      }
    } finally {
      endOfTurn.run();
    }
  }
}
