package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;

/**
 * A shore where nobody lands, that a boat goes to.
 *
 * @param at where it would land
 * @param minutes until then
 */
record EmptyShore(Position at, double minutes) {
  private static final double FAN_DEGREES = 12;
  private static final double STRAIGHT_TO_DEGREES = 4;

  /** The one ahead that is nearest; null if there is none, or a landing may be meant. */
  static EmptyShore ahead(Track track, Scene scene, Rules rules) {
    Velocity velocity = track.velocity();
    double perMinute = Units.knotsToMetresPerSecond(velocity.speedKnots()) * 60;
    double reach = perMinute * rules.value(ShoreApproachSettings.ETA) * 1.5;
    EmptyShore nearest = null;
    for (int side = -1; side <= 1; side++) {
      double course = velocity.courseDegrees() + side * FAN_DEGREES;
      double metres = scene.geography().coast().metresToLandAhead(track.position(), course, reach);
      if (!Double.isNaN(metres)) {
        Position at = Geodesy.destination(track.position(), course, metres);
        boolean isEmpty = isEmpty(at, scene, rules);
        if (side == 0 && !isEmpty) {
          return null;
        }
        boolean isNearer = nearest == null || metres / perMinute < nearest.minutes();
        nearest = isEmpty && isNearer ? new EmptyShore(at, metres / perMinute) : nearest;
      }
    }
    return nearest == null || isForLanding(track, perMinute, scene, rules) ? null : nearest;
  }

  private static boolean isEmpty(Position shore, Scene scene, Rules rules) {
    double landing = scene.geography().landingMetres(shore.latitude(), shore.longitude());
    return landing > rules.value(ShoreApproachSettings.LANDING) && !scene.passages().isBerth(shore);
  }

  /**
   * A course to a landing is one to the landing, whatever caye lies on the way; by day also one
   * that fits it less well, or passes it near by.
   */
  private static boolean isForLanding(
      Track track, double metresPerMinute, Scene scene, Rules rules) {
    boolean isNight = ReefCrossing.isNight(track);
    double limit = isNight ? STRAIGHT_TO_DEGREES : FAN_DEGREES;
    double aside =
        isNight ? 0 : Units.nauticalMilesToMetres(rules.value(ShoreApproachSettings.ASIDE));
    double within =
        metresPerMinute * rules.value(ShoreApproachSettings.ETA)
            + rules.value(ShoreApproachSettings.LANDING);
    for (Place landing : scene.geography().landings()) {
      double bearing = Geodesy.bearingDegrees(track.position(), landing.position());
      double turn = Geodesy.turnDegrees(track.velocity().courseDegrees(), bearing);
      double metres = Geodesy.distanceMetres(track.position(), landing.position());
      boolean isPassed = turn < 90 && metres * Math.sin(Math.toRadians(turn)) <= aside;
      if (metres <= within && (turn <= limit || isPassed)) {
        return true;
      }
    }
    return false;
  }
}
