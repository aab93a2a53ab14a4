package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * "Nobody told us about this aircraft."
 *
 * <p>Below the lower airspace's ceiling over Belize, and after a minute there still no plan or
 * clearance that explains it. High overflights are not ours to have plans of.
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
          "Only below this altitude; higher up Belize holds no plans");
  static final Setting AFTER_SECONDS =
      new Setting(
          "unreported-flight.afterSeconds",
          60,
          "s",
          10,
          1800,
          "How long it may be in the airspace before a plan must explain it");
  static final Setting INSIDE_METRES =
      new Setting(
          "unreported-flight.insideBy",
          1500,
          "m",
          0,
          50000,
          "How far inside the airspace it must be: the border is good to 1.5 km");
  static final Setting DESCENT =
      new Setting(
          "unreported-flight.descent",
          500,
          "ft/min",
          100,
          6000,
          "Coming down at least so fast makes it an alarm");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, CEILING, AFTER_SECONDS, INSIDE_METRES, DESCENT);

  private static final double FLYING_KNOTS = 40;
  private static final long LOOK_EVERY_MILLIS = 15_000;
  private static final double LOOK_AHEAD_METRES = 100_000;

  private final boolean enabled;
  private final double ceilingFeet;
  private final long afterMillis;
  private final double insideMetres;
  private final double descentFeetPerMinute;

  /** Built for one version of the rules. */
  public UnreportedFlight(Rules rules) {
    enabled = rules.isOn(ENABLED);
    ceilingFeet = rules.value(CEILING);
    afterMillis = rules.millis(AFTER_SECONDS);
    insideMetres = rules.value(INSIDE_METRES);
    descentFeetPerMinute = rules.value(DESCENT);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void look(Track track, Scene scene, Consumer<Finding> found) {
    boolean candidate =
        enabled
            && track.domain() == Domain.AIR
            && track.position() != null
            && !track.isOnGround()
            && !(track.speedKnots() < FLYING_KNOTS)
            && !scene.ownForces().contains(track.identity())
            && !scene.saidLately(KIND, track, null);
    if (!candidate) {
      return;
    }
    long since = insideSince(track, scene);
    if (since == Long.MAX_VALUE || track.latest().atMillis() - since < afterMillis) {
      return;
    }
    PlanMatch match = PlanLook.of(track, scene);
    if (!match.isExplained()) {
      found.accept(finding(track, scene, since));
    }
  }

  /**
   * Since when it has been in the lower airspace without a break, at most the time that counts;
   * looked at every quarter of a minute or so.
   */
  private long insideSince(Track track, Scene scene) {
    History history = track.history();
    long newest = history.atMillis(history.size() - 1);
    long since = Long.MAX_VALUE;
    for (int i = history.size() - 1; i >= 0; i--) {
      boolean skipped = i > 0 && since - history.atMillis(i) < LOOK_EVERY_MILLIS;
      if (!skipped) {
        if (!isInside(history, i, scene)) {
          return since;
        }
        since = history.atMillis(i);
        if (newest - since >= afterMillis) {
          return since;
        }
      }
    }
    return since;
  }

  private boolean isInside(History history, int index, Scene scene) {
    double lat = history.latitude(index);
    double lon = history.longitude(index);
    // An unknown altitude does not excuse.
    return !(history.altitudeFeet(index) >= ceilingFeet)
        && scene.geography().airspace().contains(lat, lon)
        && scene.geography().airspace().edgeMetres(lat, lon) >= insideMetres;
  }

  private Finding finding(Track track, Scene scene, long since) {
    Fix latest = track.latest();
    Position at = latest.position();
    boolean night = Sun.isNight(at.latitude(), at.longitude(), latest.atMillis());
    boolean descending = isDescending(track);
    Priority priority = night || descending ? Priority.ALARM : Priority.WARNING;
    return new Finding(
        KIND,
        priority,
        Describe.subject(track, null),
        new Moment(since, latest.atMillis(), at),
        words(track, scene, night),
        terms(track, night, descending),
        new Outlook(Describe.rounded(minutesToLand(track, scene)), null, null),
        Describe.since(track, since));
  }

  private boolean isDescending(Track track) {
    Fix.Height height = track.height();
    return height != null && height.verticalRateFeetPerMinute() <= -descentFeetPerMinute;
  }

  private List<Term> terms(Track track, boolean night, boolean descending) {
    List<Term> terms = new ArrayList<>();
    terms.add(Term.fact("no-plan", Double.NaN));
    if (track.identity().name() == null) {
      terms.add(Term.fact("no-callsign", Double.NaN));
    }
    double feet = track.altitudeFeet();
    terms.add(
        Double.isNaN(feet)
            ? Term.fact("altitude-unknown", Double.NaN)
            : new Term("altitude", Math.round(feet), "ft", ceilingFeet, Double.NaN));
    if (night) {
      terms.add(Term.fact("night", Double.NaN));
    }
    if (descending) {
      terms.add(
          new Term(
              "descending",
              Math.round(-track.height().verticalRateFeetPerMinute()),
              "ft/min",
              descentFeetPerMinute,
              Double.NaN));
    }
    return terms;
  }

  /** Over the sea: minutes until it is over land. */
  private static double minutesToLand(Track track, Scene scene) {
    Position at = track.position();
    boolean overSea = !scene.geography().coast().isLand(at.latitude(), at.longitude());
    if (!overSea || Double.isNaN(track.courseDegrees()) || !(track.speedKnots() > 0)) {
      return Double.NaN;
    }
    double metres =
        scene.geography().coast().metresToLandAhead(at, track.courseDegrees(), LOOK_AHEAD_METRES);
    return metres / (Units.knotsToMetresPerSecond(track.speedKnots()) * 60);
  }

  private static Words words(Track track, Scene scene, boolean night) {
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    String height =
        Double.isNaN(track.altitudeFeet())
            ? "height unknown"
            : Math.round(track.altitudeFeet() / 100) * 100 + " ft";
    String from =
        Whereabouts.direction(
            Geodesy.normalDegrees(Geodesy.bearingDegrees(track.position(), track.bornAt())));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("where", where);
    values.put("from", from);
    values.put("height", height);
    values.put("night", night);
    FenceEntry.putSpeed(track, values);
    String headline =
        "%s without a flight plan, %s%s, came from the %s, %s%s"
            .formatted(
                who, height, FenceEntry.speed(track), from, where, night ? ", by night" : "");
    return new Words(
        headline,
        "alert.unreported-flight",
        values,
        "a flight plan or clearance that names it, or word from air traffic control",
        track.identity().name() == null
            ? List.of("callsign", "operator", "destination")
            : List.of("operator", "destination"));
  }
}
