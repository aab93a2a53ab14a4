package bz.keelbill.takeout;

import bz.keelbill.alert.Alert;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.JournalExcerpt;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Packs the evidence for one alert: what was heard before it, line by line, the orders that made
 * fences and rules what they were, the configuration, the alert and what people did with it, each
 * as it stands in record and journal with its hashes. Reads and writes files: no event loop.
 *
 * @param recordings where the lines are
 * @param journalDir where orders and alerts are
 * @param rerun plays it again
 * @param setupFiles the files of the configuration by their names in the bundle; the first one is
 *     the configuration itself; none for the one in the program
 */
public record Evidence(
    Recordings recordings, Path journalDir, Rerun rerun, Map<String, Path> setupFiles) {
  private static final long MINUTE_MILLIS = 60_000;

  /** So long before the alert the recording is played again, until it comes out as it was. */
  private static final List<Long> MINUTES_BEFORE = List.of(30L, 120L, 480L, 1_560L, 4_320L);

  /** What differs after so long a run-up differs after a longer one too. */
  private static final long ENOUGH_MINUTES = 120;

  /**
   * What was packed.
   *
   * @param sha256 what stands at the end of the file
   */
  public record Packed(String sha256, long fromMillis, long toMillis, Rerun.Outcome outcome) {}

  /**
   * Packs.
   *
   * @throws IOException if it cannot be done, with one sentence that says why
   */
  public Packed pack(String alertId, Path out) throws IOException {
    List<Journalled> story = JournalExcerpt.about(journalDir, alertId);
    Journalled raising =
        story.stream()
            .filter(JournalExcerpt::isRaising)
            .findFirst()
            .orElseThrow(() -> new IOException("the journal has no alert " + alertId));
    Files.createDirectories(recordings.tempDir());
    Path folder = Files.createTempDirectory(recordings.tempDir(), "bundle");
    try {
      return pack(story, raising, folder, out);
    } finally {
      ParquetFixes.delete(folder);
    }
  }

  /** The report on an alert out of the same record. */
  public IncidentReport report() {
    return new IncidentReport(recordings, journalDir, rerun.setup());
  }

  private Packed pack(List<Journalled> story, Journalled raising, Path folder, Path out)
      throws IOException {
    Alert raised = JournalExcerpt.alert(raising);
    List<Journalled> orders = JournalExcerpt.orders(journalDir);
    long to = raising.atMillis() + MINUTE_MILLIS;
    long from = to;
    Rerun.Outcome outcome = Rerun.Outcome.NONE;
    for (long minutes : MINUTES_BEFORE) {
      Rerun.Outcome now = rerun.run(recordings, to - minutes * MINUTE_MILLIS, to, orders, raised);
      if (from == to || now.compareTo(outcome) < 0) {
        outcome = now;
        from = to - minutes * MINUTE_MILLIS;
      }
      boolean enough = outcome == Rerun.Outcome.SAME && minutes >= ENOUGH_MINUTES;
      if (outcome == Rerun.Outcome.IDENTICAL || enough) {
        break;
      }
    }
    Path contents = Files.createDirectories(folder.resolve("contents"));
    fill(contents, folder, story, raised, from, to);
    String config = setupFiles.isEmpty() ? null : setupFiles.keySet().iterator().next();
    Manifest manifest =
        new Manifest(raised.id(), from, to, outcome, config, Manifest.hashes(contents));
    Files.writeString(contents.resolve(Manifest.NAME), manifest.text());
    return new Packed(BundleFile.pack(contents, out), from, to, outcome);
  }

  private void fill(
      Path contents, Path folder, List<Journalled> story, Alert raised, long from, long to)
      throws IOException {
    Path days = Files.createDirectories(contents.resolve("days"));
    recordings.excerpt(from, to, days, folder);
    long last = Math.max(to, story.get(story.size() - 1).atMillis() + 1);
    JournalExcerpt journal =
        JournalExcerpt.take(journalDir, from, last, entry -> belongs(entry, raised.id(), from, to));
    Files.writeString(contents.resolve("journal.jsonl"), journal.text());
    Files.writeString(contents.resolve("chain.txt"), journal.chainText());
    Files.writeString(
        contents.resolve("alert.json"),
        AlertJson.forClients(JournalExcerpt.alert(story.get(story.size() - 1))) + "\n");
    Files.writeString(contents.resolve("READ-ME.txt"), ReadMe.TEXT);
    for (Map.Entry<String, Path> file : setupFiles.entrySet()) {
      Path copy = contents.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(file.getValue(), copy);
    }
  }

  /** The alert's own entries, every order until then that is not somebody's act on an alert. */
  private static boolean belongs(Journalled entry, String alertId, long from, long to) {
    if (entry.entry() instanceof JournalEntry.OfAlert about) {
      return about.alert().id().equals(alertId);
    }
    if (entry.entry() instanceof JournalEntry.OfOrder given) {
      String about = ProofChain.alertOf(given.order());
      boolean isAct = about != null;
      boolean onIt = alertId.equals(about);
      boolean inPeriod = entry.atMillis() >= from && entry.atMillis() < to;
      return onIt || entry.atMillis() < to && (!isAct || inPeriod);
    }
    return entry.seq() == 1;
  }
}
