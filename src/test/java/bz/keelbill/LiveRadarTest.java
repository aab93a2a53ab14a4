package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisEncoder;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  private static final Position ANTENNA = new Position(17.2833, -87.8117);

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

  /** Six ships sail outward; the radar sees them 0.6 degrees clockwise of where they are. */
  private static String step(long beginMillis, int second) {
    StringBuilder lines = new StringBuilder();
    for (int ship = 0; ship < 6; ship++) {
      double out = 14_000 + second * 10 * 1852 / 3600.0;
      Position place = Geodesy.destination(ANTENNA, 60 * ship, out);
      long at = beginMillis + second * 1_000L;
      lines.append(Spoken.ship(312_000_101 + ship, place.latitude(), place.longitude(), at));
      lines.append(target(ship, out / 1852, 60 * ship + 0.6, at));
    }
    return lines.toString();
  }

  @Test
  void theBiasOfARadarIsToldInTheWordsOfTheConfiguration() throws IOException {
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket socket = floor.dial("ais")) {
      assertFalse(floor.items("/api/stations").getJsonObject(0).containsKey("bias"));
      long begin = System.currentTimeMillis() - 2 * 3_600_000;
      int[] second = new int[1];
      // Which contacts are one craft is decided once a second, while they go on.
      Patience.until(
          "the bias",
          () -> {
            say(socket, step(begin, second[0] += 5));
            return floor.items("/api/stations").getJsonObject(0).containsKey("bias");
          },
          () -> floor.get("/api/stations").body() + floor.get("/api/tracks").body());
      JsonObject radar = floor.items("/api/stations").getJsonObject(0);
      assertEquals("radar-test", radar.getString("id"));
      JsonObject bias = radar.getJsonObject("bias");
      assertEquals(new JsonArray().add("bearingBiasDeg: 0.6"), bias.getJsonArray("set"));
      assertEquals(0.6, bias.getDouble("bearingDeg"), 0.1);
      assertEquals(false, bias.getBoolean("needsApproval"));
    }
  }

  private static void say(Socket socket, String lines) {
    try {
      LiveFloor.say(socket, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void detectTellsTheBiasOfARecordedEvening() throws IOException {
    long begin = 1_795_435_200_000L;
    StringBuilder lines = new StringBuilder();
    for (int second = 0; second < 600; second += 5) {
      lines.append(step(begin, second));
    }
    Path file = Files.writeString(folder.resolve("evening.nmea"), lines);
    Path config =
        Files.writeString(
            folder.resolve("k.yaml"),
            "stations:\n  - {id: radar-test, kind: radar, lat: 17.2833, lon: -87.8117,"
                + " bearingBiasDeg: 0.2}\n");
    ConsoleRun run = ConsoleRun.of("detect", "--config", config.toString(), file.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("of 6 ships: set bearingBiasDeg: 0.6\n"), run.err());
  }

  private static String target(int number, double miles, double bearing, long atMillis) {
    String tag = AisEncoder.tag("s:radar-test,c:" + atMillis / 1000);
    String body =
        String.format(
            Locale.ROOT, "RATTM,%02d,%.3f,%.2f,T,,,T,,,N,,T,,,A", number, miles, bearing % 360);
    return tag + AisEncoder.withChecksum(body).replaceFirst("!", "\\$") + "\r\n";
  }
}
