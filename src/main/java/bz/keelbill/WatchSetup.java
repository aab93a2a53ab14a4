package bz.keelbill;

import bz.keelbill.detect.AircraftRegister;
import bz.keelbill.detect.KnownGood;
import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.FeedTiming;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Course;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.rule.Rules;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Stations;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes from a configuration what a Watch is told once. */
final class WatchSetup {
  private static final String TERRITORIAL_SEA = "territorial-sea";

  private WatchSetup() {}

  /**
   * Loads geography, fences and rules.
   *
   * @param notes hears what was refused or replaced, a sentence each
   * @throws ConfigFaults.BadConfig if a file named by the configuration is not right
   */
  static Setup of(Config config, Consumer<String> notes) {
    config.notes().forEach(notes);
    return of(config, geodata(config, notes));
  }

  /**
   * Loads the layers.
   *
   * @param notes hears what was refused or replaced, a sentence each
   */
  static GeodataJson geodata(Config config, Consumer<String> notes) {
    return geodata(config, (layers, joining) -> joining.get(), notes);
  }

  /** The same with land that may be to be had joined. */
  static GeodataJson geodata(
      Config config, GeodataJson.JoinedLand joinedLand, Consumer<String> notes) {
    GeodataJson geodata = GeodataJson.open(config.files().geodata(), joinedLand);
    geodata.notes().forEach(notes);
    return geodata;
  }

  private static Setup of(Config config, GeodataJson geodata) {
    List<Fence> fences = fences(config.files().fences());
    return new Setup(
            geodata.geography(),
            FenceMap.of(1, fences),
            rules(config.files().rules(), fences),
            config.ownForces(),
            config.watchList(),
            config.stationPositions())
        .with(register(config))
        .with(knownGood(config.files().knownGood(), geodata.geography().routes()))
        .with(new Stations(config.stationPositions(), config.sensors()));
  }

  private static Rules rules(Path file, List<Fence> fences) {
    return file == null
        ? Rules.defaults()
        : RulesFile.read(file, fences.stream().map(Fence::id).collect(Collectors.toSet()));
  }

  private static KnownGood knownGood(Path file, List<Course> routes) {
    if (file == null) {
      return KnownGood.NONE;
    }
    return file == Config.BUNDLED
        ? KnownGoodFile.packaged(routes)
        : KnownGoodFile.read(file, routes);
  }

  private static AircraftRegister register(Config config) {
    return new AircraftRegister(
        AddressBlocksFile.read(config.files().addressBlocks()),
        AircraftTypesFile.read(config.files().aircraftTypes()),
        config.knownAircraft());
  }

  /** As {@link #of}, for a watch that listens to the configured feeds and misses them. */
  static Setup ofListening(Config config, Consumer<String> notes) {
    return ofListening(config, geodata(config, notes));
  }

  /** The same over layers that are loaded. */
  static Setup ofListening(Config config, GeodataJson geodata) {
    Map<String, Long> expected = new LinkedHashMap<>();
    for (FeedConfig feed : config.feeds()) {
      boolean ends = feed.transport() == FeedConfig.Transport.FILE && !feed.file().follow();
      if (feed.format().isNeverSilent() && !ends) {
        expected.put(feed.name(), feed.patienceMillis(FeedTiming.LIVE));
      }
    }
    return of(config, geodata).expecting(expected);
  }

  private static List<Fence> fences(Path file) {
    if (file == null) {
      return FenceGeoJson.starter().stream()
          .filter(fence -> fence.id().equals(TERRITORIAL_SEA))
          .toList();
    }
    if (file == Config.BUNDLED) {
      return FenceGeoJson.starter();
    }
    try {
      return FenceGeoJson.read(file);
    } catch (GeoJsonException defects) {
      throw new ConfigFaults.BadConfig(file + " cannot be used:\n" + defects.getMessage());
    }
  }
}
