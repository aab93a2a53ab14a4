package bz.keelbill;

import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.FeedTiming;
import bz.keelbill.feed.Format;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.sim.RestrictedWater;
import bz.keelbill.sim.Scenario;
import bz.keelbill.sim.SimulatedFeeds;
import bz.keelbill.sim.Simulation;
import bz.keelbill.sim.Spoken;
import bz.keelbill.watch.Setup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The simulated sea and sky of the demo: spoken on loopback sockets in the real formats, so that
 * the watch hears it as it would hear real receivers.
 */
final class DemoWorld {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long HEAD_START_MILLIS = 25_000;
  private static final String NAME_PREFIX = "sim-";

  private final Scenario scenario;
  private final long seed;
  private final LongSupplier clock;
  private Setup setup;
  private SimulatedFeeds feeds;

  private DemoWorld(Scenario scenario, long seed, LongSupplier clock) {
    this.scenario = scenario;
    this.seed = seed;
    this.clock = clock;
  }

  /**
   * The demo that a configuration asks for, or an empty one.
   *
   * @throws ConfigFaults.BadConfig if there is no such scenario
   */
  static DemoWorld of(Config config, LongSupplier clock) {
    Config.Demo demo = config.serving().demo();
    try {
      Scenario scenario = demo.scenario() == null ? null : Scenario.named(demo.scenario());
      return new DemoWorld(scenario, demo.seed(), clock);
    } catch (IllegalArgumentException unknown) {
      throw new ConfigFaults.BadConfig(config.file() + ": demo.scenario: " + unknown.getMessage());
    }
  }

  /** The setup with the fences that only the simulated world has, and its AIS expected. */
  Setup completed(Setup configured) {
    setup = configured;
    if (scenario == null) {
      return configured;
    }
    List<Fence> fences = new ArrayList<>(configured.fences().fences());
    fences.removeIf(fence -> RestrictedWater.ALL.stream().anyMatch(w -> w.id().equals(fence.id())));
    fences.addAll(closedWaters());
    Map<String, Long> expected = new LinkedHashMap<>(configured.feeds());
    expected.put(NAME_PREFIX + Spoken.AIS, FeedTiming.LIVE.silenceMillis());
    setup = configured.with(FenceMap.of(configured.fences().version(), fences)).expecting(expected);
    return setup;
  }

  private static List<Fence> closedWaters() {
    try {
      byte[] text = RestrictedWater.geoJson().getBytes(StandardCharsets.UTF_8);
      return FenceGeoJson.read("simulated fences", text);
    } catch (GeoJsonException damaged) {
      throw new IllegalStateException("the simulation's own fences", damaged);
    }
  }

  /** The formats of its feeds by name, also when it does not speak: a recording may hold them. */
  static Map<String, Format> formats() {
    return Map.of(
        NAME_PREFIX + Spoken.AIS, Format.AIS,
        NAME_PREFIX + Spoken.RADAR, Format.RADAR,
        NAME_PREFIX + Spoken.FLIGHTS, Format.SBS,
        NAME_PREFIX + Spoken.PLANS, Format.PLANS);
  }

  /** Starts to speak, and says where. */
  Future<List<FeedConfig>> serve(Vertx vertx) {
    if (scenario == null) {
      return Future.succeededFuture(List.of());
    }
    return vertx
        .executeBlocking(this::begun)
        .compose(simulation -> SimulatedFeeds.serve(vertx, simulation, Map.of(), clock))
        .map(
            served -> {
              feeds = served;
              return SimulatedFeeds.FEEDS.stream().map(this::feed).toList();
            });
  }

  /** Its threats are on their way when the watch begins to hear. */
  private Simulation begun() {
    long startMillis = clock.getAsLong() - HEAD_START_MILLIS;
    return Simulation.begin(scenario, setup.geography(), seed, startMillis);
  }

  private FeedConfig feed(String spoken) {
    String name = NAME_PREFIX + spoken;
    return FeedConfig.tcp(name, formats().get(name), LOOPBACK, feeds.port(spoken));
  }

  Future<Void> close() {
    return feeds == null ? Future.succeededFuture() : feeds.close();
  }
}
