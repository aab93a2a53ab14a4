package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.asterix.Dialect;
import bz.keelbill.asterix.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsterixConfigTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("k.yaml"), text);
  }

  @Test
  void aStationSaysWhoItIsAndWhatItSpeaks() throws IOException {
    Config config =
        ConfigReader.read(
            write(
                """
                stations:
                  - {id: a, kind: radar, lat: 17, lon: -88, sacSic: "25/1", velocityLsb: 0.0625, targets: sea}
                  - {id: b, kind: adsb, sacSic: "25/2", edition: "0.26"}
                  - {id: c, kind: adsb}
                feeds:
                  - {name: f, format: asterix, transport: udp, port: 8600}
                """));
    assertEquals(
        new Config.Asterix(
            25 << 8 | 1, new Dialect(Dialect.AdsbEdition.NEWEST, 0.0625), Site.Targets.SEA),
        config.stations().get(0).asterix());
    assertEquals(Dialect.AdsbEdition.V0_26, config.stations().get(1).asterix().dialect().adsb());
    assertEquals(
        new Config.Asterix(null, Dialect.NEWEST, Site.Targets.BY_CATEGORY),
        config.stations().get(2).asterix());
    assertEquals(3, config.formats().sites().size());
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndARemedy() throws IOException {
    Path file =
        write(
            """
            stations:
              - {id: a, kind: adsb, sacSic: "25/1"}
              - {id: b, kind: adsb, sacSic: "25/1"}
              - {id: c, kind: adsb, sacSic: "25/256"}
              - {id: d, kind: adsb, edition: "9"}
              - {id: e, kind: adsb, targets: both}
            feeds:
              - {name: f, format: asterix, transport: serial, path: x}
            """);
    String said =
        assertThrows(ConfigFaults.BadConfig.class, () -> ConfigReader.read(file)).getMessage();
    assertTrue(said.contains(":3: two stations have the sacSic 25/1"), said);
    assertTrue(
        said.contains(
            ":4: sacSic must be two numbers 0 to 255 with a slash between, as \"25/1\","
                + " not 25/256"),
        said);
    assertTrue(
        said.contains(":5: stations[3].edition must be one of newest, 0.26, 0.23, not 9"), said);
    assertTrue(
        said.contains(":6: stations[4].targets must be one of by-category, sea, air, not both"),
        said);
    assertTrue(
        said.contains(
            ":8: asterix does not come by serial; its transport is one of tcp, tcp-listen, udp,"
                + " file"),
        said);
  }

  @Test
  void decodePrintsEachRecord() throws IOException {
    byte[] plot = java.util.HexFormat.of().parseHex("300011f110190154600020086c649f0007");
    Path file = Files.write(folder.resolve("a.ast"), plot);
    ConsoleRun run =
        ConsoleRun.inItsOwnProcess(folder, "decode", "--format", "asterix", file.toString());
    assertEquals(
        "{\"i\":0,\"cat\":48,\"sac\":25,\"sic\":1,\"time\":\"12:00:00.000\",\"type\":1,"
            + "\"range_nm\":8.4219,\"azimuth_deg\":141.4984,\"number\":7}\n",
        run.out());
  }
}
