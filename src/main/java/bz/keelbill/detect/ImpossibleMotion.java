package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Elsewhere;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * "That jump cannot be real."
 *
 * <p>Two of three positions imply a speed that no craft of its class has, counted over two minutes
 * at the least so that neither a wrong clock nor a glitch of the receiver counts: by a jump to
 * where the craft cannot be, or from position to position. One that goes on so is no glitch.
 */
public final class ImpossibleMotion implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "impossible-motion";

  static final Setting ENABLED =
      Setting.onOff("impossible-motion.enabled", true, "Whether jumps of position are told");
  static final Setting BOAT = knots("boatKnots", 50, "The most that a boat runs");
  static final Setting SHIP = knots("shipKnots", 25, "The most that a ship runs");
  static final Setting AIRCRAFT = knots("aircraftKnots", 700, "The most that an aircraft flies");
  static final Setting TIMES =
      new Setting("impossible-motion.times", 1.2, "", 1, 5, "More than the most by this factor");
  static final Setting SUSTAINED =
      new Setting(
          "impossible-motion.sustained",
          120,
          "s",
          30,
          3600,
          "Going on for so long it is a warning");
  static final Setting FLOOR =
      new Setting(
          "impossible-motion.floor", 120, "s", 1, 3600, "A jump is reckoned over so long at least");
  static final Setting SKEW =
      new Setting(
          "impossible-motion.skewSeconds", 30, "s", 0, 600, "A station's clock may be so wrong");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, BOAT, SHIP, AIRCRAFT, TIMES, SUSTAINED, FLOOR, SKEW);

  private static final double SIGMAS = 3;
  private static final long LONGEST_MILLIS = 30 * 60_000L;
  private static final int IN_A_ROW = 2;
  private static final int OF_FIXES = 3;
  private static final int ALTERNATING = 3;
  private static final long NEWS_MILLIS = 10 * 60_000L;

  private final Rules rules;
  private final boolean enabled;
  private final double times;
  private final double shipKnots;
  private final double boatKnots;
  private final double aircraftKnots;

  /** Built for one version of the rules. */
  public ImpossibleMotion(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
    times = rules.value(TIMES);
    shipKnots = rules.value(SHIP);
    boatKnots = rules.value(BOAT);
    aircraftKnots = rules.value(AIRCRAFT);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.REPORTS_AND_HALF_MINUTE;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled || !isJudged(track)) {
      return;
    }
    Elsewhere elsewhere = track.elsewhere();
    Elsewhere.Jump jump = elsewhere == null ? null : elsewhere.jump();
    boolean hasJumped = jump != null && scene.nowMillis() - jump.newest().atMillis() <= NEWS_MILLIS;
    if (!(hasJumped || scene.isTenthSecond()) || Spared.is(track, scene)) {
      return;
    }
    double limit = times * mostKnots(track);
    if (hasJumped) {
      judgeJump(track, elsewhere, limit, scene, found);
    } else {
      judgeRun(track, limit, scene, found);
    }
  }

  /** Craft that tell their own place; marks and masts do not move, whatever they say. */
  private static boolean isJudged(Track track) {
    if (!track.identity().isCooperative() || track.latest() == null) {
      return false;
    }
    Fix.Source source = track.latest().state().source();
    return source != Fix.Source.RADAR
        && source != Fix.Source.AIS_BASE
        && source != Fix.Source.AIS_AID;
  }

  private void judgeJump(
      Track track, Elsewhere elsewhere, double limit, Scene scene, Findings found) {
    Elsewhere.Jump jump = elsewhere.jump();
    double knots =
        Math.max(impliedKnots(jump.from(), jump.first()), impliedKnots(jump.from(), jump.newest()));
    if (elsewhere.alternations() >= ALTERNATING) {
      found.stoppedBy("speaks from two places in turn");
    } else if (knots <= limit) {
      found.stoppedBy("implied speed", Math.round(knots), "kn", limit);
    } else if (!scene.saidLately(KIND, track, null)) {
      boolean isSustained = isSustained(track, jump, scene);
      found.holds(new ImpossibleMotionWords(track, scene, knots, limit).jumped(jump, isSustained));
    }
  }

  private double impliedKnots(Fix from, Fix to) {
    double seconds =
        Math.max(rules.value(FLOOR), Math.abs(to.atMillis() - from.atMillis()) / 1000.0);
    double metres = Geodesy.distanceMetres(from.position(), to.position());
    return Units.metresPerSecondToKnots(metres / seconds);
  }

  /** It goes on there, by positions that were not believed at first or by those that are now. */
  private boolean isSustained(Track track, Elsewhere.Jump jump, Scene scene) {
    long begun = jump.first().atMillis();
    Fix word = track.ownWord();
    boolean wentOn = word.atMillis() > jump.newest().atMillis() && isNear(word, jump);
    long until = wentOn ? word.atMillis() : jump.newest().atMillis();
    return until - begun >= rules.millis(SUSTAINED)
        || scene.saidLately(IdentityConflict.KIND, track, null);
  }

  private static boolean isNear(Fix now, Elsewhere.Jump jump) {
    double back = Geodesy.distanceMetres(now.position(), jump.from().position());
    double there = Geodesy.distanceMetres(now.position(), jump.first().position());
    return there < back;
  }

  /** Without a jump: faster from one to the next of its own words than its class can be. */
  private void judgeRun(Track track, double limit, Scene scene, Findings found) {
    int last = wordBefore(track, track.history().size());
    int beyond = 0;
    double knots = Double.NaN;
    for (int i = last, words = 0; i >= 0 && words < OF_FIXES; i = wordBefore(track, i), words++) {
      if (words - beyond > OF_FIXES - IN_A_ROW) {
        break;
      }
      double implied = knotsTo(track, i, rules.value(FLOOR));
      beyond += implied > limit ? 1 : 0;
      knots = i == last ? implied : knots;
    }
    if (Double.isNaN(knots)) {
      found.stoppedBy("positions of two minutes");
    } else if (beyond < IN_A_ROW) {
      found.stoppedBy("implied speed", Math.round(knots), "kn", limit);
    } else if (!scene.saidLately(KIND, track, null)) {
      double before = knotsTo(track, last, rules.value(FLOOR) + rules.value(SUSTAINED));
      long since = track.latest().atMillis() - (long) (rules.value(FLOOR) * 1000);
      found.holds(new ImpossibleMotionWords(track, scene, knots, limit).ran(before > limit, since));
    }
  }

  /** The last of its own words before one of its positions, −1 if there is none. */
  private static int wordBefore(Track track, int index) {
    int word = index - 1;
    while (word >= 0 && !track.isOwnWord(word)) {
      word--;
    }
    return word;
  }

  /**
   * The least speed from the position so many seconds before, however the two err; a station's
   * clock may be half a minute off. NaN if there is none.
   */
  private double knotsTo(Track track, int to, double seconds) {
    History history = track.history();
    long at = history.atMillis(to);
    int from = wordBefore(track, history.firstAtOrAfter(at - (long) (seconds * 1000) + 1));
    if (from < 0 || at - history.atMillis(from) > LONGEST_MILLIS) {
      return Double.NaN;
    }
    double metres =
        Geodesy.distanceMetres(
            history.latitude(from),
            history.longitude(from),
            history.latitude(to),
            history.longitude(to));
    double sure = metres - SIGMAS * (history.sigmaMetres(from) + history.sigmaMetres(to));
    return Units.metresPerSecondToKnots(
        sure / ((at - history.atMillis(from)) / 1000.0 + rules.value(SKEW)));
  }

  private double mostKnots(Track track) {
    boolean flies =
        track.domain() == Domain.AIR || track.latest().state().source() == Fix.Source.AIS_AIRCRAFT;
    if (flies) {
      return aircraftKnots;
    }
    return Build.isShip(track) && !isFastByTrade(track) ? shipKnots : boatKnots;
  }

  /** M.1371-5, table 53: warships, high-speed craft, rescue and law enforcement. */
  private static boolean isFastByTrade(Track track) {
    Integer type = track.identity().shipType();
    return type != null && (type == 35 || type >= 40 && type <= 49 || type == 51 || type == 55);
  }

  private static Setting knots(String name, double value, String explanation) {
    return new Setting("impossible-motion." + name, value, "kn", 5, 2000, explanation);
  }
}
