package bz.keelbill;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code serve} as a process of its own, on ports and in a folder that stay the same from start to
 * start. A restricted water lies off the reef, as in {@link LiveFloor}.
 */
final class ServeProcess implements AutoCloseable {
  private static final long START_NANOS = 120_000_000_000L;

  private final Path folder;
  private final Path config;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int page;
  private final int ais;
  private Process process;
  private Path log;
  private int starts;

  ServeProcess(Path folder, int checkpointSeconds) throws IOException {
    this.folder = folder;
    page = freePort();
    ais = freePort();
    config = configuration(checkpointSeconds);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path configuration(int checkpointSeconds) throws IOException {
    Path file = folder.resolve("keelbill.yaml");
    Files.writeString(folder.resolve("fences.geojson"), LiveFloor.FENCES);
    Files.writeString(
        file,
        """
        stations:
          - {id: ais-test, kind: ais, lat: 17.4937, lon: -88.1810, rangeNm: 60}
        fences: fences.geojson
        web: {port: %d}
        record: {dir: data, checkpointSeconds: %d}
        feeds:
          - {name: ais, format: ais, transport: tcp-listen, port: %d}
        """
            .formatted(page, checkpointSeconds, ais));
    return file;
  }

  /** Until it says that it is ready; in seconds. */
  double start() throws IOException, InterruptedException {
    log = folder.resolve("log-" + ++starts);
    long begin = System.nanoTime();
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("serve", "--config", config.toString()));
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!isReady()) {
      if (System.nanoTime() - begin > START_NANOS || !process.isAlive()) {
        throw new IllegalStateException("it does not start: " + log());
      }
      Thread.sleep(10);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /**
   * As {@code -Dserve.program="java @jvm.options -jar keelbill.jar"} says; else the classes of this
   * program, under the virtual machine's own choices.
   */
  private static List<String> program() {
    String given = System.getProperty("serve.program");
    return given != null
        ? List.of(given.split(" "))
        : List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Keelbill.class.getName());
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Signal 9, and until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Signal 15, and until it has stopped in order. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said since its last start. */
  String log() throws IOException {
    return Files.readString(log);
  }

  Path data() {
    return folder.resolve("data");
  }

  /** A connection to its feed. */
  Socket dial() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), ais);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  /** A request with a body and pairs of header names and values. */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** What the watch says is wrong with itself. */
  String troubles() {
    try {
      return new JsonObject(get("/health/ready").body())
          .getJsonObject("checks")
          .getJsonArray("troubles")
          .encode();
    } catch (IOException | InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
