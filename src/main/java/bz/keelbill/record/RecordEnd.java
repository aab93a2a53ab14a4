package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the record ended when the program stopped.
 *
 * @param lastSeq of the last entry; 0 if there is none
 * @param lastAtMillis when it was applied, Unix milliseconds; {@code Long.MIN_VALUE} if there is
 *     none
 * @param lastLagMillis how long the last line had waited for that
 * @param lastJournalSeq of the last order recorded lately; 0 if there is none
 * @param file the file that holds it and may be gone on with, or null
 * @param head the last batch of the chain
 * @param problems what cannot be read, a sentence each
 */
record RecordEnd(
    long lastSeq,
    long lastAtMillis,
    long lastLagMillis,
    long lastJournalSeq,
    DayName file,
    BatchHash.Head head,
    List<String> problems) {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
  private static final RecordEnd NOTHING =
      new RecordEnd(0, Long.MIN_VALUE, 0, 0, null, BatchHash.Head.NONE, List.of());
  private static final int FILES_LOOKED_AT = 2;

  /** So many numbers are left free for a file that cannot be read now. */
  private static final long UNREADABLE_SPAN = 1_000_000_000L;

  /**
   * Looks at the newest files by name and by time of writing: a wrong clock may have named them.
   */
  static RecordEnd find(DayFiles files) throws IOException {
    RecordEnd end = NOTHING;
    List<String> problems = new ArrayList<>();
    for (DayName name : newest(DayName.in(files.settings().dir()))) {
      try {
        RecordEnd found = of(files, name);
        long journalSeq = Math.max(end.lastJournalSeq, found.lastJournalSeq);
        BatchHash.Head head = found.head.batch() > end.head.batch() ? found.head : end.head;
        end = (found.lastSeq > end.lastSeq ? found : end).with(journalSeq, head);
      } catch (SQLException e) {
        problems.add(name.name() + " cannot be read: " + reason(e));
      }
    }
    problems.forEach(problem -> LOG.log(Level.ERROR, problem));
    return problems.isEmpty() ? end : end.after(UNREADABLE_SPAN, problems);
  }

  private static Set<DayName> newest(List<DayName> names) {
    Set<DayName> newest = new LinkedHashSet<>();
    newest.addAll(names.subList(Math.max(0, names.size() - FILES_LOOKED_AT), names.size()));
    names.stream()
        .sorted(Comparator.comparingLong(RecordEnd::writtenAt).reversed())
        .limit(FILES_LOOKED_AT)
        .forEach(newest::add);
    return newest;
  }

  private static long writtenAt(DayName name) {
    try {
      return Files.getLastModifiedTime(name.path()).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static RecordEnd of(DayFiles files, DayName name) throws SQLException {
    try (DayFiles.Lease lease = files.forReading(name.path())) {
      return DayFile.hasTables(lease) ? of(lease, name) : NOTHING;
    }
  }

  private static RecordEnd of(DayFiles.Lease lease, DayName name) throws SQLException {
    // Before the next question: a connection gives the rows of one at a time.
    BatchHash.Head head = head(lease);
    try (Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(max(seq), 0), coalesce(max(at_millis), -9223372036854775808),"
                    + " (select coalesce(max(journal_seq), 0) from orders), (select"
                    + " coalesce(arg_max(at_millis - received_millis, seq), 0) from lines) from"
                    + " (select seq, at_millis from lines union all select seq, at_millis from"
                    + " ticks union all select seq, at_millis from orders)")) {
      row.next();
      boolean chained = head != null;
      return new RecordEnd(
          row.getLong(1),
          row.getLong(2),
          row.getLong(4),
          row.getLong(3),
          chained && !Seal.isSealed(name.path()) ? name : null,
          chained ? head : BatchHash.Head.NONE,
          List.of());
    }
  }

  /** The last batch of a file; null if it was written by a version that knew no batches. */
  private static BatchHash.Head head(DayFiles.Lease lease) throws SQLException {
    if (!DayFile.hasTable(lease, "batches")) {
      return null;
    }
    try (Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery("select batch, hash from batches order by batch desc limit 1")) {
      return row.next()
          ? new BatchHash.Head(row.getLong(1), row.getString(2))
          : BatchHash.Head.NONE;
    }
  }

  private RecordEnd with(long journalSeq, BatchHash.Head last) {
    return new RecordEnd(lastSeq, lastAtMillis, lastLagMillis, journalSeq, file, last, problems);
  }

  private RecordEnd after(long span, List<String> why) {
    BatchHash.Head beyond = new BatchHash.Head(head.batch() + span, head.hash());
    return new RecordEnd(
        lastSeq + span,
        lastAtMillis,
        lastLagMillis,
        lastJournalSeq,
        null,
        beyond,
        List.copyOf(why));
  }

  /** What DuckDB says, in one line. */
  static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(e.toString());
  }
}
