package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Sensor;
import bz.keelbill.track.Track;
import java.util.List;

/** What the radars say of a place where a vessel claims to be. */
final class RadarWitness {
  private static final Setting BESIDE =
      new Setting(
          "on-land.echoWithin",
          800,
          "m",
          50,
          5000,
          "Within this of a claimed place an echo may be the vessel's");
  private static final Setting ASKEW =
      new Setting(
          "on-land.askew", 2, "°", 0, 10, "Or within as much of the bearing: antennas stand askew");

  /** Who was beside it in the last minutes is still within this. */
  private static final double NEAR_METRES = 7_000;

  private static final Setting BEFORE =
      new Setting(
          "on-land.echoMinutes", 2, "min", 0, 30, "An echo of so long ago may be the vessel's too");
  private static final long LOOKED_EACH_MILLIS = 20_000;
  private static final double SIGMAS = 3;
  private static final double LEARNED_MINUTES = 10;

  /** So many minutes of others as far away, on other bearings, tell as much. */
  private static final double RING_MINUTES = 60;

  private static final double SIGHT_STEP_METRES = 1_000;

  /** The mast stands ashore, and looks over what is near it. */
  private static final double MAST_METRES = 4_000;

  /** What the range promises at about two thirds of it: where no others were, that must do. */
  private static final double SUPPOSED = 0.9;

  private static final Setting SURE =
      new Setting(
          "on-land.sureShare",
          0.5,
          "",
          0,
          1,
          "Within this share of its range a radar sees every ship that no land hides");

  private static final long LATELY_MILLIS = 60_000;

  /** A boat gives an echo as strong as a ship's from twice as far or more. */
  private static final double BOAT_SHARE = 2;

  /** Four thirds of the earth's radius, as beams bend. */
  private static final double HORIZON_MILES = 2.21;

  private static final Setting EDGE =
      new Setting(
          "on-land.edgeShare",
          0.8,
          "",
          0.1,
          1,
          "Beyond this share of its range a radar sees some ships and not others");
  static final List<Setting> SETTINGS = List.of(BESIDE, ASKEW, BEFORE, SURE, EDGE);

  private RadarWitness() {}

  /**
   * How surely the radar that sees best there would see such a vessel in a minute, 0 to 1; 0 if
   * none looks there now. What is learned is mostly learned of ships: who may be a boat is less
   * easily seen, and whoever lies below the horizon is not seen however well higher ships are.
   */
  static double chance(Position at, Track vessel, Scene scene) {
    return chance(at, vessel, Double.NaN, scene);
  }

  /**
   * The same without the minutes that this vessel itself was missed there, and only where others
   * have shown it.
   */
  static double chance(Position at, Track vessel, double missed, Scene scene) {
    double best = 0;
    for (Sensor sensor : scene.coverage().sensors()) {
      if (sensor.kind() == Sensor.Kind.RADAR && isLooking(sensor, scene)) {
        best = Math.max(best, chance(at, vessel, missed, sensor, scene));
      }
    }
    return best;
  }

