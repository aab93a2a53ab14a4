package bz.keelbill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.feed.RecordedFiles;
import bz.keelbill.feed.RecordedLine;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recording;
import bz.keelbill.record.Recordings;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch that is ended again and again and remembers says what one says that never ended. */
class RememberingTest {
  private static final long START_MILLIS = 1_795_500_000_000L;
  private static final int MINUTES = 45;
  @TempDir Path dir;

  @Test
  void aWatchThatRemembersGoesOnAsIfNothingHadBeen() throws Exception {
    Path file = SimulatedRecord.write(dir, "demo", 3, START_MILLIS, MINUTES);
    Config config = ConfigReader.read(file);
    List<String> whole = new Remembering(config, Long.MAX_VALUE).runRecord();
    Remembering cut = new Remembering(config, 4 * 60_000 + 300);
    assertEquals(whole, cut.runRecord());
    assertTrue(whole.size() > 20, whole.size() + " changes of alerts");
    assertTrue(cut.restarts > 8);
  }

  /** Plays the files of a simulated day to a watch that is replaced at intervals. */
  static final class Remembering {
    private final Setup setup;
    private final Config config;
    private final long everyMillis;
    private final List<String> told = new ArrayList<>();
    private Watch watch;
    private long nextMillis = Long.MIN_VALUE;
    int restarts;
    int mostBytes;
    long longestNanos;
    long allNanos;
    long longestReadingNanos;

    Remembering(Config config, long everyMillis) {
      this.config = config;
      this.everyMillis = everyMillis;
      setup = WatchSetup.of(config, note -> {});
      watch = new Watch(setup, this::changed);
    }

    List<String> runRecord() throws Exception {
      Path days = config.serving().record().dir().resolve("days");
      FeedDecoders fresh = new FeedDecoders(config);
      Map<String, Decoder> decoders = new HashMap<>();
      try (Recording recording =
          Recordings.in(RecordSettings.in(days)).open(Long.MIN_VALUE, Long.MAX_VALUE)) {
        for (Recorded next = recording.next(); next != null; next = recording.next()) {
          if (next instanceof Recorded.OfTick tick) {
            watch.tick(tick.tickMillis());
          } else if (next instanceof Recorded.OfLine of) {
            decoders
                .computeIfAbsent(of.line().feed(), fresh::forFeed)
                .decode(of.line(), new Heard());
            remember(of.atMillis());
          }
        }
      }
      return told;
    }

    private final class Heard implements Decoder.Output {
      @Override
      public void report(Report report) {
        watch.apply(report);
      }

      @Override
      public void reject(Reject reject) {}
    }

    List<String> run(Path dir) throws Exception {
      List<Path> files = new ArrayList<>();
      for (String name : List.of("ais.nmea", "radar.nmea", "flights.sbs", "plans.fpl")) {
        files.add(dir.resolve(name));
      }
      try (RecordedFiles recorded = RecordedFiles.open(files, config.formats())) {
        long second = Long.MIN_VALUE;
        for (RecordedLine line = recorded.next(); line != null; line = recorded.next()) {
          long lineSecond = Math.floorDiv(line.atMillis(), 1_000);
          if (lineSecond > second) {
            watch.advanceTo(lineSecond * 1_000);
            second = lineSecond;
          }
          line.reports().forEach(watch::apply);
          remember(line.atMillis());
        }
      }
      return told;
    }

    private void remember(long atMillis) throws Exception {
      if (nextMillis == Long.MIN_VALUE || everyMillis == Long.MAX_VALUE) {
        nextMillis = atMillis + everyMillis;
      }
      if (atMillis < nextMillis || everyMillis == Long.MAX_VALUE) {
        return;
      }
      nextMillis = atMillis + everyMillis;
      long start = System.nanoTime();
      byte[] image = WatchImage.of(watch);
      long nanos = System.nanoTime() - start;
      longestNanos = Math.max(longestNanos, nanos);
      allNanos += nanos;
      mostBytes = Math.max(mostBytes, image.length);
      start = System.nanoTime();
      watch = new Watch(setup, this::changed);
      WatchImage.into(watch, image);
      longestReadingNanos = Math.max(longestReadingNanos, System.nanoTime() - start);
      restarts++;
    }

    private void changed(Change change) {
      if (change instanceof Change.AlertChanged changed) {
        told.add(changed.what() + " " + AlertJson.line(changed.alert()));
      } else if (change instanceof Change.DetectorFailed failed) {
        told.add(failed.toString());
      }
    }

    /** Says what it takes: {@code DIR MINUTES}. */
    public static void main(String[] args) throws Exception {
      Path dir = Path.of(args[0]);
      Config config = ConfigReader.read(dir.resolve("config.yaml"));
      List<String> whole = new Remembering(config, Long.MAX_VALUE).run(dir);
      Remembering cut = new Remembering(config, Long.parseLong(args[1]) * 60_000 + 300);
      List<String> told = cut.run(dir);
      System.out.printf(
          "%d changes, %s; %d restarts, at most %,d bytes, %d ms to write (mean %d), %d ms to"
              + " read%n",
          whole.size(),
          whole.equals(told) ? "the same" : "NOT THE SAME",
          cut.restarts,
          cut.mostBytes,
          cut.longestNanos / 1_000_000,
          cut.allNanos / cut.restarts / 1_000_000,
          cut.longestReadingNanos / 1_000_000);
      for (int i = 0; i < whole.size(); i++) {
        if (i >= told.size() || !whole.get(i).equals(told.get(i))) {
          System.out.println(whole.get(i) + "\n" + (i < told.size() ? told.get(i) : "-"));
          break;
        }
      }
    }
  }
}
