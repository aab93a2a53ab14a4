package bz.keelbill.report;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines at each LF, dropping a CR before it, whatever the chunks.
 *
 * <p>Memory is bounded: a line over the limit is skipped up to its LF and reported once. Lines are
 * numbered from 1 as an editor would, empty and skipped ones included. One instance per stream, one
 * thread at a time.
 */
public final class LineFraming {

  /** Takes the lines. */
  public interface Sink {
    /** One whole line, without its line end; may be empty. The array belongs to the receiver. */
    void line(long number, byte[] bytes);

    /** A line over the limit was skipped; {@code start} is its first bytes. */
    void tooLong(long number, byte[] start);
  }

  private static final int START_BYTES = 64;

  private final byte[] pending;
  private int length;
  private long number;
  private boolean skipping;

  /**
   * Begins a stream.
   *
   * @param maxBytes the longest line taken, without its line end
   */
  public LineFraming(int maxBytes) {
    pending = new byte[maxBytes + 1];
  }

  /** Takes the next bytes of the stream. */
  public void push(byte[] chunk, int offset, int count, Sink sink) {
    int end = offset + count;
    int from = offset;
    for (int at; (at = Scan.indexOf('\n', chunk, from, end)) < end; from = at + 1) {
      if (length == 0 && !skipping && at - from < pending.length) {
        number++;
        sink.line(number, copy(chunk, from, at));
      } else {
        keep(chunk, from, at - from, sink);
        endLine(sink);
      }
    }
    keep(chunk, from, end - from, sink);
  }

  /** The stream has ended: what stands after the last LF is a line too. */
  public void finish(Sink sink) {
    if (length > 0 || skipping) {
      endLine(sink);
    }
  }

  /** Forgets an unfinished line, as after a reconnection. */
  public void reset() {
    length = 0;
    skipping = false;
  }

  private void keep(byte[] chunk, int from, int count, Sink sink) {
    if (skipping || count == 0) {
      return;
    }
    int room = pending.length - length;
    System.arraycopy(chunk, from, pending, length, Math.min(room, count));
    length += Math.min(room, count);
    // One byte over the limit is only allowed to be the CR of a line end.
    if (count > room || (length == pending.length && pending[length - 1] != '\r')) {
      sink.tooLong(number + 1, Arrays.copyOf(pending, Math.min(START_BYTES, length)));
      skipping = true;
      length = 0;
    }
  }

  private void endLine(Sink sink) {
    number++;
    if (!skipping) {
      sink.line(number, copy(pending, 0, length));
    }
    reset();
  }

  /** A line without the CR of its line end. */
  private static byte[] copy(byte[] text, int from, int to) {
    int end = to > from && text[to - 1] == '\r' ? to - 1 : to;
    return Arrays.copyOfRange(text, from, end);
  }
}