  /** Whether a radar looks now above whose horizon the vessel would stand there. */
  static boolean mayLookAt(Position at, Track vessel, Scene scene) {
    double horizon = horizonMetres(vessel, scene);
    for (Sensor sensor : scene.coverage().sensors()) {
      if (sensor.kind() == Sensor.Kind.RADAR
          && Geodesy.distanceMetres(sensor.position(), at) <= horizon
          && isLooking(sensor, scene)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLooking(Sensor sensor, Scene scene) {
    Hearing.Station station = scene.hearing().station(sensor.id());
    return station != null && station.silentMillis(scene.nowMillis()) < LATELY_MILLIS;
  }

  private static double chance(
      Position at, Track vessel, double missed, Sensor sensor, Scene scene) {
    double metres = Geodesy.distanceMetres(sensor.position(), at);
    if (metres > horizonMetres(vessel, scene)) {
      return 0;
    }
    boolean isShip = Build.seemsShip(vessel);
    double own = Double.isNaN(missed) ? 0 : missed;
    double here = scene.coverage().chanceWithout(sensor.id(), Coverage.Kind.RADAR, at, own);
    double others = scene.coverage().experience(sensor.id(), Coverage.Kind.RADAR, at) - own;
    if (others < LEARNED_MINUTES && !(Double.isNaN(missed) && here >= SUPPOSED)) {
      here = isInSight(sensor, at, scene) ? byDistance(at, isShip, own, sensor, scene) : 0;
    }
    if (here == 0) {
      return 0;
    }
    if (isShip) {
      double range = Units.nauticalMilesToMetres(sensor.rangeNauticalMiles());
      return metres > scene.rules().value(EDGE) * range ? 0 : here;
    }
    double bearing = Geodesy.bearingDegrees(sensor.position(), at);
    Position farther = Geodesy.destination(sensor.position(), bearing, BOAT_SHARE * metres);
    double there = scene.coverage().chance(sensor.id(), Coverage.Kind.RADAR, farther);
    return Math.min(here, there);
  }

  /**
   * From where its mast stands above the horizon of an antenna: 2.21 nm for each root of metres.
   */
  private static double horizonMetres(Track vessel, Scene scene) {
    double antenna = scene.rules().value(OnLand.ANTENNA);
    double miles = HORIZON_MILES * (Math.sqrt(antenna) + Math.sqrt(Build.mastMetres(vessel)));
    return Units.nauticalMilesToMetres(miles);
  }

  /**
   * As others were seen at this distance. Where there were too few, what the range promises counts
   * for half of it: beyond, a range that somebody has written down proves nothing against a ship.
   */
  private static double byDistance(
      Position at, boolean isShip, double missed, Sensor sensor, Scene scene) {
    Coverage.Ring ring = scene.coverage().ring(sensor.id(), Coverage.Kind.RADAR, at);
    double others = ring.minutes() - missed;
    if (others >= RING_MINUTES) {
      return Math.min(1, ring.heard() / others);
    }
    double sure =
        scene.rules().value(SURE) * Units.nauticalMilesToMetres(sensor.rangeNauticalMiles());
    return isShip && Geodesy.distanceMetres(sensor.position(), at) <= sure ? SUPPOSED : 0;
  }

  /** Whether no land stands between; the radar's own shore does not count. */
  private static boolean isInSight(Sensor sensor, Position at, Scene scene) {
    double metres = Geodesy.distanceMetres(sensor.position(), at);
    double bearing = Geodesy.bearingDegrees(sensor.position(), at);
    Position from = sensor.position();
    Position to = Geodesy.offset(from, bearing, metres);
    double north = (to.latitude() - from.latitude()) / metres;
    double east = Geodesy.wrapDegrees(to.longitude() - from.longitude()) / metres;
    for (double way = MAST_METRES; way < metres; way += SIGHT_STEP_METRES) {
      double longitude = Geodesy.wrapDegrees(from.longitude() + east * way);
      if (scene.geography().coast().isLand(from.latitude() + north * way, longitude)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any radar has lately seen a craft at the place, this one or another. */
  static boolean seesAnybody(Position at, Scene scene) {
    return sawAnybody(at, scene.nowMillis(), scene);
  }

  /**
   * Whether any radar has seen a craft beside a vessel's own words in the last minutes, this one or
   * another. An echo that has just changed hands is beside it one moment and gone the next.
   */
  static boolean sawAnybody(Track claimed, Scene scene) {
    for (long ago = 0; ago <= scene.rules().millis(BEFORE); ago += LOOKED_EACH_MILLIS) {
      long then = scene.nowMillis() - ago;
      Position at = ago == 0 ? claimed.position() : claimed.positionAt(then);
      if (at != null && sawAnybody(at, then, scene)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sawAnybody(Position at, long then, Scene scene) {
    boolean[] found = {false};
    scene.picture().near(at, NEAR_METRES, other -> found[0] |= wasThere(other, at, then, scene));
    return found[0];
  }

  private static boolean wasThere(Track other, Position at, long then, Scene scene) {
    boolean isNow = then == scene.nowMillis();
    Position place = isNow ? other.position() : other.positionAt(then);
    if (place == null || !other.hasBeenSeenByRadar()) {
      return false;
    }
    double metres = Geodesy.distanceMetres(at, place) - SIGMAS * other.sigmaMetres();
    for (Sensor sensor : scene.coverage().sensors()) {
      if (sensor.kind() == Sensor.Kind.RADAR
          && metres <= besideMetres(sensor, at, scene)
          && other.isSeenBy(sensor.id(), then - LATELY_MILLIS)) {
        return true;
      }
    }
    return false;
  }

  /** An antenna that stands askew by two degrees errs the more the farther it looks. */
  private static double besideMetres(Sensor sensor, Position at, Scene scene) {
    double askew = Math.toRadians(scene.rules().value(ASKEW));
    return Math.max(
        scene.rules().value(BESIDE), askew * Geodesy.distanceMetres(sensor.position(), at));
  }
}
