package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * How far a craft has gone round one way, up to now: read from its way itself, in legs so long that
 * errors of position do not look like turns.
 *
 * @param degrees how far it has turned, at least 0; those to the other way have been taken off
 * @param sinceMillis when that began, event time
 * @param askedSinceMillis since when the turn that was asked for was made; the greatest number if
 *     it was not
 * @param radiusMetres of the circle that it flew
 * @param knots along its way
 * @param centre the middle of where it went round
 */
record Turning(
    double degrees,
    long sinceMillis,
    long askedSinceMillis,
    double radiusMetres,
    double knots,
    Position centre) {
  /** It goes straight. */
  private static final Turning NONE =
      new Turning(0, Long.MAX_VALUE, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN, null);

  private static final double SHORTEST_METRES = 200;
  private static final double SIGMAS = 3;
  private static final long SHORTEST_MILLIS = 4_000;
  private static final long LONGEST_GAP_MILLIS = 60_000;
  private static final double UNCLEAR_DEGREES = 150;
  private static final double BACK_DEGREES = 60;
  private static final long STRAIGHT_MILLIS = 150_000;
  private static final double STRAIGHT_DEGREES = 60;
  private static final double NOISE_DEGREES = 2;

  /**
   * Looks back along a track's way.
   *
   * @param askedDegrees the turn whose beginning is asked for
   * @param withinMillis how far back; no farther than the history is dense
   * @param belowFeet only while it was known not to be higher than this
   */
  static Turning of(Track track, double askedDegrees, long withinMillis, double belowFeet) {
    return track.history().size() < 4
        ? NONE
        : new Walk(track, askedDegrees, withinMillis, belowFeet).walk();
  }

  /** From the newest position back. */
  private static final class Walk {
    private final History history;
    private final boolean isPlot;
    private final double askedDegrees;
    private final long withinMillis;
    private final double belowFeet;
    private final long newest;
    private double sum;
    private double metres;
    private int corners;
    private double sumLatitude;
    private double sumLongitude;
    private long askedSince = Long.MAX_VALUE;
    private Turning best = NONE;

    Walk(Track track, double askedDegrees, long withinMillis, double belowFeet) {
      this.history = track.history();
      this.isPlot = track.isRadarOnly();
      this.askedDegrees = askedDegrees;
      this.withinMillis = withinMillis;
      this.belowFeet = belowFeet;
      this.newest = history.atMillis(history.size() - 1);
    }

    Turning walk() {
      int corner = history.size() - 1;
      double course = Double.NaN;
      addCorner(corner);
      for (int i = corner - 1; i >= 0 && isLookedAt(i, corner); i--) {
        double leg = Geodesy.distanceMetres(history.position(i), history.position(corner));
        if (isLeg(i, corner, leg)) {
          double bearing = Geodesy.bearingDegrees(history.position(i), history.position(corner));
          double turn = Double.isNaN(course) ? 0 : Geodesy.wrapDegrees(course - bearing);
          metres += leg;
          sum += turn;
          addCorner(i);
          if (Math.abs(turn) > UNCLEAR_DEGREES || !goesOn(i)) {
            return best;
          }
          course = bearing;
          corner = i;
        }
      }
      return best;
    }

    private boolean isLookedAt(int i, int corner) {
      boolean low = !(history.altitudeFeet(i) > belowFeet);
      return low
          && newest - history.atMillis(i) <= withinMillis
          && history.atMillis(i + 1) - history.atMillis(i) <= LONGEST_GAP_MILLIS;
    }

    private boolean isLeg(int i, int corner, double leg) {
      double noise = isPlot ? SIGMAS * history.sigmaMetres(i) : 0;
      return history.atMillis(corner) - history.atMillis(i) >= SHORTEST_MILLIS
          && leg >= Math.max(SHORTEST_METRES, noise);
    }

    private void addCorner(int i) {
      corners++;
      sumLatitude += history.latitude(i);
      sumLongitude += history.longitude(i);
    }

    /** Takes note of a corner; whether it is still worth looking farther back. */
    private boolean goesOn(int i) {
      double turned = Math.abs(sum);
      if (askedSince == Long.MAX_VALUE && turned >= askedDegrees) {
        askedSince = history.atMillis(i);
      }
      if (turned > best.degrees + NOISE_DEGREES) {
        best = soFar(i, turned);
      }
      long back = newest - history.atMillis(i);
      boolean straight = back > STRAIGHT_MILLIS && best.degrees < STRAIGHT_DEGREES;
      return !straight && turned > best.degrees - BACK_DEGREES;
    }

    private Turning soFar(int i, double turned) {
      double seconds = (newest - history.atMillis(i)) / 1000.0;
      return new Turning(
          turned,
          history.atMillis(i),
          askedSince,
          metres / StrictMath.toRadians(turned),
          Units.metresPerSecondToKnots(metres / seconds),
          new Position(sumLatitude / corners, sumLongitude / corners));
    }
  }
}
