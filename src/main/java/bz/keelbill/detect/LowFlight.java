package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * "Low and quiet."
 *
 * <p>An aircraft in the airspace or inbound that flies low for a minute, far from any licensed
 * field, as fast as one that goes somewhere. What a plan or clearance explains is left alone. A
 * known aircraft, and one that fits several plans, is a quiet note: the crop duster and the
 * ambulance fly like that. Height is that above the sea: no terrain is known, so over high ground
 * an aircraft is lower than it says, never higher. Looked at every ten seconds.
 */
public final class LowFlight implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "low-flight";

  static final Setting ENABLED =
      Setting.onOff("low-flight.enabled", true, "Whether low flights are looked for");
  static final Setting NIGHT_BELOW =
      feet("nightBelow", 5000, "By night, lower than this above the sea is low");
  static final Setting DAY_BELOW =
      feet("dayBelow", 1500, "By day, lower than this above the sea is low");
  static final Setting ALARM_BELOW =
      feet("alarmBelow", 500, "By night over water, lower than this is an alarm");
  static final Setting FIELD =
      new Setting(
          "low-flight.fieldBeyond",
          10,
          "nm",
          0,
          50,
          "Only farther than this from every licensed field, where nobody need be low");
  static final Setting SLOWEST =
      new Setting("low-flight.slowest", 90, "kn", 30, 300, "Slower ones are not meant");
  static final Setting FASTEST =
      new Setting("low-flight.fastest", 450, "kn", 100, 700, "Faster ones are not meant");
  static final Setting SECONDS =
      new Setting("low-flight.seconds", 60, "s", 10, 1800, "How long it must fly like that");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, NIGHT_BELOW, DAY_BELOW, ALARM_BELOW, FIELD, SLOWEST, FASTEST, SECONDS);

  private static final long BREAK_MILLIS = 30_000;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public LowFlight(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
  }

  private static Setting feet(String name, double value, String explanation) {
    return new Setting("low-flight." + name, value, "ft", 100, 20000, explanation);
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
    boolean candidate =
        enabled
            && track.domain() == Domain.AIR
            && track.latest() != null
            && track.history().size() > 0
            && !scene.isOwn(track);
    if (!candidate) {
      return;
    }
    Position at = track.position();
    boolean night = Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
    double limit = rules.value(night ? NIGHT_BELOW : DAY_BELOW);
    if (isLowAndGoing(track, limit, found) && isWhereItMatters(track, scene, found)) {
      lookAtPlans(track, scene, night, limit, found);
    }
  }

  private boolean isLowAndGoing(Track track, double limitFeet, Findings found) {
    if (track.isOnGround() || !(track.altitudeFeet() < limitFeet)) {
      found.stoppedBy("altitude", track.altitudeFeet(), "ft", limitFeet);
      return false;
    }
    double knots = track.speedKnots();
    boolean slow = !(knots >= rules.value(SLOWEST));
    if (slow || knots > rules.value(FASTEST)) {
      found.stoppedBy("speed", knots, "kn", rules.value(slow ? SLOWEST : FASTEST));
      return false;
    }
    double seconds =
        (track.latest().atMillis() - lowSinceMillis(track.history(), limitFeet)) / 1000.0;
    if (seconds < rules.value(SECONDS)) {
      found.stoppedBy("duration", seconds, "s", rules.value(SECONDS));
      return false;
    }
    return true;
  }

  /** Looked back no further than the time that counts, and over no long silence. */
  private long lowSinceMillis(History history, double limitFeet) {
    int i = history.size() - 1;
    long newest = history.atMillis(i);
    long wanted = rules.millis(SECONDS);
    while (i > 0
        && newest - history.atMillis(i) < wanted
        && history.altitudeFeet(i - 1) < limitFeet
        && history.atMillis(i) - history.atMillis(i - 1) <= Math.max(BREAK_MILLIS, wanted / 2)) {
      i--;
    }
    return history.atMillis(i);
  }

  private boolean isWhereItMatters(Track track, Scene scene, Findings found) {
    double miles = LicensedFields.miles(track.position(), scene.geography());
    if (miles <= rules.value(FIELD)) {
      found.stoppedBy("licensed-field", miles, "nm", rules.value(FIELD));
      return false;
    }
    if (!PlanDuty.of(track, scene, rules).holds()) {
      found.stoppedBy("outside-belize");
      return false;
    }
    return true;
  }

  private void lookAtPlans(Track track, Scene scene, boolean night, double limit, Findings found) {
    PlanMatch match = PlanLook.of(track, scene);
    if (PlanLook.explains(match, track)) {
      found.stoppedBy("planned");
      return;
    }
    boolean known =
        match.outcome() == Outcome.AMBIGUOUS
            || scene.register().known(track.identity(), scene.nowMillis()) != null;
    long since = lowSinceMillis(track.history(), limit);
    found.holds(new LowFlightWords(track, scene, rules, night, limit).finding(since, known));
  }
}
