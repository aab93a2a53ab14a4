package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.adsb.Sender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One made evening as Beast and as AVR: over a socket, through decode and through detect. */
class LiveModeSTest {
  private static final String FEEDS =
      """
        - {name: beast, format: beast, transport: tcp-listen, port: 0}
        - {name: avr, format: avr, transport: tcp-listen, port: 0}
      """;

  @TempDir Path folder;

  /** What arrives at once must not be far apart: three seconds of it. */
  @Test
  void framesOverASocketBecomeTracksAtTheRightPlaces() throws Exception {
    List<MadeFlights.Said> frames = MadeFlights.seconds(3);
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket socket = floor.dial("beast")) {
      byte[] stream = MadeFlights.beast(frames);
      socket.getOutputStream().write(new byte[] {0x1A, '3', 5, 5}); // the end of a frame is lost
      socket.getOutputStream().write(stream, 0, 100);
      socket.getOutputStream().flush();
      socket.getOutputStream().write(stream, 100, stream.length - 100);
      socket.getOutputStream().flush();
      for (String icao :
          List.of(MadeFlights.AIRLINER, MadeFlights.DEPARTURE, MadeFlights.LANDING)) {
        MadeFlights.Said last = lastPlace(frames, icao);
        floor.awaitTrack("icao:" + icao);
        Patience.until(
            icao + " at its place",
            () -> isAt(floor, icao, last),
            () -> floor.get("/api/tracks/icao:" + icao).body());
      }
      JsonObject feed = floor.feed("beast");
      assertEquals("up", feed.getString("state"));
      assertEquals(frames.size() + 1, feed.getLong("lines"), feed.encode());
      assertEquals(1, floor.rejects("beast", "malformed"), feed.encode());
      long squitters = frames.stream().filter(said -> said.frame().length == 14).count();
      assertEquals(squitters, feed.getJsonObject("messages").getLong("DF17"), feed.encode());
    }
  }

  private static MadeFlights.Said lastPlace(List<MadeFlights.Said> frames, String icao) {
    return frames.stream()
        .filter(said -> said.icao().equals(icao) && !Double.isNaN(said.latitude()))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static boolean isAt(LiveFloor floor, String icao, MadeFlights.Said place) {
    JsonObject track = new JsonObject(floor.get("/api/tracks/icao:" + icao).body());
    JsonArray move = track.getJsonArray("move");
    return "air".equals(track.getString("domain"))
        && move != null
        && move.getValue(1) != null
        && Math.abs(move.getDouble(1) - place.longitude()) < 1e-4
        && Math.abs(move.getDouble(2) - place.latitude()) < 1e-4;
  }

  @Test
  void avrTextOverASocketDoesTheSame() throws Exception {
    List<MadeFlights.Said> frames = MadeFlights.seconds(3);
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket socket = floor.dial("avr")) {
      LiveFloor.say(socket, "*0000;\r\n" + MadeFlights.avr(frames));
      MadeFlights.Said last = lastPlace(frames, MadeFlights.DEPARTURE);
      floor.awaitTrack("icao:" + MadeFlights.DEPARTURE);
      Patience.until("its place", () -> isAt(floor, MadeFlights.DEPARTURE, last));
      assertEquals(1, floor.rejects("avr", "not-used"));
    }
  }

  @Test
  void hostileBytesOnABeastPortCostNoLaterFrame() throws Exception {
    byte[] noise = new byte[300_000];
    new java.util.Random(20_261_125).nextBytes(noise);
    byte[] escapes = new byte[100_001];
    java.util.Arrays.fill(escapes, (byte) 0x1A);
    try (LiveFloor floor = LiveFloor.open(folder, FEEDS);
        Socket socket = floor.dial("beast")) {
      socket.getOutputStream().write(noise);
      socket.getOutputStream().write(escapes);
      socket.getOutputStream().write(MadeFlights.beast(MadeFlights.seconds(2)));
      floor.awaitTrack("icao:" + MadeFlights.AIRLINER);
      assertTrue(floor.rejects("beast", "malformed") > 100);
    }
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void decodePrintsEveryFrameWithItsPlace() throws IOException {
    List<MadeFlights.Said> frames = MadeFlights.seconds(120);
    Path beast = write("evening.bin", MadeFlights.beast(frames));
    ConsoleRun run = ConsoleRun.inItsOwnProcess(folder, "decode", beast.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains(frames.size() + " messages, rejects {}"), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals(frames.size(), lines.size());
    Map<String, Integer> missing = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      JsonObject said = new JsonObject(lines.get(i));
      MadeFlights.Said truth = frames.get(i);
      assertEquals(i, said.getInteger("i"));
      assertEquals(truth.ticks(), said.getLong("ticks"));
      assertEquals(truth.icao(), said.getString("icao24"));
      if (said.containsKey("lat")) {
        assertEquals(truth.latitude(), said.getDouble("lat"), 0.0001, lines.get(i));
        assertEquals(truth.longitude(), said.getDouble("lon"), 0.0001, lines.get(i));
      } else if (!Double.isNaN(truth.latitude())) {
        missing.merge(truth.icao(), 1, Integer::sum);
      }
    }
    assertEquals(Map.of("0ab001", 2, "0ab123", 2, "0ab456", 2), missing, "before two pairs agree");

    Path avr = write("evening.txt", MadeFlights.avr(frames).getBytes());
    ConsoleRun text =
        ConsoleRun.inItsOwnProcess(folder, "decode", "--format", "avr", avr.toString());
    assertEquals(run.out(), text.out());
  }

  @Test
  void theCounterMayBeGpsTime() throws IOException {
    Sender sender = new Sender(0x0AB123);
    java.io.ByteArrayOutputStream gps = new java.io.ByteArrayOutputStream();
    for (int second = 0; second < 6; second++) {
      // Twelve seconds lie between them: too long for a pair, as only GPS time tells.
      long ticks = 12L * second << 30;
      String high = Sender.squitterAltitude(9_000);
      String me = Sender.airborne(11, high, second % 2 == 0, 17.5, -88.3);
      gps.writeBytes(Sender.beast(sender.squitter(me), ticks + 1));
    }
    Path file = write("gps.beast", gps.toByteArray());
    ConsoleRun run = ConsoleRun.inItsOwnProcess(folder, "decode", "--counter=gps", file.toString());
    assertEquals(6, run.out().lines().count());
    assertTrue(!run.out().contains("\"lat\""), run.out());
    ConsoleRun wrong = ConsoleRun.of("decode", "--counter=sundial", file.toString());
    assertEquals(2, wrong.exitCode());
    wrong.assertSpeaksToPeople();
  }

  @Test
  void detectHearsTheEmergencyInEitherForm() throws IOException {
    Path config = write("k.yaml", "stations:\n  - {id: a, kind: adsb}\n".getBytes());
    List<MadeFlights.Said> frames = MadeFlights.seconds(120);
    Path beast = write("evening.beast", MadeFlights.beast(frames));
    Path avr = write("evening.avr", MadeFlights.avr(frames).getBytes());
    for (Path file : List.of(beast, avr)) {
      ConsoleRun run = ConsoleRun.of("detect", "--config", config.toString(), file.toString());
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.err().contains(", " + frames.size() + " lines, "), run.err());
      assertTrue(run.err().contains("rejects {}"), run.err());
      JsonObject alert =
          run.out()
              .lines()
              .map(JsonObject::new)
              .filter(each -> each.encode().contains(MadeFlights.AIRLINER))
              .findFirst()
              .orElseThrow(() -> new AssertionError(run.out() + run.err()));
      assertEquals("emergency", alert.getString("priority"), alert.encode());
      assertTrue(alert.encode().contains("16.72"), alert.encode());
    }
  }
}
