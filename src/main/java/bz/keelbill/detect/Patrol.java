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
    Patrol best = null;
    for (Track unit : scene.ownVessels()) {
      boolean isOurs =
          unit != wanted
              && unit.isLive()
              && unit.position() != null
              && unit.freshness(scene.nowMillis()) != Freshness.LOST;
      Patrol patrol = isOurs ? of(unit, craft, scene) : null;
      if (patrol != null && (best == null || patrol.isBefore(best))) {
        best = patrol;
      }
    }
    return best;
  }

  private static Patrol of(Track unit, Going craft, Scene scene) {
    Position from = Going.at(unit, scene.nowMillis()).from();
    double running = Double.isNaN(unit.speedKnots()) ? 0 : unit.speedKnots();
    double knots = Math.max(running, scene.rules().value(Slack.PATROL_KNOTS));
    double within = scene.rules().value(Slack.PATROL_MINUTES);
    Intercept intercept = Intercept.of(from, knots, craft, within);
    Position there = intercept.isPossible() ? intercept.at() : craft.from();
    boolean isOverLand = scene.geography().coast().crossesLand(from, there);
    double metres = Geodesy.exactDistanceMetres(from, craft.from());
    return new Patrol(unit.name(), Describe.who(unit), from, knots, metres, intercept, isOverLand);
  }

  /** One that gets there before one that does not, one without land between before others. */
  private boolean isBefore(Patrol other) {
    if (intercept.isPossible() != other.intercept.isPossible()) {
      return intercept.isPossible();
    }
    if (isOverLand != other.isOverLand) {
      return !isOverLand;
    }
    double mine = intercept.isPossible() ? intercept.minutes() : metres;
    double others = other.intercept.isPossible() ? other.intercept.minutes() : other.metres;
    return mine < others;
  }
}
