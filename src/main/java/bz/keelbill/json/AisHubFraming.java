package bz.keelbill.json;

import bz.keelbill.report.LineFraming;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Cuts AISHub's documents into one piece per vessel, whatever the chunks: {@code [ {header}, [
 * {vessel}, ... ] ]} or CSV with its columns in the first line.
 *
 * <p>Each piece is a document of its own, with what it needs of the header: the word for the units
 * stands before a JSON vessel, the columns before a CSV row. So a piece that was recorded can be
 * decoded alone. The header is a piece too, without the user's name, for it tells of errors.
 *
 * <p>Memory is bounded: a vessel over the limit is skipped and reported once. One instance per
 * stream, one thread at a time.
 */
public final class AisHubFraming {
  /** The longest vessel or header taken, bytes; real ones have some 400. */
  public static final int MAX_BYTES = 2048;

  private static final int START_BYTES = 64;

  private static final Pattern COLUMNS =
      Pattern.compile("(^|,)\\s*\"?MMSI\"?\\s*(,|$)", Pattern.CASE_INSENSITIVE);

  private static final byte[] VESSEL_MARK = "\"MMSI\"".getBytes(StandardCharsets.US_ASCII);

  /** What stands unfinished. */
  private enum Open {
    NOTHING,
    OBJECT,
    /** Something in a list that is no object. */
    WORD,
    /** A line of CSV, or of something else that is no JSON. */
    ROW
  }

  private final byte[] pending = new byte[MAX_BYTES];
  private int length;
  private boolean skipping;
  private long number;
  private Open open = Open.NOTHING;
  private int brackets;
  private int braces;
  private boolean inText;
  private boolean escaped;
  private boolean afterBrace;

  /** The units of the document that is being read, as its header says them, or null. */
  private String format;

  private byte[] columns;

