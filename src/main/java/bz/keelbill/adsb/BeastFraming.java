package bz.keelbill.adsb;

import bz.keelbill.report.Scan;

/**
 * Cuts a stream of the Beast binary format (TCP 30005) into frames, whatever the chunks.
 *
 * <p>A frame is an escape byte 0x1A, a type, a six-byte counter, a signal byte and the payload, in
 * which every 0x1A is doubled. So an escape that is not doubled always begins something, and a
 * frame cut short cannot hide the next one. One cut between the two bytes of an escape can:
 * therefore a frame that is not followed by an escape, or holds what looks like the beginning of
 * another, is given out, for its parity decides, and what stands in it is searched once more.
 *
 * <p>Memory is bounded. One instance per stream, one thread at a time.
 */
public final class BeastFraming {
  /** The type of a Mode S frame of 7 bytes. */
  static final byte SHORT = '2';

  /** The type of a Mode S frame of 14 bytes. */
  static final byte LONG = '3';

  /** The type of a Mode A/C reply, 2 bytes. */
  static final byte MODE_AC = '1';

  /** Begins a piece whose receiver is named by the eight bytes that follow, before the type. */
  static final byte RECEIVER = (byte) 0xE3;

  /** Bytes of that name. */
  static final int RECEIVER_BYTES = 8;

  /** Counter and signal. */
  static final int STAMP_BYTES = 7;

  private static final byte ESCAPE = 0x1A;
  private static final int LONGEST = 1 + RECEIVER_BYTES + 1 + STAMP_BYTES + 14;

  /** A status is shorter than this, with all its escapes. */
  private static final int LONGEST_STATUS = 64;

  /** Garbage is given out in pieces of so many bytes, however it came. */
  private static final int GARBAGE_BYTES = 64;

  private static final int BUFFER_BYTES = 1 << 13;

  /** Takes what was found. */
  public interface Sink {

    /**
     * One frame: its type, counter, signal and payload, escapes undone, perhaps behind {@link
     * #RECEIVER} and a name. The array is used again afterwards.
     */
    void frame(byte[] bytes, int from, int to);

