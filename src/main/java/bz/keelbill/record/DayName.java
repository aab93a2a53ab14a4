package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a day file: {@code 2026-11-23.duckdb}, and {@code 2026-11-23.1.duckdb} for the one
 * begun after it failed.
 *
 * @param path where it is
 * @param day of UTC
 * @param part 0, or more for those begun later on the day
 */
record DayName(Path path, LocalDate day, int part) implements Comparable<DayName> {
  private static final Pattern NAME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d{1,6}))?\\.duckdb");
  private static final long DAY_MILLIS = 86_400_000;

  /** The day files of a directory by day and part; none if there is no such directory. */
  static List<DayName> in(Path dir) throws IOException {
    List<DayName> names = new ArrayList<>();
    if (!Files.isDirectory(dir)) {
      return names;
    }
    try (Stream<Path> paths = Files.list(dir)) {
      paths.forEach(path -> add(path, names));
    }
    Collections.sort(names);
    return names;
  }

  private static void add(Path path, List<DayName> names) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (name.matches()) {
      try {
        int part = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        names.add(new DayName(path, LocalDate.parse(name.group(1)), part));
      } catch (DateTimeException e) {
        // 2026-13-45.duckdb is somebody else's file.
      }
    }
  }

  /** The next name of a day that is still free. */
  static DayName free(Path dir, LocalDate day) throws IOException {
    int part = 0;
    for (DayName name : in(dir)) {
      part = name.day().equals(day) ? name.part() + 1 : part;
    }
    String suffix = part == 0 ? "" : "." + part;
    return new DayName(dir.resolve(day + suffix + ".duckdb"), day, part);
  }

  /** The day of UTC that a time belongs to. */
  static LocalDate dayOf(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY_MILLIS));
  }

  /** The beginning of the day, Unix milliseconds. */
  long startMillis() {
    return day.toEpochDay() * DAY_MILLIS;
  }

  /** The end of the day, Unix milliseconds. */
  long endMillis() {
    return startMillis() + DAY_MILLIS;
  }

  /** DuckDB's own log beside the file. */
  Path logPath() {
    return path.resolveSibling(name() + ".wal");
  }

  String name() {
    return path.getFileName().toString();
  }

  @Override
  public int compareTo(DayName other) {
    int byDay = day.compareTo(other.day);
    return byDay != 0 ? byDay : Integer.compare(part, other.part);
  }
}
