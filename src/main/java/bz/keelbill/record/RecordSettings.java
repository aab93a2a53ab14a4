package bz.keelbill.record;

import java.nio.file.Path;

/**
 * Where and how the record is kept.
 *
 * @param dir the directory of the day files
 * @param checkpointsDir where what the watch remembered lies beside them, by its time
 * @param tempDir where DuckDB puts what does not fit in memory
 * @param keepDays days after which a day file is deleted; at least 1
 * @param keepBytes what all day files and past checkpoints together may have; above it those of the
 *     oldest days are deleted, never of the day that is written
 * @param memoryMegabytes what DuckDB may use for a file
 * @param queueRows rows that wait in memory at most while the disk is slow; positions beyond are
 *     counted and not recorded
 */
public record RecordSettings(
    Path dir,
    Path checkpointsDir,
    Path tempDir,
    int keepDays,
    long keepBytes,
    int memoryMegabytes,
    int queueRows) {
  /** The threads of DuckDB for one file: writing must not take the watch's cores. */
  static final int THREADS = 1;

  /** Checks the ranges. */
  public RecordSettings {
    if (keepDays < 1 || keepBytes < 1 || memoryMegabytes < 64 || queueRows < 1_000) {
      throw new IllegalArgumentException(
          "keepDays, keepBytes, memoryMegabytes or queueRows is too small");
    }
  }

  /** Without a limit of bytes, checkpoints in a folder within. */
  public RecordSettings(Path dir, Path tempDir, int keepDays, int memoryMegabytes, int queueRows) {
    this(
        dir,
        dir.resolve("checkpoints"),
        tempDir,
        keepDays,
        Long.MAX_VALUE,
        memoryMegabytes,
        queueRows);
  }

  /** The same for so much of the past. */
  public RecordSettings keeping(int days, long bytes) {
    return new RecordSettings(
        dir, checkpointsDir, tempDir, days, bytes, memoryMegabytes, queueRows);
  }

  /** The same with checkpoints elsewhere. */
  public RecordSettings withCheckpoints(Path folder) {
    return new RecordSettings(
        dir, folder, tempDir, keepDays, keepBytes, memoryMegabytes, queueRows);
  }

  /** The usual settings for a directory. */
  public static RecordSettings in(Path dir) {
    return new RecordSettings(dir, dir.resolve("tmp"), 90, 512, 300_000);
  }
}
