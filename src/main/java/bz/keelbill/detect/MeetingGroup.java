package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import java.util.List;
import java.util.function.Predicate;

/**
 * Those who lie where two have met: by day boats together are at work, and one group is one alert.
 *
 * @param near every vessel that is close
 */
record MeetingGroup(Rendezvous.Pair pair, List<Track> near, Scene scene) {
  private static final long RESOLVED_MILLIS = 60_000;
  private static final double GROUP_METRES = 700;

  /** How many more lie there; an echo that no sensor tells from one of the two does not count. */
  int company(Predicate<Track> isSlow) {
    int others = 0;
    for (Track third : near) {
      boolean counts =
          third != pair.other()
              && third.freshness(scene.nowMillis()) != Freshness.LOST
              && isSlow.test(third)
              && isWithin(third, pair.one())
              && areTwo(third, pair.one())
              && (pair.isMerged() || areTwo(third, pair.other()));
      others += counts ? 1 : 0;
    }
    return others;
  }

  private static boolean isWithin(Track third, Track one) {
    double metres = Geodesy.distanceMetres(third.position(), one.position());
    return metres <= GROUP_METRES + 2 * third.sigmaMetres();
  }

  private boolean areTwo(Track one, Track other) {
    long since = scene.nowMillis() - RESOLVED_MILLIS;
    boolean byThemselves = one.identity().isCooperative() && other.identity().isCooperative();
    return byThemselves
        || one.isSeenBy(other.latest().origin().station(), since)
        || other.isSeenBy(one.latest().origin().station(), since);
  }

  /**
   * Whether the alert is open already, about another pair: it is that of the pair that was first.
   */
  boolean isSaid() {
    for (Finding open : scene.open(Rendezvous.KIND)) {
      Finding.Subject said = open.subject();
      if (isIn(said, pair.older()) != isIn(said, pair.younger())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Finding.Subject said, Track track) {
    return track.name().equals(said.lineage()) || track.name().equals(said.partner());
  }
}
