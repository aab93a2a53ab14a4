package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import bz.keelbill.track.Usual;
import java.util.List;

/**
 * Whether a boat came into sight seaward of the reef and far from any landing.
 *
 * <p>A radar sees a small boat late: one that runs by day straight away from an atoll's dock, and
 * is first seen some miles off, has most likely left that dock; one that comes along the way on
 * which somebody went out comes home. By night nobody is believed to, nor who is slower or faster
 * than taxis.
 *
 * @param isOpenSea whether it came from the open sea
 * @param landingMetres from where it came into sight to the nearest landing
 * @param behindMetres to a landing straight behind that place, by day; NaN if there is none
 * @param isWayBack whether it comes, by day, along a way on which somebody went out
 */
record SeaOrigin(boolean isOpenSea, double landingMetres, double behindMetres, boolean isWayBack) {
  static final Setting BEHIND =
      new Setting(
          "sea-origin.landingBehind",
          12,
          "nm",
          0,
          60,
          "By day a boat that comes into sight within this of a landing straight behind it left"
              + " there");
  static final Setting ASIDE =
      new Setting(
          "sea-origin.landingAside",
          1,
          "nm",
          0,
          10,
          "Straight behind is also what lies no farther than this aside of its way back");
  static final List<Setting> SETTINGS = List.of(BEHIND, ASIDE);

  private static final double SLOWEST_TAXI_KNOTS = 17;
  private static final double FASTEST_TAXI_KNOTS = 35;
  private static final double STRAIGHT_BEHIND_DEGREES = 10;

  private static final double SETTLED_METRES = 3_000;
  private static final double STEP_METRES = 1_000;
  private static final int LEAST_STEPS = 4;
  private static final double MOSTLY = 0.7;

  /**
   * Of a track with a position.
   *
   * @param farMetres so far from any landing is far
   * @param behindMiles so near behind it a landing is where it left, nautical miles
   */
  static SeaOrigin of(Track track, double farMetres, double behindMiles, Scene scene) {
    Geography geography = scene.geography();
    Position born = track.bornAt();
    double landing = geography.landingMetres(born.latitude(), born.longitude());
    boolean isSeaward =
        landing > farMetres && geography.isSeawardOfReef(born.latitude(), born.longitude());
    boolean isDay = !Sun.isNight(born.latitude(), born.longitude(), track.bornAtMillis());
    if (!isSeaward || !isDay || !runsAsTaxisDo(track)) {
      return new SeaOrigin(isSeaward, landing, Double.NaN, false);
    }
    double most = Units.nauticalMilesToMetres(behindMiles);
    double behind = behindMetres(track, most, scene);
    boolean isWayBack = Double.isNaN(behind) && isWayBack(track.history(), scene.passages());
    return new SeaOrigin(Double.isNaN(behind) && !isWayBack, landing, behind, isWayBack);
  }

  private static boolean runsAsTaxisDo(Track track) {
    return track.velocity().speedKnots() >= SLOWEST_TAXI_KNOTS
        && track.velocity().lowerKnots() < FASTEST_TAXI_KNOTS;
  }

  private static double behindMetres(Track track, double mostMetres, Scene scene) {
    double asideMetres = Units.nauticalMilesToMetres(scene.rules().value(ASIDE));
    Position born = track.bornAt();
    double back = Geodesy.bearingDegrees(settled(track), born);
    double nearest = Double.NaN;
    for (Place landing : scene.geography().landings()) {
      double metres = Geodesy.distanceMetres(born, landing.position());
      double bearing = Geodesy.bearingDegrees(born, landing.position());
      if (metres <= mostMetres
          && !(metres >= nearest)
          && isBehind(Geodesy.turnDegrees(back, bearing), metres, asideMetres)) {
        nearest = metres;
      }
    }
    return nearest;
  }

  /** In line with the first miles of its way, or no farther aside of that line than allowed. */
  private static boolean isBehind(double turn, double metres, double asideMetres) {
    return turn <= STRAIGHT_BEHIND_DEGREES
        || turn < 90 && metres * Math.sin(Math.toRadians(turn)) <= asideMetres;
  }

  /** Where it first was so far from its beginning that its course is sure; else where it is. */
  private static Position settled(Track track) {
    History history = track.history();
    for (int i = 0; i < history.size(); i++) {
      if (Geodesy.distanceMetres(track.bornAt(), history.position(i)) >= SETTLED_METRES) {
        return history.position(i);
      }
    }
    return track.position();
  }

  private static boolean isWayBack(History history, Usual passages) {
    int steps = 0;
    int against = 0;
    Position last = history.position(0);
    for (int i = 1; i < history.size(); i++) {
      Position at = history.position(i);
      if (Geodesy.distanceMetres(last, at) >= STEP_METRES) {
        steps++;
        boolean was = passages.wasPassedAgainst(at, Geodesy.bearingDegrees(last, at));
        against += was ? 1 : 0;
        last = at;
      }
    }
    return steps >= LEAST_STEPS && against >= MOSTLY * steps;
  }
}
