package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.duckdb.DuckDBConnection;

/**
 * The day files that are open in this process. DuckDB locks a file for one process and opens it
 * once within it, so all who want the same file share it here: the recorder and any number of
 * readers, each with a connection of its own. Safe for any thread.
 */
final class DayFiles {
  private static final System.Logger LOG = System.getLogger(DayFiles.class.getName());
  private static final long DAY_MILLIS = 86_400_000;

  /** Whoever asks of a day asks again, and to open a file takes longer than to ask it. */
  private static final long RESTS_NANOS = 60_000_000_000L;

  /** Each jump of a day's replay asks two days and their neighbours. */
  private static final int MOST_RESTING = 4;

  private static final int RESTING_MEGABYTES = 64;

  private final RecordSettings settings;
  private final FixTimes fixTimes = new FixTimes();

  /** Of those that rest, the one that has rested longest comes first. */
  private final Map<Path, Shared> open = new LinkedHashMap<>();

  private static final class Shared {
    private final DuckDBConnection root;
    private final FileStamp sealed;
    private Set<String> tables;
    private int leases;
    private boolean isAsked;
    private long restsSinceNanos;

    private Shared(DuckDBConnection root, FileStamp sealed) {
      this.root = root;
      this.sealed = sealed;
    }

    private void allow(int megabytes) throws SQLException {
      try (Statement statement = root.createStatement()) {
        statement.execute("set memory_limit = '" + megabytes + "MB'");
      }
    }
  }

  /** One user's connection to a file. */
  final class Lease implements AutoCloseable {
    private final Path path;
    private final DuckDBConnection connection;
    private Set<String> tables;
    private boolean closed;

    private Lease(Path path, DuckDBConnection connection, Set<String> knownTables) {
      this.path = path;
      this.connection = connection;
      this.tables = knownTables;
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

  /** The same for a question: a sealed file then stays open for a while, for the next one. */
  synchronized Lease forAsking(Path path) throws SQLException {
    Lease lease = lease(path, true);
    open.get(path).isAsked = true;
    return lease;
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

  /**
   * Those of {@link #near} that have fixes of the period, as far as one can tell.
   *
   * @param unreadable hears of a file that cannot be read, and why
   * @throws IOException if the directory cannot be listed
   */
  List<DayName> withFixes(
      long fromMillis, long toMillis, BiConsumer<DayName, SQLException> unreadable)
      throws IOException {
    List<DayName> with = new ArrayList<>();
    for (DayName name : near(fromMillis, toMillis)) {
      try {
        if (fixTimes.mayHold(this, name, fromMillis, toMillis)) {
          with.add(name);
        }
      } catch (SQLException e) {
        unreadable.accept(name, e);
      }
    }
    return with;
  }

  /** Whether somebody has it open. */
  synchronized boolean isOpen(Path path) {
    Shared shared = open.get(path);
    return shared != null && shared.leases > 0;
  }

  private synchronized Lease lease(Path path, boolean readOnly) throws SQLException {
    Shared shared = awakened(path, readOnly);
    if (shared == null) {
      String url = "jdbc:duckdb:" + path;
      FileStamp sealed = readOnly ? FileStamp.ofSealed(path) : null;
      shared =
          new Shared(
              (DuckDBConnection) DriverManager.getConnection(url, options(readOnly)), sealed);
      open.put(path, shared);
    }
    try {
      Lease lease = new Lease(path, shared.root.duplicate(), shared.tables);
      shared.leases++;
      return lease;
    } finally {
      if (shared.leases == 0) {
        close(path);
      }
    }
  }

  /** The file as it is open, also if it rests; null if it is to be opened. */
  private Shared awakened(Path path, boolean readOnly) throws SQLException {
    Shared shared = open.get(path);
    if (shared == null || shared.leases > 0) {
      return shared;
    }
    if (!readOnly || !shared.sealed.equals(FileStamp.ofSealed(path))) {
      close(path);
      return null;
    }
    shared.allow(settings.memoryMegabytes());
    return shared;
  }

  private void close(Path path) throws SQLException {
    open.remove(path).root.close();
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
        rest(lease, shared);
      }
    }
  }

  /** A sealed file that is asked stays open for a while, with little memory; others are closed. */
  private void rest(Lease lease, Shared shared) throws SQLException {
    if (shared.sealed == null || !shared.isAsked) {
      close(lease.path);
      return;
    }
    open.remove(lease.path);
    open.put(lease.path, shared);
    shared.tables = lease.tables;
    shared.restsSinceNanos = System.nanoTime();
    shared.allow(RESTING_MEGABYTES);
    closeResting(MOST_RESTING, Long.MAX_VALUE);
    CompletableFuture.delayedExecutor(RESTS_NANOS, TimeUnit.NANOSECONDS)
        .execute(() -> closeResting(MOST_RESTING, RESTS_NANOS));
  }

  /** Closes those that are too many, and those that have rested for so long. */
  private synchronized void closeResting(int most, long nanos) {
    List<Path> resting = new ArrayList<>();
    open.forEach(
        (path, shared) -> {
          if (shared.leases == 0) {
            resting.add(path);
          }
        });
    long now = System.nanoTime();
    for (int i = 0; i < resting.size(); i++) {
      Path path = resting.get(i);
      if (resting.size() - i > most || now - open.get(path).restsSinceNanos >= nanos) {
        try {
          close(path);
        } catch (SQLException e) {
          LOG.log(Level.WARNING, "Closing {0}: {1}", path, RecordEnd.reason(e));
        }
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
