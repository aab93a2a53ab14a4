package bz.keelbill;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A whole watch on free ports with a folder of its own: real sockets, real record. A restricted
 * water lies off the reef, its western edge on {@link #EDGE}.
 */
final class LiveFloor implements AutoCloseable {
  static final double EDGE = -87.60;
  static final int PATROL = 312_990_001;
  static final String AIS = "  - {name: ais, format: ais, transport: tcp-listen, port: 0}\n";

  static final String FENCES =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"closed-water",
       "properties":{"name":"Closed water","kind":"restricted","appliesTo":"vessel"},
       "geometry":{"type":"Polygon","coordinates":
        [[[-87.60,17.20],[-87.50,17.20],[-87.50,17.30],[-87.60,17.30],[-87.60,17.20]]]}}]}
      """;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WatchFloor floor;

  private LiveFloor(Path config, LongSupplier machineClock) {
    try {
      floor =
          WatchFloor.open(vertx, ConfigReader.read(config), machineClock)
              .toCompletionStage()
              .toCompletableFuture()
              .get(60, TimeUnit.SECONDS);
    } catch (Exception failed) {
      vertx.close();
      throw new IllegalStateException("the watch did not open", failed);
    }
  }

  /** Opens a watch in a folder; the one before it there must have been closed. */
  static LiveFloor open(Path folder, String feeds) throws IOException {
    return open(folder, feeds, "");
  }

  /** The same on a machine with this clock. */
  static LiveFloor open(Path folder, String feeds, LongSupplier machineClock) throws IOException {
    return open(folder, feeds, "", machineClock);
  }

  /** The same with more to be said under {@code web}, as {@code , idleMinutes: 1}. */
  static LiveFloor open(Path folder, String feeds, String web) throws IOException {
    return open(folder, feeds, web, System::currentTimeMillis);
  }

  private static LiveFloor open(Path folder, String feeds, String web, LongSupplier machineClock)
      throws IOException {
    return open(folder, feeds, web, machineClock, "{at: never}");
  }

  /** The same with what is said under {@code canary}. */
  static LiveFloor withCanary(Path folder, String feeds, LongSupplier machineClock, String canary)
      throws IOException {
    return open(folder, feeds, "", machineClock, canary);
  }

  private static LiveFloor open(
      Path folder, String feeds, String web, LongSupplier machineClock, String canary)
      throws IOException {
    Path config = folder.resolve("config/keelbill.yaml");
    Files.createDirectories(config.getParent());
    Files.writeString(config.resolveSibling("fences.geojson"), FENCES);
    Files.writeString(
        config,
        """
        stations:
          - {id: radar-test, kind: radar, lat: 17.2833, lon: -87.8117, rangeNm: 32}
        ownForces: {mmsi: [%d]}
        fences: fences.geojson
        web: {port: 0%s}
        canary: %s
        feeds:
        %s\
        """
            .formatted(PATROL, web, canary, feeds));
    return new LiveFloor(config, machineClock);
  }

  /** What the watch says is wrong with itself. */
  String troubles() {
    return new JsonObject(get("/health/ready").body())
        .getJsonObject("checks")
        .getJsonArray("troubles")
        .encode();
  }

  HttpClient http() {
    return http;
  }

  /** The code that makes the first account of an exposed watch. */
  String setUpCode() {
    return floor.setUpCode();
  }

  /** Makes the first account. */
  Person setUp(String name, String password) {
    JsonObject body = new JsonObject().put("name", name).put("password", password);
    return Person.of(this, request("POST", "/api/setup", body.encode()));
  }

  int port() {
    return floor.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  /** A request with a body and pairs of header names and values. */
  HttpResponse<String> request(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonArray items(String path) {
    return new JsonObject(get(path).body()).getJsonArray("items");
  }

  JsonObject feed(String name) {
    for (Object each : items("/api/feeds")) {
      if (name.equals(((JsonObject) each).getString("name"))) {
        return (JsonObject) each;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** How many lines a feed has refused for a reason. */
  long rejects(String feed, String reason) {
    return feed(feed).getJsonObject("rejects").getLong(reason, 0L);
  }

  /** A new connection to an AIS output, known there. */
  Socket read(String output) throws IOException {
    Patience.until("port of " + output, () -> floor.aisOutPort(output) > 0);
    Socket reader = new Socket(InetAddress.getLoopbackAddress(), floor.aisOutPort(output));
    String row = "keelbill_relay_clients{output=\"" + output + "\"} 1.0";
    Patience.until("reader of " + output, () -> get("/metrics").body().contains(row));
    return reader;
  }

  /** The port that a feed has bound; feeds bind while the watch is open already. */
  int portOf(String feed) {
    Patience.until("port of " + feed, () -> !feed(feed).getString("address").endsWith(":0"));
    String address = feed(feed).getString("address");
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /** A new connection to a feed that listens. */
  Socket dial(String feed) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), portOf(feed));
  }

  static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  void datagram(String feed, byte[] bytes) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      InetAddress here = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(bytes, bytes.length, here, portOf(feed)));
    }
  }

  boolean hasTrack(String name) {
    return get("/api/tracks/" + name).statusCode() == 200;
  }

  void awaitTrack(String name) {
    Patience.until(
        "track " + name,
        () -> hasTrack(name),
        () -> get("/api/tracks").body() + get("/api/feeds").body());
  }

  /** Waits for so many alerts of a kind; newest first. */
  JsonArray awaitAlerts(int count) {
    Patience.until(
        count + " alerts",
        () -> items("/api/alerts").size() >= count,
        () -> get("/api/tracks").body() + get("/api/feeds").body());
    return items("/api/alerts");
  }

  @Override
  public void close() {
    finish(floor.close());
    finish(vertx.close());
  }

  private static void finish(Future<Void> closing) {
    try {
      closing.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the watch did not close", e);
    }
  }
}
