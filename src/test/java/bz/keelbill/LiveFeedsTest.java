package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisEncoder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sentences over every transport of the network become tracks, and are counted. */
class LiveFeedsTest {
  @TempDir Path folder;

  @Test
  void everyTransportAndFormatMakesTracks() throws Exception {
    try (ServerSocket farEnd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        LiveFloor floor = LiveFloor.open(folder, feeds(farEnd.getLocalPort()));
        Socket flights = farEnd.accept();
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, Spoken.ship(312_000_001, 17.4, -87.9));
      floor.datagram("ais-udp", bytes(Spoken.ship(312_000_002, 17.5, -87.9)));
      floor.datagram("radar", bytes(Spoken.target(7, 5.2, 90)));
      LiveFloor.say(flights, Spoken.flight("0AB123", 17.6, -88.1, 4500));

      floor.awaitTrack("mmsi:312000001");
      floor.awaitTrack("mmsi:312000002");
      floor.awaitTrack("icao:0ab123");
      Patience.until("a radar track", () -> names(floor).stream().anyMatch(this::isOfRadar));
      assertEquals(4, names(floor).size(), names(floor).toString());
      JsonObject flight = new JsonObject(floor.get("/api/tracks/icao:0ab123").body());
      assertEquals("air", flight.getString("domain"));
      assertEquals(-88.1, flight.getJsonArray("move").getDouble(1), 1e-6);
      assertEquals(17.6, flight.getJsonArray("move").getDouble(2), 1e-6);
      assertFeeds(floor);
      assertReady(floor);
      assertMetrics(floor);
    }
  }

  private boolean isOfRadar(String name) {
    return name.startsWith("radar:radar-test/7@");
  }

  private static String feeds(int farEndPort) {
    return LiveFloor.AIS
        + "  - {name: ais-udp, format: ais, transport: udp, port: 0}\n"
        + "  - {name: radar, format: radar, transport: udp, port: 0, station: radar-test}\n"
        + "  - {name: flights, format: sbs, transport: tcp, host: 127.0.0.1, port: "
        + farEndPort
        + "}\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> names(LiveFloor floor) {
    List<String> names = new ArrayList<>();
    floor.items("/api/tracks").forEach(each -> names.add(((JsonObject) each).getString("id")));
    return names;
  }

  private static void assertFeeds(LiveFloor floor) {
    JsonArray feeds = floor.items("/api/feeds");
    assertEquals(4, feeds.size());
    for (Object each : feeds) {
      JsonObject feed = (JsonObject) each;
      assertEquals("up", feed.getString("state"), feed.encode());
      assertEquals(1, feed.getLong("lines"), feed.encode());
      assertEquals(new JsonObject(), feed.getJsonObject("rejects"), feed.encode());
    }
  }

  private static void assertReady(LiveFloor floor) {
    assertEquals(200, floor.get("/health/live").statusCode());
    var ready = floor.get("/health/ready");
    assertEquals(200, ready.statusCode());
    assertEquals("ready", new JsonObject(ready.body()).getString("status"));
  }

  /** The names that outside monitoring relies on. */
  private static void assertMetrics(LiveFloor floor) throws Exception {
    try (Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, "!AIVDM,1,1,,A,wrong,0*00\r\n");
      LiveFloor.say(
          ais, Spoken.crossing(312_000_009, 17.22, LiveFloor.EDGE, System.currentTimeMillis()));
      floor.awaitAlerts(1);
      Patience.until("a reject", () -> floor.rejects("ais", "checksum") == 1);
    }
    Patience.until(
        "a frame of the record", () -> floor.get("/metrics").body().contains("record_rows_total"));
    String metrics = floor.get("/metrics").body();
    for (String line :
        Set.of(
            "keelbill_feed_lines_total{feed=\"ais\"}",
            "keelbill_feed_rejects_total{feed=\"ais\",reason=\"checksum\"}",
            "keelbill_feed_up{feed=\"ais\"}",
            "keelbill_reports_total{kind=\"fix\"}",
            "keelbill_tracks{domain=\"sea\"}",
            "keelbill_tracks{domain=\"air\"}",
            "keelbill_alerts_total{kind=\"fence-entry\",priority=\"warning\"}",
            "keelbill_alert_latency_seconds_bucket{le=",
            "keelbill_alert_latency_seconds_count",
            "keelbill_watch_lag_seconds",
            "keelbill_record_rows_total",
            "keelbill_record_lag_seconds",
            "keelbill_ws_clients",
            "keelbill_ws_dropped_frames_total")) {
      assertTrue(metrics.contains("\n" + line), line + " in\n" + metrics);
    }
  }

  @Test
  void countsMessagesByTypeCopiesAndLagOfEachFeed() throws IOException {
    String feeds = LiveFloor.AIS + LiveFloor.AIS.replace("name: ais", "name: far");
    try (LiveFloor floor = LiveFloor.open(folder, feeds);
        Socket near = floor.dial("ais");
        Socket far = floor.dial("far")) {
      String ship = AisEncoder.position(312_000_077, 17.2, -87.7, 60).sentence() + "\r\n";
      String name = AisEncoder.message(24, 312_000_077, 160).text(40, 20, "REEF").sentence();
      LiveFloor.say(near, ship + name + "\r\n");
      floor.awaitTrack("mmsi:312000077");
      LiveFloor.say(far, ship);
      Patience.until(
          "the copy", () -> floor.get("/metrics").body().contains("keelbill_feed_duplicates"));
      String metrics = floor.get("/metrics").body();
      assertTrue(metrics.contains("keelbill_feed_messages_total{feed=\"ais\",type=\"24\"} 1.0"));
      assertTrue(metrics.contains("keelbill_feed_messages_total{feed=\"far\",type=\"1\"} 1.0"));
      assertTrue(metrics.contains("keelbill_feed_duplicates_total{feed=\"far\"} 1.0"), metrics);
      assertTrue(metrics.contains("keelbill_feed_lag_seconds{feed=\"ais\"}"));
      assertEquals(1, floor.feed("ais").getJsonObject("messages").getInteger("1"));
    }
  }
}
