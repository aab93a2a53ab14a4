package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.json.AlertJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recordings;
import bz.keelbill.replay.ReplayScript.Law;
import bz.keelbill.replay.ReplayScript.Period;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Period WHOLE =
      new Period(Desk.START_MILLIS, Desk.START_MILLIS + 1_501_000, 0);

  private static final Period LATE =
      new Period(Desk.START_MILLIS + 900_000, Desk.START_MILLIS + 1_501_000, 600_000);

  @TempDir static Path dir;
  private static List<String> live;
  private static int toldBeforeLate;
  private static Checkpoint memory;

  @BeforeAll
  static void recordTheScene() throws Exception {
    try (Desk desk = new Desk(dir, Desk.START_MILLIS)) {
      desk.playScene(0, 700);
      memory = desk.checkpoint(false);
      desk.playScene(701, 899);
      toldBeforeLate = desk.alertLines.size();
      desk.playScene(900, 1_500);
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

  /** Wherever it is asked to go, and however it came there, the whole memory is the same. */
  @Test
  void aSeekThatBeginsAtAMarkGivesWhatPlayingGives() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    ReplayScript script = script(WHOLE, Law.OF_THAT_TIME);
    try (ReplaySession session = new ReplaySession(script, new Watcher())) {
      for (int i = 0; i < 12; i++) {
        session.seek(WHOLE.toMillis());
        session.step(0);
        long target = WHOLE.fromMillis() + dice.nextLong(1_501_000);
        session.seek(target);
        session.step(1);
        try (ReplaySession plain = new ReplaySession(script, new Watcher())) {
          plain.seek(target);
          plain.step(0);
          String where = "seed " + seed + ", " + (target - WHOLE.fromMillis()) + " ms";
          assertEquals(target, session.status().atMillis(), where);
          assertEquals(everything(plain.watch()), everything(session.watch()), where);
        }
      }
    }
  }

  @Test
  void aSeekBackPlaysNoFurtherThanFromTheMark() throws Exception {
    ReplayScript script = script(WHOLE, Law.OF_THAT_TIME);
    try (ReplaySession session = new ReplaySession(script, new Watcher());
        ReplaySession plain = new ReplaySession(script, new Watcher())) {
      standing(session, 1_500_000);
      standing(session, 1_150_000);
      standing(plain, 1_150_000);
      assertTrue(session.status().lines() < plain.status().lines() / 3, "begun at a mark");
    }
  }

  /** Two that were left are kept; a third one is begun at a mark. */
  @Test
  void whoComesBackFindsTheWatchThatHeLeft() throws Exception {
    ReplayScript script = script(WHOLE, Law.OF_THAT_TIME);
    List<Long> places = List.of(1_500_000L, 1_300_000L, 900_000L, 300_000L);
    try (ReplaySession session = new ReplaySession(script, new Watcher())) {
      session.pause();
      List<Watch> watches = new ArrayList<>();
      for (long place : places) {
        watches.add(standing(session, place));
      }
      assertSame(watches.get(2), standing(session, places.get(2)));
      assertSame(watches.get(1), standing(session, places.get(1)));
      assertNotSame(watches.get(0), standing(session, places.get(0)));
      try (ReplaySession plain = new ReplaySession(script, new Watcher())) {
        for (long place : List.of(300_000L, 900_000L, 1_300_000L)) {
          assertEquals(
              everything(standing(plain, place)), everything(standing(session, place)), "" + place);
        }
      }
    }
  }

  /** What was played to a moment has heard what was recorded at it, what is sent to it has not. */
  @Test
  void whatHasHeardAMomentIsNotGivenToWhoIsSentToIt() throws Exception {
    ReplayScript script = script(WHOLE, Law.OF_THAT_TIME);
    try (ReplaySession session = new ReplaySession(script, new Watcher());
        ReplaySession plain = new ReplaySession(script, new Watcher())) {
      standing(session, 600_000);
      session.setSpeed(100);
      session.step(0);
      session.step(1_000);
      long there = session.status().atMillis() - WHOLE.fromMillis();
      assertEquals(700_000, there);
      standing(session, 300_000);
      assertEquals(everything(standing(plain, there)), everything(standing(session, there)));
    }
  }

  /** The watch of a session that was sent so far into the scene. */
  private static Watch standing(ReplaySession session, long millis) throws Exception {
    session.seek(WHOLE.fromMillis() + millis);
    assertEquals(WHOLE.fromMillis() + millis, session.status().goalMillis());
    while (session.isSeeking()) {
      session.step(0);
    }
    assertNull(session.status().goalMillis());
    return session.watch();
  }

  @Test
  void aSeekBeginsWithWhatTheLiveWatchRemembered() throws Exception {
    ReplayScript script = script(WHOLE, Law.OF_THAT_TIME);
    List<Journalled> orders = Journal.ordersIn(dir);
    LongFunction<Memory> past =
        at -> at < memory.atMillis() ? null : script.memoryAt(at, memory, orders);
    long target = Desk.START_MILLIS + 1_300_000;
    Watcher watcher = new Watcher();
    try (ReplaySession session = new ReplaySession(script, watcher, past);
        ReplaySession plain = new ReplaySession(script, new Watcher())) {
      session.seek(target);
      session.step(0);
      plain.seek(target);
      plain.step(0);
      assertTrue(session.status().lines() < plain.status().lines() / 2, "begun half way");
      assertEquals(everything(plain.watch()), everything(session.watch()));
      session.seek(Desk.START_MILLIS + 900_000);
      session.step(1);
      watcher.alertLines.clear();
      session.run();
      assertEquals(live.subList(toldBeforeLate, live.size()), watcher.alertLines);
    }
  }

  @Test
  void marksStandFartherApartTheLongerTheWayIs(@TempDir Path folder) throws Exception {
    byte[] image = new byte[50_000];
    new Random(1).nextBytes(image);
    int kept = 0;
    try (Marks marks = new Marks(folder, 86_400_000)) {
      for (long at = 0; at < 86_400_000; at += 10_000) {
        if (marks.isWanted(-86_400_000, at)) {
          image[0] = (byte) kept++;
          marks.add(at, at / 10, image.clone(), List.of());
        }
      }
      assertEquals(144, kept);
      assertNull(marks.before(0));
      for (long at : new long[] {1, 3_600_000, 43_200_001, 86_400_000}) {
        Checkpoint found = marks.before(at).checkpoint();
        image[0] = (byte) (found.atMillis() / 600_000);
        assertTrue(at - found.atMillis() <= 610_000, at + ": " + found.atMillis());
        assertEquals(found.atMillis() / 10, found.recordSeq());
        assertArrayEquals(image, found.image());
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void largerMarksStandFartherApartAndTheFileHasItsLimit(@TempDir Path folder) throws Exception {
    byte[] image = new byte[20_000];
    new Random(1).nextBytes(image);
    long most = 1_000_000;
    List<Long> kept = new ArrayList<>();
    try (Marks marks = new Marks(folder, 86_400_000, most)) {
      for (long at = 0; at < 2 * 86_400_000; at += 60_000) {
        if (marks.isWanted(0, at)) {
          marks.add(at, at, image, List.of());
          assertNotNull(marks.before(at + 1));
          kept.add(at);
        }
        try (Stream<Path> files = Files.list(folder)) {
          assertTrue(files.mapToLong(file -> file.toFile().length()).sum() <= most);
        }
      }
      assertFalse(marks.isWanted(0, 3 * 86_400_000L), "full");
    }
    // Fifty find room, and stand over all of the way.
    assertTrue(kept.size() >= 49 && kept.size() <= 51, kept::toString);
    assertTrue(kept.get(45) > 70_000_000, kept::toString);
  }

  /** Who begins with what was remembered there leaves it to others to remember it. */
  @Test
  void thereIsNoMarkWhereTheWayBeganWithOne(@TempDir Path folder) throws Exception {
    try (Marks marks = new Marks(folder, 86_400_000)) {
      assertFalse(marks.isWanted(50_000_000, 50_000_001));
      assertFalse(marks.isWanted(50_000_000, 50_599_999));
      assertTrue(marks.isWanted(50_000_000, 50_600_000));
    }
  }

  @Test
  void whereTheDiskTakesNothingThereAreNoMarks() throws Exception {
    Path file = Files.createTempFile(dir, "no-folder", "");
    try (Marks marks = new Marks(file, 86_400_000)) {
      marks.add(1, 1, new byte[9], List.of());
      assertNull(marks.before(86_400_000));
      assertFalse(marks.isWanted(0, 86_400_000));
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

  @Test
  void withTheMemoryOfThenItGoesOnAsTheLiveWatchDid() throws Exception {
    Watcher watcher = new Watcher();
    try (ReplaySession session = new ReplaySession(remembering(LATE), watcher)) {
      session.step(0);
      assertEquals(Desk.START_MILLIS + 900_000, session.status().atMillis());
      assertEquals(List.of(), watcher.alertLines, "what came between is not shown");
      session.run();
      assertEquals(live.subList(toldBeforeLate, live.size()), watcher.alertLines);
      assertEquals(0, session.status().missing());
      session.seek(0);
      session.step(1);
      assertEquals(Desk.START_MILLIS + 900_000, session.status().atMillis());
    }
    assertTrue(toldBeforeLate > 3 && live.size() - toldBeforeLate > 3);
  }

  @Test
  void underAnotherLawOrLongAfterTheMemoryIsOfNoUse() throws Exception {
    List<Journalled> orders = Journal.ordersIn(dir);
    assertNotNull(remembering(LATE).memory());
    assertNull(script(LATE, Law.OF_TODAY).remembering(memory, orders).memory());
    Period hoursLater = new Period(LATE.fromMillis() + 14_400_000, LATE.toMillis() * 2, 0);
    assertNull(remembering(hoursLater).memory());
    assertNull(script(LATE, Law.OF_THAT_TIME).remembering(null, orders).memory());
  }

  @Test
  void aMemoryThatIsNotUnderstoodIsLeftAside() throws Exception {
    Checkpoint strange =
        new Checkpoint(
            memory.atMillis(), memory.recordSeq(), memory.journalSeq(), "e", false, new byte[9]);
    Watcher watcher = new Watcher();
    ReplayScript script =
        script(LATE, Law.OF_THAT_TIME).remembering(strange, Journal.ordersIn(dir));
    try (ReplaySession session = new ReplaySession(script, watcher)) {
      session.step(0);
      assertEquals(6, session.watch().picture().tracks().size());
      assertEquals(List.of(), open(session.watch()), "warmed up, not judged");
    }
  }

  private static ReplayScript remembering(Period period) throws Exception {
    return script(period, Law.OF_THAT_TIME).remembering(memory, Journal.ordersIn(dir));
  }

  /** Every track as it stands, with its last positions, and every open alert. */
  private static List<String> everything(Watch watch) {
    List<String> all = new ArrayList<>(open(watch));
    for (Track track : watch.picture().tracks()) {
      all.add(watch.state(track) + " " + watch.stays(track) + " " + watch.suppressions(track));
      for (int i = 0; i < track.history().size(); i++) {
        all.add(track.history().atMillis(i) + " " + track.history().position(i));
      }
    }
    return all;
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
