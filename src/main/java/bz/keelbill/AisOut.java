package bz.keelbill;

import bz.keelbill.feed.DecoderSource;
import bz.keelbill.feed.Format;
import bz.keelbill.relay.OutputConfig;
import bz.keelbill.relay.Relay;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lets the relay overhear the feeds: each stream's lines go to its decoder, and to the relay. */
final class AisOut {
  private static final Logger LOG = System.getLogger(AisOut.class.getName());

  /** The formats whose lines hold AIS sentences as they were sent. */
  private static final Set<Format> RAW = EnumSet.of(Format.AIS, Format.NMEA);

  private AisOut() {}

  /** Whether a feed of that format has anything to give on. */
  static boolean isRaw(Format format) {
    return RAW.contains(format);
  }

  /** The relay of a configuration; null if it asks for no output. */
  static Relay open(List<OutputConfig> outputs, MeterRegistry metrics) {
    for (OutputConfig output : outputs) {
      if (output.choice().feeds().isEmpty()) {
        LOG.log(
            Level.WARNING,
            "AIS output {0} hears no feed; the demo''s are heard only if named under its feeds",
            output.name());
      }
    }
    return outputs.isEmpty() ? null : Relay.open(outputs, metrics);
  }

  /** The same decoders, overheard by a relay if there is one. */
  static DecoderSource overhearing(DecoderSource decoders, Relay relay) {
    if (relay == null) {
      return decoders;
    }
    return (format, reading, recorded) -> {
      Decoder decoder = decoders.newDecoder(format, reading, recorded);
      return isRaw(format)
          ? overheard(decoder, relay.newStream(reading.station(), recorded))
          : decoder;
    };
  }

  private static Decoder overheard(Decoder decoder, Consumer<Line> stream) {
    return (line, out) -> {
      stream.accept(line);
      decoder.decode(line, out);
    };
  }
}
