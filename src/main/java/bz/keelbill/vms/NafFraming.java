package bz.keelbill.vms;

import bz.keelbill.report.LineFraming;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into records of the North Atlantic Format, {@code //SR//} to {@code
 * //ER//}, whatever the chunks: several may stand on a line, and one may run over several. Line
 * ends inside a record mean nothing and are taken out.
 *
 * <p>A record that is never closed ends where the next begins, and is handed out as it is; so is
 * what lies between records: the decoder refuses both. Memory is bounded: what is too long is
 * dropped up to the next beginning and told once. One instance per stream, one thread at a time.
 */
public final class NafFraming {
  /** The longest record taken, bytes. */
  public static final int MAX_BYTES = 4096;

  private static final int START_BYTES = 64;
  private static final byte[] BEGIN = bytes("//SR/");
  private static final byte[] END = bytes("//ER//");
  private static final byte[] LAST = bytes("//ER");

  private final byte[] pending = new byte[MAX_BYTES];
  private int length;
  private long number = 1;
  private long startNumber;
  private boolean isOpen;
  private boolean isSkipping;

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /**
   * Takes the next bytes of the stream; a record's number is the line on which {@code //SR/} ends.
   */
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
    for (int at = offset; at < offset + count; at++) {
      if (chunk[at] == '\n') {
        endLine(sink);
        number++;
      } else if (chunk[at] != '\r') {
        take(chunk[at], sink);
      }
    }
  }

  /** The stream has ended: what stands unfinished is handed out as it is. */
  public void finish(LineFraming.Sink sink) {
    give(length, sink);
    reset();
  }

  /** Forgets what stands unfinished. */
  public void reset() {
    length = 0;
    isOpen = false;
    isSkipping = false;
  }

  private void take(byte next, LineFraming.Sink sink) {
    if (length == MAX_BYTES) {
      drop(sink);
    }
    if (length == 0) {
      startNumber = number;
    }
    pending[length++] = next;
    if (next != '/') {
      return;
    }
    if (endsWith(BEGIN)) {
      begin(sink);
    } else if (isOpen && endsWith(END)) {
      give(length, sink);
      // These two may be the next record's first ones.
      restart(2);
    }
  }

  private void begin(LineFraming.Sink sink) {
    give(length - BEGIN.length, sink);
    restart(BEGIN.length);
    isOpen = true;
  }

  /** Keeps the last few bytes, which are slashes or a beginning. */
  private void restart(int keep) {
    System.arraycopy(pending, length - keep, pending, 0, keep);
    length = keep;
    isOpen = false;
    isSkipping = false;
    startNumber = number;
  }

  /** A closed record may lack its last slashes; a line that is no record ends here. */
  private void endLine(LineFraming.Sink sink) {
    boolean ends = isOpen ? endsWith(LAST) : !isSkipping && !mayBegin();
    if (ends) {
      give(length, sink);
      restart(0);
    }
  }

  /** Whether the line end may stand in the middle of a record's first letters. */
  private boolean mayBegin() {
    for (int letters = 1; letters < BEGIN.length; letters++) {
      if (endsWith(Arrays.copyOf(BEGIN, letters))) {
        return true;
      }
    }
    return false;
  }

  private void drop(LineFraming.Sink sink) {
    if (!isSkipping) {
      sink.tooLong(startNumber, Arrays.copyOf(pending, START_BYTES));
    }
    restart(BEGIN.length - 1);
    isSkipping = true;
  }

  private void give(int end, LineFraming.Sink sink) {
    if (!isSkipping && !isBlank(end)) {
      sink.line(startNumber, Arrays.copyOf(pending, end));
    }
  }

  private boolean isBlank(int end) {
    for (int at = 0; at < end; at++) {
      if (pending[at] != '/' && (pending[at] < 0 || pending[at] > ' ')) {
        return false;
      }
    }
    return true;
  }

  private boolean endsWith(byte[] suffix) {
    int from = length - suffix.length;
    return from >= 0 && Arrays.equals(pending, from, length, suffix, 0, suffix.length);
  }
}
