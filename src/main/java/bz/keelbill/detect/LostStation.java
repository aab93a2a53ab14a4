package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Origin;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.Track;

/** Whether the silence of one craft is rather its station's. */
final class LostStation {
  private static final long TOGETHER_MILLIS = 12_000;
  private static final double ANTENNA_FEET = 100;
  private static final double HORIZON_SHARE = 0.85;
  private static final double AWAY_DEGREES = 60;

  private LostStation() {}

  /**
   * Whether the station that heard it last, or its feed, is silent as a whole: it is told so, or
   * all others that it heard fell silent in the same moment. If there was no other, nobody knows,
   * and a quiet night is no silent station.
   */
  static boolean isSilent(Track track, Scene scene) {
    Origin last = track.latest().origin();
    Hearing.Station station = scene.hearing().station(last.station());
    boolean told =
        station != null && scene.hearing().isBehindSilentFeed(station, scene.nowMillis());
    return told || isToldOf(last, scene) || fellSilentTogether(track, scene);
  }

  /** Whether an alert says that the station that gave a word, or its feed, is deaf since. */
  static boolean isToldOf(Origin last, Scene scene) {
    for (Finding open : scene.open(FeedSilent.KIND)) {
      String about = open.subject().lineage();
      boolean isIts =
          about.equals("station:" + last.station()) || about.equals("feed:" + last.feed());
      if (isIts && open.moment().atMillis() >= last.eventAtMillis()) {
        return true;
      }
    }
    return false;
  }

  private static boolean fellSilentTogether(Track track, Scene scene) {
    String station = track.latest().origin().station();
    int together = 0;
    for (Track other : scene.picture().tracks()) {
      boolean isHeardThere =
          other != track
              && other.latest() != null
              && station.equals(other.latest().origin().station());
      long after = isHeardThere ? other.heardAtMillis() - track.heardAtMillis() : Long.MIN_VALUE;
      if (after > TOGETHER_MILLIS) {
        return false;
      }
      together += after >= -TOGETHER_MILLIS ? 1 : 0;
    }
    return together > 0;
  }

  /** Whether it flew level and away from its station, about as far as radio carries. */
  static boolean isLeavingItsHorizon(Track track, FlightPath path, Scene scene) {
    Position station = scene.stations().get(track.latest().origin().station());
    if (station == null || Double.isNaN(path.feet())) {
      return false;
    }
    double horizonMiles = 1.23 * (Math.sqrt(Math.max(0, path.feet())) + Math.sqrt(ANTENNA_FEET));
    double miles = Geodesy.distanceMetres(station, path.from()) / 1852;
    double outward = Geodesy.bearingDegrees(station, path.from());
    return miles >= HORIZON_SHARE * horizonMiles
        && Geodesy.turnDegrees(outward, path.courseDegrees()) <= AWAY_DEGREES;
  }
}
