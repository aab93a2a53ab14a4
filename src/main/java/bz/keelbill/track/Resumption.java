package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Whether a target that has just appeared is a craft that was lost: behind a caye, in a squall, or
 * because its radar gave it another number. Asked before it counts as new, for a boat from nowhere
 * is what the watch looks for.
 *
 * <p>All that have appeared are weighed at once against all that are lost, so that two boats that
 * come out of one squall are not confused for want of looking at both.
 */
final class Resumption {
  private static final double SEARCH_METRES = 40_000;
  private static final long RESUMABLE_MILLIS = 30 * 60_000L;
  private static final long JUST_LOST_MILLIS = 60_000;
  private static final long UNDECIDED_MILLIS = 60_000;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final double SURE_SIGMA_KNOTS = 5;

  private static final double ALONE = 1;
  private static final double NEAR_METRES = 250;
  private static final double WANDER_OF_RUN = 0.35;
  private static final double WANDER_METRES_PER_SECOND = 1.2;
  private static final double FASTER = 1.35;
  private static final double FASTER_KNOTS = 6;

  private final Picture picture;

  Resumption(Picture picture) {
    this.picture = picture;
  }

  /**
   * Weighs what has appeared against what is lost.
   *
   * @param targets radar-only tracks with a new plot since the last time, oldest first
   * @param join takes two tracks that are one
   */
  void resolve(List<Track> targets, long nowMillis, BiConsumer<Track, Track> join) {
    List<Track> appeared = new ArrayList<>();
    for (Track target : targets) {
      if (target.isLive() && !target.isKnownToBeNew && target.isRadarOnly()) {
        appeared.add(target);
        target.isKnownToBeNew = nowMillis - target.bornAtMillis() > UNDECIDED_MILLIS;
      }
    }
    if (appeared.isEmpty()) {
      return;
    }
    List<Track> lost = new ArrayList<>();
    Assignment assignment = new Assignment(appeared.size(), ALONE);
    for (int row = 0; row < appeared.size(); row++) {
      weigh(appeared.get(row), row, lost, assignment);
    }
    lost.forEach(track -> track.column = -1);
    int[] assigned = assignment.solve();
    for (int row = 0; row < appeared.size(); row++) {
      if (assigned[row] >= 0) {
        join.accept(appeared.get(row), lost.get(assigned[row]));
      }
    }
  }

  private void weigh(Track appeared, int row, List<Track> lost, Assignment assignment) {
    picture.near(
        appeared.position(),
        SEARCH_METRES,
        other -> {
          double cost = cost(appeared, other);
          if (cost < ALONE) {
            if (other.column < 0) {
              other.column = lost.size();
              lost.add(other);
            }
            assignment.add(row, other.column, cost);
          }
        });
  }

  /** Below 1 if the one may be the other. */
  private static double cost(Track appeared, Track lost) {
    long silent = appeared.bornAtMillis() - lost.heardAtMillis();
    boolean mayBe =
        lost != appeared
            && lost.domain() == appeared.domain()
            && silent > 0
            && silent <= RESUMABLE_MILLIS
            && (lost.isConfirmed() || isGlimpse(lost));
    if (!mayBe) {
      return ALONE;
    }
    double just = silent <= JUST_LOST_MILLIS ? justLost(appeared, lost) : ALONE;
    return just < ALONE || !isSure(appeared) ? just : longLost(appeared, lost);
  }

  private static boolean isGlimpse(Track track) {
    return track.latest().contact() instanceof ContactId.Sighting;
  }

  /** By the filter alone: it is where it was expected. */
  private static double justLost(Track appeared, Track lost) {
    if (lost.filter().updates() < 3) {
      return ALONE;
    }
    return lost.filter().d2(appeared.first()) / Fusion.GATE_D2;
  }

  /** Whether enough is known of its motion to tell it from others. */
  private static boolean isSure(Track appeared) {
    long age = appeared.latest().atMillis() - appeared.bornAtMillis();
    return appeared.isConfirmed()
        && (age >= PATIENCE_MILLIS
            || appeared.estimateAt(appeared.latest().atMillis()).sigmaKnots() <= SURE_SIGMA_KNOTS);
  }

  /**
   * By what a boat may have done unseen: gone on, slower or not at all, and turned a little the
   * while.
   */
  private static double longLost(Track appeared, Track lost) {
    double knots = Double.isNaN(lost.speedKnots()) ? 0 : lost.speedKnots();
    Estimate now = appeared.estimateAt(appeared.latest().atMillis());
    if (now.lowerKnots() > FASTER * knots + FASTER_KNOTS) {
      return ALONE;
    }
    double seconds = (appeared.bornAtMillis() - lost.latest().atMillis()) / 1000.0;
    double run = Units.knotsToMetresPerSecond(knots) * seconds;
    double slack = NEAR_METRES + 3 * appeared.sigmaMetres() + 2 * lost.sigmaMetres();
    double best = ALONE;
    for (double part = 0; part <= 1.1; part += 0.1) {
      double wander = Math.max(WANDER_OF_RUN * run * part, WANDER_METRES_PER_SECOND * seconds);
      double off = Geodesy.distanceMetres(ahead(lost, run * part), appeared.bornAt());
      // That it went on as it did is likelier than that it stopped.
      best = Math.min(best, off / (slack + wander) + 0.2 * Math.abs(1 - part));
    }
    return best;
  }

  private static Position ahead(Track lost, double metres) {
    double course = lost.courseDegrees();
    return Double.isNaN(course) ? lost.position() : Geodesy.offset(lost.position(), course, metres);
  }
}
