package bz.keelbill.detect;

import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.List;

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
          "shore-approach.outside", 3, "nm", 0, 30, "As far straight outside of the reef before");
  static final Setting OFF_REEF =
      new Setting(
          "shore-approach.offReef",
          1.5,
          "nm",
          0,
          30,
          "By day that way began as far off the reef: boats fish, dive and run along its edge");
  static final Setting OUTSIDE_BY_NIGHT =
      new Setting(
          "shore-approach.outsideByNight",
          0.5,
          "nm",
          0,
          30,
          "The same by night, when nobody fishes there and a radar may see a boat late");
  static final Setting BEHIND =
      new Setting(
          "shore-approach.landingBehind",
          8,
          "nm",
          0,
          60,
          "By day a boat that comes into sight within this of a landing straight behind it left"
              + " there, for an outing, not from the open sea");
  static final Setting ASIDE =
      new Setting(
          "shore-approach.landingAside",
          1.5,
          "nm",
          0,
          10,
          "By day a course that passes a landing as near as this goes to it");
  static final Setting CALLED =
      new Setting(
          "shore-approach.landingCalled",
          500,
          "m",
          0,
          5000,
          "By day a boat that stayed as near to a landing since it crossed the reef has called"
              + " there");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED,
          SPEED,
          LANDING,
          ETA,
          SOON,
          INSIDE,
          OUTSIDE,
          OFF_REEF,
          OUTSIDE_BY_NIGHT,
          BEHIND,
          ASIDE,
          CALLED);

  /** Nobody who only passes is beside a landing for as long. */
  private static final long CALL_MILLIS = 4 * 60_000L;

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
    } else if (isFromOpenSea(track, scene, found)) {
      judge(track, scene, found);
    }
  }

  private boolean isFromOpenSea(Track track, Scene scene, Findings found) {
    Geography geography = scene.geography();
    Position born = track.bornAt();
    Position now = track.position();
    double far = rules.value(LANDING);
    double landing = geography.landingMetres(born.latitude(), born.longitude());
    if (landing <= far) {
      found.stoppedBy("began near a landing", Math.round(landing), "m", far);
      return false;
    }
    boolean isOutThen = geography.isSeawardOfReef(born.latitude(), born.longitude());
    boolean isOutNow = ReefCrossing.isOutside(now, geography);
    if (!isOutThen || isOutNow) {
      found.stoppedBy(isOutNow ? "has not crossed the reef" : "began inside the reef");
      return false;
    }
    SeaOrigin origin = SeaOrigin.of(track, far, rules.value(BEHIND), scene);
    if (origin.isWayBack()) {
      found.stoppedBy("somebody went out this way");
    } else if (!origin.isOpenSea()) {
      double miles = Describe.rounded(Units.metresToNauticalMiles(origin.behindMetres()));
      found.stoppedBy("a landing straight behind", miles, "nm", rules.value(BEHIND));
    }
    return origin.isOpenSea();
  }

  private void judge(Track track, Scene scene, Findings found) {
    Velocity velocity = track.velocity();
    double sure = velocity.speedKnots() - velocity.sigmaKnots();
    if (velocity.speedKnots() > GoFast.MOST_KNOTS) {
      double knots = Describe.rounded(velocity.speedKnots());
      found.stoppedBy("no boat's speed", knots, "kn", GoFast.MOST_KNOTS);
      return;
    }
    if (!(sure >= rules.value(SPEED))) {
      found.stoppedBy("speed", Describe.rounded(sure), "kn", rules.value(SPEED));
      return;
    }
    ReefCrossing crossing = ReefCrossing.last(track, scene);
    if (crossing == null) {
      found.stoppedBy("crossed the reef too long ago");
      return;
    }
    long inside = scene.nowMillis() - crossing.atMillis();
    if (inside < rules.millis(INSIDE)) {
      found.stoppedBy("inside the reef", inside / 1000, "s", rules.value(INSIDE));
    } else if (isStraightFromSea(track, crossing, scene, found)) {
      judge(track, crossing, scene, found);
    }
  }

  private boolean isStraightFromSea(
      Track track, ReefCrossing crossing, Scene scene, Findings found) {
    double miles = crossing.way().miles();
    double least = rules.value(SPEED) / 2;
    double made = crossing.madeGoodKnots(track.position(), scene.nowMillis());
    Position from = crossing.way().from();
    double off =
        Units.metresToNauticalMiles(
            scene.geography().reefMetres(from.latitude(), from.longitude()));
    if (miles < outsideMiles(track)) {
      found.stoppedBy(
          "straight outside the reef", Describe.rounded(miles), "nm", outsideMiles(track));
    } else if (!ReefCrossing.isNight(track) && off < rules.value(OFF_REEF)) {
      found.stoppedBy("off the reef", Describe.rounded(off), "nm", rules.value(OFF_REEF));
    } else if (hasCalled(track, crossing, scene)) {
      found.stoppedBy("called at a landing");
    } else if (made < least) {
      found.stoppedBy("made good since the reef", Describe.rounded(made), "kn", least);
    } else {
      return true;
    }
    return false;
  }

  private void judge(Track track, ReefCrossing crossing, Scene scene, Findings found) {
    EmptyShore shore = EmptyShore.ahead(track, scene, rules);
    if (shore == null) {
      found.stoppedBy("no empty shore ahead");
    } else if (shore.minutes() > rules.value(ETA)) {
      found.stoppedBy("time to shore", Describe.rounded(shore.minutes()), "min", rules.value(ETA));
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(
          new ShoreApproachWords(track, scene, rules, crossing, shore)
              .finding(priority(track, shore), outsideMiles(track)));
    }
  }

  private boolean hasCalled(Track track, ReefCrossing crossing, Scene scene) {
    History history = track.history();
    long since = Long.MAX_VALUE;
    int first = history.firstAtOrAfter(crossing.atMillis());
    for (int i = first; i < history.size() && !ReefCrossing.isNight(track); i++) {
      Position at = history.position(i);
      double metres = scene.geography().landingMetres(at.latitude(), at.longitude());
      since = metres <= rules.value(CALLED) ? Math.min(since, history.atMillis(i)) : Long.MAX_VALUE;
      if (history.atMillis(i) - since >= CALL_MILLIS) {
        return true;
      }
    }
    return false;
  }

  private double outsideMiles(Track track) {
    return rules.value(ReefCrossing.isNight(track) ? OUTSIDE_BY_NIGHT : OUTSIDE);
  }

  private Priority priority(Track track, EmptyShore shore) {
    boolean night = ReefCrossing.isNight(track);
    if (track.identity().isCooperative()) {
      return Priority.CAUTION;
    }
    return night && shore.minutes() <= rules.value(SOON) ? Priority.ALARM : Priority.WARNING;
  }
}
