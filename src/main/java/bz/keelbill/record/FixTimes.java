package bz.keelbill.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From when to when the fixes of sealed days are, once one of them has been asked: a question about
 * one day need not open its neighbours. Safe for any thread.
 */
final class FixTimes {
  private final Map<DayName, Times> known = new ConcurrentHashMap<>();

  /** First and last event time; first is after last where there is no fix. */
  private record Times(FileStamp stamp, long firstMillis, long lastMillis) {}

  /** Whether a file may have fixes of a period; reads it at most once. */
  boolean mayHold(DayFiles files, DayName name, long fromMillis, long toMillis)
      throws SQLException {
    FileStamp stamp = FileStamp.ofSealed(name.path());
    if (stamp == null) {
      return true;
    }
    Times times = known.get(name);
    if (times == null || !times.stamp.equals(stamp)) {
      times = read(files, name, stamp);
      known.put(name, times);
    }
    return times.firstMillis < toMillis && times.lastMillis >= fromMillis;
  }

  private static Times read(DayFiles files, DayName name, FileStamp stamp) throws SQLException {
    try (DayFiles.Lease lease = files.forAsking(name.path());
        Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery("select min(fix_millis), max(fix_millis) from fixes")) {
      row.next();
      long first = row.getLong(1);
      return row.wasNull()
          ? new Times(stamp, Long.MAX_VALUE, Long.MIN_VALUE)
          : new Times(stamp, first, row.getLong(2));
    }
  }
}
