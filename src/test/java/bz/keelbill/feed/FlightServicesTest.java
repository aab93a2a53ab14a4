package bz.keelbill.feed;

import static bz.keelbill.feed.HttpFarEnd.answer;
import static bz.keelbill.feed.HttpFarEnd.ok;
import static bz.keelbill.feed.HttpFarEnd.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Fix;
import bz.keelbill.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Flight services polled over real sockets, from request to report. */
class FlightServicesTest {
  private static final Formats FORMATS = new Formats(List.of());
  private static final String SECRET = "not-a-real-secret";

  /** Silent after 400 ms, answers within 600 ms. */
  private static final FeedTiming HASTY = new FeedTiming(20, 100, 1_000, 400, 200, 20, 10, 1);

  private static List<Report> reports(Desk desk) {
    return desk.batches().stream().flatMap(batch -> batch.reports().stream()).toList();
  }

  private static long fixes(Desk desk) {
    return reports(desk).stream().filter(Fix.class::isInstance).count();
  }

  private static double nowSeconds() {
    return System.currentTimeMillis() / 1000.0;
  }

  private static String aircraft(double now, String... hexes) {
    StringBuilder list = new StringBuilder();
    for (String hex : hexes) {
      String form = "%s{\"hex\":\"%s\",\"lat\":17.5,\"lon\":-88.1,\"seen_pos\":0.5,\"seen\":0.2}";
      list.append(form.formatted(list.isEmpty() ? "" : ",\n", hex));
    }
    return String.format(Locale.ROOT, "{\"now\":%.3f,\n\"aircraft\":[\n%s\n]}\n", now, list);
  }

  /** A document that is made when it is asked for. */
  private static HttpFarEnd.Answer fresh(String... hexes) {
    return out -> ok(aircraft(nowSeconds(), hexes)).write(out);
  }

  private static String states(double now) {
    return String.format(
        Locale.ROOT,
        "{\"time\":%1$.0f,\"states\":[[\"0ab123\",\"TPS301  \",\"Belize\",%1$.0f,%1$.0f,-88.1,17.5,"
            + "1371.6,false,77.2,187.25,-3.2,null,null,\"4521\",false,0]]}",
        now);
  }

  private static HttpFarEnd.Answer freshStates() {
    return out -> ok(states(nowSeconds())).write(out);
  }

  private static String token(String word, int seconds) {
    return "{\"access_token\":\"%s\",\"expires_in\":%d,\"token_type\":\"Bearer\"}"
        .formatted(word, seconds);
  }

  private static FeedConfig openSky(String name, HttpFarEnd far, HttpFarEnd tokens, long interval) {
    FeedConfig.Wish wish =
        new FeedConfig.Wish(
            new Secret(SECRET),
            List.of(new FeedConfig.Box(15.75, -89.25, 18.5, -87)),
            List.of(),
            List.of());
    FeedConfig.Account account =
        tokens == null
            ? FeedConfig.Account.NONE
            : FeedConfig.Account.ofClient("watch client", tokens.url("/auth/token"));
    FeedConfig.Wish anonymous =
        new FeedConfig.Wish(Secret.NONE, wish.boxes(), List.of(), List.of());
    URI url = far.url("/api/states/all");
    return FeedConfig.online(
        name,
        Format.OPENSKY,
        FeedConfig.Transport.HTTP,
        new FeedConfig.Online(url, interval, tokens == null ? anonymous : wish, account));
  }

  private static FeedConfig readsb(HttpFarEnd far, long interval, FeedConfig.Account account) {
    boolean isKnown = account != FeedConfig.Account.NONE;
    FeedConfig.Wish wish =
        isKnown
            ? new FeedConfig.Wish(new Secret(SECRET), List.of(), List.of(), List.of())
            : FeedConfig.Wish.NONE;
    return FeedConfig.online(
        "a",
        Format.READSB,
        FeedConfig.Transport.HTTP,
        new FeedConfig.Online(far.url("/data/aircraft.json"), interval, wish, account));
  }

  private static FeedConfig readsb(HttpFarEnd far, long interval) {
    return readsb(far, interval, FeedConfig.Account.NONE);
  }

