package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bz.keelbill.ais.AisEncoder;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of radars, through real sockets. */
class LiveRadarTest {
  private static final String FEEDS =
      """
        - {name: ais, format: nmea, transport: tcp-listen, port: 0}
        - {name: radar, format: radar, transport: udp, port: 0, station: radar-test}
        - {name: blocks, format: asterix, transport: udp, port: 0, station: tower}
      """;

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void targetsOfAnUnknownStationAreANoteAtTheirFeed() throws IOException {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      String tag = AisEncoder.tag("s:lighthouse");
      floor.datagram("radar", bytes(tag + Spoken.target(7, 5.2, 90)));
      Patience.until("the note", () -> !floor.feed("radar").getJsonArray("notes").isEmpty());
      JsonObject note = floor.feed("radar").getJsonArray("notes").getJsonObject(0);
      assertEquals("unknown-station", note.getString("kind"));
      assertEquals("lighthouse", note.getString("about"));
      assertEquals(1, floor.rejects("radar", "unknown-station"));
      assertEquals(new JsonArray(), floor.feed("ais").getJsonArray("notes"));
    }
  }

  @Test
  void plotsOfSourcesThatNobodyNamesGetNamesOfTheirOwn() throws IOException {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS)) {
      // Two sources tell where they stand and see a target 7 each.
      for (String source : new String[] {"1901", "1902"}) {
        String mark = "220010c110%s01001e0c71c7c16c17".formatted(source);
        String plot = "30000d9110%s086c649f0007".formatted(source);
        floor.datagram("blocks", HexFormat.of().parseHex(mark + plot));
      }
      Patience.until(
          "both targets",
          () ->
              floor.get("/api/tracks").body().contains("radar:tower-25-1/7@")
                  && floor.get("/api/tracks").body().contains("radar:tower-25-2/7@"),
          () -> floor.get("/api/tracks").body() + floor.get("/api/feeds").body());
      assertEquals("up", floor.feed("blocks").getString("state"));
    }
  }

  /** Six ships, each told and then seen 0.6 degrees off, at forty times ten seconds apart. */
  @Test
  void theBiasOfARadarIsToldInTheWordsOfTheConfiguration() throws IOException {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket socket = floor.dial("ais")) {
      assertFalse(floor.items("/api/stations").getJsonObject(0).containsKey("bias"));
      Position antenna = new Position(17.2833, -87.8117);
      long begin = System.currentTimeMillis() - 450_000;
      for (int second = 0; second < 440; second += 5) {
        StringBuilder lines = new StringBuilder();
        for (int ship = 0; ship < 6; ship++) {
          double out = 14_000 + second * 10 * 1852 / 3600.0;
          Position place = Geodesy.destination(antenna, 60 * ship, out);
          long at = begin + second * 1_000L;
          lines.append(Spoken.ship(312_000_101 + ship, place.latitude(), place.longitude(), at));
          lines.append(target(ship, out / 1852, 60 * ship + 0.6, at));
        }
        LiveFloor.say(socket, lines.toString());
      }
      Patience.until(
          "the bias",
          () -> floor.items("/api/stations").getJsonObject(0).containsKey("bias"),
          () -> floor.get("/api/stations").body() + floor.get("/api/tracks").body());
      JsonObject radar = floor.items("/api/stations").getJsonObject(0);
      assertEquals("radar-test", radar.getString("id"));
      JsonObject bias = radar.getJsonObject("bias");
      assertEquals(new JsonArray().add("bearingBiasDeg: 0.6"), bias.getJsonArray("set"));
      assertEquals(0.6, bias.getDouble("bearingDeg"), 0.1);
      assertEquals(false, bias.getBoolean("needsApproval"));
    }
  }

  private static String target(int number, double miles, double bearing, long atMillis) {
    String tag = AisEncoder.tag("s:radar-test,c:" + atMillis / 1000);
    String body =
        String.format(
            Locale.ROOT, "RATTM,%02d,%.3f,%.2f,T,,,T,,,N,,T,,,A", number, miles, bearing % 360);
    return tag + AisEncoder.withChecksum(body).replaceFirst("!", "\\$") + "\r\n";
  }
}
