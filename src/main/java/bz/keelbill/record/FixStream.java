package bz.keelbill.record;

import bz.keelbill.geo.Position;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Gives the fixes that a question is about, as they come from the files: a day does not fit in
 * memory, the crafts of a day do. One thread, no event loop.
 */
final class FixStream {
  private static final String SELECT =
      "select track, fix_millis, lat, lon, speed_knots, course_degrees, heading_degrees,"
          + " altitude_feet, station from fixes where %s order by track, fix_millis";

  private static final int MOST_NAMED = 200;

  private final DayFiles files;
  private final TrackQuery query;
  private final FixTaker taker;

  FixStream(DayFiles files, TrackQuery query, FixTaker taker) {
    this.files = files;
    this.query = query;
    this.taker = taker;
  }

  /** Gives them; what could not be read comes back, a sentence each. */
  List<String> run() throws IOException {
    List<String> problems = new ArrayList<>();
    BiConsumer<DayName, SQLException> unreadable =
        (name, why) -> problems.add(name.name() + " cannot be read: " + RecordEnd.reason(why));
    for (DayName name : files.withFixes(query.fromMillis(), query.toMillis(), unreadable)) {
      try (DayFiles.Lease lease = files.forAsking(name.path())) {
        if (DayFile.hasTables(lease)) {
          read(lease);
        }
      } catch (SQLException e) {
        unreadable.accept(name, e);
      }
    }
    return problems;
  }

  private void read(DayFiles.Lease lease) throws SQLException, IOException {
    boolean hasCrafts = DayFile.hasTable(lease, "crafts");
    Map<String, Craft> crafts = hasCrafts ? crafts(lease) : Map.of();
    TrackSql wanted = TrackSql.fixes(query, hasCrafts);
    if (hasCrafts && !query.who().isAnybody()) {
      List<String> names = names(lease);
      if (names.isEmpty()) {
        return;
      }
      // Said by their names they are found where they stand; the condition above would read all.
      wanted = names.size() > MOST_NAMED ? wanted : TrackSql.fixesOf(query, names);
    }
    try (PreparedStatement statement =
        lease.connection().prepareStatement(SELECT.formatted(wanted.text()))) {
      wanted.fill(statement);
      try (ResultSet row = statement.executeQuery()) {
        give(row, crafts);
      }
    }
  }

  private List<String> names(DayFiles.Lease lease) throws SQLException {
    TrackSql who = TrackSql.crafts(query.who());
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement =
        lease
            .connection()
            .prepareStatement("select distinct track from crafts where " + who.text())) {
      who.fill(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  private static Map<String, Craft> crafts(DayFiles.Lease lease) throws SQLException {
    Map<String, Craft> crafts = new HashMap<>();
    try (Statement statement = lease.connection().createStatement();
        ResultSet row = statement.executeQuery(Crafts.SELECT + " order by seq")) {
      while (row.next()) {
        crafts.put(row.getString(1), Crafts.read(row, 1));
      }
    }
    return crafts;
  }

  private void give(ResultSet row, Map<String, Craft> crafts) throws SQLException, IOException {
    String track = null;
    while (row.next()) {
      Position at = new Position(row.getDouble(3), row.getDouble(4));
      if (query.where() == null || query.where().holds(at)) {
        if (!row.getString(1).equals(track)) {
          track = row.getString(1);
          Craft known = crafts.get(track);
          taker.track(known == null ? Craft.unknown(track) : known);
        }
        taker.fix(fix(row, at));
      }
    }
  }

  private static PastFix fix(ResultSet row, Position at) throws SQLException {
    return new PastFix(
        row.getLong(2),
        at,
        measure(row, 5),
        measure(row, 6),
        measure(row, 7),
        measure(row, 8),
        row.getString(9));
  }

  private static double measure(ResultSet row, int column) throws SQLException {
    float value = row.getFloat(column);
    // By way of its digits: 12.3 stays 12.3.
    return row.wasNull() ? Double.NaN : Double.parseDouble(Float.toString(value));
  }
}
