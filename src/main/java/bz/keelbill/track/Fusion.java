package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;

/**
 * Whether two contacts are one craft: a radar target beside a ship that tells its position, one
 * boat on two radars, a target that was lost and found under a new number.
 */
final class Fusion {
  private static final double SEARCH_METRES = 4_000;
  private static final double GATE_D2 = 9.21;
  private static final double SPLIT_D2 = 25;
  private static final double MIN_SIGMA_METRES = 40;
  private static final double DRIFT_METRES_PER_SECOND = 1.0;
  private static final double MAX_SPEED_DIFFERENCE_KNOTS = 8;
  private static final int AGREEMENTS = 4;
  private static final int CONTRADICTIONS = 3;
  private static final long SAME_SENSOR_MILLIS = 10_000;
  private static final long PREDICTABLE_MILLIS = 90_000;
  private static final long BETTER_SOURCE_MILLIS = 30_000;
  private static final long RESUMABLE_MILLIS = 30 * 60_000L;
  private static final long RESUME_SEARCH_LIMIT_METRES = 40_000;

  private final Picture picture;

  Fusion(Picture picture) {
    this.picture = picture;
  }

  /** The track that has fitted this radar track's last few fixes, or null. */
  Track agreeing(Track track, Fix fix) {
    if (!track.isRadarOnly() || fix.state().accuracy().tentative()) {
      return null;
    }
    Track best = bestNeighbour(track, fix);
    if (best == null || best != track.partner) {
      track.partner = best;
      track.partnerAgreements = best == null ? 0 : 1;
      return null;
    }
    track.partnerAgreements++;
    return track.partnerAgreements >= AGREEMENTS ? best : null;
  }

  private Track bestNeighbour(Track track, Fix fix) {
    Track[] best = new Track[1];
    double[] bestD2 = {GATE_D2};
    picture.near(
        fix.position(),
        SEARCH_METRES,
        other -> {
          if (other != track && mayBeSame(track, other, fix)) {
            double d2 = d2(other, fix);
            if (d2 < bestD2[0]) {
              bestD2[0] = d2;
              best[0] = other;
            }
          }
        });
    return best[0];
  }

  private static boolean mayBeSame(Track track, Track other, Fix fix) {
    return other.domain() == Domain.SEA
        && fix.atMillis() - other.latest().atMillis() <= PREDICTABLE_MILLIS
        && !isFixedStation(other)
        && !seenTogether(track, other, fix.atMillis())
        && speedsAgree(track, other);
  }

