package bz.keelbill.replay;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.CheckpointBytes;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay remembered on its way: a seek begins at the mark before its goal and need not start
 * over. They lie packed in a file that is gone with the replay, however it ends. One thread.
 */
final class Marks implements AutoCloseable {
  private static final long LEAST_APART_MILLIS = 5 * 60_000L;

  /** To make one takes as long as to play some minutes. */
  private static final int MOST = 64;

  private final TreeMap<Long, Mark> byTime = new TreeMap<>();
  private final Path folder;
  private final long apartMillis;
  private FileChannel file;
  private boolean isFull;

  /**
   * One of them.
   *
   * @param at where it begins in the file
   * @param length so many bytes there
   */
  private record Mark(long at, int length, List<Order> orders) {}

  /**
   * None yet.
   *
   * @param folder for the file
   * @param lengthMillis of the way
   */
  Marks(Path folder, long lengthMillis) {
    this.folder = folder;
    apartMillis = Math.max(LEAST_APART_MILLIS, lengthMillis / MOST);
  }

  /** Whether one is wanted at a time: there is none shortly before it. */
  boolean isWanted(long atMillis) {
    Long before = byTime.floorKey(atMillis);
    return !isFull && (before == null || atMillis - before >= apartMillis);
  }

  /**
   * Keeps one. Where the disk takes nothing there are no more of them, and seeks take longer.
   *
   * @param atMillis of the last entry that the watch has heard
   * @param recordSeq of that entry
   * @param orders of fences, rules, flights and sightings that it has been given
   */
  void add(long atMillis, long recordSeq, byte[] image, List<Order> orders) {
    try {
      byte[] packed = CheckpointBytes.of(new Checkpoint(atMillis, recordSeq, 0, "", false, image));
      file = file == null ? opened() : file;
      long at = file.size();
      for (ByteBuffer rest = ByteBuffer.wrap(packed); rest.hasRemaining(); ) {
        file.write(rest, at + rest.position());
      }
      byTime.put(atMillis, new Mark(at, packed.length, List.copyOf(orders)));
    } catch (IOException full) {
      isFull = true;
    }
  }

  private FileChannel opened() throws IOException {
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "replay-", ".marks");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** The last one of before a time; null if there is none, or it cannot be read. */
  Memory before(long atMillis) {
    Map.Entry<Long, Mark> found = byTime.lowerEntry(atMillis);
    if (found == null) {
      return null;
    }
    Mark mark = found.getValue();
    try {
      return new Memory(CheckpointBytes.read(bytes(mark)), mark.orders());
    } catch (IOException unreadable) {
      byTime.clear();
      return null;
    }
  }

  private byte[] bytes(Mark mark) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(mark.length());
    while (bytes.hasRemaining() && file.read(bytes, mark.at() + bytes.position()) >= 0) {
      // A disk may give it in pieces.
    }
    return bytes.array();
  }

  /** From now on none is wanted. */
  void rest() {
    isFull = true;
  }

  /** Gives the file back. */
  @Override
  public void close() {
    byTime.clear();
    isFull = true;
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException late) {
      throw new UncheckedIOException(late);
    }
  }
}
