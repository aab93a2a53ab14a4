package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointFiles;
import bz.keelbill.record.Journal;
import bz.keelbill.record.JournalContents;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.PastCheckpoints;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.RecordedDay;
import bz.keelbill.record.Recorder;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.Restart;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.takeout.Evidence;
import bz.keelbill.takeout.Rerun;
import bz.keelbill.takeout.Takeout;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import bz.keelbill.web.AlertLog;
import bz.keelbill.web.Handovers;
import bz.keelbill.web.WatchDesk;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The ledger on disk: the journal of orders and alerts, and the record of lines and ticks. */
final class RecordLedger implements Ledger {
  /** The folder of checkpoints beside the record. */
  static final String CHECKPOINTS = "checkpoints";

  private static final int ALERTS_AT_HAND = 100;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long FOUND_TOLD_MILLIS = 30 * MINUTE_MILLIS;

  private final Journal journal;
  private final Recorder recorder;
  private final PastCheckpoints past;
  private final Context thread;
  private final LongSupplier clock;
  private long lastOrderSeq;
  private volatile List<String> found = List.of();
  private volatile long foundToldUntilMillis;

  private RecordLedger(
      Journal journal,
      Recorder recorder,
      PastCheckpoints past,
      Context thread,
      LongSupplier clock) {
    this.journal = journal;
    this.recorder = recorder;
    this.past = past;
    this.thread = thread;
    this.clock = clock;
  }

  /**
   * Reads what the journal holds, which may be much, and opens nothing: on a worker.
   *
   * @return null if there is no journal yet
   * @throws IOException if it cannot be listed
   */
  static JournalContents ahead(Config.Record config) throws IOException {
    return JournalContents.of(journal(config));
  }

  private static Path journal(Config.Record config) {
    return config.dir().resolve("journal");
  }

  /**
   * Opens journal and record, going on where they ended. Reads files: on a worker.
   *
   * @param ahead what the journal held a moment ago; null if that is not known
   * @throws IOException if the folder cannot be used
   */
  static RecordLedger open(
      Config.Record config,
      JournalContents ahead,
      Context thread,
      LongSupplier clock,
      MeterRegistry metrics)
      throws IOException {
    Path dir = config.dir();
    Journal journal = Journal.open(journal(config), clock, ahead);
    try {
      RecordSettings settings =
          RecordSettings.in(dir.resolve("days"))
              .withCheckpoints(dir.resolve(CHECKPOINTS))
              .keeping(config.keepDays(), config.keepBytes());
      Recorder recorder = Recorder.open(settings, clock, journal::append);
      recorder.measure(metrics);
      PastCheckpoints past = new PastCheckpoints(settings.checkpointsDir(), config.keepDays());
      return new RecordLedger(journal, recorder, past, thread, clock);
    } catch (IOException | RuntimeException failed) {
      journal.close();
      throw failed;
    }
  }

  /** Brings a new watch to where the one before it stopped. Reads files: on a worker. */
  Restart.Outcome restart(
      Supplier<Watch> fresh,
      Function<String, Decoder> decoders,
      CheckpointFiles checkpoints,
      int minutes)
      throws IOException {
    Restart.Outcome outcome =
        new Restart(fresh, journal, recorder, decoders)
            .run(checkpoints, clock.getAsLong(), minutes * MINUTE_MILLIS);
    journal.givenOrders().forEach(given -> lastOrderSeq = given.seq());
    return outcome;
  }

  /**
   * A memory of the watch at this point of journal and record; on the watch's thread.
   *
   * @param isLast whether nothing comes after it
   */
  Checkpoint checkpoint(byte[] image, boolean isLast) {
    return new Checkpoint(
        clock.getAsLong(), recorder.lastSeq(), lastOrderSeq, journal.epoch(), isLast, image);
  }

  /** Keeps one for replays that begin in its hour; writes a file: on a worker. */
  void keep(Checkpoint checkpoint) throws IOException {
    past.keep(checkpoint);
  }

  /** Every entry of the record up to this one is on the disk. */
  long writtenSeq() {
    return recorder.writtenSeq();
  }

  /**
   * Says what the restart could not read, and of which time nothing is recorded: for a while where
   * troubles are told, for ever in the journal.
   *
   * @param gap null if there is no such time
   */
  void tell(List<String> problems, Restart.Gap gap) {
    List<String> all = new ArrayList<>(problems);
    all.forEach(problem -> journal.append(new JournalEntry.OfNote("restart", problem)));
    if (gap != null) {
      all.add(told(gap));
    }
    found = List.copyOf(all);
    foundToldUntilMillis = clock.getAsLong() + FOUND_TOLD_MILLIS;
  }

  private String told(Restart.Gap gap) {
    Instant from = Instant.ofEpochMilli(gap.fromMillis());
    Instant to = Instant.ofEpochMilli(clock.getAsLong());
    String what =
        gap.wasStopped()
            ? "nothing was heard from %s to %s: the watch was stopped"
            : "positions from %s to %s are lost: the watch was cut off";
    String text = what.formatted(from, to);
    journal.append(new JournalEntry.OfNote(gap.wasStopped() ? "not-heard" : "lost", text));
    return text;
  }

  @Override
  public void lines(List<Line> lines) {
    lines.forEach(recorder::line);
  }

