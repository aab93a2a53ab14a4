package bz.keelbill.asterix;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into ASTERIX blocks by their lengths, whatever the chunks.
 *
 * <p>A block has no mark at its beginning and no checksum. The step from one to the next is
 * believed until a length is impossible, or a block of a category that we know holds what no
 * edition allows; then the next block that can be read wholly is looked for, octet by octet. What
 * lies between is given out in pieces, so that it is counted. Memory is bounded. One instance per
 * stream, one thread at a time.
 */
public final class AsterixFraming {
  /** No block of a category that we know is longer; a longer one is a wrong length. */
  private static final int LONGEST_KNOWN = 1 << 13;

  private static final int PIECE_OCTETS = 256;
  private static final int BUFFER_OCTETS = 1 << 17;
  private static final Category[][] EDITIONS = editions();

  private final byte[] buffer = new byte[BUFFER_OCTETS];
  private final int[] starts = new int[64];
  private int end;

  /** Where the search goes on. */
  private int at;

  /** Where bytes begin that belong to no block. */
  private int lostFrom;

  private boolean isLost;

  /** Takes what was found. */
  public interface Sink {
    /** One block, or at most 256 octets that belong to none; the array is the receiver's. */
    void piece(byte[] bytes);
  }

  private static Category[][] editions() {
    Dialect.AdsbEdition[] all = Dialect.AdsbEdition.values();
    Category[][] tables = new Category[all.length][];
    for (Dialect.AdsbEdition edition : all) {
      tables[edition.ordinal()] = new Dialect(edition, 1).categories();
    }
    return tables;
  }

  /**
   * Whether blocks that can be read wholly hold more of a recording's beginning than what lies
   * between them.
   */
  public static boolean isMostlyBlocks(byte[] beginning, int count) {
    AsterixFraming framing = new AsterixFraming();
    framing.isLost = true;
    int[] held = new int[1];
    framing.push(
        beginning, 0, count, piece -> held[0] += framing.isReadable(piece) ? piece.length : 0);
    return held[0] > (count - framing.end) / 2 && held[0] > 0;
  }

  /** Takes the next bytes of the stream. */
  public void push(byte[] chunk, int offset, int count, Sink sink) {
    int from = offset;
    int left = count;
    while (left > 0) {
      int taken = Math.min(left, buffer.length - end);
      System.arraycopy(chunk, from, buffer, end, taken);
      end += taken;
      from += taken;
      left -= taken;
      cut(sink);
      compact();
    }
  }

  /** The stream has ended: what stands unfinished is given out as it is. */
  public void finish(Sink sink) {
    while (isLost && at < end) {
      step(sink);
      cut(sink);
    }
    giveLost(end, sink);
    reset();
  }

  /** Forgets what stands unfinished. */
  public void reset() {
    end = 0;
    at = 0;
    lostFrom = 0;
    isLost = false;
  }

  private void compact() {
    System.arraycopy(buffer, lostFrom, buffer, 0, end - lostFrom);
    end -= lostFrom;
    at -= lostFrom;
    lostFrom = 0;
  }

  private void cut(Sink sink) {
    while (end - at >= AsterixReader.HEADER_OCTETS) {
      int length = AsterixReader.blockLength(buffer, at, end);
      if (!isPossible(at, length) || isLost && !isKnown(at)) {
        step(sink);
      } else if (at + length + (isKnown(at) ? 0 : AsterixReader.HEADER_OCTETS) > end) {
        return;
      } else if (isCredible(length)) {
        block(length, sink);
      } else {
        step(sink);
      }
    }
  }

  private boolean isKnown(int header) {
    return EDITIONS[0][buffer[header] & 0xFF] != null;
  }

  /** Whether a block may have such a beginning. */
  private boolean isPossible(int header, int length) {
    boolean mayBe = isKnown(header) ? length <= LONGEST_KNOWN : buffer[header] != 0;
    return length > AsterixReader.HEADER_OCTETS && mayBe;
  }

  /** Of a block that we cannot read what follows decides: it is whole, and three octets more. */
  private boolean isCredible(int length) {
    if (isKnown(at)) {
      return !isLost || isReadable(Arrays.copyOfRange(buffer, at, at + length));
    }
    int next = at + length;
    boolean isUsual =
        isKnown(next) || buffer[next] == buffer[at] || AsterixReader.isStatus(buffer[next] & 0xFF);
    return isUsual && isPossible(next, AsterixReader.blockLength(buffer, next, end));
  }

  /** This is no block's beginning. */
  private void step(Sink sink) {
    isLost = true;
    at++;
    if (at - lostFrom == PIECE_OCTETS) {
      giveLost(at, sink);
    }
  }

  private void block(int length, Sink sink) {
    giveLost(at, sink);
    byte[] piece = Arrays.copyOfRange(buffer, at, at + length);
    isLost = isKnown(at) && !isReadable(piece);
    sink.piece(piece);
    at += length;
    lostFrom = at;
  }

  private void giveLost(int to, Sink sink) {
    if (to > lostFrom) {
      sink.piece(Arrays.copyOfRange(buffer, lostFrom, to));
      lostFrom = to;
    }
  }

  /** Whether records of one edition fill a block of a category that we know. */
  private boolean isReadable(byte[] block) {
    for (Category[] edition : EDITIONS) {
      Category table = edition[block[0] & 0xFF];
      int record = AsterixReader.HEADER_OCTETS;
      while (table != null && record >= 0 && record < block.length) {
        record = table.end(block, record, block.length, starts);
      }
      if (record == block.length) {
        return true;
      }
    }
    return false;
  }
}
