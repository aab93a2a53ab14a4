package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Going;
import bz.keelbill.track.Intercept;
import bz.keelbill.track.Track;

/**
 * One of our own vessels on the way to a craft.
 *
 * @param track its track's name
 * @param who what it is called
 * @param from where it is
 * @param knots how fast it goes there
 * @param metres how far away the craft is now, in a straight line
 * @param intercept where and when they meet, if they do
 * @param isOverLand whether the straight way there leads over land, so that it takes longer
 */
public record Patrol(
    String track,
    String who,
    Position from,
    double knots,
    double metres,
    Intercept intercept,
    boolean isOverLand) {

  /** The one of ours that is there first, for a vessel that is not lost; or null. */
  public static Patrol nearest(Track wanted, Scene scene) {
    Going craft = wanted.domain() == Domain.SEA ? Going.at(wanted, scene.nowMillis()) : null;
    return craft == null ? null : nearest(wanted, craft, scene);
  }

  /** The one of ours that is there first, by water ways that lie open before others; or null. */
  static Patrol nearest(Track wanted, Going craft, Scene scene) {
    if (scene.isOwn(wanted)) {
      return null;
    }
    Way best = null;
    for (Track unit : scene.ownVessels()) {
      boolean isOurs =
          unit != wanted
              && unit.isLive()
              && unit.position() != null
              && unit.freshness(scene.nowMillis()) != Freshness.LOST;
      Way way = isOurs ? Way.of(unit, craft, scene) : null;
      if (way != null && (best == null || way.isBefore(best, craft))) {
        best = way;
      }
    }
    return best == null ? null : best.patrol(craft, scene);
  }

  /**
   * The way of one of ours, as far as it is needed to choose among them.
   *
   * @param minutes until it meets the craft; NaN if it does not
   */
  private record Way(Track unit, Position from, double knots, double minutes, boolean isOverLand) {
    static Way of(Track unit, Going craft, Scene scene) {
      Position from = Going.at(unit, scene.nowMillis()).from();
      double running = Double.isNaN(unit.speedKnots()) ? 0 : unit.speedKnots();
      double knots = Math.max(running, scene.rules().value(Slack.PATROL_KNOTS));
      double minutes = Intercept.minutes(from, knots, craft, within(scene));
      Position there = Double.isNaN(minutes) ? craft.from() : craft.after(minutes);
      boolean isOverLand = scene.geography().coast().crossesLand(from, there);
      return new Way(unit, from, knots, minutes, isOverLand);
    }

    private static double within(Scene scene) {
      return scene.rules().value(Slack.PATROL_MINUTES);
    }

    /** One that gets there before one that does not, one without land between before others. */
    boolean isBefore(Way other, Going craft) {
      if (Double.isNaN(minutes) != Double.isNaN(other.minutes)) {
        return !Double.isNaN(minutes);
      }
      if (isOverLand != other.isOverLand) {
        return !isOverLand;
      }
      return Double.isNaN(minutes)
          ? metresTo(craft) < other.metresTo(craft)
          : minutes < other.minutes;
    }

    private double metresTo(Going craft) {
      return Geodesy.exactDistanceMetres(from, craft.from());
    }

    Patrol patrol(Going craft, Scene scene) {
      Intercept intercept = Intercept.of(from, knots, craft, within(scene));
      String who = Describe.who(unit);
      return new Patrol(unit.name(), who, from, knots, metresTo(craft), intercept, isOverLand);
    }
  }
}
