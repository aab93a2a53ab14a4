package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The journal's thread: takes what has gathered, writes it with one flush, tells those who wait.
 *
 * <p>{@link #append} and the figures are for any thread.
 */
final class JournalThread {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final int QUEUE_LIMIT = 100_000;
  private static final int BATCH_LIMIT = 200;
  private static final int WAITING_LIMIT = 20_000;
  private static final long PATIENCE_MILLIS = 1_000;
  private static final long TRY_AGAIN_MILLIS = 1_000;
  private static final long CLOSE_MILLIS = 10_000;
  private static final long SLOW_NANOS = 2_000_000_000L;

  private record Handed(Journalled journalled, CompletableFuture<Journalled> done) {}

  private final JournalWriter writer;
  private final JournalIndex index;
  private final LongSupplier clock;
  private final Thread thread = new Thread(this::run, "journal");
  private final Object gate = new Object();

  // Behind the gate.
  private final Deque<Handed> queue = new ArrayDeque<>();
  private long lastAlertSeq;
  private boolean closing;

  // Of the thread alone.
  private final Deque<Journalled> waiting = new ArrayDeque<>();

  private volatile boolean dead;
  private volatile String degraded;
  private volatile int waitingCount;
  private final AtomicLong lost = new AtomicLong();
  private volatile long lastSeq;
  private volatile long busySinceNanos;

  JournalThread(JournalWriter writer, JournalIndex index, LongSupplier clock) {
    this.writer = writer;
    this.index = index;
    this.clock = clock;
    this.lastAlertSeq = index.lastAlertSeq();
    this.lastSeq = writer.lastSeq();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  CompletableFuture<Journalled> append(JournalEntry entry) {
    CompletableFuture<Journalled> done = new CompletableFuture<>();
    synchronized (gate) {
      boolean alert = entry.kind() == JournalEntry.Kind.ALERT;
      if (closing || queue.size() >= QUEUE_LIMIT) {
        lost.incrementAndGet();
        done.completeExceptionally(
            new JournalFailure(closing ? "the journal is closed" : "the journal is overloaded"));
        return done;
      }
      lastAlertSeq += alert ? 1 : 0;
      Journalled journalled = new Journalled(0, alert ? lastAlertSeq : 0, clock.getAsLong(), entry);
      if (entry.canWait()) {
        done.completeOnTimeout(journalled, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      queue.add(new Handed(journalled, done));
      gate.notifyAll();
    }
    return done;
  }

  long lastSeq() {
    return lastSeq;
  }

  long lastAlertSeq() {
    synchronized (gate) {
      return lastAlertSeq;
    }
  }

  int waiting() {
    return waitingCount;
  }

  long lost() {
    return lost.get();
  }

  String degraded() {
    long since = busySinceNanos;
    if (degraded == null && since != 0 && System.nanoTime() - since > SLOW_NANOS) {
      return "the disk does not answer";
    }
    return degraded;
  }

  void close() {
    synchronized (gate) {
      closing = true;
      gate.notifyAll();
    }
    join(CLOSE_MILLIS);
  }

  void die() {
    synchronized (gate) {
      closing = true;
      dead = true;
      queue.clear();
      gate.notifyAll();
    }
    join(CLOSE_MILLIS);
  }

  private void join(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Handed> batch = take();
    while (batch != null) {
      busySinceNanos = System.nanoTime();
      write(batch);
      busySinceNanos = 0;
      batch = take();
    }
    finish();
  }

  /** What has gathered; empty if it is only time to try again; null when there is nothing more. */
  private List<Handed> take() {
    synchronized (gate) {
      boolean timeToTryAgain = false;
      while (queue.isEmpty() && !closing && !timeToTryAgain) {
        await();
        timeToTryAgain = !waiting.isEmpty();
      }
      if (dead || (closing && queue.isEmpty())) {
        return null;
      }
      List<Handed> batch = new ArrayList<>();
      while (!queue.isEmpty() && batch.size() < BATCH_LIMIT) {
        batch.add(queue.removeFirst());
      }
      return batch;
    }
  }

  private void await() {
    try {
      gate.wait(waiting.isEmpty() ? 0 : TRY_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      // Nobody of ours interrupts it; going on is the safe thing for a journal.
    }
  }

  private void write(List<Handed> batch) {
    List<Journalled> entries = new ArrayList<>(waiting);
    batch.forEach(handed -> entries.add(handed.journalled()));
    if (entries.isEmpty()) {
      return;
    }
    try {
      written(batch, writeOrBeginAnew(entries));
    } catch (IOException | RuntimeException e) {
      failed(batch, e);
    }
  }

  /** One failure costs a file, not an entry: a new file is begun at once. */
  private List<Journalled> writeOrBeginAnew(List<Journalled> entries) throws IOException {
    try {
      return writer.write(entries);
    } catch (IOException e) {
      if (degraded != null) {
        throw e;
      }
      LOG.log(Level.WARNING, "A file of the journal failed, a new one is begun: {0}", reason(e));
      return writer.write(entries);
    }
  }

  private void written(List<Handed> batch, List<Journalled> numbered) {
    lastSeq = writer.lastSeq();
    int before = waiting.size();
    waiting.clear();
    waitingCount = 0;
    numbered.subList(0, before).forEach(index::nowRecorded);
    numbered.subList(before, numbered.size()).forEach(index::add);
    if (degraded != null) {
      LOG.log(Level.INFO, "The journal writes again; {0} entries had waited", before);
      degraded = null;
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).done().complete(numbered.get(before + i));
    }
  }

  private void failed(List<Handed> batch, Exception cause) {
    if (degraded == null) {
      LOG.log(Level.ERROR, "The journal cannot be written: {0}", reason(cause));
    }
    degraded = "the journal cannot be written: " + reason(cause);
    for (Handed handed : batch) {
      if (handed.journalled().entry().canWait()) {
        keep(handed);
      } else {
        handed.done().completeExceptionally(new JournalFailure(degraded));
      }
    }
  }

  private void keep(Handed handed) {
    waiting.add(handed.journalled());
    if (waiting.size() > WAITING_LIMIT) {
      waiting.removeFirst();
      lost.incrementAndGet();
    }
    waitingCount = waiting.size();
    index.add(handed.journalled());
    handed.done().complete(handed.journalled());
  }

  private void finish() {
    if (!dead) {
      write(List.of());
    }
    if (!waiting.isEmpty()) {
      LOG.log(Level.ERROR, "{0} entries of the journal were never written", waiting.size());
    }
    try {
      writer.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Closing the journal: {0}", reason(e));
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
