package bz.keelbill.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks the journal from its first line to its last and checks the chain.
 *
 * <p>A line that is not as it was written is named and left out; the lines after it are read all
 * the same, so that one bad sector does not take a year's orders away. One thread.
 */
final class JournalReader {
  private final Path dir;
  private final Consumer<JournalLine> each;
  private final List<JournalDefect> defects = new ArrayList<>();
  private final MessageDigest digest = JournalLine.sha256();
  private long expectedSeq = 1;
  private long lastSeq;
  private String lastHash = JournalLine.NOTHING_BEFORE;
  private boolean knowsLastHash = true;
  private Tail tail;

  /**
   * How the newest file ends.
   *
   * @param file which
   * @param goodLength bytes up to the end of its last good line
   * @param length bytes in all
   * @param endsLine whether the last good line has its line end
   * @param clean whether nothing in it is wrong
   */
  record Tail(JournalFile file, long goodLength, long length, boolean endsLine, boolean clean) {}

  /** What the walk found: the last good entry, and what was wrong; {@code tail} null if empty. */
  record Walk(long lastSeq, String lastHash, Tail tail, List<JournalDefect> defects) {}

  private JournalReader(Path dir, Consumer<JournalLine> each) {
    this.dir = dir;
    this.each = each;
  }

  /**
   * Reads everything in order.
   *
   * @param each takes every good entry
   * @throws IOException if the directory cannot be listed
   */
  static Walk walk(Path dir, Consumer<Journalled> each) throws IOException {
    return walkLines(dir, line -> each.accept(line.journalled()));
  }

  /**
   * Reads everything in order, but no entry further than the taker wants.
   *
   * @param each takes every good line; may throw what {@link JournalLine#journalled} throws
   * @throws IOException if the directory cannot be listed
   */
  static Walk walkLines(Path dir, Consumer<JournalLine> each) throws IOException {
    return new JournalReader(dir, each).walk();
  }

  /** The good lines of one file before the entry with which the next file begins. */
  static List<JournalLine> lines(JournalFile file, long endSeq) throws IOException {
    List<JournalLine> lines = new ArrayList<>();
    JournalReader reader = new JournalReader(file.path().getParent(), lines::add);
    reader.knowsLastHash = false;
    reader.expectedSeq = file.firstSeq();
    reader.read(file, endSeq);
    return lines;
  }

  /** Reads one file by itself. */
  static Walk walkFile(Path path) throws IOException {
    JournalFile file = JournalFile.of(path);
    JournalReader reader =
        new JournalReader(path.toAbsolutePath().getParent(), JournalLine::journalled);
    reader.knowsLastHash = false;
    reader.expectedSeq = file.firstSeq();
    reader.read(file, Long.MAX_VALUE);
    return new Walk(reader.lastSeq, reader.lastHash, reader.tail, List.copyOf(reader.defects));
  }

  private Walk walk() throws IOException {
    List<JournalFile> files = JournalFile.in(dir);
    for (int i = 0; i < files.size(); i++) {
      long end = i + 1 < files.size() ? files.get(i + 1).firstSeq() : Long.MAX_VALUE;
      try {
        read(files.get(i), end);
      } catch (IOException e) {
        defect(files.get(i), 0, "the file cannot be read: " + e.getMessage());
        knowsLastHash = false;
        tail = new Tail(files.get(i), 0, 0, true, false);
      }
    }
    return new Walk(lastSeq, lastHash, tail, List.copyOf(defects));
  }

  private void read(JournalFile file, long endSeq) throws IOException {
    byte[] bytes = Files.readAllBytes(file.path());
    int defectsBefore = defects.size();
    int from = 0;
    int goodEnd = 0;
    int number = 0;
    boolean ended = true;
    while (from < bytes.length) {
      int to = endOfLine(bytes, from);
      number++;
      if (take(file, number, bytes, from, to, endSeq)) {
        ended = to < bytes.length;
        goodEnd = ended ? to + 1 : to;
      }
      from = to + 1;
    }
    boolean clean = defects.size() == defectsBefore;
    tail = new Tail(file, goodEnd, bytes.length, ended, clean);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    return to;
  }

  private boolean take(JournalFile file, int number, byte[] bytes, int from, int to, long endSeq) {
    JournalLine line;
    try {
      line = JournalLine.read(bytes, from, to, digest);
    } catch (IllegalArgumentException e) {
      if (expectedSeq < endSeq) {
        defect(file, number, e.getMessage());
      }
      expectedSeq++;
      knowsLastHash = false;
      return false;
    }
    if (line.stub().seq() < endSeq) {
      checkChain(file, number, line);
      give(file, number, line);
      lastSeq = line.stub().seq();
      expectedSeq = lastSeq + 1;
      lastHash = line.hash();
      knowsLastHash = true;
    }
    return true;
  }

  private void give(JournalFile file, int number, JournalLine line) {
    try {
      each.accept(line);
    } catch (IllegalArgumentException e) {
      defect(file, number, e.getMessage());
    }
  }

  private void checkChain(JournalFile file, int number, JournalLine line) {
    long seq = line.stub().seq();
    if (seq != expectedSeq) {
      defect(file, number, "entry " + seq + " stands here");
    } else if (knowsLastHash && !line.prev().equals(lastHash)) {
      defect(file, number, "it does not follow on the entry before it");
    }
  }

  private void defect(JournalFile file, int number, String what) {
    defects.add(new JournalDefect(file.name(), number, expectedSeq, what));
  }
}
