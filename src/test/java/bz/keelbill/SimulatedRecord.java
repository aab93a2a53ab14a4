package bz.keelbill;

import bz.keelbill.checkpoint.WatchImage;
import bz.keelbill.feed.RecordedFiles;
import bz.keelbill.feed.RecordedLine;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Journal;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recorder;
import bz.keelbill.record.Recording;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.LineFraming;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.sim.Scenario;
import bz.keelbill.sim.Simulation;
import bz.keelbill.sim.Spoken;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Simulated traffic as the recorder keeps it, under the names of the demo's feeds, with a tick each
 * second: what a watch over that sea would have recorded.
 */
public final class SimulatedRecord implements AutoCloseable {
  private static final long SECOND_MILLIS = 1_000;
  private static final int MAX_BYTES = 2_048;

  /** Which feed of the demo hears which file of a simulated day. */
  private static final Map<String, String> FEEDS =
      Map.of(
          "ais.nmea", "sim-ais",
          "shipping.nmea", "sim-ais",
          "radar.nmea", "sim-radar",
          "flights.sbs", "sim-flights",
          "plans.fpl", "sim-plans");

  private final AtomicLong clock = new AtomicLong();
  private final Recorder recorder;
  private final Map<String, LineFraming> framings = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();

  private SimulatedRecord(Path data, long startMillis) throws IOException {
    clock.set(startMillis);
    recorder = Recorder.open(RecordSettings.in(data.resolve("days")), clock::get, note -> {});
  }

  /** Writes a record of so many minutes, and the configuration of its watch; says which. */
  public static Path write(Path folder, String scenario, long seed, long startMillis, int minutes)
      throws IOException {
    Simulation simulation =
        Simulation.begin(Scenario.named(scenario), GeodataJson.load(null), seed, startMillis);
    try (SimulatedRecord record = new SimulatedRecord(folder.resolve("data"), startMillis)) {
      for (int second = 0; second < minutes * 60; second++) {
        long now = startMillis + second * SECOND_MILLIS;
        record.tick(now);
        simulation.advanceTo(now).forEach(record::hear);
      }
    }
    return configuration(folder);
  }

  /**
   * Leaves beside a record what a live watch would have remembered on its way through it: a
   * checkpoint of each ten minutes.
   *
   * @param configuration as {@link #write} says it, before anything else has read the record
   */
  public static void remember(Path configuration) throws IOException {
    Config config = ConfigReader.read(configuration);
    Path data = config.serving().record().dir();
    Journal.open(data.resolve("journal"), System::currentTimeMillis).close();
    RecordOnDisk record = RecordOnDisk.of(config, note -> {});
    Remembering watch = new Remembering(record);
    try (Recording recording = record.recordings().open(0, Long.MAX_VALUE)) {
      for (Recorded entry = recording.next(); entry != null; entry = recording.next()) {
        watch.hear(entry);
      }
    }
  }

  /** A watch that hears a record and leaves what it remembers. */
  private static final class Remembering implements Decoder.Output {
    private static final long APART_MILLIS = 600_000;

    private final RecordOnDisk record;
    private final Watch watch;
    private final Map<String, Decoder> decoders = new HashMap<>();
    private long nextMillis;

    Remembering(RecordOnDisk record) {
      this.record = record;
      watch = new Watch(record.setup(), change -> {});
    }

    void hear(Recorded entry) throws IOException {
      if (entry instanceof Recorded.OfLine of) {
        decoders
            .computeIfAbsent(of.line().feed(), record.decoders()::forFeed)
            .decode(of.line(), this);
      } else if (entry instanceof Recorded.OfTick of) {
        watch.tick(of.tickMillis());
      }
      if (entry.atMillis() >= nextMillis) {
        nextMillis = entry.atMillis() / APART_MILLIS * APART_MILLIS + APART_MILLIS;
        record
            .past()
            .keep(
                new Checkpoint(
                    entry.atMillis(), entry.seq(), 0, record.epoch(), false, WatchImage.of(watch)));
      }
    }

    @Override
    public void report(Report report) {
      watch.apply(report);
    }

