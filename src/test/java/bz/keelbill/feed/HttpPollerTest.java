package bz.keelbill.feed;

import static bz.keelbill.feed.HttpFarEnd.answer;
import static bz.keelbill.feed.HttpFarEnd.ok;
import static bz.keelbill.feed.HttpFarEnd.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a web server on a real socket; the tiny format's lines stand for any document. */
class HttpPollerTest {
  private static final long INTERVAL = 50;

  /** Answers must be whole within 600 ms. */
  private static final FeedTiming HASTY = new FeedTiming(20, 100, 1_000, 400, 200, 20, 10, 1);

  private static FeedConfig feed(HttpFarEnd far) {
    return far.feed(Format.NMEA, INTERVAL, "/data/lines.txt?token=hidden");
  }

  private static Desk desk(HttpFarEnd far) {
    return Desk.with(Desk.PATIENT, TinyDecoder.source(), feed(far));
  }

  @Test
  void asksAtOnceAndThenAtIntervalsAndNeverTwiceAtATime() throws IOException {
    try (HttpFarEnd far =
            new HttpFarEnd(
                out -> {
                  Thread.sleep(120);
                  ok("N slow\n").write(out);
                },
                ok("N quick\nN without its end"));
        Desk desk = desk(far)) {
      desk.until("five requests", () -> far.asked().size() >= 5);
      assertEquals(1, far.mostAtOnce());
      assertEquals(List.of("slow", "quick", "without its end"), desk.said().subList(0, 3));
      long[] at = far.asked().stream().mapToLong(HttpFarEnd.Asked::atNanos).toArray();
      for (int n = 2; n < at.length; n++) {
        assertTrue(at[n] - at[n - 1] > (INTERVAL - 20) * 1_000_000, "too soon: request " + n);
      }
      assertEquals(FeedState.State.UP, desk.stateOf("a"));
    }
  }

  @Test
  void showsTheAddressWithoutUserAndQueryButSendsBoth() throws IOException {
    try (HttpFarEnd far = new HttpFarEnd(ok("N one\n"));
        Desk desk = desk(far)) {
      desk.until("a request", () -> !far.asked().isEmpty());
      String head = far.asked().get(0).head();
      assertTrue(head.startsWith("GET /data/lines.txt?token=hidden HTTP/1.1\r\n"), head);
      assertTrue(head.toLowerCase().contains("authorization: basic dxnlcjpwyxnz"), head);
      assertTrue(
          desk.state("a").address().matches("http://127\\.0\\.0\\.1:\\d+/data/lines\\.txt"),
          desk.state("a").address());
      assertFalse(feed(far).toString().contains("pass"));
      assertFalse(feed(far).toString().contains("hidden"));
    }
  }

  @Test
  void asksOnlyForWhatChangedAndASameDocumentIsNoSilence() throws IOException {
    try (HttpFarEnd far =
            new HttpFarEnd(
                ok("N one\n", "ETag: \"v1\"", "Last-Modified: Wed, 25 Nov 2026 10:00:00 GMT"),
                status("304 Not Modified", "ETag: \"v1\""));
        Desk desk = Desk.with(HASTY, TinyDecoder.source(), feed(far))) {
      desk.until("many requests", () -> far.asked().size() > 25);
      String head = far.asked().get(1).head();
      assertTrue(head.contains("If-None-Match: \"v1\"\r\n"), head);
      assertTrue(head.contains("If-Modified-Since: Wed, 25 Nov 2026 10:00:00 GMT\r\n"), head);
      assertEquals(List.of("one"), desk.said());
      assertEquals(List.of("a up"), desk.changesSinceUp("a"), "never silent");
    }
  }

