package bz.keelbill.record;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a recorded period holds at a glance: how much each feed said when, when nobody recorded, and
 * where alerts were raised. Reads files: any thread but event loops.
 */
public final class Timeline {
  private static final String LINES =
      "select feed, (at_millis - ?) // ?, count(*) from lines where at_millis >= ? and at_millis < ?"
          + " group by 1, 2 order by 1, 2";
  private static final String TICKS =
      "select '', (at_millis - ?) // ?, count(*) from ticks where at_millis >= ? and at_millis < ?"
          + " group by 1, 2 order by 1, 2";
  private static final String ALERTS =
      "select id, min(at_millis), any_value(kind), arg_max(priority, seq), arg_max(body, seq)"
          + " from alerts where what in ('raised', 'rose') and at_millis >= ? and at_millis < ?"
          + " group by id having count(*) filter (where what = 'raised') > 0 order by 2, 1";
  private static final int MOST_PIECES = 2_000;

  private final long fromMillis;
  private final long toMillis;
  private final long pieceMillis;
  private final int pieces;
  private final long[] watched;
  private final Map<String, long[]> lines = new TreeMap<>();
  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * One alert that was raised in the period.
   *
   * @param atMillis when it was raised
   * @param priority the highest it had in the period
   * @param json the alert as it was then
   */
  public record Mark(String id, long atMillis, String kind, String priority, String json) {}

  private Timeline(long fromMillis, long toMillis, int wanted) {
    this.fromMillis = fromMillis;
    this.toMillis = toMillis;
    long span = toMillis - fromMillis;
    this.pieceMillis = Math.max(1_000, (span + wanted - 1) / wanted);
    this.pieces = (int) ((span + pieceMillis - 1) / pieceMillis);
    this.watched = new long[pieces];
  }

  /**
   * Of a period.
   *
   * @param fromMillis the first moment, Unix milliseconds of the recorder's clock
   * @param toMillis the first moment after it
   * @param wanted into so many pieces at most, of a second at least
   * @throws IOException if the directory cannot be listed
   */
  static Timeline of(DayFiles files, long fromMillis, long toMillis, int wanted)
      throws IOException {
    if (fromMillis >= toMillis || wanted < 1 || wanted > MOST_PIECES) {
      throw new IllegalArgumentException("a period in 1 to " + MOST_PIECES + " pieces");
    }
    Timeline timeline = new Timeline(fromMillis, toMillis, wanted);
    for (DayName name : files.near(fromMillis, toMillis)) {
      timeline.read(files, name);
    }
    return timeline;
  }

  private void read(DayFiles files, DayName name) {
    try (DayFiles.Lease lease = files.forReading(name.path())) {
      if (DayFile.hasTables(lease)) {
        count(lease, LINES);
        count(lease, TICKS);
        findAlerts(lease);
      }
    } catch (SQLException e) {
      problems.add(name.name() + " cannot be read: " + RecordEnd.reason(e));
    }
  }

  private void count(DayFiles.Lease lease, String select) throws SQLException {
    try (PreparedStatement statement = lease.connection().prepareStatement(select)) {
      statement.setLong(1, fromMillis);
      statement.setLong(2, pieceMillis);
      statement.setLong(3, fromMillis);
      statement.setLong(4, toMillis);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String feed = row.getString(1);
          long[] counts =
              feed.isEmpty() ? watched : lines.computeIfAbsent(feed, none -> new long[pieces]);
          counts[row.getInt(2)] += row.getLong(3);
        }
      }
    }
  }

  private void findAlerts(DayFiles.Lease lease) throws SQLException {
    try (PreparedStatement statement = lease.connection().prepareStatement(ALERTS)) {
      statement.setLong(1, fromMillis);
      statement.setLong(2, toMillis);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          Mark mark =
              new Mark(id, row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
          marks.putIfAbsent(id, mark);
        }
      }
    }
  }

  /** How long a piece is; the last one may be cut short. */
  public long pieceMillis() {
    return pieceMillis;
  }

  /** How many seconds of each piece somebody recorded. */
  public long[] watched() {
    return watched.clone();
  }

  /** How many lines each feed said in each piece, by feed. */
  public Map<String, long[]> lines() {
    return lines;
  }

  /** The alerts raised in the period, the oldest first. */
  public List<Mark> marks() {
    return List.copyOf(marks.values());
  }

  /** What could not be read, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
