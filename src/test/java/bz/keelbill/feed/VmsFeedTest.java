package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.report.Fix;
import bz.keelbill.report.Report;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fishing vessels' tracking boxes through real sockets and files. */
class VmsFeedTest {
  private static final Formats FORMATS = new Formats(List.of());
  private static final String HEAD = "//SR//AD/BLZ//TM/POS//RC/V3AA//NA/SEA STAR//DA/20261123";
  private static final String TAIL = "//LT/+17.400//LG/-087.600//SP/125//CO/187//ER//";

  @TempDir Path folder;

  private static String at(String time) {
    return HEAD + "//TI/" + time + TAIL;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void takesRecordsSplitOverLinesAndSeveralOnOneFromAConnection() throws IOException {
    FeedConfig feed = FeedConfig.tcpListen("in", Format.VMS, "127.0.0.1", 0);
    try (Desk desk = Desk.with(Desk.PATIENT, FORMATS, feed);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port("in"))) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes(at("1200") + at("1215") + "\r\n" + HEAD + "\r\n//TI/1230"));
      out.flush();
      desk.until("two positions", () -> desk.state("in").counts().reports() == 4);
      out.write(bytes(TAIL + "//SR//TM/POS//ER//"));
      out.flush();
      desk.until("three positions", () -> desk.state("in").counts().reports() == 6);
      desk.until("a refusal", () -> desk.rejects("in", "identity-missing") == 1);
      assertEquals(3L, desk.state("in").counts().messages().get("pos"));
    }
  }

  @Test
  void aRecordCutOffByTheEndOfItsDatagramSpoilsNoOther() throws IOException {
    FeedConfig feed = FeedConfig.udp("in", Format.VMS, "127.0.0.1", 0);
    try (Desk desk = Desk.with(Desk.PATIENT, FORMATS, feed);
        DatagramSocket socket = new DatagramSocket()) {
      for (String text : List.of(HEAD, at("1200"))) {
        byte[] bytes = bytes(text);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        socket.send(new DatagramPacket(bytes, bytes.length, loopback, desk.port("in")));
      }
      desk.until("a position", () -> desk.state("in").counts().reports() == 2);
      assertEquals(1, desk.rejects("in", "short"));
    }
  }

  @Test
  void aRecordingIsSortedByTheRecordsOwnTimes() throws IOException {
    Path file = Files.write(folder.resolve("fleet.txt"), bytes(at("1215") + at("1200")));
    List<Long> times = new ArrayList<>();
    try (RecordedFiles files = RecordedFiles.open(List.of(file), FORMATS)) {
      for (RecordedLine line = files.next(); line != null; line = files.next()) {
        for (Report report : line.reports()) {
          if (report instanceof Fix fix) {
            times.add(fix.atMillis());
          }
        }
      }
      assertEquals(Format.VMS, files.summaries().get(0).format());
    }
    assertEquals(List.of(1_795_435_200_000L, 1_795_436_100_000L), times);
  }

  @Test
  void aRecordingIsKnownByItsRecords() throws IOException {
    assertEquals(Format.VMS, recognised("junk\n" + at("1200") + "\n", "x"));
    assertEquals(Format.VMS, recognised(at("1200").repeat(2_000), "x"));
    assertEquals(Format.VMS, recognised("", "fleet.naf"));
    assertNull(recognised("//SRX/\n", "x"));
  }

  private static Format recognised(String content, String name) throws IOException {
    return Recognition.of(new BufferedInputStream(new ByteArrayInputStream(bytes(content))), name);
  }
}
