package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * A boat's last step over the reef line.
 *
 * @param at where it was last outside
 * @param atMillis when, event time
 * @param outsideMiles how far straight it had come before, nautical miles
 */
record ReefCrossing(Position at, long atMillis, double outsideMiles) {
  private static final long CROSSED_MILLIS = 60 * 60_000L;
  private static final double STRAIGHTNESS = 0.85;
  private static final long STEP_MILLIS = 60_000;

  /** Between places no farther apart than their errors every way is crooked. */
  private static final double STEP_SIGMAS = 6;

  /** Read back from now; null if it was not outside within the last hour. */
  static ReefCrossing last(Track track, Scene scene) {
    History history = track.history();
    boolean isNight = isNight(track);
    long since = scene.nowMillis() - CROSSED_MILLIS;
    for (int i = history.size() - 1; i >= 0 && history.atMillis(i) >= since; i--) {
      if (isOutside(history.position(i), isNight, scene.geography())) {
        return new ReefCrossing(
            history.position(i), history.atMillis(i), straightMiles(history, i));
      }
    }
    return null;
  }

  /**
   * By day boats fish and dive along the reef's outer edge: only who is over the crest has crossed
   * it. By night nobody comes straight to the edge for that, and minutes count.
   */
  static boolean isOutside(Position at, boolean isNight, Geography geography) {
    return isNight
        ? geography.isSeawardOfReef(at.latitude(), at.longitude())
        : !geography.isLandwardOfReef(at.latitude(), at.longitude());
  }

  /** Whether it is night where a track is. */
  static boolean isNight(Track track) {
    Position at = track.position();
    return Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
  }

  /** How far it had come straight to a point of its way. */
  private static double straightMiles(History history, int to) {
    Position there = history.position(to);
    double path = 0;
    double straight = 0;
    Position last = there;
    long lastMillis = history.atMillis(to);
    for (int i = to - 1; i >= 0; i--) {
      Position at = history.position(i);
      double step = Geodesy.distanceMetres(last, at);
      boolean isStep =
          lastMillis - history.atMillis(i) >= STEP_MILLIS
              && step >= STEP_SIGMAS * history.sigmaMetres(i);
      if (isStep || i == 0) {
        path += step;
        double direct = Geodesy.distanceMetres(at, there);
        if (direct < STRAIGHTNESS * path) {
          break;
        }
        straight = direct;
        last = at;
        lastMillis = history.atMillis(i);
      }
    }
    return Units.metresToNauticalMiles(straight);
  }
}
