package bz.keelbill.replay;

import bz.keelbill.alert.Alert;
import bz.keelbill.checkpoint.ImageFailure;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointFiles;
import bz.keelbill.record.GivenOrder;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recorder;
import bz.keelbill.record.Recording;
import bz.keelbill.report.Decoder;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings a new watch to where the one before it stopped: it remembers the last checkpoint, and goes
 * over what was recorded after it again, judging as the one before did. So it goes on as if it had
 * never stopped (decision 14).
 *
 * <p>Without a checkpoint that can be used, fences, rules and alerts come from the journal and
 * tracks from the last recorded lines, of which nothing is judged again.
 *
 * <p>Changes that the watch tells meanwhile are to be taken as always; an alert that has run out or
 * that the journal does not know, or an act on one that is made good, is news for the journal.
 */
public final class Restart {
  private static final long LONGEST_BACK_MILLIS = 6 * 3_600_000L;
  private static final long LONGEST_AGAIN_MILLIS = 3_600_000L;

  /** A line that says that it waited longer is dated by another clock. */
  private static final long LONGEST_LAG_MILLIS = 60_000;

  /** Messages in pieces, and positions in two halves, begin so long before at most. */
  private static final long DECODERS_BACK_MILLIS = 3 * 60_000L;

  /**
   * What was brought back.
   *
   * @param orders of fences and rules
   * @param alerts that are open
   * @param acts on alerts that had been answered but not yet written with their alert
   * @param lines heard again
   * @param rememberedAtMillis when the checkpoint was made; {@code Long.MIN_VALUE} if there was
   *     none
   * @param gap in which nothing was recorded; null if this is the first start
   * @param problems what could not be read, a sentence each
   */
  public record Outcome(
      int orders,
      int alerts,
      int acts,
      long lines,
      long rememberedAtMillis,
      Gap gap,
      List<String> problems) {
    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }

