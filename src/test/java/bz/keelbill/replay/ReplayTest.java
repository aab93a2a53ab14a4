package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Journalled;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplayScript.Period;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir static Path dir;
  private static Scene scene;

  @BeforeAll
  static void recordTheScene() throws Exception {
    scene = Scene.recorded(dir);
  }

  @Test
  void theSceneHasAlertsOfSeveralKinds() {
    String all = String.join("\n", scene.live());
    for (String word :
        List.of("fence-entry", "watchlist", "feed-silent", "ACKNOWLEDGED", "second", "first")) {
      assertTrue(all.contains(word), word);
    }
  }

  @Test
  void aReplayGivesTheSameAlertsByteForByte() throws Exception {
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session =
        new ReplaySession(scene.script(Scene.WHOLE, Law.OF_THAT_TIME), watcher)) {
      session.run();
      assertEquals(scene.live(), watcher.alertLines);
      assertEquals(ReplaySession.State.ENDED, session.status().state());
      assertEquals(0, session.status().missing());
      assertEquals(List.of(), session.status().problems());
    }
  }

  @Test
  void anySpeedGivesTheSame() throws Exception {
    for (double speed : new double[] {1, 10, 60, 7.3}) {
      Scene.Watcher watcher = new Scene.Watcher();
      try (ReplaySession session =
          new ReplaySession(scene.script(Scene.WHOLE, Law.OF_THAT_TIME), watcher)) {
        session.setSpeed(speed);
        long now = 0;
        while (session.status().state() != ReplaySession.State.ENDED) {
          session.step(now += 97);
        }
        assertEquals(1_501_000 / speed, now, 1_000, "seconds at speed " + speed);
        assertEquals(scene.live(), watcher.alertLines, "speed " + speed);
      }
    }
  }

  @Test
  void timeGoesAtTheSpeedSet() throws Exception {
    try (ReplaySession session =
        new ReplaySession(scene.script(Scene.WHOLE, Law.OF_THAT_TIME), new Scene.Watcher())) {
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
  void todaysLawIgnoresTheOrdersOfThen() throws Exception {
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session =
        new ReplaySession(scene.script(Scene.WHOLE, Law.OF_TODAY), watcher)) {
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
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session = new ReplaySession(scene.script(late, Law.OF_THAT_TIME), watcher)) {
      session.step(0);
      assertEquals(Desk.START_MILLIS + 700_000, session.status().atMillis());
      assertEquals(6, session.watch().picture().tracks().size());
      assertEquals(List.of(), Scene.open(session.watch()), "not judged yet");
      session.run();
      assertFalse(watcher.alertLines.isEmpty());
    }
  }

  @Test
  void withTheMemoryOfThenItGoesOnAsTheLiveWatchDid() throws Exception {
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session = new ReplaySession(scene.remembering(Scene.LATE), watcher)) {
      session.step(0);
      assertEquals(Desk.START_MILLIS + 900_000, session.status().atMillis());
      assertEquals(List.of(), watcher.alertLines, "what came between is not shown");
      session.run();
      assertEquals(
          scene.live().subList(scene.toldBeforeLate(), scene.live().size()), watcher.alertLines);
      assertEquals(0, session.status().missing());
      session.seek(0);
      session.step(1);
      assertEquals(Desk.START_MILLIS + 900_000, session.status().atMillis());
    }
    assertTrue(scene.toldBeforeLate() > 3 && scene.live().size() - scene.toldBeforeLate() > 3);
  }

  @Test
  void underAnotherLawOrLongAfterTheMemoryIsOfNoUse() throws Exception {
    List<Journalled> orders = Journal.ordersIn(dir);
    assertNotNull(scene.remembering(Scene.LATE).memory());
    assertNull(scene.script(Scene.LATE, Law.OF_TODAY).remembering(scene.memory(), orders).memory());
    Period hoursLater =
        new Period(Scene.LATE.fromMillis() + 14_400_000, Scene.LATE.toMillis() * 2, 0);
    assertNull(scene.remembering(hoursLater).memory());
    assertNull(scene.script(Scene.LATE, Law.OF_THAT_TIME).remembering(null, orders).memory());
  }

  @Test
  void aMemoryThatIsNotUnderstoodIsLeftAside() throws Exception {
    Checkpoint strange =
        new Checkpoint(
            scene.memory().atMillis(),
            scene.memory().recordSeq(),
            scene.memory().journalSeq(),
            "e",
            false,
            new byte[9]);
    Scene.Watcher watcher = new Scene.Watcher();
    ReplayScript script =
        scene.script(Scene.LATE, Law.OF_THAT_TIME).remembering(strange, Journal.ordersIn(dir));
    try (ReplaySession session = new ReplaySession(script, watcher)) {
      session.step(0);
      assertEquals(6, session.watch().picture().tracks().size());
      assertEquals(List.of(), Scene.open(session.watch()), "warmed up, not judged");
    }
  }
}
