package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.Journal;
import bz.keelbill.record.Journalled;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay goes to a time at once, and stands there as if it had been played. */
class SeekTest {
  @TempDir static Path dir;
  private static Scene scene;

  @BeforeAll
  static void recordTheScene() throws Exception {
    scene = Scene.recorded(dir);
  }

  @Test
  void seekingForwardAndBackGivesTheSamePicture() throws Exception {
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session =
        new ReplaySession(scene.script(Scene.WHOLE, Law.OF_THAT_TIME), watcher)) {
      session.step(0);
      assertEquals(1, watcher.jumps);
      session.seek(Desk.START_MILLIS + 800_000);
      session.step(1);
      assertEquals(2, watcher.jumps);
      assertEquals(List.of(), watcher.alertLines, "what happens on the way is not shown");
      assertEquals(Desk.START_MILLIS + 800_000, session.status().atMillis());
      List<String> open = Scene.open(session.watch());
      assertFalse(open.isEmpty());
      session.seek(Desk.START_MILLIS + 1_300_000);
      session.step(2);
      session.seek(Desk.START_MILLIS + 800_000);
      session.step(3);
      assertEquals(4, watcher.jumps);
      assertEquals(open, Scene.open(session.watch()));
      session.run();
      int from = scene.live().size() - watcher.alertLines.size();
      assertEquals(scene.live().subList(from, scene.live().size()), watcher.alertLines);
      session.seek(0);
      session.step(4);
      assertEquals(Desk.START_MILLIS, session.status().atMillis());
    }
  }

  /**
   * Wherever it is asked to go, and however it came there, the whole scene.memory() is the same.
   */
  @Test
  void aSeekThatBeginsAtAMarkGivesWhatPlayingGives() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    try (ReplaySession session = new ReplaySession(script, new Scene.Watcher())) {
      for (int i = 0; i < 12; i++) {
        session.seek(Scene.WHOLE.toMillis());
        session.step(0);
        long target = Scene.WHOLE.fromMillis() + dice.nextLong(1_501_000);
        session.seek(target);
        session.step(1);
        try (ReplaySession plain = new ReplaySession(script, new Scene.Watcher())) {
          plain.seek(target);
          plain.step(0);
          String where = "seed " + seed + ", " + (target - Scene.WHOLE.fromMillis()) + " ms";
          assertEquals(target, session.status().atMillis(), where);
          assertEquals(Scene.everything(plain.watch()), Scene.everything(session.watch()), where);
        }
      }
    }
  }

  @Test
  void aSeekBackPlaysNoFurtherThanFromTheMark() throws Exception {
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    try (ReplaySession session = new ReplaySession(script, new Scene.Watcher());
        ReplaySession plain = new ReplaySession(script, new Scene.Watcher())) {
      standing(session, 1_500_000);
      standing(session, 1_150_000);
      standing(plain, 1_150_000);
      assertTrue(session.status().lines() < plain.status().lines() / 3, "begun at a mark");
    }
  }

  /** Two that were left are kept; a third one is begun at a mark. */
  @Test
  void whoComesBackFindsTheWatchThatHeLeft() throws Exception {
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    List<Long> places = List.of(1_500_000L, 1_300_000L, 900_000L, 300_000L);
    try (ReplaySession session = new ReplaySession(script, new Scene.Watcher())) {
      session.pause();
      List<Watch> watches = new ArrayList<>();
      for (long place : places) {
        watches.add(standing(session, place));
      }
      assertSame(watches.get(2), standing(session, places.get(2)));
      assertSame(watches.get(1), standing(session, places.get(1)));
      assertNotSame(watches.get(0), standing(session, places.get(0)));
      try (ReplaySession plain = new ReplaySession(script, new Scene.Watcher())) {
        for (long place : List.of(300_000L, 900_000L, 1_300_000L)) {
          assertEquals(
              Scene.everything(standing(plain, place)),
              Scene.everything(standing(session, place)),
              "" + place);
        }
      }
    }
  }

  /** What was played to a moment has heard what was recorded at it, what is sent to it has not. */
  @Test
  void whatHasHeardAMomentIsNotGivenToWhoIsSentToIt() throws Exception {
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    try (ReplaySession session = new ReplaySession(script, new Scene.Watcher());
        ReplaySession plain = new ReplaySession(script, new Scene.Watcher())) {
      standing(session, 600_000);
      session.setSpeed(100);
      session.step(0);
      session.step(1_000);
      long there = session.status().atMillis() - Scene.WHOLE.fromMillis();
      assertEquals(700_000, there);
      standing(session, 300_000);
      assertEquals(
          Scene.everything(standing(plain, there)), Scene.everything(standing(session, there)));
    }
  }

  /** The watch of a session that was sent so far into the scene. */
  private static Watch standing(ReplaySession session, long millis) throws Exception {
    session.seek(Scene.WHOLE.fromMillis() + millis);
    assertEquals(Scene.WHOLE.fromMillis() + millis, session.status().goalMillis());
    while (session.isSeeking()) {
      session.step(0);
    }
    assertNull(session.status().goalMillis());
    return session.watch();
  }

  @Test
  void aSeekBeginsWithWhatTheLiveWatchRemembered() throws Exception {
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    List<Journalled> orders = Journal.ordersIn(dir);
    LongFunction<Memory> past =
        at -> at < scene.memory().atMillis() ? null : script.memoryAt(at, scene.memory(), orders);
    long target = Desk.START_MILLIS + 1_300_000;
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session = new ReplaySession(script, watcher, past);
        ReplaySession plain = new ReplaySession(script, new Scene.Watcher())) {
      session.seek(target);
      session.step(0);
      plain.seek(target);
      plain.step(0);
      assertTrue(session.status().lines() < plain.status().lines() / 2, "begun half way");
      assertEquals(Scene.everything(plain.watch()), Scene.everything(session.watch()));
      session.seek(Desk.START_MILLIS + 900_000);
      session.step(1);
      watcher.alertLines.clear();
      session.run();
      assertEquals(
          scene.live().subList(scene.toldBeforeLate(), scene.live().size()), watcher.alertLines);
    }
  }
}
