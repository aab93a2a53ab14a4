package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.feed.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmsAndCotConfigTest {
  private static final String RECORD =
      "//SR//TM/POS//RC/V3AA//DA/20261123//TI/1200//LT/+17.400//LG/-087.600//SP/125//CO/187//ER//";

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("k.yaml"), text);
  }

  @Test
  void feedsOfBothAndOurOwnDevicesAreRead() throws IOException {
    Config config =
        ConfigReader.read(
            write(
                """
                ownForces: {cotUid: [BZ-1, "ANDROID-0123"]}
                feeds:
                  - {name: a, format: vms, transport: tcp-listen, port: 8610}
                  - {name: b, format: cot, transport: tcp, host: h, port: 8087, trusted: true}
                  - {name: c, format: cot, transport: udp, host: 239.2.3.1, port: 6969}
                  - {name: d, format: cot, transport: tcp-listen, port: 8088, trusted: true}
                  - {name: e, format: cot, transport: udp, host: 0.0.0.0, port: 4242,
                     allow: [192.0.2.0/24], trusted: true}
                """));
    assertEquals(Set.of("BZ-1", "ANDROID-0123"), config.ownForces().cotUids());
    assertEquals(Format.VMS, config.feeds().get(0).format());
    assertTrue(config.feeds().get(1).reading().trusted());
    assertFalse(config.feeds().get(2).reading().trusted());
    assertTrue(config.feeds().get(3).reading().trusted());
    assertTrue(config.feeds().get(4).reading().trusted());
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndARemedy() throws IOException {
    Path file =
        write(
            """
            feeds:
              - {name: a, format: vms, transport: serial, path: x}
              - {name: b, format: ais, transport: tcp, host: h, port: 1, trusted: true}
              - {name: c, format: cot, transport: udp, host: 0.0.0.0, port: 1, trusted: true}
              - {name: d, format: cot, transport: http, url: "http://h/"}
              - {name: e, format: cot, transport: tcp, host: h, port: 1, trusted: perhaps}
            """);
    String said =
        assertThrows(ConfigFaults.BadConfig.class, () -> ConfigReader.read(file)).getMessage();
    assertTrue(
        said.contains(
            ":2: vms does not come by serial; its transport is one of tcp, tcp-listen, udp, file"),
        said);
    assertTrue(said.contains(":3: only a feed of format cot is trusted; take the key away"), said);
    assertTrue(
        said.contains(
            ":4: a trusted feed on 0.0.0.0 must say who may send; name the addresses with allow,"
                + " or bind 127.0.0.1"),
        said);
    assertTrue(said.contains(":5: cot does not come by http"), said);
    assertTrue(said.contains(":6: feeds[4].trusted must be true or false, not perhaps"), said);
  }

  @Test
  void decodePrintsEachRecordKnownByItsContentToo() throws IOException {
    Path file = Files.writeString(folder.resolve("fleet"), RECORD, StandardCharsets.US_ASCII);
    String expected =
        "{\"i\":0,\"type\":\"POS\",\"time\":\"2026-11-23T12:00:00Z\",\"callsign\":\"V3AA\","
            + "\"lat\":17.4,\"lon\":-87.6,\"sigma_m\":100,\"speed_kn\":12.5,\"course_deg\":187}\n";
    for (String format : new String[] {"vms", "auto"}) {
      ConsoleRun run =
          ConsoleRun.inItsOwnProcess(folder, "decode", "--format", format, file.toString());
      assertEquals(expected, run.out(), run.err());
    }
  }

  @Test
  void detectReadsBoth() throws IOException {
    Path fleet = Files.writeString(folder.resolve("fleet.naf"), RECORD);
    Path patrols =
        Files.writeString(
            folder.resolve("patrols.cot"),
            "<event uid='BZ-1' type='a-f-S' time='2026-11-23T12:00:00Z'"
                + " stale='2026-11-23T12:05:00Z'><point lat='17.4' lon='-87.6'/></event>");
    Path config = write("stations: []\n");
    ConsoleRun run =
        ConsoleRun.of(
            "detect", "--config", config.toString(), fleet.toString(), patrols.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
  }
}