    @Override
    public void reject(Reject reject) {
      // The watch that is played for has counted it.
    }
  }

  private static Path configuration(Path folder) throws IOException {
    Path config = folder.resolve("keelbill.yaml");
    Files.writeString(
        config,
        """
        stations:
          - {id: ais-belize-city, kind: ais, lat: 17.4937, lon: -88.1810, rangeNm: 40}
          - {id: ais-san-pedro, kind: ais, lat: 17.9165, lon: -87.9640, rangeNm: 35}
          - {id: ais-dangriga, kind: ais, lat: 16.9660, lon: -88.2180, rangeNm: 40}
          - {id: ais-placencia, kind: ais, lat: 16.5140, lon: -88.3670, rangeNm: 40}
          - {id: radar-calabash, kind: radar, lat: 17.2833, lon: -87.8117, rangeNm: 32}
          - {id: radar-tobacco, kind: radar, lat: 16.8975, lon: -88.0615, rangeNm: 24}
          - {id: radar-silk-cayes, kind: radar, lat: 16.4490, lon: -88.0400, rangeNm: 24}
          - {id: adsb-belize-city, kind: adsb, lat: 17.5390, lon: -88.3020, rangeNm: 200}
          - {id: adsb-placencia, kind: adsb, lat: 16.5360, lon: -88.3620, rangeNm: 200}
        ownForces: {mmsi: [312990001, 312990002]}
        demo: {scenario: demo, seed: 1}
        record: {dir: data}
        """);
    return config;
  }

  private void tick(long nowMillis) {
    while (recorder.isBehind()) {
      Thread.onSpinWait();
    }
    clock.set(nowMillis);
    recorder.tick(nowMillis);
  }

  private void hear(Spoken spoken) {
    String feed = "sim-" + spoken.feed();
    if (spoken.feed().equals(Spoken.PLANS)) {
      line(feed, spoken.bytes());
      return;
    }
    framings
        .computeIfAbsent(feed, none -> new LineFraming(MAX_BYTES))
        .push(spoken.bytes(), 0, spoken.bytes().length, new ToRecord(feed));
  }

  private final class ToRecord implements LineFraming.Sink {
    private final String feed;

    ToRecord(String feed) {
      this.feed = feed;
    }

    @Override
    public void line(long number, byte[] bytes) {
      SimulatedRecord.this.line(feed, bytes);
    }

    @Override
    public void tooLong(long number, byte[] start) {
      throw new IllegalStateException("the simulation speaks no such lines");
    }
  }

  private void line(String feed, byte[] bytes) {
    long number = numbers.merge(feed, 1L, Long::sum);
    recorder.line(new Line(feed, number, clock.get(), bytes));
  }

  @Override
  public void close() {
    recorder.close();
  }

  /**
   * Records the files of simulated days, for measurements: {@code DATA DAY...}, where a day is a
   * folder as {@code simulate} writes it, the oldest first. Shipping that was added to it is heard
   * by the feed that hears its other vessels.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    SimulatedRecord record = null;
    Config config = ConfigReader.read(configuration(Files.createDirectories(folder)));
    long second = 0;
    for (String day : List.of(args).subList(1, args.length)) {
      List<Path> files = new ArrayList<>();
      for (String name : FEEDS.keySet()) {
        Path file = Path.of(day, name);
        if (Files.exists(file)) {
          files.add(file);
        }
      }
      try (RecordedFiles recorded = RecordedFiles.open(files, config.formats())) {
        for (RecordedLine line = recorded.next(); line != null; line = recorded.next()) {
          if (record == null) {
            second = recorded.startMillis() / SECOND_MILLIS;
            record = new SimulatedRecord(folder.resolve("data"), second * SECOND_MILLIS);
          }
          for (; second <= line.atMillis() / SECOND_MILLIS; second++) {
            record.tick(second * SECOND_MILLIS);
          }
          record.line(FEEDS.get(line.line().feed()), line.line().bytes());
        }
      }
    }
    if (record != null) {
      record.close();
    }
  }
}
