package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * The day files that are open in this process. DuckDB locks a file for one process and opens it
 * once within it, so all who want the same file share it here: the recorder and any number of
 * readers, each with a connection of its own. Safe for any thread.
 */
final class DayFiles {
  private static final long DAY_MILLIS = 86_400_000;

  private final RecordSettings settings;
  private final Map<Path, Shared> open = new HashMap<>();

  private static final class Shared {
    private final DuckDBConnection root;
    private int leases;

    private Shared(DuckDBConnection root) {
      this.root = root;
    }
  }

  /** One user's connection to a file. */
  final class Lease implements AutoCloseable {
    private final Path path;
    private final DuckDBConnection connection;
    private Set<String> tables;
    private boolean closed;

    private Lease(Path path, DuckDBConnection connection) {
      this.path = path;
      this.connection = connection;
    }

    DuckDBConnection connection() {
      return connection;
    }

    /** The names of the tables, as they were when they were first asked for. */
    Set<String> tables() throws SQLException {
      if (tables == null) {
        Set<String> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
            ResultSet row =
                statement.executeQuery(
                    "select table_name from duckdb_tables() where not temporary")) {
          while (row.next()) {
            found.add(row.getString(1));
          }
        }
        tables = found;
      }
      return tables;
    }

    @Override
    public void close() throws SQLException {
      giveBack(this);
    }
  }

  DayFiles(RecordSettings settings) {
    this.settings = settings;
  }

  RecordSettings settings() {
    return settings;
  }

  /** A connection for reading, beside the writer if the file is being written by this process. */
  Lease forReading(Path path) throws SQLException {
    return lease(path, true);
  }

  /** A connection for writing; the file is made if need be. */
  Lease forWriting(Path path) throws SQLException {
    return lease(path, false);
  }

  /**
   * The day files that may hold something of a period, by day and part.
   *
   * @throws IOException if the directory cannot be listed
   */
  List<DayName> near(long fromMillis, long toMillis) throws IOException {
    List<DayName> near = new ArrayList<>();
    for (DayName name : DayName.in(settings.dir())) {
      // A day's neighbours too: a report may come late, and a clock that was set may be wrong.
      if (name.endMillis() + DAY_MILLIS > fromMillis
          && name.startMillis() - DAY_MILLIS < toMillis) {
        near.add(name);
      }
    }
    return near;
  }

  /**
   * Unpacks the database's own code, while the disk still has room: what could not be loaded once
   * cannot be loaded until the program starts again.
   */
  static void load() throws SQLException {
    Leftovers.removeFrom(Path.of(System.getProperty("java.io.tmpdir")), System.currentTimeMillis());
    DriverManager.getConnection("jdbc:duckdb:").close();
  }

  /** Whether somebody has it open. */
  synchronized boolean isOpen(Path path) {
    return open.containsKey(path);
  }

  private synchronized Lease lease(Path path, boolean readOnly) throws SQLException {
    Shared shared = open.get(path);
    if (shared == null) {
      String url = "jdbc:duckdb:" + path;
      shared = new Shared((DuckDBConnection) DriverManager.getConnection(url, options(readOnly)));
      open.put(path, shared);
    }
    try {
      Lease lease = new Lease(path, shared.root.duplicate());
      shared.leases++;
      return lease;
    } finally {
      if (shared.leases == 0) {
        open.remove(path);
        shared.root.close();
      }
    }
  }

  private synchronized void giveBack(Lease lease) throws SQLException {
    if (lease.closed) {
      return;
    }
    lease.closed = true;
    Shared shared = open.get(lease.path);
    shared.leases--;
    try {
      lease.connection.close();
    } finally {
      if (shared.leases == 0) {
        open.remove(lease.path);
        shared.root.close();
      }
    }
  }

  private Properties options(boolean readOnly) {
    Properties options = new Properties();
    options.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    options.setProperty("threads", Integer.toString(RecordSettings.THREADS));
    options.setProperty("temp_directory", settings.tempDir().toString());
    // Rows are taken as they come: a day does not fit in memory.
    options.setProperty("jdbc_stream_results", "true");
    // A watch on a box without a network: nothing is ever fetched.
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    if (readOnly) {
      options.setProperty("access_mode", "READ_ONLY");
    }
    return options;
  }
}
