package bz.keelbill.json;

import bz.keelbill.report.LineFraming;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Cuts the documents of flight feeds into one piece per aircraft, whatever the chunks: {@code
 * {"now":..., "aircraft":[{...},...]}} and its likes, and streams of one aircraft to a line.
 *
 * <p>Each piece is a document of its own, the same with a list of one, so that a piece that was
 * recorded can be decoded alone. The time may stand behind the list, so a document is taken once it
 * is whole; one that is broken off is one piece, which the decoder refuses.
 *
 * <p>A line that begins as its document's first line did begins a new document, one that begins as
 * the open aircraft did the next aircraft, and a text never runs over a line end: so neither a lost
 * bracket nor a lost quote swallows what follows. Memory is bounded. One instance per stream, one
 * thread at a time.
 */
public final class FlightFraming {
  /** The longest document taken, bytes: some 15,000 aircraft. */
  public static final int MAX_DOCUMENT_BYTES = 8 << 20;

  /** The longest aircraft, and the longest rest of a document around its list, bytes. */
  public static final int MAX_BYTES = 8192;

  private static final int MOST_ELEMENTS = 20_000;
  private static final int START_BYTES = 64;
  private static final int PREFIX_BYTES = 6;
  private static final int LEAST_BYTES = 1 << 12;
  private static final int DEEPEST = 64;
  private static final Set<String> LISTS = Set.of("aircraft", "ac", "states", "trace");
  private static final byte[] LIKELY = {'{', '"'};

  private byte[] bytes = new byte[LEAST_BYTES];
  private int length;
  private int lineStart;
  private long number;

  /** How the first line of the document began; lines are passed over up to one like it. */
  private byte[] prefix = LIKELY;

  private boolean skipping;
  private boolean lineTooLong;

  // How far the document has been read. Its open brackets are bits, 1 for an object.
  private int start = -1;
  private int depth;
  private long brackets;
  private int keyStart;
  private int keyEnd;
  private int listStart = -1;
  private int listEnd = -1;
  private int[] elements = new int[64];
  private int elementCount;
  private int elementStart;
  private boolean overfull;