    /** At most 64 bytes that belong to no frame, or a frame cut short; used again afterwards. */
    void garbage(byte[] bytes, int from, int to);
  }

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] piece = new byte[LONGEST];
  private final byte[] rubbish = new byte[GARBAGE_BYTES];
  private int rubbishBytes;
  private int end;

  /** Where the search goes on. */
  private int at;

  /** Up to where all bytes have been given out as a frame or as garbage. */
  private int known;

  /**
   * Where the frame began that ends at {@link #known} and whose next byte is not seen yet; or −1.
   */
  private int unproven = -1;

  /** Whether a doubled escape in the frame looked at last may begin another one. */
  private boolean holdsBeginning;

  /** Whether the piece begins with a receiver's name. */
  private boolean isNamed;

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
      cut(false, sink);
      compact();
    }
  }

  /** The stream has ended: what stands unfinished is garbage. */
  public void finish(Sink sink) {
    cut(true, sink);
    clear(sink);
    reset();
  }

  /** Forgets what stands unfinished. */
  public void reset() {
    end = 0;
    at = 0;
    known = 0;
    unproven = -1;
    isNamed = false;
    rubbishBytes = 0;
  }

  private void compact() {
    int keep = unproven >= 0 ? unproven : at;
    System.arraycopy(buffer, keep, buffer, 0, end - keep);
    end -= keep;
    at -= keep;
    known = Math.max(0, known - keep);
    unproven -= unproven >= 0 ? keep : 0;
  }

  private void cut(boolean isEnd, Sink sink) {
    boolean goesOn = true;
    while (goesOn && (at < end || isEnd && unproven >= 0)) {
      searchAgain();
      int escape = Scan.indexOf((char) ESCAPE, buffer, at, end);
      garbage(at, escape, sink);
      goesOn = escape < end && begins(escape, isEnd, sink);
    }
  }

  /** Goes back into the frame given out last if it is in doubt. */
  private void searchAgain() {
    if (unproven >= 0) {
      boolean isFollowed = at < end && buffer[at] == ESCAPE;
      isNamed &= isFollowed;
      at = isFollowed && !holdsBeginning ? at : unproven + 1;
      unproven = -1;
    }
  }

  /** Passes over bytes of no frame; those that were given out before are not told again. */
  private void garbage(int from, int to, Sink sink) {
    for (int each = Math.max(from, known); each < to; each++) {
      rubbish[rubbishBytes++] = buffer[each];
      isNamed = false;
      if (rubbishBytes == GARBAGE_BYTES) {
        clear(sink);
      }
    }
    known = Math.max(known, to);
    at = to;
  }

  /** Gives out the garbage so far: something else begins. */
  private void clear(Sink sink) {
    if (rubbishBytes > 0) {
      sink.garbage(rubbish, 0, rubbishBytes);
      rubbishBytes = 0;
    }
  }

  /** Deals with what begins at an escape; false if more bytes are needed to know. */
  private boolean begins(int escape, boolean isEnd, Sink sink) {
    if (escape + 1 == end) {
      return waits(escape, isEnd, sink);
    }
    byte type = buffer[escape + 1];
    int count = bytesAfter(type);
    if (count > 0) {
      return isWhole(escape, count, sink) || waits(escape, isEnd, sink);
    }
    if (isStatus(type)) {
      return skipsStatus(escape, sink) || waits(escape, isEnd, sink);
    }
    garbage(escape, escape + 1, sink);
    return true;
  }

  /** What is unfinished waits for more bytes; at the end of the stream it was cut short. */
  private boolean waits(int escape, boolean isEnd, Sink sink) {
    if (at == escape && isEnd) {
      garbage(escape, escape + 1, sink);
    }
    return at != escape;
  }

  private static int bytesAfter(byte type) {
    return switch (type) {
      case MODE_AC -> STAMP_BYTES + 2;
      case SHORT -> STAMP_BYTES + 7;
      case LONG -> STAMP_BYTES + 14;
      case RECEIVER -> RECEIVER_BYTES;
      default -> -1;
    };
  }

  /** What a receiver tells of itself, in lengths of their own. */
  private static boolean isStatus(byte type) {
    return type == '4' || type == '5' || type == 'H' || type == 'P';
  }

  /** Passes over a status, which ends where the next thing begins; whether that is there. */
  private boolean skipsStatus(int escape, Sink sink) {
    int limit = escape + LONGEST_STATUS;
    int next = escape + 2;
    while (next < limit) {
      next = Scan.indexOf((char) ESCAPE, buffer, next, Math.min(limit, end));
      if (next + 1 >= end) {
        return false;
      }
      if (next < limit && buffer[next + 1] != ESCAPE) {
        break;
      }
      next += 2;
    }
    clear(sink);
    at = escape + 1; // it may have been cut short too
    known = Math.max(known, Math.min(next, limit));
    isNamed = false;
    return true;
  }

  /** Takes a frame, each doubled escape once; whether all its bytes are there. */
  private boolean isWhole(int escape, int count, Sink sink) {
    int to = isNamed ? 1 + RECEIVER_BYTES : 0;
    int from = escape + 1;
    piece[to++] = buffer[from++];
    int length = to + count;
    holdsBeginning = false;
    while (to < length) {
      if (from == end || buffer[from] == ESCAPE && from + 1 == end) {
        return false;
      }
      if (buffer[from] == ESCAPE) {
        if (buffer[++from] != ESCAPE) {
          garbage(escape, escape + 1, sink);
          return true;
        }
        holdsBeginning |= from + 1 < end && bytesAfter(buffer[from + 1]) > 0;
      }
      piece[to++] = buffer[from++];
    }
    at = from;
    known = Math.max(known, from);
    taken(escape, length, sink);
    return true;
  }

  private void taken(int escape, int length, Sink sink) {
    clear(sink);
    unproven = escape;
    if (buffer[escape + 1] == RECEIVER) {
      System.arraycopy(piece, length - RECEIVER_BYTES - 1, piece, 0, RECEIVER_BYTES + 1);
      isNamed = true;
      return;
    }
    isNamed = false;
    sink.frame(piece, 0, length);
  }
}
