package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.detect.Haunts.Haunt;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "It hangs about without reason."
 *
 * <p>Slow within a mile for long, where craft of its kind have no business to lie or to work. The
 * reef and the waters behind it are full of small boats that fish and dive by day: they are nobody
 * there. A fishing vessel rings only by night in the open sea. What says that it lies at anchor
 * counts only where nobody anchors.
 */
public final class Loitering implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "loitering";

  static final Setting ENABLED =
      Setting.onOff("loitering.enabled", true, "Whether craft that hang about are looked for");
  static final Setting MAX_KNOTS =
      new Setting("loitering.maxSpeed", 3, "kn", 0.5, 10, "Slower than this on the whole");
  static final Setting RADIUS_MILES =
      new Setting("loitering.radius", 1, "nm", 0.1, 10, "Within a circle of this radius");
  static final Setting BOAT_MINUTES =
      new Setting("loitering.minutes", 30, "min", 5, 360, "So long a boat stays there");
  static final Setting SHIP_MINUTES =
      new Setting(
          "loitering.shipMinutes",
          120,
          "min",
          10,
          350,
          "So long a ship stays there, or a fishing vessel, yacht or passenger boat of 15 m or"
              + " more");
  static final Setting ANCHORING_MILES =
      new Setting(
          "loitering.anchoring", 3, "nm", 0, 50, "Farther from land than this nobody anchors");
  static final Setting UNHEARD =
      new Setting(
          "loitering.unheard",
          45,
          "min",
          1,
          240,
          "Where it is found again within this time, in the same place, it has stayed");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED, MAX_KNOTS, RADIUS_MILES, BOAT_MINUTES, SHIP_MINUTES, ANCHORING_MILES, UNHEARD);

  private static final double ADRIFT_MILES = 0.3;
  private static final double LONELY_MILES = 3;
  private static final double NOISE_KNOTS = 8;

  private final boolean enabled;
  private final double maxKnots;
  private final double radiusMetres;
  private final long boatMillis;
  private final long shipMillis;
  private final double anchoringMetres;
  private final long unheardMillis;
  private final Haunts haunts;

  /** Built for one version of the rules. */
  public Loitering(Rules rules) {
    enabled = rules.isOn(ENABLED);
    maxKnots = rules.value(MAX_KNOTS);
    radiusMetres = Units.nauticalMilesToMetres(rules.value(RADIUS_MILES));
    boatMillis = rules.millis(BOAT_MINUTES);
    shipMillis = rules.millis(SHIP_MINUTES);
    anchoringMetres = Units.nauticalMilesToMetres(rules.value(ANCHORING_MILES));
    unheardMillis = rules.millis(UNHEARD);
    haunts = new Haunts(rules);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.HALF_MINUTE;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    long now = scene.nowMillis();
    if (!enabled || !Build.isVessel(track)) {
      return;
    }
    if (!isSlow(track)) {
      found.stoppedBy("speed", Describe.rounded(track.speedKnots()), "kn", maxKnots);
      return;
    }
    long needed = neededMillis(track);
    if (now - track.bornAtMillis() < needed) {
      stoppedByTime(now - track.bornAtMillis(), needed, found);
    } else if (isSpared(track, scene)) {
      found.stoppedBy("own force, service, tracking box or at anchor");
    } else {
      judgePlace(track, needed, scene, found);
    }
  }

  /**
   * Filters of radar echoes jump, most of all while a ship's words and its echo are told apart;
   * whether it was slow on the whole is asked of its history.
   */
  private boolean isSlow(Track track) {
    boolean isByRadar = track.latest().state().source() == Fix.Source.RADAR;
    Fix word = isByRadar ? track.ownWord() : null;
    boolean saysSo = word != null && word.motion().speedKnots() <= maxKnots;
    double most = isByRadar ? maxKnots + NOISE_KNOTS : maxKnots;
    return saysSo || track.speedKnots() <= most || track.velocity().lowerKnots() <= maxKnots;
  }

  private static void stoppedByTime(long millis, long needed, Findings found) {
    found.stoppedBy("duration", Describe.rounded(millis / 60_000.0), "min", needed / 60_000.0);
  }

  /** Those of some size that ordinarily take their time are given as much as a ship. */
  private long neededMillis(Track track) {
    boolean takesTime = Build.isFishing(track) || Build.isPleasure(track) || isPassenger(track);
    return Build.isShip(track) || Build.isBig(track) && takesTime ? shipMillis : boatMillis;
  }

  private static boolean isPassenger(Track track) {
    Integer type = track.identity().shipType();
    return type != null && type >= 60 && type <= 69;
  }

  private boolean isSpared(Track track, Scene scene) {
    return Spared.isByTrackingBox(track)
        || mayLie(track) && !isFarFromLand(track.position(), scene)
        || scene.isOwn(track);
  }

  /** Pilots, tugs and rescue wait for their work, and an anchor holds, near the coast. */
  private static boolean mayLie(Track track) {
    return Build.isAtService(track) || Build.isMoored(track);
  }

  private boolean isFarFromLand(Position at, Scene scene) {
    return !scene.geography().coast().isShoreWithin(at.latitude(), at.longitude(), anchoringMetres);
  }

  private void judgePlace(Track track, long needed, Scene scene, Findings found) {
    Position at = track.position();
    long now = scene.nowMillis();
    boolean isBig = Build.isBig(track);
    Haunt haunt = haunts.at(at, now, isBig, scene);
    boolean isDay = !Haunts.isNight(at, now);
    boolean isOutside = scene.geography().isSeawardOfReef(at.latitude(), at.longitude());
    boolean isSmallAtWork = !isBig && (haunt == Haunt.WORK || isDay && !isOutside);
    if (haunt == Haunt.REST) {
      double miles = Haunts.landingMiles(at, scene);
      found.stoppedBy("landing", Describe.rounded(miles), "nm", isBig ? 3 : 1);
    } else if (isSmallAtWork) {
      found.stoppedBy("boats work here");
    } else if (hasPassed(track, now - needed)) {
      stoppedByTime(0, needed, found);
    } else {
      judgeStay(
          track, needed, scene, haunt == Haunt.NONE && mayRing(track, isDay, isOutside), found);
    }
  }

  private static boolean mayRing(Track track, boolean isDay, boolean isOutside) {
    boolean isWorking = Build.isFishing(track) || Build.isPleasure(track);
    return Build.isBig(track) && (!isWorking || !isDay && isOutside);
  }

  /** A cheap look at where it was then. */
  private boolean hasPassed(Track track, long thenMillis) {
    Position then = track.positionAt(thenMillis);
    return then == null
        || Geodesy.distanceMetres(then, track.position())
            > 2 * radiusMetres + 4 * track.sigmaMetres();
  }

  private void judgeStay(Track track, long needed, Scene scene, boolean rings, Findings found) {
    long now = scene.nowMillis();
    Lingering stay =
        Lingering.of(track, now, needed, new Lingering.Limits(radiusMetres, unheardMillis));
    if (stay == null || now - stay.sinceMillis() < needed) {
      stoppedByTime(stay == null ? 0 : now - stay.sinceMillis(), needed, found);
    } else if (!(stay.meanKnots() < maxKnots)) {
      found.stoppedBy("mean speed", Describe.rounded(stay.meanKnots()), "kn", maxKnots);
    } else if (!stay.hasCome() && track.isRadarOnly()) {
      found.stoppedBy("an echo that was always there");
    } else if (!scene.saidLately(KIND, track, null)) {
      boolean isLoud = rings || isYachtAdrift(track, stay, scene);
      Priority priority = isLoud ? Priority.WARNING : Priority.CAUTION;
      if (!found.keeps(KIND, Describe.subject(track), priority, now)) {
        found.holds(finding(track, stay, needed, priority, scene));
      }
    }
  }

  /** A yacht lies at anchor for hours, but it does not drift about on the open sea for hours. */
  private static boolean isYachtAdrift(Track track, Lingering stay, Scene scene) {
    return Build.isBig(track)
        && Build.isPleasure(track)
        && stay.radiusMiles() >= ADRIFT_MILES
        && Haunts.landingMiles(stay.centre(), scene) >= LONELY_MILES;
  }

  private Finding finding(
      Track track, Lingering stay, long needed, Priority priority, Scene scene) {
    double minutes = stay.minutesUntil(scene.nowMillis());
    List<Term> terms = new ArrayList<>();
    terms.add(term("stay", minutes, "min", needed / 60_000.0));
    terms.add(term("mean speed", stay.meanKnots(), "kn", maxKnots));
    terms.add(term("radius", stay.radiusMiles(), "nm", Units.metresToNauticalMiles(radiusMetres)));
    terms.add(term("landing", Haunts.landingMiles(stay.centre(), scene), "nm", Double.NaN));
    double length = Build.lengthMetres(track);
    if (!Double.isNaN(length)) {
      terms.add(term("length", length, "m", Build.BIG_METRES));
    }
    return new Finding(
        KIND,
        priority,
        Describe.subject(track),
        new Moment(stay.sinceMillis(), scene.nowMillis(), track.position()),
        words(track, minutes, scene),
        terms,
        Outlook.NONE,
        Describe.since(track, stay.sinceMillis()));
  }

  private static Term term(String name, double value, String unit, double limit) {
    return new Term(name, Describe.rounded(value), unit, Describe.rounded(limit), Double.NaN);
  }

  private static Words words(Track track, double minutes, Scene scene) {
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("minutes", Math.round(minutes));
    values.put("where", where);
    return new Words(
        who + " has hung about for " + Math.round(minutes) + " min, " + where,
        "alert.loitering",
        values,
        "an anchorage, fishing or dive area drawn there, or going on",
        Describe.unknown(track));
  }
}