  @Test
  void asksForTheWholeDocumentAgainAfterTrouble() throws IOException {
    try (HttpFarEnd far =
            new HttpFarEnd(
                ok("N one\n", "ETag: \"v1\""), status("500 Oops"), ok("N two\n", "ETag: \"v1\""));
        Desk desk = desk(far)) {
      desk.until("two", () -> desk.said().contains("two"));
      assertFalse(far.asked().get(2).head().contains("If-None-Match"));
      assertEquals(List.of("a up", "a down", "a up"), desk.changes());
      assertEquals(1, desk.rejects("a", "http-500"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "301 Moved\r\nLocation: http://127.0.0.1:1/",
        "302 Found\r\nLocation: /other",
        "401 Unauthorized",
        "404 Not Found",
        "429 Too Many Requests\r\nRetry-After: 0",
        "429 Too Many Requests",
        "503 Service Unavailable\r\nRetry-After: nonsense",
        "500 Oops",
        "206 Partial Content"
      })
  void anythingButADocumentIsCountedAndDownAndAskedForAgain(String status) throws IOException {
    try (HttpFarEnd far =
            new HttpFarEnd(
                answer(status, "N not a line\n".getBytes(StandardCharsets.UTF_8)), ok("N one\n"));
        Desk desk = desk(far)) {
      desk.until("up", () -> desk.said().contains("one"));
      assertEquals(1, desk.rejects("a", "http-" + status.substring(0, 3)));
      assertFalse(desk.said().contains("not a line"));
      assertEquals(List.of("a down", "a up"), desk.changes());
      assertTrue(far.asked().stream().allMatch(one -> one.head().contains("/data/lines.txt")));
    }
  }

  @Test
  void staysAwayAsLongAsTheServerAsksFor() throws IOException {
    String then =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
    try (HttpFarEnd far =
            new HttpFarEnd(
                status("429 Too Many", "Retry-After: 1"),
                status("503 Busy", "Retry-After: " + then),
                ok("N one\n"));
        Desk desk = desk(far)) {
      desk.until("one", () -> desk.said().contains("one"));
      List<HttpFarEnd.Asked> asked = far.asked();
      assertTrue(asked.get(1).atNanos() - asked.get(0).atNanos() >= 990_000_000L);
      assertEquals(FeedState.State.UP, desk.stateOf("a"));
    }
  }

  @Test
  void staysAwayTwiceAsLongEachTimeIfTheServerDoesNotSay() throws IOException {
    HttpFarEnd.Answer busy = status("429 Too Many");
    try (HttpFarEnd far = new HttpFarEnd(busy, busy, busy, ok("N one\n"), busy, ok("N two\n"));
        Desk desk = desk(far)) {
      desk.until("two", () -> desk.said().contains("two"));
      long[] at = far.asked().stream().mapToLong(HttpFarEnd.Asked::atNanos).toArray();
      assertTrue(at[1] - at[0] >= 2 * INTERVAL * 900_000, "first");
      assertTrue(at[2] - at[1] >= 4 * INTERVAL * 900_000, "second");
      assertTrue(at[3] - at[2] >= 8 * INTERVAL * 900_000, "third");
    }
  }

  @Test
  void unzips() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write("N one\nN two\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] damaged = zipped.toByteArray();
    damaged[damaged.length / 2] ^= 0x55;
    try (HttpFarEnd far =
            new HttpFarEnd(
                answer("200 OK", damaged, "Content-Encoding: gzip"),
                answer("200 OK", zipped.toByteArray(), "Content-Encoding: gzip"));
        Desk desk = desk(far)) {
      desk.until("two", () -> desk.said().contains("two"));
      assertTrue(far.asked().get(0).head().toLowerCase().contains("accept-encoding"));
    }
  }

  @Test
  void breaksOffABodyThatNeverEndsAndAsksAgain() throws IOException {
    byte[] piece = ("N x".repeat(300) + "\n").repeat(100).getBytes(StandardCharsets.US_ASCII);
    HttpFarEnd.Answer endless =
        out -> {
          out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes());
          while (true) {
            out.write(piece);
          }
        };
    try (HttpFarEnd far = new HttpFarEnd(endless, ok("N after\n"));
        Desk desk = desk(far)) {
      desk.until("after", () -> desk.said().contains("after"));
      assertEquals(1, desk.rejects("a", "body-too-long"));
      assertEquals(1, desk.rejects("a", "too-long"));
    }
  }

  @Test
  void breaksOffABodyThatTricklesAndKeepsWhatCame() throws IOException {
    HttpFarEnd.Answer trickle =
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nN one\n".getBytes());
          while (true) {
            out.write('N');
            out.flush();
            Thread.sleep(20);
          }
        };
    try (HttpFarEnd far = new HttpFarEnd(trickle, ok("N after\n"));
        Desk desk = Desk.with(HASTY, TinyDecoder.source(), feed(far))) {
      desk.until("after", () -> desk.said().contains("after"));
      assertEquals("one", desk.said().get(0));
      assertEquals(1, desk.rejects("a", "timeout"));
      assertEquals(1, desk.rejects("a", "short"), "the half line");
    }
  }

