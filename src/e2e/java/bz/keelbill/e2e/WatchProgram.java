package bz.keelbill.e2e;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The program under test: {@code serve} as a process of its own, which can be killed. */
final class WatchProgram implements AutoCloseable {
  private static final double READY_SECONDS = 40;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Path config;
  private final Path log;
  private final int port;
  private volatile Process process;

  private WatchProgram(Path config, int port) {
    this.config = config;
    this.port = port;
    this.log = config.resolveSibling("watch.log");
    // A test run that is broken off must not leave a watch behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::destroy, "watch program"));
  }

  /**
   * Starts the program and waits until it is ready.
   *
   * @param folder where its configuration, its record and its log go
   * @param text the configuration but for web and record
   */
  static WatchProgram start(Path folder, String text) throws IOException {
    int port = freePort();
    Path config = folder.resolve("keelbill.yaml");
    String own = "\nweb: {host: 127.0.0.1, port: " + port + "}\nrecord: {dir: data}\ncanary: {at: never, limitSeconds: 15}\n";
    Files.writeString(config, text + own);
    WatchProgram program = new WatchProgram(config, port);
    program.begin();
    program.awaitReady();
    return program;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts it as on a box, for the first time or again on the same port and the same record. */
  void begin() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("deploy", "jvm.options").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "bz.keelbill.Keelbill",
                "serve",
                "--config",
                config.toString())
            .directory(config.getParent().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** Waits until it says that it is ready. */
  void awaitReady() {
    try {
      Patience.until("the watch is ready", READY_SECONDS, this::isReady);
    } catch (AssertionError notReady) {
      throw new AssertionError(notReady.getMessage() + "\n" + log(), notReady);
    }
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError("the program ended with " + process.exitValue() + "\n" + log());
    }
    try {
      return send(HttpRequest.newBuilder(uri("/health/ready")).build()).statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Cuts it off as a power failure would. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** The number of its process. */
  long pid() {
    return process.pid();
  }

  /** The page's address. */
  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** The body of a GET that must succeed. */
  JsonObject get(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).build());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  /** Everything the program has printed. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  private URI uri(String path) {
    return URI.create(origin() + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(client, request);
  }

  /** Asks, and waits for the answer. */
  static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void destroy() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(12, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the program does not stop\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to stop, as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }
}
