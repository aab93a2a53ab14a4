package bz.keelbill.adsb;

import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * SBS-1 (BaseStation) lines to reports.
 *
 * <p>The format spreads an aircraft's state over several lines: a line without a position becomes a
 * {@link Fix} whose position is null, carrying motion and height.
 */
public final class SbsDecoder implements Decoder {
  // The format has no accuracy: typical of a satellite receiver, and of arrival times.
  private static final Fix.Accuracy ADSB_ACCURACY = Fix.Accuracy.circle(50);
  private static final Fix.Accuracy MLAT_ACCURACY = Fix.Accuracy.circle(300);
  private static final long MAX_SKEW_MILLIS = 5 * 60_000;

  private final Settings settings;
  private final Fix.State state;
  private final FlightReports reports = new FlightReports(false);

  /**
   * How to read one feed.
   *
   * @param station the receiver's station
   * @param zone in which the sender writes its times
   * @param positionsAreMlat whether the feed carries computed positions, which the format cannot
   *     mark
   * @param replay whether lines come from a recording: their own time always holds; live, a time
   *     more than five minutes off arrival is a wrong clock or zone and arrival holds
   */
  public record Settings(String station, ZoneId zone, boolean positionsAreMlat, boolean replay) {

    /** A live feed of satellite positions with times in UTC. */
    public static Settings live(String station) {
      return new Settings(station, ZoneOffset.UTC, false, false);
    }

    /** A recording of satellite positions with times in UTC. */
    public static Settings recorded(String station) {
      return new Settings(station, ZoneOffset.UTC, false, true);
    }
  }

  /** A decoder for one feed. */
  public SbsDecoder(Settings settings) {
    this.settings = settings;
    this.state =
        settings.positionsAreMlat()
            ? new Fix.State(Fix.Source.MLAT, MLAT_ACCURACY, null)
            : new Fix.State(Fix.Source.ADSB, ADSB_ACCURACY, null);
  }

  @Override
  public void decode(Line line, Output out) {
    SbsLine read = SbsLine.of(line.bytes());
    if (read instanceof SbsLine.Message message) {
      reports.report(message.flight(), origin(line, message.generatedAt()), state, out);
    } else if (read instanceof SbsLine.Refused refused) {
      out.reject(new Reject(line, refused.reason()));
    }
  }

  private Origin origin(Line line, LocalDateTime generatedAt) {
    long arrival = line.receivedAtMillis();
    Long generated = millis(generatedAt, settings.zone());
    boolean holds =
        generated != null
            && (settings.replay() || Math.abs(generated - arrival) <= MAX_SKEW_MILLIS);
    return new Origin(
        line.feed(), settings.station(), line.number(), holds ? generated : arrival, arrival);
  }

  /**
   * The time that a line bears, for merging recordings.
   *
   * @return Unix time in milliseconds, or null if the line is refused or bears none
   */
  public static Long timeOf(byte[] line, ZoneId zone) {
    return SbsLine.of(line) instanceof SbsLine.Message message
        ? millis(message.generatedAt(), zone)
        : null;
  }

  private static Long millis(LocalDateTime time, ZoneId zone) {
    return time == null ? null : Long.valueOf(time.atZone(zone).toInstant().toEpochMilli());
  }
}
