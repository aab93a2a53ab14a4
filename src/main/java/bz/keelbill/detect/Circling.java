package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Area;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final double FULL_TURN = 360;

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
  public void look(Track track, Scene scene, Findings found) {
    boolean candidate = enabled && scene.isTenthSecond() && mayCircle(track) && !scene.isOwn(track);
    if (!candidate) {
      return;
    }
    Turning turning = turning(track, scene, rules, found);
    if (turning != null) {
      found.holds(finding(track, scene, turning));
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

  private Finding finding(Track track, Scene scene, Turning turning) {
    boolean planned = PlanLook.explains(PlanLook.of(track, scene), track);
    Position at = track.position();
    boolean night = Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
    double turns = turning.degrees() / FULL_TURN;
    return new Finding(
        KIND,
        priority(planned, night, turns),
        Describe.subject(track),
        new Moment(turning.sinceMillis(), scene.nowMillis(), at),
        words(track, scene, turns, night),
        terms(track, turning, planned, night),
        Outlook.NONE,
        Describe.since(track, turning.sinceMillis()));
  }

  private Priority priority(boolean planned, boolean night, double turns) {
    if (planned && !night) {
      return Priority.CAUTION;
    }
    return turns >= rules.value(TURNS) ? Priority.ALARM : Priority.WARNING;
  }

  private List<Term> terms(Track track, Turning turning, boolean planned, boolean night) {
    List<Term> terms = new ArrayList<>();
    terms.add(term("turned", Math.floor(turning.degrees()), "°", rules.value(DEGREES)));
    double minutes = (track.latest().atMillis() - turning.askedSinceMillis()) / 60_000.0;
    terms.add(term("turned-within", Describe.rounded(minutes), "min", rules.value(MINUTES)));
    double radius = Math.round(turning.radiusMetres() / 10) * 10.0;
    terms.add(term("radius", radius, "m", rules.value(MOST_RADIUS)));
    double feet = track.altitudeFeet();
    terms.add(
        Double.isNaN(feet)
            ? Term.fact("altitude-unknown", Double.NaN)
            : term("low", Math.round(feet), "ft", rules.value(BELOW)));
    if (!planned) {
      terms.add(Term.fact("no-plan", Double.NaN));
    }
    if (night) {
      terms.add(Term.fact("night", Double.NaN));
    }
    return terms;
  }

  private static Term term(String term, double value, String unit, double limit) {
    return new Term(term, value, unit, limit, Double.NaN);
  }

  /** What only a radar sees is no boat. */
  static String who(Track track, Scene scene) {
    return track.domain() == Domain.SEA ? "Unknown aircraft" : Describe.who(track, scene);
  }

  private static Words words(Track track, Scene scene, double turns, boolean night) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who(track, scene));
    values.put("turns", Math.floor(turns * 2) / 2);
    values.put("height", UnreportedWords.height(track.altitudeFeet()));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    return new Words(
        values.get("who")
            + " is going round"
            + (night ? " by night" : "")
            + ", "
            + values.get("turns")
            + " turns, "
            + values.get("height")
            + ", "
            + values.get("where"),
        "alert.circling" + (night ? ".night" : ""),
        values,
        "a flight plan by day, or going on",
        List.of("purpose"));
  }
}
