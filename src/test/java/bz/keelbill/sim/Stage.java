package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.feed.Formats;
import bz.keelbill.feed.RecordedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One threat alone before all sensors, second by second, with what it truly did. */
final class Stage {
  private static final long LONGEST_MILLIS = 5 * 3_600_000L;

  /** What a craft did in a second. */
  record Moment(long atMillis, Craft.State state) {}

  final World world;
  final Threat threat;
  final List<Spoken> spoken = new ArrayList<>();
  final Map<String, List<Moment>> lives = new LinkedHashMap<>();
  long plainMillis = -1;
  long firstMillis = Long.MAX_VALUE;
  long lastMillis = Long.MIN_VALUE;
  boolean over;

  private Stage(World world, Threat threat) {
    this.world = world;
    this.threat = threat;
  }

  /** Plays a threat of a family from a time to its end. */
  static Stage play(Family family, long seed, long startMillis) {
    World world = World.of(Layers.GEOGRAPHY, new Hours(false), Station.ALL, seed);
    String id = family.name() + "-1";
    Stage stage = new Stage(world, family.source().make(world, Chance.of(seed, id), id, false));
    List<Sensor> sensors = new ArrayList<>();
    sensors.add(new AisNetwork(world));
    sensors.addAll(CoastalRadar.all(world, (craft, station, number, from, to) -> {}, fit -> fit));
    sensors.add(new FlightReceivers(world));
    sensors.add(world.plans());
    List<Craft> craft = new ArrayList<>(stage.threat.actors());
    for (long now = startMillis; now < startMillis + LONGEST_MILLIS && !stage.over; now += 1000) {
      stage.live(now, craft, sensors);
    }
    return stage;
  }

  private void live(long now, List<Craft> craft, List<Sensor> sensors) {
    for (Craft one : craft) {
      one.live(now);
      if (one.state() != null) {
        firstMillis = Math.min(firstMillis, now);
        lastMillis = now;
        lives.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(new Moment(now, one.state()));
      }
    }
    if (threat.isPlain(now) && plainMillis < 0) {
      plainMillis = now;
    }
    sensors.forEach(sensor -> sensor.listen(now, craft, spoken::add));
    craft.removeIf(Craft::hasLeft);
    over = craft.isEmpty();
  }

  /** How many lines the watch's own decoders refuse, by reason, when they are read as files. */
  Map<String, Long> refused(Path directory) throws IOException {
    Map<String, String> names =
        Map.of(
            Spoken.AIS, "ais.nmea",
            Spoken.RADAR, "radar.nmea",
            Spoken.FLIGHTS, "flights.sbs",
            Spoken.PLANS, "plans.fpl");
    List<Path> files = new ArrayList<>();
    for (String feed : new TreeSet<>(spoken.stream().map(Spoken::feed).toList())) {
      Path file = directory.resolve(names.get(feed));
      files.add(file);
      try (OutputStream out = Files.newOutputStream(file)) {
        for (Spoken one : spoken) {
          if (one.feed().equals(feed)) {
            out.write(one.bytes());
          }
        }
      }
    }
    Map<String, Long> refused = new TreeMap<>();
    try (RecordedFiles recorded = RecordedFiles.open(files, new Formats(radars()))) {
      while (recorded.next() != null) {
        // Reading counts.
      }
      for (RecordedFiles.Summary summary : recorded.summaries()) {
        assertTrue(summary.reports() > 0, summary.file() + " says nothing");
        summary
            .rejects()
            .forEach((reason, count) -> refused.merge("" + reason, 0L + count, Long::sum));
      }
    }
    return refused;
  }

  private List<bz.keelbill.radar.Station> radars() {
    return world.stations(Station.RADAR).stream()
        .map(radar -> bz.keelbill.radar.Station.of(radar.id(), radar.position()))
        .toList();
  }

  /** What its first actor did. */
  List<Moment> lead() {
    return lives.get(threat.actors().get(0).id());
  }
}
