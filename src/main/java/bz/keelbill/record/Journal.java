package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Orders and alerts, in order, one JSON line each, chained by SHA-256 and on disk before anyone is
 * told that they are.
 *
 * <p>{@link #append} never waits: a thread of the journal's own writes what has gathered and
 * flushes it to disk, one flush for all, and completes the stages from that thread. Everything else
 * may be called from any thread.
 *
 * <p>While the disk fails, {@link #state} says so. Alerts, notes and acknowledgements are then kept
 * in memory, keep their place in the alerts channel, and are written when the disk takes bytes
 * again; other orders are refused. Whoever was told a channel number that a power cut then took
 * from memory holds a number above the last one, and is given everything anew.
 */
public final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final long MAX_FILE_BYTES = 32L << 20;

  /**
   * How the journal fares.
   *
   * @param epoch its random name
   * @param lastSeq of the last entry on disk
   * @param lastAlertSeq of the last alert handed in
   * @param degraded why entries do not reach the disk, one sentence; null if all is well
   * @param waiting entries in memory until the disk takes bytes again
   * @param lost entries that could neither be written nor kept
   * @param defects what was wrong with the files at the start
   */
  public record State(
      String epoch,
      long lastSeq,
      long lastAlertSeq,
      String degraded,
      int waiting,
      long lost,
      List<JournalDefect> defects) {}

  private final Path dir;
  private final JournalLock lock;
  private final JournalIndex index;
  private final JournalArchive archive;
  private final JournalThread thread;
  private final List<JournalDefect> defects;
  private final String epoch;
  private final long begunAtMillis;

  /**
   * Opens a journal, checks every line of it, and begins a new one where there is none.
   *
   * @param dir its directory, made if need be
   * @param clock our clock, Unix milliseconds, for stamps only
   * @throws IOException if the directory cannot be used, or another watch is writing there
   */
  public static Journal open(Path dir, LongSupplier clock) throws IOException {
    return open(dir, clock, null);
  }

  /**
   * The same for a journal that was read ahead.
   *
   * @param ahead what it held a moment ago; null, or not what it holds any more: it is read now
   */
  public static Journal open(Path dir, LongSupplier clock, JournalContents ahead)
      throws IOException {
    return open(dir, clock, ahead, JournalWriter.Disk.REAL, MAX_FILE_BYTES);
  }

  static Journal open(
      Path dir,
      LongSupplier clock,
      JournalContents ahead,
      JournalWriter.Disk disk,
      long maxFileBytes)
      throws IOException {
    Files.createDirectories(dir);
    JournalLock lock = JournalLock.take(dir);
    try {
      boolean isRead = ahead != null && ahead.areStillOf(dir);
      JournalContents contents = isRead ? ahead : JournalContents.of(dir);
      return new Journal(dir, lock, clock, new JournalOpening(dir, contents, disk, maxFileBytes));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Journal(Path dir, JournalLock lock, LongSupplier clock, JournalOpening opening)
      throws IOException {
    this.dir = dir;
    this.lock = lock;
    index = opening.index();
    defects = opening.defects();
    archive = new JournalArchive(dir, index, clock);
    thread = new JournalThread(opening.writer(), index, clock);
    defects.forEach(defect -> LOG.log(Level.ERROR, "The journal is damaged: {0}", defect));
    thread.start();
    begunAtMillis = index.begunAtMillis();
    epoch = index.epoch() == null ? JournalOpening.newEpoch() : index.epoch();
    if (index.epoch() == null) {
      append(new JournalEntry.OfBeginning(epoch));
    }
  }

  /**
   * Hands an entry in; the caller never waits.
   *
   * @return completes, on the journal's thread, when the entry is on disk; at the latest after a
   *     second, with an entry that says that it is not recorded, for one that {@linkplain
   *     JournalEntry#canWait can wait}; with a {@link JournalFailure} for one that cannot be
   *     written and must not take effect
   */
  public CompletionStage<Journalled> append(JournalEntry entry) {
    return thread.append(entry);
  }

  /** How it fares. */
  public State state() {
    return new State(
        epoch,
        thread.lastSeq(),
        thread.lastAlertSeq(),
        thread.degraded(),
        thread.waiting(),
        thread.lost(),
        defects);
  }

  /** The random name under which this journal's numbers are comparable. */
  public String epoch() {
    return epoch;
  }

  /**
   * When it was begun, Unix milliseconds; {@code Long.MIN_VALUE} if that is by this opening, or not
   * known.
   */
  public long begunAtMillis() {
    return begunAtMillis;
  }

  /** Where it is. */
  public Path dir() {
    return dir;
  }

  /**
   * All orders of a journal with their places, the oldest first, read without opening it: another
   * program may be writing there. Damaged lines are left out.
   *
   * @param dir its directory; one that does not exist holds none
   * @throws IOException if it cannot be listed
   */
  public static List<Journalled> ordersIn(Path dir) throws IOException {
    List<Journalled> orders = new ArrayList<>();
    if (Files.isDirectory(dir)) {
      JournalReader.walkLines(
          dir,
          line -> {
            if (line.stub().kind() == JournalEntry.Kind.ORDER) {
              orders.add(line.journalled());
            }
          });
    }
    return orders;
  }

  /**
   * The name of a journal, read without opening it.
   *
   * @param dir its directory
   * @return null if it has none
   * @throws IOException if it cannot be listed
   */
  public static String epochIn(Path dir) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(dir)) {
      JournalReader.walkLines(
          dir,
          line -> {
            if (line.stub().kind() == JournalEntry.Kind.BEGINNING) {
              names.add(((JournalEntry.OfBeginning) line.journalled().entry()).epoch());
            }
          });
    }
    return names.isEmpty() ? null : names.get(0);
  }

  /** All orders, the oldest first. */
  public List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    journalledOrders().forEach(given -> orders.add(((JournalEntry.OfOrder) given.entry()).order()));
    return orders;
  }

  /** All orders with their places, the oldest first, read to their ends. */
  public List<Journalled> journalledOrders() {
    return givenOrders().stream().map(GivenOrder::journalled).filter(Objects::nonNull).toList();
  }

  /** All orders, the oldest first, read no further than they must be. */
  public List<GivenOrder> givenOrders() {
    return index.givenOrders();
  }

  /** The latest state of every alert that is not closed, in the order of their raising. */
  public List<Alert> openAlerts() {
    return index.openAlerts();
  }

  /** Alerts that were closed within the last 24 hours, in the order of their closing. */
  public List<Alert> closedAlerts() {
    return index.closedAlerts();
  }

  /**
   * Acts on alerts that were recorded, and perhaps answered, but whose effect on their alert was
   * not: after a power cut they are to be applied again.
   */
  public List<Order> pendingActs() {
    return index.pendingActs();
  }

  /** The newest note with one of these words; null if there is none. */
  public Journalled newestNote(Set<String> words) {
    return index.newestNote(words);
  }

  /**
   * Gives every alert entry after one, in order, for a client that resumes. May read files: not for
   * an event loop.
   *
   * @param alertSeq the last one that the client has
   * @param each takes them
   * @return the number of the last one given, or {@code alertSeq} if there was none; -1 if the
   *     client must begin anew, because the number was never given out, is more than seven days
   *     old, or entries after it are damaged
   */
  public long alertsAfter(long alertSeq, Consumer<Journalled> each) {
    return archive.alertsAfter(alertSeq, each);
  }

  /** The newest of the alert entries at hand, the oldest first. */
  public List<Journalled> alertsAtHand(int limit) {
    List<Held> held = index.recentAlerts();
    return held.subList(Math.max(0, held.size() - limit), held.size()).stream()
        .map(Held::get)
        .toList();
  }

  /**
   * The newest alert entries that a client may resume after, of the last seven days and up to the
   * first that is damaged, the oldest first. Reads files: not for an event loop.
   */
  public List<Journalled> newestAlerts(int limit) {
    return archive.newestAlerts(limit);
  }

  /**
   * The newest entries, the newest first. May read files: not for an event loop.
   *
   * @param beforeSeq only older ones; {@code Long.MAX_VALUE} for all
   */
  public List<Journalled> newest(int limit, long beforeSeq) {
    return archive.newest(limit, beforeSeq);
  }

  /** Writes what has gathered and stops; waits ten seconds at most. */
  @Override
  public void close() {
    thread.close();
    lock.close();
  }

  /** As a power cut would: what is not on disk is gone. */
  void pullThePlug() {
    thread.die();
    lock.close();
  }
}
