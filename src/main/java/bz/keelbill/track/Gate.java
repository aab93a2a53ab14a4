package bz.keelbill.track;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.report.ContactId.Mmsi;
import bz.keelbill.report.Fix;

/** What a craft can have done between two reports of one contact. */
final class Gate {
  private static final long EPOCH_SILENCE_MILLIS = 60_000;
  private static final double RADAR_MAX_KNOTS = 60;
  private static final double SAID_SPEED_SPARE = 1.2;
  private static final double VESSEL_MAX_KNOTS = 110;
  private static final double SLOW_VESSEL_MAX_KNOTS = 60;
  private static final double AIRCRAFT_MAX_KNOTS = 900;
  private static final double SLACK_METRES = 500;
  private static final int JUMPS_BEFORE_FRESH_START = 8;
  private static final double COARSE_METRES = 60;
  private static final long FINE_FOR_MILLIS = 3 * 60_000;
  private static final long BETTER_FOR_MILLIS = 30_000;

  private Gate() {}

  /**
   * Whether a radar number has been given to another craft: silence over a minute, a jump no boat
   * can make, or acquiring again after it was tracked.
   */
  static boolean opensNewEpoch(Link link, Fix fix) {
    if (!Associator.isRadar(fix.contact()) || link.last == null) {
      return false;
    }
    long gap = fix.atMillis() - link.last.atMillis();
    boolean acquiredAgain =
        fix.state().accuracy().tentative() && !link.last.state().accuracy().tentative();
    return gap > EPOCH_SILENCE_MILLIS
        || acquiredAgain
        || (fix.position() != null && jumps(link.last, fix, radarMaxKnots(link.last, fix), 0));
  }

  /** What the radar itself says is as fast as an aircraft is one that has no transponder. */
  private static double radarMaxKnots(Fix from, Fix to) {
    double said = Math.max(from.motion().speedKnots(), to.motion().speedKnots());
    return said > RADAR_MAX_KNOTS ? said * SAID_SPEED_SPARE : RADAR_MAX_KNOTS;
  }

  /**
   * Whether a position may belong to the contact's craft. One that cannot is held back; after eight
   * in a row they are believed, for then the old place was the wrong one.
   */
  static boolean accepts(Link link, Track track, Fix fix) {
    if (isNowhere(fix) || isCoarseBesideFine(link, fix) || isBesideBetter(link, fix)) {
      return false;
    }
    if (link.last == null || !jumps(link.last, fix, maxKnots(link, track, fix), SLACK_METRES)) {
      link.rejectedJumps = 0;
      if (link.elsewhere != null) {
        link.elsewhere.accepted();
      }
      return true;
    }
    link.rejectedJumps++;
    if (link.rejectedJumps <= JUMPS_BEFORE_FRESH_START) {
      link.elsewhere().refused(fix, link.last, track.domain());
      return false;
    }
    link.rejectedJumps = 0;
    link.elsewhere().moved(link.last);
    return true;
  }

  private static double maxKnots(Link link, Track track, Fix fix) {
    if (flies(track, fix)) {
      return AIRCRAFT_MAX_KNOTS;
    }
    double said = Math.max(link.last.motion().speedKnots(), fix.motion().speedKnots());
    if (Associator.isRadar(fix.contact())) {
      return Math.max(VESSEL_MAX_KNOTS, radarMaxKnots(link.last, fix));
    }
    // One that tells its speed is believed that it is no faster.
    return Double.isNaN(said)
        ? VESSEL_MAX_KNOTS
        : Math.min(VESSEL_MAX_KNOTS, Math.max(SLOW_VESSEL_MAX_KNOTS, SAID_SPEED_SPARE * said));
  }

  /** A rescue aircraft with AIS is among the vessels, and flies. */
  private static boolean flies(Track track, Fix fix) {
    return track.domain() == Domain.AIR || fix.state().source() == Fix.Source.AIS_AIRCRAFT;
  }

  /** A position rounded for long range (M.1371-5, message 27) adds nothing to a recent fine one. */
  private static boolean isCoarseBesideFine(Link link, Fix fix) {
    return isCoarse(fix)
        && link.last != null
        && !isCoarse(link.last)
        && Math.abs(fix.atMillis() - link.last.atMillis()) < FINE_FOR_MILLIS;
  }

  private static boolean isCoarse(Fix fix) {
    return fix.contact() instanceof Mmsi && fix.state().accuracy().worstMetres() >= COARSE_METRES;
  }

  /** Whether a better kind of sensor has just said where the aircraft is. */
  private static boolean isBesideBetter(Link link, Fix fix) {
    return link.last != null
        && rank(fix) > rank(link.last)
        && Math.abs(fix.atMillis() - link.last.atMillis()) < BETTER_FOR_MILLIS;
  }

  /** What an aircraft says itself counts before what the ground says of it, or computes. */
  private static int rank(Fix fix) {
    return switch (fix.state().source()) {
      case RADAR -> 3;
      case MLAT -> 2;
      case REBROADCAST -> 1;
      default -> 0;
    };
  }

  /** 0° 0° is what a receiver without a position says. */
  private static boolean isNowhere(Fix fix) {
    return fix.position().latitude() == 0 && fix.position().longitude() == 0;
  }

  private static boolean jumps(Fix from, Fix to, double maxKnots, double slackMetres) {
    double seconds = Math.abs(to.atMillis() - from.atMillis()) / 1000.0;
    double one = from.state().accuracy().worstMetres();
    double other = to.state().accuracy().worstMetres();
    double sigmas = 3 * Math.sqrt(one * one + other * other);
    double reach = Units.knotsToMetresPerSecond(maxKnots) * seconds + sigmas + slackMetres;
    return Geodesy.distanceMetres(from.position(), to.position()) > reach;
  }
}
