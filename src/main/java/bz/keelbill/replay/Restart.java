package bz.keelbill.replay;

import bz.keelbill.alert.Alert;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recorder;
import bz.keelbill.record.Recording;
import bz.keelbill.report.Decoder;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Brings a new watch to where the one before it stopped: fences, rules and alerts from the journal,
 * tracks from the last recorded lines.
 *
 * <p>Nothing of it is judged again: the alerts of that time stand in the journal. Changes that the
 * watch tells meanwhile are to be taken as always; an alert that has run out, or an act on one that
 * is made good, is news for the journal.
 */
public final class Restart {
  private static final long LONGEST_BACK_MILLIS = 6 * 3_600_000L;

  /**
   * What was brought back.
   *
   * @param orders of fences and rules
   * @param alerts that are open
   * @param acts on alerts that had been answered but not yet written with their alert
   * @param lines heard again
   * @param fromMillis the first moment that was heard again, of the recorder's clock
   * @param toMillis the last moment before the stop; {@code Long.MIN_VALUE} if nothing is recorded
   * @param gapMillis how long nothing was recorded; 0 if nothing ever was
   * @param problems what could not be read, a sentence each
   */
  public record Outcome(
      int orders,
      int alerts,
      int acts,
      long lines,
      long fromMillis,
      long toMillis,
      long gapMillis,
      List<String> problems) {}

  private final Watch watch;
  private final Journal journal;
  private final Recorder recorder;
  private final Function<String, Decoder> decoders;

  /**
   * Of a watch that has heard nothing yet, called in its thread; the recorder is open, and nothing
   * new has been given to it.
   *
   * @param decoders makes a fresh decoder for a feed; null for a feed that is not to be heard
   */
  public Restart(
      Watch watch, Journal journal, Recorder recorder, Function<String, Decoder> decoders) {
    this.watch = watch;
    this.journal = journal;
    this.recorder = recorder;
    this.decoders = decoders;
  }

  /**
   * Does it.
   *
   * @param nowMillis our clock
   * @param backMillis how much of the recording before the stop is heard again; an hour is usual
   * @throws IOException if the record cannot be listed
   */
  public Outcome run(long nowMillis, long backMillis) throws IOException {
    int orders = giveOrders();
    recorder.ordersLost(journal.journalledOrders());
    List<Alert> open = journal.openAlerts();
    watch.restore(journal.closedAlerts());
    watch.restore(open);
    long to = recorder.endedAtMillis();
    long from = Math.max(to - backMillis, nowMillis - LONGEST_BACK_MILLIS);
    boolean recorded = to != Long.MIN_VALUE;
    Playback heard = new Playback(watch, decoders, order -> false);
    List<String> problems = recorded && from <= to ? hear(heard, from, to + 1) : List.of();
    return new Outcome(
        orders,
        open.size(),
        makeGood(),
        heard.lines(),
        recorded ? from : Long.MIN_VALUE,
        to,
        recorded ? Math.max(0, nowMillis - to) : 0,
        problems);
  }

  private int giveOrders() {
    int given = 0;
    for (Order order : journal.orders()) {
      given += Playback.applyIfPossible(order, watch, ReplayScript::isLasting) ? 1 : 0;
    }
    return given;
  }

  private List<String> hear(Playback heard, long fromMillis, long toMillis) throws IOException {
    watch.setCatchingUp(true);
    try (Recording recording = recorder.recordings().open(fromMillis, toMillis)) {
      for (Recorded entry = recording.next(); entry != null; entry = recording.next()) {
        heard.apply(entry);
      }
      return recording.problems();
    } finally {
      watch.setCatchingUp(false);
    }
  }

  private int makeGood() {
    int done = 0;
    for (Order act : journal.pendingActs()) {
      done += Playback.applyIfPossible(act, watch, order -> true) ? 1 : 0;
    }
    return done;
  }
}
