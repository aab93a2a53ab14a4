package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisEncoder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published lists named by the configuration, in {@code detect}. */
class WatchListDetectTest {
  private static final long START = 1_795_435_200L;
  private static final String LIST =
      """
      15036,"ARTAVIL","vessel","IRAN",-0- ,"T2EU4","Crude/Oil Products Tanker",-0- ,-0- ,"Iran",\
      -0- ,"Vessel Registration Identification IMO 9187629; MMSI 572469210; f.k.a. SHONA (vessel)."
      306,"SOMEBODY, Juan","individual","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1950."
      """;

  @TempDir Path folder;

  private ConsoleRun detect(String lists, String nmea) throws IOException {
    Path config = Files.writeString(folder.resolve("config.yaml"), "stations: []\n" + lists);
    Files.writeString(folder.resolve("sdn.csv"), LIST, StandardCharsets.ISO_8859_1);
    Path ais = Files.writeString(folder.resolve("ais.nmea"), nmea);
    return ConsoleRun.of("detect", "--config", config.toString(), ais.toString());
  }

  static String ship(int mmsi, int imo, String name, long second) {
    String tag = AisEncoder.tag("s:ais,c:" + (START + second));
    AisEncoder papers =
        AisEncoder.message(5, mmsi, 424)
            .put(40, 30, imo)
            .text(70, 7, "T2XX4")
            .text(112, 20, name)
            .put(232, 8, 80)
            .put(294, 20, 0)
            .text(302, 20, "BZBZE");
    StringBuilder lines = new StringBuilder();
    List<String> parts = papers.sentences(2, "3", "A");
    lines.append(tag).append(AisEncoder.position(mmsi, 17.1, -87.6, 10).sentence()).append('\n');
    parts.forEach(part -> lines.append(tag).append(part).append('\n'));
    return lines.toString();
  }

  @Test
  void theAlertSaysWhichListAsOfWhichDayAndWhichIdentity() throws IOException {
    String lists =
        "watchlists: [{file: sdn.csv, keeper: OFAC, asOf: 2026-11-20, priority: alarm}]\n";
    ConsoleRun run =
        detect(lists, ship(572_469_210, 9_187_629, "BEAUTY", 1) + ship(312_000_123, 0, "SHONE", 2));
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.err().contains("watch list of OFAC: 1 craft, rows left out {person=1}"), run.err());
    List<JsonObject> alerts =
        run.out()
            .lines()
            .map(JsonObject::new)
            .filter(a -> a.getString("kind").equals("watchlist"))
            .toList();
    assertEquals(2, alerts.size(), run.out());
    assertEquals("alarm", alerts.get(0).getString("priority"));
    String headline = alerts.get(0).getString("headline");
    assertTrue(headline.contains("the list of OFAC as of 2026-11-20 by its"), headline);
    assertEquals("caution", alerts.get(1).getString("priority"), "a former name's neighbour");
  }

  @Test
  void aListThatCannotBeUsedIsOneFaultWithItsLine() throws IOException {
    ConsoleRun run =
        detect(
            """
            watchlists:
              - {file: none.csv, keeper: OFAC, asOf: 2026-11-20}
              - {file: sdn.csv, keeper: Police, asOf: yesterday}
              - {file: config.yaml, keeper: Customs, asOf: 2026-11-20, colour: red}
            """,
            "");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("none.csv cannot be read; check path and rights"), run.err());
    assertTrue(run.err().contains("asOf must be a day as 2026-11-20, not yesterday"), run.err());
    assertTrue(run.err().contains("lists no vessel or aircraft"), run.err());
    assertTrue(run.err().contains("unknown key watchlists[2].colour"), run.err());
  }
}
