package bz.keelbill.feed;

import static bz.keelbill.feed.WebSocketFarEnd.BINARY;
import static bz.keelbill.feed.WebSocketFarEnd.CONTINUATION;
import static bz.keelbill.feed.WebSocketFarEnd.PING;
import static bz.keelbill.feed.WebSocketFarEnd.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.feed.WebSocketFarEnd.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a service on a real socket that speaks and misspeaks RFC 6455. */
class WebSocketReaderTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void saysFirstWhatItWantsAndTakesEachMessageAsALine() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      assertTrue(session.head.startsWith("GET /v0/stream?a=b HTTP/1.1\r\n"), session.head);
      assertEquals(
          "{\"APIKey\":\"not-a-real-key\",\"BoundingBoxes\":[[[14.5,-90.5],[19.5,-84.5]]],"
              + "\"FiltersShipMMSI\":[\"012000001\"],\"FilterMessageTypes\":[\"PositionReport\"]}",
          session.hear());
      session.say("N one");
      session.frame(BINARY, true, bytes("N two"));
      session.frame(TEXT, true, bytes("N th\nree"));
      desk.until("three reports", () -> desk.said().size() == 3);
      assertEquals(List.of("one", "two", "th ree"), desk.said());
      assertEquals(FeedState.State.UP, desk.stateOf("a"));
    }
  }

  @Test
  void showsTheAddressWithoutItsQueryAndTheKeyNowhere() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      session.say("N your key is not-a-real-key, is it");
      desk.until("the report", () -> desk.said().size() == 1);
      assertEquals("your key is **************, is it", desk.said().get(0));
      assertTrue(desk.state("a").address().matches("ws://127\\.0\\.0\\.1:\\d+/v0/stream"));
      assertFalse(desk.states().toString().contains(WebSocketFarEnd.KEY));
      assertFalse(far.feed("a").toString().contains(WebSocketFarEnd.KEY));
      assertFalse(far.feed("a").toString().contains("a=b"));
    }
  }

  @Test
  void joinsFragmentsWithAPingBetweenThemAndBytesThatComeOneByOne() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      session.frame(TEXT, false, bytes("N a"));
      session.frame(PING, true, bytes("?"));
      session.frame(CONTINUATION, false, new byte[0]);
      session.frame(CONTINUATION, true, bytes("bc"));
      session.frame(BINARY, false, bytes("N "));
      session.frame(CONTINUATION, true, bytes("def"));
      for (byte one : Session.bytesOfFrame(TEXT, true, bytes("N slow"))) {
        session.write(new byte[] {one});
      }
      desk.until("three reports", () -> desk.said().size() == 3);
      assertEquals(List.of("abc", "def", "slow"), desk.said());
      assertEquals(3, desk.state("a").counts().lines());
    }
  }

  @Test
  void countsAMessageOverTheBoundAndTakesTheNext() throws IOException {
    byte[] much = bytes("N " + "x".repeat(WebSocketReader.MAX_MESSAGE_BYTES));
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      session.frame(TEXT, true, much);
      session.frame(TEXT, false, much);
      session.frame(CONTINUATION, false, much);
      session.frame(CONTINUATION, true, bytes("end"));
      session.say("N after");
      desk.until("the next", () -> desk.said().equals(List.of("after")));
      assertEquals(2, desk.rejects("a", "too-long"));
    }
  }

  @Test
  void comesBackAfterAFrameThatIsTooLongToPassOver() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      try (Session session = far.upgraded()) {
        session.write(new byte[] {(byte) 0x81, 127, 0, 0, 0, 1, 0, 0, 0, 0});
        try (Session again = far.upgraded()) {
          again.say("N again");
          desk.until("again", () -> desk.said().equals(List.of("again")));
        }
        assertEquals(1, desk.rejects("a", "too-long"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1006, 1008, 1011, 4000})
  void comesBackAfterAnyCloseAndSaysAgainWhatItWants(int code) throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(Desk.PATIENT, TinyDecoder.source(), far.feed("a"))) {
      try (Session session = far.upgraded()) {
        session.hear();
        session.say("N before");
        desk.until("before", () -> desk.said().size() == 1);
        if (code == 1006) {
          session.vanish();
        } else {
          session.closeWith(code);
        }
        try (Session again = far.upgraded()) {
          assertTrue(again.hear().contains("BoundingBoxes"));
          again.say("N before");
          again.say("N after");
          desk.until("after", () -> desk.said().size() == 3);
          assertEquals(List.of("before", "before", "after"), desk.said(), "a replay is taken too");
          assertEquals(List.of("a up", "a down", "a up"), desk.changes());
        }
      }
    }
  }

  @Test
  void countsHalfAMessageAndNeverGluesItToTheNextConnection() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      try (Session session = far.upgraded()) {
        session.frame(TEXT, false, bytes("N ha"));
        session.vanish();
      }
      try (Session session = far.upgraded()) {
        session.say("N whole");
        desk.until("whole", () -> desk.said().equals(List.of("whole")));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "429 Too Many Requests\r\nRetry-After: 0",
        "429 Too Many Requests",
        "500 Oops",
        "302 Found\r\nLocation: ws://127.0.0.1:1/",
        "401 Unauthorized",
        "200 OK"
      })
  void isDownAndComesBackWhenTheUpgradeIsRefused(String status) throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      try (Session session = far.accept()) {
        session.refuse("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
      }
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
      assertEquals(1, desk.rejects("a", "http-" + status.substring(0, 3)));
      try (Session session = far.upgraded()) {
        session.say("N here");
        desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      }
    }
  }

  @Test
  void staysAwayAsLongAsTheServerAsksFor() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      long refused;
      try (Session session = far.accept()) {
        session.refuse("HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
        refused = System.nanoTime();
      }
      try (Session session = far.upgraded()) {
        assertTrue(System.nanoTime() - refused > 900_000_000L, "came back too soon");
        session.say("N here");
        desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      }
    }
  }

  @Test
  void makesTheConnectionAnewWhenTheServerSaysNothing() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session mute = far.upgraded();
        Session again = far.upgraded()) {
      assertEquals(FeedState.State.SILENT, desk.stateOf("a"));
      again.say("N here");
      desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      assertEquals(List.of("a silent", "a up"), desk.changes());
      mute.say("N late");
      again.say("N there");
      desk.until("there", () -> desk.said().contains("there"));
      assertFalse(desk.said().contains("late"), "that connection was given up");
    }
  }

  @Test
  void isSilentWhenOnlyPingsOrErrorsCome() throws Exception {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      session.say("N good");
      desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      Thread chatter = new Thread(() -> chatter(session));
      chatter.start();
      desk.until("silent", () -> desk.changes().contains("a silent"));
      chatter.join();
    }
  }

  private static void chatter(Session session) {
    try {
      while (true) {
        session.frame(PING, true, bytes("?"));
        session.say("{\"error\":\"Api Key Is Not Valid\"}");
        Desk.pause(20);
      }
    } catch (IOException givenUp) {
      // as meant
    }
  }

  @Test
  void triesAgainWhenTheServerAcceptsAndNeverAnswersTheUpgrade() throws IOException {
    FeedTiming hasty = new FeedTiming(20, 100, 1_000, 400, 200, 20, 10, 1);
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(hasty, TinyDecoder.source(), far.feed("a"));
        Session mute = far.accept();
        Session again = far.upgraded()) {
      again.say("N here");
      desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      assertTrue(mute.head.contains("websocket"));
    }
  }

  @Test
  void survivesAnswersThatAreNoHttpAndFramesThatAreNoFrames() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      try (Session session = far.accept()) {
        session.refuse("SSH-2.0-OpenSSH_9.2\r\n\r\n\0\1\2");
      }
      for (byte first : new byte[] {(byte) 0x83, (byte) 0xF1, (byte) 0x80, (byte) 0x8F}) {
        try (Session session = far.upgraded()) {
          session.write(new byte[] {first, 1, 2, 3, 4, 5, 6, 7});
          Desk.pause(20);
        }
      }
      try (Session session = far.upgraded()) {
        session.say("N here");
        desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      }
    }
  }

  @Test
  void slowsTheServerDownAndLosesNothing() throws Exception {
    int lines = 100_000;
    AtomicLong sent = new AtomicLong();
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      desk.full(true);
      Thread sender = new Thread(() -> sendNumbered(session, lines, sent));
      sender.start();
      long stuckAt = stuckCount(sent);
      assertTrue(stuckAt < lines, "the server must feel it, but sent all of " + lines);
      desk.full(false);
      desk.until("all lines", () -> desk.said().size() >= lines);
      sender.join();
      List<String> expected = new ArrayList<>();
      for (int n = 0; n < lines; n++) {
        expected.add(padded(n));
      }
      assertEquals(expected, desk.said());
    }
  }

  @Test
  void losesNothingThatWasSentBeforeTheServerClosedThoughReadingWasStopped() throws IOException {
    int lines = 500;
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"))) {
      try (Session session = far.upgraded()) {
        desk.full(true);
        sendNumbered(session, lines, new AtomicLong());
        session.closeWith(1001);
        Desk.pause(100);
        desk.full(false);
        desk.until("all lines", () -> desk.said().size() >= lines);
        assertEquals(lines, desk.said().size());
      }
      desk.until("down", () -> desk.changes().contains("a down"));
    }
  }

  private static void sendNumbered(Session session, int lines, AtomicLong sent) {
    try {
      for (int n = 0; n < lines; n++) {
        session.say("N " + padded(n));
        sent.incrementAndGet();
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static String padded(int n) {
    return n + "-".repeat(150);
  }

  private static long stuckCount(AtomicLong sent) {
    long before = -1;
    while (before != sent.get() || before <= 0) {
      before = sent.get();
      Desk.pause(300);
    }
    return before;
  }

  @Test
  void connectsNoMoreOnceItIsClosed() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Session session = far.upgraded()) {
      session.say("N one");
      desk.until("one", () -> desk.said().size() == 1);
      desk.closeFeeds();
      assertNull(desk.registry.find("keelbill.feed.up").gauge());
    }
  }

  @Test
  void anUnreachableServerIsDown() throws IOException {
    FeedConfig feed;
    try (WebSocketFarEnd gone = new WebSocketFarEnd()) {
      feed = gone.feed("a");
    }
    try (Desk desk = Desk.with(feed)) {
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
    }
  }
}
