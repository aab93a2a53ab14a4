package bz.keelbill;

import bz.keelbill.asterix.Dialect;
import bz.keelbill.asterix.Site;
import bz.keelbill.detect.OwnForces;
import bz.keelbill.feed.FeedConfig;
import bz.keelbill.geo.Position;
import bz.keelbill.web.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code keelbill.yaml}: typed, every key with its default, all faults at once. */
final class ConfigReader {
  private static final double LEAST_BLIND_METRES = 30;
  private static final double MAX_RANGE_NAUTICAL_MILES = 500;

  private static final LocalTime CANARY_AT = LocalTime.of(2, 0);

  private final Path file;
  private final ConfigFaults faults;

  private ConfigReader(Path file) {
    this.file = file;
    this.faults = new ConfigFaults(file);
  }

  /**
   * Reads a file.
   *
   * @throws ConfigFaults.BadConfig naming file, line and remedy of everything wrong in it
   */
  static Config read(Path file) {
    return new ConfigReader(file).read();
  }

  /** The configuration in the jar, as if it stood in the folder {@code config} here. */
  static Config packaged() {
    try (InputStream in =
        ConfigReader.class.getClassLoader().getResourceAsStream("config/keelbill.yaml")) {
      Path folder = Files.createTempDirectory("keelbill-config");
      Path file = Files.write(folder.resolve("keelbill.yaml"), in.readAllBytes());
      return read(file).withoutFiles(Path.of("data"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the demo configuration", e);
    }
  }

  /** The top mapping of a YAML file; a file that is no YAML is a fault with its line. */
  static YamlMapping top(Path file, ConfigFaults faults) {
    return new YamlMapping(root(file, faults), "", faults);
  }

  /** The tree of a YAML file, null for an empty one. */
  static Node root(Path file, ConfigFaults faults) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10);
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new Yaml(options).compose(text);
    } catch (MarkedYAMLException notYaml) {
      int line = notYaml.getProblemMark() == null ? 1 : notYaml.getProblemMark().getLine() + 1;
      faults.add(line, "not YAML: " + notYaml.getProblem());
    } catch (YAMLException notYaml) {
      boolean unreadable = notYaml.getCause() instanceof IOException;
      faults.add(
          1,
          unreadable
              ? unreadable((IOException) notYaml.getCause())
              : "not YAML: " + notYaml.getMessage());
    } catch (IOException unreadable) {
      faults.add(1, unreadable(unreadable));
    }
    faults.throwIfAny();
    throw new IllegalStateException("unreachable");
  }

  private static String unreadable(IOException failure) {
    return failure instanceof CharacterCodingException
        ? "not text in UTF-8; save it as UTF-8"
        : "cannot be read (" + failure.getMessage() + "); check path and rights";
  }

  private Config read() {
    YamlMapping top = top(file, faults);
    Config.MapArea area = area(top.mapping("area"));
    List<FeedConfig> feeds =
        new FeedConfigReader(faults, this::beside, area).feeds(top.mappings("feeds"));
    Config.Demo demo = demo(top.mapping("demo"));
    List<String> notes = new ArrayList<>();
    AisOutConfigReader outputs = new AisOutConfigReader(faults, feeds, demo.scenario() != null);
    Config config =
        new Config(
            file,
            area,
            stations(top.mappings("stations")),
            ownForces(top.mapping("ownForces")),
            new WatchListReader(faults, this::beside, notes::add).read(top),
            new KnownAircraftReader(faults).known(top.mappings("knownAircraft")),
            files(top),
            feeds,
            new Config.Serving(
                new WebConfigReader(faults, this::beside).web(top.mapping("web")),
                record(top.mapping("record")),
                demo,
                outputs.outputs(top.mappings("aisOut")),
                budget(top.mapping("budget")),
                new EscalationConfigReader(faults, this::beside)
                    .escalation(top.mapping("escalation")),
                canary(top.mapping("canary"))),
            notes);
    top.finish();
    faults.throwIfAny();
    return config;
  }

  private static Config.MapArea area(YamlMapping area) {
    Config.MapArea read =
        new Config.MapArea(
            area.number("west", -90.5, -180, 180),
            area.number("south", 14.5, -90, 90),
            area.number("east", -84.5, -180, 180),
            area.number("north", 19.5, -90, 90));
    area.finish();
    return read;
  }

  private List<Config.Station> stations(List<YamlMapping> all) {
    Set<String> ids = new LinkedHashSet<>();
    Set<Integer> sources = new LinkedHashSet<>();
    List<Config.Station> stations = new ArrayList<>();
    for (YamlMapping each : all) {
      Config.Station station = station(each);
      if (!ids.add(station.id())) {
        faults.add(each.lineOf("id"), "there are two stations called " + station.id());
      }
      Integer source = station.asterix().sacSic();
      if (source != null && !sources.add(source)) {
        faults.add(
            each.lineOf("sacSic"), "two stations have the sacSic " + each.text("sacSic", ""));
      }
      stations.add(station);
    }
    return List.copyOf(stations);
  }

  private Config.Station station(YamlMapping from) {
    Config.StationKind kind =
        from.word(
            "kind",
            null,
            ordered(
                "ais", Config.StationKind.AIS,
                "radar", Config.StationKind.RADAR,
                "adsb", Config.StationKind.ADSB));
    boolean moving = from.flag("moving", false);
    if (moving && kind != null && kind != Config.StationKind.RADAR) {
      faults.add(from.lineOf("moving"), "only a radar can be moving; take the key away");
    }
    if (moving && (from.has("lat") || from.has("lon"))) {
      faults.add(from.line(), "a moving radar says itself where it is; take lat and lon away");
    }
    boolean needsPlace = kind == Config.StationKind.RADAR && !moving;
    double nowhere = needsPlace ? Double.NaN : 1000;
    double lat = from.has("lat") || needsPlace ? from.number("lat", nowhere, -90, 90) : nowhere;
    double lon = from.has("lon") || needsPlace ? from.number("lon", nowhere, -180, 180) : nowhere;
    double antennaHeight = from.number("antennaHeightM", 20, 0, 5000);
    Config.Station station =
        new Config.Station(
            from.text("id", null),
            kind,
            Position.isValid(lat, lon) ? new Position(lat, lon) : null,
            from.number("rangeNm", usualRange(kind), 0.1, MAX_RANGE_NAUTICAL_MILES),
            antennaHeight,
            from.number("scanSeconds", 3, 0.1, 60),
            moving,
            noise(from, antennaHeight),
            asterix(from));
    from.finish();
    return station;
  }

  private static double usualRange(Config.StationKind kind) {
    if (kind == null) {
      return 48;
    }
    return switch (kind) {
      case RADAR -> 48;
      case AIS -> 40;
      case ADSB -> 200;
    };
  }

  /** Nothing on the sea is nearer to an antenna than it stands high. */
  private static Config.Noise noise(YamlMapping from, double antennaHeightMetres) {
    return new Config.Noise(
        from.number("blindRangeM", Math.max(LEAST_BLIND_METRES, antennaHeightMetres), 0, 5000),
        from.number("rangeSigmaM", 40, 1, 5000),
        from.number("bearingSigmaDeg", 0.5, 0.01, 10),
        from.number("rangeBiasM", 0, -2000, 2000),
        from.number("bearingBiasDeg", 0, -20, 20),
        from.has("headingDeg") ? from.number("headingDeg", 0, 0, 360) : Double.NaN);
  }

  private Config.Asterix asterix(YamlMapping from) {
    Integer source = null;
    if (from.has("sacSic")) {
      String text = from.text("sacSic", "");
      try {
        source = Site.sacSic(text);
      } catch (IllegalArgumentException wrong) {
        faults.add(
            from.lineOf("sacSic"),
            "sacSic must be two numbers 0 to 255 with a slash between, as \"25/1\", not " + text);
      }
    }
    Dialect.AdsbEdition edition =
        from.word(
            "edition",
            Dialect.AdsbEdition.NEWEST,
            ordered(
                "newest", Dialect.AdsbEdition.NEWEST,
                "0.26", Dialect.AdsbEdition.V0_26,
                "0.23", Dialect.AdsbEdition.V0_23));
    double step = from.number("velocityLsb", Dialect.NEWEST.velocityStep(), 0.001, 10);
    Site.Targets targets =
        from.word(
            "targets",
            Site.Targets.BY_CATEGORY,
            ordered(
                "by-category", Site.Targets.BY_CATEGORY,
                "sea", Site.Targets.SEA,
                "air", Site.Targets.AIR));
    return new Config.Asterix(source, new Dialect(edition, step), targets);
  }

  private OwnForces ownForces(YamlMapping own) {
    Set<Integer> mmsis = new LinkedHashSet<>();
    own.texts("mmsi").forEach(text -> mmsis.add(parsed(own, "mmsi", text, 10)));
    Set<Integer> addresses = new LinkedHashSet<>();
    own.texts("icao24").forEach(text -> addresses.add(parsed(own, "icao24", text, 16)));
    List<String> uids = own.texts("cotUid");
    own.finish();
    mmsis.remove(null);
    addresses.remove(null);
    return new OwnForces(mmsis, addresses, new LinkedHashSet<>(uids));
  }

  private Integer parsed(YamlMapping from, String key, String text, int radix) {
    try {
      return Integer.parseInt(text.strip(), radix);
    } catch (NumberFormatException notANumber) {
      String form = radix == 16 ? "six hexadecimal digits" : "a whole number";
      faults.add(from.lineOf(key), key + " must be " + form + ", not " + text);
      return null;
    }
  }

  private Config.Files files(YamlMapping top) {
    return new Config.Files(
        top.read("fences", null, this::beside),
        top.read("rules", null, this::beside),
        top.read("geodata", null, this::beside),
        top.read("addressBlocks", null, this::beside),
        top.read("aircraftTypes", null, this::beside),
        top.read("knownGood", null, this::beside));
  }

  private Path beside(String path) {
    Path folder = file.toAbsolutePath().getParent();
    return folder.resolve(path).normalize();
  }

  private Config.Record record(YamlMapping record) {
    Config.Record read =
        new Config.Record(
            record.read("dir", beside("../data"), this::beside),
            record.whole("keepDays", 90, 1, 36_500),
            record.whole("keepGigabytes", 0, 0, 1_000_000),
            record.whole("restoreMinutes", 60, 0, 1_440),
            record.whole("checkpointSeconds", 60, 1, 3_600));
    record.finish();
    return read;
  }

  private static Budget budget(YamlMapping budget) {
    Budget read =
        new Budget(
            budget.whole("ringsPerWatch", Budget.USUAL.ringsPerWatch(), 1, 10_000),
            budget.flag("trialFirst", Budget.USUAL.trialFirst()));
    budget.finish();
    return read;
  }

  private static Config.Canary canary(YamlMapping canary) {
    Config.Canary read =
        new Config.Canary(
            canary.read("at", CANARY_AT, ConfigReader::hour),
            canary.whole("limitSeconds", 60, 10, 3_600) * 1_000L);
    canary.finish();
    return read;
  }

  private static LocalTime hour(String text) {
    try {
      return text.equals("never") ? null : LocalTime.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          "must be an hour by Belize's clock, as \"02:00\", or never, not " + text);
    }
  }

  private static Config.Demo demo(YamlMapping demo) {
    Config.Demo read =
        new Config.Demo(
            demo.textOrNull("scenario"), (long) demo.number("seed", 1, 0, Long.MAX_VALUE));
    demo.finish();
    return read;
  }

  private static <T> Map<String, T> ordered(String k1, T v1, String k2, T v2, String k3, T v3) {
    Map<String, T> words = new LinkedHashMap<>();
    words.put(k1, v1);
    words.put(k2, v2);
    words.put(k3, v3);
    return words;
  }
}
