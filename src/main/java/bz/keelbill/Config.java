package bz.keelbill;

import bz.keelbill.asterix.Dialect;
import bz.keelbill.asterix.Site;
import bz.keelbill.detect.KnownAircraft;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.detect.WatchList;
import bz.keelbill.escalation.ContactConfig;
import bz.keelbill.escalation.Waits;
import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Formats;
import bz.keelbill.geo.Position;
import bz.keelbill.relay.OutputConfig;
import bz.keelbill.track.Sensor;
import bz.keelbill.web.Budget;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration file, read and checked. Paths in it are relative to the file.
 *
 * @param file where it was read from
 * @param area first view of the map; nothing is dropped for lying outside
 * @param stations where sensors stand
 * @param ownForces craft that never ring
 * @param watchList listed craft
 * @param knownAircraft aircraft that the watch knows by name
 * @param files other files that it names
 * @param feeds where positions come from
 * @param serving the web page and the record, what the demo adds, and AIS out
 * @param notes what was left out of the files that it names, a sentence each
 */
record Config(
    Path file,
    MapArea area,
    List<Station> stations,
    OwnForces ownForces,
    WatchList watchList,
    KnownAircraft knownAircraft,
    Files files,
    List<FeedConfig> feeds,
    Serving serving,
    List<String> notes) {

  /** Stands for the fences in the jar. */
  static final Path BUNDLED = Path.of("bundled");

  /** Degrees. */
  record MapArea(double west, double south, double east, double north) {}

  /** What a station hears with. */
  enum StationKind {
    AIS,
    RADAR,
    ADSB
  }

  /**
   * One station.
   *
   * @param position null where it was not given: only fixed radars need it
   * @param moving whether it is a radar on a boat, which says itself where it is
   */
  record Station(
      String id,
      StationKind kind,
      Position position,
      double rangeNauticalMiles,
      double antennaHeightMetres,
      double scanSeconds,
      boolean moving,
      Noise noise,
      Asterix asterix) {}

  /**
   * How a station speaks ASTERIX.
   *
   * @param sacSic its system area code times 256 plus its identification code; null if not given
   * @param targets what its targets are that do not say so
   */
  record Asterix(Integer sacSic, Dialect dialect, Site.Targets targets) {}

  /**
   * A radar's error: what it cannot tell from itself, standard deviations, fixed biases, and the
   * heading line of a fixed site.
   */
  record Noise(
      double blindMetres,
      double rangeSigmaMetres,
      double bearingSigmaDegrees,
      double rangeBiasMetres,
      double bearingBiasDegrees,
      double headingDegrees) {}

  /**
   * Other files.
   *
   * @param fences null: none but land and territorial sea
   * @param rules null: every default
   * @param geodata folder whose layers replace the bundled ones; null: none do
   * @param addressBlocks which State gives out which aircraft addresses; null: the bundled table
   * @param aircraftTypes what type designators stand for; null: the bundled table
   * @param knownGood the ledger of what is known to be good; null: nothing is
   */
  record Files(
      Path fences,
      Path rules,
      Path geodata,
      Path addressBlocks,
      Path aircraftTypes,
      Path knownGood) {

    /** The bundled fences and ledger, and every default. */
    static final Files BUNDLED_ONES = new Files(BUNDLED, null, null, null, null, BUNDLED);
  }

  /**
   * What {@code serve} needs besides.
   *
   * @param aisOut where AIS sentences are given on to
   * @param budget when a change of fences or rules needs a second person
   * @param escalation who is called when nobody answers
   * @param canary when the whole chain is proved
   */
  record Serving(
      Web web,
      Record record,
      Demo demo,
      List<OutputConfig> aisOut,
      Budget budget,
      Escalation escalation,
      Canary canary) {}

  /**
   * When the whole chain is proved.
   *
   * @param at each night, by Belize's clock; null for never by itself
   * @param limitMillis after so long one has not come through
   */
  record Canary(LocalTime at, long limitMillis) {}

  /**
   * What happens when nobody answers.
   *
   * @param waits how long alerts wait
   * @param contacts who is called, in the order of the configuration
   */
  record Escalation(Waits waits, List<ContactConfig> contacts) {}

  /**
   * Where the page is served.
   *
   * @param tls null: plain HTTP
   * @param door who may come in and how long he may stay
   */
  record Web(String host, int port, Tls tls, WebDoor door) {}

  /** Files in PEM: the certificate with its chain, and its key. */
  record Tls(Path certificate, Path key) {}

  /**
   * Who may come in.
   *
   * @param accounts the file of accounts; null: beside the record
   * @param isProxied whether a proxy that speaks TLS stands before it
   * @param origins the page's addresses as browsers write them
   * @param idleMillis after so long untouched a console locks or signs out
   * @param unattendedMillis after so long without an attended console the watch says so
   */
  record WebDoor(
      Path accounts,
      boolean isProxied,
      List<String> origins,
      long idleMillis,
      long unattendedMillis) {}

  /**
   * The record.
   *
   * @param dir where journal and day files are kept
   * @param keepDays how many days of positions
   * @param keepGigabytes what they may take of the disk at most, in 10^9 bytes; 0: no limit
   * @param restoreMinutes how many minutes of lines rebuild the picture after a restart without a
   *     checkpoint
   * @param checkpointSeconds how often what the watch remembers is kept for a restart
   */
  record Record(
      Path dir, int keepDays, int keepGigabytes, int restoreMinutes, int checkpointSeconds) {
    Record in(Path otherDir) {
      return new Record(otherDir, keepDays, keepGigabytes, restoreMinutes, checkpointSeconds);
    }

    /** What all days may take, in bytes. */
    long keepBytes() {
      return keepGigabytes == 0 ? Long.MAX_VALUE : keepGigabytes * 1_000_000_000L;
    }
  }

  /**
   * A simulated sea and sky instead of real feeds.
   *
   * @param scenario its name; null: no demo
   * @param seed of its chances
   */
  record Demo(String scenario, long seed) {}

  /** Where the stations with a known position stand, by id. */
  Map<String, Position> stationPositions() {
    Map<String, Position> positions = new LinkedHashMap<>();
    for (Station station : stations) {
      if (station.position() != null) {
        positions.put(station.id(), station.position());
      }
    }
    return positions;
  }

  /** The stations that stand at a known place, as those that learn where they hear. */
  List<Sensor> sensors() {
    return stations.stream()
        .filter(station -> station.position() != null && !station.moving())
        .map(Config::sensor)
        .toList();
  }

  private static Sensor sensor(Station station) {
    Sensor.Kind kind =
        switch (station.kind()) {
          case AIS -> Sensor.Kind.AIS;
          case RADAR -> Sensor.Kind.RADAR;
          case ADSB -> Sensor.Kind.ADSB;
        };
    return new Sensor(station.id(), kind, station.position(), station.rangeNauticalMiles());
  }

  /** The radars, as their decoder wants them. */
  List<bz.keelbill.radar.Station> radars() {
    return stations.stream()
        .filter(station -> station.kind() == StationKind.RADAR)
        .map(Config::radar)
        .toList();
  }

  /** What decodes its feeds. */
  Formats formats() {
    return new Formats(
        radars(),
        stationPositions(),
        AddressBlocksFile.read(files.addressBlocks()),
        stations.stream().map(Config::site).toList());
  }

  /** The same with the bundled fences and default rules, and the record in another folder. */
  Config withoutFiles(Path recordDir) {
    Record record = serving.record().in(recordDir);
    return new Config(
        file,
        area,
        stations,
        ownForces,
        watchList,
        knownAircraft,
        Files.BUNDLED_ONES,
        feeds,
        new Serving(
            serving.web(),
            record,
            serving.demo(),
            serving.aisOut(),
            serving.budget(),
            serving.escalation(),
            serving.canary()),
        notes);
  }

  private static Site site(Station station) {
    Noise noise = station.noise();
    Asterix asterix = station.asterix();
    return new Site(
        station.id(),
        asterix.sacSic(),
        station.position(),
        station.antennaHeightMetres(),
        new Site.Noise(
            noise.blindMetres(),
            station.rangeNauticalMiles(),
            noise.rangeSigmaMetres(),
            noise.bearingSigmaDegrees(),
            noise.rangeBiasMetres(),
            noise.bearingBiasDegrees()),
        asterix.dialect(),
        asterix.targets());
  }

  private static bz.keelbill.radar.Station radar(Station station) {
    Noise noise = station.noise();
    return new bz.keelbill.radar.Station(
        station.id(),
        station.position(),
        new bz.keelbill.radar.Station.Reach(noise.blindMetres(), station.rangeNauticalMiles()),
        new bz.keelbill.radar.Station.Noise(
            noise.rangeSigmaMetres(),
            noise.bearingSigmaDegrees(),
            noise.rangeBiasMetres(),
            noise.bearingBiasDegrees()),
        noise.headingDegrees(),
        station.moving());
  }
}
