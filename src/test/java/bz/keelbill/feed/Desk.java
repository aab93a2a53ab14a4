package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.fail;

import bz.keelbill.report.Line;
import bz.keelbill.report.SafetyText;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Running feeds and all that came out of them, for tests through real sockets. */
final class Desk implements Intake, StateListener, AutoCloseable {

  /** Impatient, so that tests of patience are short. */
  static final FeedTiming QUICK = new FeedTiming(20, 100, 1_000, 400, 2_000, 20, 10, 1);

  /** The same, but never silent on a slow machine: for tests of other things than silence. */
  static final FeedTiming PATIENT = new FeedTiming(20, 100, 1_000, 30_000, 2_000, 20, 10, 1);

  private static final long MOST_SECONDS = 15;

  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Vertx vertx = Vertx.vertx();
  private final List<Batch> batches = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private boolean full;
  private Feeds feeds;

  static Desk with(FeedConfig... configs) {
    return with(QUICK, TinyDecoder.source(), configs);
  }

  static Desk with(FeedTiming timing, DecoderSource decoders, FeedConfig... configs) {
    Desk desk = new Desk();
    Surroundings around =
        new Surroundings(decoders, desk, desk, desk.registry, InstantSource.system(), timing);
    try {
      desk.feeds = await(Feeds.deploy(desk.vertx, List.of(configs), around));
    } catch (IllegalStateException failed) {
      await(desk.vertx.close());
      throw failed;
    }
    return desk;
  }

  @Override
  public synchronized void accept(Batch batch) {
    batches.add(batch);
  }

  @Override
  public synchronized boolean isFull() {
    return full;
  }

  @Override
  public void whenRoom(Runnable resume) {
    synchronized (this) {
      if (full) {
        waiting.add(resume);
        return;
      }
    }
    resume.run();
  }

  @Override
  public synchronized void stateChanged(String feed, FeedState.State state, long atMillis) {
    changes.add(feed + " " + state.word());
  }

  void full(boolean isFull) {
    List<Runnable> ready;
    synchronized (this) {
      full = isFull;
      ready = isFull ? List.of() : List.copyOf(waiting);
      if (!isFull) {
        waiting.clear();
      }
    }
    ready.forEach(Runnable::run);
  }

  synchronized List<Batch> batches() {
    return List.copyOf(batches);
  }

  synchronized List<String> changes() {
    return List.copyOf(changes);
  }

  /** The changes of a feed from its first valid line on: a slow start may be silent before. */
  List<String> changesSinceUp(String feed) {
    List<String> all = changes();
    return all.subList(all.indexOf(feed + " up"), all.size());
  }

  List<String> lines() {
    return batches().stream().flatMap(batch -> batch.lines().stream()).map(Line::text).toList();
  }

  /** The texts of all reports so far. */
  List<String> said() {
    return batches().stream()
        .flatMap(batch -> batch.reports().stream())
        .map(report -> ((SafetyText) report).text())
        .toList();
  }

  List<FeedState> states() {
    return feeds.states();
  }

  FeedState state(String feed) {
    return states().stream().filter(one -> one.name().equals(feed)).findFirst().orElseThrow();
  }

  FeedState.State stateOf(String feed) {
    return state(feed).state();
  }

  long rejects(String feed, String reason) {
    return state(feed).counts().rejects().getOrDefault(reason, 0L);
  }

  /** The port that a listening feed was given. */
  int port(String feed) {
    String address = state(feed).address();
    until("a port for " + feed, () -> !state(feed).address().endsWith(":0"));
    address = state(feed).address();
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("waited too long for " + what + "; feeds: " + feeds.states());
      }
      pause(5);
    }
  }

  void closeFeeds() {
    await(feeds.close());
  }

  @Override
  public void close() {
    closeFeeds();
    await(vertx.close());
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
