package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Copies the whole batches of a period out of a day file into a day file of their own, with their
 * hashes: what is copied can be checked as the original can. One thread.
 */
final class DayExcerpt {
  private final DayFiles.Lease lease;
  private final Path folder;

  /** With a folder for what goes from file to file. */
  DayExcerpt(DayFiles.Lease lease, Path folder) {
    this.lease = lease;
    this.folder = folder;
  }

  /**
   * Copies.
   *
   * @return whether there was anything
   * @throws SQLException if it cannot be read or written, or was written before rows were chained
   */
  boolean into(Path file, long fromMillis, long toMillis) throws SQLException, IOException {
    if (!DayFile.hasTable(lease, "batches")) {
      throw new SQLException("it was written before rows were chained");
    }
    long[] batches = batches(fromMillis, toMillis);
    if (batches == null) {
      return false;
    }
    try (Connection excerpt = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement to = excerpt.createStatement()) {
      to.execute("create table about(name varchar primary key, text varchar)");
      DayFile.createTables(to);
      for (String table : DayFile.TABLES.keySet()) {
        copy(table, batches, to);
      }
      copy("batches", batches, to);
    }
    return true;
  }

  private long[] batches(long fromMillis, long toMillis) throws SQLException {
    String within = " where at_millis >= " + fromMillis + " and at_millis < " + toMillis;
    try (Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select min(batch), max(batch) from (select batch from lines"
                    + within
                    + " union all select batch from ticks"
                    + within
                    + " union all select batch from orders"
                    + within
                    + ")")) {
      row.next();
      long first = row.getLong(1);
      return row.wasNull() ? null : new long[] {first, row.getLong(2)};
    }
  }

  private void copy(String table, long[] batches, Statement to) throws SQLException, IOException {
    Path part = folder.resolve(table + ".parquet");
    String quoted = "'" + part.toString().replace("'", "''") + "'";
    List<String> columns =
        table.equals("batches")
            ? List.of("batch", "row_count", "prev", "hash")
            : DayCheck.columns(table);
    String all = String.join(", ", columns) + (table.equals("batches") ? "" : ", batch, mark");
    try (Statement statement = lease.connection().createStatement()) {
      statement.execute(
          "copy (select %s from %s where batch between %d and %d) to %s (format parquet)"
              .formatted(all, table, batches[0], batches[1], quoted));
    }
    to.execute("insert into " + table + " select " + all + " from read_parquet(" + quoted + ")");
    Files.delete(part);
  }
}
