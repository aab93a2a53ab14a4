package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver and a service that are polled, through a running watch, onto its sockets. */
class LiveFlightServicesTest {
  private static final String SECRET = "not-a-real-secret";

  @TempDir Path folder;

  private static double now() {
    return System.currentTimeMillis() / 1000.0;
  }

  private static String aircraft() {
    return String.format(
        Locale.ROOT,
        "{ \"now\" : %.3f,\n\"messages\" : 7,\n\"aircraft\" : [\n{\"hex\":\"0ab123\",\"type\":\"adsb_icao\","
            + "\"flight\":\"TPS301  \",\"r\":\"V3-HHA\",\"t\":\"C208\",\"alt_baro\":4500,\"gs\":150.5,"
            + "\"track\":187.2,\"baro_rate\":-640,\"squawk\":\"4521\",\"lat\":17.6,\"lon\":-88.1,\"nic\":8,"
            + "\"rc\":186,\"seen_pos\":0.4,\"seen\":0.1},\n{\"hex\":\"0ab124\",\"rr_lat\":17.1,"
            + "\"rr_lon\":-88.2,\"alt_baro\":9000,\"seen\":0.3}\n]\n}\n",
        now());
  }

  private static String states() {
    return String.format(
        Locale.ROOT,
        "{\"time\":%1$.0f,\"states\":[[\"0ab125\",\"AVA123  \",\"Belize\",%1$.0f,%1$.0f,-88.3,17.4,"
            + "10668.0,false,231.5,90.0,0.0,null,10900,\"2201\",false,0]]}",
        now());
  }

  /** As readsb sends aircraft over TCP. */
  private static String alone(String hex, double seen) {
    String form =
        "{\"hex\":\"%s\",\"lat\":17.3,\"lon\":-88.3,\"seen_pos\":%2$.2f,\"seen\":%2$.2f},\n";
    return String.format(Locale.ROOT, form, hex, seen);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/data/aircraft.json", exchange -> answer(exchange, 200, aircraft()));
    server.createContext(
        "/token",
        exchange -> {
          String form =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean isKnown = form.contains("client_id=me&client_secret=" + SECRET);
          answer(
              exchange,
              isKnown ? 200 : 401,
              isKnown ? "{\"access_token\":\"a-token\",\"expires_in\":1800}" : "{}");
        });
    server.createContext(
        "/api/states/all",
        exchange -> {
          String who = exchange.getRequestHeaders().getFirst("Authorization");
          answer(exchange, "Bearer a-token".equals(who) ? 200 : 401, states());
        });
    server.start();
    return server;
  }

  private static String feeds(int port) {
    String at = "\"http://127.0.0.1:" + port;
    return "  - {name: roof, format: readsb, transport: http, url: "
        + at
        + "/data/aircraft.json\", intervalSeconds: 1}\n  - {name: sky, format: opensky, transport: http, url: "
        + at
        + "/api/states/all\", clientId: me, keyFile: sky.key, intervalSeconds: 5, tokenUrl: "
        + at
        + "/token\"}\n  - {name: lines, format: readsb, transport: tcp-listen, port: 0}\n";
  }

  private static boolean isTold(Onlooker onlooker, String track) {
    return Stream.of("snap", "delta")
        .flatMap(type -> onlooker.all(type).stream())
        .anyMatch(message -> message.encode().contains('"' + track + '"'));
  }

  @Test
  void polledAircraftAreOnTheSocketWithTheirNamesAndHeights() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/sky.key"), SECRET);
    HttpServer server = server();
    try (LiveFloor floor = LiveFloor.open(folder, feeds(server.getAddress().getPort()));
        Onlooker onlooker = Onlooker.greet(floor);
        Socket lines = floor.dial("lines")) {
      LiveFloor.say(lines, alone("0ab126", 0.5) + alone("0ab127", 0.25).replace("}", ""));
      LiveFloor.say(lines, alone("0ab128", 0.1));
      floor.awaitTrack("icao:0ab123");
      floor.awaitTrack("icao:0ab125");
      floor.awaitTrack("icao:0ab126");
      floor.awaitTrack("icao:0ab128");
      assertEquals(1, floor.rejects("lines", "malformed"), "the bracket that is lost");
      JsonObject track = new JsonObject(floor.get("/api/tracks/icao:0ab123").body());
      JsonArray move = track.getJsonArray("move");
      assertEquals("air", track.getString("domain"));
      assertEquals(-88.1, move.getDouble(1), 1e-6);
      assertEquals(17.6, move.getDouble(2), 1e-6);
      assertTrue(track.encode().contains("V3-HHA"), track.encode());
      assertTrue(track.encode().contains("TPS301"), track.encode());
      Patience.until(
          "both on the socket",
          () -> isTold(onlooker, "icao:0ab123") && isTold(onlooker, "icao:0ab125"),
          () -> onlooker.types().toString());
      assertFalse(
          floor.get("/api/tracks").body().contains("17.1,"), "a receiver's place is no aircraft's");
      for (String path : new String[] {"/api/feeds", "/api/tracks", "/metrics"}) {
        assertFalse(floor.get(path).body().contains(SECRET), path);
        assertFalse(floor.get(path).body().contains("a-token"), path);
      }
      assertEquals("up", floor.feed("roof").getString("state"));
      assertEquals("up", floor.feed("sky").getString("state"));
    } finally {
      server.stop(0);
    }
  }
}
