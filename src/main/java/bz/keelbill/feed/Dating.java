package bz.keelbill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a recording has its date from. */
public enum Dating {
  /** Its own lines. */
  OWN("its own lines"),
  /** Other files of the same run. */
  OTHERS("the other files"),
  /** Its name, as 20261121 or 2026-11-21. */
  NAME("its name"),
  /** When it was last written to, taken for its end: the last resort. */
  MODIFIED("when it was last modified");

  /** A year of this century, month and day, not within a longer number. */
  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(20\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?!\\d)");

  private final String words;

  Dating(String words) {
    this.words = words;
  }

  /** In words that follow "dated by". */
  public String words() {
    return words;
  }

  /** The day in a file's name, UTC; null if there is none. */
  static LocalDate dayIn(String name) {
    Matcher date = DATE.matcher(name);
    while (date.find()) {
      try {
        return LocalDate.of(number(date, 1), number(date, 3), number(date, 4));
      } catch (DateTimeException noSuchDay) {
        // The next number may be one.
      }
    }
    return null;
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  /** The beginning of a day, Unix milliseconds. */
  static long beginningOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** When a file was last written to, Unix milliseconds; 0 if nobody knows. */
  static long modifiedMillis(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException unknown) {
      return 0;
    }
  }
}
