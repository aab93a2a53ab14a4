package bz.keelbill.takeout;

import bz.keelbill.geo.Units;
import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A table of fixes in Parquet. The format has its contents at its end, so DuckDB gathers the rows
 * in a folder of their own first, with bounded memory.
 */
final class ParquetFixes implements TrackFormat.Output {
  private static final String TABLE =
      "create table fixes(time_utc timestamp with time zone, track varchar, domain varchar,"
          + " name varchar, mmsi bigint, imo bigint, callsign varchar, icao_address varchar,"
          + " registration varchar, latitude_degrees double, longitude_degrees double,"
          + " speed_knots double, speed_metres_per_second double, course_degrees double,"
          + " heading_degrees double, altitude_feet double, altitude_metres double,"
          + " station varchar)";
  private static final String STAGE = TABLE.replace("timestamp with time zone", "bigint");

  private final OutputStream out;
  private final Path folder;
  private final DuckDBConnection connection;
  private final DuckDBAppender rows;
  private Craft craft;

  ParquetFixes(OutputStream out, Path tempDir) throws IOException {
    this.out = out;
    Files.createDirectories(tempDir);
    folder = Files.createTempDirectory(tempDir, "parquet");
    try {
      connection = connect(folder);
      rows = connection.createAppender("fixes");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static DuckDBConnection connect(Path folder) throws SQLException {
    Properties options = new Properties();
    options.setProperty("memory_limit", "256MB");
    options.setProperty("threads", "1");
    options.setProperty("temp_directory", folder.toString());
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    DuckDBConnection made =
        (DuckDBConnection)
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("rows.duckdb"), options);
    try (Statement statement = made.createStatement()) {
      statement.execute(STAGE);
    }
    return made;
  }

  @Override
  public void track(Craft next) {
    craft = next;
  }

  @Override
  public void fix(PastFix fix) throws IOException {
    try {
      rows.beginRow().append(fix.atMillis());
      text(craft.track()).text(craft.domain()).text(craft.name());
      number(craft.mmsi()).number(craft.imo());
      text(craft.callsign()).text(craft.icaoAddress()).text(craft.registration());
      rows.append(fix.position().latitude()).append(fix.position().longitude());
      measure(fix.speedKnots()).measure(Units.knotsToMetresPerSecond(fix.speedKnots()));
      measure(fix.courseDegrees()).measure(fix.headingDegrees());
      measure(fix.altitudeFeet()).measure(fix.altitudeFeet() * Units.METRES_PER_FOOT);
      text(fix.station());
      rows.endRow();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private ParquetFixes text(String text) throws SQLException {
    if (text == null) {
      rows.appendNull();
    } else {
      rows.append(text);
    }
    return this;
  }

  private ParquetFixes number(Long number) throws SQLException {
    if (number == null) {
      rows.appendNull();
    } else {
      rows.append((long) number);
    }
    return this;
  }

  private ParquetFixes measure(double value) throws SQLException {
    if (Double.isNaN(value)) {
      rows.appendNull();
    } else {
      rows.append(value);
    }
    return this;
  }

  @Override
  public void end() throws IOException {
    Path file = folder.resolve("fixes.parquet");
    try (Statement statement = connection.createStatement()) {
      rows.close();
      statement.execute(
          "copy (select * replace (make_timestamptz(time_utc * 1000) as time_utc) from fixes)"
              + " to '"
              + file.toString().replace("'", "''")
              + "' (format parquet)");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
    Files.copy(file, out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
