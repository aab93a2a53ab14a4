package bz.keelbill.json;

import bz.keelbill.ais.AisMessage;
import bz.keelbill.ais.AisReader;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** AIS sentences in, one JSON object per message and line out. */
public final class AisLines {
  /** The longest line that is looked at, bytes. */
  public static final int LONGEST_LINE = 1_024;

  private static final int CHUNK = 1 << 16;

  /**
   * What was done.
   *
   * @param messages how many were written
   * @param rejects how many were refused, by reason; reasons that did not occur are absent
   */
  public record Counts(long messages, Map<Reject.Reason, Long> rejects) {}

  private AisLines() {}

  /**
   * Decodes to the end of the input, in input order. Refused input is counted and nothing more.
   *
   * @param in sentences, with whatever stands between them; not closed
   * @param out takes UTF-8 JSON, an LF behind each object; flushed, not closed
   * @throws IOException if a stream fails, never because of what is in it
   */
  public static Counts decode(InputStream in, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      Sink sink = new Sink(json);
      LineFraming framing = new LineFraming(LONGEST_LINE);
      byte[] chunk = new byte[CHUNK];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        framing.push(chunk, 0, count, sink);
      }
      framing.finish(sink);
      return sink.counts();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static final class Sink implements LineFraming.Sink, AisReader.Output {
    private final AisReader reader = new AisReader(AisReader.Timing.REPLAY);
    private final Map<Reject.Reason, Long> rejects = new EnumMap<>(Reject.Reason.class);
    private final JsonGenerator json;
    private final AisJson messages;
    private long written;

    Sink(JsonGenerator json) {
      this.json = json;
      this.messages = new AisJson(json);
    }

    @Override
    public void line(long number, byte[] bytes) {
      reader.read(bytes, 0, bytes.length, number, 0, this);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      reject(Reject.Reason.TOO_LONG);
    }

    @Override
    public void message(AisMessage message) {
      try {
        messages.write(message);
        json.writeRaw('\n');
        written++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void reject(Reject.Reason reason) {
      rejects.merge(reason, 1L, Long::sum);
    }

    Counts counts() {
      for (int i = reader.unfinished(); i > 0; i--) {
        reject(Reject.Reason.ORPHAN);
      }
      return new Counts(written, Collections.unmodifiableMap(rejects));
    }
  }
}
