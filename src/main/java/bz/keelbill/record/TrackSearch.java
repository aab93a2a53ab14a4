package bz.keelbill.record;

import bz.keelbill.geo.Position;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Looks for tracks in what is recorded, a page at a time, by the names of the tracks. Holds a few
 * hundred tracks and no fixes in memory, however long the period. Reads files: any thread but event
 * loops, one search a thread.
 */
final class TrackSearch implements AutoCloseable {
  private static final int CHUNK = 200;
  private static final long LONGEST_NANOS = 8_000_000_000L;

  private final DayFiles files;
  private final TrackQuery query;
  private final List<String> problems = new ArrayList<>();

  /** To open a file takes longer than to ask it. */
  private final Map<DayName, DayFiles.Lease> open = new HashMap<>();

  TrackSearch(DayFiles files, TrackQuery query) {
    this.files = files;
    this.query = query;
  }

  TracksFound page(String after, int limit) throws IOException {
    long begun = System.nanoTime();
    List<DayName> days = files.withFixes(query.fromMillis(), query.toMillis(), this::unreadable);
    List<FoundTrack> found = new ArrayList<>();
    String reached = after;
    boolean more = true;
    while (more && found.size() <= limit && System.nanoTime() - begun < LONGEST_NANOS) {
      List<String> chunk = candidates(days, reached);
      found.addAll(walked(days, chunk));
      more = chunk.size() == CHUNK;
      reached = chunk.isEmpty() ? reached : chunk.get(chunk.size() - 1);
    }
    if (found.size() > limit) {
      List<FoundTrack> page = List.copyOf(found.subList(0, limit));
      return new TracksFound(page, page.get(limit - 1).craft().track(), problems());
    }
    return new TracksFound(List.copyOf(found), more ? reached : null, problems());
  }

  private List<String> problems() {
    return problems.stream().distinct().toList();
  }

  /** The next names of tracks that may have been there. */
  private List<String> candidates(List<DayName> days, String after) {
    TreeSet<String> names = new TreeSet<>();
    each(
        days,
        lease -> {
          boolean hasCrafts = DayFile.hasTable(lease, "crafts");
          // Who is asked for by name is found among the crafts, which are few.
          boolean byName = hasCrafts && !query.who().isAnybody();
          boolean byVisit = !byName && query.where() != null && OrderedDay.isOne(lease);
          TrackSql sql =
              byName
                  ? TrackSql.crafts(query.who())
                  : byVisit ? TrackSql.visits(query) : TrackSql.fixes(query, hasCrafts);
          String table = byName ? "crafts" : byVisit ? "visits" : "fixes";
          sql.add(" and track > ?", after);
          String select =
              "select distinct track from %s where %s order by track limit %d"
                  .formatted(table, sql.text(), CHUNK);
          rows(lease, select, sql, row -> names.add(row.getString(1)));
        });
    return names.stream().limit(CHUNK).toList();
  }

  private List<FoundTrack> walked(List<DayName> days, List<String> tracks) {
    Map<String, TrackWalk> walks = new LinkedHashMap<>();
    tracks.forEach(track -> walks.put(track, new TrackWalk(track, query.where())));
    if (!tracks.isEmpty()) {
      each(days, lease -> walk(lease, tracks, walks));
    }
    List<FoundTrack> found = new ArrayList<>();
    for (TrackWalk walk : walks.values()) {
      FoundTrack one = walk.found();
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private void walk(DayFiles.Lease lease, List<String> tracks, Map<String, TrackWalk> walks)
      throws SQLException {
    TrackSql fixes = new TrackSql();
    fixes.add("fix_millis >= ? and fix_millis < ? and ", query.fromMillis(), query.toMillis());
    fixes.addAnyOf("track", tracks);
    if (query.where() != null && OrderedDay.isOne(lease)) {
      fixes.addNearVisits(query, TrackWalk.LONGEST_STEP_MILLIS);
    }
    rows(
        lease,
        "select track, fix_millis, lat, lon from fixes where " + fixes.text() + " order by 1, 2",
        fixes,
        row -> {
          Position at = new Position(row.getDouble(3), row.getDouble(4));
          walks.get(row.getString(1)).step(row.getLong(2), at);
        });
    if (DayFile.hasTable(lease, "crafts")) {
      TrackSql crafts = new TrackSql().addAnyOf("track", tracks);
      rows(
          lease,
          Crafts.SELECT + " where " + crafts.text() + " order by seq",
          crafts,
          row -> walks.get(row.getString(1)).is(Crafts.read(row, 1)));
    }
  }

  /** What is done with a file. */
  private interface Reading {
    void read(DayFiles.Lease lease) throws SQLException;
  }

  /** What is done with a row. */
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** A file that cannot be read is named, and the others are read. */
  private void each(List<DayName> days, Reading reading) {
    for (DayName name : days) {
      try {
        DayFiles.Lease lease = opened(name);
        if (DayFile.hasTables(lease)) {
          reading.read(lease);
        }
      } catch (SQLException e) {
        unreadable(name, e);
      }
    }
  }

  private void unreadable(DayName name, SQLException why) {
    problems.add(name.name() + " cannot be read: " + RecordEnd.reason(why));
  }

  private DayFiles.Lease opened(DayName name) throws SQLException {
    DayFiles.Lease lease = open.get(name);
    if (lease == null) {
      lease = files.forAsking(name.path());
      open.put(name, lease);
    }
    return lease;
  }

  @Override
  public void close() {
    for (Map.Entry<DayName, DayFiles.Lease> each : open.entrySet()) {
      try {
        each.getValue().close();
      } catch (SQLException e) {
        problems.add(each.getKey().name() + " cannot be closed: " + RecordEnd.reason(e));
      }
    }
    open.clear();
  }

  private static void rows(DayFiles.Lease lease, String select, TrackSql values, RowTaker taker)
      throws SQLException {
    try (PreparedStatement statement = lease.connection().prepareStatement(select)) {
      values.fill(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.take(row);
        }
      }
    }
  }
}
