package bz.keelbill.asterix;

import bz.keelbill.report.Reject.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Reads blocks: category, length with these three octets, and records until there.
 *
 * <p>Records have no length of their own, so one that cannot be read takes the rest of its block
 * with it. Never throws; keeps nothing from one call to the next. One thread at a time.
 */
public final class AsterixReader {
  /** Octets of a block before its records. */
  static final int HEADER_OCTETS = 3;

  private static final int MOST_ITEMS = 56;
  private static final int SOURCE_PRESENT = 0x80;

  /** Categories by which radars and systems tell that they live; we read no more of them. */
  private static final Set<Integer> STATUS = Set.of(2, 19, 23, 25, 63, 65, 247);

  private final IntFunction<Dialect> dialectOf;
  private final Map<Dialect, Category[]> tables = new HashMap<>();
  private final AsterixMessage message = new AsterixMessage();
  private final int[] starts = new int[MOST_ITEMS];

  /** Takes what is found. */
  public interface Output {
    /** One record; the object is used again afterwards. */
    void message(AsterixMessage message);

    /** A block of a category that we pass over, though it proves that its sender lives. */
    default void status(int category) {
      // Only whoever counts wants to know.
    }

    /** Why a block, or the rest of it, is not read. */
    void reject(Reason reason);
  }

  /**
   * Begins.
   *
   * @param dialectOf what a source speaks, by {@link AsterixMessage#source()}; −1 for a record that
   *     does not say
   */
  public AsterixReader(IntFunction<Dialect> dialectOf) {
    this.dialectOf = dialectOf;
  }

  /** Reads the blocks that stand one after another, to the end of the bytes. */
  public void read(byte[] bytes, int from, int to, Output out) {
    int at = from;
    while (at < to) {
      int length = blockLength(bytes, at, to);
      if (length < HEADER_OCTETS || length > to - at) {
        out.reject(length < HEADER_OCTETS && to - at >= 3 ? Reason.MALFORMED : Reason.SHORT);
        return;
      }
      block(bytes, at, at + length, out);
      at += length;
    }
  }

  /** The length that a block claims; 0 where its header is cut off. */
  static int blockLength(byte[] bytes, int at, int to) {
    return to - at < HEADER_OCTETS ? 0 : (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
  }

  /** Whether it is one by which radars and systems tell that they live. */
  static boolean isStatus(int category) {
    return STATUS.contains(category);
  }

  private void block(byte[] bytes, int from, int to, Output out) {
    int category = bytes[from] & 0xFF;
    if (tables(dialectOf.apply(-1))[category] == null) {
      if (isStatus(category)) {
        out.status(category);
      } else {
        out.reject(Reason.NOT_USED);
      }
      return;
    }
    int at = from + HEADER_OCTETS;
    if (at == to) {
      out.reject(Reason.SHORT);
    }
    while (at >= 0 && at < to) {
      Category table = tables(dialectOf.apply(sourceAt(bytes, at, to)))[category];
      at = table.read(bytes, at, to, starts, message);
      if (at >= 0) {
        out.message(message);
      } else {
        out.reject(Reason.MALFORMED);
      }
    }
  }

  /** The source that a record names: item 010 is the first one in every edition. */
  private static int sourceAt(byte[] bytes, int at, int to) {
    if ((bytes[at] & SOURCE_PRESENT) == 0) {
      return -1;
    }
    int end = at;
    while (end < to && (bytes[end] & 1) != 0) {
      end++;
    }
    return end + 2 < to ? (bytes[end + 1] & 0xFF) << 8 | bytes[end + 2] & 0xFF : -1;
  }

  private Category[] tables(Dialect dialect) {
    Category[] known = tables.get(dialect);
    if (known == null) {
      known = dialect.categories();
      tables.put(dialect, known);
    }
    return known;
  }
}
