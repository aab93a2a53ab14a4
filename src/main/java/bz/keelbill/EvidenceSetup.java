package bz.keelbill;

import bz.keelbill.takeout.Rerun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The configuration as part of a bundle of evidence, and what plays a bundle again. */
final class EvidenceSetup {
  private EvidenceSetup() {}

  /** What plays recordings under a configuration. */
  static Rerun rerun(Config config) {
    return new Rerun(
        DemoWorld.of(config, System::currentTimeMillis)
            .completed(WatchSetup.ofListening(config, note -> {})),
        new FeedDecoders(config)::forFeed);
  }

  /** The same for one in a bundle; null stands for the packaged one. */
  static Rerun rerun(Path file) throws IOException {
    try {
      return rerun(file == null ? ConfigReader.packaged() : ConfigReader.read(file));
    } catch (ConfigFaults.BadConfig e) {
      throw new IOException("its configuration cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The files of a configuration by their names in a bundle, the configuration first: they keep
   * their places to one another, for they name each other by them.
   */
  static Map<String, Path> files(Config config) throws IOException {
    Map<String, Path> named = new LinkedHashMap<>();
    if (config.files() == Config.Files.BUNDLED_ONES) {
      return named;
    }
    Path top = config.file().toAbsolutePath().normalize();
    Path root = top.getParent();
    List<Path> others = others(config.files());
    for (Path other : others) {
      while (!other.startsWith(root) && root.getParent() != null) {
        root = root.getParent();
      }
    }
    put(top, root, named);
    for (Path other : others) {
      put(other, root, named);
    }
    return named;
  }

  private static void put(Path file, Path root, Map<String, Path> named) throws IOException {
    try (Stream<Path> paths = Files.walk(file)) {
      for (Path each : paths.filter(Files::isRegularFile).sorted().toList()) {
        named.put("config/" + root.relativize(each).toString().replace('\\', '/'), each);
      }
    }
  }

  private static List<Path> others(Config.Files files) {
    return Stream.of(
            files.fences(),
            files.rules(),
            files.geodata(),
            files.addressBlocks(),
            files.aircraftTypes(),
            files.knownGood())
        .filter(Objects::nonNull)
        .filter(path -> path != Config.BUNDLED)
        .map(path -> path.toAbsolutePath().normalize())
        .toList();
  }
}
