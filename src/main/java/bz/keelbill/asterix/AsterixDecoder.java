package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.MESSAGE;
import static bz.keelbill.asterix.AsterixField.SITE_LAT;
import static bz.keelbill.asterix.AsterixField.SITE_LON;
import static bz.keelbill.asterix.AsterixField.TIME_S;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.StationClock;
import java.util.List;

/**
 * Blocks of ASTERIX to reports: plots and tracks of radars (category 048), tracks of systems (062),
 * ADS-B (021), surface targets (010), and what radars say of themselves (034).
 *
 * <p>A line is a block, or several. Which station speaks is told by system area and identification
 * code; ranges and azimuths of one that is not known cannot be placed. What is simulated or a test
 * is never a target. A plot without number and address is a {@link ContactId.Plot}.
 *
 * <p>A fix of an aircraft always has a {@link bz.keelbill.report.Fix.Height}, of unknown altitude
 * if nobody tells one; a fix of anything else has none. Whoever says an address is an aircraft. Of
 * the others the station's {@link Site.Targets} decide: targets of categories 048, 062 and 021 are
 * aircraft and those of 010 are not, unless they say a height, a code or a callsign, or the station
 * is said to look at the sea or at the air.
 */
public final class AsterixDecoder implements Decoder {
  private static final int NORTH_MARK = 1;
  private static final int TARGET = 1;
  private static final int MOST_CATEGORY = 255;
  private static final String[] TYPES = types();

  private final Sources sources;
  private final boolean recorded;
  private final AsterixReader reader;
  private final TargetReports targets = new TargetReports();
  private final Sink sink = new Sink();

  /**
   * A decoder for one feed.
   *
   * @param sites the known stations
   * @param station of sources that no site names
   * @param recorded whether lines come from a recording: a record's own time always holds
   */
  public AsterixDecoder(List<Site> sites, String station, boolean recorded) {
    this.sources = new Sources(sites, station);
    this.recorded = recorded;
    reader = new AsterixReader(sources::dialectOf);
  }

  private static String[] types() {
    String[] types = new String[MOST_CATEGORY + 1];
    for (int category = 0; category <= MOST_CATEGORY; category++) {
      types[category] = String.format("cat-%03d", category);
    }
    return types;
  }

  @Override
  public void decode(Line line, Output out) {
    sink.line = line;
    sink.out = out;
    reader.read(line.bytes(), 0, line.bytes().length, sink);
  }

  /** Turns the records of the line at hand into reports. */
  private final class Sink implements AsterixReader.Output {
    private Line line;
    private Output out;

    @Override
    public void message(AsterixMessage message) {
      out.message(TYPES[message.category()]);
      if (!message.hasSource()) {
        reject(Reason.SHORT);
        return;
      }
      boolean isTarget =
          message.category() != Categories.SERVICE && message.whole(MESSAGE, TARGET) == TARGET;
      Reason refused = isTarget ? target(message) : station(message);
      if (refused != null) {
        reject(refused);
      }
    }

    @Override
    public void status(int category) {
      out.message(TYPES[category]);
    }

    @Override
    public void reject(Reason reason) {
      out.reject(new Reject(line, reason));
    }

    private Reason target(AsterixMessage message) {
      Site site = sources.of(message.source(), line.receivedAtMillis());
      Long told = TimeOfDay.dated(message.value(TIME_S), line.receivedAtMillis());
      return targets.report(message, site, origin(message, site, told), out);
    }

    /** A radar that turns lives, and may say where it stands. */
    private Reason station(AsterixMessage message) {
      Reason moved = null;
      double latitude = message.value(SITE_LAT);
      double longitude = message.value(SITE_LON);
      if (Position.isValid(latitude, longitude)) {
        Position place = new Position(latitude, longitude);
        moved =
            sources.tells(message.source(), place, line.receivedAtMillis())
                ? null
                : Reason.SITE_MOVED;
      }
      boolean isTurn =
          message.category() != Categories.SERVICE
              || message.whole(MESSAGE, NORTH_MARK) == NORTH_MARK;
      if (isTurn) {
        Site site = sources.of(message.source(), line.receivedAtMillis());
        // Its clock has been dated by ours, so it proves nothing against others.
        Origin origin = origin(message, site, null);
        out.report(new StationClock(origin, null, origin.eventAtMillis(), site.position()));
      }
      return moved;
    }

    private Origin origin(AsterixMessage message, Site site, Long toldMillis) {
      long arrival = line.receivedAtMillis();
      long at = TimeOfDay.of(message.value(TIME_S), arrival, recorded);
      return new Origin(line.feed(), site.id(), line.number(), at, arrival, toldMillis, 0);
    }
  }
}
