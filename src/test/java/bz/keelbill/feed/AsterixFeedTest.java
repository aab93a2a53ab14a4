package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bz.keelbill.asterix.Site;
import bz.keelbill.geo.Position;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ASTERIX through real sockets and files. */
class AsterixFeedTest {
  private static final byte[] PLOT = hex("300011f110190154600020086c649f0007");
  private static final byte[] NORTH = hex("220015e9101901015460000140001e0c71c7c16c17");
  private static final byte[] STATUS = hex("410007e0190101");
  private static final Formats FORMATS =
      new Formats(
          List.of(),
          Map.of(),
          null,
          List.of(Site.of("radar", Site.sacSic("25/1"), new Position(17.5, -88))));

  @TempDir Path folder;

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static void send(Desk desk, byte[] bytes) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(bytes, bytes.length, loopback, desk.port("in")));
    }
  }

  @Test
  void takesSeveralBlocksOfADatagramAndDropsOneThatIsCutOff() throws IOException {
    FeedConfig feed = FeedConfig.udp("in", Format.ASTERIX, "127.0.0.1", 0);
    try (Desk desk = Desk.with(Desk.QUICK, FORMATS, feed)) {
      send(desk, joined(NORTH, PLOT, hex("300011f110")));
      desk.until("two reports", () -> desk.state("in").counts().reports() == 2);
      desk.until("one refusal", () -> desk.rejects("in", "short") == 1);
      send(desk, PLOT);
      desk.until("three reports", () -> desk.state("in").counts().reports() == 3);
      assertEquals("radar", desk.batches().get(0).reports().get(0).origin().station());
    }
  }

  @Test
  void aStatusMessageAloneProvesThatTheFeedLives() throws IOException {
    FeedConfig feed = FeedConfig.udp("in", Format.ASTERIX, "127.0.0.1", 0);
    try (Desk desk = Desk.with(Desk.PATIENT, FORMATS, feed)) {
      send(desk, STATUS);
      desk.until("up", () -> desk.stateOf("in") == FeedState.State.UP);
    }
  }

  @Test
  void readsARecordedFile() throws IOException {
    Path file = Files.write(folder.resolve("radar.ast"), joined(NORTH, PLOT, STATUS, PLOT));
    FeedConfig feed = FeedConfig.file("in", Format.ASTERIX, FeedConfig.Source.of(file));
    try (Desk desk = Desk.with(Desk.QUICK, FORMATS, feed)) {
      desk.until("three reports", () -> desk.state("in").counts().reports() == 3);
    }
    try (RecordedFiles files = RecordedFiles.open(List.of(file), FORMATS)) {
      int reports = 0;
      for (RecordedLine line = files.next(); line != null; line = files.next()) {
        reports += line.reports().size();
      }
      assertEquals(3, reports);
      assertEquals(Format.ASTERIX, files.summaries().get(0).format());
    }
  }

  @Test
  void aRecordingIsKnownByItsBlocks() throws IOException {
    assertEquals(Format.ASTERIX, recognised(joined(NORTH, PLOT, PLOT)));
    assertNull(recognised("00000\n0000\n".repeat(900).getBytes()));
    assertNull(recognised(new byte[9_000]));
  }

  private static Format recognised(byte[] content) throws IOException {
    return Recognition.of(new BufferedInputStream(new ByteArrayInputStream(content)), "x");
  }
}
