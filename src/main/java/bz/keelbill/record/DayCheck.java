package bz.keelbill.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks one day file: every row against its mark, every batch against its hash, and each batch
 * against the one before it. Holds the rows of one batch at a time. One thread.
 */
final class DayCheck {
  /** One batch as the file has it. */
  record Batch(long number, long rows, String prev, String hash) {}

  private final String file;
  private final DayFiles.Lease lease;
  private final List<Flaw> flaws;
  private final List<Batch> batches = new ArrayList<>();
  private final RowHash hash = new RowHash();
  private long rows;

  DayCheck(String file, DayFiles.Lease lease, List<Flaw> flaws) {
    this.file = file;
    this.lease = lease;
    this.flaws = flaws;
  }

  /** The batches, in order. */
  List<Batch> batches() {
    return batches;
  }

  /** How many rows were checked. */
  long rows() {
    return rows;
  }

  /**
   * Checks.
   *
   * @return whether there is a chain: files of the first version have none
   * @throws SQLException if it cannot be read
   */
  boolean run() throws SQLException {
    if (!DayFile.hasTable(lease, "batches")) {
      return false;
    }
    checkAbout();
    readBatches();
    checkStrays();
    checkRows();
    checkVisits();
    return true;
  }

  private void checkAbout() throws SQLException {
    each(
        "select name, text from about",
        row -> {
          boolean ours =
              "schema".equals(row.getString(1))
                  && Integer.toString(DayFile.SCHEMA_VERSION).equals(row.getString(2));
          if (!ours) {
            flaw("about", "a row that was never written");
          }
        });
  }

  private void readBatches() throws SQLException {
    each(
        "select batch, row_count, prev, hash from batches order by batch",
        row ->
            batches.add(
                new Batch(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4))));
    for (int i = 1; i < batches.size(); i++) {
      Batch before = batches.get(i - 1);
      Batch batch = batches.get(i);
      if (batch.number() != before.number() + 1) {
        flaw("batch " + batch.number(), "it stands after batch " + before.number());
      } else if (!before.hash().equals(batch.prev())) {
        flaw("batch " + batch.number(), "it does not follow on the batch before it");
      }
    }
  }

  /** Rows that claim no batch that there is. */
  private void checkStrays() throws SQLException {
    for (String table : DayFile.TABLES.keySet()) {
      each(
          "select seq from "
              + table
              + " where batch is null or batch not in (select batch from batches) limit 10",
          row -> flaw(table + ", entry " + row.getLong(1), "a row that belongs to no batch"));
    }
  }

  /** The rows of all tables side by side, batch after batch, wherever they stand in the file. */
  private void checkRows() throws SQLException {
    List<TableRows> tables = new ArrayList<>();
    try {
      for (String table : DayFile.TABLES.keySet()) {
        tables.add(new TableRows(table));
      }
      for (Batch batch : batches) {
        BatchHash found = new BatchHash();
        boolean named = false;
        for (TableRows table : tables) {
          named |= table.take(batch, found);
        }
        rows += found.size();
        check(batch, found, named);
      }
    } finally {
      for (TableRows table : tables) {
        table.close();
      }
    }
  }

  /** The rows of one table by their batches. */
  private final class TableRows implements AutoCloseable {
    private final String table;
    private final int columns;
    private final Statement statement;
    private final ResultSet row;
    private boolean more;

    private TableRows(String table) throws SQLException {
      List<String> names = columns(table);
      this.table = table;
      columns = names.size();
      // Each has a connection of its own: one answers one question at a time.
      statement = lease.connection().duplicate().createStatement();
      row =
          statement.executeQuery(
              "select %s, batch, mark from %s where batch is not null order by batch"
                  .formatted(String.join(", ", names), table));
      more = row.next();
    }

    /** Gives the rows of a batch; whether one of them is not as it was written. */
    private boolean take(Batch batch, BatchHash found) throws SQLException {
      boolean named = false;
      while (more && row.getLong(columns + 1) <= batch.number()) {
        // One that belongs to no batch is told of already.
        if (row.getLong(columns + 1) == batch.number()) {
          named |= add(batch, found);
        }
        more = row.next();
      }
      return named;
    }

    private boolean add(Batch batch, BatchHash found) throws SQLException {
      byte[] rowHash = hashOf(table, row, columns);
      found.add(rowHash);
      boolean asWritten = RowHash.mark(rowHash) == row.getInt(columns + 2) && !row.wasNull();
      if (!asWritten) {
        flaw(
            table + ", entry " + row.getLong(1) + " (batch " + batch.number() + ")",
            "the row is not as it was written");
      }
      return !asWritten;
    }

    @Override
    public void close() throws SQLException {
      statement.getConnection().close();
    }
  }

  /** What a day in order has besides follows from its rows. */
  private void checkVisits() throws SQLException {
    if (OrderedDay.isOne(lease)) {
      each(
          OrderedDay.visitsAmiss(),
          row -> {
            if (row.getLong(1) > 0) {
              flaw("visits", row.getLong(1) + " are not those of the fixes");
            }
          });
    }
  }

  private void check(Batch batch, BatchHash found, boolean named) {
    if (found.size() != batch.rows()) {
      flaw(
          "batch " + batch.number(), "it has " + found.size() + " rows instead of " + batch.rows());
    } else if (!isHash(batch.prev())
        || !found.after(batch.prev(), batch.number()).equals(batch.hash())) {
      if (!named) {
        flaw("batch " + batch.number(), "its hash is not that of its rows");
      }
    }
  }

  private static boolean isHash(String text) {
    return text != null && text.matches("[0-9a-f]{64}");
  }

  static List<String> columns(String table) {
    return Arrays.stream(DayFile.TABLES.get(table).split(","))
        .map(column -> column.strip().split(" ")[0])
        .collect(Collectors.toList());
  }

  private byte[] hashOf(String table, ResultSet row, int columns) throws SQLException {
    hash.begin(table);
    for (int i = 1; i <= columns; i++) {
      put(row, i, row.getMetaData().getColumnType(i));
    }
    return hash.end();
  }

  private void put(ResultSet row, int column, int type) throws SQLException {
    if (row.getObject(column) == null) {
      hash.nothing();
      return;
    }
    switch (type) {
      case Types.BIGINT, Types.INTEGER -> hash.number(row.getLong(column));
      case Types.DOUBLE -> hash.number(row.getDouble(column));
      case Types.FLOAT, Types.REAL -> hash.number(row.getFloat(column));
      case Types.BLOB -> hash.bytes(row.getBytes(column));
      default -> hash.text(row.getString(column));
    }
  }

  /** The orders that the file has, by their numbers in the journal. */
  Map<Long, String> orders() throws SQLException {
    Map<Long, String> orders = new LinkedHashMap<>();
    each(
        "select journal_seq, body from orders order by seq",
        row -> orders.put(row.getLong(1), row.getString(2)));
    return orders;
  }

  private void flaw(String place, String what) {
    flaws.add(new Flaw(file, place, what));
  }

  /** What is done with a row. */
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String select, RowTaker taker) throws SQLException {
    try (Statement statement = lease.connection().createStatement();
        ResultSet row = statement.executeQuery(select)) {
      while (row.next()) {
        taker.take(row);
      }
    }
  }
}
