package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
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

  private static final double FLYING_KNOTS = 40;
  private static final double TAXI_KNOTS = 60;
  private static final long LOOKED_AT_MILLIS = 2 * 60_000L;
  private static final long AGAIN_MILLIS = 20 * 60_000L;
  private static final double ECHO_SEEN = 0.5;

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
      lookAtSilent(track, scene, silent, found);
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
    if (!isAway(at, scene, found) || !isOurs(at, scene, found)) {
      return;
    }
    if (!(track.speedKnots() < TAXI_KNOTS) || !Landed.hasFlown(track.history())) {
      found.stoppedBy("has-not-flown");
      return;
    }
    if (!isExplained(track, at, scene, found)) {
      found.holds(new Landed(track, scene, rules, FlightPath.of(track), at, true).finding());
    }
  }

  private void lookAtSilent(Track track, Scene scene, long silent, Findings found) {
    long since = silent - Landed.patienceMillis(track.history(), silentMillis);
    if (since < 0) {
      found.stoppedBy("silence", silent / 1000, "s", (silent - since) / 1000);
      return;
    }
    if (since > LOOKED_AT_MILLIS && !isSaidAgain(track, scene, silent)) {
      found.stoppedBy("silence", silent / 1000, "s", (silent - since + LOOKED_AT_MILLIS) / 1000);
      return;
    }
    boolean echo = track.domain() == Domain.SEA;
    if (echo && !PrimaryEcho.is(track, scene, rules)) {
      return;
    }
    FlightPath path = FlightPath.of(track);
    if (!(path.knots() >= FLYING_KNOTS) || Double.isNaN(path.courseDegrees())) {
      found.stoppedBy("flying", path.knots(), "kn", FLYING_KNOTS);
      return;
    }
    if (isComingDown(track, path, scene, found) && isAway(path.from(), scene, found)) {
      lookWhereItCameDown(track, scene, path, found);
    }
  }

  /** It stays open while nothing is heard: said again now and then. */
  private static boolean isSaidAgain(Track track, Scene scene, long silent) {
    return silent % AGAIN_MILLIS < LOOKED_AT_MILLIS / 2
        && scene.open(KIND).stream()
            .anyMatch(open -> open.subject().lineage().equals(track.name()));
  }

  private boolean isComingDown(Track track, FlightPath path, Scene scene, Findings found) {
    double sinking = rules.value(SINKING);
    if (path.sinks(sinking) || path.feet() < rules.value(LOW)) {
      return true;
    }
    if (!Double.isNaN(path.feet())) {
      found.stoppedBy("height", path.feet(), "ft", rules.value(LOW));
      return false;
    }
    // Without a height: one that slows down, or that a radar had well in sight.
    boolean slows = path.slowedShare() >= 0.2 || path.knots() <= 160;
    double seen = scene.coverage().chance(Coverage.Kind.RADAR, path.after(path.metresIn(0.5)));
    if (track.domain() == Domain.SEA ? !slows && seen < ECHO_SEEN : !slows) {
      found.stoppedBy("slowing", 100 * path.slowedShare(), "%", 20);
      return false;
    }
    return true;
  }

  private void lookWhereItCameDown(Track track, Scene scene, FlightPath path, Findings found) {
    PathDown down = new PathDown(path, scene.geography(), rules);
    if (down.minutes() > rules.value(DOWN_MINUTES)) {
      found.stoppedBy("down-within", down.minutes(), "min", rules.value(DOWN_MINUTES));
      return;
    }
    Position at = down.place();
    if (at == null) {
      found.stoppedBy("over-water");
      return;
    }
    if (!isOurs(at, scene, found) || !isAway(at, scene, found)) {
      return;
    }
    if (down.leadsToField()) {
      found.stoppedBy("bound-for-field");
      return;
    }
    if (isExplained(track, at, scene, found)) {
      return;
    }
    if (!down.sinks() && LostStation.isLeavingItsHorizon(track, path, scene)) {
      found.stoppedBy("radio-horizon");
      return;
    }
    if (LostStation.isSilent(track, scene)) {
      found.stoppedBy("station-silent");
      return;
    }
    found.holds(new Landed(track, scene, rules, path, at, false).finding());
  }

  private boolean isAway(Position at, Scene scene, Findings found) {
    double miles = LicensedFields.miles(at, scene.geography());
    double limit = rules.value(FIELD);
    if (miles <= limit) {
      found.stoppedBy("licensed-field", miles, "nm", limit);
      return false;
    }
    return true;
  }

  private static boolean isOurs(Position at, Scene scene, Findings found) {
    boolean ours = scene.geography().airspace().contains(at.latitude(), at.longitude());
    if (!ours) {
      found.stoppedBy("outside-belize");
    }
    return ours;
  }

  /** A plan explains a landing on its way, not one off it. */
  private boolean isExplained(Track track, Position at, Scene scene, Findings found) {
    PlanMatch match = PlanLook.of(track, scene);
    if (!PlanLook.explains(match, track)) {
      return false;
    }
    double off = PlannedRoute.of(match.plan(), scene.geography()).offMetres(at) / 1852;
    double limit = rules.value(PlanDeviation.OFF_ROUTE);
    boolean explained = !(off > limit);
    if (explained) {
      found.stoppedBy("planned", off, "nm", limit);
    }
    return explained;
  }
}
