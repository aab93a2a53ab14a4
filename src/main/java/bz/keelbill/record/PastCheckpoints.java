package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checkpoints of times that are past, {@code past-2026-11-26T0810.bin}, so that a replay can begin
 * with what the watch remembered then: for two days the first of each ten minutes, after that the
 * first of each hour of UTC, for as long as the record is kept. Earlier versions kept only those of
 * hours, {@code past-2026-11-26T08.bin}; they count as before.
 *
 * <p>Files block: on a worker. One call of {@link #keep} at a time, and one of {@link #deleteOf},
 * beside any number of readers.
 */
public final class PastCheckpoints {
  /** So many days all of them are kept. */
  private static final int DENSE_DAYS = 2;

  private static final int APART_MINUTES = 10;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'past-'uuuu-MM-dd'T'HHmm'.bin'");
  private static final Pattern NAMED =
      Pattern.compile("past-\\d{4}-\\d\\d-\\d\\dT\\d\\d(\\d\\d)?\\.bin");

  /** The beginning of a name that says of which hour it is. */
  private static final int HOUR_LENGTH = "past-2026-11-26T08".length();

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

  /** Keeps one if it is the first of its ten minutes; those that are too old or too many go. */
  public void keep(Checkpoint checkpoint) throws IOException {
    LocalDateTime time = timeOf(checkpoint.atMillis());
    Path path = dir.resolve(NAME.format(time));
    if (Files.exists(path)) {
      return;
    }
    WholeFile.write(path, CheckpointBytes.of(checkpoint));
    thinOut(time);
  }

  /** Names are in the order of time, also with those of earlier versions among them. */
  private void thinOut(LocalDateTime now) throws IOException {
    String oldest = NAME.format(now.minusDays(keepDays));
    String dense = NAME.format(now.minusDays(DENSE_DAYS));
    List<Path> oldestFirst = new ArrayList<>(CheckpointFiles.newestFirst(dir, NAMED));
    Collections.reverse(oldestFirst);
    String lastHour = "";
    for (Path path : oldestFirst) {
      String name = path.getFileName().toString();
      String hour = name.substring(0, HOUR_LENGTH);
      boolean isTooOld = name.compareTo(oldest) < 0;
      boolean isOneTooMany = name.compareTo(dense) < 0 && hour.equals(lastHour);
      if (isTooOld || isOneTooMany) {
        Files.deleteIfExists(path);
      }
      lastHour = isTooOld ? "" : hour;
    }
  }

  /** What those of each day of UTC, as {@code 2026-11-26}, take of the disk, bytes. */
  Map<String, Long> bytesByDay() throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    for (Path path : CheckpointFiles.newestFirst(dir, NAMED)) {
      bytes.merge(dayOf(path), sizeOf(path), Long::sum);
    }
    return bytes;
  }

  private static long sizeOf(Path path) throws IOException {
    try {
      return Files.size(path);
    } catch (NoSuchFileException thinnedOut) {
      return 0;
    }
  }

  private static String dayOf(Path path) {
    String name = path.getFileName().toString();
    return name.substring("past-".length(), name.indexOf('T'));
  }

  /** Deletes those of a day of UTC: without its record they are of no use. */
  void deleteOf(String day) throws IOException {
    for (Path path : CheckpointFiles.newestFirst(dir, NAMED)) {
      if (dayOf(path).equals(day)) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Its ten minutes. */
  private static LocalDateTime timeOf(long millis) {
    LocalDateTime time =
        LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES);
    return time.minusMinutes(time.getMinute() % APART_MINUTES);
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
