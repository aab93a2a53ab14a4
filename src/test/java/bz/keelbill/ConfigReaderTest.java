package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.feed.FeedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String STATIONS = "stations:\n  - {id: a, kind: ais}\n";

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("k.yaml"), text);
  }

  private String faults(String text) throws IOException {
    Path file = write(text);
    String message =
        assertThrows(ConfigFaults.BadConfig.class, () -> ConfigReader.read(file)).getMessage();
    assertFalse(message.contains("Exception"), message);
    for (String line : message.split("\\R")) {
      assertTrue(line.startsWith(file + ":"), message);
    }
    return message.replace(file.toString(), "k.yaml");
  }

  @Test
  void theShippedConfigurationReads() {
    Config config = ConfigReader.read(Path.of("config", "keelbill.yaml"));
    assertEquals(9, config.stations().size());
    assertEquals(3, config.radars().size());
    assertEquals("127.0.0.1", config.serving().web().host());
    assertEquals(8080, config.serving().web().port());
    assertEquals("demo", config.serving().demo().scenario());
    assertEquals(90, config.serving().record().keepDays());
    assertEquals(List.of(), config.serving().aisOut(), "nothing leaves by default");
    assertTrue(Files.exists(config.files().fences()));
    assertTrue(Files.exists(config.files().rules()));
  }

  @Test
  void aRadarMayBeOnABoat() throws IOException {
    Config config =
        ConfigReader.read(
            write(
                """
                stations:
                  - {id: boat, kind: radar, moving: true, rangeNm: 24, antennaHeightM: 4}
                  - {id: mast, kind: radar, lat: 17, lon: -88, antennaHeightM: 120, scanSeconds: 2.5}
                  - {id: hill, kind: radar, lat: 17, lon: -88, moving: false, blindRangeM: 250}
                """));
    bz.keelbill.radar.Station boat = config.radars().get(0);
    assertTrue(boat.isMoving());
    assertNull(boat.position());
    assertEquals(24, boat.reach().rangeNauticalMiles());
    assertEquals(30, boat.reach().blindMetres(), "however low the antenna");
    assertEquals(120, config.radars().get(1).reach().blindMetres(), "nothing is nearer");
    assertEquals(120, config.formats().sites().get(1).noise().blindMetres());
    assertEquals(2.5, config.stations().get(1).scanSeconds());
    assertEquals(250, config.radars().get(2).reach().blindMetres());
    assertFalse(config.radars().get(2).isMoving());
    assertEquals(2, config.stationPositions().size(), "of a boat nobody knows it beforehand");
  }

  @Test
  void whatABoatsRadarCannotHaveIsSaid() throws IOException {
    String faults =
        faults(
            """
            stations:
              - {id: a, kind: ais, moving: true}
              - {id: b, kind: radar, moving: true, lat: 17, lon: -88}
              - {id: c, kind: radar, moving: perhaps}
              - {id: d, kind: radar}
              - {id: e, kind: radar, lat: 17, lon: -88, blindRangeM: -1}
            """);
    assertTrue(faults.contains("k.yaml:2: only a radar can be moving; take the key away"), faults);
    assertTrue(
        faults.contains("k.yaml:3: a moving radar says itself where it is; take lat and lon away"),
        faults);
    assertTrue(faults.contains("k.yaml:4: stations[2].moving must be"), faults);
    assertTrue(faults.contains("k.yaml:5: stations[3] lacks the key lat"), faults);
    assertTrue(faults.contains("k.yaml:6: stations[4].blindRangeM must be"), faults);
  }

  @Test
  void stationsAloneAreEnoughForDetect() throws IOException {
    Config config = ConfigReader.read(write(STATIONS));
    assertNull(config.files().fences());
    assertNull(config.serving().demo().scenario());
    assertEquals(List.of(), config.feeds());
    Path feed = Files.writeString(folder.resolve("a.nmea"), Spoken.ship(312_000_001, 17.4, -87.9));
    ConsoleRun run = ConsoleRun.of("detect", "--config", config.file().toString(), feed.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
  }

  @Test
  void emptyKeysHaveTheirDefaults() throws IOException {
    Config config =
        ConfigReader.read(
            write(
                """
                area:
                stations:
                ownForces:
                watchlist:
                fences:
                rules:
                feeds:
                web:
                record:
                demo:
                aisOut:
                """));
    assertEquals(new Config.MapArea(-90.5, 14.5, -84.5, 19.5), config.area());
    assertEquals(8080, config.serving().web().port());
    assertEquals(folder.resolve("../data").normalize(), config.serving().record().dir());
    assertEquals(List.of(), config.watchList().entries());
    assertEquals(List.of(), config.serving().aisOut());
    assertEquals(config.area(), ConfigReader.read(write("")).area());
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLineAndARemedy() throws IOException {
    String message =
        faults(
            """
            areas: {}
            area: {west: -500, top: 3}
            stations:
              - {id: a, kind: sonar}
              - {id: a, kind: ais, rangeNm: far}
              - {kind: radar, lat: 17}
            ownForces: {mmsi: [x], ships: []}
            watchlist:
              - {reason: "no name", priority: panic}
            web: {port: 99999, hots: x}
            record: {keepDays: 1.5}
            feeds:
              - {name: f, format: ais, transport: tcp, host: h, port: 1, timezone: Mars/Base}
              - {name: f, format: morse, transport: pigeon}
              - {name: g, format: sbs, transport: tcp-listen, port: 5, allow: [nobody], mlat: maybe}
              - {name: h, format: ais, transport: file}
            """);
    assertEquals(22, message.split("\\R").length, message);
    for (String part :
        List.of(
            "k.yaml:1: unknown key areas; allowed here: addressBlocks, aircraftTypes, aisOut,"
                + " area,",
            "k.yaml:2: area.west must be a number from -180 to 180, not -500",
            "k.yaml:2: unknown key area.top; allowed here: east, north, south, west",
            "k.yaml:4: stations[0].kind must be one of ais, radar, adsb, not sonar",
            "k.yaml:5: stations[1].rangeNm must be a number from 0.1 to 500, not far",
            "k.yaml:5: there are two stations called a",
            "k.yaml:6: stations[2] lacks the key lon",
            "k.yaml:6: stations[2] lacks the key id",
            "k.yaml:7: mmsi must be a whole number, not x",
            "k.yaml:7: unknown key ownForces.ships; allowed here: cotUid, icao24, mmsi",
            "k.yaml:9: watchlist[0].priority must be one of emergency, alarm, warning, caution",
            "k.yaml:9: a watchlist entry needs imo, mmsi",
            "k.yaml:10: web.port must be a number from 0 to 65535, not 99999",
            "k.yaml:10: unknown key web.hots; allowed here: accounts, host, idleMinutes, origins, port,",
            "k.yaml:11: record.keepDays must be a whole number",
            "k.yaml:13: feeds[0].timezone: ",
            "k.yaml:14: feeds[1].format must be one of ",
            "k.yaml:14: feeds[1].transport must be one of tcp, tcp-listen, udp, file, serial,"
                + " websocket,",
            "k.yaml:14: there are two feeds called f",
            "k.yaml:15: allow: 'nobody' is neither an address nor a block",
            "k.yaml:15: feeds[2].mlat must be true or false, not maybe",
            "k.yaml:16: the feed lacks the key path")) {
      assertTrue(message.contains(part), part + "\nin\n" + message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "area: {west: 1        | k.yaml:1: not YAML",
        "stations:\\n\\t- {}   | k.yaml:2: not YAML",
        "just words            | k.yaml:1: the file must hold keys and values",
        "- a\\n- b             | k.yaml:1: the file must hold keys and values",
        "web: 8080             | k.yaml:1: web must hold keys and values",
        "stations: {id: a}     | k.yaml:1: stations must be a list",
        "stations: [a]         | k.yaml:1: stations[0] must hold keys and values",
        "web: {port: [1]}      | k.yaml:1: web.port must be a plain value",
        "web: {port: 1}\\nweb: | k.yaml:2: web stands here twice",
        "a: 1\\n---\\nb: 2     | k.yaml:2: not YAML",
        "web: {port: .nan}     | k.yaml:1: web.port must be a number",
        "? {a: 1} : 2          | k.yaml:1: a key must be a plain word",
        "web: {port: \u0007}   | k.yaml:1: not YAML",
        "x: &a [*a]            | k.yaml:1: unknown key x"
      })
  void whatIsNoConfigurationIsRefusedWithItsLine(String text, String said) throws IOException {
    String message = faults(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertTrue(message.contains(said), message);
  }

  @Test
  void deepAndBinaryFilesAreRefusedInOneSentence() throws IOException {
    assertTrue(faults("a: " + "[".repeat(5_000)).contains("not YAML"));
    Path file = Files.write(folder.resolve("k.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, 0});
    ConsoleRun run = ConsoleRun.of("detect", "--config", file.toString(), "x.nmea");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith(file + ":1: not "), run.err());
    run.assertSpeaksToPeople();
  }

  @ParameterizedTest
  @CsvSource({"serve", "detect"})
  void aBadFileEndsTheCommandWithTwoAndWordsForPeople(String command) throws IOException {
    Path bad = write("webb: {}\nstations: 7\n");
    String[] more = command.equals("detect") ? new String[] {"a.nmea"} : new String[0];
    ConsoleRun run = run(command, bad, more);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(bad + ":1: unknown key webb"), run.err());
    assertTrue(run.err().contains(bad + ":2: stations must be a list"), run.err());
    for (Path none : List.of(folder.resolve("none.yaml"), folder)) {
      ConsoleRun missing = run(command, none, more);
      assertEquals(2, missing.exitCode());
      assertTrue(missing.err().contains("cannot be read"), missing.err());
    }
  }

  private static ConsoleRun run(String command, Path config, String... more) {
    String[] words = new String[3 + more.length];
    words[0] = command;
    words[1] = "--config";
    words[2] = config.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    ConsoleRun run = ConsoleRun.of(words);
    run.assertSpeaksToPeople();
    return run;
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::", "192.0.2.1", "10.1.2.3"})
  void aPageForTheWholeNetworkIsRefusedWithTheReason(String host) throws IOException {
    Path file = write("web: {host: '" + host + "', port: 0}\n");
    ConsoleRun run = run("serve", file);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("web.host " + host), run.err());
    assertTrue(run.err().contains("in the clear"), run.err());
    assertTrue(run.err().contains("needs web.origins"), run.err());
    assertFalse(Files.exists(folder.resolve("../data")), "nothing was opened");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{host: 0.0.0.0, proxy: true, origins: ['https://watch.example.bz']}; ``",
        "{host: 0.0.0.0, proxy: true, origins: ['http://watch.example.bz']}; must hold addresses",
        "{host: 0.0.0.0, proxy: true, origins: ['https://watch.example.bz/x']}; must hold"
            + " addresses",
        "{host: 0.0.0.0, proxy: true}; needs web.origins",
        "{host: 0.0.0.0, origins: ['https://watch.example.bz']}; in the clear",
        "{tls: {certificate: no.pem, key: no.pem}}; cannot be read",
        "{tls: {certificate: no.pem}}; lacks the key key",
        "{idleMinutes: 0}; must be a number from",
        "{host: no.such.host.invalid}; is no address of this machine"
      })
  void thePageIsOpenedToOthersOnlyWithAllThatItNeeds(String web, String fault) throws IOException {
    Path file = write(STATIONS + "web: " + web + "\n");
    String found = "";
    try {
      ConfigReader.read(file);
    } catch (ConfigFaults.BadConfig bad) {
      found = bad.getMessage();
    }
    assertTrue(fault.isEmpty() ? found.isEmpty() : found.contains(fault), found);
  }

  @Test
  void filesThatTheConfigurationNamesAreJudgedToo() throws IOException {
    Files.writeString(folder.resolve("r.yaml"), "go-fast:\n  warningScore: much\nno-such: {}\n");
    Path file = write(STATIONS + "rules: r.yaml\n");
    Path feed = Files.writeString(folder.resolve("a.nmea"), "");
    ConsoleRun run = run("detect", file, feed.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("r.yaml:2: go-fast.warningScore must be a number"), run.err());
    assertTrue(run.err().contains("r.yaml:3: unknown key no-such"), run.err());
    Files.writeString(folder.resolve("f.geojson"), "{\"type\":\"FeatureCollection\"");
    for (String fences : List.of("f.geojson", "missing.geojson")) {
      ConsoleRun bad = run("detect", write(STATIONS + "fences: " + fences), feed.toString());
      assertEquals(2, bad.exitCode(), bad.err());
      assertTrue(bad.err().contains(fences), bad.err());
    }
  }

  private static final String SERVICES =
      """
      area: {west: -89, south: 15, east: -87, north: 18}
      feeds:
        - {name: s, format: aisstream, transport: websocket, url: "wss://x.example/v0?k=hidden", keyFile: s.key,
           boxes: [[16, -89, 18, -87], [15, -88.5, 16, -88]], mmsi: [312000001], types: [PositionReport]}
        - {name: h, format: aishub, transport: http, url: http://y.example:81/ws.php, key: AH_NOT_REAL}
        - {name: p, format: ais, transport: serial, path: /dev/ttyUSB0}
      """;

  @Test
  void servicesAndDevicesAreReadAndTheirKeysAreShownNowhere() throws IOException {
    Files.writeString(folder.resolve("s.key"), "not-a-real-key\n");
    List<FeedConfig> feeds = ConfigReader.read(write(SERVICES)).feeds();
    FeedConfig.Wish stream = feeds.get(0).online().wish();
    assertEquals(2, stream.boxes().size());
    assertEquals(new FeedConfig.Box(15, -88.5, 16, -88), stream.boxes().get(1));
    assertEquals(List.of(312_000_001), stream.mmsis());
    assertEquals(List.of("PositionReport"), stream.types());
    assertTrue(stream.key().isThere());
    FeedConfig.Online hub = feeds.get(1).online();
    assertEquals(60_000, hub.intervalMillis());
    assertEquals(List.of(new FeedConfig.Box(15, -89, 18, -87)), hub.wish().boxes(), "the area");
    assertEquals(
        List.of("wss://x.example/v0", "http://y.example:81/ws.php", "/dev/ttyUSB0"),
        feeds.stream().map(FeedConfig::address).toList());
    for (String secret : List.of("not-a-real-key", "AH_NOT_REAL", "hidden")) {
      assertFalse(feeds.toString().contains(secret), feeds.toString());
    }
  }

  @Test
  void flightServicesAreReadWithTheirLimitsAndTheirSecretsAreShownNowhere() throws IOException {
    Files.writeString(folder.resolve("o.key"), "not-a-real-secret\n");
    String text =
        """
        area: {west: -89, south: 15, east: -87, north: 18}
        feeds:
          - {name: r, format: readsb, transport: http, url: "http://x/data/aircraft.json"}
          - {name: v, format: readsb, transport: http, url: "https://y/v2/point/17/-88/250", keyFile: o.key,
             keyHeader: api-auth, intervalSeconds: 1}
          - {name: t, format: readsb, transport: tcp, host: x, port: 30047}
          - {name: o, format: opensky, transport: http, url: "https://z/api/states/all"}
          - {name: c, format: opensky, transport: http, url: "https://z/api/states/all", clientId: me-api-client,
             keyFile: o.key, tokenUrl: "https://z/token", boxes: [[16, -89, 18, -87]], intervalSeconds: 5}
          - {name: d, format: opensky, transport: http, url: "https://z/api/states/all", clientId: me, keyFile: o.key}
        """;
    List<FeedConfig> feeds = ConfigReader.read(write(text)).feeds();
    List<Long> intervals =
        feeds.stream()
            .filter(feed -> feed.online() != null)
            .map(feed -> feed.online().intervalMillis() / 1000)
            .toList();
    assertEquals(List.of(5L, 1L, 240L, 5L, 30L), intervals);
    assertFalse(feeds.get(0).online().wish().key().isThere());
    assertEquals("api-auth", feeds.get(1).online().account().keyHeader());
    FeedConfig.Wish anonymous = feeds.get(3).online().wish();
    assertEquals(List.of(new FeedConfig.Box(15, -89, 18, -87)), anonymous.boxes(), "the area");
    assertFalse(anonymous.key().isThere());
    FeedConfig.Account account = feeds.get(4).online().account();
    assertEquals("me-api-client", account.clientId());
    assertEquals("https://z/token", account.tokenUrl().toString());
    assertEquals("auth.opensky-network.org", feeds.get(5).online().account().tokenUrl().getHost());
    assertFalse(feeds.toString().contains("not-a-real-secret"), feeds.toString());
  }

  @Test
  void whatIsWrongWithAFlightServiceIsSaidWithoutItsSecret() throws IOException {
    Files.writeString(folder.resolve("blank.key"), "SECRET SECRET\n");
    String message =
        faults(
            """
            feeds:
              - {name: a, format: readsb, transport: udp, port: 1}
              - {name: b, format: opensky, transport: tcp, host: x, port: 1}
              - {name: c, format: readsb, transport: http, url: "http://x/", intervalSeconds: 0}
              - {name: d, format: readsb, transport: http, url: "http://x/", key: SECRET, keyHeader: "a b"}
              - {name: e, format: readsb, transport: http, url: "http://x/", keyFile: blank.key}
              - {name: f, format: readsb, transport: http, url: "http://x/", boxes: [[1,2,3,4]]}
              - {name: g, format: readsb, transport: http, url: "http://x/", clientId: me}
              - {name: h, format: opensky, transport: http, url: "http://x/", intervalSeconds: 9}
              - {name: i, format: opensky, transport: http, url: "http://x/", clientId: me, key: SECRET, intervalSeconds: 4}
              - {name: j, format: opensky, transport: http, url: "http://x/", clientId: me}
              - {name: k, format: opensky, transport: http, url: "http://x/", key: SECRET}
              - {name: l, format: opensky, transport: http, url: "http://u:SECRET@x/"}
              - {name: m, format: opensky, transport: http, url: "http://x/", clientId: me, key: SECRET, tokenUrl: "ftp://x/"}
              - {name: n, format: opensky, transport: http, url: "http://x/", boxes: [[1,2,3,4],[5,6,7,8]]}
              - {name: o, format: opensky, transport: http, url: "http://x/", keyHeader: api-auth}
              - {name: p, format: opensky, transport: http, url: "http://x/", clientId: me, key: SECRET, keyFile: blank.key}
            """);
    for (String part :
        List.of(
            "k.yaml:2: readsb does not come by udp; its transport is one of tcp, tcp-listen, file,"
                + " http",
            "k.yaml:3: opensky does not come by tcp; its transport is one of file, http",
            "k.yaml:4: feeds[2].intervalSeconds must be a number from 1 to 3600, not 0",
            "k.yaml:5: keyHeader must be the name of a header, such as api-auth",
            "k.yaml:6: the key must be of letters, digits and signs without blanks",
            "k.yaml:7: unknown key feeds[5].boxes; allowed here: ",
            "k.yaml:8: unknown key feeds[6].clientId; allowed here: ",
            "k.yaml:9: feeds[7].intervalSeconds must be a number from 10 to 3600, not 9",
            "k.yaml:10: feeds[8].intervalSeconds must be a number from 5 to 3600, not 4",
            "k.yaml:11: the feed lacks the key key or keyFile, the secret of its clientId",
            "k.yaml:12: the feed lacks the key clientId, whose secret its key is",
            "k.yaml:13: opensky takes no user's name in url any more; use clientId and keyFile",
            "k.yaml:14: tokenUrl must be a whole address that begins with https:// or http://",
            "k.yaml:15: opensky takes one box",
            "k.yaml:16: unknown key feeds[14].keyHeader; allowed here: ",
            "k.yaml:17: key and keyFile exclude each other; keep one")) {
      assertTrue(message.contains(part), part + "\nin\n" + message);
    }
    assertFalse(message.contains("SECRET"), message);
    assertEquals(16, message.split("\\R").length, message);
  }

  @Test
  void whatIsWrongWithAServiceIsSaidWithoutItsKey() throws IOException {
    Files.writeString(folder.resolve("two.key"), "a\nb\n");
    String message =
        faults(
            """
            feeds:
              - {name: a, format: aisstream, transport: http, url: "http://x/SECRET", key: SECRET}
              - {name: b, format: aishub, transport: websocket, url: "wss://x/", key: SECRET}
              - {name: c, format: ais, transport: http, url: "http://x/"}
              - {name: d, format: aisstream, transport: websocket, url: "https://u:SECRET@x/?k=SECRET", key: SECRET}
              - {name: e, format: aisstream, transport: websocket}
              - {name: f, format: aishub, transport: http, url: "http://x/", key: SECRET, intervalSeconds: 59}
              - {name: g, format: aishub, transport: http, url: "http://x/", key: SECRET, keyFile: s.key}
              - {name: h, format: aishub, transport: http, url: "http://x/", keyFile: gone.key}
              - {name: i, format: aishub, transport: http, url: "http://x/", keyFile: two.key}
              - {name: j, format: aishub, transport: http, url: "http://x/", key: SECRET, boxes: [[1,2,3,4],[5,6,7,8]]}
              - {name: k, format: aishub, transport: http, url: "http://x/", key: SECRET, boxes: [[3,2,1,4]]}
              - {name: l, format: aisstream, transport: websocket, url: "ws://x/", key: SECRET, types: [Telepathy], mmsi: [x]}
              - {name: m, format: ais, transport: serial}
              - {name: n, format: ais, transport: tcp, host: x, port: 1, url: "http://x/"}
              - {name: o, format: aishub, transport: http, url: "http://x/?a=SECRET%zz", key: SECRET}
            """);
    for (String part :
        List.of(
            "k.yaml:2: aisstream does not come by http; its transport is one of file, websocket",
            "k.yaml:3: aishub does not come by websocket; its transport is one of file, http",
            "k.yaml:4: ais does not come by http; its transport is one of tcp, tcp-listen, udp,",
            "k.yaml:5: url must be a whole address that begins with wss:// or ws://",
            "k.yaml:6: the feed lacks the key url",
            "k.yaml:6: the feed lacks the key key or keyFile",
            "k.yaml:7: feeds[5].intervalSeconds must be a number from 60 to 3600, not 59",
            "k.yaml:8: key and keyFile exclude each other; keep one",
            "k.yaml:9: keyFile cannot be read; check path and rights",
            "k.yaml:10: keyFile must hold the key and nothing else",
            "k.yaml:11: aishub takes one box",
            "k.yaml:12: boxes must hold lists [south, west, north, east]",
            "k.yaml:13: aisstream.io has no message Telepathy",
            "k.yaml:13: mmsi must hold numbers",
            "k.yaml:14: the feed lacks the key path",
            "k.yaml:15: unknown key feeds[13].url; allowed here: ",
            "k.yaml:16: url must be a whole address that begins with https:// or http://")) {
      assertTrue(message.contains(part), part + "\nin\n" + message);
    }
    assertFalse(message.contains("SECRET"), message);
    assertEquals(17, message.split("\\R").length, message);
  }
}
