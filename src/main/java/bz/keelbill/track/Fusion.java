package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.report.Fix;
import bz.keelbill.report.VesselIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Whether two contacts are one craft: a radar target beside a ship that tells its position, one
 * boat on two radars.
 *
 * <p>Once a second, all targets that one radar has reported are weighed at once against the tracks
 * around them, place and velocity predicted to that second: what fits best as a whole counts as
 * agreement, and a pair that has agreed often enough is one craft.
 */
final class Fusion {
  private static final double SEARCH_METRES = 2_500;

  /** Chi-square with two degrees of freedom, 99 %. */
  static final double GATE_D2 = 9.21;

  private static final double SPLIT_D2 = 25;
  private static final double AIR_SEARCH_FACTOR = 4;
  private static final int AGREEMENTS = 3;
  private static final int AGREEMENTS_IF_CONTESTED = 8;
  private static final int AGREEMENTS_AT_REST = 9;
  private static final int AGREEMENTS_IF_ONCE_APART = 60;
  private static final int AGREEMENTS_BY_DEVICE = 10;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final double BESIDE_METRES = 300;
  private static final long LEAVING_MILLIS = 200_000;
  private static final int CONTRADICTIONS = 3;
  private static final long SAME_SENSOR_MILLIS = 10_000;
  private static final long PREDICTABLE_MILLIS = 90_000;
  private static final long SLOW_PREDICTABLE_MILLIS = 7 * 60_000;
  private static final double SLOW_KNOTS = 2;
  private static final long BETTER_SOURCE_MILLIS = 30_000;
  private static final double HEIGHT_APART_FEET = 2_000;

  /** What no covariance knows: antennas that look askew, sizes of ships. */
  private static final double PLACE_FLOOR_METRES = 60;

  private static final double ASKEW_SHARE = 0.7;
  private static final double FAR_APART_METRES = 1_000;
  private static final double VELOCITY_FLOOR = 1.5;
  private static final double AIR_FLOOR_FACTOR = 6;

  private final Picture picture;

  Fusion(Picture picture) {
    this.picture = picture;
  }

  /**
   * Weighs targets against their neighbours.
   *
   * @param targets radar-only tracks with a new plot since the last time, oldest first
   * @param join takes two tracks that are one
   */
  void resolve(List<Track> targets, long nowMillis, BiConsumer<Track, Track> join) {
    SortedMap<String, List<Track>> byRadar = new TreeMap<>();
    for (Track target : targets) {
      if (target.mayBeAnother()) {
        target.mayBeLeaving = !target.isConfirmed() && mayBeLeaving(target, nowMillis);
        String radar = target.latest().origin().station();
        byRadar.computeIfAbsent(radar, key -> new ArrayList<>()).add(target);
      }
    }
    for (List<Track> scan : byRadar.values()) {
      resolve(new Scan(scan, newestMillis(scan)), join);
    }
  }

  /** All are predicted to the newest plot: what comes late is compared as of its own time. */
  private static long newestMillis(List<Track> scan) {
    long newest = Long.MIN_VALUE;
    for (Track target : scan) {
      newest = Math.max(newest, target.latest().atMillis());
    }
    return newest;
  }

  private void resolve(Scan scan, BiConsumer<Track, Track> join) {
    int[] assigned = scan.assign();
    for (int row = 0; row < scan.targets.size(); row++) {
      Track target = scan.targets.get(row);
      Track partner = assigned[row] < 0 ? null : scan.candidates.get(assigned[row]);
      if (agrees(target, partner, assigned[row] >= 0 && scan.isContested(row, assigned[row]))) {
        join.accept(target, partner);
      }
    }
  }

  /**
   * Whether it began beside a ship at rest that has not spoken since: it may well be that ship,
   * which says so when it speaks next.
   */
  private boolean mayBeLeaving(Track target, long nowMillis) {
    if (nowMillis - target.bornAtMillis() > LEAVING_MILLIS) {
      return false;
    }
    boolean[] found = {false};
    picture.near(
        target.bornAt(),
        BESIDE_METRES + 2 * target.history().sigmaMetres(0),
        other ->
            found[0] |=
                other.identity().isCooperative()
                    && other.domain() == target.domain()
                    && !isFixedStation(other)
                    && other.speedKnots() < SLOW_KNOTS
                    && other.latest().atMillis() < target.bornAtMillis()
                    && isPredictable(other, nowMillis));
    return found[0];
  }

