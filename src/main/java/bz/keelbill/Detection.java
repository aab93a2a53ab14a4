package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.feed.Dating;
import bz.keelbill.feed.RecordedFiles;
import bz.keelbill.feed.RecordedLine;
import bz.keelbill.json.AlertJson;
import bz.keelbill.track.RadarBias;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One run of recorded files through a Watch of its own, in event time. */
final class Detection {
  private static final long SECOND_MILLIS = 1_000;

  /** In a longer silence every track is forgotten. */
  private static final long LONGEST_WHY_SECONDS = 86_400;

  private record Line(long second, String id, String json) {}

  private final Config config;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> summary = new ArrayList<>();
  private final WhyQuestion question;
  private boolean complete = true;

  Detection(Config config) {
    this(config, null);
  }

  /**
   * With a question.
   *
   * @param question asked while it runs; null for none
   */
  Detection(Config config, WhyQuestion question) {
    this.config = config;
    this.question = question;
  }

  /**
   * Runs the files.
   *
   * @return the alert lines, sorted by time, then id
   * @throws UncheckedIOException if a file cannot be opened
   */
  List<String> run(List<Path> files) {
    refuseMissing(files);
    Watch watch = new Watch(WatchSetup.of(config, summary::add), this::changed);
    try (RecordedFiles recorded = RecordedFiles.open(files, config.formats())) {
      play(recorded, watch);
      recorded.summaries().forEach(this::summarise);
      config.stations().forEach(station -> advise(station, watch.biases().of(station.id())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read: " + unreadable.getMessage(), unreadable);
    }
    lines.sort(Comparator.comparingLong(Line::second).thenComparing(Line::id));
    return lines.stream().map(Line::json).toList();
  }

  /** What was read and what was refused, a line each. */
  List<String> summary() {
    return summary;
  }

  /** Whether every file was of a known format and could be read to its end. */
  boolean isComplete() {
    return complete;
  }

  private static void refuseMissing(List<Path> files) {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new ConfigFaults.BadConfig(file + ": cannot be read; check path and rights");
      }
    }
  }

  /** A tick stands after each whole second's lines. */
  private void play(RecordedFiles recorded, Watch watch) {
    long second = Long.MIN_VALUE;
    for (RecordedLine line = recorded.next(); line != null; line = recorded.next()) {
      long lineSecond = Math.floorDiv(line.atMillis(), SECOND_MILLIS);
      if (lineSecond > second) {
        advance(watch, second, lineSecond);
        second = lineSecond;
      }
      line.reports().forEach(watch::apply);
    }
    if (second != Long.MIN_VALUE) {
      advance(watch, second, second + 1);
    }
  }

  /** Who asks why wants to hear each second. */
  private void advance(Watch watch, long fromSecond, long toSecond) {
    if (question != null) {
      long first = Math.max(fromSecond + 1, toSecond - LONGEST_WHY_SECONDS);
      for (long second = first; second <= toSecond; second++) {
        watch.advanceTo(second * SECOND_MILLIS);
        question.second(watch);
      }
    }
    watch.advanceTo(toSecond * SECOND_MILLIS);
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed
        && (changed.what() == What.RAISED || changed.what() == What.ROSE)) {
      Alert alert = changed.alert();
      long second = Math.floorDiv(alert.finding().moment().atMillis(), SECOND_MILLIS);
      lines.add(new Line(second, alert.id(), AlertJson.line(alert)));
    } else if (change instanceof Change.DetectorFailed failed) {
      summary.add("detector " + failed.detector() + " failed on " + failed.track());
    }
  }

  /** By how much a radar measured wrong against the ships that it saw. */
  private void advise(Config.Station station, RadarBias.Learned learned) {
    double degrees = station.noise().bearingBiasDegrees();
    double metres = station.noise().rangeBiasMetres();
    List<String> advice = learned == null ? List.of() : learned.advice(degrees, metres);
    if (!advice.isEmpty()) {
      summary.add(
          "radar %s against %d places of %d ships: set %s%s"
              .formatted(
                  station.id(),
                  learned.pairs(),
                  learned.ships(),
                  String.join(", ", advice),
                  learned.needsApproval(degrees, metres)
                      ? " only once the cause is known: it is more than 2 degrees or 200 m"
                      : ""));
    }
  }

  /** Where a date comes from that the lines themselves do not tell. */
  private static String dated(RecordedFiles.Dated dated) {
    boolean isOwn = dated.by() == Dating.OWN || dated.startMillis() == 0;
    return isOwn
        ? ""
        : ", begins at %s, dated by %s"
            .formatted(Instant.ofEpochMilli(dated.startMillis()), dated.by().words());
  }

  private void summarise(RecordedFiles.Summary file) {
    if (file.format() == null) {
      complete = false;
      summary.add(file.file() + ": of no known format; nothing was read");
      return;
    }
    complete &= !file.damaged();
    summary.add(
        "%s: %s, %d lines, %d reports, rejects %s%s"
            .formatted(
                file.file(),
                file.format().word(),
                file.lines(),
                file.reports(),
                new java.util.TreeMap<>(file.rejects()),
                (file.damaged() ? ", damaged: could not be read to its end" : "")
                    + dated(file.dated())));
    file.notes().forEach(note -> summary.add(file.file() + ": " + note));
  }
}
