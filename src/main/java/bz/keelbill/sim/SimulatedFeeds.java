package bz.keelbill.sim;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A simulation spoken on loopback TCP ports at its own pace, to any number of clients. A client
 * that does not keep up misses lines; the simulation and the others go on. Plans on file are
 * repeated to each newcomer, as an office would. Everything runs on the verticle's context, the
 * simulation itself on a worker.
 */
public final class SimulatedFeeds extends VerticleBase {
  /** The feeds, in the order in which they are listed. */
  public static final List<String> FEEDS =
      List.of(Spoken.AIS, Spoken.RADAR, Spoken.FLIGHTS, Spoken.PLANS);

  private static final String LOOPBACK = "127.0.0.1";
  private static final long TICK_MILLIS = 200;
  private static final int PLANS_ON_FILE = 400;

  private final Simulation simulation;
  private final Map<String, Integer> wanted;
  private final Map<String, NetServer> servers = new LinkedHashMap<>();
  private final Map<String, Set<NetSocket>> clients = new LinkedHashMap<>();
  private final Deque<Buffer> plans = new ArrayDeque<>();
  private final LongSupplier present;
  private volatile long beginMillis;
  private long startNanos;
  private boolean living;
  private long dropped;
  private volatile String deployment;

  private SimulatedFeeds(Simulation simulation, Map<String, Integer> ports, LongSupplier present) {
    this.present = present;
    this.simulation = simulation;
    this.wanted = Map.copyOf(ports);
  }

  /**
   * Opens the ports and begins to speak; simulated time passes as real time does from now.
   *
   * @param ports by feed; 0 or absent takes any free port
   * @return fails if a port is taken
   */
  public static Future<SimulatedFeeds> serve(
      Vertx vertx, Simulation simulation, Map<String, Integer> ports) {
    return serve(vertx, simulation, ports, simulation::startMillis);
  }

  /**
   * The same for a simulation that has begun some time ago.
   *
   * @param present the simulated time at which speaking begins, asked when the ports are open: what
   *     was said before is over, but the plans filed are still on file
   */
  public static Future<SimulatedFeeds> serve(
      Vertx vertx, Simulation simulation, Map<String, Integer> ports, LongSupplier present) {
    SimulatedFeeds feeds = new SimulatedFeeds(simulation, ports, present);
    return vertx
        .deployVerticle(feeds)
        .map(
            id -> {
              feeds.deployment = id;
              return feeds;
            });
  }

  /** The port on which a feed is really spoken. */
  public int port(String feed) {
    return servers.get(feed).actualPort();
  }

  /** Lines that slow clients missed so far. */
  public long dropped() {
    return dropped;
  }

  /** Closes the ports and ends the simulation. */
  public Future<Void> close() {
    return vertx.undeploy(deployment);
  }

  @Override
  public Future<?> start() {
    List<Future<NetServer>> opening = new ArrayList<>();
    for (String feed : FEEDS) {
      clients.put(feed, new LinkedHashSet<>());
      NetServer server = vertx.createNetServer().connectHandler(socket -> welcome(feed, socket));
      servers.put(feed, server);
      opening.add(server.listen(wanted.getOrDefault(feed, 0), LOOPBACK));
    }
    return Future.all(opening).compose(open -> catchUp());
  }

  private Future<Void> catchUp() {
    return vertx
        .executeBlocking(
            () -> {
              beginMillis = present.getAsLong();
              return simulation.advanceTo(beginMillis);
            })
        .map(
            before -> {
              before.stream().filter(line -> line.feed().equals(Spoken.PLANS)).forEach(this::speak);
              startNanos = System.nanoTime();
              vertx.setPeriodic(TICK_MILLIS, timer -> live());
              return null;
            });
  }

  @Override
  public Future<?> stop() {
    return Future.join(servers.values().stream().map(NetServer::close).toList());
  }

  private void welcome(String feed, NetSocket socket) {
    clients.get(feed).add(socket);
    socket.closeHandler(gone -> clients.get(feed).remove(socket));
    socket.exceptionHandler(failure -> socket.close());
    if (feed.equals(Spoken.PLANS)) {
      plans.forEach(socket::write);
    }
  }

  /** One step off the event loop; a step that takes long delays the next and blocks nobody. */
  private void live() {
    if (living) {
      return;
    }
    living = true;
    long now = beginMillis + (System.nanoTime() - startNanos) / 1_000_000;
    vertx
        .executeBlocking(() -> simulation.advanceTo(now))
        .onComplete(done -> living = false)
        .onSuccess(lines -> lines.forEach(this::speak));
  }

  private void speak(Spoken spoken) {
    Buffer line = Buffer.buffer(spoken.bytes());
    if (spoken.feed().equals(Spoken.PLANS)) {
      plans.add(line);
      if (plans.size() > PLANS_ON_FILE) {
        plans.remove();
      }
    }
    for (NetSocket client : clients.get(spoken.feed())) {
      if (client.writeQueueFull()) {
        dropped++;
      } else {
        client.write(line);
      }
    }
  }
}
