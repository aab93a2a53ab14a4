package bz.keelbill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recorder;
import bz.keelbill.record.Recordings;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Track;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Feeds whose decoders remember a minute, a quarter of an hour and everything that they may, heard
 * again from a mark.
 */
class DecoderMemoryTest {
  private static final long START_MILLIS = Desk.START_MILLIS;
  private static final int SECONDS = 100 * 60;
  private static final ReplayScript.Period WHOLE =
      new ReplayScript.Period(START_MILLIS, START_MILLIS + SECONDS * 1_000L, 0);
  private static final List<String> FEEDS = List.of("minute", "quarter", "longest", "unknown");

  @TempDir static Path dir;
  private static int heard;

  /** Says how many lines of its feed it has heard within its memory: none may be missing. */
  private static final class Counting implements Decoder {
    private final String feed;
    private final Deque<Long> times = new ArrayDeque<>();

    Counting(String feed) {
      this.feed = feed;
    }

    /** Of feeds that are configured. */
    static Decoder of(String feed) {
      return feed.equals("unknown") ? null : new Counting(feed);
    }

    @Override
    public long memoryMillis() {
      return switch (feed) {
        case "minute" -> 60_000;
        case "quarter" -> 900_000;
        default -> LONGEST_MEMORY_MILLIS;
      };
    }

    @Override
    public void decode(Line line, Output out) {
      heard++;
      long now = line.receivedAtMillis();
      times.add(now);
      while (times.peek() < now - memoryMillis()) {
        times.remove();
      }
      out.report(
          new Fix(
              new Origin(feed, feed, line.number(), now, now),
              new ContactId.Mmsi(312_000_000 + FEEDS.indexOf(feed)),
              new Position(16.5 + FEEDS.indexOf(feed) * 0.5, -86.5),
              new Fix.Motion(0, times.size() * 0.01, Double.NaN),
              null,
              new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(10), 0)));
    }
  }

  @BeforeAll
  static void recordThem() throws Exception {
    SplittableRandom dice = new SplittableRandom(5);
    AtomicLong clock = new AtomicLong();
    try (Recorder recorder = Recorder.open(RecordSettings.in(dir), clock::get, note -> {})) {
      for (int second = 0; second < SECONDS; second++) {
        clock.set(START_MILLIS + second * 1_000L);
        recorder.tick(clock.get());
        for (String feed : FEEDS) {
          if (dice.nextInt(5) == 0) {
            recorder.line(new Line(feed, second, clock.get(), new byte[] {1, 2, 3}));
          }
        }
      }
    }
  }

  private static ReplaySession session() throws Exception {
    return new ReplaySession(
        new ReplayScript(
            Recordings.in(RecordSettings.in(dir)),
            WHOLE,
            Desk.setup(),
            List.of(),
            ReplayScript.Law.OF_THAT_TIME,
            Counting::of),
        new Nobody());
  }

  @Test
  void aReplayFromAMarkIsOneFromTheBeginning() throws Exception {
    SplittableRandom dice = new SplittableRandom(6);
    try (ReplaySession marked = session()) {
      everythingAt(marked, SECONDS - 1);
      for (int i = 0; i < 6; i++) {
        int second = 4_200 + dice.nextInt(SECONDS - 4_300);
        int before = heard;
        List<String> found = everythingAt(marked, second);
        int heardFromAMark = heard - before;
        try (ReplaySession plain = session()) {
          before = heard;
          assertEquals(everythingAt(plain, second), found, "second " + second);
          assertTrue(heardFromAMark < (heard - before) * 0.7, second + ": " + heardFromAMark);
        }
      }
    }
  }

  private static List<String> everythingAt(ReplaySession session, int second) throws Exception {
    session.seek(START_MILLIS + second * 1_000L);
    while (session.isSeeking()) {
      session.step(0);
    }
    List<String> all = new ArrayList<>();
    for (Track track : session.watch().picture().tracks()) {
      all.add(session.watch().state(track).toString());
      for (int i = 0; i < track.history().size(); i++) {
        all.add(track.history().atMillis(i) + " " + track.history().courseDegrees(i));
      }
    }
    assertTrue(all.size() > 100, all::toString);
    assertEquals(0, session.status().missing());
    assertEquals(List.of(), session.status().problems());
    return all;
  }

  private static final class Nobody implements ReplaySession.Audience {
    @Override
    public void changed(Change change) {}

    @Override
    public void jumped(Watch watch) {}
  }
}
