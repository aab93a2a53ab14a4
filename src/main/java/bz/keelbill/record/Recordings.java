package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shelf of what is recorded. Reads files: any thread but event loops.
 *
 * <p>{@link Recorder#recordings()} sees the open day too; one opened from a directory, as by a
 * command, sees the days that no running watch is writing.
 */
public final class Recordings {
  private final DayFiles files;
  private final Map<DayName, RecordedDay> closedDays = new ConcurrentHashMap<>();

  Recordings(DayFiles files) {
    this.files = files;
  }

  /** The shelf of a directory, read-only. */
  public static Recordings in(RecordSettings settings) {
    return new Recordings(new DayFiles(settings));
  }

  /**
   * What is recorded, the oldest day first.
   *
   * @throws IOException if the directory cannot be listed
   */
  public List<RecordedDay> days() throws IOException {
    Map<LocalDate, RecordedDay> days = new TreeMap<>();
    for (DayName name : DayName.in(files.settings().dir())) {
      days.merge(name.day(), day(name), RecordedDay::with);
    }
    days.values().removeIf(day -> !day.holdsAny() && day.problem() == null);
    return new ArrayList<>(days.values());
  }

  private RecordedDay day(DayName name) {
    RecordedDay known = closedDays.get(name);
    long bytes = bytes(name);
    if (known != null && known.bytes() == bytes && !files.isOpen(name.path())) {
      return known;
    }
    RecordedDay day = readDay(name, bytes);
    closedDays.put(name, day);
    return day;
  }

  private RecordedDay readDay(DayName name, long bytes) {
    try (DayFiles.Lease lease = files.forReading(name.path())) {
      return DayFile.hasTables(lease)
          ? readDay(lease, name, bytes)
          : new RecordedDay(name.day(), Long.MAX_VALUE, Long.MIN_VALUE, 0, bytes, null);
    } catch (SQLException e) {
      String problem = name.name() + " cannot be read: " + RecordEnd.reason(e);
      return new RecordedDay(name.day(), Long.MAX_VALUE, Long.MIN_VALUE, 0, bytes, problem);
    }
  }

  private static RecordedDay readDay(DayFiles.Lease lease, DayName name, long bytes)
      throws SQLException {
    try (Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(min(first), 9223372036854775807),"
                    + " coalesce(max(last), -9223372036854775808),"
                    + " (select count(*) from lines) from"
                    + " (select min(at_millis) as first, max(at_millis) as last from lines"
                    + " union all select min(at_millis), max(at_millis) from ticks)")) {
      row.next();
      return new RecordedDay(
          name.day(), row.getLong(1), row.getLong(2), row.getLong(3), bytes, null);
    }
  }

  private static long bytes(DayName name) {
    try {
      long log = Files.exists(name.logPath()) ? Files.size(name.logPath()) : 0;
      return Files.size(name.path()) + log;
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * Opens a period.
   *
   * @param fromMillis the first moment, Unix milliseconds of the recorder's clock
   * @param toMillis the first moment after it
   * @throws IOException if the directory cannot be listed
   */
  public Recording open(long fromMillis, long toMillis) throws IOException {
    return Recording.open(files, fromMillis, toMillis);
  }

  /**
   * What a period holds at a glance.
   *
   * @param pieces into so many pieces at most
   * @throws IOException if the directory cannot be listed
   */
  public Timeline timeline(long fromMillis, long toMillis, int pieces) throws IOException {
    return Timeline.of(files, fromMillis, toMillis, pieces);
  }

  /**
   * Looks for tracks; takes eight seconds at most, and says where to go on.
   *
   * @param after the name of the last track of the page before; the empty text for the first page
   * @param limit so many tracks at most
   * @throws IOException if the directory cannot be listed
   */
  public TracksFound tracks(TrackQuery query, String after, int limit) throws IOException {
    try (TrackSearch search = new TrackSearch(files, query)) {
      return search.page(after, limit);
    }
  }

  /**
   * Gives the fixes that a question is about as they come from the files, whatever their number.
   *
   * @return what could not be read, a sentence each
   * @throws IOException if the directory cannot be listed, or what the taker throws
   */
  public List<String> fixes(TrackQuery query, FixTaker taker) throws IOException {
    return new FixStream(files, query, taker).run();
  }

  /** Where DuckDB and others put what they need for a while. */
  public Path tempDir() {
    return files.settings().tempDir();
  }

  /**
   * Copies what is recorded of a period, with its hashes, into day files of their own.
   *
   * @param dir an empty folder
   * @param folder for what goes from file to file
   * @return the files
   * @throws IOException if it cannot be read or written, with one sentence that says why
   */
  public List<Path> excerpt(long fromMillis, long toMillis, Path dir, Path folder)
      throws IOException {
    List<Path> made = new ArrayList<>();
    for (DayName name : files.near(fromMillis, toMillis)) {
      Path file = dir.resolve(name.name());
      try (DayFiles.Lease lease = files.forReading(name.path())) {
        boolean any =
            DayFile.hasTables(lease)
                && new DayExcerpt(lease, folder).into(file, fromMillis, toMillis);
        if (any) {
          made.add(file);
        }
      } catch (SQLException e) {
        throw new IOException(name.name() + " cannot be copied: " + RecordEnd.reason(e), e);
      }
    }
    return made;
  }
}
