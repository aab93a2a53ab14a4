package bz.keelbill.json;

import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.vms.NafFraming;
import bz.keelbill.vms.NafMessage;
import bz.keelbill.vms.NafReader;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Positions of tracking boxes (NAF) as JSON lines, one object a record; what it does not tell is
 * absent.
 *
 * <p>Keys: {@code i} (0-based record), {@code type}, {@code time}, {@code callsign}, {@code
 * registration}, {@code name}, {@code flag}, {@code lat}, {@code lon}, {@code sigma_m}, {@code
 * speed_kn}, {@code course_deg}.
 */
public final class VmsJson implements LineFraming.Sink, NafReader.Output {
  private static final int CHUNK_BYTES = 1 << 14;

  private final NafReader reader = new NafReader();
  private final Map<Reject.Reason, Long> rejects = new EnumMap<>(Reject.Reason.class);
  private final JsonGenerator json;
  private long messages;
  private long record = -1;

  private VmsJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * What became of a stream.
   *
   * @param messages how many positions were written
   * @param rejects how many records, or fields of them, were refused, by reason
   */
  public record Tally(long messages, Map<Reject.Reason, Long> rejects) {}

  /**
   * Writes every position, in input order.
   *
   * @param in records, with whatever stands between them; not closed
   * @param out takes UTF-8 JSON, an LF behind each object; flushed, not closed
   * @throws IOException if a stream fails; bad records never do
   */
  public static Tally decode(InputStream in, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      VmsJson sink = new VmsJson(json);
      NafFraming framing = new NafFraming();
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        framing.push(chunk, 0, count, sink);
      }
      framing.finish(sink);
      return new Tally(sink.messages, Collections.unmodifiableMap(sink.rejects));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  @Override
  public void line(long number, byte[] bytes) {
    record++;
    reader.read(bytes, this);
  }

  @Override
  public void tooLong(long number, byte[] start) {
    record++;
    reject(Reject.Reason.TOO_LONG);
  }

  @Override
  public void reject(Reject.Reason reason) {
    rejects.merge(reason, 1L, Long::sum);
  }

  @Override
  public void message(NafMessage message) {
    messages++;
    try {
      json.writeStartObject();
      json.writeNumberField("i", record);
      json.writeStringField("type", message.type());
      json.writeStringField("time", Instant.ofEpochMilli(message.atMillis()).toString());
      TrackJson.writeKnown("callsign", message.ship().callsign(), json);
      TrackJson.writeKnown("registration", message.ship().registration(), json);
      TrackJson.writeKnown("name", message.ship().name(), json);
      TrackJson.writeKnown("flag", message.ship().flag(), json);
      writeKnown("lat", Math.round(message.position().latitude() * 1e6) / 1e6);
      writeKnown("lon", Math.round(message.position().longitude() * 1e6) / 1e6);
      writeKnown("sigma_m", message.sigmaMetres());
      writeKnown("speed_kn", message.speedKnots());
      writeKnown("course_deg", message.courseDegrees());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void writeKnown(String field, double value) throws IOException {
    if (value == Math.rint(value)) {
      json.writeNumberField(field, (long) value);
    } else if (!Double.isNaN(value)) {
      json.writeNumberField(field, value);
    }
  }
}
