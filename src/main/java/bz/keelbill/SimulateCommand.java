package bz.keelbill;

import bz.keelbill.geo.Geography;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.sim.Harm;
import bz.keelbill.sim.Scenario;
import bz.keelbill.sim.Sensing;
import bz.keelbill.sim.SimulatedFeeds;
import bz.keelbill.sim.Simulation;
import bz.keelbill.sim.SimulationFiles;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate}: a simulated watch, as files or on sockets. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates a sea and a sky, heard through imperfect sensors and spoken in the real formats.",
      "Scenarios: demo, evening, day; watch has some of every family of threats; the name of a"
          + " family, as rendezvous, has only those; busy-day, tournament and others have none."
          + " Any other word lists all names."
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "Which watch to simulate.")
  private String scenarioName;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of its chances; the same seed gives the same bytes. Default: 1.")
  private long seed;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "When it begins, as 2026-11-24T00:00:00Z; files default to that, --serve to now.")
  private Instant start;

  @Option(
      names = "--sensors",
      defaultValue = "good",
      paramLabel = "NAME",
      description =
          "good, fair, poor, or varied: quality and places drawn from the seed. Default: good.")
  private String sensors;

  @Option(
      names = "--harm",
      defaultValue = "none",
      paramLabel = "NAME",
      description =
          "What goes wrong besides: none, drop-10, drop-30, drop-50, drop-70, skew, doubled,"
              + " radar-out. Default: none.")
  private String harm;

  @ArgGroup(multiplicity = "1")
  private Destination destination;

  /** One of the two. */
  static final class Destination {
    @Option(names = "--out", paramLabel = "DIR", description = "Write it as files into DIR.")
    private Path dir;

    @Option(
        names = "--serve",
        description = "Speak it on loopback sockets at its own pace until stopped.")
    private boolean serve;
  }

  @Option(
      names = "--first-port",
      defaultValue = "0",
      paramLabel = "PORT",
      description =
          "With --serve: ports for ais, radar, flights, plans from here; default: free ones.")
  private int firstPort;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Scenario scenario = scenario();
    if (destination.dir != null) {
      write(scenario);
    } else {
      serve(scenario);
    }
    return Keelbill.DONE;
  }

  private Scenario scenario() {
    try {
      return Scenario.named(scenarioName);
    } catch (IllegalArgumentException unknown) {
      throw new ConfigFaults.BadConfig(unknown.getMessage());
    }
  }

  private Simulation begin(Scenario scenario, long from) {
    Geography geography = GeodataJson.load(null);
    try {
      Sensing sensing = Sensing.named(sensors, geography, seed).harmed(Harm.named(harm));
      return Simulation.begin(scenario, geography, seed, from, sensing);
    } catch (IllegalArgumentException unknown) {
      throw new ConfigFaults.BadConfig(unknown.getMessage());
    }
  }

  private void write(Scenario scenario) throws IOException {
    long from = start == null ? SimulationFiles.DEFAULT_START_MILLIS : start.toEpochMilli();
    Progress progress = new Progress("simulated");
    SimulationFiles.write(begin(scenario, from), destination.dir, progress::at);
    progress.end();
    spec.commandLine().getErr().println("wrote " + scenario.name() + " to " + destination.dir);
  }

  private void serve(Scenario scenario) throws InterruptedException, ExecutionException {
    long from = start == null ? System.currentTimeMillis() : start.toEpochMilli();
    Vertx vertx = Vertx.vertx();
    Simulation simulation = begin(scenario, from);
    SimulatedFeeds served =
        SimulatedFeeds.serve(vertx, simulation, ports())
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    PrintWriter err = spec.commandLine().getErr();
    SimulatedFeeds.FEEDS.forEach(feed -> err.println(feed + " on 127.0.0.1:" + served.port(feed)));
    Runtime.getRuntime().addShutdownHook(new Thread(vertx::close, "stop"));
    new CountDownLatch(1).await();
  }

  private Map<String, Integer> ports() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (String feed : SimulatedFeeds.FEEDS) {
      ports.put(feed, firstPort == 0 ? 0 : firstPort + ports.size());
    }
    return ports;
  }
}
