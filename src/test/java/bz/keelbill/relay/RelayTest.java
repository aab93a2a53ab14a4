package bz.keelbill.relay;

import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static bz.keelbill.ais.AisEncoder.withChecksum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.ais.AisMessage;
import bz.keelbill.ais.AisReader;
import bz.keelbill.net.AllowList;
import bz.keelbill.report.Reject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What leaves, through real sockets. */
class RelayTest {
  private static final String ONE = position(312_000_001, 17.5, -88.25, 60).sentence();
  private static final String TWO = position(312_000_002, 17.5, -88.25, 60).sentence();
  private static final String LAST = position(312_000_999, 17.5, -88.25, 60).sentence();
  private static final String SECONDS = "" + RelayDesk.NOW / 1000;
  private static final Pattern MARK = Pattern.compile(",t:kb-[0-9a-f]{6}\\*..");

  private static List<String> ship(int mmsi, String sequence) {
    return message(5, mmsi, 424).text(112, 20, "SHIP " + mmsi).sentences(2, sequence, "A");
  }

  private static String vdo(String vdm) {
    String body = vdm.substring(1, vdm.indexOf('*')).replace("VDM", "VDO");
    return withChecksum(body);
  }

  /** A line without mark and tag checksum, which the decoder checks elsewhere. */
  private static String unmarked(String line) {
    return MARK.matcher(line).replaceFirst("");
  }

  private static List<String> unmarked(List<String> lines) {
    return lines.stream().map(RelayTest::unmarked).toList();
  }

