package bz.keelbill;

import bz.keelbill.geo.Geography;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.sim.Harm;
import bz.keelbill.sim.Scenario;
import bz.keelbill.sim.Score;
import bz.keelbill.sim.Sensing;
import bz.keelbill.sim.Simulation;
import bz.keelbill.sim.SimulationFiles;
import bz.keelbill.sim.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Watch after watch, simulated with seeds that follow each other, detected as {@code detect} does
 * and scored together, until every family has been seen often enough. The same arguments give the
 * same score however many work at it; as many watches as work at it are in memory.
 */
final class Nightly {
  private static final List<String> FEEDS =
      List.of("ais.nmea", "radar.nmea", "flights.sbs", "plans.fpl");

  /**
   * What is played and when it is enough.
   *
   * @param sensors a name of {@link Sensing#NAMES}
   * @param injections how many threats of every family there are to be
   * @param mostWatches where to stop though there are not
   * @param keep the folder in which each watch's files stay; null deletes them
   */
  record Plan(
      Scenario scenario,
      long seed,
      String sensors,
      Harm harm,
      int injections,
      int mostWatches,
      Path keep) {}

  /** A watch; its score is null where the world that its seed draws has no place for its cast. */
  private record Watched(String name, Score score, String fault) {}

  private final Plan plan;
  private final Geography geography = GeodataJson.load(null);

  Nightly(Plan plan) {
    this.plan = plan;
  }

  /**
   * Plays and scores.
   *
   * @param workers how many watches at once
   * @param progress is told of each watch that is done
   */
  Score run(int workers, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = plan.keep == null ? Files.createTempDirectory("keelbill-nightly") : plan.keep;
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    Map<String, Score> scores = new LinkedHashMap<>();
    try {
      Deque<Future<Watched>> ahead = new ArrayDeque<>();
      int tried = 0;
      for (int begun = 0; !isEnough(scores) && tried < plan.mostWatches; ) {
        while (ahead.size() < workers && begun < plan.mostWatches) {
          ahead.add(pool.submit(watch(folder, plan.seed + begun++)));
        }
        Watched done = ahead.remove().get();
        if (done.score != null) {
          scores.put(done.name, done.score);
        }
        tried++;
        progress.accept(done.name + ": " + (done.score == null ? done.fault : words(done.score)));
      }
    } finally {
      pool.shutdownNow();
      while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
        // What is begun ends by itself; its files are then deleted.
      }
      if (plan.keep == null) {
        delete(folder);
      }
    }
    deleteUncounted(folder, scores);
    return Score.together(scores);
  }

  /** A watch that was begun ahead, and then was not needed, is not to be scored with the others. */
  private void deleteUncounted(Path folder, Map<String, Score> scores) throws IOException {
    for (long seed = plan.seed; seed < plan.seed + plan.mostWatches; seed++) {
      Path watch = folder.resolve(name(seed));
      if (!scores.containsKey(name(seed)) && Files.isDirectory(watch)) {
        delete(watch);
      }
    }
  }

  private String name(long seed) {
    return plan.scenario.name() + "-" + seed;
  }

  private static String words(Score score) {
    Tally all = score.overall();
    return "found %d of %d, %d false"
        .formatted(all.found(), all.threats(), score.falseAlerts().size());
  }

  private boolean isEnough(Map<String, Score> scores) {
    return !scores.isEmpty()
        && Score.together(scores).families().values().stream()
            .allMatch(tally -> tally.threats() >= plan.injections);
  }

  private Callable<Watched> watch(Path folder, long seed) {
    String name = name(seed);
    return () -> {
      Path directory = folder.resolve(name);
      Sensing sensing = Sensing.named(plan.sensors, geography, seed).harmed(plan.harm);
      try {
        SimulationFiles.write(
            Simulation.begin(
                plan.scenario, geography, seed, SimulationFiles.DEFAULT_START_MILLIS, sensing),
            directory,
            part -> {});
      } catch (IllegalStateException noPlace) {
        return new Watched(name, null, "not played: " + noPlace.getMessage());
      }
      Path alerts = directory.resolve("alerts.json");
      Files.write(alerts, detected(directory));
      Score score = Score.read(directory, alerts);
      if (plan.keep == null) {
        delete(directory);
      }
      return new Watched(name, score, null);
    };
  }

  private static List<String> detected(Path directory) {
    return new Detection(ConfigReader.read(directory.resolve("config.yaml")))
        .run(
            FEEDS.stream()
                .map(directory::resolve)
                .filter(file -> file.toFile().length() > 0)
                .toList());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