  /** Takes the next bytes of the stream. */
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
    int from = offset;
    for (int at = offset; at < offset + count; at++) {
      if (chunk[at] == '\n') {
        keep(chunk, from, at + 1 - from, sink);
        endLine(sink);
        from = at + 1;
      }
    }
    keep(chunk, from, offset + count - from, sink);
  }

  /** The stream has ended: what stands unfinished is handed out, and the decoder refuses it. */
  public void finish(LineFraming.Sink sink) {
    endLine(sink);
    if (start >= 0) {
      giveUp(length, sink);
    }
    reset();
  }

  /** Forgets what stands unfinished. */
  public void reset() {
    endDocument();
    length = 0;
    lineStart = 0;
    skipping = false;
    lineTooLong = false;
    bytes = bytes.length > 1 << 20 ? new byte[LEAST_BYTES] : bytes;
  }

  private void keep(byte[] chunk, int from, int count, LineFraming.Sink sink) {
    if (lineTooLong || count == 0) {
      return;
    }
    if (length + count > MAX_DOCUMENT_BYTES) {
      tooLong(sink);
      return;
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
    System.arraycopy(chunk, from, bytes, length, count);
    length += count;
  }

  /** What remains of the line is passed over, and then all up to a line like the first one. */
  private void tooLong(LineFraming.Sink sink) {
    if (!skipping) {
      int from = Math.max(start, 0);
      sink.tooLong(++number, Arrays.copyOfRange(bytes, from, Math.min(from + START_BYTES, length)));
      skipping = start >= 0;
    }
    endDocument();
    length = 0;
    lineStart = 0;
    lineTooLong = true;
  }

  private void endLine(LineFraming.Sink sink) {
    if (!lineTooLong) {
      beginLine(sink);
      if (skipping) {
        length = lineStart;
      } else {
        read(sink);
      }
    }
    lineTooLong = false;
    if (start < 0) {
      length = 0;
    }
    lineStart = length;
  }

  private void beginLine(LineFraming.Sink sink) {
    int from = lineStart;
    while (from < length && isBetween(bytes[from])) {
      from++;
    }
    boolean isLikeTheFirst =
        from + prefix.length <= length
            && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    if (isLikeTheFirst && start >= 0) {
      giveUp(lineStart, sink);
    } else if (listStart >= 0 && listEnd < 0 && depth > 2 && isLikeElement(from)) {
      brackets >>>= Math.min(depth, DEEPEST) - 2;
      depth = 2;
      endElement(lineStart - 1);
    }
    skipping &= !isLikeTheFirst;
  }

  /** Whether a line begins as the aircraft did that is still open: that one is broken then. */
  private boolean isLikeElement(int from) {
    int open = elementStart;
    while (open < length && isBlank(bytes[open])) {
      open++;
    }
    boolean isLike = from + PREFIX_BYTES <= length && open + PREFIX_BYTES <= lineStart;
    for (int at = 0; isLike && at < PREFIX_BYTES; at++) {
      isLike = bytes[open + at] == bytes[from + at] && bytes[open + at] > ' ';
    }
    return isLike;
  }

  /** Reads the line that stands at the end of the bytes. */
  private void read(LineFraming.Sink sink) {
    boolean inText = false;
    boolean escaped = false;
    for (int at = lineStart; at < length && !skipping; at++) {
      byte next = bytes[at];
      if (start < 0) {
        begin(at, sink);
      } else if (inText) {
        inText = escaped || next != '"';
        escaped = next == '\\' && !escaped;
        keyEnd = inText || depth != 1 ? keyEnd : at;
      } else if (next == '"') {
        inText = true;
        keyStart = depth == 1 ? at + 1 : keyStart;
      } else {
        mark(at, sink);
      }
    }
  }

  private void begin(int at, LineFraming.Sink sink) {
    byte next = bytes[at];
    if (next == '{' || next == '[') {
      start = at;
      int end = Math.min(length, at + PREFIX_BYTES);
      byte[] first = Arrays.copyOfRange(bytes, at, end);
      boolean isTelling = end - at == PREFIX_BYTES && first[PREFIX_BYTES - 1] > ' ';
      prefix = isTelling ? first : new byte[] {'{', '"', '\n'};
      open(at);
    } else if (!isBetween(next)) {
      // No JSON: a page of a proxy, a word of a service. It is one refusal, however long.
      int end = Math.min(length, at + MAX_BYTES);
      give(Arrays.copyOfRange(bytes, at, end > at && bytes[end - 1] == '\n' ? end - 1 : end), sink);
      prefix = LIKELY;
      skipping = true;
    }
  }

  private void mark(int at, LineFraming.Sink sink) {
    switch (bytes[at]) {
      case '{', '[' -> open(at);
      case '}', ']' -> close(at, sink);
      case ',' -> {
        if (isInList()) {
          endElement(at);
        }
      }
      default -> {}
    }
  }

  private void open(int at) {
    boolean isList = depth == 1 && listStart < 0 && bytes[at] == '[' && isListName();
    brackets = brackets << 1 | (bytes[at] == '{' ? 1 : 0);
    depth++;
    if (isList) {
      listStart = at + 1;
      elementStart = at + 1;
    }
  }

  private boolean isListName() {
    boolean isShort = keyEnd > keyStart && keyEnd - keyStart <= 8;
    return isShort
        && LISTS.contains(
            new String(bytes, keyStart, keyEnd - keyStart, StandardCharsets.ISO_8859_1));
  }

  private void close(int at, LineFraming.Sink sink) {
    boolean isObject = bytes[at] == '}';
    if (depth > DEEPEST || isObject != ((brackets & 1) == 1)) {
      giveUp(at + 1, sink);
      skipping = true;
      return;
    }
    if (isInList()) {
      endElement(at);
      listEnd = at;
    }
    brackets >>>= 1;
    depth--;
    if (depth == 0) {
      whole(at + 1, sink);
    }
  }

  private boolean isInList() {
    return depth == 2 && listStart >= 0 && listEnd < 0;
  }

  private void endElement(int at) {
    if (elementCount == 2 * MOST_ELEMENTS) {
      overfull = true;
      return;
    }
    if (elementCount + 2 > elements.length) {
      elements = Arrays.copyOf(elements, 2 * elements.length);
    }
    elements[elementCount++] = elementStart;
    elements[elementCount++] = at;
    elementStart = at + 1;
  }

  /** Hands the document out; without a list, or with an empty one, as it is. */
  private void whole(int end, LineFraming.Sink sink) {
    int given = 0;
    if (!overfull && listStart >= 0 && end - start - (listEnd - listStart) <= MAX_BYTES) {
      for (int element = 0; element < elementCount; element += 2) {
        given += giveElement(elements[element], elements[element + 1], end, sink) ? 1 : 0;
      }
    }
    if (given == 0 && end - start > 2 * MAX_BYTES) {
      sink.tooLong(++number, Arrays.copyOfRange(bytes, start, start + START_BYTES));
    } else if (given == 0) {
      give(Arrays.copyOfRange(bytes, start, end), sink);
    }
    endDocument();
  }

  private boolean giveElement(int blankFrom, int blankTo, int end, LineFraming.Sink sink) {
    int from = blankFrom;
    int to = blankTo;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    if (to - from > MAX_BYTES) {
      sink.tooLong(++number, Arrays.copyOfRange(bytes, from, from + START_BYTES));
    } else if (to > from) {
      byte[] piece = new byte[listStart - start + to - from + end - listEnd];
      System.arraycopy(bytes, start, piece, 0, listStart - start);
      System.arraycopy(bytes, from, piece, listStart - start, to - from);
      System.arraycopy(bytes, listEnd, piece, listStart - start + to - from, end - listEnd);
      give(piece, sink);
    }
    return to > from;
  }

  /** The document is broken: its beginning is one piece, which no decoder takes for a whole one. */
  private void giveUp(int end, LineFraming.Sink sink) {
    give(Arrays.copyOfRange(bytes, start, Math.min(end, start + START_BYTES)), sink);
    endDocument();
  }

  private void give(byte[] piece, LineFraming.Sink sink) {
    sink.line(++number, piece);
  }

  private void endDocument() {
    start = -1;
    depth = 0;
    brackets = 0;
    keyStart = 0;
    keyEnd = 0;
    listStart = -1;
    listEnd = -1;
    elementCount = 0;
    overfull = false;
  }

  private static boolean isBlank(byte next) {
    return next >= 0 && next <= ' ';
  }

  /** What may stand between documents: blanks, commas, and UTF-8's mark of byte order. */
  private static boolean isBetween(byte next) {
    return isBlank(next)
        || next == ','
        || next == (byte) 0xEF
        || next == (byte) 0xBB
        || next == (byte) 0xBF;
  }
}
