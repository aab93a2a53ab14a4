package bz.keelbill.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What happens once when a journal has been read and is opened: a torn end is cut off and kept
 * aside, and it is decided where to go on.
 */
final class JournalOpening {
  private final JournalContents contents;
  private final List<JournalDefect> defects;
  private final JournalWriter writer;

  JournalOpening(Path dir, JournalContents contents, JournalWriter.Disk disk, long maxFileBytes) {
    this.contents = contents;
    JournalReader.Walk walk = contents.walk();
    defects = new ArrayList<>(walk.defects());
    writer = new JournalWriter(dir, disk, maxFileBytes, walk);
    if (walk.tail() != null) {
      mend(walk);
    }
  }

  private void mend(JournalReader.Walk walk) {
    JournalReader.Tail tail = walk.tail();
    try {
      if (tail.length() > tail.goodLength()) {
        nameTorn(walk, tail.file().cutOff(tail.goodLength()));
      } else if (tail.clean() && walk.lastSeq() > 0) {
        goOn(walk);
      }
    } catch (IOException e) {
      // A new file is begun in any case; the old one stays as it is.
      defects.add(
          new JournalDefect(
              tail.file().name(), 0, walk.lastSeq() + 1, "it cannot be mended: " + e.getMessage()));
    }
  }

  /** One defect for all that was torn, with the place where it is kept. */
  private void nameTorn(JournalReader.Walk walk, String aside) {
    JournalReader.Tail tail = walk.tail();
    long torn = walk.lastSeq() + 1;
    JournalDefect first = null;
    for (JournalDefect defect : walk.defects()) {
      boolean isTorn = defect.file().equals(tail.file().name()) && defect.seq() >= torn;
      first = first == null && isTorn ? defect : first;
    }
    defects.removeIf(defect -> defect.file().equals(tail.file().name()) && defect.seq() >= torn);
    long bytes = tail.length() - tail.goodLength();
    String what =
        (first == null ? "" : first.what() + "; ") + bytes + " bytes are kept in " + aside;
    int line = first == null ? 0 : first.line();
    defects.add(new JournalDefect(tail.file().name(), line, torn, what));
  }

  private void goOn(JournalReader.Walk walk) throws IOException {
    JournalReader.Tail tail = walk.tail();
    if (!tail.endsLine()) {
      endLine(tail.file().path());
    }
    long length = tail.length() + (tail.endsLine() ? 0 : 1);
    writer.goOn(tail.file(), length, JournalWriter.dayOf(contents.lastAtMillis()));
  }

  /** The last line is whole but for its line end: the power went at the very last byte. */
  private static void endLine(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      JournalFile.writeFully(channel, ByteBuffer.wrap(new byte[] {'\n'}));
      channel.force(true);
    }
  }

  JournalIndex index() {
    return contents.index();
  }

  JournalWriter writer() {
    return writer;
  }

  List<JournalDefect> defects() {
    return List.copyOf(defects);
  }

  static String newEpoch() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return "e-" + HexFormat.of().formatHex(random);
  }
}