  @Test
  void survivesAServerThatAcceptsAndSaysNothing() throws IOException {
    HttpFarEnd.Answer mute = out -> Thread.sleep(60_000);
    try (HttpFarEnd far = new HttpFarEnd(mute, ok("N after\n"));
        Desk desk = Desk.with(HASTY, TinyDecoder.source(), feed(far))) {
      desk.until("after", () -> desk.said().contains("after"));
      assertTrue(desk.rejects("a", "timeout") >= 1);
    }
  }

  @Test
  void survivesAnswersThatBreakOffOrAreNoHttp() throws IOException {
    HttpFarEnd.Answer half =
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nN one\nN tw".getBytes());
          out.flush();
          throw new IOException("gone");
        };
    HttpFarEnd.Answer noise =
        out -> {
          out.write(new byte[] {0, 1, 2, 3, 13, 10, 13, 10});
          out.flush();
          throw new IOException("gone");
        };
    try (HttpFarEnd far = new HttpFarEnd(half, noise, ok("N after\n"));
        Desk desk = desk(far)) {
      desk.until("after", () -> desk.said().contains("after"));
      assertEquals(List.of("one", "after"), desk.said().subList(0, 2));
      assertEquals(1, desk.rejects("a", "short"));
      assertEquals(2, desk.rejects("a", "connection"));
    }
  }

  @Test
  void isSilentWhenTheDocumentsStayEmptyButOnlyAfterThreeIntervals() throws IOException {
    try (HttpFarEnd far = new HttpFarEnd(ok("N one\n"), ok(""));
        Desk desk = Desk.with(HASTY, TinyDecoder.source(), far.feed(Format.NMEA, 300, "/x"))) {
      desk.until("silent", () -> desk.stateOf("a") == FeedState.State.SILENT);
      assertTrue(far.asked().size() >= 3, "asked " + far.asked().size() + " times before");
      assertEquals(List.of("a up", "a silent"), desk.changesSinceUp("a"));
    }
  }

  @Test
  void anUnreachableServerIsDown() throws IOException {
    HttpFarEnd gone = new HttpFarEnd(ok(""));
    FeedConfig feed = feed(gone);
    gone.close();
    try (Desk desk = Desk.with(feed)) {
      desk.until("down", () -> desk.stateOf("a") == FeedState.State.DOWN);
      desk.until("tried again", () -> desk.rejects("a", "connection") >= 2);
    }
  }

  @Test
  void stopsReadingWhileTheWatchIsFullAndLosesNothing() throws IOException {
    int lines = 50_000;
    FeedTiming wholeWithin1500Millis = new FeedTiming(20, 100, 1_000, 400, 500, 20, 10, 1);
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < lines; n++) {
      text.append("N ").append(n).append("-".repeat(100)).append('\n');
    }
    try (HttpFarEnd far = new HttpFarEnd(ok(text.toString()), ok("N last\n"));
        Desk desk = Desk.with(wholeWithin1500Millis, TinyDecoder.source(), feed(far))) {
      desk.full(true);
      Desk.pause(2_000); // longer than an answer may take
      assertTrue(desk.state("a").counts().lines() < lines, "read on though full");
      desk.full(false);
      desk.until("the last", () -> desk.said().contains("last"));
      assertEquals(0, desk.rejects("a", "timeout"), "it was we who did not read");
      assertEquals(lines, desk.said().indexOf("last"));
    }
  }
}
