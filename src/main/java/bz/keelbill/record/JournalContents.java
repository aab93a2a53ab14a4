package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files of a journal hold, every line checked. Reading changes nothing, so it may be done
 * beside other work, before anyone knows whether the journal will be opened.
 */
public final class JournalContents {
  private final JournalIndex index = new JournalIndex();
  private final List<FileStamp> stamps;
  private final JournalReader.Walk walk;
  private long lastAtMillis;

  private JournalContents(Path dir) throws IOException {
    stamps = stamps(dir);
    walk = JournalReader.walkLines(dir, this::take);
  }

  /**
   * Reads them; on any thread but an event loop.
   *
   * @param dir the journal's directory
   * @return null if there is none yet
   * @throws IOException if it cannot be listed
   */
  public static JournalContents of(Path dir) throws IOException {
    return Files.isDirectory(dir) ? new JournalContents(dir) : null;
  }

  private void take(JournalLine line) {
    lastAtMillis = line.stub().atMillis();
    index.add(line);
  }

  /** Whether nothing has been written since, as by another watch that still ran. */
  boolean areStillOf(Path dir) throws IOException {
    return stamps.equals(stamps(dir));
  }

  private static List<FileStamp> stamps(Path dir) throws IOException {
    List<FileStamp> stamps = new ArrayList<>();
    for (JournalFile file : JournalFile.in(dir)) {
      stamps.add(FileStamp.of(file.path()));
    }
    return stamps;
  }

  JournalIndex index() {
    return index;
  }

  JournalReader.Walk walk() {
    return walk;
  }

  /** When the last entry was written, Unix milliseconds; 0 if there is none. */
  long lastAtMillis() {
    return lastAtMillis;
  }
}
