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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What a replay remembered on its way: a seek begins at the mark before its goal and need not start
 * over. They lie packed in a file that is gone with the replay, however it ends.
 *
 * <p>One thread; another packs them, one at a time, for that takes four times as long as to copy
 * what the watch remembers, and as long as to play ten busy minutes.
 */
final class Marks implements AutoCloseable {
  private static final long LEAST_APART_MILLIS = 5 * 60_000L;

  /** Ten minutes apart in a day. */
  private static final int MOST = 144;

  private static final long MOST_BYTES = 512L << 20;

  private final TreeMap<Long, CompletableFuture<Mark>> byTime = new TreeMap<>();
  private final Path folder;
  private final long lengthMillis;
  private final long mostBytes;
  private CompletableFuture<Mark> last = CompletableFuture.completedFuture(Mark.NONE);
  private FileChannel file;
  private volatile int newestBytes;
  private volatile boolean isFull;

  /**
   * One of them.
   *
   * @param at where it begins in the file
   * @param length so many bytes there; 0 if the disk did not take it
   */
  private record Mark(long at, int length, List<Order> orders) {
    private static final Mark NONE = new Mark(0, 0, List.of());
  }

  /**
   * None yet.
   *
   * @param folder for the file
   * @param lengthMillis of the way
   */
  Marks(Path folder, long lengthMillis) {
    this(folder, lengthMillis, MOST_BYTES);
  }

  /** The same with another limit to the file. */
  Marks(Path folder, long lengthMillis, long mostBytes) {
    this.folder = folder;
    this.lengthMillis = lengthMillis;
    this.mostBytes = mostBytes;
  }

  /**
   * Whether one is wanted at a time: there is none shortly before it.
   *
   * @param begunAtMillis where the way there began with what was remembered already
   */
  boolean isWanted(long begunAtMillis, long atMillis) {
    if (isFull || atMillis - begunAtMillis < LEAST_APART_MILLIS) {
      return false;
    }
    Long before = byTime.floorKey(atMillis);
    long nearest = before == null ? begunAtMillis : Math.max(before, begunAtMillis);
    return atMillis - nearest >= apartMillis();
  }

  /** The larger they are, the fewer there is room for. */
  private long apartMillis() {
    long roomMillis = (long) ((double) lengthMillis / mostBytes * newestBytes);
    return Math.max(roomMillis, Math.max(LEAST_APART_MILLIS, lengthMillis / MOST));
  }

  /**
   * Keeps one. Where the disk takes nothing there are no more of them, and seeks take longer.
   *
   * @param atMillis of the last entry that the watch has heard
   * @param recordSeq of that entry
   * @param orders of fences, rules, flights and sightings that it has been given
   */
  void add(long atMillis, long recordSeq, byte[] image, List<Order> orders) {
    Checkpoint checkpoint = new Checkpoint(atMillis, recordSeq, 0, "", false, image);
    List<Order> given = List.copyOf(orders);
    last.join();
    last = CompletableFuture.supplyAsync(() -> written(checkpoint, given));
    byTime.put(atMillis, last);
  }

  private Mark written(Checkpoint checkpoint, List<Order> orders) {
    try {
      byte[] packed = CheckpointBytes.of(checkpoint);
      file = file == null ? opened() : file;
      long at = file.size();
      if (at + packed.length <= mostBytes) {
        for (ByteBuffer rest = ByteBuffer.wrap(packed); rest.hasRemaining(); ) {
          file.write(rest, at + rest.position());
        }
        newestBytes = packed.length;
        return new Mark(at, packed.length, orders);
      }
    } catch (IOException full) {
      // As if there were no room.
    }
    isFull = true;
    return Mark.NONE;
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
    return between(Long.MIN_VALUE, atMillis);
  }

  /** The same where none is wanted that is not later than another time: it is not unpacked. */
  Memory between(long afterMillis, long beforeMillis) {
    for (CompletableFuture<Mark> found :
        byTime.subMap(afterMillis, false, beforeMillis, false).descendingMap().values()) {
      Mark mark = found.join();
      if (mark.length() > 0) {
        return read(mark);
      }
    }
    return null;
  }

  private Memory read(Mark mark) {
    try {
      return new Memory(CheckpointBytes.read(bytes(mark)), mark.orders());
    } catch (IOException unreadable) {
      forget();
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

  /** Gives up those that it has. */
  void forget() {
    byTime.clear();
  }

  /** Whether none is wanted any more. */
  boolean isFull() {
    return isFull;
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
    last.join();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException late) {
      throw new UncheckedIOException(late);
    }
  }
}
