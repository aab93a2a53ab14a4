package bz.keelbill.sighting;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.Scan;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Decodes a table of satellite detections as {@link DetectionFraming} cuts it: each row to a {@link
 * Glimpse}. A picture shows a moment, often hours before it is told, and never a craft's way.
 */
public final class DetectionDecoder implements Decoder {
  /** What {@link Decoder.Output#message} calls a row. */
  private static final String DETECTION = "detection";

  private static final long AHEAD_MILLIS = 600_000;

  private final String station;
  private final DetectionColumns columns;
  private final ZoneId zone;
  private final boolean recorded;
  private byte[] header;
  private DetectionTable table;

  /**
   * For one feed.
   *
   * @param station whom the detections name as their sensor
   * @param columns which column holds what
   * @param zone of times written without one
   * @param recorded whether the lines' arrival is not known, so that no time can be ahead of it
   */
  public DetectionDecoder(String station, DetectionColumns columns, ZoneId zone, boolean recorded) {
    this.station = station;
    this.columns = columns;
    this.zone = zone;
    this.recorded = recorded;
  }

  /**
   * Whether a line could be the header of such a table: it says where, and when or of what scene.
   */
  public static boolean isHeader(String line) {
    boolean maySo = line.length() <= DetectionFraming.MAX_LINE_BYTES && line.indexOf(',') > 0;
    return maySo && DetectionTable.ofHeader(line, DetectionColumns.ANY).isDetections();
  }

  @Override
  public void decode(Line line, Output out) {
    byte[] bytes = line.bytes();
    int end = Scan.indexOf('\n', bytes, 0, bytes.length);
    if (header == null || !Arrays.equals(bytes, 0, end, header, 0, header.length)) {
      header = Arrays.copyOf(bytes, end);
      table = DetectionTable.ofHeader(text(bytes, 0, end), columns);
    }
    if (!table.isUsable()) {
      out.reject(new Reject(line, Reason.COLUMN_MISSING));
      return;
    }
    if (end < bytes.length) {
      decodeRow(line, text(bytes, end + 1, bytes.length), out);
    }
  }

  private void decodeRow(Line line, String row, Output out) {
    DetectionTable.Read read = table.row(row, line, this);
    for (int refused = 0; refused < read.refusedCells(); refused++) {
      out.reject(new Reject(line, Reason.FIELD_REFUSED));
    }
    if (read.glimpse() == null) {
      out.reject(new Reject(line, read.reason()));
    } else {
      out.message(DETECTION);
      out.report(read.glimpse());
    }
  }

  /** Whom the detections name as their sensor. */
  String station() {
    return station;
  }

  /** Of times written without one. */
  ZoneId zone() {
    return zone;
  }

  /** The latest time that can be, Unix milliseconds. */
  long latestMillis(Line line) {
    return recorded ? Long.MAX_VALUE : line.receivedAtMillis() + AHEAD_MILLIS;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
