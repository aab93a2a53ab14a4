package bz.keelbill.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class FeedMetricsTest {

  @Test
  void showsLinesRejectsAndStateUnderTheAgreedNames() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("ais-belize-city"))) {
      expect(desk, "keelbill_feed_up{feed=\"ais-belize-city\"} 0");
      try (Socket socket = far.accept()) {
        FarEnd.send(socket, "N one\nN two\nrubbish\n" + "x".repeat(2_000) + "\n\n");
        expect(desk, "keelbill_feed_lines_total{feed=\"ais-belize-city\"} 5.0");
        expect(desk, "keelbill_feed_up{feed=\"ais-belize-city\"} 1.0");
        expect(
            desk, "keelbill_feed_rejects_total{feed=\"ais-belize-city\",reason=\"checksum\"} 1.0");
        expect(
            desk, "keelbill_feed_rejects_total{feed=\"ais-belize-city\",reason=\"too-long\"} 1.0");
      }
      expect(desk, "keelbill_feed_up{feed=\"ais-belize-city\"} 0");
      assertFalse(desk.registry.scrape().contains("dropped"), "only what has happened is shown");
    }
  }

  @Test
  void theRateFollowsTheLines() throws IOException {
    try (FarEnd far = new FarEnd();
        Desk desk = Desk.with(far.feed("a"));
        Socket socket = far.accept()) {
      for (int n = 0; n < 100; n++) {
        FarEnd.send(socket, "N x\n");
        Desk.pause(2);
      }
      desk.until("all", () -> desk.said().size() == 100);
      assertTrue(desk.state("a").counts().linesPerSecond() > 0);
    }
  }

  private static void expect(Desk desk, String row) {
    desk.until(row, () -> desk.registry.scrape().contains(row));
  }
}
