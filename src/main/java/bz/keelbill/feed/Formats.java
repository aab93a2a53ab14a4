package bz.keelbill.feed;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.adsb.ModeSDecoder;
import bz.keelbill.adsb.SbsDecoder;
import bz.keelbill.ais.AisDecoder;
import bz.keelbill.ais.AisReader;
import bz.keelbill.asterix.AsterixDecoder;
import bz.keelbill.asterix.Site;
import bz.keelbill.cot.CotDecoder;
import bz.keelbill.geo.Position;
import bz.keelbill.json.AisHubDecoder;
import bz.keelbill.json.AisStreamDecoder;
import bz.keelbill.json.OpenSkyDecoder;
import bz.keelbill.json.ReadsbDecoder;
import bz.keelbill.plan.PlanDecoder;
import bz.keelbill.radar.RadarDecoder;
import bz.keelbill.radar.Station;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.sighting.DetectionDecoder;
import bz.keelbill.vms.VmsDecoder;
import java.util.List;
import java.util.Map;

/**
 * The literal table of formats: which decoder reads which.
 *
 * @param stations the radars, to which ranges and bearings are relative
 * @param receivers where the stations stand, by their id, as far as that is known
 * @param blocks which addresses of aircraft are given out; null if nobody knows
 * @param sites the stations as ASTERIX names them
 */
public record Formats(
    List<Station> stations, Map<String, Position> receivers, AddressBlocks blocks, List<Site> sites)
    implements DecoderSource {

  /** Copies the lists and the map. */
  public Formats {
    stations = List.copyOf(stations);
    receivers = Map.copyOf(receivers);
    sites = List.copyOf(sites);
  }

  /** Without any station that speaks ASTERIX. */
  public Formats(List<Station> stations, Map<String, Position> receivers, AddressBlocks blocks) {
    this(stations, receivers, blocks, List.of());
  }

  /** Without knowing where receivers stand, and which addresses are given out. */
  public Formats(List<Station> stations) {
    this(stations, Map.of(), null);
  }

  @Override
  public Decoder newDecoder(Format format, FeedConfig.Reading reading, boolean recorded) {
    return switch (format) {
      case AIS -> ais(reading, recorded);
      case RADAR -> radar(reading, recorded);
      case NMEA -> new Mixed(ais(reading, recorded), radar(reading, recorded));
      case SBS ->
          real(
              new SbsDecoder(
                  new SbsDecoder.Settings(
                      reading.station(),
                      reading.timezone(),
                      reading.positionsAreMlat(),
                      recorded)));
      case BEAST -> real(ModeSDecoder.ofBeast(modeS(reading, recorded)));
      case AVR -> real(ModeSDecoder.ofAvr(modeS(reading, recorded)));
      case ASTERIX -> real(new AsterixDecoder(sites, reading.station(), recorded));
      case COT -> new CotDecoder(reading.station(), recorded, reading.trusted());
      case VMS -> new VmsDecoder(reading.station(), recorded);
      case PLANS -> new PlanDecoder(reading.station(), recorded);
      case AISSTREAM -> new AisStreamDecoder(reading.station(), timing(recorded));
      case AISHUB -> new OnlyNews(new AisHubDecoder(reading.station(), timing(recorded)));
      case READSB -> real(new ReadsbDecoder(reading.station(), recorded));
      case OPENSKY -> real(new OpenSkyDecoder(reading.station(), recorded));
      case DETECTIONS ->
          new DetectionDecoder(
              reading.station(), reading.detections(), reading.timezone(), recorded);
    };
  }

  private static AisReader.Timing timing(boolean recorded) {
    return recorded ? AisReader.Timing.REPLAY : AisReader.Timing.LIVE;
  }

  private Decoder real(Decoder flights) {
    return blocks == null ? flights : new OnlyAllocated(flights, blocks);
  }

  private ModeSDecoder.Settings modeS(FeedConfig.Reading reading, boolean recorded) {
    return new ModeSDecoder.Settings(
        reading.station(),
        receivers.get(reading.station()),
        reading.counter(),
        reading.repairs(),
        reading.positionsAreMlat(),
        recorded);
  }

  private static Decoder ais(FeedConfig.Reading reading, boolean recorded) {
    return new AisDecoder(reading.station(), timing(recorded));
  }

  private Decoder radar(FeedConfig.Reading reading, boolean recorded) {
    return new RadarDecoder(stations, reading.station(), recorded, reading.checksumOptional());
  }

  /** Each sentence to the decoder that knows its type; what neither knows the first one counts. */
  private record Mixed(Decoder ais, Decoder radar) implements Decoder {
    @Override
    public void decode(Line line, Output out) {
      byte[] bytes = line.bytes();
      boolean isRadars = RadarDecoder.isRadar(bytes) || RadarDecoder.isOwnShip(bytes);
      (isRadars ? radar : ais).decode(line, out);
    }

    @Override
    public long memoryMillis() {
      return Math.max(ais.memoryMillis(), radar.memoryMillis());
    }
  }
}
