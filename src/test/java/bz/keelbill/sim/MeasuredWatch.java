package bz.keelbill.sim;

import bz.keelbill.feed.FeedConfig;
import bz.keelbill.feed.Format;
import bz.keelbill.feed.Formats;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A simulated sea heard through faulty sensors and the real decoders, followed by several followers
 * at once and compared with the truth every five seconds.
 *
 * <p>It is simulated twice: only at the end of the first run is it known which craft each radar had
 * followed under which number, which says in the second who is observed.
 */
final class MeasuredWatch {
  private static final long START = SimulationFiles.DEFAULT_START_MILLIS;
  private static final long SAMPLE_MILLIS = 5_000;
  private static final long WARM_UP_MILLIS = 60_000;
  private static final long AIS_OBSERVED_MILLIS = 120_000;
  private static final long RADAR_OBSERVED_MILLIS = 15_000;
  private static final int RADAR_PLOTS = 3;

  private record Arrival(long atMillis, long number, Spoken spoken) {}

  private record Name(String craft, long fromMillis, long toMillis) {}

  private final Geography geography;
  private final Scenario scenario;
  private final long seed;
  private final Faults faults;
  private final Random chance;
  private final Map<String, List<Name>> names = new HashMap<>();
  private final Map<String, Position> truth = new LinkedHashMap<>();
  private final Map<Integer, String> ships = new HashMap<>();
  private final Map<String, Integer> mmsis = new HashMap<>();
  private final Map<String, Long> heardByAis = new HashMap<>();
  private final Map<String, Long> seenByRadar = new HashMap<>();
  private final Map<String, Integer> plots = new HashMap<>();
  private final Decoder ais;
  private final Decoder radar;
  private final PriorityQueue<Arrival> underWay =
      new PriorityQueue<>(
          Comparator.comparingLong(Arrival::atMillis).thenComparingLong(Arrival::number));
  private long lines;

  MeasuredWatch(Geography geography, Scenario scenario, long seed, Faults faults) {
    this.geography = geography;
    this.scenario = scenario;
    this.seed = seed;
    this.faults = faults;
    this.chance = new Random(seed);
    List<bz.keelbill.radar.Station> radars = new ArrayList<>();
    for (Station station : Station.of(Station.RADAR)) {
      radars.add(
          new bz.keelbill.radar.Station(
              station.id(),
              station.position(),
              new bz.keelbill.radar.Station.Reach(30, station.rangeNm()),
              new bz.keelbill.radar.Station.Noise(30, faults.bearingSigmaDegrees(), 0, 0),
              Double.NaN,
              false));
    }
    Formats formats = new Formats(radars);
    ais = formats.newDecoder(Format.AIS, FeedConfig.Reading.of("ais"), true);
    radar = formats.newDecoder(Format.RADAR, FeedConfig.Reading.of("radar"), true);
  }

  /** Lets some hours pass; a score for each follower. */
  List<TrackScore> measure(double hours, List<Follower> followers) {
    long end = START + (long) (hours * 3_600_000);
    Simulation rehearsal = simulation();
    rehearsal.keep(new Rehearsal());
    rehearsal.advanceTo(end);
    rehearsal.conclude();
    Simulation simulation = simulation();
    simulation.keep(new Truths());
    List<TrackScore> scores = new ArrayList<>();
    followers.forEach(follower -> scores.add(new TrackScore(SAMPLE_MILLIS / 1000.0)));
    for (long now = START + 1_000; now <= end; now += 1_000) {
      simulation.advanceTo(now).forEach(this::send);
      receive(now, followers);
      for (Follower follower : followers) {
        follower.advanceTo(now);
      }
      if (now % SAMPLE_MILLIS == 0 && now > START + WARM_UP_MILLIS) {
        Set<String> observed = observed(now);
        for (int i = 0; i < scores.size(); i++) {
          scores.get(i).sample(now, truth, observed, followers.get(i).shown(now), mmsis);
        }
      }
    }
    return scores;
  }

  private Simulation simulation() {
    return Simulation.begin(scenario, geography, seed, START, faults::on);
  }

