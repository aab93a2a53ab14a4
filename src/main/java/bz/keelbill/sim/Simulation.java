package bz.keelbill.sim;

import bz.keelbill.geo.Geography;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;

/**
 * A simulated sea and sky in motion. Deterministic: the same scenario, layers, seed and start speak
 * the same bytes, however the time is cut into steps. It reads no clock. One thread at a time.
 */
public final class Simulation {
  private static final int DRAWS = 4;
  private static final long SECOND = 1000;
  private static final long RADAR_OUT_AFTER_MILLIS = 5 * 3600 * SECOND;

  private record Queued(Spoken spoken, long number) {}

  private final Scenario scenario;
  private final long seed;
  private final long startMillis;
  private final World world;
  private final Schedule schedule;
  private final List<Craft> craft = new ArrayList<>();
  private final List<Sensor> sensors = new ArrayList<>();
  private final List<CoastalRadar> radars;
  private final List<Threat> threats = new ArrayList<>();
  private final PriorityQueue<Queued> queue =
      new PriorityQueue<>(
          Comparator.<Queued>comparingLong(queued -> queued.spoken.atMillis())
              .thenComparingLong(Queued::number));
  private final Sensor.Outbox outbox;

  private Diary diary = Diary.NONE;
  private long nowMillis;
  private long spoken;
  private int injected;
  private long radarOutMillis;

  private Simulation(
      Scenario scenario,
      Geography geography,
      long seed,
      long startMillis,
      Sensing sensing,
      UnaryOperator<CoastalRadar.Fit> radarFit) {
    this.scenario = scenario;
    this.seed = seed;
    this.startMillis = startMillis;
    nowMillis = startMillis;
    world = scenario.world(geography, sensing.stations(), seed);
    schedule = scenario.schedule(Chance.of(seed, "schedule"), startMillis);
    craft.addAll(new SeaTraffic(world).craft(startMillis));
    scenario.traffic().forEach(more -> craft.addAll(more.craft(world, startMillis)));
    craft.addAll(new AirTraffic(world).craft(startMillis));
    radars =
        CoastalRadar.all(
            world,
            (id, station, number, from, to) -> diary.followed(id, station, number, from, to),
            fit -> radarFit.apply(sensing.on(fit)));
    sensors.add(new AisNetwork(world));
    sensors.addAll(radars);
    sensors.add(new FlightReceivers(world));
    sensors.add(world.plans());
    outbox =
        Wire.of(sensing, Chance.of(seed, "wire"), line -> queue.add(new Queued(line, spoken++)));
    harm(sensing.harm());
  }

  /**
   * Begins a run; takes a moment for the boats' ways over water.
   *
   * @param startMillis Unix time in milliseconds, brought down to a whole second
   * @throws IllegalArgumentException if the layers lack a route, landing or aerodrome it needs
   */
  public static Simulation begin(
      Scenario scenario, Geography geography, long seed, long startMillis) {
    return begin(scenario, geography, seed, startMillis, Sensing.GOOD);
  }

  /** The same, heard through other sensors. */
  public static Simulation begin(
      Scenario scenario, Geography geography, long seed, long startMillis, Sensing sensing) {
    long start = Math.floorDiv(startMillis, SECOND) * SECOND;
    return new Simulation(scenario, geography, seed, start, sensing, fit -> fit);
  }

  /** The same with radars made better or worse. */
  static Simulation begin(
      Scenario scenario,
      Geography geography,
      long seed,
      long startMillis,
      UnaryOperator<CoastalRadar.Fit> radarFit) {
    long start = Math.floorDiv(startMillis, SECOND) * SECOND;
    return new Simulation(scenario, geography, seed, start, Sensing.GOOD, radarFit);
  }

  /** What is being played. */
  public Scenario scenario() {
    return scenario;
  }

  /** The seed given. */
  public long seed() {
    return seed;
  }

  /** When it began, Unix time in milliseconds. */
  public long startMillis() {
    return startMillis;
  }

  /**
   * Lives up to a time.
   *
   * @param millis Unix time in milliseconds; earlier than before changes nothing
   * @return everything spoken and not yet returned that arrives up to then, in order of arrival
   */
  public List<Spoken> advanceTo(long millis) {
    while (nowMillis + SECOND <= millis) {
      nowMillis += SECOND;
      live();
    }
    List<Spoken> ready = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().spoken.atMillis() <= millis) {
      ready.add(queue.poll().spoken);
    }
    return ready;
  }

  private void live() {
    for (Schedule.Injection due = schedule.due(nowMillis);
        due != null;
        due = schedule.due(nowMillis)) {
      inject(due);
    }
    if (nowMillis == radarOutMillis) {
      inject(new Schedule.Injection(nowMillis, "feed-silent", StationTrouble::radarOut, false));
    }
    for (Craft one : craft) {
      one.live(nowMillis);
      diary.lived(one, nowMillis);
    }
    for (Threat threat : threats) {
      if (threat.isPlain(nowMillis)) {
        diary.plain(threat, nowMillis);
      }
    }
    for (Sensor sensor : sensors) {
      sensor.listen(nowMillis, craft, outbox);
    }
    craft.removeIf(Craft::hasLeft);
    threats.removeIf(threat -> threat.actors().stream().allMatch(Craft::hasLeft));
  }

  /** A harm to clocks lasts from the beginning to the end. */
  private void harm(Harm harm) {
    if (harm.skewMillis() != 0) {
      for (Station station : world.stations(Station.AIS)) {
        world.faults().skew(station.id(), 0, Long.MAX_VALUE, harm.skewMillis());
      }
    }
    radarOutMillis = harm.radarOut() ? startMillis + RADAR_OUT_AFTER_MILLIS : Long.MAX_VALUE;
  }

  private void inject(Schedule.Injection due) {
    injected++;
    String id = String.format(Locale.ROOT, "%s-%d", due.family(), injected);
    Threat threat = staged(due, id);
    if (threat == null) {
      return;
    }
    threats.add(threat);
    threat.actors().forEach(actor -> Homeward.send(actor, world));
    craft.addAll(threat.actors());
    diary.began(id, threat, nowMillis);
  }

  /** Some worlds have no place for some acts, whatever is drawn: then it does not happen. */
  private Threat staged(Schedule.Injection due, String id) {
    for (int draw = 0; draw < DRAWS; draw++) {
      try {
        Chance chance = Chance.of(seed, draw == 0 ? id : id + '/' + draw);
        return due.source().make(world, chance, id, due.near());
      } catch (IllegalStateException noPlace) {
        // Drawn again.
      }
    }
    return null;
  }

  /** Keeps the truth from now on; it grows with time. */
  void keep(Diary diary) {
    this.diary = diary;
    craft.forEach(one -> diary.lived(one, nowMillis));
  }

  /** Tells the diary of what is still going on. */
  void conclude() {
    radars.forEach(radar -> radar.conclude(nowMillis));
  }

  /** The stage. */
  World world() {
    return world;
  }

  /** Everything that moves, stations included. */
  List<Craft> craft() {
    return List.copyOf(craft);
  }
}
