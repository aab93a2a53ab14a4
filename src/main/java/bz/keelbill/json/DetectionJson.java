package bz.keelbill.json;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.sighting.DetectionColumns;
import bz.keelbill.sighting.DetectionDecoder;
import bz.keelbill.sighting.DetectionFraming;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rows of a table of satellite detections as JSON lines, one object a row; what is not known is
 * absent.
 *
 * <p>Keys: {@code line}, {@code id}, {@code time}, {@code lat}, {@code lon}, {@code error_m},
 * {@code time_error_s}, {@code length_m}, {@code heading_deg}, {@code kind}, {@code mmsi}, {@code
 * match_score}, {@code words}.
 */
public final class DetectionJson implements LineFraming.Sink, Decoder.Output {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final String FILE = "file";

  private final DetectionDecoder decoder =
      new DetectionDecoder(FILE, DetectionColumns.ANY, ZoneOffset.UTC, true);
  private final DetectionFraming framing = new DetectionFraming();
  private final Map<Reject.Reason, Long> rejects = new EnumMap<>(Reject.Reason.class);
  private JsonGenerator json;
  private long detections;

  /**
   * What became of a table.
   *
   * @param detections how many rows were written
   * @param rejects how many rows or cells were refused, by reason
   */
  public record Tally(long detections, Map<Reject.Reason, Long> rejects) {
    /** Copies the map. */
    public Tally {
      Map<Reject.Reason, Long> copy = new EnumMap<>(Reject.Reason.class);
      copy.putAll(rejects);
      rejects = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * Writes every row, in input order.
   *
   * @throws IOException if a stream fails; bad rows never do
   */
  public Tally decode(InputStream in, OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.setRootValueSeparator(null);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      framing.push(chunk, 0, count, this);
    }
    framing.finish(this);
    json.flush();
    return new Tally(detections, rejects);
  }

  @Override
  public void line(long number, byte[] bytes) {
    if (bytes.length > 0) {
      decoder.decode(new Line(FILE, number, 0, bytes), this);
    }
  }

  @Override
  public void tooLong(long number, byte[] start) {
    rejects.merge(Reject.Reason.TOO_LONG, 1L, Long::sum);
  }

  @Override
  public void report(Report report) {
    try {
      write((Glimpse) report);
      detections++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void reject(Reject reject) {
    rejects.merge(reject.reason(), 1L, Long::sum);
  }

  private void write(Glimpse seen) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", seen.origin().lineNumber());
    json.writeStringField("id", seen.contact().name().substring("detection:".length()));
    json.writeStringField("time", Instant.ofEpochMilli(seen.atMillis()).toString());
    JournalMembers.write(json, seen.position());
    JournalMembers.write(json, "error_m", seen.errorMetres());
    if (seen.timeErrorMillis() > 0) {
      json.writeNumberField("time_error_s", seen.timeErrorMillis() / 1_000.0);
    }
    JournalMembers.write(json, "length_m", seen.looks().lengthMetres());
    JournalMembers.write(json, "heading_deg", seen.motion().headingDegrees());
    JournalMembers.write(json, "kind", seen.looks().kind());
    if (seen.hints().mmsi() != null) {
      json.writeNumberField("mmsi", seen.hints().mmsi());
    }
    JournalMembers.write(json, "match_score", seen.hints().matchScore());
    JournalMembers.write(json, "words", seen.looks().words());
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
