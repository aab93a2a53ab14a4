package bz.keelbill.record;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Appends rows to one table of a day file, each with the number of its batch and its mark, and
 * gives their hashes to the batch. Belongs to the recorder's thread.
 */
final class HashedRows implements AutoCloseable {
  private final String table;
  private final DuckDBAppender appender;
  private final BatchHash batch;
  private final RowHash hash = new RowHash();

  HashedRows(DuckDBConnection connection, String table, BatchHash batch) throws SQLException {
    this.table = table;
    this.batch = batch;
    appender = connection.createAppender(table);
  }

  HashedRows begin() throws SQLException {
    appender.beginRow();
    hash.begin(table);
    return this;
  }

  HashedRows number(long value) throws SQLException {
    appender.append(value);
    hash.number(value);
    return this;
  }

  /** A whole number in a column of 32 bits. */
  HashedRows count(int value) throws SQLException {
    appender.append(value);
    hash.number(value);
    return this;
  }

  HashedRows number(double value) throws SQLException {
    appender.append(value);
    hash.number(value);
    return this;
  }

  /** A measure that is not known when it is NaN. */
  HashedRows known(double value) throws SQLException {
    if (Double.isNaN(value)) {
      return nothing();
    }
    appender.append((float) value);
    hash.number((float) value);
    return this;
  }

  /** A number that may be null. */
  HashedRows known(Long value) throws SQLException {
    return value == null ? nothing() : number((long) value);
  }

  /** A text that may be null. */
  HashedRows text(String text) throws SQLException {
    if (text == null) {
      return nothing();
    }
    appender.append(text);
    hash.text(text);
    return this;
  }

  HashedRows bytes(byte[] bytes) throws SQLException {
    appender.append(bytes);
    hash.bytes(bytes);
    return this;
  }

  private HashedRows nothing() throws SQLException {
    appender.appendNull();
    hash.nothing();
    return this;
  }

  void end(long batchNumber) throws SQLException {
    byte[] rowHash = hash.end();
    appender.append(batchNumber).append(RowHash.mark(rowHash)).endRow();
    batch.add(rowHash);
  }

  void flush() throws SQLException {
    appender.flush();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }
}
