package bz.keelbill.relay;

import bz.keelbill.ais.AisReader;
import bz.keelbill.ais.AisSentenceReader;
import bz.keelbill.ais.AisSentences;
import bz.keelbill.report.Line;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * AIS out: takes the lines of streams and gives their AIS sentences on through all outputs, on an
 * event loop that it shares with nobody.
 */
public final class Relay {

  /** Lines that may wait for the relay's thread; more are dropped and counted. */
  private static final int WAITING_LINES = 20_000;

  private final Vertx vertx;
  private final Context thread;
  private final LongSupplier monotonicMillis;
  private final Handover handover;
  private final List<Output> outputs = new ArrayList<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final Promise<Void> closed = Promise.promise();

  private Relay(LongSupplier monotonicMillis) {
    VertxOptions ownLoop =
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1);
    vertx = Vertx.vertx(ownLoop);
    thread = vertx.getOrCreateContext();
    this.monotonicMillis = monotonicMillis;
    handover =
        new Handover(WAITING_LINES, task -> thread.runOnContext(go -> task.run()), this::endOfTurn);
  }

  /**
   * Opens all outputs. A port that is taken is told, and tried again until it is free.
   *
   * @param configs with names of their own
   * @param registry holds the metrics
   */
  public static Relay open(List<OutputConfig> configs, MeterRegistry registry) {
    return open(
        configs,
        registry,
        RelayTiming.LIVE,
        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  /** The same with another patience and another clock, which only goes forward. */
  static Relay open(
      List<OutputConfig> configs,
      MeterRegistry registry,
      RelayTiming timing,
      LongSupplier monotonicMillis) {
    Relay relay = new Relay(monotonicMillis);
    Marker marker = new Marker(newIdentity());
    for (OutputConfig config : configs) {
      OutputTally tally = new OutputTally(config.name(), registry);
      Door door = relay.door(config, tally, timing);
      relay.outputs.add(new Output(config, door, tally, marker));
    }
    relay.thread.runOnContext(go -> relay.begin(timing));
    return relay;
  }

  private static String newIdentity() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt(), 6);
  }

  private Door door(OutputConfig config, OutputTally tally, RelayTiming timing) {
    return switch (config.transport()) {
      case TCP_LISTEN -> new TcpDoor(vertx, config, tally, timing, monotonicMillis);
      case UDP -> new UdpDoor(vertx, config, tally, monotonicMillis);
    };
  }

  private void begin(RelayTiming timing) {
    outputs.forEach(output -> output.door().open());
    vertx.setPeriodic(
        timing.tickMillis(), timer -> outputs.forEach(output -> output.door().tick()));
  }

  /**
   * A way in for one stream of lines, such as one connection: parts of messages of two streams
   * never meet. What it is given it takes on any thread, one at a time, at once.
   *
   * @param station the sensor of lines that do not name theirs
   * @param isRecorded whether the lines come from a file, so that their arrival tells no time
   */
  public Consumer<Line> newStream(String station, boolean isRecorded) {
    AisSentenceReader reader =
        new AisSentenceReader(isRecorded ? AisReader.Timing.REPLAY : AisReader.Timing.LIVE);
    return line -> {
      if (mayHoldSentence(line.bytes()) && !handover.offer(() -> take(reader, station, line))) {
        outputs.forEach(output -> output.lost(line.feed(), OutputTally.BEHIND, 1));
      }
    };
  }

  private static boolean mayHoldSentence(byte[] bytes) {
    for (byte one : bytes) {
      if (one == '!') {
        return true;
      }
    }
    return false;
  }

  private void take(AisSentenceReader reader, String station, Line line) {
    long now = monotonicMillis.getAsLong();
    reader.read(
        line.bytes(),
        line.receivedAtMillis(),
        new AisSentenceReader.Output() {
          @Override
          public void message(AisSentences message) {
            Heard heard = new Heard(line.feed(), station, line.receivedAtMillis(), message);
            outputs.forEach(output -> output.take(heard, now));
          }

          @Override
          public void orphans(int count) {
            outputs.forEach(output -> output.lost(line.feed(), OutputTally.ORPHAN, count));
          }
        });
  }

  private void endOfTurn() {
    outputs.forEach(output -> output.door().flush());
  }

  /**
   * The port that a listening output has bound; 0 while it has none.
   *
   * @throws java.util.NoSuchElementException if there is no such output
   */
  public int port(String output) {
    return outputs.stream()
        .filter(each -> each.name().equals(output))
        .map(each -> each.door() instanceof TcpDoor tcp ? tcp.port() : 0)
        .findFirst()
        .orElseThrow();
  }

  /** Gives out what still waits, then ends all connections. Closing twice does no harm. */
  public Future<Void> close() {
    if (isClosed.compareAndSet(false, true)) {
      thread.runOnContext(go -> end());
    }
    return closed.future();
  }

  private void end() {
    handover.drain();
    List<Future<Void>> doors = outputs.stream().map(each -> each.door().close()).toList();
    Future.join(doors).transform(done -> vertx.close()).onComplete(closed);
  }
}