  /** Type, sender and source of each message in some lines; a wrong tag checksum fails. */
  private static List<String> decoded(List<String> lines) {
    List<String> said = new ArrayList<>();
    AisReader reader = new AisReader(AisReader.Timing.LIVE);
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      reader.read(bytes, 0, bytes.length, 1, RelayDesk.NOW, saying(said));
    }
    return said;
  }

  private static AisReader.Output saying(List<String> said) {
    return new AisReader.Output() {
      @Override
      public void message(AisMessage message) {
        said.add(message.type() + " " + message.mmsi() + " " + message.reception().isOwnShip());
      }

      @Override
      public void reject(Reject.Reason reason) {
        if (reason == Reject.Reason.TAG_CHECKSUM) {
          throw new AssertionError("wrong tag checksum");
        }
      }
    };
  }

  @Test
  void exactlyTheRightSentencesLeaveEachWithStationAndTime() throws IOException {
    List<String> parts = ship(312_000_003, "4");
    String[] heard = {
      ONE,
      tag("s:north,c:1795230000123") + TWO,
      tag("s:north,c:yesterday") + TWO,
      "\\s:liar,c:1795230000*00\\" + TWO,
      "1795230001 junk \0\7 " + ONE + ",r003669945,1272412827",
      ONE.replaceFirst("\\*..", "*00"),
      ONE.replaceFirst("\\*..", ""),
      ONE.substring(0, 20),
      "$RATTM,07,5.20,90.0,T,8.0,90.0,T,,,N,,T,,,A*00",
      "# " + ONE,
      "GET / HTTP/1.1",
      "\u00ff\u0000\u0080!!!***\\\\",
      vdo(ONE),
      tag("g:1-2-77,s:south,c:1795230000") + parts.get(0),
      tag("g:2-2-77") + parts.get(1),
      ship(312_000_004, "5").get(0),
      withChecksum("AIVDM,1,1,,\u0007,15RTgt0PAso;90TKcjM8h6g208CQ,0"),
      LAST
    };
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", "a"));
        RelayDesk.Reader plotter = desk.reader("out")) {
      desk.hears("a", heard);
      List<String> lines = plotter.lines(8);
      assertEquals(
          List.of(
              "\\s:mast-a,c:" + SECONDS + "\\" + ONE,
              "\\s:north,c:1795230000123\\" + TWO,
              "\\s:north,c:" + SECONDS + "\\" + TWO,
              "\\s:mast-a,c:" + SECONDS + "\\" + TWO,
              "\\s:mast-a,c:" + SECONDS + "\\" + ONE,
              "\\s:south,c:1795230000,g:1-2-77\\" + parts.get(0),
              "\\s:south,c:1795230000,g:2-2-77\\" + parts.get(1),
              "\\s:mast-a,c:" + SECONDS + "\\" + LAST),
          unmarked(lines));
      List<String> withoutOwnShip = new ArrayList<>(decodedInput(heard));
      withoutOwnShip.removeIf(said -> said.endsWith("true"));
      assertEquals(withoutOwnShip, decoded(lines));
      assertEquals(1, desk.dropped("out", "unprintable"));
    }
  }

  /** What the decoder makes of the input, but for the sentence that is not printable. */
  private static List<String> decodedInput(String[] heard) {
    List<String> all = new ArrayList<>();
    for (String line : heard) {
      if (line.indexOf('\u0007') < 0 || line.indexOf('\0') >= 0) {
        all.add(line);
      }
    }
    List<String> said = new ArrayList<>();
    AisReader reader = new AisReader(AisReader.Timing.LIVE);
    AisReader.Output out =
        new AisReader.Output() {
          @Override
          public void message(AisMessage message) {
            saying(said).message(message);
          }

          @Override
          public void reject(Reject.Reason reason) {
            // Of the input some is wrong on purpose.
          }
        };
    for (String line : all) {
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      reader.read(bytes, 0, bytes.length, 1, RelayDesk.NOW, out);
    }
    return said;
  }

  @Test
  void linesEndWithCrLfAndHoldNothingButPrintableAscii() throws IOException {
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", "a\u00f1o,*\\"));
        RelayDesk.Reader plotter = desk.reader("out")) {
      desk.hears("a\u00f1o,*\\", tag("s:r\u00edo") + ONE + "\r", LAST);
      desk.closeRelay();
      byte[] all = plotter.socket.getInputStream().readAllBytes();
      String text = new String(all, StandardCharsets.ISO_8859_1);
      assertTrue(text.matches("(\\\\[ -~]+\\\\![ -~]+\\r\\n){2}"), text);
      assertTrue(text.contains("s:mast-a-o---,c:"), text);
    }
  }

  @Test
  void withoutTagsTheBareSentencesLeave() throws IOException {
    OutputConfig bare = RelayDesk.tcp("bare", OutputConfig.Choice.of("a"), false);
    try (RelayDesk desk = RelayDesk.with(bare);
        RelayDesk.Reader plotter = desk.reader("bare")) {
      desk.hears("a", tag("s:x,c:1795230000") + ONE, LAST);
      assertEquals(List.of(ONE, LAST), plotter.lines(2));
    }
  }

  @Test
  void ownShipLeavesWhereItIsWanted() throws IOException {
    OutputConfig.Choice own = new OutputConfig.Choice(List.of("a"), false, true, 0);
    OutputConfig.Choice both = new OutputConfig.Choice(List.of("a"), true, true, 0);
    try (RelayDesk desk =
            RelayDesk.with(RelayDesk.tcp("own", own, false), RelayDesk.tcp("both", both, false));
        RelayDesk.Reader first = desk.reader("own");
        RelayDesk.Reader second = desk.reader("both")) {
      desk.hears("a", ONE, vdo(TWO));
      assertEquals(vdo(TWO), first.line());
      assertEquals(List.of(ONE, vdo(TWO)), second.lines(2));
    }
  }

  @Test
  void partsOfTwoFeedsNeverStandBetweenEachOther() throws IOException {
    List<String> north = ship(312_000_003, "4");
    List<String> south = ship(312_000_004, "4");
    OutputConfig.Choice both = OutputConfig.Choice.of("a", "b");
    try (RelayDesk desk =
            RelayDesk.with(RelayDesk.tcp("bare", both, false), RelayDesk.tcp("tagged", "a", "b"));
        RelayDesk.Reader bare = desk.reader("bare");
        RelayDesk.Reader tagged = desk.reader("tagged")) {
      desk.hears("a", tag("g:1-2-7,s:same") + north.get(0));
      desk.hears("b", tag("g:1-2-7,s:same") + south.get(0));
      desk.hears("a", tag("g:2-2-7") + north.get(1));
      desk.hears("b", tag("g:2-2-7") + south.get(1));
      List<String> expected = new ArrayList<>(north);
      expected.addAll(south);
      assertEquals(expected, bare.lines(4));
      List<String> lines = unmarked(tagged.lines(4));
      String said = "\\s:same,c:" + SECONDS + ",g:";
      assertTrue(lines.get(0).startsWith(said + "1-2-14\\"), lines.get(0));
      assertTrue(lines.get(1).startsWith(said + "2-2-14\\"), lines.get(1));
      assertTrue(lines.get(2).startsWith(said + "1-2-15\\"), lines.get(2));
    }
  }

  @Test
  void anOutputHearsItsFeedsOnly() throws IOException {
    try (RelayDesk desk =
            RelayDesk.with(RelayDesk.tcp("out", "a"), RelayDesk.tcp("all", "a", "b"));
        RelayDesk.Reader some = desk.reader("out");
        RelayDesk.Reader all = desk.reader("all")) {
      desk.hears("b", ONE);
      desk.hears("a", TWO);
      assertEquals(TWO, RelayDesk.Reader.sentence(some.line()));
      assertEquals(ONE, RelayDesk.Reader.sentence(all.line()));
      assertEquals(1, desk.metric("keelbill_relay_lines_total{output=\"out\"}"));
      assertEquals(2, desk.metric("keelbill_relay_lines_total{output=\"all\"}"));
    }
  }

  @Test
  void anotherStationsCopyIsHeldBackForAWhileButNeverADistressCall() throws IOException {
    String sart = position(970_312_001, 17.5, -88.25, 60).sentence();
    List<String> parts = ship(312_000_003, "4");
    List<String> others = ship(312_000_003, "9");
    OutputConfig.Choice once = new OutputConfig.Choice(List.of("a", "b"), true, false, 10);
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", once, false));
        RelayDesk.Reader plotter = desk.reader("out")) {
      desk.hears("a", ONE, sart, parts.get(0), parts.get(1));
      desk.hears("b", ONE, sart, others.get(0), others.get(1));
      desk.hears("a", ONE, tag("s:third") + ONE);
      List<String> expected = List.of(ONE, sart, parts.get(0), parts.get(1), sart, ONE);
      assertEquals(expected, plotter.lines(6));
      desk.until("four copies", () -> desk.dropped("out", "duplicate") == 4);
      desk.passedMillis.addAndGet(10_000);
      desk.hears("b", ONE);
      assertEquals(ONE, plotter.line());
    }
  }

  @Test
  void whatComesBackDoesNotGoRoundAgain() throws IOException {
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", "a"));
        RelayDesk other = RelayDesk.with(RelayDesk.tcp("next", "b"));
        RelayDesk.Reader plotter = desk.reader("out");
        RelayDesk.Reader further = other.reader("next")) {
      desk.hears("a", tag("t:seen off Dangriga") + ONE);
      String out = plotter.line();
      desk.hears("a", out);
      other.hears("b", out);
      String onward = further.line();
      assertEquals(ONE, RelayDesk.Reader.sentence(onward));
      desk.hears("a", onward, LAST);
      assertEquals(LAST, RelayDesk.Reader.sentence(plotter.line()));
      assertEquals(2, desk.dropped("out", "loop"));
      assertEquals(List.of("1 312000001 false"), decoded(List.of(onward)));
    }
  }

  @Test
  void aStuckReaderIsCutAndDelaysNobody() throws IOException {
    List<String> burst = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      burst.add(position(312_000_000 + i, 17.5, -88.25, 60).sentence());
    }
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", "a"));
        RelayDesk.Reader stuck = desk.reader("out");
        RelayDesk.Reader plotter = desk.reader("out")) {
      int bursts = 0;
      while (desk.metric("keelbill_relay_clients{output=\"out\"}") == 2) {
        desk.hears("a", burst.toArray(String[]::new));
        assertEquals(burst, plotter.lines(200).stream().map(RelayDesk.Reader::sentence).toList());
        assertTrue(++bursts < 20_000, "never cut");
      }
      assertTrue(desk.dropped("out", "slow-client") > 0);
      assertEquals(0, desk.dropped("out", "behind"));
      long sent = 200L * bursts;
      List<String> taken = new ArrayList<>();
      try {
        for (String line = stuck.line(); line != null; line = stuck.line()) {
          taken.add(line);
        }
      } catch (IOException reset) {
        // Cut in the middle of what the system still held.
      }
      assertTrue(taken.size() < sent, taken.size() + " of " + sent);
      for (String line : taken.subList(0, taken.size() - 1)) {
        assertTrue(burst.contains(RelayDesk.Reader.sentence(line)), "only whole lines: " + line);
      }
      desk.hears("a", LAST);
      assertEquals(LAST, RelayDesk.Reader.sentence(plotter.line()));
    }
  }

  @Test
  void aReaderThatTakesNothingDoesNotHoldUpTheEnd() throws IOException {
    RelayTiming patient = new RelayTiming(20, 100, 600_000, 20);
    try (RelayDesk desk = RelayDesk.with(patient, RelayDesk.tcp("out", "a"));
        RelayDesk.Reader stuck = desk.reader("out")) {
      while (desk.dropped("out", "slow-client") == 0) {
        desk.hears("a", ONE);
      }
      desk.closeRelay();
      assertTrue(stuck.line().endsWith(ONE), "what the system held is there");
    }
  }

  @Test
  void whatReadersSayIsThrownAway() throws Exception {
    byte[] noise = new byte[1 << 20];
    new Random(11).nextBytes(noise);
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", "a"));
        RelayDesk.Reader loud = desk.reader("out");
        RelayDesk.Reader plotter = desk.reader("out")) {
      loud.socket.getOutputStream().write((TWO + "\r\n").getBytes(StandardCharsets.US_ASCII));
      loud.socket.getOutputStream().write(noise);
      desk.hears("a", ONE);
      assertEquals(ONE, RelayDesk.Reader.sentence(plotter.line()));
      assertEquals(ONE, RelayDesk.Reader.sentence(loud.line()));
    }
  }

  @Test
  void strangersAndTheOneTooManyAreTurnedAway() throws IOException {
    OutputConfig few =
        new OutputConfig(
            "few",
            OutputConfig.Transport.TCP_LISTEN,
            new OutputConfig.Endpoint("127.0.0.1", 0, 1, AllowList.EVERYONE),
            OutputConfig.Choice.of("a"),
            OutputConfig.Form.USUAL);
    OutputConfig friends =
        new OutputConfig(
            "friends",
            OutputConfig.Transport.TCP_LISTEN,
            new OutputConfig.Endpoint("127.0.0.1", 0, 4, AllowList.parse(List.of("10.0.0.0/8"))),
            OutputConfig.Choice.of("a"),
            OutputConfig.Form.USUAL);
    try (RelayDesk desk = RelayDesk.with(few, friends);
        Socket stranger = desk.dial("friends")) {
      assertEquals(-1, stranger.getInputStream().read());
      try (RelayDesk.Reader first = desk.reader("few");
          Socket second = desk.dial("few")) {
        assertEquals(-1, second.getInputStream().read());
        desk.hears("a", ONE);
        assertEquals(ONE, RelayDesk.Reader.sentence(first.line()));
      }
      desk.until("left", () -> desk.metric("keelbill_relay_clients{output=\"few\"}") == 0);
      desk.reader("few").close();
    }
  }

  @Test
  void aPortIsTakenOnceItIsFree() throws IOException {
    ServerSocket occupant = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    OutputConfig output =
        new OutputConfig(
            "out",
            OutputConfig.Transport.TCP_LISTEN,
            OutputConfig.Endpoint.of("127.0.0.1", occupant.getLocalPort()),
            OutputConfig.Choice.of("a"),
            OutputConfig.Form.USUAL);
    try (RelayDesk desk = RelayDesk.with(output, RelayDesk.tcp("other", "a"));
        RelayDesk.Reader other = desk.reader("other")) {
      desk.hears("a", ONE);
      assertEquals(ONE, RelayDesk.Reader.sentence(other.line()));
      occupant.close();
      try (RelayDesk.Reader plotter = desk.reader("out")) {
        desk.hears("a", TWO);
        assertEquals(TWO, RelayDesk.Reader.sentence(plotter.line()));
      }
    }
  }

  @Test
  void datagramsHoldSeveralLinesOrOne() throws IOException {
    try (DatagramSocket bridge = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket plotter = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      bridge.setSoTimeout(20_000);
      plotter.setSoTimeout(20_000);
      try (RelayDesk desk =
          RelayDesk.with(
              udp("bridge", bridge.getLocalPort(), false),
              udp("plotter", plotter.getLocalPort(), true))) {
        String[] burst = new String[60];
        for (int i = 0; i < burst.length; i++) {
          burst[i] = position(312_000_000 + i, 17.5, -88.25, 60).sentence();
        }
        desk.hears("a", burst);
        List<String> ofBridge = new ArrayList<>();
        while (ofBridge.size() < burst.length) {
          String datagram = receive(bridge);
          assertTrue(datagram.length() <= 1_400 && datagram.endsWith("\r\n"), datagram);
          ofBridge.addAll(datagram.lines().map(RelayDesk.Reader::sentence).toList());
        }
        assertEquals(List.of(burst), ofBridge);
        for (String sentence : burst) {
          String datagram = receive(plotter);
          assertEquals(sentence + "\r\n", RelayDesk.Reader.sentence(datagram));
        }
      }
    }
  }

  private static OutputConfig udp(String name, int port, boolean onePerDatagram) {
    return new OutputConfig(
        name,
        OutputConfig.Transport.UDP,
        OutputConfig.Endpoint.of("127.0.0.1", port),
        OutputConfig.Choice.of("a"),
        new OutputConfig.Form(true, onePerDatagram));
  }

  private static String receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aHostThatNobodyKnowsHurtsNobody() throws IOException {
    OutputConfig nowhere =
        new OutputConfig(
            "nowhere",
            OutputConfig.Transport.UDP,
            OutputConfig.Endpoint.of("no-such-host.invalid", 10_110),
            OutputConfig.Choice.of("a"),
            OutputConfig.Form.USUAL);
    try (RelayDesk desk = RelayDesk.with(nowhere, RelayDesk.tcp("out", "a"));
        RelayDesk.Reader plotter = desk.reader("out")) {
      desk.hears("a", ONE);
      assertEquals(ONE, RelayDesk.Reader.sentence(plotter.line()));
      desk.until("refusal", () -> desk.dropped("nowhere", "not-sent") == 1);
    }
  }

  @Test
  void theLastLinesLeaveBeforeTheEnd() throws IOException {
    try (RelayDesk desk = RelayDesk.with(RelayDesk.tcp("out", "a"));
        RelayDesk.Reader plotter = desk.reader("out")) {
      for (int i = 0; i < 1_000; i++) {
        desk.hears("a", ONE);
      }
      desk.closeRelay();
      assertEquals(1_000, plotter.lines(1_000).stream().filter(l -> l.endsWith(ONE)).count());
      assertNull(plotter.line());
    }
  }
}
