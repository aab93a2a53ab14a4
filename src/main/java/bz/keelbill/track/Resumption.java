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
  private static final double FASTEST_BOAT = 35;
  private static final double FASTEST_AIRCRAFT = 300;
  private static final double METRES_PER_DEGREE = 110_500;
  private static final double SLACK_METRES = 5_000;
  private static final long SILENT_MILLIS = 2_000;
  private static final long RESUMABLE_MILLIS = 30 * 60_000L;
  private static final long JUST_LOST_MILLIS = 60_000;
  private static final long UNDECIDED_MILLIS = 60_000;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final double SURE_SIGMA_KNOTS = 5;

  private static final int SETTLED_UPDATES = 3;
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
    List<Track> lost = lostAt(nowMillis, newestBirthMillis(appeared));
    Assignment assignment = new Assignment(appeared.size(), ALONE);
    for (int row = 0; row < appeared.size(); row++) {
      for (int column = 0; column < lost.size(); column++) {
        double cost = cost(appeared.get(row), lost.get(column));
        if (cost < ALONE) {
          assignment.add(row, column, cost);
        }
      }
    }
    int[] assigned = assignment.solve();
    for (int row = 0; row < appeared.size(); row++) {
      if (assigned[row] >= 0) {
        join.accept(appeared.get(row), lost.get(assigned[row]));
      }
    }
  }

  private static long newestBirthMillis(List<Track> appeared) {
    long newest = Long.MIN_VALUE;
    for (Track track : appeared) {
      newest = Math.max(newest, track.bornAtMillis());
    }
    return newest;
  }

  private List<Track> lostAt(long nowMillis, long beforeMillis) {
    List<Track> lost = new ArrayList<>();
    for (Track track : picture.tracks()) {
      long silent = nowMillis - track.heardAtMillis();
      boolean mayBe =
          silent >= SILENT_MILLIS
              && track.heardAtMillis() < beforeMillis
              && silent <= RESUMABLE_MILLIS + UNDECIDED_MILLIS
              && track.latest() != null
              && (silent <= JUST_LOST_MILLIS + UNDECIDED_MILLIS
                  || track.isConfirmed()
                  || isGlimpse(track));
      if (mayBe) {
        lost.add(track);
      }
    }
    return lost;
  }

  /** Below 1 if the one may be the other. */
  private static double cost(Track appeared, Track lost) {
    long silent = appeared.bornAtMillis() - lost.heardAtMillis();
    boolean mayBe =
        lost != appeared
            && lost.domain() == appeared.domain()
            && silent > 0
            && silent <= RESUMABLE_MILLIS
            && isWithin(appeared, lost, silent);
    if (!mayBe) {
      return ALONE;
    }
    double just = silent <= JUST_LOST_MILLIS ? justLost(appeared, lost) : ALONE;
    boolean isKnown = lost.isConfirmed() || isGlimpse(lost);
    return just < ALONE || !isKnown || !isSure(appeared) ? just : longLost(appeared, lost);
  }

  /** A cheap look at whether they are anywhere near each other. */
  private static boolean isWithin(Track appeared, Track lost, long silentMillis) {
    double north = Math.abs(appeared.bornAt().latitude() - lost.latest().position().latitude());
    double fastest = lost.domain() == Domain.AIR ? FASTEST_AIRCRAFT : FASTEST_BOAT;
    return north * METRES_PER_DEGREE <= SLACK_METRES + fastest * silentMillis / 1000;
  }

  private static boolean isGlimpse(Track track) {
    return track.latest().contact() instanceof ContactId.Sighting;
  }

  /** By the filter alone: it is where it was expected. */
  private static double justLost(Track appeared, Track lost) {
    if (lost.filter().updates() < SETTLED_UPDATES) {
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
