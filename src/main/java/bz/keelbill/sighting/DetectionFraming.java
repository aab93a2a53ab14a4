package bz.keelbill.sighting;

import bz.keelbill.report.LineFraming;
import java.util.Arrays;

/**
 * Cuts a table of detections into its rows, whatever the chunks: the first line that is not empty
 * is the header; it comes out alone once, and then before each row, so that each piece can be
 * understood alone. The same line again is a header again.
 *
 * <p>Memory is bounded. One instance per stream, one thread at a time.
 */
public final class DetectionFraming {
  /** The longest line taken, bytes. */
  public static final int MAX_LINE_BYTES = 8 * 1024;

  private final LineFraming lines = new LineFraming(MAX_LINE_BYTES);
  private byte[] header;

  /** Takes the next bytes of the stream. */
  public void push(byte[] chunk, int offset, int count, LineFraming.Sink sink) {
    lines.push(chunk, offset, count, new Rows(sink));
  }

  /** The stream has ended: what stands after the last line end is a row too. */
  public void finish(LineFraming.Sink sink) {
    lines.finish(new Rows(sink));
    header = null;
  }

  /** Forgets an unfinished line and the header. */
  public void reset() {
    lines.reset();
    header = null;
  }

  private final class Rows implements LineFraming.Sink {
    private final LineFraming.Sink sink;

    private Rows(LineFraming.Sink sink) {
      this.sink = sink;
    }

    @Override
    public void line(long number, byte[] bytes) {
      if (isBlank(bytes)) {
        sink.line(number, new byte[0]);
      } else if (header == null || Arrays.equals(header, bytes)) {
        header = bytes;
        sink.line(number, bytes.clone());
      } else {
        byte[] piece = Arrays.copyOf(header, header.length + 1 + bytes.length);
        piece[header.length] = '\n';
        System.arraycopy(bytes, 0, piece, header.length + 1, bytes.length);
        sink.line(number, piece);
      }
    }

    @Override
    public void tooLong(long number, byte[] start) {
      sink.tooLong(number, start);
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
