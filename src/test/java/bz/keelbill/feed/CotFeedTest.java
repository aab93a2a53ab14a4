package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.OwnForce;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patrols' devices through real sockets and files. */
class CotFeedTest {
  private static final Formats FORMATS = new Formats(List.of());
  private static final String PATROL =
      "<event version=\"2.0\" uid=\"BZ-PATROL-1\" type=\"a-f-S-X-L\" time=\"2026-11-23T12:00:00Z\""
          + " start=\"2026-11-23T12:00:00Z\" stale=\"2026-11-23T12:05:00Z\" how=\"m-g\"><point"
          + " lat=\"17.4\" lon=\"-87.6\" hae=\"0.0\" ce=\"9.5\" le=\"9999999.0\"/></event>";
  private static final String PING = "<event uid=\"takPing\" type=\"t-x-c-t\" how=\"m-g\"/>";

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static FeedConfig trusting(FeedConfig feed) {
    FeedConfig.Reading reading =
        new FeedConfig.Reading("tak", ZoneOffset.UTC, false, null, false, false, true, null);
    return new FeedConfig(
        feed.name(), feed.format(), feed.transport(), feed.endpoint(), null, null, reading);
  }

  @Test
  void takesGluedAndSplitEventsOfAConnectionThatIsTrusted() throws IOException {
    FeedConfig feed = trusting(FeedConfig.tcpListen("in", Format.COT, "127.0.0.1", 0));
    try (Desk desk = Desk.with(Desk.PATIENT, FORMATS, feed);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port("in"))) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes("<?xml version='1.0'?>\n" + PATROL + PATROL + PATROL.substring(0, 70)));
      out.flush();
      desk.until("two events", () -> desk.state("in").counts().reports() == 4);
      out.write(bytes(PATROL.substring(70) + "<event>bad</event>" + PATROL));
      out.flush();
      desk.until("four events", () -> desk.state("in").counts().reports() == 8);
      assertEquals(1, desk.rejects("in", "unknown-type"));
      assertTrue(desk.batches().get(0).reports().get(0) instanceof OwnForce);
    }
  }

  @Test
  void anUntrustedFeedMakesNobodyOurOwn() throws IOException {
    FeedConfig feed = FeedConfig.udp("in", Format.COT, "127.0.0.1", 0);
    try (Desk desk = Desk.with(Desk.PATIENT, FORMATS, feed);
        DatagramSocket socket = new DatagramSocket()) {
      for (String text : List.of("<event uid='cut'", PATROL)) {
        byte[] bytes = bytes(text);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        socket.send(new DatagramPacket(bytes, bytes.length, loopback, desk.port("in")));
      }
      desk.until("a position", () -> desk.state("in").counts().reports() == 1);
      desk.until("a refusal", () -> desk.rejects("in", "malformed") == 1);
      assertTrue(
          desk.batches().stream()
              .flatMap(batch -> batch.reports().stream())
              .noneMatch(OwnForce.class::isInstance));
    }
  }

  @Test
  void aPingAloneProvesThatTheFeedLives() throws IOException {
    FeedConfig feed = FeedConfig.tcpListen("in", Format.COT, "127.0.0.1", 0);
    try (Desk desk = Desk.with(Desk.PATIENT, FORMATS, feed);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port("in"))) {
      socket.getOutputStream().write(bytes(PING.replace("/>", "></event>")));
      desk.until("up", () -> desk.stateOf("in") == FeedState.State.UP);
      assertEquals(1L, desk.state("in").counts().messages().get("ping"));
    }
  }

  @Test
  void aRecordingIsKnownByItsEvents() throws IOException {
    assertEquals(Format.COT, recognised("<?xml version='1.0'?>\n" + PATROL, "x.xml"));
    String header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    assertEquals(Format.COT, recognised((header + PATROL).repeat(500), "x"));
    assertNull(recognised("<?xml version='1.0'?>\n<events/>\n", "x.xml"));
    Path file = Files.write(folder.resolve("patrol.cot"), bytes(PATROL + PATROL));
    try (RecordedFiles files = RecordedFiles.open(List.of(file), FORMATS)) {
      int reports = 0;
      for (RecordedLine line = files.next(); line != null; line = files.next()) {
        reports += line.reports().size();
      }
      assertEquals(2, reports);
    }
  }

  private static Format recognised(String content, String name) throws IOException {
    return Recognition.of(new BufferedInputStream(new ByteArrayInputStream(bytes(content))), name);
  }
}
