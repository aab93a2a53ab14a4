package bz.keelbill;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.PastCheckpoints;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.watch.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The record that a configuration names, as a command reads it beside a watch that may be running:
 * the day that is being written cannot be read.
 *
 * @param setup the fences and rules before any order
 * @param recordings the days
 * @param journalled all orders of the journal, the oldest first
 * @param epoch the journal's name; null if there is none
 * @param past what the watch remembered
 * @param decoders which decoder reads the lines of a feed again
 */
record RecordOnDisk(
    Setup setup,
    Recordings recordings,
    List<Journalled> journalled,
    String epoch,
    PastCheckpoints past,
    FeedDecoders decoders) {
  /** So long before a period tracks are built, unseen and unjudged. */
  static final long WARM_UP_MILLIS = 10 * 60_000;

  /**
   * Finds it.
   *
   * @param notes hears what was refused or replaced, a sentence each
   * @throws ConfigFaults.BadConfig if a file named by the configuration is not right
   * @throws IOException if the journal cannot be listed
   */
  static RecordOnDisk of(Config config, Consumer<String> notes) throws IOException {
    Path dir = config.serving().record().dir();
    int keepDays = config.serving().record().keepDays();
    return new RecordOnDisk(
        // With the waters that only the demo closes, if it is the demo that was recorded.
        DemoWorld.of(config, System::currentTimeMillis)
            .completed(WatchSetup.ofListening(config, notes)),
        Recordings.in(RecordSettings.in(dir.resolve("days"))),
        Journal.ordersIn(dir.resolve("journal")),
        Journal.epochIn(dir.resolve("journal")),
        new PastCheckpoints(dir.resolve(RecordLedger.CHECKPOINTS), keepDays),
        new FeedDecoders(config));
  }

  /** A script over a part of it. */
  ReplayScript script(long fromMillis, long toMillis, ReplayScript.Law law) {
    ReplayScript.Period period = new ReplayScript.Period(fromMillis, toMillis, WARM_UP_MILLIS);
    ReplayScript script =
        ReplayScript.under(law, journalled, recordings, period, setup, decoders::forFeed);
    Checkpoint before = past.newestUpTo(fromMillis, epoch, problem -> {});
    return script.remembering(before, journalled);
  }
}
