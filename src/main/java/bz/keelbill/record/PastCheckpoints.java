package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checkpoints of hours that are past, {@code past-2026-11-26T08.bin}, so that a replay can begin
 * with what the watch remembered then: the first of each hour of UTC, for as long as the record is
 * kept.
 *
 * <p>Files block: on a worker. One call of {@link #keep} at a time, beside any number of readers.
 */
public final class PastCheckpoints {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'past-'uuuu-MM-dd'T'HH'.bin'");
  private static final Pattern NAMED = Pattern.compile("past-\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.bin");

  private final Path dir;
  private final int keepDays;

  /**
   * In a folder, which is made when the first is kept.
   *
   * @param keepDays days after which they go
   */
  public PastCheckpoints(Path dir, int keepDays) {
    this.dir = dir;
    this.keepDays = keepDays;
  }

  /** Keeps one if it is the first of its hour; those that are too old go. */
  public void keep(Checkpoint checkpoint) throws IOException {
    LocalDateTime hour = timeOf(checkpoint.atMillis());
    Path path = dir.resolve(NAME.format(hour));
    if (Files.exists(path)) {
      return;
    }
    WholeFile.write(path, CheckpointBytes.of(checkpoint));
    forgetOld(hour);
  }

  private void forgetOld(LocalDateTime now) throws IOException {
    String oldest = NAME.format(now.minusDays(keepDays));
    for (Path path : CheckpointFiles.newestFirst(dir, NAMED)) {
      if (path.getFileName().toString().compareTo(oldest) < 0) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static LocalDateTime timeOf(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /**
   * The newest that was made at a time or before it.
   *
   * @param epoch the name of the journal that it must go with
   * @param problems hears of those that cannot be read, a sentence each
   * @return null if there is none
   */
  public Checkpoint newestUpTo(long atMillis, String epoch, Consumer<String> problems) {
    try {
      String last = NAME.format(timeOf(atMillis));
      for (Path path : CheckpointFiles.newestFirst(dir, NAMED)) {
        boolean mayBe = path.getFileName().toString().compareTo(last) <= 0;
        Checkpoint checkpoint = mayBe ? CheckpointFiles.read(path, problems) : null;
        if (checkpoint != null && checkpoint.atMillis() <= atMillis) {
          return checkpoint.epoch().equals(epoch) ? checkpoint : null;
        }
      }
    } catch (IOException unreadable) {
      problems.accept("checkpoints cannot be listed: " + unreadable);
    }
    return null;
  }
}