  private static boolean agrees(Track target, Track partner, boolean contested) {
    if (partner == null || !partner.isLive()) {
      target.doubtPartner();
      return false;
    }
    if (partner != target.partner) {
      target.partner = partner;
      target.partnerAgreements = 0;
    }
    target.partnerAgreements++;
    return target.partnerAgreements >= agreementsFor(target, partner, contested);
  }

  /**
   * What begins beside a boat at rest may just be leaving it, and what was elsewhere is another:
   * one that comes to lie beside a boat at rest has met it.
   */
  private static int agreementsFor(Track target, Track partner, boolean contested) {
    if (target.isByDeviceOnly()) {
      return haveOneMark(target, partner) ? 1 : AGREEMENTS_BY_DEVICE;
    }
    boolean atRest = partner.speedKnots() < SLOW_KNOTS;
    if (wereApart(target, partner)) {
      return atRest ? NEVER : AGREEMENTS_IF_ONCE_APART;
    }
    if (atRest) {
      return AGREEMENTS_AT_REST;
    }
    return contested ? AGREEMENTS_IF_CONTESTED : AGREEMENTS;
  }

  private static boolean haveOneMark(Track box, Track ship) {
    String mark = box.identity().vmsMark();
    VesselIdentity said = ship.identity().vessel();
    return mark != null && said != null && mark.equalsIgnoreCase(said.callsign());
  }

  /** Whether they were far apart when the one was first seen, under whatever number it was then. */
  private static boolean wereApart(Track target, Track other) {
    return target.history().size() > 0 && isApart(target.history(), 0, other);
  }

  private static boolean isApart(History history, int index, Track other) {
    Past then = Past.of(other, history.atMillis(index));
    if (then == null) {
      return false;
    }
    double errors = then.sigmaMetres() + history.sigmaMetres(index);
    double apart = Geodesy.distanceMetres(then.position(), history.position(index));
    double far = FAR_APART_METRES + 3 * errors;
    return apart > far && apart > far + Past.slackMetres(other, history.atMillis(index));
  }

  /** The targets of one radar and what they may be. */
  private final class Scan {
    private final List<Track> targets;
    private final List<Track> candidates = new ArrayList<>();
    private final Assignment assignment;
    private final int[] choices;
    private final List<Integer> suitors = new ArrayList<>();
    private final long atMillis;

    Scan(List<Track> targets, long atMillis) {
      this.targets = targets;
      this.atMillis = atMillis;
      assignment = new Assignment(targets.size(), GATE_D2);
      choices = new int[targets.size()];
    }

    int[] assign() {
      for (int row = 0; row < targets.size(); row++) {
        weigh(row, targets.get(row));
      }
      candidates.forEach(candidate -> candidate.column = -1);
      return assignment.solve();
    }

    private void weigh(int row, Track target) {
      double metres = SEARCH_METRES * (target.domain() == Domain.AIR ? AIR_SEARCH_FACTOR : 1);
      picture.near(
          target.position(),
          metres,
          other -> {
            double d2 = d2(target, other, atMillis);
            if (d2 <= GATE_D2) {
              int column = columnOf(other);
              choices[row]++;
              suitors.set(column, suitors.get(column) + 1);
              assignment.add(row, column, d2);
            }
          });
    }

    private int columnOf(Track candidate) {
      if (candidate.column < 0) {
        candidate.column = candidates.size();
        candidates.add(candidate);
        suitors.add(0);
      }
      return candidate.column;
    }

    /** Whether it could be another one as well. */
    boolean isContested(int row, int column) {
      return choices[row] > 1 || suitors.get(column) > 1;
    }
  }

  /** How badly two tracks fit, by place and velocity; above the gate if they cannot be one. */
  private static double d2(Track target, Track other, long nowMillis) {
    if (other == target || !mayBeSame(target, other, nowMillis)) {
      return Double.POSITIVE_INFINITY;
    }
    double more = target.domain() == Domain.AIR ? AIR_FLOOR_FACTOR : 1;
    Estimate mine = target.estimateAt(nowMillis);
    Estimate theirs = other.estimateAt(nowMillis);
    double place = mine.placeD2(theirs, more * floorMetres(target));
    if (place > GATE_D2) {
      return place;
    }
    double velocity = mine.velocityD2(theirs, more * VELOCITY_FLOOR);
    if (velocity > GATE_D2) {
      return velocity;
    }
    return pastsAgree(target, other) ? place : Double.POSITIVE_INFINITY;
  }

  /** Two that were far apart when this radar first saw the one are not one now. */
  private static boolean pastsAgree(Track target, Track other) {
    for (Link link : target.links) {
      int first = link.isClosed || !link.isRadar() ? -1 : target.history().firstOf(link.ordinal);
      if (first >= 0 && isApart(target.history(), first, other)) {
        return false;
      }
    }
    return true;
  }

