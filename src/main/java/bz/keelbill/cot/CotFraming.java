package bz.keelbill.cot;

import bz.keelbill.report.LineFraming;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into Cursor on Target events, each with its XML declaration, whatever the
 * chunks: at {@code </event>} outside comments and CDATA, with or without line ends between.
 *
 * <p>An event that is never closed ends where the next begins, and is handed out as it is; so is
 * what lies between events: the reader refuses both. Memory is bounded: what is too long is dropped
 * up to the next beginning and told once. One instance per stream, one thread at a time.
 */
public final class CotFraming {
  /** The longest event taken, bytes. */
  public static final int MAX_BYTES = 1 << 16;

  private static final int START_BYTES = 64;
  private static final byte[] BEGIN = bytes("<event");
  private static final byte[] END = bytes("</event");

  /** What a text may be broken by, in which a tag is no tag. */
  private enum Aside {
    COMMENT("<!--", "-->"),
    CDATA("<![CDATA[", "]]>"),
    INSTRUCTION("<?", "?>");

    private final byte[] begin;
    private final byte[] end;

    Aside(String begin, String end) {
      this.begin = bytes(begin);
      this.end = bytes(end);
    }
  }

  private static final Aside[] ASIDES = Aside.values();

  private final byte[] pending = new byte[MAX_BYTES];
  private int length;
  private long number = 1;
  private long startNumber;

  /** Where the last tag, or the aside, begins; −1 if none does. */
  private int tag = -1;

  private Aside aside;
  private boolean isOpen;
  private boolean isSkipping;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the next bytes of the stream; an event's number is the line on which it begins. */
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
    for (int at = offset; at < offset + count; at++) {
      take(chunk[at], sink);
      number += chunk[at] == '\n' ? 1 : 0;
    }
  }

  /** The stream has ended: what stands unfinished is handed out as it is. */
  public void finish(LineFraming.Sink sink) {
    give(length, sink);
    reset();
  }

  /** Forgets what stands unfinished. */
  public void reset() {
    restart(length);
    aside = null;
  }

  private void take(byte next, LineFraming.Sink sink) {
    if (length == 0 && isBlank(next)) {
      return;
    }
    if (length == MAX_BYTES) {
      drop(sink);
    }
    if (length == 0) {
      startNumber = number;
    }
    pending[length++] = next;
    if (aside != null) {
      // The end must not share a letter with the beginning: <!--> is not closed.
      boolean ends = next == '>' && endsWith(aside.end, tag + aside.begin.length);
      aside = ends ? null : aside;
    } else if (next == '<') {
      tag = length - 1;
    } else if (tag >= 0) {
      tag(next, sink);
    }
  }

  private void tag(byte next, LineFraming.Sink sink) {
    boolean endsName = isBlank(next) || next == '>' || next == '/';
    if (endsName && isTag(BEGIN, length - 1)) {
      begin(sink);
    } else if (next == '>' && isEnd()) {
      give(length, sink);
      restart(length);
    }
    for (Aside each : ASIDES) {
      if (isTag(each.begin, length)) {
        aside = each;
      }
    }
  }

  /** Whether the last tag, up to {@code to}, is these bytes. */
  private boolean isTag(byte[] wanted, int to) {
    return tag >= 0 && Arrays.equals(pending, tag, to, wanted, 0, wanted.length);
  }

  /** {@code </event>}, with blanks before the bracket or without. */
  private boolean isEnd() {
    int to = length - 1;
    while (to > tag && isBlank(pending[to - 1])) {
      to--;
    }
    return isTag(END, to);
  }

  private void begin(LineFraming.Sink sink) {
    boolean isDeclared = !isOpen && !isSkipping && pending[0] == '<' && tag > 0 && isMark(1);
    if (!isDeclared) {
      give(tag, sink);
      restart(tag);
      tag = 0;
    }
    isOpen = true;
  }

  /** Whether what stands before the event is a declaration, a comment or the like. */
  private boolean isMark(int at) {
    return pending[at] == '?' || pending[at] == '!';
  }

  /** Forgets all before a place. */
  private void restart(int from) {
    System.arraycopy(pending, from, pending, 0, length - from);
    length -= from;
    tag = -1;
    isOpen = false;
    isSkipping = false;
    startNumber = number;
  }

  private void drop(LineFraming.Sink sink) {
    boolean isKnown = isSkipping;
    if (!isKnown) {
      sink.tooLong(startNumber, Arrays.copyOf(pending, START_BYTES));
    }
    boolean isInTag = aside == null && tag >= length - BEGIN.length;
    int from = isInTag ? tag : length;
    restart(from);
    tag = isInTag ? 0 : -1;
    aside = null;
    isSkipping = true;
  }

  private void give(int end, LineFraming.Sink sink) {
    if (!isSkipping && end > 0) {
      sink.line(startNumber, Arrays.copyOf(pending, end));
    }
  }

  private boolean endsWith(byte[] suffix, int notBefore) {
    int from = length - suffix.length;
    return from >= notBefore && Arrays.equals(pending, from, length, suffix, 0, suffix.length);
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
  }
}
