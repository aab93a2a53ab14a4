package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * Whether what looks like a second place is the craft's own way, told later than it happened: a
 * station that stamps old positions with the present, or one that is minutes behind.
 */
final class OneWay {
  private static final double NEAR_METRES = 500;
  private static final double SAME_KNOTS = 2;
  private static final double SAME_DEGREES = 15;
  private static final double UNDER_WAY_KNOTS = 3;

  private OneWay() {}

  /** Whether the places lie on the way that it came, or it lies on theirs. */
  static boolean is(Track track, List<Fix> places) {
    boolean isBehind = true;
    boolean isAhead = track.speedKnots() >= UNDER_WAY_KNOTS;
    for (Fix fix : places) {
      boolean isMoving = fix.motion().speedKnots() >= UNDER_WAY_KNOTS;
      isBehind &= isMoving && isOnPast(track.history(), fix.position());
      isAhead = isAhead && isAhead(track, fix);
    }
    return isBehind || isAhead;
  }

  private static boolean isOnPast(History history, Position at) {
    for (int i = 0; i < history.size(); i++) {
      double metres =
          Geodesy.distanceMetres(
              history.latitude(i), history.longitude(i), at.latitude(), at.longitude());
      if (metres <= NEAR_METRES) {
        return true;
      }
    }
    return false;
  }

  /** Straight ahead of it, as fast and on the same course. */
  private static boolean isAhead(Track track, Fix fix) {
    double bearing = Geodesy.bearingDegrees(track.position(), fix.position());
    return Math.abs(fix.motion().speedKnots() - track.speedKnots()) <= SAME_KNOTS
        && Geodesy.turnDegrees(fix.motion().courseDegrees(), track.courseDegrees()) <= SAME_DEGREES
        && Geodesy.turnDegrees(bearing, track.courseDegrees()) <= SAME_DEGREES;
  }
}