  @Test
  void readsbFromRequestToFixAndALinePerAircraft() throws IOException {
    try (HttpFarEnd far = new HttpFarEnd(fresh("0ab123", "0ab124", "zzz", "0ab125"));
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 60_000))) {
      desk.until("the document", () -> desk.lines().size() == 4);
      assertEquals(3, fixes(desk));
      assertEquals(1, desk.rejects("a", "malformed"));
      assertTrue(
          desk.lines().get(1).matches("(?s)\\{\"now\":.*\\[\\{\"hex\":\"0ab124\".*\\}\\]\\}"));
      Fix fix = (Fix) reports(desk).get(0);
      long age = fix.origin().receivedAtMillis() - fix.atMillis();
      assertTrue(age >= 500 && age < 15_000, "half a second old when told: " + age);
      assertEquals(FeedState.State.UP, desk.stateOf("a"));
    }
  }

  @Test
  void aDocumentThatStandsStillIsRefusedAndTheFeedFallsSilent() throws IOException {
    String still = aircraft(nowSeconds(), "0ab123");
    try (HttpFarEnd far = new HttpFarEnd(ok(still));
        Desk desk = Desk.with(HASTY, FORMATS, readsb(far, 50))) {
      desk.until("silent", () -> desk.stateOf("a") == FeedState.State.SILENT);
      assertEquals(1, fixes(desk), "told once");
      assertTrue(desk.rejects("a", "repeated") >= 3);
      assertEquals(List.of("a up", "a silent"), desk.changesSinceUp("a"));
    }
  }

  @Test
  void aServerThatSaysNothingHasChangedDoesNotKeepADeadReceiverAlive() throws IOException {
    HttpFarEnd.Answer first = ok(aircraft(nowSeconds(), "0ab123"), "ETag: \"v1\"");
    try (HttpFarEnd far = new HttpFarEnd(first, status("304 Not Modified", "ETag: \"v1\""));
        Desk desk = Desk.with(HASTY, FORMATS, readsb(far, 50))) {
      desk.until("silent", () -> desk.stateOf("a") == FeedState.State.SILENT);
      assertTrue(far.asked().get(1).head().contains("If-None-Match: \"v1\"\r\n"));
    }
  }

  @Test
  void anEmptySkyIsNoSilence() throws IOException {
    try (HttpFarEnd far = new HttpFarEnd(fresh());
        Desk desk = Desk.with(HASTY, FORMATS, readsb(far, 50))) {
      desk.until("many documents", () -> far.asked().size() > 25);
      assertEquals(List.of("a up"), desk.changesSinceUp("a"));
      assertEquals(0, fixes(desk));
    }
  }

  @Test
  void whatIsNoDocumentIsOneRefusalAndTheFeedGoesOn() throws IOException {
    String whole = aircraft(nowSeconds(), "0ab123", "0ab124");
    try (HttpFarEnd far =
            new HttpFarEnd(
                ok("<html>\n<body>\n<script>\n{\n}\n</script>\n</html>\n"),
                ok("null"),
                ok(whole.substring(0, whole.length() - 10)),
                ok("{\"a\":" + "[".repeat(100_000)),
                ok(""),
                fresh("0ab123"),
                fresh("0ab123"));
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 20))) {
      desk.until("a fix", () -> fixes(desk) == 1);
      assertEquals(4, desk.rejects("a", "malformed"));
      assertEquals(1, desk.state("a").counts().reports());
      assertEquals(List.of("a up"), desk.changes());
    }
  }

  @Test
  void aHugeDocumentIsOneRefusalAndTheFeedGoesOn() throws IOException {
    String one = aircraft(nowSeconds(), "0ab123");
    String piece = "{\"hex\":\"0ab123\",\"lat\":17.5,\"lon\":-88.1},\n".repeat(250_000);
    try (HttpFarEnd far = new HttpFarEnd(ok(one.replace("]}", "," + piece)), fresh("0ab124"));
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 50))) {
      desk.until("a fix", () -> fixes(desk) >= 1);
      assertEquals(1, desk.rejects("a", "too-long"));
    }
  }

  @Test
  void aTruncatedBodyIsNotUsed() throws IOException {
    HttpFarEnd.Answer half =
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".getBytes());
          out.write(aircraft(nowSeconds(), "0ab123").substring(0, 90).getBytes());
          out.flush();
          throw new IOException("gone");
        };
    try (HttpFarEnd far = new HttpFarEnd(half, fresh("0ab124"));
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 50))) {
      desk.until("a fix", () -> fixes(desk) >= 1);
      assertEquals(1, desk.rejects("a", "short"));
      assertEquals(1, desk.rejects("a", "connection"));
    }
  }

  @Test
  void unzipsADocument() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(aircraft(nowSeconds(), "0ab123").getBytes(StandardCharsets.UTF_8));
    }
    HttpFarEnd.Answer answer = answer("200 OK", zipped.toByteArray(), "Content-Encoding: gzip");
    try (HttpFarEnd far = new HttpFarEnd(answer);
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 60_000))) {
      desk.until("a fix", () -> fixes(desk) == 1);
    }
  }

  @Test
  void aKeyGoesIntoItsHeaderAndNowhereElse() throws IOException {
    FeedConfig.Account own = FeedConfig.Account.ofHeader("api-auth");
    FeedConfig.Account bearer = FeedConfig.Account.ofHeader("Authorization");
    HttpFarEnd.Answer echo =
        out ->
            ok(aircraft(nowSeconds(), "0ab123").replace("}\n]", ",\"x\":\"" + SECRET + "\"}]"))
                .write(out);
    try (HttpFarEnd far = new HttpFarEnd(echo);
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 60_000, own))) {
      desk.until("a fix", () -> fixes(desk) == 1);
      assertTrue(far.asked().get(0).head().contains("api-auth: " + SECRET + "\r\n"));
      assertFalse(desk.lines().toString().contains(SECRET), desk.lines().toString());
      assertFalse(desk.states().toString().contains(SECRET));
      assertFalse(readsb(far, 1, own).toString().contains(SECRET));
    }
    try (HttpFarEnd far = new HttpFarEnd(fresh("0ab123"));
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, readsb(far, 60_000, bearer))) {
      desk.until("a fix", () -> fixes(desk) == 1);
      assertTrue(far.asked().get(0).head().contains("Authorization: Bearer " + SECRET + "\r\n"));
    }
  }

  @Test
  void openSkyWithoutAnAccountAsksForItsBox() throws IOException {
    try (HttpFarEnd far = new HttpFarEnd(freshStates());
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, openSky("a", far, null, 60_000))) {
      desk.until("a fix", () -> fixes(desk) == 1);
      String head = far.asked().get(0).head();
      assertTrue(
          head.startsWith(
              "GET /api/states/all?lamin=15.750000&lomin=-89.250000&lamax=18.500000"
                  + "&lomax=-87.000000 HTTP/1.1\r\n"),
          head);
      assertFalse(head.toLowerCase(Locale.ROOT).contains("authorization"), head);
      Fix fix = (Fix) reports(desk).get(1);
      assertEquals(4500, fix.height().altitudeFeet());
    }
  }

  @Test
  void openSkyWithAnAccountGetsATokenAndKeepsItUntilShortlyBeforeItsEnd() throws IOException {
    try (HttpFarEnd tokens =
            new HttpFarEnd(ok(token("first-token", 2)), ok(token("second-token", 1800)));
        HttpFarEnd far = new HttpFarEnd(freshStates());
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, openSky("a", far, tokens, 50))) {
      desk.until("a second token", () -> tokens.asked().size() == 2);
      desk.until("it is used", () -> last(far).contains("Bearer second-token"));
      String asked = tokens.asked().get(0).head();
      assertTrue(asked.startsWith("POST /auth/token HTTP/1.1\r\n"), asked);
      assertTrue(asked.contains("x-www-form-urlencoded"), asked);
      assertTrue(
          asked.endsWith(
              "grant_type=client_credentials&client_id=watch+client&client_secret=" + SECRET),
          asked);
      String head = far.asked().get(0).head();
      assertTrue(head.contains("Authorization: Bearer first-token\r\n"), head);
      assertTrue(far.asked().size() > 10, "asked often with one token: " + far.asked().size());
      assertFalse(far.asked().toString().contains(SECRET));
    }
  }

  private static String last(HttpFarEnd far) {
    List<HttpFarEnd.Asked> asked = far.asked();
    return asked.isEmpty() ? "" : asked.get(asked.size() - 1).head();
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnce() throws IOException {
    HttpFarEnd.Answer no = status("401 Unauthorized");
    try (HttpFarEnd tokens =
            new HttpFarEnd(ok(token("t1", 1800)), ok(token("t2", 1800)), ok(token("t3", 1800)));
        HttpFarEnd far = new HttpFarEnd(no, freshStates(), no, no, freshStates());
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, openSky("a", far, tokens, 200))) {
      desk.until("asked five times", () -> far.asked().size() >= 5);
      List<String> used =
          far.asked().subList(0, 5).stream()
              .map(one -> one.head().replaceAll("(?s).*Bearer (\\S+).*", "$1"))
              .toList();
      assertEquals(List.of("t1", "t2", "t2", "t3", "t3"), used);
      long[] at = far.asked().stream().mapToLong(HttpFarEnd.Asked::atNanos).toArray();
      assertTrue(at[4] - at[3] > 100_000_000, "after a second refusal the interval is kept");
      assertEquals(1, desk.rejects("a", "http-401"), "only a fresh token that is refused counts");
      assertEquals(1, far.mostAtOnce());
    }
  }

  @Test
  void withoutATokenNothingIsAskedAndTheServiceIsLeftAlone() throws IOException {
    try (HttpFarEnd tokens =
            new HttpFarEnd(
                status("401 Unauthorized"),
                ok("<html>"),
                ok("{\"access_token\":\"x\\r\\nHost: y\"}"),
                ok("{\"access_token\":null,\"expires_in\":\"soon\"}"),
                ok(token("t", 1800)));
        HttpFarEnd far = new HttpFarEnd(freshStates());
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, openSky("a", far, tokens, 30))) {
      desk.until("a fix", () -> fixes(desk) >= 1);
      assertEquals(1, desk.rejects("a", "token-401"));
      assertEquals(3, desk.rejects("a", "token-malformed"));
      long[] at = tokens.asked().stream().mapToLong(HttpFarEnd.Asked::atNanos).toArray();
      assertTrue(at[4] - at[3] >= 16 * 30 * 900_000L, "twice as long each time");
      assertEquals(List.of("a down", "a up"), desk.changes());
    }
  }

  @Test
  void survivesATokenServerThatSaysNothingOrIsGone() throws IOException {
    HttpFarEnd.Answer mute = out -> Thread.sleep(60_000);
    try (HttpFarEnd tokens = new HttpFarEnd(mute, ok(token("t", 1800)));
        HttpFarEnd far = new HttpFarEnd(freshStates());
        Desk desk = Desk.with(HASTY, FORMATS, openSky("a", far, tokens, 50))) {
      desk.until("a fix", () -> fixes(desk) >= 1);
      assertEquals(1, desk.rejects("a", "token-timeout"));
    }
    HttpFarEnd gone = new HttpFarEnd(ok(""));
    gone.close();
    try (HttpFarEnd far = new HttpFarEnd(freshStates());
        Desk desk = Desk.with(HASTY, FORMATS, openSky("a", far, gone, 50))) {
      desk.until("no token", () -> desk.rejects("a", "token-connection") >= 1);
      assertTrue(far.asked().isEmpty());
    }
  }

  @Test
  void twoFeedsOfOneAccountAskOneAtATimeAndShareTheCoolDown() throws IOException {
    HttpFarEnd.Answer slow =
        out -> {
          Thread.sleep(60);
          freshStates().write(out);
        };
    HttpFarEnd.Answer tooMuch = status("429 Too Many", "X-Rate-Limit-Retry-After-Seconds: 2");
    try (HttpFarEnd far = new HttpFarEnd(slow, slow, slow, tooMuch, slow);
        Desk desk =
            Desk.with(
                Desk.PATIENT, FORMATS, openSky("a", far, null, 20), openSky("b", far, null, 20))) {
      desk.until("asked again", () -> far.asked().size() >= 8);
      assertEquals(1, far.mostAtOnce());
      long[] at = far.asked().stream().mapToLong(HttpFarEnd.Asked::atNanos).toArray();
      assertTrue(at[4] - at[3] >= 1_990_000_000L, "nobody asks: " + (at[4] - at[3]));
      assertEquals(1, desk.rejects("a", "http-429") + desk.rejects("b", "http-429"));
    }
  }

  @Test
  void otherAccountsAreNotKeptWaiting() throws IOException {
    try (HttpFarEnd busy = new HttpFarEnd(status("429 Too Many", "Retry-After: 3600"));
        HttpFarEnd far = new HttpFarEnd(freshStates());
        Desk desk =
            Desk.with(
                Desk.PATIENT, FORMATS, openSky("a", busy, null, 20), openSky("b", far, null, 20))) {
      desk.until("b is asked", () -> far.asked().size() >= 5);
      assertEquals(1, busy.asked().size());
    }
  }

  @Test
  void noStatesAreNoSilenceButAStandingTimeIs() throws IOException {
    HttpFarEnd.Answer none =
        out -> ok("{\"time\":%d,\"states\":null}".formatted(System.currentTimeMillis())).write(out);
    try (HttpFarEnd far = new HttpFarEnd(none);
        Desk desk = Desk.with(HASTY, FORMATS, openSky("a", far, null, 50))) {
      desk.until("many documents", () -> far.asked().size() > 20);
      assertEquals(List.of("a up"), desk.changesSinceUp("a"));
    }
    try (HttpFarEnd far = new HttpFarEnd(ok(states(nowSeconds())));
        Desk desk = Desk.with(HASTY, FORMATS, openSky("a", far, null, 50))) {
      desk.until("silent", () -> desk.stateOf("a") == FeedState.State.SILENT);
    }
  }
}
