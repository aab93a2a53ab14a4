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
 * @param way the straight way on which it had come to there, or to the crest behind it where the
 *     reef is broad: the longer one
 */
record ReefCrossing(Position at, long atMillis, Way way) {
  /** A straight way: how long, and where it began. */
  record Way(double miles, Position from) {}

  private static final long CROSSED_MILLIS = 60 * 60_000L;
  private static final double STRAIGHTNESS = 0.85;
  private static final long STEP_MILLIS = 60_000;

  /** Between places no farther apart than their errors every way is crooked. */
  private static final double STEP_SIGMAS = 6;

  /** Read back from now; null if it was not outside within the last hour. */
  static ReefCrossing last(Track track, Scene scene) {
    History history = track.history();
    long since = scene.nowMillis() - CROSSED_MILLIS;
    int crest = -1;
    for (int i = history.size() - 1; i >= 0 && history.atMillis(i) >= since; i--) {
      Position at = history.position(i);
      if (crest < 0 && !scene.geography().isLandwardOfReef(at.latitude(), at.longitude())) {
        crest = i;
      }
      if (isOutside(at, scene.geography())) {
        Way out = straight(history, i);
        Way crossing = straight(history, crest);
        Way longer = out.miles() >= crossing.miles() ? out : crossing;
        return new ReefCrossing(at, history.atMillis(i), longer);
      }
    }
    return null;
  }

  /** Whether a place is seaward of the reef line. */
  static boolean isOutside(Position at, Geography geography) {
    return geography.isSeawardOfReef(at.latitude(), at.longitude());
  }

  /** Whether it is night where a track is. */
  static boolean isNight(Track track) {
    Position at = track.position();
    return Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
  }

  /** How fast it has come from there on the whole, knots. */
  double madeGoodKnots(Position now, long nowMillis) {
    double seconds = (nowMillis - atMillis) / 1000.0;
    return Units.metresPerSecondToKnots(Geodesy.distanceMetres(at, now) / seconds);
  }

  /** The straight way to a point of its way. */
  private static Way straight(History history, int to) {
    Position there = history.position(to);
    double path = 0;
    Way straight = new Way(0, there);
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
        straight = new Way(Units.metresToNauticalMiles(direct), at);
        last = at;
        lastMillis = history.atMillis(i);
      }
    }
    return straight;
  }
}