    /** All that in a sentence for the log. */
    public String sentence() {
      boolean remembers = rememberedAtMillis != Long.MIN_VALUE;
      return "restart: %d open alerts, %d orders, %s, %d lines heard again, %d s without a record"
          .formatted(
              alerts,
              orders,
              remembers
                  ? "a checkpoint of " + Instant.ofEpochMilli(rememberedAtMillis)
                  : "no checkpoint",
              lines,
              gap == null ? 0 : gap.millis() / 1_000);
    }
  }

  /**
   * A time of which nothing is recorded, in Unix milliseconds of the recorder's clock.
   *
   * @param fromMillis the last moment that is, or the first start of all
   * @param toMillis the restart
   * @param wasStopped whether the watch before was stopped in order: then nothing that it had heard
   *     is lost
   */
  public record Gap(long fromMillis, long toMillis, boolean wasStopped) {
    /** How long; 0 if the clock went back. */
    public long millis() {
      return Math.max(0, toMillis - fromMillis);
    }
  }

  private final Supplier<Watch> fresh;
  private final Journal journal;
  private final Recorder recorder;
  private final Function<String, Decoder> decoders;
  private final List<String> problems = new ArrayList<>();

  /**
   * Called in the thread of the watch; the recorder is open, and nothing new has been given to it.
   *
   * @param fresh gives a watch that has heard nothing; the last one given is the one that stands
   * @param decoders makes a fresh decoder for a feed; null for a feed that is not to be heard
   */
  public Restart(
      Supplier<Watch> fresh,
      Journal journal,
      Recorder recorder,
      Function<String, Decoder> decoders) {
    this.fresh = fresh;
    this.journal = journal;
    this.recorder = recorder;
    this.decoders = decoders;
  }

  /**
   * Does it.
   *
   * @param checkpoints the newest ones
   * @param nowMillis our clock
   * @param backMillis without a checkpoint, how much of the recording before the stop is heard
   *     again; an hour is usual
   * @throws IOException if the record cannot be listed
   */
  public Outcome run(CheckpointFiles checkpoints, long nowMillis, long backMillis)
      throws IOException {
    add(recorder.problems());
    Outcome outcome = restored(checkpoints, nowMillis, backMillis);
    recorder.ordersLost(journal.givenOrders());
    return outcome;
  }

  private Outcome restored(CheckpointFiles checkpoints, long nowMillis, long backMillis)
      throws IOException {
    List<GivenOrder> orders = journal.givenOrders();
    Checkpoint checkpoint = checkpoints.newestBefore(Long.MAX_VALUE, problems::add);
    while (checkpoint != null) {
      try {
        return remembered(checkpoint, orders, nowMillis);
      } catch (ImageFailure unusable) {
        problems.add("a checkpoint is not used: " + unusable.getMessage());
        checkpoint = checkpoints.newestBefore(checkpoint.recordSeq(), problems::add);
      }
    }
    return heardAgain(nowMillis, backMillis);
  }

  private Outcome remembered(Checkpoint checkpoint, List<GivenOrder> orders, long nowMillis)
      throws IOException, ImageFailure {
    refuseStranger(checkpoint);
    Watch watch = fresh.get();
    int applied = giveOrders(watch, orders, checkpoint.journalSeq());
    Memory.into(watch, checkpoint);
    watch.setRepeating(true);
    Decoders anew = new Decoders(decoders);
    Playback again = new Playback(watch, order -> true);
    Set<Long> done = goOver(again, anew, checkpoint, nowMillis);
    watch.applyAgain(
        orders.stream()
            .filter(given -> given.seq() > checkpoint.journalSeq() && !done.contains(given.seq()))
            .toList());
    watch.setRepeating(false);
    List<Alert> open = journal.openAlerts();
    Set<String> closed = new HashSet<>();
    journal.closedAlerts().forEach(alert -> closed.add(alert.id()));
    watch.agreeWith(open, closed::contains);
    boolean wasStopped = checkpoint.isLast() && checkpoint.recordSeq() == recorder.endedAtSeq();
    return outcome(
        applied, again.lines(), checkpoint.atMillis(), gap(nowMillis, wasStopped), watch, open);
  }

  /** A file may be asked for twice. */
  private void add(List<String> found) {
    found.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
  }

  private void refuseStranger(Checkpoint checkpoint) throws ImageFailure {
    if (!checkpoint.epoch().equals(journal.epoch())) {
      throw new ImageFailure("it belongs to another journal");
    }
    if (checkpoint.recordSeq() > recorder.endedAtSeq()) {
      throw new ImageFailure("the record ends before it");
    }
    if (recorder.endedAtMillis() > checkpoint.atMillis() + LONGEST_AGAIN_MILLIS) {
      throw new ImageFailure("it is more than an hour older than the end of the record");
    }
  }

  /** Gives the orders up to one. */
  private static int giveOrders(Watch watch, List<GivenOrder> orders, long lastSeq) {
    return watch.applyAgain(
        orders.stream()
            .filter(given -> given.seq() <= lastSeq && ReplayScript.isLasting(given))
            .toList());
  }

  /** Everything after the checkpoint, with decoders that have heard a little before it. */
  private Set<Long> goOver(Playback again, Decoders anew, Checkpoint checkpoint, long nowMillis)
      throws IOException {
    Set<Long> orders = new HashSet<>();
    // A clock that was set back meanwhile has recorded earlier times.
    long from = Math.min(checkpoint.atMillis(), nowMillis) - DECODERS_BACK_MILLIS;
    try (Recording recording = recorder.recordings().open(from, Long.MAX_VALUE)) {
      anew.hearAgain(recording, checkpoint.recordSeq() + 1, checkpoint.atMillis());
      for (Recorded entry = recording.next(); entry != null; entry = recording.next()) {
        Heard heard = Heard.of(entry, anew);
        if (entry.seq() <= checkpoint.recordSeq()) {
          continue;
        }
        again.hear(heard);
        if (entry instanceof Recorded.OfOrder order) {
          orders.add(order.journalSeq());
        }
      }
      add(recording.problems());
    }
    return orders;
  }

  private Outcome heardAgain(long nowMillis, long backMillis) throws IOException {
    Watch watch = fresh.get();
    int given = giveOrders(watch, journal.givenOrders(), Long.MAX_VALUE);
    List<Alert> open = journal.openAlerts();
    watch.restore(journal.closedAlerts());
    watch.restore(open);
    long to = recorder.endedAtMillis();
    long from = Math.max(to - backMillis, nowMillis - LONGEST_BACK_MILLIS);
    Playback heard = new Playback(watch, order -> false);
    if (to != Long.MIN_VALUE && from <= to) {
      hear(watch, heard, from, to + 1);
    }
    return outcome(given, heard.lines(), Long.MIN_VALUE, gap(nowMillis, false), watch, open);
  }

  private void hear(Watch watch, Playback heard, long fromMillis, long toMillis)
      throws IOException {
    watch.setCatchingUp(true);
    Decoders anew = new Decoders(decoders);
    try (Recording recording = recorder.recordings().open(fromMillis, toMillis)) {
      for (Recorded entry = recording.next(); entry != null; entry = recording.next()) {
        heard.hear(Heard.of(entry, anew));
      }
      add(recording.problems());
    } finally {
      watch.setCatchingUp(false);
    }
  }

  private Gap gap(long nowMillis, boolean wasStopped) {
    long end = recorder.endedAtMillis();
    if (end == Long.MIN_VALUE) {
      // Cut off in its first second, a watch leaves a journal and no record.
      long begun = journal.begunAtMillis();
      return begun == Long.MIN_VALUE ? null : new Gap(begun, nowMillis, false);
    }
    long lag = wasStopped ? 0 : Math.min(recorder.endedLagMillis(), LONGEST_LAG_MILLIS);
    return new Gap(end - lag, nowMillis, wasStopped);
  }

  private Outcome outcome(
      int orders, long lines, long rememberedAtMillis, Gap gap, Watch watch, List<Alert> open) {
    int made = watch.applyAgain(journal.pendingActs());
    return new Outcome(orders, open.size(), made, lines, rememberedAtMillis, gap, problems);
  }
}
