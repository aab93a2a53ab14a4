package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * "Nobody told us about this aircraft."
 *
 * <p>Below the lower airspace's ceiling over Belize or inbound, and after a minute there still no
 * plan or clearance that explains it. High overflights are not ours to have plans of. Where several
 * plans fit equally well somebody did tell us, so that is a caution and no more. A radar echo too
 * fast for any boat is an aircraft without a transponder, and an alarm. One that left and comes
 * back is more urgent by one step.
 */
public final class UnreportedFlight implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "unreported-flight";

  static final Setting ENABLED =
      Setting.onOff("unreported-flight.enabled", true, "Whether unreported flights are looked for");
  static final Setting CEILING =
      new Setting(
          "unreported-flight.ceiling",
          19500,
          "ft",
          1000,
          60000,
          "Only below this pressure altitude; higher up Belize holds no plans");
  static final Setting AFTER_SECONDS =
      new Setting(
          "unreported-flight.afterSeconds",
          60,
          "s",
          10,
          1800,
          "How long it may be in the airspace or inbound before a plan must explain it");
  static final Setting INSIDE_METRES =
      new Setting(
          "unreported-flight.insideBy",
          1500,
          "m",
          0,
          50000,
          "How far inside the airspace it must be: the border is good to 1.5 km");
  static final Setting INBOUND_MINUTES =
      new Setting(
          "unreported-flight.inboundMinutes",
          5,
          "min",
          0,
          60,
          "Outside, it is inbound if its course brings it so far inside within this time; 0:"
              + " never");
  static final Setting DESCENT =
      new Setting(
          "unreported-flight.descent",
          500,
          "ft/min",
          100,
          6000,
          "Coming down at least so fast makes it an alarm");
  static final Setting PRIMARY_KNOTS =
      new Setting(
          "unreported-flight.primaryKnots",
          80,
          "kn",
          60,
          600,
          "A radar echo that is surely so fast is an aircraft without a transponder");
  static final Setting MEMORY =
      new Setting(
          "unreported-flight.memory",
          90,
          "min",
          0,
          360,
          "One that leaves and comes back within this time is more urgent by one step");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED,
          CEILING,
          AFTER_SECONDS,
          INSIDE_METRES,
          INBOUND_MINUTES,
          DESCENT,
          PRIMARY_KNOTS,
          MEMORY);

  private static final double LOOK_AHEAD_METRES = 100_000;

  private final Rules rules;
  private final boolean enabled;
  private final long afterMillis;
  private final double descentFeetPerMinute;

  /** Built for one version of the rules. */
  public UnreportedFlight(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
    afterMillis = rules.millis(AFTER_SECONDS);
    descentFeetPerMinute = rules.value(DESCENT);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    boolean candidate =
        enabled
            && (track.domain() == Domain.AIR || PrimaryEcho.is(track, scene, rules))
            && !scene.isOwn(track)
            && !scene.saidLately(KIND, track, null);
    if (candidate) {
      look(track, PlanDuty.of(track, scene, rules), scene, found);
    }
  }

  private void look(Track track, PlanDuty duty, Scene scene, Findings found) {
    if (!duty.holds()) {
      stopped(track, duty, found);
      return;
    }
    long millis = track.latest().atMillis() - duty.sinceMillis();
    if (millis < afterMillis) {
      found.stoppedBy("duration", millis / 1000.0, "s", afterMillis / 1000.0);
      return;
    }
    PlanMatch match = PlanLook.of(track, scene);
    if (PlanLook.explains(match, track)) {
      found.stoppedBy("planned");
    } else {
      say(track, scene, duty, match, found);
    }
  }

  private void stopped(Track track, PlanDuty duty, Findings found) {
    if (duty.place() == PlanDuty.Place.ABOVE) {
      found.stoppedBy("altitude", track.altitudeFeet(), "ft", rules.value(CEILING));
    } else {
      found.stoppedBy(PlanLook.word(duty.place()));
    }
  }

  private void say(Track track, Scene scene, PlanDuty duty, PlanMatch match, Findings found) {
    Fix latest = track.latest();
    Position at = latest.position();
    boolean night = Sun.isNight(at.latitude(), at.longitude(), latest.atMillis());
    boolean descending = isDescending(track);
    double minutesOut = CameBack.minutesOut(track, scene, rules);
    Priority first = priority(match, night || descending || track.domain() == Domain.SEA);
    Priority priority = minutesOut > 0 ? oneUp(first) : first;
    Finding.Subject subject = ContinuedEcho.subject(track, scene);
    if (found.keeps(KIND, subject, priority, latest.atMillis())) {
      return;
    }
    UnreportedWords words = new UnreportedWords(track, scene, duty, match, night, minutesOut);
    UnreportedTerms terms =
        new UnreportedTerms(track, scene, duty, match, night, descending, minutesOut);
    found.holds(
        new Finding(
            KIND,
            priority,
            subject,
            new Moment(duty.sinceMillis(), latest.atMillis(), at),
            words.words(),
            terms.all(rules),
            new Outlook(Describe.rounded(minutesToAct(track, scene, duty)), null, null),
            words.evidence()));
  }

  private static Priority priority(PlanMatch match, boolean urgent) {
    if (match.outcome() == Outcome.AMBIGUOUS) {
      return Priority.CAUTION;
    }
    return urgent ? Priority.ALARM : Priority.WARNING;
  }

  private boolean isDescending(Track track) {
    Fix.Height height = track.height();
    boolean isTold = height != null && !Double.isNaN(height.verticalRateFeetPerMinute());
    return isTold
        ? height.verticalRateFeetPerMinute() <= -descentFeetPerMinute
        : FlightPath.of(track).sinks(descentFeetPerMinute);
  }

  /** An emergency it is not: nobody's life is in danger. */
  private static Priority oneUp(Priority priority) {
    return priority == Priority.CAUTION ? Priority.WARNING : Priority.ALARM;
  }

  /** Until it is inside; from there, over the sea, until it is over land. */
  private static double minutesToAct(Track track, Scene scene, PlanDuty duty) {
    if (duty.minutesToEnter() > 0) {
      return duty.minutesToEnter();
    }
    Position at = track.position();
    boolean overSea = !scene.geography().coast().isLand(at.latitude(), at.longitude());
    if (!overSea || Double.isNaN(track.courseDegrees()) || !(track.speedKnots() > 0)) {
      return Double.NaN;
    }
    double metres =
        scene.geography().coast().metresToLandAhead(at, track.courseDegrees(), LOOK_AHEAD_METRES);
    return metres / (Units.knotsToMetresPerSecond(track.speedKnots()) * 60);
  }
}
