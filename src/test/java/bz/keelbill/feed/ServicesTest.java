package bz.keelbill.feed;

import static bz.keelbill.feed.HttpFarEnd.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.report.Fix;
import bz.keelbill.report.Report;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The services' own formats over their own transports, from socket to report. */
class ServicesTest {
  private static final Formats FORMATS = new Formats(List.of());
  private static final String HEADER =
      "[{\"ERROR\":false,\"USERNAME\":\"AH_NOT_REAL\",\"FORMAT\":\"HUMAN\"},[";

  private static String vessel(int mmsi, String name) {
    return "{\"MMSI\":%d,\"LATITUDE\":17.5,\"LONGITUDE\":-88.1,\"NAME\":\"%s\"}"
        .formatted(mmsi, name);
  }

  private static List<Report> reports(Desk desk) {
    return desk.batches().stream().flatMap(batch -> batch.reports().stream()).toList();
  }

  @Test
  void aisstreamFromSubscriptionToFix() throws IOException {
    try (WebSocketFarEnd far = new WebSocketFarEnd();
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, far.feed("a"));
        WebSocketFarEnd.Session session = far.upgraded()) {
      session.hear();
      session.say(
          "{\"MessageType\":\"PositionReport\",\"MetaData\":{\"MMSI\":312000123},\"Message\":"
              + "{\"PositionReport\":{\"UserID\":312000123,\"Valid\":true,\"Latitude\":17.5,"
              + "\"Longitude\":-88.1,\"Sog\":102.3}}}");
      session.say("{\"error\":\"Api Key Is Not Valid: not-a-real-key\"}");
      session.say("{\"MessageType\":\"Posi");
      desk.until("all three", () -> desk.lines().size() == 3);
      Fix fix = (Fix) reports(desk).get(0);
      assertEquals(17.5, fix.position().latitude());
      assertTrue(Double.isNaN(fix.motion().speedKnots()));
      assertEquals(1, desk.rejects("a", "sender-error"));
      assertEquals(1, desk.rejects("a", "malformed"));
      assertFalse(desk.lines().toString().contains(WebSocketFarEnd.KEY));
    }
  }

  @Test
  void aishubFromRequestToFixAndALinePerVessel() throws IOException {
    try (HttpFarEnd far =
            new HttpFarEnd(
                ok(
                    HEADER
                        + vessel(1, "ONE")
                        + ","
                        + vessel(2, "TWO")
                        + ",{\"MMSI\":3,!},"
                        + vessel(4, "FOUR")));
        Desk desk =
            Desk.with(Desk.PATIENT, FORMATS, far.feed(Format.AISHUB, 60_000, "/ws.php?format=0"))) {
      desk.until("the whole document", () -> desk.lines().size() == 6);
      assertEquals(6, desk.state("a").counts().reports(), "three vessels");
      String head = far.asked().get(0).head();
      assertTrue(
          head.startsWith(
              "GET /ws.php?format=0&username=AH_NOT_REAL&output=json&compress=0&latmin=14.500000"
                  + "&latmax=19.500000&lonmin=-90.500000&lonmax=-84.500000 HTTP/1.1\r\n"),
          head);
      assertEquals(6, desk.lines().size(), "the header, four vessels, and what was broken off");
      assertEquals(2, desk.rejects("a", "malformed"));
      assertFalse(desk.lines().toString().contains("AH_NOT_REAL"));
      assertFalse(desk.state("a").toString().contains("AH_NOT_REAL"));
    }
  }

  @Test
  void aServiceThatSaysItIsTooMuchIsLeftAloneForLonger() throws IOException {
    String tooMuch = "[{\"ERROR\":true,\"ERROR_MESSAGE\":\"Too frequent requests!\"}]";
    try (HttpFarEnd far =
            new HttpFarEnd(ok(tooMuch), ok(tooMuch), ok(HEADER + vessel(1, "ONE") + "]]"));
        Desk desk = Desk.with(Desk.PATIENT, FORMATS, far.feed(Format.AISHUB, 50, "/ws.php"))) {
      desk.until("up", () -> desk.stateOf("a") == FeedState.State.UP);
      long[] at = far.asked().stream().mapToLong(HttpFarEnd.Asked::atNanos).toArray();
      assertTrue(at[1] - at[0] >= 90_000_000L && at[2] - at[1] >= 180_000_000L);
      assertEquals(2, desk.rejects("a", "sender-error"));
      assertEquals(List.of("a down", "a up"), desk.changes());
    }
  }
}
