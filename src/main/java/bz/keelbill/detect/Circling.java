package bz.keelbill.detect;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * "It is going round."
 *
 * <p>An aircraft that circles low, away from every licensed field: it looks for something, or waits
 * for somebody. With a plan and by day it is a sight-seer or a survey, a quiet note however often
 * it goes round. Also one that only a radar sees. Looked at every ten seconds.
 */
public final class Circling implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "circling";

  static final Setting ENABLED =
      Setting.onOff("circling.enabled", true, "Whether circling aircraft are looked for");
  static final Setting DEGREES =
      new Setting("circling.degrees", 540, "°", 180, 3600, "So far round, one way, it is circling");
  static final Setting MINUTES =
      new Setting("circling.within", 10, "min", 1, 15, "In how long a time at most");
  static final Setting LEAST_RADIUS =
      new Setting("circling.leastRadius", 300, "m", 0, 5000, "In circles no narrower than this");
  static final Setting MOST_RADIUS =
      new Setting("circling.mostRadius", 5000, "m", 100, 20000, "In circles no wider than this");
  static final Setting BELOW =
      new Setting("circling.below", 1500, "ft", 100, 20000, "No higher than this above the sea");
  static final Setting UNKNOWN_KNOTS =
      new Setting(
          "circling.unknownHeightSpeed",
          160,
          "kn",
          40,
          500,
          "Of unknown height, no faster than this");
  static final Setting FIELD =
      new Setting(
          "circling.fieldBeyond", 5, "nm", 0, 50, "Only farther than this from licensed fields");
  static final Setting TURNS =
      new Setting("circling.alarmTurns", 3, "", 1, 20, "From so many turns on it is an alarm");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED, DEGREES, MINUTES, LEAST_RADIUS, MOST_RADIUS, BELOW, UNKNOWN_KNOTS, FIELD, TURNS);

  private static final long DENSE_MILLIS = 15 * 60_000L;
  private static final double FLYING_KNOTS = 40;
  private static final double FAST_ECHO_KNOTS = 50;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public Circling(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.TEN_SECONDS;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    boolean candidate = enabled && mayCircle(track) && !scene.isOwn(track);
    if (!candidate) {
      return;
    }
    Turning turning = turning(track, scene, rules, found);
    if (turning != null) {
      found.holds(new CirclingWords(track, scene, rules, turning).finding());
    }
  }

  /** Cheap: what flies, or might. */
  static boolean mayCircle(Track track) {
    return track.latest() != null
        && track.history().size() > 0
        && !track.isOnGround()
        && (track.domain() == Domain.AIR
            || track.isRadarOnly() && track.speedKnots() >= FAST_ECHO_KNOTS);
  }

  /** How it circles; null, with what stopped it, if it does not. */
  static Turning turning(Track track, Scene scene, Rules rules, Findings found) {
    double below = rules.value(BELOW);
    if (track.altitudeFeet() > below) {
      found.stoppedBy("altitude", track.altitudeFeet(), "ft", below);
      return null;
    }
    Turning turning = Turning.of(track, rules.value(DEGREES), DENSE_MILLIS, below);
    long took = track.latest().atMillis() - turning.askedSinceMillis();
    boolean round =
        turning.degrees() >= rules.value(DEGREES)
            && turning.askedSinceMillis() != Long.MAX_VALUE
            && took <= rules.millis(MINUTES);
    if (!round) {
      found.stoppedBy("turned", Math.floor(turning.degrees()), "°", rules.value(DEGREES));
      return null;
    }
    return isAsItShould(track, turning, scene, rules, found) ? turning : null;
  }

  private static boolean isAsItShould(
      Track track, Turning turning, Scene scene, Rules rules, Findings found) {
    double radius = turning.radiusMetres();
    boolean narrow = radius < rules.value(LEAST_RADIUS);
    if (narrow || radius > rules.value(MOST_RADIUS)) {
      found.stoppedBy("radius", radius, "m", rules.value(narrow ? LEAST_RADIUS : MOST_RADIUS));
      return false;
    }
    boolean isEcho = track.domain() == Domain.SEA;
    double slowest = isEcho ? rules.value(UnreportedFlight.PRIMARY_KNOTS) : FLYING_KNOTS;
    double fastest =
        Double.isNaN(track.altitudeFeet()) ? rules.value(UNKNOWN_KNOTS) : Double.POSITIVE_INFINITY;
    boolean slow = turning.knots() < slowest;
    if (slow || turning.knots() > fastest) {
      found.stoppedBy("speed", turning.knots(), "kn", slow ? slowest : fastest);
      return false;
    }
    if (isEcho && PrimaryEcho.isHeard(track, scene)) {
      found.stoppedBy("heard-as-well");
      return false;
    }
    double miles = LicensedFields.miles(turning.centre(), scene.geography());
    if (miles <= rules.value(FIELD)) {
      found.stoppedBy("licensed-field", miles, "nm", rules.value(FIELD));
      return false;
    }
    if (!isOurs(turning.centre(), scene)) {
      found.stoppedBy("outside-belize");
      return false;
    }
    return true;
  }

  /** Over Belize or her economic zone, where a boat may be waiting. */
  static boolean isOurs(Position at, Scene scene) {
    Area zone = scene.geography().economicZone();
    return scene.geography().airspace().contains(at.latitude(), at.longitude())
        || zone != null && zone.contains(at.latitude(), at.longitude());
  }
}
