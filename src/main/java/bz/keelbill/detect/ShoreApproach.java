package bz.keelbill.detect;

import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;

/**
 * "From open sea straight to an empty beach or river."
 *
 * <p>Slower than a go-fast run and told by its way alone: first seen seaward of the reef and far
 * from any landing, straight across the reef, and on to a shore where nobody lands.
 */
public final class ShoreApproach implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "shore-approach";

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public ShoreApproach(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ShoreApproachSettings.ENABLED);
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
    if (!enabled || track.domain() != Domain.SEA || track.position() == null) {
      return;
    }
    if (!track.isAsFastAs(rules.value(ShoreApproachSettings.SPEED))) {
      found.stoppedBy(
          "speed",
          Describe.rounded(track.speedKnots()),
          "kn",
          rules.value(ShoreApproachSettings.SPEED));
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
    double far = rules.value(ShoreApproachSettings.LANDING);
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
    SeaOrigin origin = SeaOrigin.of(track, far, rules.value(ShoreApproachSettings.BEHIND), scene);
    if (origin.isWayBack()) {
      found.stoppedBy("somebody went out this way");
    } else if (!origin.isOpenSea()) {
      double miles = Describe.rounded(Units.metresToNauticalMiles(origin.behindMetres()));
      found.stoppedBy(
          "a landing straight behind", miles, "nm", rules.value(ShoreApproachSettings.BEHIND));
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
    if (!(sure >= rules.value(ShoreApproachSettings.SPEED))) {
      found.stoppedBy(
          "speed", Describe.rounded(sure), "kn", rules.value(ShoreApproachSettings.SPEED));
      return;
    }
    ReefCrossing crossing = ReefCrossing.last(track, scene);
    if (crossing == null) {
      found.stoppedBy("crossed the reef too long ago");
      return;
    }
    long inside = scene.nowMillis() - crossing.atMillis();
    if (inside < rules.millis(ShoreApproachSettings.INSIDE)) {
      found.stoppedBy(
          "inside the reef", inside / 1000, "s", rules.value(ShoreApproachSettings.INSIDE));
    } else if (isStraightFromSea(track, crossing, scene, found)) {
      judge(track, crossing, scene, found);
    }
  }

  private boolean isStraightFromSea(
      Track track, ReefCrossing crossing, Scene scene, Findings found) {
    double miles = crossing.way().miles();
    double least = rules.value(ShoreApproachSettings.SPEED) / 2;
    double made = crossing.madeGoodKnots(track.position(), scene.nowMillis());
    Position from = crossing.way().from();
    double off =
        Units.metresToNauticalMiles(
            scene.geography().reefMetres(from.latitude(), from.longitude()));
    if (miles < outsideMiles(track)) {
      found.stoppedBy(
          "straight outside the reef", Describe.rounded(miles), "nm", outsideMiles(track));
    } else if (!ReefCrossing.isNight(track) && off < rules.value(ShoreApproachSettings.OFF_REEF)) {
      found.stoppedBy(
          "off the reef", Describe.rounded(off), "nm", rules.value(ShoreApproachSettings.OFF_REEF));
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
    } else if (shore.minutes() > within(track, crossing)) {
      double minutes = Describe.rounded(shore.minutes());
      found.stoppedBy("time to shore", minutes, "min", within(track, crossing));
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(
          new ShoreApproachWords(track, scene, rules, crossing, shore)
              .finding(priority(track, shore), outsideMiles(track), within(track, crossing)));
    }
  }

  /** Who comes slowly and from near is told late: so come fishers, who turn off to their port. */
  private double within(Track track, ReefCrossing crossing) {
    boolean isSlow = track.velocity().speedKnots() < rules.value(ShoreApproachSettings.SLOW);
    boolean isFromNear = crossing.way().miles() <= rules.value(ShoreApproachSettings.NEAR);
    return rules.value(
        isSlow && isFromNear ? ShoreApproachSettings.SLOW_ETA : ShoreApproachSettings.ETA);
  }

  private boolean hasCalled(Track track, ReefCrossing crossing, Scene scene) {
    History history = track.history();
    long since = Long.MAX_VALUE;
    int first = history.firstAtOrAfter(crossing.atMillis());
    for (int i = first; i < history.size() && !ReefCrossing.isNight(track); i++) {
      Position at = history.position(i);
      double metres = scene.geography().landingMetres(at.latitude(), at.longitude());
      since =
          metres <= rules.value(ShoreApproachSettings.CALLED)
              ? Math.min(since, history.atMillis(i))
              : Long.MAX_VALUE;
      if (history.atMillis(i) - since >= rules.millis(ShoreApproachSettings.CALL)) {
        return true;
      }
    }
    return false;
  }

  private double outsideMiles(Track track) {
    return rules.value(
        ReefCrossing.isNight(track)
            ? ShoreApproachSettings.OUTSIDE_BY_NIGHT
            : ShoreApproachSettings.OUTSIDE);
  }

  private Priority priority(Track track, EmptyShore shore) {
    boolean night = ReefCrossing.isNight(track);
    if (track.identity().isCooperative()) {
      return Priority.CAUTION;
    }
    return night && shore.minutes() <= rules.value(ShoreApproachSettings.SOON)
        ? Priority.ALARM
        : Priority.WARNING;
  }
}
