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

  /** How much of the work is the playing, about. */
  private static final double PLAYING_SHARE = 0.8;

  /**
   * What was packed.
   *
   * @param sha256 what stands at the end of the file
   */
  public record Packed(String sha256, long fromMillis, long toMillis, Rerun.Outcome outcome) {}

  /**
   * Packs.
   *
   * @param pace is told how far it is, and may end it
   * @throws IOException if it cannot be done, with one sentence that says why
   */
  public Packed pack(String alertId, Path out, Pace pace) throws IOException {
    List<Journalled> story = JournalExcerpt.about(journalDir, alertId);
    Journalled raising =
        story.stream()
            .filter(JournalExcerpt::isRaising)
            .findFirst()
            .orElseThrow(() -> new IOException("the journal has no alert " + alertId));
    Files.createDirectories(recordings.tempDir());
    Path folder = Files.createTempDirectory(recordings.tempDir(), "bundle");
    try {
      return pack(story, raising, folder, out, pace);
    } finally {
      ParquetFixes.delete(folder);
    }
  }

  /** The report on an alert out of the same record. */
  public IncidentReport report() {
    return new IncidentReport(recordings, journalDir, rerun.setup());
  }

  private Packed pack(List<Journalled> story, Journalled raising, Path folder, Path out, Pace pace)
      throws IOException {
    Alert raised = JournalExcerpt.alert(raising);
    Played played = play(raising, raised, pace.part(0, PLAYING_SHARE));
    pace.at(PLAYING_SHARE);
    Path contents = Files.createDirectories(folder.resolve("contents"));
    fill(contents, folder, story, raised, played);
    pace.at((1 + PLAYING_SHARE) / 2);
    String config = setupFiles.isEmpty() ? null : setupFiles.keySet().iterator().next();
    Manifest manifest =
        new Manifest(
            raised.id(),
            played.fromMillis(),
            played.toMillis(),
            played.outcome(),
            config,
            Manifest.hashes(contents));
    Files.writeString(contents.resolve(Manifest.NAME), manifest.text());
    String hash = BundleFile.pack(contents, out);
    return new Packed(hash, played.fromMillis(), played.toMillis(), played.outcome());
  }

  /** Which period leads to the alert again, and how well. */
  private record Played(long fromMillis, long toMillis, Rerun.Outcome outcome) {}

  /** The shortest period that leads to the alert byte for byte, else the best of them. */
  private Played play(Journalled raising, Alert raised, Pace pace) throws IOException {
    List<Journalled> orders = JournalExcerpt.orders(journalDir);
    long to = raising.atMillis() + MINUTE_MILLIS;
    Played best = null;
    double tries = MINUTES_BEFORE.size();
    for (int i = 0; i < tries; i++) {
      long from = to - MINUTES_BEFORE.get(i) * MINUTE_MILLIS;
      Pace part = pace.part(i / tries, (i + 1) / tries);
      Rerun.Outcome now = rerun.run(recordings, from, to, orders, raised, part);
      if (best == null || now.compareTo(best.outcome()) < 0) {
        best = new Played(from, to, now);
      }
      boolean enough =
          best.outcome() == Rerun.Outcome.SAME && MINUTES_BEFORE.get(i) >= ENOUGH_MINUTES;
      if (best.outcome() == Rerun.Outcome.IDENTICAL || enough) {
        break;
      }
    }
    return best;
  }

  private void fill(Path contents, Path folder, List<Journalled> story, Alert raised, Played played)
      throws IOException {
    long from = played.fromMillis();
    long to = played.toMillis();
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
