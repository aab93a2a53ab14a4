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
 * Writes each minute, and at the end, what the watch remembers.
 *
 * <p>The watch stands still while its memory is copied, and for no longer than a two-hundredth of
 * the time: a large picture is copied less often.
 */
final class CheckpointKeeper {
  private static final long EVERY_MILLIS = 60_000;
  private static final long REST_FOR_EACH_MILLI = 200;
  private static final long LOOK_MILLIS = 100;
  private static final long LONGEST_WAIT_MILLIS = 20_000;

  private final CheckpointFiles files;
  private final RecordLedger ledger;
  private final Vertx vertx;
  private final Timer pauses;
  private volatile String trouble;

  CheckpointKeeper(
      CheckpointFiles files, RecordLedger ledger, Vertx vertx, MeterRegistry metrics) {
    this.files = files;
    this.ledger = ledger;
    this.vertx = vertx;
    pauses =
        Timer.builder("keelbill.checkpoint.pause")
            .description("How long the watch stood still while its memory was copied")
            .register(metrics);
  }

  /** Begins; the first comes after a minute. */
  void start(LiveWatch live) {
    vertx.setTimer(EVERY_MILLIS, timer -> write(live).onComplete(done -> start(live, done.result())));
  }

  private void start(LiveWatch live, Long pauseMillis) {
    long rest = pauseMillis == null ? 0 : pauseMillis * REST_FOR_EACH_MILLI - EVERY_MILLIS;
    vertx.setTimer(Math.max(1, rest), timer -> start(live));
  }

  /** Says for how long the watch stood still, milliseconds. */
  private Future<Long> write(LiveWatch live) {
    long start = System.nanoTime();
    return copy(live, false)
        .compose(
            checkpoint -> {
              long pauseMillis = (System.nanoTime() - start) / 1_000_000;
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
          pauses.record(Duration.ofNanos(System.nanoTime() - start));
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
        LOOK_MILLIS,
        timer -> whenRecorded(seq, waitMillis - LOOK_MILLIS).onComplete(later));
    return later.future();
  }

  /** Writes one, if the record has all that is in it. Writes a file: on a worker. */
  Void written(Checkpoint checkpoint) {
    if (ledger.writtenSeq() < checkpoint.recordSeq()) {
      return null;
    }
    try {
      files.write(checkpoint);
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
