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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The day file that is being written. Times are Unix milliseconds; {@code seq} says which entry of
 * the sequence a row is or came from. Belongs to the recorder's thread.
 */
final class DayFile implements AutoCloseable {
  /** Rises when the tables change; a file of a later version is not touched. */
  static final int SCHEMA_VERSION = 2;

  /** The tables whose rows are hashed, each with its columns. */
  static final Map<String, String> TABLES = tables();

  private static final JsonFactory JSON = new JsonFactory();

  private final DayName name;
  private final DayFiles.Lease lease;
  private final boolean isNew;
  private final List<HashedRows> tables = new ArrayList<>();
  private final BatchHash batch = new BatchHash();
  private final HashedRows lines;
  private final HashedRows ticks;
  private final HashedRows orders;
  private final HashedRows fixes;
  private final HashedRows alerts;
  private final HashedRows crafts;
  private BatchHash.Head head;
  private boolean holdsRows;

  private static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put(
        "lines",
        "seq bigint, at_millis bigint, feed varchar, number bigint, received_millis bigint,"
            + " bytes blob");
    tables.put("ticks", "seq bigint, at_millis bigint, tick_millis bigint");
    tables.put(
        "orders",
        "seq bigint, at_millis bigint, journal_seq bigint, person varchar, what varchar,"
            + " body varchar");
    tables.put(
        "fixes",
        "seq bigint, track varchar, fix_millis bigint, lat double, lon double,"
            + " speed_knots float, course_degrees float, heading_degrees float,"
            + " altitude_feet float, station varchar");
    tables.put(
        "alerts",
        "seq bigint, at_millis bigint, id varchar, what varchar, kind varchar,"
            + " priority varchar, state varchar, revision integer, body varchar");
    tables.put(
        "crafts",
        "seq bigint, at_millis bigint, track varchar, contacts varchar, domain varchar,"
            + " name varchar, mmsi bigint, imo bigint, callsign varchar, icao_address varchar,"
            + " registration varchar");
    return tables;
  }

  /**
   * Opens a day file, or begins one.
   *
   * @param head the batch on which its next one follows
   */
  static DayFile open(DayFiles files, DayName name, BatchHash.Head head) throws SQLException {
    boolean isNew = !Files.exists(name.path());
    DayFiles.Lease lease = files.forWriting(name.path());
    try {
      return new DayFile(name, lease, isNew, head);
    } catch (SQLException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private DayFile(DayName name, DayFiles.Lease lease, boolean isNew, BatchHash.Head head)
      throws SQLException {
    this.name = name;
    this.head = head;
    this.isNew = isNew;
    this.lease = lease;
    prepareTables();
    lines = table("lines");
    ticks = table("ticks");
    orders = table("orders");
    fixes = table("fixes");
    alerts = table("alerts");
    crafts = table("crafts");
  }

  private void prepareTables() throws SQLException {
    try (Statement statement = lease.connection().createStatement()) {
      // All tables or none, whenever the power goes.
      statement.execute("begin transaction");
      statement.execute("create table if not exists about(name varchar primary key, text varchar)");
      checkVersion(statement);
      createTables(statement);
      statement.execute("commit");
    }
  }

  static void createTables(Statement statement) throws SQLException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      statement.execute(
          "create table if not exists "
              + table.getKey()
              + "("
              + table.getValue()
              + ", batch bigint, mark integer)");
    }
    statement.execute(
        "create table if not exists batches(batch bigint, row_count bigint, prev varchar,"
            + " hash varchar)");
    statement.execute("insert or ignore into about values('schema', '" + SCHEMA_VERSION + "')");
  }

  /**
   * Whether a file has its tables: one whose writer was killed as it began has none, and no rows.
   */
  static boolean hasTables(DayFiles.Lease lease) throws SQLException {
    return hasTable(lease, "lines");
  }

  /** Whether a file has a table: those of earlier versions had fewer. */
  static boolean hasTable(DayFiles.Lease lease, String table) throws SQLException {
    return lease.tables().contains(table);
  }

  private static void checkVersion(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery("select text from about where name = 'schema'")) {
      if (found.next() && Integer.parseInt(found.getString(1)) > SCHEMA_VERSION) {
        throw new SQLException("it was written by a later version of the program");
      }
    }
  }

  private HashedRows table(String table) throws SQLException {
    HashedRows rows = new HashedRows(lease.connection(), table, batch);
    tables.add(rows);
    return rows;
  }

  /** The last batch that is safely on disk. */
  BatchHash.Head head() {
    return head;
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
    batch.clear();
    for (Row row : rows) {
      row.into(this);
    }
    for (HashedRows table : tables) {
      table.flush();
    }
    BatchHash.Head next = next();
    execute(
        "insert into batches values(%d, %d, '%s', '%s')"
            .formatted(next.batch(), batch.size(), head.hash(), next.hash()));
    execute("commit");
    head = next;
    holdsRows = true;
    // A file whose directory was taken away still takes rows, but nobody will find them.
    if (!Files.exists(name.path())) {
      throw new SQLException(name.name() + " has disappeared");
    }
  }

  private BatchHash.Head next() {
    long number = head.batch() + 1;
    return new BatchHash.Head(number, batch.after(head.hash(), number));
  }

  private long batchNumber() {
    return head.batch() + 1;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  void append(Recorded.OfLine recorded) throws SQLException {
    Line line = recorded.line();
    lines
        .begin()
        .number(recorded.seq())
        .number(recorded.atMillis())
        .text(line.feed())
        .number(line.number())
        .number(line.receivedAtMillis())
        .bytes(line.bytes())
        .end(batchNumber());
  }

  void append(Recorded.OfTick tick) throws SQLException {
    ticks
        .begin()
        .number(tick.seq())
        .number(tick.atMillis())
        .number(tick.tickMillis())
        .end(batchNumber());
  }

  void append(Recorded.OfOrder given) throws SQLException {
    orders
        .begin()
        .number(given.seq())
        .number(given.atMillis())
        .number(given.journalSeq())
        .text(given.order().act().person())
        .text(OrderJson.word(given.order().kind()))
        .text(body(given))
        .end(batchNumber());
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
        .begin()
        .number(fix.seq())
        .text(fix.track().name())
        .number(place.atMillis())
        .number(place.position().latitude())
        .number(place.position().longitude())
        .known(place.speedKnots())
        .known(place.courseDegrees())
        .known(place.headingDegrees())
        .known(place.altitudeFeet())
        .text(place.source() == null ? null : place.source().station())
        .end(batchNumber());
  }

  void append(Row.OfAlert row) throws SQLException {
    alerts
        .begin()
        .number(row.seq())
        .number(row.atMillis())
        .text(row.alert().id())
        .text(JournalLine.word(row.what()))
        .text(row.alert().finding().kind())
        .text(row.alert().priority().word())
        .text(row.alert().state().word())
        .count(row.alert().history().revision())
        .text(row.body())
        .end(batchNumber());
  }

  void append(Row.OfCraft row) throws SQLException {
    Craft craft = row.craft();
    crafts
        .begin()
        .number(row.seq())
        .number(row.atMillis())
        .text(craft.track())
        .text(craft.contacts())
        .text(craft.domain())
        .text(craft.name())
        .known(craft.mmsi())
        .known(craft.imo())
        .text(craft.callsign())
        .text(craft.icaoAddress())
        .text(craft.registration())
        .end(batchNumber());
  }

  /** Gives the file back; rows that were not written are gone. */
  @Override
  public void close() throws SQLException {
    SQLException first = null;
    for (HashedRows table : tables) {
      try {
        table.close();
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
