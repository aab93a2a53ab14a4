package bz.keelbill.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends lines to the newest file of the journal and makes them durable; begins a new file each
 * day, when one is full, and when one failed. Belongs to the journal's thread.
 */
final class JournalWriter implements AutoCloseable {
  private static final long DAY_MILLIS = 86_400_000;

  /** How a file is opened for appending; a test puts a failing disk here. */
  interface Disk {
    /** The real one. */
    Disk REAL =
        path ->
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);

    FileChannel open(Path path) throws IOException;
  }

  private final Path dir;
  private final Disk disk;
  private final long maxFileBytes;
  private JournalFile file;
  private FileChannel channel;
  private long goodLength;
  private long day;
  private long lastSeq;
  private String lastHash;

  /** Goes on after the last good entry; {@link #goOn} may name a file to go on in. */
  JournalWriter(Path dir, Disk disk, long maxFileBytes, JournalReader.Walk walk) {
    this.dir = dir;
    this.disk = disk;
    this.maxFileBytes = maxFileBytes;
    this.lastSeq = walk.lastSeq();
    this.lastHash = walk.lastHash();
  }

  /** Appends to an existing file while its day lasts. */
  void goOn(JournalFile existing, long length, long dayOfLastEntry) throws IOException {
    channel = disk.open(existing.path());
    file = existing;
    goodLength = length;
    day = dayOfLastEntry;
  }

  /** The day that a time belongs to. */
  static long dayOf(long millis) {
    return Math.floorDiv(millis, DAY_MILLIS);
  }

  long lastSeq() {
    return lastSeq;
  }

  JournalFile file() {
    return file;
  }

  /**
   * Writes entries and waits until they are on disk.
   *
   * @return the entries with their numbers
   * @throws IOException if they are not safely on disk; the file is given up then, and the next
   *     call begins another
   */
  List<Journalled> write(List<Journalled> entries) throws IOException {
    List<Journalled> numbered = new ArrayList<>(entries.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
    String hash = lastHash;
    long seq = lastSeq;
    for (Journalled entry : entries) {
      Journalled next = entry.at(++seq);
      JournalLine.Written line = JournalLine.write(next, hash);
      bytes.writeBytes(line.bytes());
      hash = line.hash();
      numbered.add(next);
    }
    append(bytes.toByteArray(), dayOf(entries.get(entries.size() - 1).atMillis()));
    lastSeq = seq;
    lastHash = hash;
    return numbered;
  }

  private void append(byte[] bytes, long today) throws IOException {
    try {
      openFor(today);
      JournalFile.writeFully(channel, ByteBuffer.wrap(bytes));
      channel.force(false);
      // A file whose directory was taken away still takes bytes, but nobody will find them.
      if (!Files.exists(file.path())) {
        throw new IOException(file.name() + " has disappeared");
      }
      goodLength += bytes.length;
    } catch (IOException e) {
      giveUp();
      throw e;
    }
  }

  private void openFor(long today) throws IOException {
    if (channel != null && (today != day || goodLength >= maxFileBytes)) {
      channel.close();
      channel = null;
    }
    if (channel == null) {
      Files.createDirectories(dir);
      file = JournalFile.free(dir, lastSeq + 1);
      goodLength = 0;
      day = today;
      channel = disk.open(file.path());
      JournalFile.syncDirectory(dir);
    }
  }

  /**
   * Leaves a file that failed. A flush that failed is never tried again: the system may have thrown
   * the bytes away. What the file holds beyond its last good entry was refused and must not come
   * back, so it is cut off if the disk lets us.
   */
  private void giveUp() {
    try (FileChannel failed = channel) {
      if (failed != null) {
        failed.truncate(goodLength);
      }
      if (file != null && goodLength == 0) {
        Files.deleteIfExists(file.path());
      }
    } catch (IOException e) {
      // The next file's name says from which entry on this one does not count.
    }
    channel = null;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
