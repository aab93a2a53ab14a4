package bz.keelbill;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.PastCheckpoints;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.Proposal;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.replay.ReplaySession;
import bz.keelbill.report.Decoder;
import bz.keelbill.watch.Setup;
import bz.keelbill.web.Backtests;
import bz.keelbill.web.Replays;
import bz.keelbill.web.WatchDesk;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Where replays and back-tests beside the live watch come from: what was recorded, what was ordered
 * then, and what the live watch remembered. For workers; reads files.
 */
final class RecordedScripts {
  private final Journal journal;
  private final Recordings recordings;
  private final PastCheckpoints past;
  private final Setup setup;
  private final Function<String, Decoder> decoders;

  /**
   * Of an open record.
   *
   * @param decoders makes a fresh decoder for a feed; null for one that is not to be heard
   */
  RecordedScripts(
      Journal journal,
      Recordings recordings,
      PastCheckpoints past,
      Setup setup,
      Function<String, Decoder> decoders) {
    this.journal = journal;
    this.recordings = recordings;
    this.past = past;
    this.setup = setup;
    this.decoders = decoders;
  }

  /**
   * Opens a replay.
   *
   * @throws IOException if the recording cannot be found
   */
  ReplaySession replay(Replays.Wish wish, ReplaySession.Audience audience) throws IOException {
    ReplayScript script = script(wish.lawOfToday(), wish.fromMillis(), wish.toMillis());
    List<Journalled> orders = journal.journalledOrders();
    return new ReplaySession(
        script, audience, atMillis -> script.memoryAt(atMillis, remembered(atMillis), orders));
  }

  /**
   * Makes a back-test ready.
   *
   * @throws WatchDesk.Refused if what is proposed could not be put in force
   */
  Backtest backtest(Backtests.Wish wish) {
    ReplayScript script = script(wish.lawOfToday(), wish.fromMillis(), wish.toMillis());
    Proposal proposal = new Proposal(wish.orders());
    String objection = proposal.objection(script);
    if (objection != null) {
      throw new WatchDesk.Refused(objection);
    }
    return new Backtest(Backtest.Trial.of(script, proposal, journal.journalledOrders()));
  }

  private ReplayScript script(boolean lawOfToday, long fromMillis, long toMillis) {
    List<Journalled> orders = journal.journalledOrders();
    ReplayScript script =
        ReplayScript.under(
            lawOfToday ? ReplayScript.Law.OF_TODAY : ReplayScript.Law.OF_THAT_TIME,
            orders,
            recordings,
            new ReplayScript.Period(fromMillis, toMillis, RecordOnDisk.WARM_UP_MILLIS),
            setup,
            decoders);
    return script.remembering(remembered(fromMillis), orders);
  }

  /** The newest memory of the live watch at a time or before it; null if there is none. */
  private Checkpoint remembered(long atMillis) {
    return past.newestUpTo(atMillis, journal.epoch(), problem -> {});
  }
}
