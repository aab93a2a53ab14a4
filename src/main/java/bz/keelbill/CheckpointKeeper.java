package bz.keelbill;

import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointFiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Writes at intervals, a minute as a rule, and at the end, what the watch remembers.
 *
 * <p>The watch stands still while its memory is copied, and for no longer than a two-hundredth of
 * the time: a large picture is copied less often.
 */
final class CheckpointKeeper {
  private static final long REST_FOR_EACH_MILLI = 200;
  private static final long LOOK_MILLIS = 100;
  private static final long LONGEST_WAIT_MILLIS = 10_000;

  private final CheckpointFiles files;
  private final RecordLedger ledger;
  private final Vertx vertx;
  private final Timer pauses;
  private volatile long lastPauseMillis;
  private volatile String trouble;

  CheckpointKeeper(CheckpointFiles files, RecordLedger ledger, Vertx vertx, MeterRegistry metrics) {
    this.files = files;
    this.ledger = ledger;
    this.vertx = vertx;
    pauses =
        Timer.builder("keelbill.checkpoint.pause")
            .description("How long the watch stood still while its memory was copied")
            .register(metrics);
  }

  /** Begins; the first comes after the interval. */
  void start(LiveWatch live, int everySeconds) {
    after(everySeconds * 1_000L, live, everySeconds);
  }

  private void after(long millis, LiveWatch live, int everySeconds) {
    vertx.setTimer(
        millis,
        timer ->
            write(live)
                .otherwise(0L)
                .onSuccess(
                    pauseMillis -> {
                      long rest = pauseMillis * REST_FOR_EACH_MILLI;
                      after(Math.max(rest, everySeconds * 1_000L), live, everySeconds);
                    }));
  }

  /** Says for how long the watch stood still, milliseconds. */
  private Future<Long> write(LiveWatch live) {
    return copy(live, false)
        .compose(
            checkpoint -> {
              long pauseMillis = lastPauseMillis;
              return whenRecorded(checkpoint.recordSeq(), LONGEST_WAIT_MILLIS)
                  .compose(ready -> vertx.executeBlocking(() -> written(checkpoint), false))
                  .map(pauseMillis);
            })
        .onFailure(failed -> trouble = "no checkpoint is kept: " + failed.getMessage());
  }

  /**
   * What the watch remembers now.
   *
   * @param isLast whether nothing comes after it
   */
  Future<Checkpoint> copy(LiveWatch live, boolean isLast) {
    return live.ask(
        watch -> {
          long start = System.nanoTime();
          byte[] image = WatchImage.of(watch);
          Duration pause = Duration.ofNanos(System.nanoTime() - start);
          pauses.record(pause);
          lastPauseMillis = pause.toMillis();
          return ledger.checkpoint(image, isLast);
        });
  }

  /** A checkpoint must not be ahead of the record, or a cut would leave a hole between them. */
  private Future<Void> whenRecorded(long seq, long waitMillis) {
    if (ledger.writtenSeq() >= seq) {
      return Future.succeededFuture();
    } else if (waitMillis <= 0) {
      return Future.failedFuture("the record is behind");
    }
    Promise<Void> later = Promise.promise();
    vertx.setTimer(
        LOOK_MILLIS, timer -> whenRecorded(seq, waitMillis - LOOK_MILLIS).onComplete(later));
    return later.future();
  }

  /** Writes one, if the record has all that is in it. Writes a file: on a worker. */
  Void written(Checkpoint checkpoint) {
    if (ledger.writtenSeq() < checkpoint.recordSeq()) {
      return null;
    }
    try {
      files.write(checkpoint);
      ledger.keep(checkpoint);
      trouble = null;
    } catch (IOException failed) {
      trouble = "no checkpoint is kept: " + failed.getMessage();
    }
    return null;
  }

  /** What is wrong, in sentences. */
  List<String> troubles() {
    String now = trouble;
    return now == null ? List.of() : List.of(now);
  }
}
