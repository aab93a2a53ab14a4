package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lays a day that is over in order for those who ask of it, before it is sealed: the fixes of a
 * track stand together, and a table of visits says which track was in which sixth of a degree in
 * which hour. A question then reads a few blocks instead of the day.
 *
 * <p>The rows stay as they are, with their marks and batches, and a batch's hash does not depend on
 * where in the file its rows stand: the chain is checked as before. Visits follow from the fixes.
 */
final class OrderedDay {
  /** Cells a degree. */
  static final int CELLS = 6;

  /** Every track in each cell and hour, with the first and last fix there. */
  static final String VISITS =
      "select cast(floor(lat * 6) as integer) as south, cast(floor(lon * 6) as integer) as west,"
          + " track, min(fix_millis) as first_millis, max(fix_millis) as last_millis"
          + " from fixes group by south, west, track, fix_millis // 3600000";

  private static final String COLUMNS = "south, west, track, first_millis, last_millis";

  private OrderedDay() {}

  /** The cell of a latitude or longitude. */
  static int cell(double degrees) {
    return (int) Math.floor(degrees * CELLS);
  }

  /** Whether a file is in order. */
  static boolean isOne(DayFiles.Lease lease) throws SQLException {
    return DayFile.hasTable(lease, "visits");
  }

  /**
   * Puts the day in order: another file is written and takes the place of the first. Whoever reads
   * the first goes on reading it.
   *
   * @throws SQLException if it cannot be done, or the thread was interrupted; the day is then as it
   *     was
   */
  static void put(DayFiles files, DayName name) throws SQLException, IOException {
    // What DuckDB has not put into the file yet would be lost, or be taken for the new file's.
    if (Files.exists(name.logPath())) {
      return;
    }
    // Leased until all is done: what somebody has open is not deleted.
    try (DayFiles.Lease day = files.forReading(name.path())) {
      if (!isOne(day) && DayFile.hasTable(day, "batches")) {
        replace(files, name);
      }
    }
  }

  private static void replace(DayFiles files, DayName name) throws SQLException, IOException {
    Path part = name.path().resolveSibling(name.name() + ".ordered");
    Files.deleteIfExists(part);
    try {
      copy(files, name.path(), part);
      Files.move(part, name.path(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".wal"));
    }
  }

  private static void copy(DayFiles files, Path day, Path part) throws SQLException {
    try (DayFiles.Lease lease = files.forWriting(part);
        Statement to = lease.connection().createStatement()) {
      to.execute("attach '" + day.toString().replace("'", "''") + "' as day (read_only)");
      to.execute("create table about(name varchar primary key, text varchar)");
      to.execute("insert into about select * from day.about");
      DayFile.createTables(to);
      for (String table : DayFile.TABLES.keySet()) {
        goOnUnlessInterrupted();
        String order = table.equals("fixes") ? " order by track, fix_millis, seq" : "";
        to.execute("insert into " + table + " select * from day." + table + order);
      }
      to.execute("insert into batches select * from day.batches");
      goOnUnlessInterrupted();
      to.execute("create table visits as " + VISITS + " order by 1, 2, 3, 4");
      to.execute("detach day");
      to.execute("checkpoint");
    }
  }

  private static void goOnUnlessInterrupted() throws SQLException {
    if (Thread.currentThread().isInterrupted()) {
      throw new SQLException("the program ends");
    }
  }

  /** How many visits there are too many or too few. */
  static String visitsAmiss() {
    String found = "select " + COLUMNS + " from visits";
    return "select count(*) from ((("
        + found
        + ") except all ("
        + VISITS
        + ")) union all (("
        + VISITS
        + ") except all ("
        + found
        + ")))";
  }
}
