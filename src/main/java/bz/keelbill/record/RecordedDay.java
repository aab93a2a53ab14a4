package bz.keelbill.record;

import java.time.LocalDate;

/**
 * What is recorded of one day.
 *
 * @param day of UTC
 * @param fromMillis when its first entry was recorded, Unix milliseconds
 * @param toMillis when its last one was
 * @param lines how many lines of feeds
 * @param bytes on disk
 * @param problem why a file of the day cannot be read, one sentence; null if all can
 */
public record RecordedDay(
    LocalDate day, long fromMillis, long toMillis, long lines, long bytes, String problem) {

  /** Whether it holds any entry that can be read; if not, its times say nothing. */
  public boolean holdsAny() {
    return fromMillis <= toMillis;
  }

  RecordedDay with(RecordedDay other) {
    return new RecordedDay(
        day,
        Math.min(fromMillis, other.fromMillis),
        Math.max(toMillis, other.toMillis),
        lines + other.lines,
        bytes + other.bytes,
        problem == null ? other.problem : problem);
  }
}