  @Override
  public void tick(long atMillis) {
    recorder.tick(atMillis);
  }

  @Override
  public void change(Change change) {
    recorder.change(change);
  }

  @Override
  public Future<Void> order(Order order) {
    return appended(new JournalEntry.OfOrder(order))
        .onSuccess(
            given -> {
              recorder.order(given);
              lastOrderSeq = given.seq();
            })
        .mapEmpty();
  }

  @Override
  public Future<Long> alert(What what, Alert alert) {
    return appended(new JournalEntry.OfAlert(what, alert)).map(Journalled::alertSeq);
  }

  /** Writes what a person did that is no order. */
  Future<Void> note(String person, String what, String text) {
    return appended(new JournalEntry.OfNote(person, what, text)).mapEmpty();
  }

  private Future<Journalled> appended(JournalEntry entry) {
    Promise<Journalled> promise = Promise.promise();
    journal
        .append(entry)
        .whenComplete(
            (done, failure) ->
                thread.runOnContext(
                    go -> {
                      if (failure == null) {
                        promise.complete(done);
                      } else {
                        promise.fail(new WatchDesk.Refused("not recorded: " + reason(failure)));
                      }
                    }));
    return promise.future();
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage();
  }

  /**
   * The alerts channel as it was left, with the newest messages, which are at hand: all that
   * somebody has missed who stood by until the end.
   */
  AlertLog alertLog() {
    AlertLog log = new AlertLog(journal.epoch(), journal.state().lastAlertSeq());
    log.addPast(told(journal.alertsAtHand(ALERTS_AT_HAND)));
    return log;
  }

  /** The messages of before, as many as are kept, the oldest first. Reads files: on a worker. */
  List<AlertLog.Entry> pastAlerts() {
    return told(journal.newestAlerts(AlertLog.KEPT));
  }

  private static List<AlertLog.Entry> told(List<Journalled> alerts) {
    return alerts.stream()
        .filter(given -> given.entry() instanceof JournalEntry.OfAlert)
        .map(RecordLedger::told)
        .toList();
  }

  private static AlertLog.Entry told(Journalled given) {
    Alert alert = ((JournalEntry.OfAlert) given.entry()).alert();
    return new AlertLog.Entry(given.alertSeq(), AlertJson.forClients(alert));
  }

  /** The alerts that the page starts with: those closed lately, then the open ones. */
  List<Alert> alerts() {
    List<Alert> all = new ArrayList<>(journal.closedAlerts());
    all.addAll(journal.openAlerts());
    return all;
  }

  /** The record as replays and back-tests hear it again. */
  RecordedScripts scripts(Setup setup, Function<String, Decoder> decoders) {
    return new RecordedScripts(journal, recorder.recordings(), past, setup, decoders);
  }

  /** When recording ended before this start; {@code Long.MIN_VALUE} if it had never begun. */
  long endedAtMillis() {
    return recorder.endedAtMillis();
  }

  /** Whether the record is too far behind to take more lines now. */
  boolean isBehind() {
    return recorder.isBehind();
  }

  /** What is wrong with the record, in sentences. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    if (journal.state().degraded() != null) {
      troubles.add("journal degraded: " + journal.state().degraded());
    }
    journal.state().defects().forEach(defect -> troubles.add("journal damaged: " + defect));
    if (recorder.state().degraded() != null) {
      troubles.add("recording degraded: " + recorder.state().degraded());
    }
    if (clock.getAsLong() < foundToldUntilMillis) {
      troubles.addAll(found);
    }
    return troubles;
  }

  /** The watch that was offered and not taken yet when the journal was left, offered anew. */
  void recall(Handovers handovers) {
    Journalled given = journal.newestNote(Handovers.WORDS);
    if (given != null && given.entry() instanceof JournalEntry.OfNote note) {
      handovers.recall(note.what(), note.person(), given.atMillis(), note.text());
    }
  }

  /** The newest entries of the journal. Reads files: on a worker. */
  List<WatchDesk.AuditEntry> audit(int limit) {
    return journal.newest(limit, Long.MAX_VALUE).stream().map(AuditText::of).toList();
  }

  /** What is recorded. Reads files: on a worker. */
  List<WatchDesk.RecordedDay> recordings() throws IOException {
    return recorder.recordings().days().stream().map(RecordLedger::onDesk).toList();
  }

  private static WatchDesk.RecordedDay onDesk(RecordedDay day) {
    return new WatchDesk.RecordedDay(
        day.day().toString(),
        day.holdsAny() ? day.fromMillis() : null,
        day.holdsAny() ? day.toMillis() : null,
        day.lines(),
        day.bytes(),
        day.problem());
  }

  /**
   * Takes tracks and evidence out of the record, the open day included.
   *
   * @param rerun plays it again under the configuration
   * @param setupFiles the files of the configuration
   */
  Takeout takeout(Rerun rerun, Map<String, Path> setupFiles) {
    Recordings recordings = recorder.recordings();
    return new Takeout(
        recordings,
        new Evidence(recordings, journal.dir(), rerun, setupFiles),
        (word, text) -> journal.append(new JournalEntry.OfNote(word, text)));
  }

  /** Writes what has gathered and closes. */
  void close() {
    recorder.close();
    journal.close();
  }
}
