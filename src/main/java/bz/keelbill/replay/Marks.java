package bz.keelbill.replay;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.watch.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

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
   * @param at where its image begins in the file
   * @param packed so many bytes there
   * @param length of the image before it was packed
   */
  private record Mark(long recordSeq, long at, int packed, int length, List<Order> orders) {}

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
      byte[] packed = packed(image);
      file = file == null ? opened() : file;
      long at = file.size();
      for (ByteBuffer rest = ByteBuffer.wrap(packed); rest.hasRemaining(); ) {
        file.write(rest, at + rest.position());
      }
      byTime.put(
          atMillis, new Mark(recordSeq, at, packed.length, image.length, List.copyOf(orders)));
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
      Checkpoint checkpoint =
          new Checkpoint(found.getKey(), mark.recordSeq(), 0, "", false, image(mark));
      return new Memory(checkpoint, mark.orders());
    } catch (IOException unreadable) {
      byTime.clear();
      return null;
    }
  }

  private byte[] image(Mark mark) throws IOException {
    ByteBuffer packed = ByteBuffer.allocate(mark.packed());
    while (packed.hasRemaining() && file.read(packed, mark.at() + packed.position()) >= 0) {
      // A disk may give it in pieces.
    }
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed.array()))) {
      return in.readNBytes(mark.length());
    }
  }

  private static byte[] packed(byte[] image) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(image.length / 4);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast, 1 << 16)) {
      out.write(image);
    } finally {
      fast.end();
    }
    return packed.toByteArray();
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
