package bz.keelbill.record;

import bz.keelbill.json.OrderJson;
import bz.keelbill.report.Line;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Reads the sequence out of one day file, a span at a time. One thread. */
final class SequenceReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINES =
      "seq, at_millis, feed, number, received_millis, bytes from lines";
  private static final String SINCE = "(feed = ? and at_millis >= ?)";

  private final DayName name;
  private final DayFiles.Lease lease;
  private final Map<String, String> feeds = new HashMap<>();

  SequenceReader(DayFiles files, DayName name) throws SQLException {
    this.name = name;
    this.lease = files.forAsking(name.path());
  }

  /** The part of the file between two times; null if it has none. */
  Recording.Part part(long fromMillis, long toMillis) throws SQLException {
    if (!DayFile.hasTables(lease)) {
      return null;
    }
    String within = " where at_millis >= " + fromMillis + " and at_millis < " + toMillis;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long begin = Long.MAX_VALUE;
    for (String table : List.of("lines", "ticks", "orders")) {
      long[] whole = range("select min(seq), max(seq) from " + table);
      long[] wanted = range("select min(seq), max(seq) from " + table + within);
      begin = Math.min(begin, whole[0]);
      first = Math.min(first, wanted[0]);
      last = Math.max(last, wanted[1]);
    }
    return first > last ? null : new Recording.Part(name, begin, first, last);
  }

  private long[] range(String sql) throws SQLException {
    try (PreparedStatement statement = lease.connection().prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      long first = row.getLong(1);
      boolean empty = row.wasNull();
      return new long[] {empty ? Long.MAX_VALUE : first, empty ? Long.MIN_VALUE : row.getLong(2)};
    }
  }

  /** The entries from one number to before another, in order. */
  List<Recorded> read(long fromSeq, long endSeq) throws SQLException {
    List<Recorded> entries = new ArrayList<>();
    readLines(fromSeq, endSeq, entries);
    readTicks(fromSeq, endSeq, entries);
    readOrders(fromSeq, endSeq, entries);
    entries.sort(Comparator.comparingLong(Recorded::seq));
    return entries;
  }

  /** The lines among them, in order, of each feed only those from a time on. */
  List<Recorded> lines(long fromSeq, long endSeq, ToLongFunction<String> sinceMillis)
      throws SQLException {
    List<Recorded> entries = new ArrayList<>();
    List<String> heard = feedsIn(fromSeq, endSeq);
    if (heard.isEmpty()) {
      return entries;
    }
    // The database leaves out the others without unpacking them: most, where few remember long.
    String each = String.join(" or ", Collections.nCopies(heard.size(), SINCE));
    try (PreparedStatement statement = select(LINES, fromSeq, endSeq, " and (" + each + ")")) {
      int at = 3;
      for (String feed : heard) {
        statement.setString(at++, feed);
        statement.setLong(at++, sinceMillis.applyAsLong(feed));
      }
      take(statement, entries);
    }
    entries.sort(Comparator.comparingLong(Recorded::seq));
    return entries;
  }

  private List<String> feedsIn(long fromSeq, long endSeq) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = select("distinct feed from lines", fromSeq, endSeq, "");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  private void readLines(long fromSeq, long endSeq, List<Recorded> entries) throws SQLException {
    try (PreparedStatement statement = select(LINES, fromSeq, endSeq, "")) {
      take(statement, entries);
    }
  }

  private void take(PreparedStatement lines, List<Recorded> entries) throws SQLException {
    try (ResultSet row = lines.executeQuery()) {
      while (row.next()) {
        String feed = feeds.computeIfAbsent(row.getString(3), same -> same);
        Line line = new Line(feed, row.getLong(4), row.getLong(5), row.getBytes(6));
        entries.add(new Recorded.OfLine(row.getLong(1), row.getLong(2), line));
      }
    }
  }

  private void readTicks(long fromSeq, long endSeq, List<Recorded> entries) throws SQLException {
    try (PreparedStatement statement =
            select("seq, at_millis, tick_millis from ticks", fromSeq, endSeq, "");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(new Recorded.OfTick(row.getLong(1), row.getLong(2), row.getLong(3)));
      }
    }
  }

  private void readOrders(long fromSeq, long endSeq, List<Recorded> entries) throws SQLException {
    try (PreparedStatement statement =
            select("seq, at_millis, journal_seq, body from orders", fromSeq, endSeq, "");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(order(row));
      }
    }
  }

  private Recorded order(ResultSet row) throws SQLException {
    try {
      return new Recorded.OfOrder(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          OrderJson.read(JSON.readTree(row.getString(4))));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new SQLException("order " + row.getLong(3) + " cannot be read: " + e.getMessage(), e);
    }
  }

  private PreparedStatement select(String what, long fromSeq, long endSeq, String and)
      throws SQLException {
    PreparedStatement statement =
        lease.connection().prepareStatement("select " + what + " where seq >= ? and seq < ?" + and);
    statement.setLong(1, fromSeq);
    statement.setLong(2, endSeq);
    return statement;
  }

  @Override
  public void close() throws SQLException {
    lease.close();
  }
}