  /** An antenna that looks askew does so in every turn: no filter averages that away. */
  private static double floorMetres(Track target) {
    double raw = target.latest().state().accuracy().worstMetres();
    return StrictMath.hypot(PLACE_FLOOR_METRES, ASKEW_SHARE * raw);
  }

  private static boolean mayBeSame(Track target, Track other, long nowMillis) {
    return isSenior(target, other)
        && other.domain() == target.domain()
        && isPredictable(other, nowMillis)
        && !isFixedStation(other)
        && !seenTogether(target, other, nowMillis)
        && heightsAgree(target, other);
  }

  /** A device's track may be part of a transponder's, a radar's of any that says who it is. */
  private static boolean isSenior(Track target, Track other) {
    if (target.isByDeviceOnly()) {
      return other.identity().isCooperative() && !other.isByDeviceOnly();
    }
    return other.identity().isCooperative() || other.serial() < target.serial();
  }

  private static boolean isPredictable(Track track, long nowMillis) {
    long age = nowMillis - track.latest().atMillis();
    boolean isSlow = track.speedKnots() < SLOW_KNOTS;
    return age <= (isSlow ? SLOW_PREDICTABLE_MILLIS : PREDICTABLE_MILLIS);
  }

  /** Two targets that one radar shows side by side are two craft. */
  private static boolean seenTogether(Track target, Track other, long atMillis) {
    for (Link theirs : other.links) {
      if (theirs.isRadar() && !theirs.isClosed && theirs.isFresh(atMillis, SAME_SENSOR_MILLIS)) {
        for (Link mine : target.links) {
          if (mine.isRadar()
              && mine.last != null
              && theirs.last.origin().station().equals(mine.last.origin().station())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isFixedStation(Track track) {
    Fix.Source source = track.latest().state().source();
    return source == Fix.Source.AIS_BASE || source == Fix.Source.AIS_AID;
  }

  private static boolean heightsAgree(Track target, Track other) {
    double apart = Math.abs(target.altitudeFeet() - other.altitudeFeet());
    return Double.isNaN(apart) || apart <= HEIGHT_APART_FEET;
  }

  /** Whether a radar contact has left the craft it was thought to be, three times running. */
  static boolean contradicts(Track track, Link link, Fix fix) {
    if (link.isCooperative() || track.links.size() < 2) {
      return false;
    }
    Link other = freshestOther(track, link);
    if (other == null || fix.atMillis() - other.last.atMillis() > PREDICTABLE_MILLIS) {
      return false;
    }
    // What a radar says of motion is too rough to go by for long: then the filter knows better.
    double d2 = other.isCooperative() ? d2(other.last, fix) : track.filter().d2(fix);
    link.contradictions = d2 <= SPLIT_D2 ? 0 : link.contradictions + 1;
    return link.contradictions >= CONTRADICTIONS;
  }

  private static double d2(Fix last, Fix fix) {
    Filter alone = Filter.begin(last, fix.height() == null ? Domain.SEA : Domain.AIR);
    Estimate expected = alone.at(fix.atMillis());
    Estimate seen = Filter.begin(fix, Domain.SEA).at(fix.atMillis());
    return expected.placeD2(seen, PLACE_FLOOR_METRES);
  }

  /** A ship's own word if there is one, else the radar that has spoken last. */
  private static Link freshestOther(Track track, Link link) {
    Link freshest = null;
    for (Link other : track.links) {
      boolean counts = other != link && other.last != null && !other.isClosed;
      if (counts && (freshest == null || isBetter(other, freshest))) {
        freshest = other;
      }
    }
    return freshest;
  }

  private static boolean isBetter(Link one, Link other) {
    return one.isCooperative() == other.isCooperative()
        ? one.last.atMillis() > other.last.atMillis()
        : one.isCooperative();
  }

  /**
   * What a fix is good for. A better sensor of the same time makes the way; beside a craft's own
   * word a radar's adds nothing, but two radars together know more than one.
   */
  static Track.Use useOf(Track track, Link link, Fix fix) {
    if (track.links.size() == 1) {
      return Track.Use.ALL;
    }
    double mine = fix.state().accuracy().worstMetres();
    boolean best = true;
    boolean ownWord = false;
    for (Link other : track.links) {
      if (other != link && other.isFresh(fix.atMillis(), BETTER_SOURCE_MILLIS)) {
        best &= other.last.state().accuracy().worstMetres() >= mine;
        ownWord |= other.isCooperative();
      }
    }
    return new Track.Use(best, best || (link.isRadar() && !ownWord));
  }
}
