package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Journalled;
import bz.keelbill.replay.ReplayScript.Law;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing is remembered the way is gone ahead, so that a jump there is short. */
class ScoutTest {
  private static final long FAR_MILLIS = Desk.START_MILLIS + 1_400_000;

  @TempDir static Path dir;
  private static Scene scene;

  @BeforeAll
  static void recordTheScene() throws Exception {
    scene = Scene.recorded(dir);
  }

  private static ReplaySession session(Scene.Watcher watcher, LongFunction<Memory> past)
      throws IOException {
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    ReplaySession session = new ReplaySession(script, watcher, past);
    session.pause();
    session.step(0);
    return session;
  }

  /** How many pieces it took. */
  private static int scout(ReplaySession session) throws IOException {
    int pieces = 0;
    while (session.wantsScout()) {
      session.scout();
      pieces++;
    }
    return pieces;
  }

  /** The lines that were played for a jump. */
  private static long jump(ReplaySession session, long millis) throws IOException {
    session.seek(millis);
    while (session.isSeeking()) {
      session.step(0);
    }
    return session.status().lines();
  }

  @Test
  void aFirstJumpBeginsWhereTheScoutLeftAMark() throws Exception {
    try (ReplaySession session = session(new Scene.Watcher(), at -> null);
        ReplaySession plain = session(new Scene.Watcher(), at -> null)) {
      assertTrue(scout(session) > 2);
      long all = jump(plain, FAR_MILLIS);
      long lines = jump(session, FAR_MILLIS);
      assertTrue(lines < all / 3, lines + " of " + all);
      assertEquals(Scene.everything(plain.watch()), Scene.everything(session.watch()));
    }
  }

  @Test
  void whatIsShownStaysAsItIs() throws Exception {
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session = session(watcher, at -> null)) {
      ReplaySession.Status status = session.status();
      List<String> shown = Scene.everything(session.watch());
      scout(session);
      assertEquals(status, session.status());
      assertEquals(shown, Scene.everything(session.watch()));
      assertEquals(1, watcher.jumps);
      assertEquals(List.of(), watcher.alertLines);
      session.run();
      assertEquals(scene.live(), watcher.alertLines);
    }
  }

  @Test
  void itMayGoBetweenTheStepsOfOneWhoPlays() throws Exception {
    Scene.Watcher watcher = new Scene.Watcher();
    try (ReplaySession session = session(watcher, at -> null)) {
      session.play();
      session.setSpeed(60);
      long now = 0;
      while (session.status().state() != ReplaySession.State.ENDED) {
        session.step(now += 500);
        if (session.wantsScout()) {
          session.scout();
        }
      }
      assertEquals(scene.live(), watcher.alertLines);
    }
  }

  @Test
  void whoIsInAHurryIsNotHeldUp() throws Exception {
    try (ReplaySession session = session(new Scene.Watcher(), at -> null)) {
      assertTrue(session.wantsScout());
      session.seek(FAR_MILLIS);
      assertFalse(session.wantsScout());
      while (session.isSeeking()) {
        session.step(0);
      }
      assertTrue(session.wantsScout());
      session.play();
      assertTrue(session.wantsScout());
      session.setSpeed(Double.POSITIVE_INFINITY);
      assertFalse(session.wantsScout());
    }
  }

  @Test
  void itPassesOverWhatWasPlayedAlready() throws Exception {
    try (ReplaySession session = session(new Scene.Watcher(), at -> null);
        ReplaySession other = session(new Scene.Watcher(), at -> null)) {
      jump(session, Scene.WHOLE.toMillis());
      int rest = scout(session);
      int whole = scout(other);
      assertTrue(rest < whole, rest + " of " + whole);
    }
  }

  /** Where a replay goes on as the live watch did, that has left enough. */
  @Test
  void whatTheLiveWatchRemembersNeedsNoScout() throws Exception {
    try (ReplaySession session =
        new ReplaySession(scene.remembering(Scene.LATE), new Scene.Watcher())) {
      session.step(0);
      assertFalse(session.wantsScout());
    }
  }

  /** A program that was changed at noon understands what it left in the afternoon. */
  @Test
  void itPassesOverWhatTheLiveWatchRemembersLaterOn() throws Exception {
    List<Journalled> orders = Journal.ordersIn(dir);
    ReplayScript script = scene.script(Scene.WHOLE, Law.OF_THAT_TIME);
    List<Long> asked = new ArrayList<>();
    LongFunction<Memory> past =
        at -> {
          asked.add(at);
          return at < scene.memory().atMillis()
              ? null
              : script.memoryAt(at, scene.memory(), orders);
        };
    try (ReplaySession session = session(new Scene.Watcher(), past);
        ReplaySession plain = session(new Scene.Watcher(), at -> null)) {
      scout(session);
      long before = Desk.START_MILLIS + 650_000;
      assertEquals(jump(plain, before), jump(session, before), "no mark stands before it");
      long lines = jump(session, FAR_MILLIS);
      assertTrue(lines < jump(plain, FAR_MILLIS) / 3, "one stands after it");
      assertFalse(asked.isEmpty());
      assertTrue(asked.stream().allMatch(at -> at <= Scene.WHOLE.toMillis()), "not beyond its end");
    }
  }

  /** Once each jump began at home, where the strange one was newer than the replay's own. */
  @Test
  void whereTheLiveWatchLeftWhatIsNotUnderstoodTheReplaysOwnMarksServe() throws Exception {
    Checkpoint made = scene.memory();
    Checkpoint strange =
        new Checkpoint(
            FAR_MILLIS - 30_000, made.recordSeq(), made.journalSeq(), "e", false, new byte[9]);
    LongFunction<Memory> past =
        at -> at < strange.atMillis() ? null : new Memory(strange, List.of());
    try (ReplaySession session = session(new Scene.Watcher(), past);
        ReplaySession plain = session(new Scene.Watcher(), at -> null)) {
      scout(session);
      long all = jump(plain, FAR_MILLIS);
      long lines = jump(session, FAR_MILLIS);
      assertTrue(lines < all / 3, lines + " of " + all);
      assertEquals(Scene.everything(plain.watch()), Scene.everything(session.watch()));
    }
  }

  @Test
  void oneThatCannotReadGivesUpOnce() throws Exception {
    try (ReplaySession session = session(new Scene.Watcher(), at -> breaks())) {
      assertThrows(IllegalStateException.class, session::scout);
      assertFalse(session.wantsScout());
      assertEquals(Scene.WHOLE.fromMillis(), session.status().atMillis());
    }
  }

  private static Memory breaks() {
    throw new IllegalStateException("of a disk");
  }
}
