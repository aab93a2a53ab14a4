package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;

/**
 * Where a track was at some time in the past.
 *
 * @param position between the positions before and after, or as expected since the newest
 * @param sigmaMetres standard deviation
 * @param speedKnots about then
 */
record Past(Position position, double sigmaMetres, double speedKnots) {
  static final long LONGEST_GAP_MILLIS = 10 * 60_000;

  /** Null if it was not seen near that time. */
  static Past of(Track track, long millis) {
    if (track.latest() == null) {
      return null;
    }
    long newest = track.latest().atMillis();
    if (millis >= newest) {
      Estimate then = millis - newest <= LONGEST_GAP_MILLIS ? track.estimateAt(millis) : null;
      return then == null
          ? null
          : new Past(then.position(), then.place().worst(), then.speedKnots());
    }
    return between(track.history(), millis);
  }

  private static Past between(History history, long millis) {
    int after = history.firstAtOrAfter(millis);
    if (after == history.size()) {
      return null;
    }
    int before = Math.max(0, after - 1);
    long gap = history.atMillis(after) - history.atMillis(before);
    if (gap > LONGEST_GAP_MILLIS || history.atMillis(after) - millis > LONGEST_GAP_MILLIS) {
      return null;
    }
    double part = gap == 0 ? 0 : Math.max(0, (millis - history.atMillis(before)) / (double) gap);
    Position from = history.position(before);
    Position to = history.position(after);
    double metres = Geodesy.distanceMetres(from, to);
    double speed = gap == 0 ? 0 : Units.metresPerSecondToKnots(metres / (gap / 1000.0));
    Position position =
        new Position(
            from.latitude() + part * (to.latitude() - from.latitude()),
            Geodesy.wrapDegrees(
                from.longitude() + part * Geodesy.wrapDegrees(to.longitude() - from.longitude())));
    return new Past(position, history.sigmaMetres(before), speed);
  }

  /**
   * How far along its way it may have been from where an even run would have brought it: who lay at
   * rest when he last spoke, and runs when he speaks next, may have lain there until just now.
   */
  static double slackMetres(Track track, long millis) {
    History history = track.history();
    int after = history.firstAtOrAfter(millis);
    if (after == 0 || after == history.size()) {
      return 0;
    }
    double gap = history.atMillis(after) - history.atMillis(after - 1);
    double metres = Geodesy.distanceMetres(history.position(after - 1), history.position(after));
    double knots = gap > 0 ? Units.metresPerSecondToKnots(metres / (gap / 1000.0)) : 0;
    double fastest =
        Math.max(orNone(history.speedKnots(after - 1)), orNone(history.speedKnots(after)));
    if (!(fastest > knots) || !(knots > 0)) {
      return 0;
    }
    double part = (millis - history.atMillis(after - 1)) / gap;
    double soonest = Math.min(1, part * fastest / knots);
    double latest = Math.max(0, 1 - (1 - part) * fastest / knots);
    return metres * Math.max(soonest - part, part - latest);
  }

  private static double orNone(double knots) {
    return Double.isNaN(knots) ? 0 : knots;
  }
}
