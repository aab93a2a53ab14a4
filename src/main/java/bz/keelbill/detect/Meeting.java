package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Track;

/**
 * Since when two craft lie close together and slow, and how they came to, from the histories of
 * both.
 *
 * @param sinceMillis when they were first close and slow, Unix milliseconds
 * @param metres how far apart they lie, the mean over the meeting
 * @param limitMetres how far apart they might lie, with the errors of both
 * @param apartMetres how far apart they surely were before; 0 if that was never seen
 * @param arrivedKnots how fast the faster of them surely came; 0 if that was not seen
 */
record Meeting(
    long sinceMillis, double metres, double limitMetres, double apartMetres, double arrivedKnots) {
  private static final long STEP_MILLIS = 30_000;
  private static final int STEPS = 240;
  private static final int UNHEARD_STEPS = 12;
  private static final int TOLERATED_STEPS = 2;
  private static final int ARRIVAL_STEPS = 50;

  /** One, two and four minutes. */
  private static final int[] ARRIVAL_WINDOWS = {2, 4, 8};

  private static final double ARRIVAL_SIGMAS = 2;
  private static final double MOST_ERROR_METRES = 400;
  private static final int LAST_STEPS = 4;
  private static final double APART_SIGMAS = 3;
  private static final double PASSING_KNOTS = 2;

  /** A boat that its radar loses beside another one may have run on for so long, seconds. */
  private static final double COASTED_SECONDS = 30;

  /**
   * What close and slow are.
   *
   * @param metres so far apart at most, errors aside
   * @param knots neither goes faster
   */
  record Limits(double metres, double knots) {}

  /** One craft at a moment, whose way is read once for all that are near it. */
  static final class Side {
    private final Track track;
    private final long atMillis;
    private Trail trail;

    Side(Track track, long atMillis) {
      this.track = track;
      this.atMillis = atMillis;
    }

    private Trail trail() {
      trail = trail == null ? Meeting.trail(track, atMillis) : trail;
      return trail;
    }
  }

  private static Trail trail(Track track, long endMillis) {
    return Trail.of(track.history(), endMillis, STEP_MILLIS, STEPS);
  }

  /** Of two that are both seen; null if they are not together at the end. */
  static Meeting of(Side one, Track other, Limits limits) {
    return new Reading(one.trail(), trail(other, one.atMillis), limits).meeting(limits.metres());
  }

  /**
   * Of one that came close to another and has not been seen since, as close boats are one echo;
   * null if it did not come close, or if the other did not stay where it was.
   */
  static Meeting merged(Track seen, Track vanished, long nowMillis, Limits limits) {
    long endMillis = vanished.latest().atMillis();
    double knots = vanished.speedKnots();
    double coasted =
        knots > limits.knots() ? Units.knotsToMetresPerSecond(knots) * COASTED_SECONDS : 0;
    Reading reading = new Reading(trail(seen, endMillis), trail(vanished, endMillis), limits);
    if (!reading.isCloseTo(vanished, limits.metres() + Math.min(MOST_ERROR_METRES, coasted))) {
      return null;
    }
    int steps = (int) ((nowMillis - endMillis) / STEP_MILLIS);
    Trail since = Trail.of(seen.history(), nowMillis, STEP_MILLIS, steps);
    double far = limits.metres() + MOST_ERROR_METRES;
    for (int i = 0; i < steps; i++) {
      boolean isGone =
          since.isKnown(i)
              && (since.isSurelyFaster(i, limits.knots())
                  || Geodesy.distanceMetres(since.position(i), vanished.position()) > far);
      if (isGone) {
        return null;
      }
    }
    return reading.endedMeeting(endMillis);
  }

  /** Both trails side by side. */
  private static final class Reading {
    private final Trail one;
    private final Trail other;
    private final double slowKnots;

    Reading(Trail one, Trail other, Limits limits) {
      this.one = one;
      this.other = other;
      this.slowKnots = limits.knots();
    }

    Meeting meeting(double limitMetres) {
      int newest = newestKnown();
      int oldest = -1;
      int good = 0;
      double sum = 0;
      for (int i = newest; i >= 0 && i < STEPS && !isOver(i, newest, oldest); i++) {
        if (isClose(i, limitMetres) && isSlow(i)) {
          oldest = i;
          good++;
          sum += one.metresTo(other, i);
        }
      }
      if (oldest < 0 || !isMostly(good, oldest - newest + 1) || isPassing(newest, oldest)) {
        return null;
      }
      // Of many looks the mean errs less than one does.
      if (sum / good > limitMetres + errorMetres(newest) / 2) {
        return null;
      }
      return new Meeting(
          one.beginMillis(oldest),
          sum / good,
          limitMetres + errorMetres(newest),
          apartMetres(oldest + 1),
          arrivedKnots(oldest));
    }

    /** A step or two that do not fit may be noise. */
    private static boolean isOver(int step, int newest, int oldest) {
      return step - (oldest < 0 ? newest - 1 : oldest) > TOLERATED_STEPS + 1;
    }

    private static boolean isMostly(int good, int all) {
      return 3 * good >= 2 * all;
    }

    /**
     * Whether the one only went by: seen from the other it went on all the time, as a trawler goes
     * past a yacht at anchor. Errors must not make it seem so.
     */
    private boolean isPassing(int newest, int oldest) {
      double seconds = (oldest - newest) * STEP_MILLIS / 1000.0;
      double north = northMetres(newest) - northMetres(oldest);
      double east = eastMetres(newest) - eastMetres(oldest);
      double sure = StrictMath.hypot(north, east) - errorMetres(newest) - errorMetres(oldest);
      return Units.metresPerSecondToKnots(sure / seconds) > PASSING_KNOTS;
    }

    private double northMetres(int step) {
      Position here = one.position(step);
      double metres = Geodesy.metresPerDegreeLatitude(here.latitude());
      return (other.position(step).latitude() - here.latitude()) * metres;
    }

    private double eastMetres(int step) {
      Position here = one.position(step);
      double metres = Geodesy.metresPerDegreeLongitude(here.latitude());
      return (other.position(step).longitude() - here.longitude()) * metres;
    }

    /** They met where the one was last seen. */
    Meeting endedMeeting(long endMillis) {
      int newest = newestKnown();
      return new Meeting(
          endMillis,
          one.metresTo(other, newest),
          errorMetres(newest),
          apartMetres(newest + 1),
          arrivedKnots(newest));
    }

    /**
     * By where it was at last, not by the mean of a step in which it ran; of one that lay there by
     * where it lay in its last steps: what was taken for it at last may have been the other.
     */
    boolean isCloseTo(Track vanished, double limitMetres) {
      int newest = newestKnown();
      if (newest < 0) {
        return false;
      }
      double last = Geodesy.distanceMetres(one.position(newest), vanished.position());
      boolean isClose = last <= limitMetres + errorMetres(newest);
      for (int i = newest; i < newest + LAST_STEPS && !isClose; i++) {
        isClose = isSlow(i) && isClose(i, limitMetres);
      }
      return isClose;
    }

    private int newestKnown() {
      for (int i = 0; i < UNHEARD_STEPS; i++) {
        if (one.isKnown(i) && other.isKnown(i)) {
          return i;
        }
      }
      return -1;
    }

    /** Errors take long to tell: they are asked for only where they decide. */
    private boolean isClose(int step, double limitMetres) {
      double metres = one.metresTo(other, step);
      return metres <= limitMetres
          || metres <= limitMetres + MOST_ERROR_METRES && metres <= limitMetres + errorMetres(step);
    }

    private double errorMetres(int step) {
      return Math.min(
          MOST_ERROR_METRES, 2 * StrictMath.hypot(one.sigmaMetres(step), other.sigmaMetres(step)));
    }

    private boolean isSlow(int step) {
      return !one.isSurelyFaster(step, slowKnots) && !other.isSurelyFaster(step, slowKnots);
    }

    private double apartMetres(int from) {
      double most = 0;
      for (int i = from; i < STEPS; i++) {
        double sigma = StrictMath.hypot(one.sigmaMetres(i), other.sigmaMetres(i));
        double metres = one.metresTo(other, i) - APART_SIGMAS * sigma;
        most = metres > most ? metres : most;
      }
      return most;
    }

    private double arrivedKnots(int from) {
      double most = 0;
      for (int i = from; i < Math.min(STEPS, from + ARRIVAL_STEPS); i++) {
        most = fastest(most, one, i);
        most = fastest(most, other, i);
      }
      return most;
    }

    /** One window may lie across two boats that were mistaken for each other: so two in a row. */
    private static double fastest(double most, Trail trail, int step) {
      double best = most;
      for (int steps : ARRIVAL_WINDOWS) {
        double later = trail.lowerKnots(step, step + steps, ARRIVAL_SIGMAS);
        double before = trail.lowerKnots(step + steps, step + 2 * steps, ARRIVAL_SIGMAS);
        double knots = Math.min(later, before);
        best = knots > best ? knots : best;
      }
      return best;
    }
  }
}
