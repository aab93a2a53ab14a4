package bz.keelbill.sim;

import bz.keelbill.geo.Geography;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * A simulated watch as files: {@code ais.nmea radar.nmea flights.sbs plans.fpl config.yaml
 * fences.geojson truth.json}. The same arguments give the same bytes.
 */
public final class SimulationFiles {
  /** When a watch begins if nobody says otherwise: 18:00 on 23 November 2026 in Belize. */
  public static final long DEFAULT_START_MILLIS = 1_795_478_400_000L;

  private static final long MINUTE = 60_000;

  private static final Map<String, String> NAMES =
      Map.of(
          Spoken.AIS, "ais.nmea",
          Spoken.RADAR, "radar.nmea",
          Spoken.FLIGHTS, "flights.sbs",
          Spoken.PLANS, "plans.fpl");

  private SimulationFiles() {}

  /**
   * Plays a scenario to its end and writes it.
   *
   * @param directory is made if need be; files of these names in it are replaced
   * @param progress is told the part done, 0 to 1, now and then
   * @return what is in {@code truth.json}
   * @throws IOException if a file cannot be written
   */
  public static Truth write(
      Scenario scenario,
      Geography geography,
      long seed,
      long startMillis,
      Path directory,
      DoubleConsumer progress)
      throws IOException {
    Simulation simulation = Simulation.begin(scenario, geography, seed, startMillis);
    return write(simulation, directory, progress);
  }

  /**
   * Plays a simulation that has just begun to its scenario's end and writes it; otherwise the same.
   *
   * @throws IOException if a file cannot be written
   */
  public static Truth write(Simulation simulation, Path directory, DoubleConsumer progress)
      throws IOException {
    Files.createDirectories(directory);
    TruthBook book = new TruthBook();
    simulation.keep(book);
    long endMillis = simulation.startMillis() + simulation.scenario().lengthMillis();
    speak(simulation, endMillis, directory, progress);
    simulation.conclude();
    Truth truth = book.close(simulation, endMillis);
    TruthJson.write(truth, directory.resolve("truth.json"));
    Files.writeString(
        directory.resolve("config.yaml"),
        configuration(simulation.world().stations(), book.listings()));
    Files.writeString(
        directory.resolve("fences.geojson"),
        RestrictedWater.geoJson(simulation.world().restricted()));
    return truth;
  }

  private static void speak(
      Simulation simulation, long endMillis, Path directory, DoubleConsumer progress)
      throws IOException {
    Map<String, OutputStream> files = new LinkedHashMap<>();
    try {
      for (String feed : List.of(Spoken.AIS, Spoken.RADAR, Spoken.FLIGHTS, Spoken.PLANS)) {
        Path file = directory.resolve(NAMES.get(feed));
        files.put(feed, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
      }
      double length = endMillis - simulation.startMillis();
      for (long at = simulation.startMillis(); at <= endMillis; at += MINUTE) {
        for (Spoken spoken : simulation.advanceTo(at)) {
          files.get(spoken.feed()).write(spoken.bytes());
        }
        progress.accept((at - simulation.startMillis()) / length);
      }
    } finally {
      for (OutputStream file : files.values()) {
        file.close();
      }
    }
  }

  /** The configuration of the simulated watch, as YAML. */
  static String configuration(List<Station> stations, List<String> listings) {
    StringBuilder yaml = new StringBuilder("stations:\n");
    for (Station station : stations) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "  - {id: %s, kind: %s, lat: %.4f, lon: %.4f, rangeNm: %.0f}\n",
              station.id(),
              station.kind(),
              station.position().latitude(),
              station.position().longitude(),
              station.rangeNm()));
    }
    return yaml.append(ownForces())
        .append(watchList(listings))
        .append("fences: fences.geojson\n")
        .toString();
  }

  private static String ownForces() {
    int first = SeaTraffic.PATROL_MMSI;
    return "ownForces: {mmsi: ["
        + first
        + ", "
        + (first + 1)
        + "], icao24: [\""
        + String.format(Locale.ROOT, "%06x", AirDay.PATROL_ADDRESS)
        + "\"]}\n";
  }

  private static String watchList(List<String> listings) {
    if (listings.isEmpty()) {
      return "watchlist: []\n";
    }
    StringBuilder yaml = new StringBuilder("watchlist:\n");
    listings.forEach(entry -> yaml.append("  - ").append(entry).append('\n'));
    return yaml.toString();
  }
}
