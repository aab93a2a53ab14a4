package bz.keelbill.json;

import bz.keelbill.asterix.AsterixField;
import bz.keelbill.asterix.AsterixFraming;
import bz.keelbill.asterix.AsterixMessage;
import bz.keelbill.asterix.AsterixReader;
import bz.keelbill.asterix.Dialect;
import bz.keelbill.report.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Records of an ASTERIX stream as JSON lines, one object a record; what it does not carry is
 * absent.
 *
 * <p>Keys: {@code i} (0-based block), {@code cat}, {@code sac}, {@code sic}, {@code time} (of day,
 * UTC) and the words of {@link AsterixField}. Flags stand only where they are set.
 */
public final class AsterixJson implements AsterixFraming.Sink, AsterixReader.Output {
  private static final int CHUNK_BYTES = 1 << 14;
  private static final AsterixField[] FIELDS = AsterixField.values();

  private final AsterixReader reader = new AsterixReader(source -> Dialect.NEWEST);
  private final AsterixFraming framing = new AsterixFraming();
  private final StringBuilder text = new StringBuilder();
  private final Map<Reject.Reason, Long> rejects = new EnumMap<>(Reject.Reason.class);
  private long messages;
  private long block = -1;

  /**
   * What became of a stream.
   *
   * @param messages how many records were written
   * @param rejects how many blocks, or rests of them, were refused, by reason
   */
  public record Tally(long messages, Map<Reject.Reason, Long> rejects) {
    /** Copies the map. */
    public Tally {
      Map<Reject.Reason, Long> copy = new EnumMap<>(Reject.Reason.class);
      copy.putAll(rejects);
      rejects = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * Writes every record, in input order.
   *
   * @throws IOException if a stream fails; bad blocks never do
   */
  public Tally decode(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      framing.push(chunk, 0, count, this);
      flushTo(out);
    }
    framing.finish(this);
    flushTo(out);
    out.flush();
    return new Tally(messages, rejects);
  }

  private void flushTo(OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    text.setLength(0);
  }

  @Override
  public void piece(byte[] bytes) {
    block++;
    reader.read(bytes, 0, bytes.length, this);
  }

  @Override
  public void message(AsterixMessage message) {
    messages++;
    append(text, block, message);
    text.append('\n');
  }

  @Override
  public void reject(Reject.Reason reason) {
    rejects.merge(reason, 1L, Long::sum);
  }

  /** Appends one record as a JSON object, without a line end. */
  static void append(StringBuilder text, long block, AsterixMessage message) {
    text.append("{\"i\":").append(block).append(",\"cat\":").append(message.category());
    if (message.hasSource()) {
      text.append(",\"sac\":").append(message.source() >> 8);
      text.append(",\"sic\":").append(message.source() & 0xFF);
    }
    for (AsterixField field : FIELDS) {
      String value = message.has(field) ? value(field, message) : null;
      if (value != null) {
        text.append(",\"").append(word(field)).append("\":").append(value);
      }
    }
    text.append('}');
  }

  private static String word(AsterixField field) {
    return field == AsterixField.TIME_S ? "time" : field.word();
  }

  /** What stands behind the colon; null if nothing is to be said. */
  private static String value(AsterixField field, AsterixMessage message) {
    double value = message.value(field);
    return switch (field.kind()) {
      case WHOLE -> Long.toString(Math.round(value));
      case DECIMAL -> field == AsterixField.TIME_S ? timeOfDay(value) : decimal(value, 4);
      case FINE -> decimal(value, 7);
      case FLAG -> value == 0 ? null : "true";
      case ADDRESS -> String.format("\"%06x\"", (int) value);
      case OCTAL -> '"' + message.squawk() + '"';
      case TEXT -> message.callsign() == null ? null : '"' + message.callsign() + '"';
    };
  }

  private static String decimal(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** hh:mm:ss.mmm; the seconds themselves where a day has no such time. */
  private static String timeOfDay(double seconds) {
    long millis = Math.round(seconds * 1000);
    return millis >= 86_400_000
        ? decimal(seconds, 4)
        : String.format(
            "\"%02d:%02d:%02d.%03d\"",
            millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
  }
}