  /** Takes the next bytes of the stream. */
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
    for (int at = offset; at < offset + count; at++) {
      take(chunk[at], sink);
    }
  }

  /** The stream has ended: what stands unfinished is handed out, and the decoder refuses it. */
  public void finish(LineFraming.Sink sink) {
    if (open == Open.ROW) {
      endRow(sink);
    } else if (length > 0) {
      give(Arrays.copyOf(pending, length), sink);
    } else if (brackets > 0 && !skipping) {
      give(new byte[] {'['}, sink);
    }
    reset();
  }

  /** Forgets what stands unfinished, and the header. */
  public void reset() {
    endPiece();
    brackets = 0;
    format = null;
    columns = null;
  }

  private void take(byte next, LineFraming.Sink sink) {
    switch (open) {
      case NOTHING -> begin(next, sink);
      case OBJECT -> takeObject(next, sink);
      case WORD -> takeWord(next, sink);
      case ROW -> takeRow(next, sink);
      default -> throw new IllegalStateException();
    }
  }

  private void begin(byte next, LineFraming.Sink sink) {
    switch (next) {
      case '{' -> {
        open = Open.OBJECT;
        takeObject(next, sink);
      }
      case '[' -> openList();
      case ']' -> closeList();
      default -> {
        boolean isBetween = next == ',' && (brackets > 0 || columns == null);
        if (!isBlank(next) && !isByteOrderMark(next) && !isBetween) {
          open = brackets > 0 ? Open.WORD : Open.ROW;
          keep(next, sink);
        }
      }
    }
  }

  private void openList() {
    if (brackets == 0) {
      format = null;
      columns = null;
    }
    brackets++;
  }

  private void closeList() {
    brackets = Math.max(0, brackets - 1);
    format = brackets == 0 ? null : format;
  }

  private void takeObject(byte next, LineFraming.Sink sink) {
    if (skipping) {
      skipObject(next);
    } else if (inText && next == '\n') {
      giveAndEnd(sink); // no JSON text holds a line end: its quote is missing
    } else {
      keep(next, sink);
      if (inText) {
        inText = escaped || next != '"';
        escaped = next == '\\' && !escaped;
      } else if (next == '"') {
        inText = true;
      } else if (next == '{') {
        braces++;
      } else if (next == '}' && --braces == 0) {
        endObject(sink);
      }
    }
  }

  /** In a list the next object comes behind a brace and a comma, the end behind a bracket. */
  private void skipObject(byte next) {
    if (afterBrace && (next == ',' || next == ']')) {
      endPiece();
      if (next == ']') {
        closeList();
      }
    } else if (!isBlank(next)) {
      afterBrace = next == '}';
    }
  }

  private void endObject(LineFraming.Sink sink) {
    byte[] object = Arrays.copyOf(pending, length);
    endPiece();
    if (contains(object, VESSEL_MARK)) {
      give(format == null ? object : around("[{\"FORMAT\":\"" + format + "\"},[", object), sink);
    } else {
      give(header(object), sink);
    }
  }

  private byte[] header(byte[] object) {
    if (!(OutsideJson.read(object) instanceof ObjectNode header)) {
      return object;
    }
    header.remove("USERNAME");
    format = AisHubVessel.knownFormat(header.path("FORMAT").asText());
    JsonNode list = header.arrayNode().add(header);
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] around(String before, byte[] object) {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    piece.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    piece.writeBytes(object);
    piece.writeBytes(new byte[] {']', ']'});
    return piece.toByteArray();
  }

  private void takeWord(byte next, LineFraming.Sink sink) {
    boolean isEnd = isBlank(next) || next == ',' || "[]{}".indexOf(next) >= 0;
    if (isEnd) {
      giveAndEnd(sink);
      begin(next, sink);
    } else {
      keep(next, sink);
    }
  }

  private void takeRow(byte next, LineFraming.Sink sink) {
    if (next == '\n') {
      endRow(sink);
    } else {
      keep(next, sink);
    }
  }

  private void endRow(LineFraming.Sink sink) {
    int end = length > 0 && pending[length - 1] == '\r' ? length - 1 : length;
    byte[] row = Arrays.copyOf(pending, end);
    boolean isWhole = !skipping && end > 0;
    endPiece();
    if (isWhole && COLUMNS.matcher(new String(row, StandardCharsets.ISO_8859_1)).find()) {
      columns = row;
    } else if (isWhole) {
      give(columns == null ? row : beneath(columns, row), sink);
    }
  }

  private static byte[] beneath(byte[] columns, byte[] row) {
    byte[] both = Arrays.copyOf(columns, columns.length + 1 + row.length);
    both[columns.length] = '\n';
    System.arraycopy(row, 0, both, columns.length + 1, row.length);
    return both;
  }

  private void keep(byte next, LineFraming.Sink sink) {
    if (length < MAX_BYTES) {
      pending[length++] = next;
    } else if (!skipping) {
      skipping = true;
      afterBrace = false;
      sink.tooLong(++number, Arrays.copyOf(pending, START_BYTES));
      length = 0;
    }
  }

  private void giveAndEnd(LineFraming.Sink sink) {
    byte[] piece = Arrays.copyOf(pending, length);
    boolean wasSkipped = skipping;
    endPiece();
    if (!wasSkipped) {
      give(piece, sink);
    }
  }

  private void give(byte[] piece, LineFraming.Sink sink) {
    sink.line(++number, piece);
  }

  private void endPiece() {
    open = Open.NOTHING;
    length = 0;
    skipping = false;
    braces = 0;
    inText = false;
    escaped = false;
    afterBrace = false;
  }

  private static boolean isBlank(byte next) {
    return next >= 0 && next <= ' ';
  }

  /** UTF-8's mark of byte order, EF BB BF. */
  private static boolean isByteOrderMark(byte next) {
    return next == (byte) 0xEF || next == (byte) 0xBB || next == (byte) 0xBF;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
