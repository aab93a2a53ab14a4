package bz.keelbill;

import bz.keelbill.record.CoverageFile;
import bz.keelbill.track.Coverage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes what the stations have learned every few minutes and at the end. */
final class CoverageKeeper {
  private static final long WRITE_MILLIS = 3 * 60_000;

  private final CoverageFile file;
  private final Vertx vertx;
  private volatile String trouble;

  CoverageKeeper(Path recordDir, Vertx vertx) {
    this.file = new CoverageFile(recordDir.resolve("coverage.bin"));
    this.vertx = vertx;
  }

  /** Takes up what was learned before, before the first report. Reads a file: on a worker. */
  void load(Coverage coverage, Consumer<String> notes) {
    CoverageFile.Loaded loaded = file.read();
    if (loaded.snapshot() != null) {
      coverage.restore(loaded.snapshot());
    }
    if (loaded.problem() != null) {
      trouble = loaded.problem();
      notes.accept(loaded.problem());
    }
  }

  /** Begins to write at intervals; the snapshots are asked for from any thread. */
  void start(Supplier<Future<Coverage.Snapshot>> snapshots) {
    vertx.setPeriodic(WRITE_MILLIS, timer -> write(snapshots));
  }

  /** Writes now; a failure is a trouble, and nothing else. */
  Future<Void> write(Supplier<Future<Coverage.Snapshot>> snapshots) {
    // Ordered, so that no older snapshot comes after a newer one.
    return snapshots
        .get()
        .compose(snapshot -> vertx.executeBlocking(() -> written(snapshot), true))
        .mapEmpty();
  }

  private Void written(Coverage.Snapshot snapshot) {
    try {
      file.write(snapshot);
      trouble = null;
    } catch (IOException failed) {
      trouble = "coverage is not kept: " + failed;
    }
    return null;
  }

  /** What is wrong, in sentences. */
  List<String> troubles() {
    String now = trouble;
    return now == null ? List.of() : List.of(now);
  }
}
