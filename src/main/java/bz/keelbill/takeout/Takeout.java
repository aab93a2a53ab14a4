package bz.keelbill.takeout;

import bz.keelbill.record.JournalExcerpt;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.Recordings;
import bz.keelbill.record.TrackQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Takes tracks and evidence out of the record, and says in the journal what was taken. Reads files:
 * any thread but event loops.
 */
public final class Takeout {
  private final Recordings recordings;
  private final Evidence evidence;
  private final BiConsumer<String, String> audit;

  /**
   * Of a watch at work.
   *
   * @param evidence packs it; null where there is none to be had
   * @param audit is told what was taken: a word and a sentence
   */
  public Takeout(Recordings recordings, Evidence evidence, BiConsumer<String, String> audit) {
    this.recordings = recordings;
    this.evidence = evidence;
    this.audit = audit;
  }

  /** Of a folder, by a command: nobody is told. */
  public Takeout(Recordings recordings) {
    this(recordings, null, (word, text) -> {});
  }

  /** What is recorded. */
  public Recordings recordings() {
    return recordings;
  }

  /** Whether the journal has an alert. */
  public boolean isKnown(String alertId) throws IOException {
    return !JournalExcerpt.about(evidence.journalDir(), alertId).isEmpty();
  }

  /** All orders of the journal with their places, the oldest first. */
  public List<Journalled> orders() throws IOException {
    return JournalExcerpt.orders(evidence.journalDir());
  }

  /**
   * Packs the evidence for an alert.
   *
   * @param pace is told how far it is, and may end it
   * @throws IOException if it cannot be done, with one sentence that says why
   */
  public Evidence.Packed pack(String alertId, Path out, Pace pace) throws IOException {
    Evidence.Packed packed = evidence.pack(alertId, out, pace);
    audit.accept("evidence", alertId + " sha256 " + packed.sha256());
    return packed;
  }

  /**
   * Writes the report on an alert as PDF.
   *
   * @throws IOException if it cannot be done, with one sentence that says why
   */
  public void report(String alertId, OutputStream out) throws IOException {
    evidence.report().write(alertId, out);
    audit.accept("reported", alertId);
  }

  /**
   * Writes the tracks that a question is about, as they come from the files.
   *
   * @param out stays the caller's
   * @return what could not be read, a sentence each
   * @throws IOException if the record cannot be listed or the file not be written; it is not whole
   *     then
   */
  public List<String> write(TrackQuery query, TrackFormat format, OutputStream out)
      throws IOException {
    try (TrackFormat.Output output = format.begin(out, recordings.tempDir())) {
      List<String> problems = recordings.fixes(query, output);
      output.end();
      audit.accept(
          "exported",
          format.word()
              + " from "
              + Written.utc(query.fromMillis())
              + " to "
              + Written.utc(query.toMillis()));
      return problems;
    }
  }
}
