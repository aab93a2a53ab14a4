package bz.keelbill;

import bz.keelbill.feed.FeedState;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.RadarBias;
import bz.keelbill.web.WatchDesk;
import java.util.Locale;

/** Stations and feeds as the web shows them. Stateless. */
final class DeskViews {
  private DeskViews() {}

  /**
   * A station.
   *
   * @param learned what its radar was found to be off by; null if nothing is known of that
   */
  static WatchDesk.Station station(
      Config.Station station, Hearing hearing, RadarBias.Learned learned) {
    Hearing.Station heard = hearing.station(station.id());
    Config.Noise noise = station.noise();
    return new WatchDesk.Station(
        station.id(),
        station.kind().name().toLowerCase(Locale.ROOT),
        station.position(),
        station.rangeNauticalMiles(),
        heard == null ? null : heard.feed(),
        station.kind() == Config.StationKind.RADAR
            ? new WatchDesk.Radar(noise.bearingBiasDegrees(), noise.rangeBiasMetres(), learned)
            : null);
  }

  /** A feed as it runs. */
  static WatchDesk.Feed feed(FeedState state) {
    FeedState.Counts counts = state.counts();
    return new WatchDesk.Feed(
        state.name(),
        state.format(),
        state.transport(),
        state.address(),
        state.state().word(),
        state.sinceMillis(),
        state.lastLineAtMillis(),
        new WatchDesk.Traffic(
            counts.lines(),
            counts.linesPerSecond(),
            counts.reports(),
            counts.rejects(),
            counts.messages()),
        state.remarks().stream()
            .map(remark -> new WatchDesk.Remark(remark.note(), remark.sinceMillis()))
            .toList());
  }
}
