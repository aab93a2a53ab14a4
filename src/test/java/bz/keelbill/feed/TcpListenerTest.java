package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.net.AllowList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TcpListenerTest {

  private static final FeedConfig FEED = FeedConfig.tcpListen("in", Format.NMEA, "127.0.0.1", 0);

  private static FeedConfig limited(int maxClients, String... allow) {
    return FeedConfig.network(
        "in",
        Format.NMEA,
        FeedConfig.Transport.TCP_LISTEN,
        new FeedConfig.Endpoint("127.0.0.1", 0, maxClients, AllowList.parse(List.of(allow))));
  }

  private static Socket connect(Desk desk) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), desk.port("in"));
  }

  @Test
  void keepsTheLinesOfTwoSendersApart() throws IOException {
    try (Desk desk = Desk.with(FEED);
        Socket one = connect(desk);
        Socket two = connect(desk)) {
      FarEnd.send(one, "N left ");
      FarEnd.send(two, "N right ");
      desk.until("both connected", () -> true);
      FarEnd.send(one, "hand\n");
      FarEnd.send(two, "hand\n");
      desk.until("two reports", () -> desk.said().size() == 2);
      assertEquals(Set.of("left hand", "right hand"), Set.copyOf(desk.said()));
      List<Long> numbers =
          desk.batches().stream()
              .flatMap(batch -> batch.lines().stream().map(line -> line.number()))
              .toList();
      assertEquals(List.of(1L, 2L), numbers, "lines of one feed are numbered through");
    }
  }

  @Test
  void staysUpWhileOneOfTwoSendersGoesAndTakesTheNext() throws IOException {
    try (Desk desk = Desk.with(FEED)) {
      try (Socket one = connect(desk)) {
        FarEnd.send(one, "N one\nN ha");
      }
      try (Socket two = connect(desk)) {
        FarEnd.send(two, "N two\n");
        desk.until("two reports", () -> desk.said().size() == 2);
        desk.until("the half line", () -> desk.rejects("in", "short") == 1);
        assertEquals(FeedState.State.UP, desk.stateOf("in"));
      }
      desk.until("silent", () -> desk.stateOf("in") == FeedState.State.SILENT);
    }
  }

  @Test
  void turnsAwayWhoMayNotSend() throws IOException {
    try (Desk desk = Desk.with(limited(4, "10.0.0.0/8"));
        Socket stranger = connect(desk)) {
      assertEquals(-1, stranger.getInputStream().read());
      assertEquals(FeedState.State.CONNECTING, desk.stateOf("in"));
    }
  }

  @Test
  void givesThePlaceOfASilentSenderToANewOne() throws IOException {
    try (Desk desk = Desk.with(limited(1));
        Socket first = connect(desk)) {
      FarEnd.send(first, "N first\n");
      desk.until("first", () -> desk.said().size() == 1);
      try (Socket tooSoon = connect(desk)) {
        assertEquals(-1, tooSoon.getInputStream().read(), "the first one still counts as alive");
      }
      Desk.pause(2 * Desk.QUICK.silenceMillis());
      try (Socket next = connect(desk)) {
        FarEnd.send(next, "N next\n");
        desk.until("next", () -> desk.said().contains("next"));
        assertEquals(-1, first.getInputStream().read());
      }
    }
  }

  @Test
  void takesThePortOnceItIsFree() throws IOException {
    FarEnd occupant = new FarEnd();
    FeedConfig feed = FeedConfig.tcpListen("in", Format.NMEA, "127.0.0.1", occupant.port());
    try (Desk desk = Desk.with(feed)) {
      desk.until("down", () -> desk.stateOf("in") == FeedState.State.DOWN);
      occupant.close();
      desk.until("bound", () -> desk.stateOf("in") == FeedState.State.CONNECTING);
      try (Socket socket = connect(desk)) {
        FarEnd.send(socket, "N at last\n");
        desk.until("a report", () -> desk.said().equals(List.of("at last")));
      }
    }
  }

  @Test
  void allSendersWaitWhileTheWatchIsFull() throws IOException {
    try (Desk desk = Desk.with(FEED);
        Socket one = connect(desk)) {
      FarEnd.send(one, "N 0\n");
      desk.until("one", () -> desk.said().size() == 1);
      desk.full(true);
      FarEnd.send(one, "N 1\n");
      desk.until("the read that found it full", () -> desk.said().size() == 2);
      FarEnd.send(one, "N 2\n");
      try (Socket late = connect(desk)) {
        FarEnd.send(late, "N 3\n");
        Desk.pause(2 * Desk.QUICK.silenceMillis());
        assertEquals(2, desk.said().size());
        assertEquals(FeedState.State.UP, desk.stateOf("in"), "we are deaf, the sender is not mute");
        desk.full(false);
        desk.until("all four", () -> desk.said().size() == 4);
        assertTrue(desk.said().containsAll(List.of("2", "3")));
      }
    }
  }
}
