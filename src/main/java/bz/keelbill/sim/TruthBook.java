package bz.keelbill.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes down what truly happens: actors of threats every ten seconds, all others every minute. */
final class TruthBook implements Diary {
  private static final long ACTOR_MILLIS = 10_000;
  private static final long OTHER_MILLIS = 60_000;

  private static final class Life {
    final Craft craft;
    final boolean actor;
    final List<Truth.Point> points = new ArrayList<>();
    final List<Truth.RadarName> radar = new ArrayList<>();
    long firstMillis = Long.MAX_VALUE;
    long lastMillis = Long.MIN_VALUE;

    Life(Craft craft, boolean actor) {
      this.craft = craft;
      this.actor = actor;
    }
  }

  private record Begun(String id, Threat threat) {}

  private final Map<String, Life> lives = new LinkedHashMap<>();
  private final List<Begun> begun = new ArrayList<>();
  private final Map<Threat, Long> plain = new LinkedHashMap<>();

  @Override
  public void began(String id, Threat threat, long atMillis) {
    begun.add(new Begun(id, threat));
    threat.actors().forEach(actor -> lives.put(actor.id(), new Life(actor, true)));
  }

  @Override
  public void plain(Threat threat, long atMillis) {
    plain.putIfAbsent(threat, atMillis);
  }

  @Override
  public void lived(Craft craft, long atMillis) {
    Life life = lives.computeIfAbsent(craft.id(), id -> new Life(craft, false));
    if (craft.state() == null) {
      return;
    }
    boolean first = life.firstMillis == Long.MAX_VALUE;
    life.firstMillis = Math.min(life.firstMillis, atMillis);
    life.lastMillis = atMillis;
    if (first || atMillis % (life.actor ? ACTOR_MILLIS : OTHER_MILLIS) == 0) {
      life.points.add(new Truth.Point(atMillis, craft.state().position()));
    }
  }

  @Override
  public void followed(String craft, String station, int number, long from, long to) {
    lives.get(craft).radar.add(new Truth.RadarName(station, number, from, to));
  }

  /** Every entry of the watch list that an actor is on. */
  List<String> listings() {
    return begun.stream().flatMap(one -> one.threat().listings().stream()).toList();
  }

  /** All that is known at the end. */
  Truth close(Simulation simulation, long endMillis) {
    List<Truth.Act> threats = new ArrayList<>();
    begun.forEach(one -> threats.add(act(one.id(), one.threat(), simulation.world().restricted())));
    List<Truth.Actor> craft = new ArrayList<>();
    lives.values().forEach(life -> craft.add(actor(life)));
    return new Truth(
        simulation.scenario().name(),
        simulation.seed(),
        simulation.startMillis(),
        endMillis,
        threats,
        craft);
  }

  private Truth.Act act(String id, Threat threat, List<RestrictedWater> waters) {
    List<Life> cast = threat.actors().stream().map(actor -> lives.get(actor.id())).toList();
    return new Truth.Act(
        id,
        threat.family(),
        kinds(threat, cast, waters),
        cast.stream().mapToLong(life -> life.firstMillis).min().orElseThrow(),
        cast.stream().mapToLong(life -> life.lastMillis).max().orElseThrow(),
        plain.get(threat),
        cast.stream().map(TruthBook::actor).toList());
  }

  /** Whoever goes through a closed water meanwhile is rightly told of for that too. */
  private static List<String> kinds(Threat threat, List<Life> cast, List<RestrictedWater> waters) {
    Set<String> kinds = new LinkedHashSet<>(threat.expectedKinds());
    boolean isInside =
        cast.stream()
            .flatMap(life -> life.points.stream())
            .anyMatch(point -> waters.stream().anyMatch(water -> isClosedAt(water, point)));
    if (isInside) {
      kinds.addAll(List.of("fence-entry", "dark-contact"));
    }
    return List.copyOf(kinds);
  }

  private static boolean isClosedAt(RestrictedWater water, Truth.Point point) {
    return water.limit() == RestrictedWater.Limit.CLOSED && water.edgeMetres(point.position()) > 0;
  }

  private static Truth.Actor actor(Life life) {
    Papers papers = life.craft.papers();
    Integer mmsi = papers instanceof Papers.Vessel vessel ? vessel.mmsi() : null;
    String icao24 =
        papers instanceof Papers.Aircraft aircraft
            ? String.format(Locale.ROOT, "%06x", aircraft.address())
            : null;
    return new Truth.Actor(
        life.craft.id(),
        life.craft.make().kind(),
        mmsi,
        icao24,
        isOwnForce(papers),
        life.radar,
        life.points);
  }

  private static boolean isOwnForce(Papers papers) {
    return papers instanceof Papers.Vessel vessel
        ? SeaTraffic.isOwnForce(vessel.mmsi())
        : papers instanceof Papers.Aircraft plane && plane.address() == AirDay.PATROL_ADDRESS;
  }
}
