package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * What an aircraft does that drops something: it goes round over a place, or comes over it low and
 * slows down.
 *
 * @param datum where it would have dropped it
 * @param sinceMillis when the pattern began, event time
 * @param slowedShare by which share it slowed down, 0 to 1; NaN if it went round
 * @param turns how often it went round; NaN if it passed
 * @param isOver whether a pass is over: it speeds up again, climbs or has flown on for long
 */
record DropPattern(
    Position datum, long sinceMillis, double slowedShare, double turns, boolean isOver) {
  private static final long LOOKED_AT_MILLIS = 5 * 60_000L;
  private static final long LEG_MILLIS = 20_000;
  private static final long FLOWN_ON_MILLIS = 150_000;
  private static final double FLYING_KNOTS = 45;
  private static final double FASTER_AGAIN = 1.1;
  private static final double CLIMB_FEET = 200;

  /** Whether it went round. */
  boolean isRound() {
    return Double.isNaN(slowedShare);
  }

  /** What a track does now; null, with what stopped it, if it does neither. */
  static DropPattern of(Track track, Scene scene, Rules rules, Findings found) {
    Turning turning = Circling.turning(track, scene, rules, found);
    if (turning != null) {
      return new DropPattern(
          turning.centre(),
          turning.sinceMillis(),
          Double.NaN,
          Math.floor(turning.degrees() / 180) / 2,
          true);
    }
    // Of an echo nobody knows how high it is.
    return track.domain() == Domain.AIR && track.altitudeFeet() < 2 * rules.value(Circling.BELOW)
        ? new Pass(track, rules).pattern(scene, found)
        : null;
  }

  /** A low pass in the latest minutes, read in legs of twenty seconds. */
  private static final class Pass {
    private final Track track;
    private final History history;
    private final double belowFeet;
    private final double wantedShare;
    private int slowest = -1;
    private double slowestKnots = Double.POSITIVE_INFINITY;
    private double fastestBefore;

    Pass(Track track, Rules rules) {
      this.track = track;
      this.history = track.history();
      this.belowFeet = rules.value(Airdrop.PASS_BELOW);
      this.wantedShare = rules.value(Airdrop.SLOWED) / 100;
    }

    DropPattern pattern(Scene scene, Findings found) {
      measure();
      double share = fastestBefore > 0 ? 1 - slowestKnots / fastestBefore : 0;
      if (slowest < 0 || slowestKnots < FLYING_KNOTS || !(share > wantedShare)) {
        found.stoppedBy("slowed", Math.floor(100 * share), "%", 100 * wantedShare);
        return null;
      }
      Position datum = history.position(slowest);
      double miles = LicensedFields.miles(datum, scene.geography());
      if (miles <= scene.rules().value(Circling.FIELD)) {
        found.stoppedBy("licensed-field", miles, "nm", scene.rules().value(Circling.FIELD));
        return null;
      }
      if (!Circling.isOurs(datum, scene)) {
        found.stoppedBy("outside-belize");
        return null;
      }
      boolean over = isOver() || isLongAgo() && isOverWater(scene);
      return new DropPattern(datum, history.atMillis(slowest), share, Double.NaN, over);
    }

    /** From the newest leg back: the slowest low one, and the fastest before it. */
    private void measure() {
      int end = history.size() - 1;
      long until = history.atMillis(end) - LOOKED_AT_MILLIS;
      for (int i = end - 1; i >= 0 && history.atMillis(i) >= until; i--) {
        long millis = history.atMillis(end) - history.atMillis(i);
        if (millis >= LEG_MILLIS) {
          take(end, knots(i, end, millis));
          end = i;
        }
      }
    }

    private void take(int end, double knots) {
      if (history.altitudeFeet(end) <= belowFeet && knots < slowestKnots) {
        slowestKnots = knots;
        slowest = end;
        fastestBefore = 0;
      } else {
        fastestBefore = Math.max(fastestBefore, knots);
      }
    }

    private double knots(int from, int to, long millis) {
      double metres = Geodesy.distanceMetres(history.position(from), history.position(to));
      return Units.metresPerSecondToKnots(metres * 1000 / millis);
    }

    /** It flies on, slow and low: it has not landed. */
    private boolean isLongAgo() {
      return track.latest().atMillis() - history.atMillis(slowest) >= FLOWN_ON_MILLIS;
    }

    private boolean isOverWater(Scene scene) {
      Position at = track.position();
      return !scene.geography().coast().isLand(at.latitude(), at.longitude());
    }

    private boolean isOver() {
      return track.speedKnots() >= FASTER_AGAIN * slowestKnots
          || track.altitudeFeet() >= history.altitudeFeet(slowest) + CLIMB_FEET;
    }
  }
}
