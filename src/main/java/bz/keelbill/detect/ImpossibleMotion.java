package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Elsewhere;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "That jump cannot be real."
 *
 * <p>Two positions in a row imply a speed that no craft of its class has, counted over two minutes
 * at the least so that neither a wrong clock nor a glitch of the receiver counts. One that goes on
 * from the new place is no glitch.
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
  static final List<Setting> SETTINGS = List.of(ENABLED, BOAT, SHIP, AIRCRAFT, TIMES, SUSTAINED);

  private static final double FLOOR_SECONDS = 120;
  private static final int IN_A_ROW = 2;
  private static final int ALTERNATING = 3;
  private static final long NEWS_MILLIS = 10 * 60_000L;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public ImpossibleMotion(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    Elsewhere elsewhere =
        enabled && track.identity().isCooperative() && track.latest() != null
            ? track.elsewhere()
            : null;
    if (elsewhere == null || scene.nowMillis() - elsewhere.newest().atMillis() > NEWS_MILLIS) {
      return;
    }
    double limit = rules.value(TIMES) * mostKnots(track);
    double knots = impliedKnots(elsewhere);
    int together = elsewhere.places().size();
    if (elsewhere.alternations() >= ALTERNATING) {
      found.stoppedBy("speaks from two places in turn");
    } else if (together < IN_A_ROW) {
      found.stoppedBy("positions there", together, "", IN_A_ROW);
    } else if (knots <= limit) {
      found.stoppedBy("implied speed", Math.round(knots), "kn", limit);
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(finding(track, elsewhere, knots, limit, scene));
    }
  }

  private double mostKnots(Track track) {
    if (track.domain() == Domain.AIR) {
      return rules.value(AIRCRAFT);
    }
    return rules.value(Build.isShip(track) ? SHIP : BOAT);
  }

  private static double impliedKnots(Elsewhere elsewhere) {
    Fix from = elsewhere.jumpedFrom();
    Fix to = elsewhere.jumpedTo();
    double seconds = Math.max(FLOOR_SECONDS, Math.abs(to.atMillis() - from.atMillis()) / 1000.0);
    double metres = Geodesy.distanceMetres(from.position(), to.position());
    return Units.metresPerSecondToKnots(metres / seconds);
  }

  /** It goes on there, by positions that were not believed at first or by those that are now. */
  private boolean isSustained(Track track, Elsewhere elsewhere, Scene scene) {
    long begun = elsewhere.jumpedTo().atMillis();
    long newest = elsewhere.newest().atMillis();
    boolean wentOn = track.ownWord() != null && track.ownWord().atMillis() > newest;
    long until = wentOn && isNear(track.ownWord(), elsewhere) ? track.ownWord().atMillis() : newest;
    return until - begun >= rules.millis(SUSTAINED)
        || !scene.open(IdentityConflict.KIND).isEmpty()
            && scene.saidLately(IdentityConflict.KIND, track, null);
  }

  private static boolean isNear(Fix now, Elsewhere elsewhere) {
    double back = Geodesy.distanceMetres(now.position(), elsewhere.jumpedFrom().position());
    double there = Geodesy.distanceMetres(now.position(), elsewhere.jumpedTo().position());
    return there < back;
  }

  private Finding finding(
      Track track, Elsewhere elsewhere, double knots, double limit, Scene scene) {
    Position from = elsewhere.jumpedFrom().position();
    Position to = elsewhere.jumpedTo().position();
    double miles = Describe.rounded(Units.metresToNauticalMiles(Geodesy.distanceMetres(from, to)));
    boolean isSustained = isSustained(track, elsewhere, scene);
    return new Finding(
        KIND,
        isSustained ? Priority.WARNING : Priority.CAUTION,
        Describe.subject(track),
        new Moment(elsewhere.jumpedTo().atMillis(), scene.nowMillis(), track.position()),
        words(track, from, to, miles, scene),
        List.of(
            new Term("implied-speed", Math.round(knots), "kn", limit, Double.NaN),
            new Term("jump", miles, "nm", Double.NaN, Double.NaN)),
        Outlook.NONE,
        evidence(elsewhere));
  }

  private static List<Evidence> evidence(Elsewhere elsewhere) {
    List<Fix> fixes = new ArrayList<>(List.of(elsewhere.jumpedFrom()));
    fixes.addAll(elsewhere.places());
    return fixes.stream()
        .map(
            fix ->
                new Evidence(
                    fix.origin().feed() + "#" + fix.origin().lineNumber(),
                    fix.atMillis(),
                    fix.position()))
        .toList();
  }

  private static Words words(Track track, Position from, Position to, double miles, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String before = Whereabouts.of(from, scene.geography());
    String after = Whereabouts.of(to, scene.geography());
    values.put("who", who);
    values.put("miles", miles);
    values.put("before", before);
    values.put("after", after);
    return new Words(
        "%s jumped %s nm, from %s to %s: that cannot be real".formatted(who, miles, before, after),
        "alert.impossible-motion",
        values,
        "positions that make one way again",
        List.of("whether its positions are false or two craft use one number"));
  }

  private static Setting knots(String name, double value, String explanation) {
    return new Setting("impossible-motion." + name, value, "kn", 5, 2000, explanation);
  }
}
