package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TcpClientTest {

  @Test
  void deliversLinesAndReportsInOrder() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Socket socket = far.accept()) {
      FarEnd.send(socket, "N one\r\n\r\nN two\nrub");
      FarEnd.send(socket, "bish\nP\nN three\n");
      desk.until("three reports", () -> desk.said().size() == 3);
      assertEquals(List.of("one", "two", "three"), desk.said());
      assertEquals(List.of("N one", "N two", "rubbish", "P", "N three"), desk.lines());
      FeedState state = desk.state("a");
      assertEquals(FeedState.State.UP, state.state());
      assertEquals(6, state.counts().lines());
      assertEquals(3, state.counts().reports());
      assertEquals(1, desk.rejects("a", "checksum"));
      assertEquals("127.0.0.1:" + far.port(), state.address());
      assertTrue(state.lastLineAtMillis() >= state.sinceMillis());
    }
  }

  @Test
  void comesBackWhenTheFarEndIsKilledAndRestarted() throws IOException {
    FarEnd first = new FarEnd();
    int port = first.port();
    try (Desk desk = Desk.with(first.feed("a"))) {
      try (Socket socket = first.accept()) {
        FarEnd.send(socket, "N before\n");
        desk.until("the first report", () -> desk.said().size() == 1);
        first.close();
      }
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
      try (FarEnd second = new FarEnd(port);
          Socket socket = second.accept()) {
        assertEquals(FeedState.State.DOWN, desk.stateOf("a"), "a mere connection proves nothing");
        FarEnd.send(socket, "N after\n");
        desk.until("the second report", () -> desk.said().size() == 2);
        assertEquals(List.of("a up", "a down", "a up"), desk.changes());
      }
    }
  }

  @Test
  void triesAgainWhenNobodyIsThereOrTheNameIsUnknown() throws IOException {
    int port;
    try (FarEnd gone = new FarEnd()) {
      port = gone.port();
    }
    FeedConfig refused = FeedConfig.tcp("refused", Format.NMEA, "127.0.0.1", port);
    FeedConfig unknown = FeedConfig.tcp("unknown", Format.NMEA, "no-such-host.invalid", 10110);
    try (Desk desk = Desk.with(refused, unknown)) {
      desk.until("down", () -> desk.stateOf("refused") == FeedState.State.DOWN);
      desk.until("unknown", () -> desk.stateOf("unknown") == FeedState.State.DOWN);
      try (FarEnd late = new FarEnd(port);
          Socket socket = late.accept()) {
        FarEnd.send(socket, "N hello\n");
        desk.until("the report", () -> desk.said().equals(List.of("hello")));
      }
    }
  }

  @Test
  void reconnectsWhenThePeerSaysNothingThoughTheConnectionStands() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Socket mute = far.accept()) {
      try (Socket again = far.accept()) {
        assertEquals(FeedState.State.SILENT, desk.stateOf("a"));
        FarEnd.send(again, "N here\n");
        desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
        assertEquals(List.of("a silent", "a up"), desk.changes());
      }
      assertFalse(mute.isClosed(), "the far end did not close");
    }
  }

  @Test
  void isSilentWhenOnlyRubbishOrHeartbeatsCome() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Socket socket = far.accept()) {
      FarEnd.send(socket, "N good\n");
      desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      Thread rubbish = new Thread(() -> sendUntilBroken(socket, "\r\nrubbish\n   \n"));
      rubbish.start();
      desk.until("silent", () -> desk.changes().contains("a silent"));
      rubbish.join();
      assertTrue(desk.rejects("a", "checksum") > 0);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void survivesRandomBytesAndAnEndlessLine() throws IOException {
    long seed = 20261123;
    byte[] noise = new byte[1 << 20];
    new Random(seed).nextBytes(noise);
    byte[] endless = new byte[1 << 20];
    java.util.Arrays.fill(endless, (byte) 'x');
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Socket socket = far.accept()) {
      socket.getOutputStream().write(noise);
      FarEnd.send(socket, "\nN after noise\n");
      socket.getOutputStream().write(endless);
      FarEnd.send(socket, "\nN after the endless line\n");
      desk.until("both", () -> desk.said().contains("after the endless line"));
      assertTrue(desk.said().contains("after noise"), "seed " + seed);
      assertTrue(desk.rejects("a", "too-long") >= 1, "seed " + seed);
      for (Batch batch : desk.batches()) {
        assertTrue(batch.lines().size() <= Batch.MAX_LINES && !batch.lines().isEmpty());
      }
    }
  }

  @Test
  void countsHalfALineAndNeverGluesItToTheNextConnection() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      try (Socket socket = far.accept()) {
        FarEnd.send(socket, "N whole\nN ha");
      }
      try (Socket socket = far.accept()) {
        FarEnd.send(socket, "lf\nN next\n");
        desk.until("next", () -> desk.said().contains("next"));
        assertEquals(List.of("whole", "next"), desk.said());
        assertEquals(1, desk.rejects("a", "short"));
        assertEquals(1, desk.rejects("a", "checksum"), "the second half stands alone");
      }
    }
  }

  @Test
  void goesOnWhenTheDecoderThrows() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Socket socket = far.accept()) {
      FarEnd.send(socket, "N one\nBOOM\nBOOM\nN two\n");
      desk.until("two", () -> desk.said().contains("two"));
      assertEquals(List.of("one", "two"), desk.said(), "what it said before it threw is not kept");
      assertEquals(2, desk.rejects("a", "decoder-failed"));
      assertEquals(4, desk.lines().size());
    }
  }

  @Test
  void slowsTheSenderDownAndLosesNothing() throws Exception {
    int lines = 200_000;
    AtomicLong sent = new AtomicLong();
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      desk.full(true);
      Thread sender = new Thread(() -> sendNumbered(far, lines, sent));
      sender.start();
      long stuckAt = stuckCount(sent);
      assertTrue(stuckAt < lines, "the sender must feel it, but sent all of " + lines);
      assertTrue(desk.lines().size() < lines / 4, "read on though full");
      desk.full(false);
      desk.until("all lines", () -> desk.state("a").counts().lines() >= lines);
      sender.join();
      List<String> expected = new ArrayList<>();
      for (int n = 0; n < lines; n++) {
        expected.add(padded(n));
      }
      assertEquals(expected, desk.said());
    }
  }

  @Test
  void losesNothingThatWasSentBeforeThePeerWentThoughReadingWasStopped() throws Exception {
    int lines = 1_000;
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      desk.full(true);
      sendNumbered(far, lines, new AtomicLong());
      Desk.pause(100);
      desk.full(false);
      desk.until("all lines", () -> desk.said().size() >= lines);
      assertEquals(lines, desk.said().size());
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
    }
  }

  @Test
  void keepsUpWithAFlappingPeer() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      for (int round = 0; round < 20; round++) {
        try (Socket socket = far.accept()) {
          FarEnd.send(socket, "N " + round + "\n");
        }
      }
      desk.until("all rounds", () -> desk.said().size() == 20);
      assertEquals(20, desk.state("a").counts().reports());
    }
  }

  @Test
  void oneFeedsTroubleIsNotAnothers() throws IOException {
    try (FarEnd bad = new FarEnd();
        FarEnd good = new FarEnd();
        Desk desk = Desk.with(bad.feed("bad"), good.feed("good"));
        Socket goodSocket = good.accept()) {
      Thread trouble =
          new Thread(
              () -> {
                try (Socket socket = bad.accept()) {
                  sendUntilBroken(socket, "BOOM\n" + "x".repeat(5_000));
                } catch (IOException gone) {
                  // as meant
                }
              });
      trouble.start();
      for (int n = 0; n < 50; n++) {
        FarEnd.send(goodSocket, "N " + n + "\n");
        Desk.pause(5);
      }
      desk.until("all good lines", () -> desk.state("good").counts().reports() == 50);
      assertEquals(FeedState.State.UP, desk.stateOf("good"));
      desk.until("trouble", () -> desk.rejects("bad", "too-long") > 0);
    }
  }

  @Test
  void stopsCleanlyWhileDataFlow() throws IOException {
    Desk desk;
    try (FarEnd far = new FarEnd()) {
      desk = Desk.with(far.feed("a"));
      try (Socket socket = far.accept()) {
        FarEnd.send(socket, "N one\n");
        desk.until("one", () -> desk.said().size() == 1);
        desk.closeFeeds();
        assertEquals(-1, socket.getInputStream().read(), "the far end sees the end");
        assertEquals("", desk.registry.scrape(), "no metrics of a feed that is no more");
      }
    }
    desk.close();
  }

  private static String padded(int n) {
    return n + "-".repeat(40);
  }

  private static void sendNumbered(FarEnd far, int lines, AtomicLong sent) {
    try (Socket socket = far.accept();
        java.io.BufferedOutputStream out =
            new java.io.BufferedOutputStream(socket.getOutputStream(), 4_096)) {
      for (int n = 0; n < lines; n++) {
        out.write(("N " + padded(n) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        sent.incrementAndGet();
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** The count at which a counter stands still for half a second. */
  private static long stuckCount(AtomicLong counter) {
    long before;
    do {
      before = counter.get();
      Desk.pause(500);
    } while (counter.get() != before || before == 0);
    return before;
  }

  private static void sendUntilBroken(Socket socket, String text) {
    try {
      while (true) {
        FarEnd.send(socket, text);
        Desk.pause(5);
      }
    } catch (IOException broken) {
      // the feed has hung up
    }
  }
}
