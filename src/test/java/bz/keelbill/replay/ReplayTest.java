package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.json.AlertJson;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplayScript.Period;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Period WHOLE =
      new Period(Desk.START_MILLIS, Desk.START_MILLIS + 1_501_000, 0);

  @TempDir static Path dir;
  private static List<String> live;

  @BeforeAll
  static void recordTheScene() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene();
      live = desk.alertLines;
    }
  }

  private static ReplayScript script(Period period, Law law) {
    Recordings recordings = Recordings.in(RecordSettings.in(dir));
    return new ReplayScript(
        recordings, period, Desk.setup(), List.of(), law, Desk.WordDecoder::new);
  }

  @Test
  void theSceneHasAlertsOfSeveralKinds() {
    String all = String.join("\n", live);
    for (String word :
        List.of("fence-entry", "watchlist", "feed-silent", "ACKNOWLEDGED", "second", "first")) {
      assertTrue(all.contains(word), word);
    }
  }

  @Test
  void aReplayGivesTheSameAlertsByteForByte() throws Exception {
    Watcher watcher = new Watcher();
    try (ReplaySession session = new ReplaySession(script(WHOLE, Law.OF_THAT_TIME), watcher)) {
      session.run();
      assertEquals(live, watcher.alertLines);
      assertEquals(ReplaySession.State.ENDED, session.status().state());
      assertEquals(0, session.status().missing());
      assertEquals(List.of(), session.status().problems());
    }
  }

  @Test
  void anySpeedGivesTheSame() throws Exception {
    for (double speed : new double[] {1, 10, 60, 7.3}) {
      Watcher watcher = new Watcher();
      try (ReplaySession session = new ReplaySession(script(WHOLE, Law.OF_THAT_TIME), watcher)) {
        session.setSpeed(speed);
        long now = 0;
        while (session.status().state() != ReplaySession.State.ENDED) {
          session.step(now += 97);
        }
        assertEquals(1_501_000 / speed, now, 1_000, "seconds at speed " + speed);
        assertEquals(live, watcher.alertLines, "speed " + speed);
      }
    }
  }

  @Test
  void timeGoesAtTheSpeedSet() throws Exception {
    try (ReplaySession session =
        new ReplaySession(script(WHOLE, Law.OF_THAT_TIME), new Watcher())) {
      session.step(5_000);
      session.step(5_000);
      assertEquals(Desk.START_MILLIS, session.status().atMillis());
      session.step(6_000);
      assertEquals(Desk.START_MILLIS + 1_000, session.status().atMillis());
      session.setSpeed(60);
      session.step(7_000);
      assertEquals(Desk.START_MILLIS + 61_000, session.status().atMillis());
      session.pause();
      session.step(17_000);
      assertEquals(Desk.START_MILLIS + 61_000, session.status().atMillis());
      session.play();
      session.step(27_000);
      session.step(27_500);
      assertEquals(Desk.START_MILLIS + 91_000, session.status().atMillis());
      assertThrows(IllegalArgumentException.class, () -> session.setSpeed(0));
      assertThrows(IllegalArgumentException.class, () -> session.setSpeed(Double.NaN));
    }
  }

  @Test
  void seekingForwardAndBackGivesTheSamePicture() throws Exception {
    Watcher watcher = new Watcher();
    try (ReplaySession session = new ReplaySession(script(WHOLE, Law.OF_THAT_TIME), watcher)) {
      session.step(0);
      assertEquals(1, watcher.jumps);
      session.seek(Desk.START_MILLIS + 800_000);
      session.step(1);
      assertEquals(2, watcher.jumps);
      assertEquals(List.of(), watcher.alertLines, "what happens on the way is not shown");
      assertEquals(Desk.START_MILLIS + 800_000, session.status().atMillis());
      List<String> open = open(session.watch());
      assertFalse(open.isEmpty());
      session.seek(Desk.START_MILLIS + 1_300_000);
      session.step(2);
      session.seek(Desk.START_MILLIS + 800_000);
      session.step(3);
      assertEquals(4, watcher.jumps);
      assertEquals(open, open(session.watch()));
      session.run();
      int from = live.size() - watcher.alertLines.size();
      assertEquals(live.subList(from, live.size()), watcher.alertLines);
      session.seek(0);
      session.step(4);
      assertEquals(Desk.START_MILLIS, session.status().atMillis());
    }
  }

  @Test
  void todaysLawIgnoresTheOrdersOfThen() throws Exception {
    Watcher watcher = new Watcher();
    try (ReplaySession session = new ReplaySession(script(WHOLE, Law.OF_TODAY), watcher)) {
      session.run();
      String all = String.join("\n", watcher.alertLines);
      assertTrue(all.contains("\"fence\":\"first\""));
      assertFalse(all.contains("\"fence\":\"second\""));
      assertEquals(1, session.watch().fences().version());
      assertTrue(all.contains("ACKNOWLEDGED"), "acknowledgements are no law");
    }
  }

  @Test
  void tracksAreThereFromTheFirstMomentAfterAWarmUp() throws Exception {
    Period late = new Period(Desk.START_MILLIS + 700_000, Desk.START_MILLIS + 800_000, 600_000);
    Watcher watcher = new Watcher();
    try (ReplaySession session = new ReplaySession(script(late, Law.OF_THAT_TIME), watcher)) {
      session.step(0);
      assertEquals(Desk.START_MILLIS + 700_000, session.status().atMillis());
      assertEquals(6, session.watch().picture().tracks().size());
      assertEquals(List.of(), open(session.watch()), "not judged yet");
      session.run();
      assertFalse(watcher.alertLines.isEmpty());
    }
  }

  private static List<String> open(Watch watch) {
    return watch.alerts().open().stream().map(AlertJson::line).toList();
  }

  private static final class Watcher implements ReplaySession.Audience {
    private final List<String> alertLines = new ArrayList<>();
    private int jumps;

    @Override
    public void changed(Change change) {
      if (change instanceof Change.AlertChanged changed) {
        alertLines.add(changed.what() + " " + AlertJson.line(changed.alert()));
      }
    }

    @Override
    public void jumped(Watch watch) {
      jumps++;
    }
  }
}
