package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No bytes on any port touch the rest of the watch, and each refusal is counted. */
class HostileInputTest {
  private static final long SEED = 20_261_123;
  private static final String GOOD = Spoken.ship(312_000_500, 17.4, -87.9);
  private static final String WRONG = GOOD.replaceFirst("\\*..", "*00");

  @TempDir Path folder;

  private int ships = 312_000_600;

  private static Map<String, byte[]> assaults() {
    byte[] noise = new byte[200_000];
    new Random(SEED).nextBytes(noise);
    byte[] endless = new byte[1_000_000];
    Arrays.fill(endless, (byte) 'A');
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("noise, seed " + SEED, noise);
    all.put("a line without end", endless);
    all.put("wrong checksums", bytes(WRONG.repeat(50)));
    all.put("half sentences", bytes((GOOD.substring(0, 20) + "\r\n").repeat(50)));
    all.put("a flight cut short", bytes("MSG,3,1,1,0AB1\r\n".repeat(50)));
    all.put("a plan without end", bytes("(FPL-V3ABC-VG\r\n" + "-C208/L ".repeat(40_000)));
    all.put("zeros", new byte[5_000]);
    all.put("line ends only", bytes("\r\n".repeat(5_000)));
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long refused(LiveFloor floor, String feed) {
    long sum = 0;
    for (Map.Entry<String, Object> each : floor.feed(feed).getJsonObject("rejects")) {
      sum += ((Number) each.getValue()).longValue();
    }
    return sum;
  }

  /** Another feed still makes tracks. */
  private void assertNeighbourLives(LiveFloor floor) throws Exception {
    ships++;
    floor.datagram("neighbour", bytes(Spoken.ship(ships, 17.4, -87.9)));
    floor.awaitTrack("mmsi:" + ships);
    assertEquals(new JsonObject(), floor.feed("neighbour").getJsonObject("rejects"));
    assertEquals(200, floor.get("/health/ready").statusCode());
  }

  private static final String NEIGHBOUR =
      "  - {name: neighbour, format: ais, transport: udp, port: 0}\n";

  @Test
  void listeningPortsTakeAnything() throws Exception {
    String feeds =
        LiveFloor.AIS
            + "  - {name: mixed, format: nmea, transport: tcp-listen, port: 0}\n"
            + "  - {name: flights, format: sbs, transport: tcp-listen, port: 0}\n"
            + "  - {name: plans, format: plans, transport: tcp-listen, port: 0}\n"
            + NEIGHBOUR;
    try (LiveFloor floor = LiveFloor.open(folder, feeds)) {
      for (String feed : List.of("ais", "mixed", "flights", "plans")) {
        try (Socket silent = floor.dial(feed)) {
          for (Map.Entry<String, byte[]> assault : assaults().entrySet()) {
            try (Socket socket = floor.dial(feed)) {
              socket.getOutputStream().write(assault.getValue());
            }
          }
          assertTrue(silent.isConnected());
          assertNeighbourLives(floor);
        }
        Patience.until("refusals of " + feed, () -> refused(floor, feed) > 10);
        Patience.until("a long line on " + feed, () -> floor.rejects(feed, "too-long") > 0);
      }
      for (String feed : List.of("ais", "mixed")) {
        Patience.until("50 checksums", () -> floor.rejects(feed, "checksum") >= 50);
        assertSpeaksAgain(floor, feed);
      }
      try (Socket socket = floor.dial("flights")) {
        LiveFloor.say(socket, Spoken.flight("0AB777", 17.6, -88.1, 4500));
        floor.awaitTrack("icao:0ab777");
      }
      assertCounted(floor);
    }
  }

  /** Also on a connection that has just sent nonsense. */
  private void assertSpeaksAgain(LiveFloor floor, String feed) throws Exception {
    ships++;
    try (Socket socket = floor.dial(feed)) {
      socket.getOutputStream().write(assaults().get("a line without end"));
      LiveFloor.say(socket, "\r\n" + WRONG + Spoken.ship(ships, 17.45, -87.9));
      floor.awaitTrack("mmsi:" + ships);
    }
  }

  /** What the page shows is what monitoring reads. */
  private static void assertCounted(LiveFloor floor) {
    String metrics = floor.get("/metrics").body();
    long shown = floor.rejects("ais", "checksum");
    String line = "keelbill_feed_rejects_total{feed=\"ais\",reason=\"checksum\"} " + shown;
    assertTrue(metrics.contains(line), line);
  }

  @Test
  void datagramsMayHoldAnything() throws Exception {
    String feeds =
        "  - {name: udp, format: ais, transport: udp, port: 0}\n"
            + "  - {name: radar, format: radar, transport: udp, port: 0, station: radar-test}\n"
            + NEIGHBOUR;
    Random random = new Random(SEED);
    try (LiveFloor floor = LiveFloor.open(folder, feeds)) {
      for (String feed : List.of("udp", "radar")) {
        for (int size : new int[] {0, 1, 7, 200, 1_400, 9_000, 60_000}) {
          byte[] noise = new byte[size];
          random.nextBytes(noise);
          floor.datagram(feed, noise);
          Arrays.fill(noise, (byte) '$');
          floor.datagram(feed, noise);
        }
        floor.datagram(feed, bytes(WRONG));
        floor.datagram(feed, bytes(GOOD.substring(0, 25)));
        Patience.until("refusals of " + feed, () -> refused(floor, feed) > 5);
        assertNeighbourLives(floor);
      }
      floor.datagram("udp", bytes(GOOD));
      floor.awaitTrack("mmsi:312000500");
      floor.datagram("radar", bytes(Spoken.target(9, 4, 80)));
      Patience.until(
          "the radar's target",
          () -> floor.get("/api/tracks").body().contains("radar:radar-test/9@"));
    }
  }

  @Test
  void aFarEndMayRaveDieAndComeBack() throws Exception {
    ServerSocket first = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    int port = first.getLocalPort();
    String feeds =
        "  - {name: dialled, format: ais, transport: tcp, host: 127.0.0.1, port: "
            + port
            + "}\n"
            + NEIGHBOUR;
    try (LiveFloor floor = LiveFloor.open(folder, feeds)) {
      try (first;
          Socket socket = first.accept()) {
        for (byte[] assault : assaults().values()) {
          socket.getOutputStream().write(assault);
        }
        LiveFloor.say(socket, "\r\n" + GOOD + GOOD.substring(0, 30));
        floor.awaitTrack("mmsi:312000500");
        socket.setSoLinger(true, 0);
      }
      Patience.until("the loss", () -> !"up".equals(floor.feed("dialled").getString("state")));
      assertNeighbourLives(floor);
      assertTrue(floor.rejects("dialled", "checksum") >= 49);
      try (ServerSocket second = new ServerSocket()) {
        second.setReuseAddress(true);
        second.setSoTimeout(30_000);
        second.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try (Socket socket = second.accept()) {
          LiveFloor.say(socket, Spoken.ship(312_000_501, 17.4, -87.9));
          floor.awaitTrack("mmsi:312000501");
        }
      }
    }
  }
}