  private void send(Spoken spoken) {
    boolean isAis = spoken.feed().equals(Spoken.AIS);
    boolean isHeard = isAis || spoken.feed().equals(Spoken.RADAR);
    if (!isHeard || (isAis && chance.nextDouble() < faults.aisLoss())) {
      return;
    }
    underWay.add(new Arrival(delayed(spoken.atMillis()), lines++, spoken));
    if (chance.nextDouble() < faults.copies()) {
      underWay.add(new Arrival(delayed(spoken.atMillis()) + 500, lines++, spoken));
    }
  }

  private long delayed(long millis) {
    return millis + (long) (chance.nextDouble() * faults.disorderMillis());
  }

  private void receive(long now, List<Follower> followers) {
    while (!underWay.isEmpty() && underWay.peek().atMillis <= now) {
      Arrival arrival = underWay.poll();
      for (Report report : decoded(arrival)) {
        if (report instanceof Fix fix && fix.position() != null) {
          observe(fix);
        }
        followers.forEach(follower -> follower.apply(report));
      }
    }
  }

  private List<Report> decoded(Arrival arrival) {
    List<Report> reports = new ArrayList<>();
    Decoder.Output out =
        new Decoder.Output() {
          @Override
          public void report(Report report) {
            reports.add(report);
          }

          @Override
          public void reject(Reject reject) {}
        };
    Decoder decoder = arrival.spoken.feed().equals(Spoken.AIS) ? ais : radar;
    for (String text : arrival.spoken.text().split("\r\n")) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      decoder.decode(new Line(arrival.spoken.feed(), lines++, arrival.atMillis, bytes), out);
    }
    return reports;
  }

  private void observe(Fix fix) {
    if (fix.contact() instanceof ContactId.Mmsi ship && ships.containsKey(ship.number())) {
      heardByAis.merge(ships.get(ship.number()), fix.atMillis(), Math::max);
    } else if (fix.contact() instanceof ContactId.RadarTarget target
        && !fix.state().accuracy().tentative()) {
      String craft = craftOf(target, fix.atMillis());
      if (craft != null) {
        Long before = seenByRadar.put(craft, fix.atMillis());
        boolean goesOn = before != null && fix.atMillis() - before < RADAR_OBSERVED_MILLIS;
        plots.merge(craft, 1, (count, one) -> goesOn ? count + 1 : 1);
      }
    }
  }

  private String craftOf(ContactId.RadarTarget target, long millis) {
    String key = target.station() + "/" + target.number();
    for (Name name : names.getOrDefault(key, List.of())) {
      if (millis >= name.fromMillis - 500 && millis <= name.toMillis + 500) {
        return name.craft;
      }
    }
    return null;
  }

  private Set<String> observed(long now) {
    Set<String> observed = new TreeSet<>();
    for (String craft : truth.keySet()) {
      Long said = heardByAis.get(craft);
      Long seen = seenByRadar.get(craft);
      boolean isSeen =
          seen != null && now - seen <= RADAR_OBSERVED_MILLIS && plots.get(craft) >= RADAR_PLOTS;
      if (isSeen || (said != null && now - said <= AIS_OBSERVED_MILLIS)) {
        observed.add(craft);
      }
    }
    return observed;
  }

  /** Learns under which numbers radars follow craft. */
  private class Rehearsal implements Diary {
    @Override
    public void began(String id, Threat threat, long atMillis) {}

    @Override
    public void plain(Threat threat, long atMillis) {}

    @Override
    public void lived(Craft craft, long atMillis) {}

    @Override
    public void followed(String craft, String station, int number, long from, long to) {
      names
          .computeIfAbsent(station + "/" + number, key -> new ArrayList<>())
          .add(new Name(craft, from, to));
    }
  }

  /** Keeps where all craft of the sea are. */
  private final class Truths extends Rehearsal {
    @Override
    public void lived(Craft craft, long atMillis) {
      if (craft.flies()) {
        return;
      }
      if (craft.state() == null) {
        truth.remove(craft.id());
      } else {
        truth.put(craft.id(), craft.state().position());
      }
      if (craft.papers() instanceof Papers.Vessel vessel) {
        ships.put(vessel.mmsi(), craft.id());
        mmsis.put(craft.id(), vessel.mmsi());
      }
    }

    @Override
    public void followed(String craft, String station, int number, long from, long to) {}
  }
}
