package bz.keelbill.record;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads crafts out of day files. */
final class Crafts {
  static final String COLUMNS =
      "contacts, domain, name, mmsi, imo, callsign, icao_address, registration";
  static final String SELECT = "select track, " + COLUMNS + " from crafts";

  private Crafts() {}

  /**
   * The craft of a row.
   *
   * @param first the column of the track; {@link #COLUMNS} follow it
   */
  static Craft read(ResultSet row, int first) throws SQLException {
    return new Craft(
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        number(row, first + 4),
        number(row, first + 5),
        row.getString(first + 6),
        row.getString(first + 7),
        row.getString(first + 8));
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
