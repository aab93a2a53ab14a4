package bz.keelbill.feed;

import bz.keelbill.adsb.SbsDecoder;
import bz.keelbill.ais.AisDecoder;
import bz.keelbill.ais.AisReader;
import bz.keelbill.json.AisHubDecoder;
import bz.keelbill.json.AisStreamDecoder;
import bz.keelbill.json.OpenSkyDecoder;
import bz.keelbill.json.ReadsbDecoder;
import bz.keelbill.plan.PlanDecoder;
import bz.keelbill.radar.RadarDecoder;
import bz.keelbill.radar.Station;
import bz.keelbill.report.Decoder;
import java.util.List;

/**
 * The literal table of formats: which decoder reads which.
 *
 * @param stations the radars, to which ranges and bearings are relative
 */
public record Formats(List<Station> stations) implements DecoderSource {

  /** Copies the list. */
  public Formats {
    stations = List.copyOf(stations);
  }

  @Override
  public Decoder newDecoder(Format format, FeedConfig.Reading reading, boolean recorded) {
    return switch (format) {
      case AIS -> ais(reading, recorded);
      case RADAR -> radar(reading, recorded);
      case NMEA -> mixed(ais(reading, recorded), radar(reading, recorded));
      case SBS ->
          new SbsDecoder(
              new SbsDecoder.Settings(
                  reading.station(), reading.timezone(), reading.positionsAreMlat(), recorded));
      case PLANS -> new PlanDecoder(reading.station(), recorded);
      case AISSTREAM -> new AisStreamDecoder(reading.station(), timing(recorded));
      case AISHUB -> new OnlyNews(new AisHubDecoder(reading.station(), timing(recorded)));
      case READSB -> new ReadsbDecoder(reading.station(), recorded);
      case OPENSKY -> new OpenSkyDecoder(reading.station(), recorded);
    };
  }

  private static AisReader.Timing timing(boolean recorded) {
    return recorded ? AisReader.Timing.REPLAY : AisReader.Timing.LIVE;
  }

  private static Decoder ais(FeedConfig.Reading reading, boolean recorded) {
    return new AisDecoder(reading.station(), timing(recorded));
  }

  private Decoder radar(FeedConfig.Reading reading, boolean recorded) {
    return new RadarDecoder(stations, reading.station(), recorded);
  }

  /** Each sentence to the decoder that knows its type; what neither knows the first one counts. */
  private static Decoder mixed(Decoder ais, Decoder radar) {
    return (line, out) -> {
      Decoder decoder = RadarDecoder.isRadar(line.bytes()) ? radar : ais;
      decoder.decode(line, out);
    };
  }
}
