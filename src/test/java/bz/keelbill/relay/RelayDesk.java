package bz.keelbill.relay;

import static org.junit.jupiter.api.Assertions.fail;

import bz.keelbill.report.Line;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A running relay with its feeds and readers, for tests through real sockets. */
final class RelayDesk implements AutoCloseable {
  static final long NOW = 1_795_230_510_400L;

  /** Impatient, so that tests of patience are short. */
  static final RelayTiming QUICK = new RelayTiming(20, 100, 300, 20);

  private static final long MOST_SECONDS = 20;

  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final AtomicLong passedMillis = new AtomicLong();
  private final Relay relay;
  private final Map<String, Consumer<Line>> streams = new HashMap<>();

  private RelayDesk(RelayTiming timing, OutputConfig... outputs) {
    relay =
        Relay.open(
            List.of(outputs),
            registry,
            timing,
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) + passedMillis.get());
  }

  static RelayDesk with(OutputConfig... outputs) {
    return with(QUICK, outputs);
  }

  static RelayDesk with(RelayTiming timing, OutputConfig... outputs) {
    return new RelayDesk(timing, outputs);
  }

  /** A listening output on any free port of this machine. */
  static OutputConfig tcp(String name, OutputConfig.Choice choice, boolean tags) {
    return new OutputConfig(
        name,
        OutputConfig.Transport.TCP_LISTEN,
        OutputConfig.Endpoint.of("127.0.0.1", 0),
        choice,
        new OutputConfig.Form(tags, false));
  }

  static OutputConfig tcp(String name, String... feeds) {
    return tcp(name, OutputConfig.Choice.of(feeds), true);
  }

  /** A feed hears lines; its station is called after it. */
  void hears(String feed, String... lines) {
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      stream(feed).accept(new Line(feed, 1, NOW, bytes));
    }
  }

  private Consumer<Line> stream(String feed) {
    return streams.computeIfAbsent(feed, name -> relay.newStream("mast-" + name, false));
  }

  Socket dial(String output) throws IOException {
    until("a port", () -> relay.port(output) > 0);
    return new Socket(InetAddress.getLoopbackAddress(), relay.port(output));
  }

  int port(String output) {
    until("a port", () -> relay.port(output) > 0);
    return relay.port(output);
  }

  /** Connects a reader and waits until it is known. */
  Reader reader(String output) throws IOException {
    double before = metric("keelbill_relay_clients{output=\"" + output + "\"}");
    Reader reader = new Reader(dial(output));
    until("a reader", () -> metric("keelbill_relay_clients{output=\"" + output + "\"}") > before);
    return reader;
  }

  /** A metric's value; 0 if there is none. */
  double metric(String row) {
    return registry
        .scrape()
        .lines()
        .filter(line -> line.startsWith(row + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(row.length() + 1)))
        .sum();
  }

  double dropped(String output, String reason) {
    return metric(
        "keelbill_relay_dropped_total{output=\"" + output + "\",reason=\"" + reason + "\"}");
  }

  void until(String what, BooleanSupplier comes) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!comes.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("never came: " + what + "\n" + registry.scrape());
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
  }

  void closeRelay() {
    try {
      relay.close().toCompletionStage().toCompletableFuture().get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    closeRelay();
  }

  /** A plotter that reads lines. */
  static final class Reader implements AutoCloseable {
    final Socket socket;
    private final BufferedReader in;

    Reader(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(MOST_SECONDS));
      in = new BufferedReader(new InputStreamReader(socket.getInputStream(), "ISO-8859-1"));
    }

    /** The next line; null at the end. */
    String line() throws IOException {
      return in.readLine();
    }

    List<String> lines(int count) throws IOException {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        lines.add(line());
      }
      return lines;
    }

    /** What stands behind the tag blocks. */
    static String sentence(String line) {
      return line.substring(line.indexOf('!'));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
