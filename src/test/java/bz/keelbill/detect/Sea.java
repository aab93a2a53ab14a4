package bz.keelbill.detect;

import bz.keelbill.alert.Alert;
import bz.keelbill.fence.Fence;
import bz.keelbill.fence.Fence.Limits;
import bz.keelbill.fence.FenceMap;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.json.GeodataJson;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Origin;
import bz.keelbill.report.VesselIdentity;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Sensor;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Setup;
import bz.keelbill.watch.Stations;
import bz.keelbill.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A piece of sea with boats on it, one radar and one AIS station over it, and a watch that hears
 * them: boats keep courses that a test gives them, the radar misses and errs.
 */
final class Sea {
  /** Nine in the morning in Belize. */
  static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");

  /** Nine in the evening in Belize. */
  static final Instant NIGHT = Instant.parse("2026-11-25T03:00:00Z");

  /** Open sea between Turneffe and Glover's Reef, more than 6 nm from any land. */
  static final Position OPEN = new Position(16.98, -87.75);

  static final int OWN = 312_990_001;
  private static final Geography EARTH = GeodataJson.load(null);

  /** One leg of a boat's way. */
  private record Leg(double seconds, double courseDegrees, double knots) {}

  /** A boat, where it is and who sees it. */
  static final class Boat {
    private final List<Leg> legs = new ArrayList<>();
    private Position at;
    private double course;
    private double knots;
    private double legSeconds;
    private int mmsi;
    private int shipType;
    private int metres;
    private Integer status;
    private boolean classA;
    private boolean talks = true;
    private boolean introduces = true;
    private boolean onRadar = true;
    private int number = -1;

    private Boat(Position at) {
      this.at = at;
    }

    Boat run(double minutes, double courseDegrees, double knots) {
      legs.add(new Leg(minutes * 60, courseDegrees, knots));
      return this;
    }

    Boat lie(double minutes) {
      return run(minutes, 0, 0);
    }

    /** Runs from where it will be then to a place. */
    Boat runTo(Position to, double knots) {
      Position from = at;
      for (Leg leg : legs) {
        from = Geodesy.destination(from, leg.courseDegrees, metres(leg.seconds, leg.knots));
      }
      double metres = Geodesy.exactDistanceMetres(from, to);
      double minutes = metres / Units.knotsToMetresPerSecond(knots) / 60;
      return run(minutes, Geodesy.exactBearingDegrees(from, to), knots);
    }

    Boat ais(int number, int type, int lengthMetres) {
      mmsi = number;
      shipType = type;
      metres = lengthMetres;
      classA = lengthMetres >= 50;
      return this;
    }

    /** Never says what it is, only where. */
    Boat unintroduced() {
      introduces = false;
      return this;
    }

    Boat status(int navigationStatus) {
      status = navigationStatus;
      return this;
    }

    Boat stop() {
      legs.clear();
      legSeconds = 0;
      return this;
    }

    Boat silent() {
      talks = false;
      return this;
    }

    Boat speaking() {
      talks = true;
      return this;
    }

    /** Says, from now on, that it is somewhere else: no craft gets there so fast. */
    Boat jumpTo(Position there) {
      at = there;
      return this;
    }

    Boat offRadar() {
      onRadar = false;
      number = -1;
      return this;
    }

    Boat onRadar() {
      onRadar = true;
      return this;
    }

    Position at() {
      return at;
    }

    private void second() {
      if (legs.isEmpty()) {
        knots = 0;
        return;
      }
      Leg leg = legs.get(0);
      course = leg.courseDegrees;
      knots = leg.knots;
      at = Geodesy.destination(at, course, metres(1, knots));
      legSeconds++;
      if (legSeconds >= leg.seconds) {
        legs.remove(0);
        legSeconds = 0;
      }
    }

    private static double metres(double seconds, double knots) {
      return Units.knotsToMetresPerSecond(knots) * seconds;
    }
  }

  private final Random chance;
  private final List<Boat> boats = new ArrayList<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Map<String, Long> raisedAt = new LinkedHashMap<>();
  private final Watch watch;
  private final Position radar;
  private double bearingSigma = 0.3;
  private double detection = 0.9;
  private double cellMetres;
  private long nowMillis;
  private long lines;
  private int nextNumber = 10;

  Sea(Instant start) {
    this(start, new Position(17.2, -87.9), List.of());
  }

  Sea(Instant start, Position mast, List<Fence> fences) {
    this(start, mast, fences, 7);
  }

  /** With other luck. */
  Sea(Instant start, Position mast, List<Fence> fences, long seed) {
    chance = new Random(seed);
    radar = mast;
    nowMillis = start.toEpochMilli();
    Setup setup =
        new Setup(
                EARTH,
                FenceMap.of(1, fences),
                Rules.defaults(),
                new OwnForces(Set.of(OWN), Set.of()),
                new WatchList(List.of()),
                Map.of())
            .with(
                new Stations(
                    Map.of("radar", mast),
                    List.of(
                        new Sensor("radar", Sensor.Kind.RADAR, mast, 24),
                        new Sensor("mast", Sensor.Kind.AIS, mast, 40))));
    watch = new Watch(setup, this::changed);
    watch.tick(nowMillis);
  }

