package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "From open sea straight to an empty beach or river."
 *
 * <p>Slower than a go-fast run and told by its way alone: first seen seaward of the reef and far
 * from any landing, straight across the reef, and on to a shore where nobody lands.
 */
public final class ShoreApproach implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "shore-approach";

  static final Setting ENABLED =
      Setting.onOff(
          "shore-approach.enabled", true, "Whether boats from open sea to empty shores are told");
  static final Setting SPEED =
      new Setting("shore-approach.minSpeed", 12, "kn", 4, 40, "As fast as this or faster");
  static final Setting LANDING =
      new Setting(
          "shore-approach.landingDistance",
          3000,
          "m",
          500,
          20000,
          "Farther from every landing than this, where it began and where it goes");
  static final Setting ETA =
      new Setting("shore-approach.within", 30, "min", 5, 120, "Ashore within this time");
  static final Setting SOON =
      new Setting(
          "shore-approach.alarmWithin", 15, "min", 1, 60, "By night, ashore within this: an alarm");
  static final Setting INSIDE =
      new Setting("shore-approach.inside", 90, "s", 0, 900, "So long after it crossed the reef");
  static final Setting OUTSIDE =
      new Setting(
          "shore-approach.outside", 2, "nm", 0, 30, "As far straight outside of the reef before");
  static final Setting OUTSIDE_BY_NIGHT =
      new Setting(
          "shore-approach.outsideByNight",
          0.5,
          "nm",
          0,
          30,
          "The same by night, when nobody fishes there and a radar may see a boat late");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, SPEED, LANDING, ETA, SOON, INSIDE, OUTSIDE, OUTSIDE_BY_NIGHT);

  private static final long CROSSED_MILLIS = 60 * 60_000L;
  private static final double STRAIGHTNESS = 0.85;
  private static final double FAN_DEGREES = 12;
  private static final double STRAIGHT_TO_DEGREES = 4;
  private static final double BUSY = 60;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public ShoreApproach(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Where and when it crossed the reef, and how far straight it had come before. */
  private record Crossing(long atMillis, double outsideMiles) {}

  /** Where it goes. */
  private record Landfall(Position at, double minutes) {}

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled
        || !scene.isTenthSecond()
        || track.domain() != Domain.SEA
        || track.position() == null) {
      return;
    }
    if (!track.isAsFastAs(rules.value(SPEED))) {
      found.stoppedBy("speed", Describe.rounded(track.speedKnots()), "kn", rules.value(SPEED));
    } else if (Spared.is(track, scene)) {
      found.stoppedBy("own force or tracking box");
    } else if (isFromOpenSea(track, scene.geography(), found)) {
      judge(track, scene, found);
    }
  }

  private boolean isFromOpenSea(Track track, Geography geography, Findings found) {
    Position born = track.bornAt();
    Position now = track.position();
    double landing = geography.landingMetres(born.latitude(), born.longitude());
    if (landing <= rules.value(LANDING)) {
      found.stoppedBy("began near a landing", Math.round(landing), "m", rules.value(LANDING));
      return false;
    }
    boolean isOutThen = geography.isSeawardOfReef(born.latitude(), born.longitude());
    boolean isOutNow = isOutside(now, isNight(track), geography);
    if (!isOutThen || isOutNow) {
      found.stoppedBy(isOutNow ? "has not crossed the reef" : "began inside the reef");
      return false;
    }
    return true;
  }

  /**
   * By day boats fish and dive along the reef's outer edge: only who is over the crest has crossed
   * it. By night nobody comes straight to the edge for that, and minutes count.
   */
  private static boolean isOutside(Position at, boolean isNight, Geography geography) {
    return isNight
        ? geography.isSeawardOfReef(at.latitude(), at.longitude())
        : !geography.isLandwardOfReef(at.latitude(), at.longitude());
  }

  private void judge(Track track, Scene scene, Findings found) {
    Velocity velocity = track.velocity();
    double sure = velocity.speedKnots() - velocity.sigmaKnots();
    if (!(sure >= rules.value(SPEED))) {
      found.stoppedBy("speed", Describe.rounded(sure), "kn", rules.value(SPEED));
      return;
    }
    Crossing crossing = crossing(track, scene);
    if (crossing == null) {
      found.stoppedBy("crossed the reef too long ago");
      return;
    }
    long inside = scene.nowMillis() - crossing.atMillis();
    if (inside < rules.millis(INSIDE)) {
      found.stoppedBy("inside the reef", inside / 1000, "s", rules.value(INSIDE));
    } else if (crossing.outsideMiles() < outsideMiles(track)) {
      double miles = Describe.rounded(crossing.outsideMiles());
      found.stoppedBy("straight outside the reef", miles, "nm", outsideMiles(track));
    } else {
      judge(track, crossing, scene, found);
    }
  }

  private void judge(Track track, Crossing crossing, Scene scene, Findings found) {
    Landfall landfall = landfall(track, scene);
    if (landfall == null) {
      found.stoppedBy("no empty shore ahead");
    } else if (landfall.minutes() > rules.value(ETA)) {
      found.stoppedBy(
          "time to shore", Describe.rounded(landfall.minutes()), "min", rules.value(ETA));
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(finding(track, crossing, landfall, scene));
    }
  }

  private double outsideMiles(Track track) {
    return rules.value(isNight(track) ? OUTSIDE_BY_NIGHT : OUTSIDE);
  }

  /** Its last step over the reef line, read back from now. */
  private static Crossing crossing(Track track, Scene scene) {
    History history = track.history();
    Geography geography = scene.geography();
    boolean isNight = isNight(track);
    long since = scene.nowMillis() - CROSSED_MILLIS;
    for (int i = history.size() - 1; i >= 0 && history.atMillis(i) >= since; i--) {
      if (isOutside(history.position(i), isNight, geography)) {
        return new Crossing(history.atMillis(i), straightMiles(history, i));
      }
    }
    return null;
  }

  /** How far it had come straight to a point of its way. */
  private static double straightMiles(History history, int to) {
    Position there = history.position(to);
    double path = 0;
    double straight = 0;
    Position last = there;
    long lastMillis = history.atMillis(to);
    for (int i = to - 1; i >= 0; i--) {
      if (lastMillis - history.atMillis(i) >= 60_000 || i == 0) {
        Position at = history.position(i);
        path += Geodesy.distanceMetres(last, at);
        double direct = Geodesy.distanceMetres(at, there);
        if (direct < STRAIGHTNESS * path) {
          break;
        }
        straight = direct;
        last = at;
        lastMillis = history.atMillis(i);
      }
    }
    return Units.metresToNauticalMiles(straight);
  }

  /** The empty shore ahead that is nearest; null if there is none, or a landing may be meant. */
  private Landfall landfall(Track track, Scene scene) {
    Velocity velocity = track.velocity();
    double perMinute = Units.knotsToMetresPerSecond(velocity.speedKnots()) * 60;
    double reach = perMinute * rules.value(ETA) * 1.5;
    Landfall nearest = null;
    for (int side = -1; side <= 1; side++) {
      double course = velocity.courseDegrees() + side * FAN_DEGREES;
      double metres = scene.geography().coast().metresToLandAhead(track.position(), course, reach);
      if (!Double.isNaN(metres)) {
        Position at = Geodesy.destination(track.position(), course, metres);
        boolean isEmpty = isEmpty(at, scene);
        if (side == 0 && !isEmpty) {
          return null;
        }
        boolean isNearer = nearest == null || metres / perMinute < nearest.minutes();
        nearest = isEmpty && isNearer ? new Landfall(at, metres / perMinute) : nearest;
      }
    }
    return nearest == null || isForLanding(track, perMinute * rules.value(ETA), scene)
        ? null
        : nearest;
  }

  private boolean isEmpty(Position shore, Scene scene) {
    double landing = scene.geography().landingMetres(shore.latitude(), shore.longitude());
    return landing > rules.value(LANDING) && !scene.passages().isBerth(shore);
  }

  /**
   * A course to a landing is one to the landing, whatever caye lies on the way; by day also one
   * that fits it less well.
   */
  private boolean isForLanding(Track track, double metres, Scene scene) {
    double limit = isNight(track) ? STRAIGHT_TO_DEGREES : FAN_DEGREES;
    double within = metres + rules.value(LANDING);
    for (Place landing : scene.geography().landings()) {
      double bearing = Geodesy.bearingDegrees(track.position(), landing.position());
      double turn = Geodesy.turnDegrees(track.velocity().courseDegrees(), bearing);
      boolean isNear = Geodesy.distanceMetres(track.position(), landing.position()) <= within;
      if (isNear && turn <= limit) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNight(Track track) {
    Position at = track.position();
    return Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
  }

  private Priority priority(Track track, Landfall landfall, Scene scene) {
    boolean night = isNight(track);
    boolean isBusy = !night && scene.passages().fastByDayAround(track.position()) >= BUSY;
    if (track.identity().isCooperative() || isBusy) {
      return Priority.CAUTION;
    }
    return night && landfall.minutes() <= rules.value(SOON) ? Priority.ALARM : Priority.WARNING;
  }

  private Finding finding(Track track, Crossing crossing, Landfall landfall, Scene scene) {
    double knots = Describe.rounded(track.velocity().speedKnots());
    double minutes = Describe.rounded(landfall.minutes());
    double outside = Describe.rounded(crossing.outsideMiles());
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("speed", knots, "kn", rules.value(SPEED), Double.NaN));
    terms.add(new Term("from-seaward", outside, "nm", outsideMiles(track), Double.NaN));
    terms.add(new Term("unattended-shore", minutes, "min", rules.value(ETA), Double.NaN));
    if (isNight(track)) {
      terms.add(Term.fact("night", Double.NaN));
    }
    return new Finding(
        KIND,
        priority(track, landfall, scene),
        Describe.subject(track),
        new Moment(crossing.atMillis(), scene.nowMillis(), track.position()),
        words(track, landfall, scene),
        terms,
        new Outlook(minutes, Describe.normal(track, scene), null),
        Describe.since(track, crossing.atMillis() - 5 * 60_000L));
  }

  private static Words words(Track track, Landfall landfall, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    values.put("who", who);
    values.put("speedKnots", Math.round(track.velocity().speedKnots()));
    values.put("minutes", Math.round(landfall.minutes()));
    values.put("where", where);
    return new Words(
        who
            + " comes in over the reef from open sea at "
            + Math.round(track.velocity().speedKnots())
            + " kn and heads for an empty shore "
            + Whereabouts.towards(landfall.at(), scene.geography())
            + ", there in "
            + Math.round(landfall.minutes())
            + " min",
        "alert.shore-approach",
        values,
        "a course to a known landing, or an identity that agrees",
        Describe.unknown(track));
  }
}
