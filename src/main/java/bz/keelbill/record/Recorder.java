package bz.keelbill.record;

import bz.keelbill.report.Line;
import bz.keelbill.track.Identity;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.TrackState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Records everything that reaches a watch, in the order in which it applies it, and what came of
 * it: one DuckDB file per day of UTC.
 *
 * <p>{@link #line}, {@link #tick}, {@link #order} and {@link #change} are called from the watch's
 * thread and never wait; a thread of the recorder's own writes twice a second. The other methods
 * are for any thread. While the disk fails the watch goes on, rows gather in memory up to a bound,
 * and {@link #state} says so.
 */
public final class Recorder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
  private static final long DAY_MILLIS = 86_400_000;
  private static final long CLOSE_MILLIS = 8_000;
  private static final long DROPS_TOLD_MILLIS = 60_000;
  private static final long RECORDED_FOR_SURE_MILLIS = 10_000;

  /**
   * How the recorder fares.
   *
   * @param rows written since the start
   * @param waiting rows in memory
   * @param lagSeconds the age of the oldest of them
   * @param lost rows that were dropped because the memory for them was full
   * @param file the day file that is being written
   * @param degraded why rows do not reach the disk, one sentence; null if all is well
   */
  public record State(
      long rows, int waiting, double lagSeconds, long lost, String file, String degraded) {}

  /** What was last recorded of a track. */
  private static final class Told {
    private long fixMillis = Long.MIN_VALUE;
    private long day;
    private Identity identity;
    private List<String> contacts;
    private Craft craft;
  }

  private final LongSupplier clock;
  private final DayFiles files;
  private final RowQueue queue;
  private final RecordWriter writer;
  private final Thread thread;
  private final RecordEnd end;
  private final Map<Long, Told> told = new HashMap<>();
  private long lastSeq;

  /**
   * Opens a record, going on where it ended.
   *
   * @param settings where and how
   * @param clock our clock, Unix milliseconds: it says which day it is
   * @param audit takes notes of faults, deletions and seals, as {@code journal::append}; called by
   *     threads of the recorder's
   * @throws IOException if the directory cannot be used
   */
  public static Recorder open(
      RecordSettings settings, LongSupplier clock, Consumer<JournalEntry> audit)
      throws IOException {
    Files.createDirectories(settings.dir());
    Files.createDirectories(settings.tempDir());
    DayFiles files = new DayFiles(settings);
    DayFiles.Lease held = hold(files, DayName.dayOf(clock.getAsLong()));
    return new Recorder(files, clock, audit, RecordEnd.find(files), held);
  }

  /**
   * Opens the file that will be gone on with once for all, those who read it at the start and the
   * writer: each opening of one whose program was killed goes through DuckDB's log, and one that is
   * open for reading alone cannot be written.
   */
  private static DayFiles.Lease hold(DayFiles files, LocalDate today) throws IOException {
    DayName last = null;
    for (DayName name : DayName.in(files.settings().dir())) {
      last = name.day().equals(today) && !Seal.isSealed(name.path()) ? name : last;
    }
    try {
      return last == null ? null : files.forWriting(last.path());
    } catch (SQLException told) {
      LOG.log(Level.DEBUG, "{0} cannot be opened: {1}", last.name(), RecordEnd.reason(told));
      return null;
    }
  }

  /**
   * Unpacks and loads the database's own code, 70 MB, before it is needed. What goes wrong goes
   * wrong again, and is told, when it is.
   */
  public static void prepare() {
    try {
      DayFiles.load();
    } catch (SQLException | LinkageError later) {
      LOG.log(Level.DEBUG, "the database is not ready: {0}", later.toString());
    }
  }

  private Recorder(
      DayFiles files,
      LongSupplier clock,
      Consumer<JournalEntry> audit,
      RecordEnd end,
      DayFiles.Lease held) {
    this.clock = clock;
    this.files = files;
    this.end = end;
    lastSeq = end.lastSeq();
    queue = new RowQueue(files.settings().queueRows());
    writer = new RecordWriter(files, queue, new RecordWriter.Beginning(end, held), audit);
    thread = new Thread(writer, "recorder");
    thread.setDaemon(true);
    thread.start();
  }

  /** A line that the watch is about to hear, decoded or refused. */
  public void line(Line line) {
    add(new Recorded.OfLine(++lastSeq, clock.getAsLong(), line), false);
  }

  /** The watch is about to be advanced. */
  public void tick(long tickMillis) {
    add(new Recorded.OfTick(++lastSeq, clock.getAsLong(), tickMillis), false);
  }

  /** The watch is about to carry out an order from the journal. */
  public void order(Journalled given) {
    JournalEntry.OfOrder order = (JournalEntry.OfOrder) given.entry();
    add(new Recorded.OfOrder(++lastSeq, clock.getAsLong(), given.seq(), order.order()), true);
  }

  /**
   * Records the orders that the journal has and the record lost when the power went.
   *
   * @param orders all orders of the journal
   */
  public void ordersLost(List<GivenOrder> orders) {
    for (GivenOrder given : orders) {
      boolean late = given.atMillis() > end.lastAtMillis() - RECORDED_FOR_SURE_MILLIS;
      if (end.lastSeq() > 0
          && late
          && given.seq() > end.lastJournalSeq()
          && given.order() != null) {
        order(given.journalled());
      }
    }
  }

  /** Something changed in the watch: new positions and alerts are recorded for questions later. */
  public void change(Change change) {
    if (change instanceof Change.TrackChanged moved) {
      fix(moved.track());
    } else if (change instanceof Change.TrackGone gone) {
      told.remove(gone.serial());
    } else if (change instanceof Change.AlertChanged changed) {
      queue.add(new Row.OfAlert(lastSeq, clock.getAsLong(), changed.what(), changed.alert()), true);
    }
  }

  private void fix(TrackState track) {
    TrackState.Place place = track.place();
    // Before the first entry the watch is hearing again what is recorded already.
    if (place.position() == null || lastSeq <= end.lastSeq()) {
      return;
    }
    Told last = told.computeIfAbsent(track.serial(), serial -> new Told());
    long now = clock.getAsLong();
    craft(track, last, now);
    if (last.fixMillis < place.atMillis()) {
      last.fixMillis = place.atMillis();
      queue.add(new Row.OfFix(lastSeq, now, track), false);
    }
  }

  /** Who it is, once a day and whenever that changes: each day is searched by itself. */
  private void craft(TrackState track, Told last, long now) {
    long day = Math.floorDiv(now, DAY_MILLIS);
    boolean same = last.identity == track.identity() && last.contacts.equals(track.contacts());
    if (same && last.day == day) {
      return;
    }
    Craft craft = Craft.of(track);
    if (last.day != day || !craft.equals(last.craft)) {
      queue.add(new Row.OfCraft(lastSeq, now, craft), false);
    }
    last.day = day;
    last.identity = track.identity();
    last.contacts = track.contacts();
    last.craft = craft;
  }

  private void add(Recorded recorded, boolean always) {
    queue.add(new Row.OfSequence(recorded), always);
  }

  /**
   * When the last entry before this start was recorded; {@code Long.MIN_VALUE} if there is none.
   */
  public long endedAtMillis() {
    return end.lastAtMillis();
  }

  /**
   * How long the last line before this start had waited for the watch: what came after it had
   * waited about as long when the watch ended.
   */
  public long endedLagMillis() {
    return Math.max(0, end.lastLagMillis());
  }

  /** What could not be read at this start, a sentence each. */
  public List<String> problems() {
    return end.problems();
  }

  /** The last entry before this start; 0 if there is none. */
  public long endedAtSeq() {
    return end.lastSeq();
  }

  /** The last entry that was given to it; on the watch's thread. */
  public long lastSeq() {
    return lastSeq;
  }

  /** Every entry up to this one is on the disk. */
  public long writtenSeq() {
    return writer.writtenSeq();
  }

  /** What is recorded, the open day included. */
  public Recordings recordings() {
    return new Recordings(files);
  }

  /**
   * Whether more lines should wait before they are taken, because the disk is slower than they
   * come. Not while writing fails: then nothing would be gained by waiting.
   */
  public boolean isBehind() {
    return queue.size() > files.settings().queueRows() / 2 && writer.degraded() == null;
  }

  /** How it fares. */
  public State state() {
    int waiting = queue.size();
    long oldest = Math.min(writer.oldestInHandMillis(), queue.oldestAtMillis());
    double lag = oldest == Long.MAX_VALUE ? 0 : (clock.getAsLong() - oldest) / 1000.0;
    String degraded = writer.degraded();
    if (degraded == null && lag > 5) {
      degraded = "the record is " + Math.round(lag) + " s behind";
    }
    if (degraded == null && clock.getAsLong() - queue.droppedAtMillis() < DROPS_TOLD_MILLIS) {
      degraded = queue.dropped() + " rows could not be kept";
    }
    return new State(
        writer.rowsWritten(),
        waiting,
        Math.max(0, lag),
        queue.dropped(),
        writer.fileName(),
        degraded);
  }

  /**
   * Shows the figures as {@code keelbill_record_rows_total}, {@code
   * keelbill_record_lost_rows_total} and {@code keelbill_record_lag_seconds}.
   */
  public void measure(MeterRegistry meters) {
    FunctionCounter.builder("keelbill.record.rows", this, recorder -> recorder.state().rows())
        .description("Rows written to the record")
        .register(meters);
    FunctionCounter.builder("keelbill.record.lost.rows", this, recorder -> recorder.state().lost())
        .description("Rows dropped because the memory for them was full")
        .register(meters);
    Gauge.builder("keelbill.record.lag", this, recorder -> recorder.state().lagSeconds())
        .description("Age of the oldest row that is not yet on disk")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Writes what has gathered and closes the day; waits eight seconds at most. */
  @Override
  public void close() {
    queue.close();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
