package bz.keelbill.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Cuts a stream of bytes into air traffic services messages, whatever the chunks: each with the
 * lines of its envelope before it, from {@code (} to {@code )}.
 *
 * <p>Where a line names the columns of a table of clearances, the lines behind it are its rows: the
 * header comes out once by itself, then before each row, so that each piece can be understood
 * alone. Messages may stand between the rows.
 *
 * <p>Memory is bounded. A message that is never closed ends where the next begins or the stream
 * does, and is handed out as it is: the decoder refuses it. What is too long, in or between
 * messages, is dropped and reported. One instance per stream, one thread at a time.
 */
public final class PlanFraming {

  /** Takes the messages. */
  public interface Sink {
    /**
     * One message with its envelope. The array belongs to the receiver.
     *
     * @param number the physical line, from 1, on which the message itself begins
     */
    void message(long number, byte[] bytes);

    /** Bytes over the limit were dropped; {@code start} is the first of them. */
    void tooLong(long number, byte[] start);
  }

  /** The longest message taken, with its envelope, bytes. */
  public static final int MAX_BYTES = 16 * 1024;

  private static final int MAX_ENVELOPE_BYTES = 2048;
  private static final int START_BYTES = 64;

  /** ICAO Doc 4444, appendix 3: the message types that may follow an opening parenthesis. */
  private static final Set<String> TYPES =
      Set.of(
          "ALR", "RCF", "FPL", "CHG", "CNL", "DLA", "DEP", "ARR", "CPL", "EST", "CDN", "ACP", "LAM",
          "RQP", "RQS", "SPL");

  private final byte[] pending = new byte[MAX_BYTES];
  private int length;
  private int open = -1;
  private long openNumber;
  private long number = 1;
  private boolean skipping;
  private ClearanceTable table;
  private String header;
  private boolean isRow;

  /** Whether a line names the columns of a table of clearances. */
  public static boolean isTableHeader(String line) {
    return ClearanceTable.ofHeader(line) != null;
  }

  /** Takes the next bytes of the stream. */
  public void push(byte[] chunk, int offset, int count, Sink sink) {
    for (int at = offset; at < offset + count; at++) {
      take(chunk[at], sink);
      number += chunk[at] == '\n' ? 1 : 0;
    }
  }

  /** The stream has ended: an unclosed message, or words outside any, are handed out too. */
  public void finish(Sink sink) {
    if (open < 0 && length > 0) {
      endLine(sink);
    }
    String rest = new String(pending, 0, length, StandardCharsets.ISO_8859_1).trim();
    if (open >= 0 || !rest.isEmpty() && !rest.equals("NNNN")) {
      sink.message(open >= 0 ? openNumber : number, Arrays.copyOf(pending, length));
    }
    reset();
  }

  /** Forgets an unfinished message and the table, as after a reconnection. */
  public void reset() {
    table = null;
    header = null;
    clear();
  }

  private void clear() {
    isRow = false;
    length = 0;
    open = -1;
    skipping = false;
  }

  private void take(byte next, Sink sink) {
    // A bracket in a row, or in its quotes, is a bracket in a remark.
    if (open < 0 && (next != '(' || isRow)) {
      takeEnvelope(next, sink);
      return;
    }
    if (open < 0) {
      open = length;
      openNumber = number;
    }
    pending[length++] = next;
    if (next == ')') {
      sink.message(openNumber, Arrays.copyOf(pending, length));
      clear();
    } else if (isOpening(length - 4) && pending[length - 5] == '\n') {
      breakOff(length - 4, sink);
    } else if (next == '-' && isOpening(length - 5)) {
      breakOff(length - 5, sink);
    } else if (length == MAX_BYTES) {
      drop(openNumber, open, sink);
    }
  }

  private void takeEnvelope(byte next, Sink sink) {
    if (skipping) {
      skipping = next != '\n';
      return;
    }
    if (next == '\n' && endLine(sink)) {
      return;
    }
    isRow |= table != null && (next == table.separator() || next == '"');
    pending[length++] = next;
    if (length == MAX_ENVELOPE_BYTES) {
      drop(number, 0, sink);
    }
  }

  /**
   * A line outside any message has ended.
   *
   * @return whether it was a header or a row, and has been given out; an envelope's lines stay
   */
  private boolean endLine(Sink sink) {
    int from = lineStart();
    ClearanceTable begun = ClearanceTable.ofHeader(text(from, length));
    if (begun == null && !isRow) {
      return false;
    }
    if (begun != null) {
      table = begun;
      header = text(from, length).strip();
    }
    if (from > 0 && !text(0, from).isBlank()) {
      sink.message(number - 1, Arrays.copyOf(pending, from));
    }
    String piece = begun != null ? header : header + "\n" + text(from, length).strip();
    sink.message(number, piece.getBytes(StandardCharsets.ISO_8859_1));
    clear();
    return true;
  }

  private int lineStart() {
    int from = length;
    while (from > 0 && pending[from - 1] != '\n') {
      from--;
    }
    return from;
  }

  private String text(int from, int to) {
    return new String(pending, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Drops all that is pending, and what follows up to the next line or message. */
  private void drop(long fromNumber, int from, Sink sink) {
    sink.tooLong(fromNumber, Arrays.copyOfRange(pending, from, from + START_BYTES));
    clear();
    skipping = true;
  }

  /** Whether a message begins here inside the open one; a remark may hold a parenthesis too. */
  private boolean isOpening(int at) {
    return at > open
        && pending[at] == '('
        && TYPES.contains(new String(pending, at + 1, 3, StandardCharsets.ISO_8859_1));
  }

  /** A message begins inside an unclosed one, whose end may hold the new one's envelope. */
  private void breakOff(int start, Sink sink) {
    sink.message(openNumber, Arrays.copyOf(pending, start));
    int keep = Math.max(open + 1, start - MAX_ENVELOPE_BYTES);
    System.arraycopy(pending, keep, pending, 0, length - keep);
    length -= keep;
    open = start - keep;
    openNumber = number;
  }
}
