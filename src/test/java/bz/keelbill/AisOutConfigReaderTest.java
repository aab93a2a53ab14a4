package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.relay.OutputConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AisOutConfigReaderTest {
  private static final String FEEDS =
      """
      feeds:
        - {name: ais, format: ais, transport: udp, port: 10110}
        - {name: mixed, format: nmea, transport: tcp, host: localhost, port: 10111}
        - {name: radar, format: radar, transport: udp, port: 5}
      """;

  @TempDir Path folder;

  private List<OutputConfig> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("k.yaml"), FEEDS + text);
    return ConfigReader.read(file).serving().aisOut();
  }

  private void assertRefused(String text, String... faults) throws IOException {
    String message =
        assertThrows(ConfigFaults.BadConfig.class, () -> read(text))
            .getMessage()
            .replace(folder.resolve("k.yaml").toString(), "k.yaml");
    for (String fault : faults) {
      assertTrue(message.contains(fault), fault + "\nin\n" + message);
    }
    assertEquals(faults.length, message.split("\\R").length, message);
  }

  @Test
  void whatIsNotSaidHasItsDefault() throws IOException {
    List<OutputConfig> all =
        read(
            """
            aisOut:
              - {name: plotter, transport: tcp-listen, port: 0}
              - {name: bridge, transport: udp, host: 192.0.2.20, port: 10110}
            """);
    OutputConfig.Choice allFeeds = OutputConfig.Choice.of("ais", "mixed");
    assertEquals(
        new OutputConfig(
            "plotter",
            OutputConfig.Transport.TCP_LISTEN,
            OutputConfig.Endpoint.of("127.0.0.1", 0),
            allFeeds,
            OutputConfig.Form.USUAL),
        all.get(0));
    assertEquals("192.0.2.20:10110", all.get(1).endpoint().toString());
    assertEquals(allFeeds, all.get(1).choice());
  }

  @Test
  void everyKeyIsRead() throws IOException {
    List<OutputConfig> all =
        read(
            """
            aisOut:
              - {name: a, transport: tcp-listen, host: 0.0.0.0, port: 7, feeds: [mixed], sentences: [VDM, VDO],
                 tags: false, dropDuplicatesSeconds: 30, maxClients: 3, allow: [10.0.0.0/8]}
              - {name: b, transport: udp, host: 239.192.0.4, port: 60004, sentences: [VDO], onePerDatagram: true}
            """);
    OutputConfig tcp = all.get(0);
    assertEquals(new OutputConfig.Choice(List.of("mixed"), true, true, 30), tcp.choice());
    assertEquals(new OutputConfig.Form(false, false), tcp.form());
    assertEquals(3, tcp.endpoint().maxClients());
    assertFalse(tcp.endpoint().allow().allows("192.0.2.1"));
    OutputConfig udp = all.get(1);
    assertEquals(new OutputConfig.Choice(List.of("ais", "mixed"), false, true, 0), udp.choice());
    assertEquals(new OutputConfig.Form(true, true), udp.form());
  }

  @Test
  void theDemosShipsLeaveOnlyByName() throws IOException {
    String out = "aisOut:\n  - {name: a, transport: tcp-listen, port: 0%s}\n";
    String demo = "demo: {scenario: demo}\n";
    assertEquals(List.of("ais", "mixed"), read(demo + out.formatted("")).get(0).choice().feeds());
    assertEquals(
        List.of("sim-ais"),
        read(demo + out.formatted(", feeds: [sim-ais]")).get(0).choice().feeds());
    assertRefused(
        out.formatted(", feeds: [sim-ais]"),
        "k.yaml:6: there is no feed called sim-ais; there are ais, mixed, radar");
  }

  @Test
  void everythingWrongIsSaidAtOnce() throws IOException {
    assertRefused(
        """
        aisOut:
          - {name: a, transport: tcp-listen, port: 70000, onePerDatagram: true}
          - {name: a, transport: udp, port: 9, maxClients: 3, allow: [10.0.0.1]}
          - {transport: udp, host: h, port: 0, dropDuplicatesSeconds: 601}
          - {name: d, transport: tcp-listen, feeds: [none, radar, ais], sentences: [VDM, VDX]}
          - {name: e, transport: tcp-listen, port: 1, allow: [nobody], tags: perhaps}
          - {name: f, transport: pigeon}
        """,
        "k.yaml:6: aisOut[0].port must be a number from 0 to 65535, not 70000",
        "k.yaml:6: unknown key aisOut[0].onePerDatagram; allowed here: allow, dropDuplicatesSeconds,"
            + " feeds, host, maxClients, name, port, sentences, tags, transport",
        "k.yaml:7: there are two AIS outputs called a",
        "k.yaml:7: aisOut[1] lacks the key host",
        "k.yaml:7: unknown key aisOut[1].maxClients; allowed here: dropDuplicatesSeconds, feeds,"
            + " host, name, onePerDatagram, port, sentences, tags, transport",
        "k.yaml:7: unknown key aisOut[1].allow; allowed here:",
        "k.yaml:8: aisOut[2] lacks the key name",
        "k.yaml:8: aisOut[2].port must be a number from 1 to 65535, not 0",
        "k.yaml:8: aisOut[2].dropDuplicatesSeconds must be a number from 0 to 600, not 601",
        "k.yaml:9: the AIS output lacks the key port",
        "k.yaml:9: there is no feed called none; there are ais, mixed, radar",
        "k.yaml:9: feed radar is of format radar, which holds no AIS sentences",
        "k.yaml:9: sentences holds VDM or VDO, not VDX",
        "k.yaml:10: allow: 'nobody' is neither an address nor a block",
        "k.yaml:10: aisOut[4].tags must be true or false, not perhaps",
        "k.yaml:11: aisOut[5].transport must be one of tcp-listen, udp, not pigeon");
  }

  @Test
  void anOutputWithoutTagsMayNotComeStraightBack() throws IOException {
    String udp = "aisOut:\n  - {name: a, transport: udp, host: 127.0.0.1, port: 10110%s}\n";
    String tcp = "aisOut:\n  - {name: a, transport: tcp-listen, port: 10111%s}\n";
    String said = " would hear this output, which without tags goes round for ever";
    assertRefused(udp.formatted(", tags: false"), "k.yaml:6: feed ais" + said);
    assertRefused(tcp.formatted(", tags: false"), "k.yaml:6: feed mixed" + said);
    assertEquals(1, read(udp.formatted("")).size());
    assertEquals(1, read(tcp.formatted("")).size());
    assertEquals(1, read(tcp.formatted(", tags: false").replace("10111", "10112")).size());
  }
}
