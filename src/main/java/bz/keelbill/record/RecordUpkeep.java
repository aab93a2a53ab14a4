package bz.keelbill.record;

import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What is done with day files besides writing them: old ones are deleted, those that are over are
 * put in order and sealed. It has a thread of its own, for a day takes many seconds, and what comes
 * meanwhile is to be on the disk at once. The methods belong to the recorder's thread.
 */
final class RecordUpkeep implements AutoCloseable {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long CLOSE_MILLIS = 2_000;

  private final Consumer<JournalEntry> audit;
  private final RecordRetention retention;
  private final RecordSeals seals;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(RecordUpkeep::thread);
  private long lastHour = Long.MIN_VALUE;

  RecordUpkeep(DayFiles files, Consumer<JournalEntry> audit) {
    this.audit = audit;
    retention = new RecordRetention(files, audit);
    seals = new RecordSeals(files, audit);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "record-upkeep");
    thread.setDaemon(true);
    return thread;
  }

  /** A file of a day is begun, or gone on with. */
  void begun(LocalDate today) {
    thread.execute(
        () -> {
          retention.deleteOld(today);
          seals.sealOld(today);
        });
  }

  /**
   * A batch is on disk. Once an hour the journal is told the end of the chain, and files are looked
   * after.
   */
  void written(DayFile file, long atMillis) {
    long hour = Math.floorDiv(atMillis, HOUR_MILLIS);
    if (hour == lastHour) {
      return;
    }
    LocalDate today = DayName.dayOf(atMillis);
    thread.execute(() -> retention.deleteTooMany(today));
    if (lastHour != Long.MIN_VALUE) {
      audit.accept(Noted.chain(file.name().name(), file.head()));
      thread.execute(() -> seals.sealOld(today));
    }
    lastHour = hour;
  }

  /** A day that takes longer to put in order stays as it was written; the next start seals it. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }
}
