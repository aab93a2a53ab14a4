package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UdpListenerTest {

  private static final FeedConfig FEED = FeedConfig.udp("in", Format.NMEA, "127.0.0.1", 0);

  private static void send(Desk desk, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, InetAddress.getLoopbackAddress(), desk.port("in")));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Test
  void takesSeveralLinesOfADatagramAndTheLastWithoutItsEnd() {
    try (Desk desk = Desk.with(FEED)) {
      send(desk, "N one\r\nN two\nN three");
      desk.until("three reports", () -> desk.said().size() == 3);
      send(desk, "N four");
      desk.until("four reports", () -> desk.said().size() == 4);
      assertEquals(List.of("one", "two", "three", "four"), desk.said());
      assertEquals(FeedState.State.UP, desk.stateOf("in"));
    }
  }

  @Test
  void skipsThePrefixOfAShipsNetwork() {
    try (Desk desk = Desk.with(FEED)) {
      send(desk, "UdPbC\0N one\r\n");
      desk.until("a report", () -> desk.said().equals(List.of("one")));
    }
  }

  /** Parts made by hand of one message 5, with a single message between them. */
  @Test
  void joinsAMessageOfSeveralPartsInOneDatagramOfAShipsNetwork() {
    FeedConfig ais = FeedConfig.udp("in", Format.AIS, "127.0.0.1", 0);
    List<String> parts = AisSentences.staticParts(312_000_123, "CARIBE STAR");
    String single = AisSentences.position(312_000_124, 17.5, -88.25);
    try (Desk desk = Desk.with(Desk.QUICK, new Formats(List.of()), ais)) {
      send(desk, "UdPbC\0" + parts.get(0) + "\r\n" + single + "\r\n" + parts.get(1));
      desk.until("both", () -> desk.state("in").counts().reports() == 2);
      send(desk, parts.get(0) + "\r\n");
      send(desk, parts.get(1));
      desk.until("across datagrams", () -> desk.lines().size() == 3 + 2);
      assertEquals(3, desk.state("in").counts().reports());
      assertEquals(0, desk.rejects("in", "orphan"));
    }
  }

  @Test
  void survivesEmptyAndOverlongDatagrams() {
    try (Desk desk = Desk.with(FEED)) {
      send(desk, "");
      send(desk, "UdPbC\0");
      send(desk, "x".repeat(60_000));
      send(desk, "N one\n");
      desk.until("a report", () -> desk.said().equals(List.of("one")));
      assertEquals(1, desk.rejects("in", "too-long"));
    }
  }

  @Test
  void dropsAndCountsWhatComesWhileTheWatchIsFull() {
    try (Desk desk = Desk.with(FEED)) {
      desk.full(true);
      send(desk, "N one\nN two");
      desk.until("two dropped", () -> desk.rejects("in", "dropped") == 2);
      desk.full(false);
      send(desk, "N three\n");
      desk.until("three", () -> desk.said().equals(List.of("three")));
      assertEquals(3, desk.state("in").counts().lines());
      assertEquals(3, desk.batches().get(0).lines().get(0).number(), "dropped lines have numbers");
    }
  }

  @Test
  void takesABurst() throws IOException {
    int datagrams = 2_000;
    try (Desk desk = Desk.with(FEED);
        DatagramSocket socket = new DatagramSocket()) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      int port = desk.port("in");
      for (int n = 0; n < datagrams; n++) {
        byte[] bytes = ("N " + n + "\n").getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length, loopback, port));
        if (n % 50 == 49) {
          Desk.pause(1); // the kernel may drop what nobody has read, and rightly so
        }
      }
      desk.until("the burst", () -> desk.said().size() >= datagrams * 9 / 10);
      send(desk, "N last\n");
      desk.until("the last", () -> desk.said().contains("last"));
      assertTrue(desk.rejects("in", "checksum") == 0);
    }
  }

  @Test
  void isSilentWhenNothingComes() {
    try (Desk desk = Desk.with(FEED)) {
      desk.until("silent", () -> desk.stateOf("in") == FeedState.State.SILENT);
      send(desk, "N one\n");
      desk.until("up", () -> desk.stateOf("in") == FeedState.State.UP);
    }
  }
}
