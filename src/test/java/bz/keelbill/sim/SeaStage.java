package bz.keelbill.sim;

import bz.keelbill.ais.AisDecoder;
import bz.keelbill.ais.AisReader;
import bz.keelbill.radar.RadarDecoder;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One act at sea alone before all sensors, second by second, with what it truly did. */
final class SeaStage {
  private static final long LONGEST_MILLIS = 7 * 3_600_000L;

  final World world;
  final Threat threat;
  final List<Spoken> spoken = new ArrayList<>();

  /** What each actor did, by its id and by second. */
  final Map<String, Map<Long, Craft.State>> lives = new LinkedHashMap<>();

  long plainMillis = -1;
  long firstMillis = Long.MAX_VALUE;
  long lastMillis = Long.MIN_VALUE;

  private SeaStage(World world, Threat threat) {
    this.world = world;
    this.threat = threat;
  }

  /** Plays an act from a time to its end. */
  static SeaStage play(Family family, long seed, long startMillis) {
    World bare = World.of(Layers.GEOGRAPHY, new Hours(false), Station.ALL, seed);
    World world =
        World.of(Layers.GEOGRAPHY, new Hours(false), Station.ALL, DrawnWaters.of(bare), seed);
    String id = family.name() + "-1";
    SeaStage stage =
        new SeaStage(world, family.source().make(world, Chance.of(seed, id), id, false));
    List<Sensor> sensors = new ArrayList<>();
    sensors.add(new AisNetwork(world));
    sensors.addAll(CoastalRadar.all(world, (craft, station, number, from, to) -> {}, fit -> fit));
    List<Craft> craft = new ArrayList<>(stage.threat.actors());
    long end = startMillis + LONGEST_MILLIS;
    for (long now = startMillis; now < end && !craft.isEmpty(); now += 1000) {
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
        lives.computeIfAbsent(one.id(), id -> new LinkedHashMap<>()).put(now, one.state());
      }
    }
    if (threat.isPlain(now) && plainMillis < 0) {
      plainMillis = now;
    }
    sensors.forEach(sensor -> sensor.listen(now, craft, spoken::add));
    craft.removeIf(Craft::hasLeft);
  }

  /** Where and how an actor was, or null. */
  Craft.State at(int actor, long atMillis) {
    Map<Long, Craft.State> life = lives.get(threat.actors().get(actor).id());
    return life == null ? null : life.get(atMillis);
  }

  /** All reports that Keelbill's own decoders make of what was spoken. */
  List<Report> reports(List<Reject> rejects) {
    List<Report> reports = new ArrayList<>();
    Decoder.Output output =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            reports.add(report);
          }

          @Override
          public void reject(Reject reject) {
            rejects.add(reject);
          }
        };
    Decoder ais = new AisDecoder("ais", AisReader.Timing.REPLAY);
    List<bz.keelbill.radar.Station> stations =
        world.stations(Station.RADAR).stream().map(SeaStage::radar).toList();
    Decoder radar = new RadarDecoder(stations, "radar", true);
    long number = 0;
    for (Spoken one : spoken) {
      Decoder decoder = one.feed().equals(Spoken.AIS) ? ais : radar;
      decoder.decode(new Line(one.feed(), ++number, one.atMillis(), whole(one)), output);
    }
    return reports;
  }

  /** Framing takes the line's end off. */
  private static byte[] whole(Spoken spoken) {
    return spoken.text().stripTrailing().getBytes(StandardCharsets.US_ASCII);
  }

  private static bz.keelbill.radar.Station radar(Station station) {
    return new bz.keelbill.radar.Station(
        station.id(),
        station.position(),
        bz.keelbill.radar.Station.Reach.USUAL,
        new bz.keelbill.radar.Station.Noise(30, 0.5, 0, 0),
        Double.NaN,
        false);
  }
}
