package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * "It came down where there is no airfield."
 *
 * <p>Nothing is heard any more of an aircraft that was low or coming down, away from every licensed
 * field, and its path meets the ground in Belize. What a plan explains, what was on its way to a
 * licensed field and what flew level out of a station's horizon has an honest reason; where a whole
 * station has fallen silent, that is another alert. One that says itself that it stands on the
 * ground out there has landed too. If it comes up again and goes down again it is the same alert.
 */
public final class ClandestineLanding implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "clandestine-landing";

  static final Setting ENABLED =
      Setting.onOff("clandestine-landing.enabled", true, "Whether landings off fields are told");
  static final Setting SILENT =
      new Setting(
          "clandestine-landing.silentSeconds",
          30,
          "s",
          15,
          600,
          "Unheard for so long it may be down; longer where it was heard with gaps before");
  static final Setting LOW =
      new Setting(
          "clandestine-landing.low",
          3000,
          "ft",
          500,
          10000,
          "Lost below this it may be landing; no terrain is known, so this is above the sea");
  static final Setting SINKING =
      new Setting(
          "clandestine-landing.sinking",
          200,
          "ft/min",
          50,
          3000,
          "Coming down at least so fast it may be landing from any height");
  static final Setting FIELD =
      new Setting(
          "clandestine-landing.fieldWithin",
          5,
          "nm",
          1,
          30,
          "So near to a licensed field it has landed there");
  static final Setting DOWN_MINUTES =
      new Setting(
          "clandestine-landing.downWithin",
          15,
          "min",
          1,
          60,
          "Its path must meet the ground within this time");
  static final Setting LAND_MINUTES =
      new Setting(
          "clandestine-landing.landAhead",
          5,
          "min",
          0,
          30,
          "Lost over water it may be landing if there is land ahead within this time");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, SILENT, LOW, SINKING, FIELD, DOWN_MINUTES, LAND_MINUTES);

  private static final double TAXI_KNOTS = 60;

  private final Rules rules;
  private final boolean enabled;
  private final long silentMillis;

  /** Built for one version of the rules. */
  public ClandestineLanding(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
    silentMillis = rules.millis(SILENT);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pace pace() {
    return Pace.REPORTS_AND_TEN_SECONDS;
  }

  @Override
  public boolean judgesLost() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    long silent = scene.nowMillis() - Math.max(track.heardAtMillis(), track.arrivedAtMillis());
    boolean stands = track.isOnGround() && scene.isTenthSecond();
    boolean candidate =
        enabled
            && (silent >= silentMillis || stands)
            && mayFly(track)
            && !scene.isOwn(track)
            && !scene.saidLately(KIND, track, null);
    if (candidate && track.isOnGround()) {
      lookAtStanding(track, scene, found);
    } else if (candidate) {
      new FellSilent(track, scene, rules, found).look(silent);
    }
  }

  /** Cheap; a radar echo must be an aircraft too, which is asked later. */
  private static boolean mayFly(Track track) {
    return track.latest() != null
        && track.history().size() > 0
        && (track.domain() == Domain.AIR || track.isRadarOnly());
  }

  private void lookAtStanding(Track track, Scene scene, Findings found) {
    Position at = track.position();
    OffField place = new OffField(track, scene, rules, found);
    if (!place.isAway(at) || !place.isOurs(at)) {
      return;
    }
    if (!(track.speedKnots() < TAXI_KNOTS) || !Landed.hasFlown(track.history())) {
      found.stoppedBy("has-not-flown");
      return;
    }
    if (place.isUnexplained(at)) {
      found.holds(new Landed(track, scene, rules, FlightPath.of(track), at, true).finding());
    }
  }
}
