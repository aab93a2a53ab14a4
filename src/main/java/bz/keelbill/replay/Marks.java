package bz.keelbill.replay;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.watch.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What a replay remembered on its way, packed: a seek begins at the mark before its goal and need
 * not start over. The longer the way, the farther apart they stand, so that memory is bounded. One
 * thread.
 */
final class Marks {
  private static final long FIRST_APART_MILLIS = 5 * 60_000L;
  private static final int MOST = 64;
  private static final int PIECE = 1 << 16;

  private final TreeMap<Long, Mark> byTime = new TreeMap<>();
  private long apartMillis = FIRST_APART_MILLIS;

  /**
   * One of them.
   *
   * @param length of the image before it was packed
   */
  private record Mark(long recordSeq, byte[] packed, int length, List<Order> orders) {}

  /** Whether one is wanted at a time: there is none shortly before it. */
  boolean isWanted(long atMillis) {
    Long before = byTime.floorKey(atMillis);
    return before == null || atMillis - before >= apartMillis;
  }

  /**
   * Keeps one.
   *
   * @param atMillis of the last entry that the watch has heard
   * @param recordSeq of that entry
   * @param orders of fences, rules, flights and sightings that it has been given
   */
  void add(long atMillis, long recordSeq, byte[] image, List<Order> orders) {
    byTime.put(atMillis, new Mark(recordSeq, packed(image), image.length, List.copyOf(orders)));
    if (byTime.size() > MOST) {
      apartMillis *= 2;
      thinOut();
    }
  }

  private void thinOut() {
    long last = Long.MIN_VALUE / 2;
    for (Long each : new ArrayList<>(byTime.keySet())) {
      if (each - last < apartMillis) {
        byTime.remove(each);
      } else {
        last = each;
      }
    }
  }

  /** The last one of before a time, or null. */
  Memory before(long atMillis) {
    Map.Entry<Long, Mark> found = byTime.lowerEntry(atMillis);
    if (found == null) {
      return null;
    }
    Mark mark = found.getValue();
    byte[] image = unpacked(mark);
    return new Memory(
        new Checkpoint(found.getKey(), mark.recordSeq(), 0, "", false, image), mark.orders());
  }

  private static byte[] packed(byte[] image) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(image);
      deflater.finish();
      byte[] packed = new byte[PIECE];
      int length = 0;
      while (!deflater.finished()) {
        packed = length == packed.length ? Arrays.copyOf(packed, 2 * length) : packed;
        length += deflater.deflate(packed, length, packed.length - length);
      }
      return Arrays.copyOf(packed, length);
    } finally {
      deflater.end();
    }
  }

  private static byte[] unpacked(Mark mark) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(mark.packed());
      byte[] image = new byte[mark.length()];
      int length = 0;
      while (length < image.length && !inflater.finished()) {
        length += inflater.inflate(image, length, image.length - length);
      }
      return image;
    } catch (DataFormatException impossible) {
      throw new IllegalStateException("it was packed here", impossible);
    } finally {
      inflater.end();
    }
  }
}
