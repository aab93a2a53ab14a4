package bz.keelbill.record;

import bz.keelbill.json.OrderJson;
import bz.keelbill.report.Line;
import bz.keelbill.watch.TrackState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;

/**
 * The day file that is being written. Times are Unix milliseconds; {@code seq} says which entry of
 * the sequence a row is or came from. Belongs to the recorder's thread.
 */
final class DayFile implements AutoCloseable {
  /** Rises when the tables change; a file of a later version is not touched. */
  static final int SCHEMA_VERSION = 1;

  private static final List<String> SCHEMA =
      List.of(
          "create table if not exists lines(seq bigint, at_millis bigint, feed varchar,"
              + " number bigint, received_millis bigint, bytes blob)",
          "create table if not exists ticks(seq bigint, at_millis bigint, tick_millis bigint)",
          "create table if not exists orders(seq bigint, at_millis bigint, journal_seq bigint,"
              + " person varchar, what varchar, body varchar)",
          "create table if not exists fixes(seq bigint, track varchar, fix_millis bigint,"
              + " lat double, lon double, speed_knots float, course_degrees float,"
              + " heading_degrees float, altitude_feet float, station varchar)",
          "create table if not exists alerts(seq bigint, at_millis bigint, id varchar,"
              + " what varchar, kind varchar, priority varchar, state varchar,"
              + " revision integer, body varchar)",
          "insert or ignore into about values('schema', '" + SCHEMA_VERSION + "')");
  private static final JsonFactory JSON = new JsonFactory();

  private final DayName name;
  private final DayFiles.Lease lease;
  private final boolean isNew;
  private final List<DuckDBAppender> appenders = new ArrayList<>();
  private final DuckDBAppender lines;
  private final DuckDBAppender ticks;
  private final DuckDBAppender orders;
  private final DuckDBAppender fixes;
  private final DuckDBAppender alerts;
  private boolean holdsRows;

  /** Opens a day file, or begins one. */
  static DayFile open(DayFiles files, DayName name) throws SQLException {
    boolean isNew = !Files.exists(name.path());
    DayFiles.Lease lease = files.forWriting(name.path());
    try {
      return new DayFile(name, lease, isNew);
    } catch (SQLException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private DayFile(DayName name, DayFiles.Lease lease, boolean isNew) throws SQLException {
    this.name = name;
    this.isNew = isNew;
    this.lease = lease;
    prepareTables();
    lines = appender("lines");
    ticks = appender("ticks");
    orders = appender("orders");
    fixes = appender("fixes");
    alerts = appender("alerts");
  }

  private void prepareTables() throws SQLException {
    try (Statement statement = lease.connection().createStatement()) {
      // All tables or none, whenever the power goes.
      statement.execute("begin transaction");
      statement.execute("create table if not exists about(name varchar primary key, text varchar)");
      checkVersion(statement);
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      statement.execute("commit");
    }
  }

  /**
   * Whether a file has its tables: one whose writer was killed as it began has none, and no rows.
   */
  static boolean hasTables(DayFiles.Lease lease) throws SQLException {
    try (Statement statement = lease.connection().createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from information_schema.tables where table_name = 'lines'")) {
      return found.next() && found.getLong(1) > 0;
    }
  }

  private static void checkVersion(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery("select text from about where name = 'schema'")) {
      if (found.next() && Integer.parseInt(found.getString(1)) > SCHEMA_VERSION) {
        throw new SQLException("it was written by a later version of the program");
      }
    }
  }

  private DuckDBAppender appender(String table) throws SQLException {
    DuckDBAppender appender = lease.connection().createAppender(table);
    appenders.add(appender);
    return appender;
  }

  DayName name() {
    return name;
  }

  /** Whether it did not exist before it was opened. */
  boolean isNew() {
    return isNew;
  }

  /** Whether rows have been written to it since it was opened. */
  boolean holdsRows() {
    return holdsRows;
  }

  /**
   * Writes rows, all or none.
   *
   * @throws SQLException if they are not safely on disk; the file is not to be used any more
   */
  void write(List<Row> rows) throws SQLException {
    // In words: appenders take no notice of the connection's auto-commit setting.
    execute("begin transaction");
    for (Row row : rows) {
      row.into(this);
    }
    for (DuckDBAppender appender : appenders) {
      appender.flush();
    }
    execute("commit");
    holdsRows = true;
    // A file whose directory was taken away still takes rows, but nobody will find them.
    if (!Files.exists(name.path())) {
      throw new SQLException(name.name() + " has disappeared");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  void append(Recorded.OfLine recorded) throws SQLException {
    Line line = recorded.line();
    lines
        .beginRow()
        .append(recorded.seq())
        .append(recorded.atMillis())
        .append(line.feed())
        .append(line.number())
        .append(line.receivedAtMillis())
        .append(line.bytes())
        .endRow();
  }

  void append(Recorded.OfTick tick) throws SQLException {
    ticks.beginRow().append(tick.seq()).append(tick.atMillis()).append(tick.tickMillis()).endRow();
  }

  void append(Recorded.OfOrder given) throws SQLException {
    orders
        .beginRow()
        .append(given.seq())
        .append(given.atMillis())
        .append(given.journalSeq())
        .append(given.order().act().person())
        .append(OrderJson.word(given.order().kind()))
        .append(body(given))
        .endRow();
  }

  private static String body(Recorded.OfOrder given) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      OrderJson.write(given.order(), json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  void append(Row.OfFix fix) throws SQLException {
    TrackState.Place place = fix.track().place();
    fixes
        .beginRow()
        .append(fix.seq())
        .append(fix.track().name())
        .append(place.atMillis())
        .append(place.position().latitude())
        .append(place.position().longitude());
    appendKnown(place.speedKnots());
    appendKnown(place.courseDegrees());
    appendKnown(place.headingDegrees());
    appendKnown(place.altitudeFeet());
    fixes.append(place.source() == null ? null : place.source().station()).endRow();
  }

  private void appendKnown(double value) throws SQLException {
    if (Double.isNaN(value)) {
      fixes.appendNull();
    } else {
      fixes.append((float) value);
    }
  }

  void append(Row.OfAlert row) throws SQLException {
    alerts
        .beginRow()
        .append(row.seq())
        .append(row.atMillis())
        .append(row.alert().id())
        .append(JournalLine.word(row.what()))
        .append(row.alert().finding().kind())
        .append(row.alert().priority().word())
        .append(row.alert().state().word())
        .append(row.alert().history().revision())
        .append(row.body())
        .endRow();
  }

  /** Gives the file back; rows that were not written are gone. */
  @Override
  public void close() throws SQLException {
    SQLException first = null;
    for (DuckDBAppender appender : appenders) {
      try {
        appender.close();
      } catch (SQLException e) {
        first = first == null ? e : first;
      }
    }
    lease.close();
    if (first != null) {
      throw first;
    }
  }
}