  /** Two targets that one radar shows side by side are two craft. */
  private static boolean seenTogether(Track track, Track other, long atMillis) {
    for (Link mine : track.links) {
      for (Link theirs : other.links) {
        if (Associator.isRadar(theirs.contact.id())
            && theirs.last != null
            && mine.last != null
            && theirs.isFresh(atMillis, SAME_SENSOR_MILLIS)
            && theirs.last.origin().station().equals(mine.last.origin().station())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean speedsAgree(Track track, Track other) {
    double mine = track.velocity().speedKnots();
    double theirs = other.speedKnots();
    return Double.isNaN(mine)
        || Double.isNaN(theirs)
        || Math.abs(mine - theirs) <= MAX_SPEED_DIFFERENCE_KNOTS + track.velocity().marginKnots();
  }

  private static boolean isFixedStation(Track track) {
    Fix.Source source = track.latest().state().source();
    return source == Fix.Source.AIS_BASE || source == Fix.Source.AIS_AID;
  }

  private static double d2(Track other, Fix fix) {
    return d2(other.latest(), other.speedKnots(), other.courseDegrees(), fix);
  }

  private static double d2(Fix last, double speedKnots, double courseDegrees, Fix fix) {
    double seconds = (fix.atMillis() - last.atMillis()) / 1000.0;
    Position predicted = predicted(last.position(), speedKnots, courseDegrees, seconds);
    double metres = Geodesy.distanceMetres(predicted, fix.position());
    double mine = Math.max(MIN_SIGMA_METRES, fix.state().accuracy().worstMetres());
    double theirs = Math.max(MIN_SIGMA_METRES, last.state().accuracy().worstMetres());
    double drift = DRIFT_METRES_PER_SECOND * seconds;
    return metres * metres / (mine * mine + theirs * theirs + drift * drift);
  }

  static Position predicted(
      Position from, double speedKnots, double courseDegrees, double seconds) {
    if (Double.isNaN(speedKnots) || Double.isNaN(courseDegrees)) {
      return from;
    }
    double metres = Units.knotsToMetresPerSecond(speedKnots) * seconds;
    double course = StrictMath.toRadians(courseDegrees);
    double latitude =
        from.latitude()
            + metres * StrictMath.cos(course) / Geodesy.metresPerDegreeLatitude(from.latitude());
    double longitude =
        from.longitude()
            + metres * StrictMath.sin(course) / Geodesy.metresPerDegreeLongitude(from.latitude());
    return Position.isValid(latitude, longitude) ? new Position(latitude, longitude) : from;
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
    Fix.Motion motion = other.last.motion();
    boolean fits = d2(other.last, motion.speedKnots(), motion.courseDegrees(), fix) <= SPLIT_D2;
    link.contradictions = fits ? 0 : link.contradictions + 1;
    return link.contradictions >= CONTRADICTIONS;
  }

  private static Link freshestOther(Track track, Link link) {
    Link freshest = null;
    for (Link other : track.links) {
      boolean counts = other != link && other.last != null;
      if (counts && (freshest == null || other.last.atMillis() > freshest.last.atMillis())) {
        freshest = other;
      }
    }
    return freshest;
  }

  /** Whether this fix should make the track's way: no better sensor has it at the same time. */
  static boolean isBestSource(Track track, Link link, Fix fix) {
    if (track.links.size() == 1) {
      return true;
    }
    double mine = fix.state().accuracy().worstMetres();
    for (Link other : track.links) {
      if (other != link
          && other.isFresh(fix.atMillis(), BETTER_SOURCE_MILLIS)
          && other.last.state().accuracy().worstMetres() < mine) {
        return false;
      }
    }
    return true;
  }

  /**
   * The track, silent for at most half an hour, that this new radar number most likely continues.
   */
  Track lostTrackFor(Fix fix) {
    Track[] best = new Track[1];
    double[] bestScore = {1};
    picture.near(
        fix.position(),
        RESUME_SEARCH_LIMIT_METRES,
        lost -> {
          double score = resumeScore(lost, fix);
          if (score < bestScore[0]) {
            bestScore[0] = score;
            best[0] = lost;
          }
        });
    return best[0];
  }

  /** Distance from the predicted place over what is allowed: below 1 fits, NaN or more does not. */
  private static double resumeScore(Track lost, Fix fix) {
    long silent = fix.atMillis() - lost.heardAtMillis();
    boolean silentLongEnough = silent > 0 && silent <= RESUMABLE_MILLIS;
    if (lost.domain() != Domain.SEA || !lost.isRadarOnly() || !silentLongEnough) {
      return 1;
    }
    if (!lost.isConfirmed() || seenLately(lost, fix)) {
      return 1;
    }
    double seconds = silent / 1000.0;
    double speed = lost.speedKnots();
    Position predicted = predicted(lost.position(), speed, lost.courseDegrees(), seconds);
    double run = Units.knotsToMetresPerSecond(Double.isNaN(speed) ? 0 : speed) * seconds;
    double sigma = Math.max(MIN_SIGMA_METRES, fix.state().accuracy().worstMetres());
    double allowed = 3 * sigma + 200 + Math.max(0.4 * run, 1.5 * seconds);
    return Geodesy.distanceMetres(predicted, fix.position()) / allowed;
  }

  /** A radar that still shows the old target shows a second one. */
  private static boolean seenLately(Track lost, Fix fix) {
    for (Link link : lost.links) {
      if (link.isFresh(fix.atMillis(), SAME_SENSOR_MILLIS / 2)) {
        return true;
      }
    }
    return false;
  }
}
