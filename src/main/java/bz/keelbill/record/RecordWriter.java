package bz.keelbill.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The recorder's thread: each half second writes what has gathered, a day into its file. A file
 * that fails is left as it is, and another is begun.
 *
 * <p>The figures are for any thread.
 */
final class RecordWriter implements Runnable {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

  /** With the time that writing takes twice, a kill then costs no more than a second. */
  private static final long BATCH_MILLIS = 500;

  private static final long TRY_AGAIN_MILLIS = 4_000;

  private final DayFiles files;
  private final RowQueue queue;
  private final RecordUpkeep upkeep;
  private final Consumer<JournalEntry> audit;
  private DayFiles.Lease held;
  private DayName goOnIn;
  private BatchHash.Head head;
  private DayFile file;
  private List<Row> inHand = List.of();

  private volatile String degraded;
  private volatile long rowsWritten;
  private volatile long writtenSeq;
  private volatile long oldestInHandMillis = Long.MAX_VALUE;
  private volatile String fileName = "";

  /**
   * Where it begins.
   *
   * @param held keeps a file open until it writes; null if none is to be
   */
  record Beginning(RecordEnd end, DayFiles.Lease held) {}

  RecordWriter(DayFiles files, RowQueue queue, Beginning beginning, Consumer<JournalEntry> audit) {
    this.files = files;
    this.queue = queue;
    this.held = beginning.held();
    this.goOnIn = beginning.end().file();
    this.head = beginning.end().head();
    this.writtenSeq = beginning.end().lastSeq();
    this.audit = audit;
    this.upkeep = new RecordUpkeep(files, audit);
  }

  String degraded() {
    return degraded;
  }

  long rowsWritten() {
    return rowsWritten;
  }

  /** Everything up to this entry is on the disk. */
  long writtenSeq() {
    return writtenSeq;
  }

  long oldestInHandMillis() {
    return oldestInHandMillis;
  }

  String fileName() {
    return fileName;
  }

  @Override
  public void run() {
    load();
    while (!queue.isClosed()) {
      step();
    }
    inHand = new ArrayList<>(inHand);
    inHand.addAll(queue.take(0));
    if (!writeInHand()) {
      LOG.log(Level.ERROR, "{0} rows of the record were never written", inHand.size());
    }
    closeFile();
    letGo();
    upkeep.close();
  }

  private void load() {
    try {
      DayFiles.load();
    } catch (SQLException | LinkageError unusable) {
      LOG.log(Level.ERROR, "the database of the record cannot be loaded: {0}", unusable.toString());
    }
  }

  private void step() {
    if (inHand.isEmpty()) {
      inHand = queue.take(BATCH_MILLIS);
    } else {
      queue.rest(TRY_AGAIN_MILLIS);
    }
    writeInHand();
  }

  /** Whether nothing is left in hand. */
  private boolean writeInHand() {
    while (!inHand.isEmpty()) {
      oldestInHandMillis = inHand.get(0).atMillis();
      List<Row> day = inHand.subList(0, endOfDay(inHand));
      if (!write(day)) {
        return false;
      }
      rowsWritten += day.size();
      writtenSeq = Math.max(writtenSeq, day.get(day.size() - 1).seq());
      inHand = inHand.subList(day.size(), inHand.size());
    }
    inHand = List.of();
    oldestInHandMillis = Long.MAX_VALUE;
    return true;
  }

  private static int endOfDay(List<Row> rows) {
    LocalDate day = DayName.dayOf(rows.get(0).atMillis());
    int end = 1;
    while (end < rows.size() && DayName.dayOf(rows.get(end).atMillis()).equals(day)) {
      end++;
    }
    return end;
  }

  /** One failure costs a file, not a row: another file is begun at once. */
  private boolean write(List<Row> rows) {
    boolean wasDegraded = degraded != null;
    if (!tryToWrite(rows) && (wasDegraded || !tryToWrite(rows))) {
      return false;
    }
    if (degraded != null) {
      LOG.log(Level.INFO, "The record is written again, in {0}", fileName);
      audit.accept(new JournalEntry.OfNote("recording", "recording again in " + fileName));
    }
    degraded = null;
    return true;
  }

  private boolean tryToWrite(List<Row> rows) {
    try {
      DayFile today = fileFor(DayName.dayOf(rows.get(0).atMillis()));
      today.write(rows);
      head = today.head();
      upkeep.written(today, rows.get(0).atMillis());
      return true;
    } catch (SQLException | IOException | RuntimeException | LinkageError e) {
      setAside(e);
      return false;
    }
  }

  private DayFile fileFor(LocalDate day) throws SQLException, IOException {
    if (file != null && !file.name().day().equals(day)) {
      closeFile();
    }
    if (file == null) {
      Files.createDirectories(files.settings().dir());
      boolean goesOn = goOnIn != null && goOnIn.day().equals(day);
      DayName name = goesOn ? goOnIn : DayName.free(files.settings().dir(), day);
      goOnIn = null;
      file = opened(name, goesOn);
      letGo();
      fileName = name.name();
      upkeep.begun(day);
    }
    return file;
  }

  /** The writer has a file of its own now. */
  private void letGo() {
    try {
      if (held != null) {
        held.close();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "Letting go a day file: {0}", RecordEnd.reason(e));
    }
    held = null;
  }

  private DayFile opened(DayName name, boolean goesOn) throws SQLException {
    try {
      return DayFile.open(files, name, head);
    } catch (SQLException | RuntimeException | LinkageError e) {
      if (!goesOn) {
        delete(name);
      }
      throw e;
    }
  }

  private void setAside(Throwable cause) {
    String reason = RecordEnd.reason(cause);
    String name = file == null ? "a new file" : file.name().name();
    if (degraded == null) {
      LOG.log(Level.ERROR, "The record cannot be written to {0}: {1}", name, reason);
      audit.accept(new JournalEntry.OfNote("recording-failed", name + ": " + reason));
    }
    degraded = "the record cannot be written: " + reason;
    DayFile failed = file;
    closeFile();
    if (failed != null && failed.isNew() && !failed.holdsRows()) {
      delete(failed.name());
    }
  }

  private void closeFile() {
    DayFile closing = file;
    file = null;
    if (closing == null) {
      return;
    }
    try {
      closing.close();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "Closing {0}: {1}", closing.name().name(), RecordEnd.reason(e));
    }
  }

  /** Takes away a file that never held anything. */
  private static void delete(DayName name) {
    try {
      Files.deleteIfExists(name.path());
      Files.deleteIfExists(name.logPath());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} stays, although it is empty", name.name());
    }
  }
}
