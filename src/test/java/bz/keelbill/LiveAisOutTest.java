package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole watch hears goes on to plotters, and only what it hears as AIS. */
class LiveAisOutTest {
  private static final String FEEDS =
      """
        - {name: ais, format: ais, transport: tcp-listen, port: 0, station: ais-belize-city}
        - {name: mixed, format: nmea, transport: udp, port: 0, station: radar-test}
        - {name: radar, format: radar, transport: udp, port: 0, station: radar-test}
      aisOut:
        - {name: plotter, transport: tcp-listen, port: 0}
        - {name: bare, transport: tcp-listen, port: 0, feeds: [mixed], tags: false}
      """;

  @TempDir Path folder;

  @Test
  void aPlotterReadsWhatTheWatchHears() throws Exception {
    String first = Spoken.ship(312_000_001, 17.4, -87.9);
    String second = Spoken.ship(312_000_002, 17.4, -87.9);
    LiveFloor floor = LiveFloor.open(folder, FEEDS);
    try (Socket plotter = floor.read("plotter");
        Socket bare = floor.read("bare");
        Socket ais = floor.dial("ais")) {
      LiveFloor.say(ais, "1795230510 " + first);
      floor.awaitTrack("mmsi:312000001");
      floor.datagram("radar", (Spoken.target(7, 5.2, 90) + second).getBytes("US-ASCII"));
      floor.datagram("mixed", (Spoken.target(8, 5.2, 90) + second).getBytes("US-ASCII"));
      BufferedReader tagged = reader(plotter);
      String line = tagged.readLine();
      String tag = "\\\\s:ais-belize-city,c:\\d{10},t:kb-[0-9a-f]{6}\\*[0-9A-F]{2}\\\\";
      assertTrue(line.replace(first.strip(), "").matches(tag), line);
      BufferedReader untagged = reader(bare);
      assertEquals(second.strip(), untagged.readLine());
      assertTrue(tagged.readLine().endsWith(second.strip()));
      String metrics = floor.get("/metrics").body();
      for (String row :
          new String[] {
            "keelbill_relay_lines_total{output=\"plotter\"} 2.0",
            "keelbill_relay_lines_total{output=\"bare\"} 1.0",
            "keelbill_relay_clients{output=\"plotter\"} 1.0"
          }) {
        assertTrue(metrics.contains(row), row + " in\n" + metrics);
      }
      LiveFloor.say(ais, first + first.replaceFirst("\\*..", "*00"));
      assertTrue(tagged.readLine().endsWith(first.strip()));
      floor.close();
      assertNull(tagged.readLine());
      assertNull(untagged.readLine());
    }
  }

  private static BufferedReader reader(Socket socket) throws Exception {
    socket.setSoTimeout(20_000);
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), "US-ASCII"));
  }
}
