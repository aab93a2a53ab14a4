package bz.keelbill.json;

import bz.keelbill.adsb.FlightMessage;
import bz.keelbill.adsb.ModeSMessage;
import bz.keelbill.adsb.SbsLine;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Decoded flight messages as JSON lines, one object a message; unknown is absent.
 *
 * <p>Keys: {@code i} (0-based line or frame), for frames {@code ticks} (the receiver's counter),
 * {@code df}, {@code tc}, {@code vrate_src}, {@code pos} ("global" or "local"); {@code icao24} (six
 * hexadecimal digits, with '~' if it is no ICAO address), {@code callsign}, {@code squawk}, {@code
 * alt_ft} (with {@code alt_src} "gnss" if it is a satellite height), {@code gs_kt}, {@code
 * track_deg}, {@code vrate_fpm}, {@code on_ground}, {@code emergency}, {@code lat}, {@code lon}.
 */
public final class FlightJson {
  private static final int CHUNK_BYTES = 1 << 16;

  private FlightJson() {}

  /**
   * What became of a stream.
   *
   * @param messages how many messages were written
   * @param rejects how many lines were refused, by reason; only reasons that occurred
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
   * Writes every acceptable line of an SBS-1 stream as JSON, in input order.
   *
   * @throws IOException if a stream fails; bad lines never do
   */
  public static Tally decodeSbs(InputStream in, OutputStream out) throws IOException {
    SbsLines lines = new SbsLines();
    LineFraming framing = new LineFraming(SbsLine.MAX_BYTES);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      framing.push(chunk, 0, count, lines);
      lines.flushTo(out);
    }
    framing.finish(lines);
    lines.flushTo(out);
    out.flush();
    return new Tally(lines.messages, lines.rejects);
  }

  /** Collects the text of one chunk's messages. */
  private static final class SbsLines implements LineFraming.Sink {
    private final Map<Reject.Reason, Long> rejects = new EnumMap<>(Reject.Reason.class);
    private final StringBuilder text = new StringBuilder();
    private long messages;

    @Override
    public void line(long number, byte[] bytes) {
      SbsLine line = SbsLine.of(bytes);
      if (line instanceof SbsLine.Message message) {
        append(text, number - 1, message.flight());
        text.append('\n');
        messages++;
      } else if (line instanceof SbsLine.Refused refused) {
        rejects.merge(refused.reason(), 1L, Long::sum);
      }
    }

    @Override
    public void tooLong(long number, byte[] start) {
      rejects.merge(Reject.Reason.TOO_LONG, 1L, Long::sum);
    }

    void flushTo(OutputStream out) throws IOException {
      out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
      text.setLength(0);
    }
  }

  /** Appends one frame as a JSON object, without a line end. */
  static void append(StringBuilder text, long ordinal, ModeSMessage message) {
    text.append("{\"i\":").append(ordinal);
    if (message.ticks() != ModeSMessage.NO_TICKS) {
      text.append(",\"ticks\":").append(message.ticks());
    }
    text.append(",\"df\":").append(message.format());
    if (message.typeCode() != null) {
      text.append(",\"tc\":").append(message.typeCode());
    }
    FlightMessage flight = message.flight();
    members(text, flight);
    if (!Double.isNaN(flight.height().verticalRateFeetPerMinute())) {
      word(text, "vrate_src", message.isRateGeometric() ? "gnss" : "baro");
    }
    if (message.positionBy() != null) {
      word(text, "pos", message.positionBy().name().toLowerCase(Locale.ROOT));
    }
    text.append('}');
  }

  /** Appends one message as a JSON object, without a line end. */
  public static void append(StringBuilder text, long ordinal, FlightMessage message) {
    text.append("{\"i\":").append(ordinal);
    members(text, message);
    text.append('}');
  }

  private static void members(StringBuilder text, FlightMessage message) {
    text.append(",\"icao24\":\"").append(message.contact().assigned() ? "" : "~");
    String hex = Integer.toHexString(message.contact().address());
    text.append("000000", 0, 6 - hex.length()).append(hex).append('"');
    word(text, "callsign", message.callsign());
    word(text, "squawk", message.squawk());
    whole(text, "alt_ft", message.height().altitudeFeet());
    word(text, "alt_src", message.height().geometric() ? "gnss" : null);
    decimal(text, "gs_kt", message.motion().speedKnots(), 2);
    // Rounding must not make 360 of what is below it.
    double trackDegrees = message.motion().courseDegrees();
    decimal(text, "track_deg", trackDegrees >= 359.995 ? 0 : trackDegrees, 2);
    whole(text, "vrate_fpm", message.height().verticalRateFeetPerMinute());
    if (message.height().onGround() != null) {
      text.append(",\"on_ground\":").append(message.height().onGround());
    }
    if (message.emergency() != null) {
      word(text, "emergency", message.emergency().name().toLowerCase(Locale.ROOT));
    }
    if (message.position() != null) {
      decimal(text, "lat", message.position().latitude(), 6);
      decimal(text, "lon", message.position().longitude(), 6);
    }
  }

  /** Only for words of letters, digits, blanks and '_', which need no escape. */
  private static void word(StringBuilder text, String key, String value) {
    if (value != null) {
      text.append(",\"").append(key).append("\":\"").append(value).append('"');
    }
  }

  private static void whole(StringBuilder text, String key, double value) {
    if (!Double.isNaN(value)) {
      text.append(",\"").append(key).append("\":").append(Math.round(value));
    }
  }

  private static void decimal(StringBuilder text, String key, double value, int places) {
    if (Double.isNaN(value)) {
      return;
    }
    long scale = places == 2 ? 100 : 1_000_000;
    long scaled = Math.round(value * scale);
    text.append(",\"").append(key).append("\":").append(scaled < 0 ? "-" : "");
    text.append(Math.abs(scaled) / scale).append('.');
    String fraction = Long.toString(scale + Math.abs(scaled) % scale);
    text.append(fraction, 1, fraction.length());
  }
}
