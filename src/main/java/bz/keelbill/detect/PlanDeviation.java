package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Outcome;
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
 * "Not doing what it filed."
 *
 * <p>A flight with a plan that is off its route for minutes, comes down where it did not file,
 * comes down off its route where no aerodrome is, is long overdue in the air, uses a plan made for
 * another address, or flies by visual rules when they are over. Looked at every ten seconds.
 */
public final class PlanDeviation implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "plan-deviation";

  static final Setting ENABLED =
      Setting.onOff("plan-deviation.enabled", true, "Whether flights are held against their plans");
  static final Setting OFF_ROUTE =
      new Setting(
          "plan-deviation.offRoute",
          15,
          "nm",
          2,
          200,
          "Farther than this from the planned way is off it; ways with unknown points are not judged");
  static final Setting OFF_SECONDS =
      new Setting(
          "plan-deviation.offRouteSeconds",
          180,
          "s",
          30,
          3600,
          "How long it must be off its way without a break");
  static final Setting LANDING =
      new Setting(
          "plan-deviation.landingWithin",
          5,
          "nm",
          1,
          50,
          "So near to its destination, an alternate or where it left, a landing is right");
  static final Setting LATE =
      new Setting(
          "plan-deviation.lateMinutes",
          30,
          "min",
          5,
          720,
          "Later than this after its estimated arrival it is late, in the air or not seen at all");
  static final Setting GONE =
      new Setting(
          "plan-deviation.goneMinutes",
          10,
          "min",
          3,
          120,
          "Off its route so long, twice as far as allowed and farther from where it goes than"
              + " before: a warning");
  static final Setting NIGHT_VFR =
      Setting.onOff(
          "plan-deviation.nightVfr",
          true,
          "Whether flights filed by visual rules (V) are told when they fly by night");
  static final Setting NIGHT_GRACE =
      new Setting(
          "plan-deviation.nightGraceMinutes",
          30,
          "min",
          0,
          120,
          "Visual rules end so long after sunset and begin so long before sunrise");
  static final Setting LOST =
      new Setting(
          "plan-deviation.lostSeconds",
          90,
          "s",
          30,
          900,
          "Not heard for so long after it left its way, nobody saw it come back");
  static final Setting AWAY =
      new Setting(
          "plan-deviation.lostAway",
          2,
          "nm",
          0,
          50,
          "It had gone farther from where it goes by so");
  static final Setting LOW =
      new Setting(
          "plan-deviation.comingDownBelow", 3000, "ft", 100, 10000, "Lower and sinking it lands");
  static final Setting SINKING =
      new Setting(
          "plan-deviation.sinking", 200, "ft/min", 50, 3000, "Coming down as fast it is sinking");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED,
          OFF_ROUTE,
          OFF_SECONDS,
          GONE,
          LANDING,
          LATE,
          NIGHT_VFR,
          NIGHT_GRACE,
          LOST,
          AWAY,
          LOW,
          SINKING);

  /** What is lost for longer is the overdue flights' matter. */
  private static final long LOST_FOR_MILLIS = 3 * 60_000L;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public PlanDeviation(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
  }

  /**
   * One way in which a flight does not do what it filed.
   *
   * @param word of its sentence's key
   * @param values for its sentence besides who, plan and where
   */
  record Deviation(
      String word, Priority priority, Term term, long sinceMillis, Map<String, Object> values) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.TEN_SECONDS;
  }

  @Override
  public boolean judgesLost() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    boolean candidate =
        enabled
            && track.domain() == Domain.AIR
            && track.position() != null
            && scene.nowMillis() - track.heardAtMillis() <= LOST_FOR_MILLIS
            && !scene.isOwn(track);
    if (!candidate) {
      return;
    }
    PlanMatch match = PlanLook.of(track, scene);
    // A plan that only time and place speak for may be another's.
    if (match.outcome() != Outcome.MATCHED || PlanLook.isWeak(match)) {
      found.stoppedBy("plan-" + PlanLook.word(match.outcome()));
      return;
    }
    PlanHeld held = new PlanHeld(track, scene, match, rules);
    List<Deviation> all = held.deviations();
    if (all.isEmpty()) {
      found.stoppedBy("off-route", held.offMiles(), "nm", rules.value(OFF_ROUTE));
    } else {
      found.holds(finding(track, scene, match.plan(), all));
    }
  }

  /** The first deviation, which is the gravest, gives the sentence; all are reasons. */
  private static Finding finding(Track track, Scene scene, FlightPlan plan, List<Deviation> all) {
    Deviation first = all.get(0);
    Priority priority = first.priority();
    List<Term> terms = new ArrayList<>();
    for (Deviation one : all) {
      priority = priority.orAbove(one.priority());
      terms.add(one.term());
    }
    return new Finding(
        KIND,
        priority,
        Describe.subject(track),
        new Moment(first.sinceMillis(), scene.nowMillis(), track.position()),
        words(track, scene, plan, first),
        terms,
        Outlook.NONE,
        Describe.since(track, first.sinceMillis()));
  }

  private static Words words(Track track, Scene scene, FlightPlan plan, Deviation first) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", Describe.who(track, scene));
    values.put("plan", plan.name());
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    values.putAll(first.values());
    Describe.putSpeed(track, values);
    return new Words(
        headline(first.word(), values),
        "alert.plan-deviation." + first.word(),
        values,
        "a changed plan, or word from air traffic control",
        List.of("reason for the change"));
  }

  private static String headline(String word, Map<String, Object> values) {
    String who = values.get("who") + ", " + values.get("plan") + ", ";
    String where = ", " + values.get("where");
    return switch (word) {
      case "wrong-landing" -> who + "came down where it did not file" + where;
      case "empty-strip" -> who + "left its route and descends where no aerodrome is" + where;
      case "off-route" -> who + "is " + values.get("offNm") + " nm off its planned route" + where;
      case "other-address" -> who + "flies under a plan made for another aircraft address" + where;
      case "night-vfr" -> who + "flies by visual rules at night without authorisation" + where;
      default -> who + "is " + values.get("minutes") + " min late" + where;
    };
  }
}