  private void changed(Change change) {
    if (change instanceof Change.AlertChanged changed) {
      alerts.put(changed.alert().id(), changed.alert());
      raisedAt.putIfAbsent(changed.alert().id(), nowMillis);
    }
    if (change instanceof Change.DetectorFailed failed) {
      throw new AssertionError(failed.toString());
    }
  }

  /** A worse radar: errs more across its beam, and sees a boat less often. */
  Sea poor(double sigmaDegrees, double chanceToSee) {
    bearingSigma = sigmaDegrees;
    detection = chanceToSee;
    return this;
  }

  /** The radar sees boats closer than this as one. */
  Sea merging(double metres) {
    cellMetres = metres;
    return this;
  }

  /** Nobody's AIS is heard any more. */
  Sea quiet() {
    boats.forEach(Boat::silent);
    return this;
  }

  Boat boat(Position at) {
    Boat boat = new Boat(at);
    boats.add(boat);
    return boat;
  }

  Boat boat(double bearing, double metres) {
    return boat(Geodesy.destination(OPEN, bearing, metres));
  }

  /** Time passes. */
  Sea pass(double minutes) {
    for (long end = nowMillis + Math.round(minutes * 60_000); nowMillis < end; ) {
      nowMillis += 1_000;
      boats.forEach(Boat::second);
      for (int i = 0; i < boats.size(); i++) {
        speak(boats.get(i), i);
      }
      if (nowMillis / 1000 % 3 == 0) {
        scan();
      }
      watch.tick(nowMillis);
    }
    return this;
  }

  private void speak(Boat boat, int index) {
    long second = nowMillis / 1000 + index;
    boolean moves = boat.knots > (boat.classA ? 0.5 : 2);
    long interval = boat.classA ? (moves ? 10 : 180) : moves ? 30 : 180;
    if (boat.mmsi == 0 || !boat.talks) {
      return;
    }
    ContactId id = new ContactId.Mmsi(boat.mmsi);
    if (second % interval == 0) {
      Fix.Source source = boat.classA ? Fix.Source.AIS_CLASS_A : Fix.Source.AIS_CLASS_B;
      watch.apply(
          new Fix(
              origin("mast"),
              id,
              boat.at,
              new Fix.Motion(boat.knots, boat.course, Double.NaN),
              null,
              new Fix.State(source, Fix.Accuracy.circle(10), boat.status)));
    }
    if (boat.introduces && (second % 360 == 0 || second % 360 == 50)) {
      VesselIdentity.Hull hull = new VesselIdentity.Hull(boat.metres, 0, 2, 2);
      watch.apply(
          new VesselIdentity(
              origin("mast"),
              id,
              new VesselIdentity.Names("SHIP " + boat.mmsi, null, null),
              boat.shipType,
              boat.metres == 0 ? null : hull,
              null,
              null,
              null));
    }
  }

  private Origin origin(String station) {
    return new Origin(station, station, ++lines, nowMillis, nowMillis);
  }

  private void scan() {
    for (int i = 0; i < boats.size(); i++) {
      Boat boat = boats.get(i);
      boolean isHidden =
          boats.subList(0, i).stream()
              .anyMatch(b -> Geodesy.distanceMetres(b.at, boat.at) < cellMetres);
      if (isHidden) {
        boat.number = -1;
      } else if (boat.onRadar && chance.nextDouble() < detection) {
        plot(boat);
      }
    }
  }

  private void plot(Boat boat) {
    boat.number = boat.number < 0 ? nextNumber++ : boat.number;
    double metres = Geodesy.exactDistanceMetres(radar, boat.at) + 30 * chance.nextGaussian();
    double bearing =
        Geodesy.exactBearingDegrees(radar, boat.at) + bearingSigma * chance.nextGaussian();
    double across = metres * Math.toRadians(0.5);
    watch.apply(
        new Fix(
            origin("radar"),
            new ContactId.RadarTarget("radar", boat.number),
            Geodesy.destination(radar, bearing, metres),
            Fix.Motion.UNKNOWN,
            null,
            new Fix.State(Fix.Source.RADAR, new Fix.Accuracy(40, across, bearing, false), null)));
  }

  /** A round area about a place, for vessels at any time. */
  static Fence fence(String kind, Priority priority, Position centre, double metres, Limits own) {
    Coordinate[] ring = new Coordinate[37];
    for (int i = 0; i < 37; i++) {
      Position edge = Geodesy.destination(centre, 10 * (i % 36), metres);
      ring[i] = new Coordinate(edge.longitude(), edge.latitude());
    }
    return new Fence(
        "closed",
        new Fence.Label("Closed", kind, null),
        Area.of(new GeometryFactory().createPolygon(ring)),
        new Fence.Scope(Fence.AppliesTo.VESSEL, priority),
        Fence.Band.ALL,
        Fence.Hours.ALWAYS,
        own);
  }

  /** The boat that was put on it first. */
  Boat first() {
    return boats.get(0);
  }

  Watch watch() {
    return watch;
  }

  long nowMillis() {
    return nowMillis;
  }

  /** The alerts of a kind as they stand, in the order of raising. */
  List<Alert> alerts(String kind) {
    return alerts.values().stream().filter(a -> a.finding().kind().equals(kind)).toList();
  }

  /** When an alert was raised. */
  long raisedAt(Alert alert) {
    return raisedAt.get(alert.id());
  }
}
