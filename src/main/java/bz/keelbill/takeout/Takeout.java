package bz.keelbill.takeout;

import bz.keelbill.record.Recordings;
import bz.keelbill.record.TrackQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Takes tracks out of the record. Reads files: any thread but event loops. */
public final class Takeout {
  private final Recordings recordings;

  /** Out of these recordings. */
  public Takeout(Recordings recordings) {
    this.recordings = recordings;
  }

  /** What is recorded. */
  public Recordings recordings() {
    return recordings;
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
      return problems;
    }
  }
}
