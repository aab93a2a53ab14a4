package bz.keelbill.detect;

import bz.keelbill.detect.Haunts.Haunt;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * "Small boats appear from, or vanish into, a slow ship."
 *
 * <p>A small fast echo that was born or lost close to a slow vessel far from any land. One alert
 * for the ship: each further boat revises it. While the ship stays about, the alert stays open for
 * two hours after the last boat, so that a second one is known as such. A boat that was lost and
 * found again was not born there.
 */
public final class Mothership implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "mothership";

  static final Setting ENABLED =
      Setting.onOff(
          "mothership.enabled", true, "Whether boats that come from ships are looked for");
  static final Setting METRES =
      new Setting(
          "mothership.distance", 500, "m", 50, 3000, "As close to the ship a boat appears or ends");
  static final Setting CHILD_KNOTS =
      new Setting("mothership.boatSpeed", 15, "kn", 5, 60, "The boat runs at least as fast");
  static final Setting SHIP_KNOTS =
      new Setting("mothership.shipSpeed", 6, "kn", 1, 20, "The ship goes slower than this");
  static final Setting OUT_MILES =
      new Setting("mothership.landDistance", 6, "nm", 0, 100, "The ship is farther from land");
  static final Setting CLEAR_METRES =
      new Setting(
          "mothership.clear", 150, "m", 0, 2000, "A boat is seen farther than this from the hull");
  static final Setting WITHIN_MINUTES =
      new Setting("mothership.within", 120, "min", 10, 720, "Two boats in this time are an alarm");
  static final Setting SHORE_MINUTES =
      new Setting(
          "mothership.shoreMinutes",
          90,
          "min",
          5,
          240,
          "A boat that would land within this time is an alarm");
  static final Setting MARGIN =
      new Setting(
          "mothership.maxSpeedMargin",
          5,
          "kn",
          1,
          20,
          "Where a boat will land is told from a course no less certain than this");
  static final List<Setting> SETTINGS =
      List.of(
          MARGIN,
          ENABLED,
          METRES,
          CHILD_KNOTS,
          SHIP_KNOTS,
          OUT_MILES,
          CLEAR_METRES,
          WITHIN_MINUTES,
          SHORE_MINUTES);

  private static final long RENEWED_MILLIS = 5 * 60_000L;
  private static final long HALF_MINUTE_MILLIS = 30_000;
  private static final long SEEN_MILLIS = 60_000;
  private static final double SEARCH_METRES = 5_000;

  private final Rules rules;
  private final boolean enabled;
  private final double metres;
  private final double childKnots;
  private final double shipKnots;
  private final double outMetres;
  private final double clearMetres;
  private final double withinMinutes;
  private final Haunts haunts;

  /** Built for one version of the rules. */
  public Mothership(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
    metres = rules.value(METRES);
    childKnots = rules.value(CHILD_KNOTS);
    shipKnots = rules.value(SHIP_KNOTS);
    outMetres = Units.nauticalMilesToMetres(rules.value(OUT_MILES));
    clearMetres = rules.value(CLEAR_METRES);
    withinMinutes = rules.value(WITHIN_MINUTES);
    haunts = new Haunts(rules);
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
  public boolean judgesLost() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled || !Build.isVessel(track)) {
      return;
    }
    if (scene.nowMillis() % RENEWED_MILLIS < HALF_MINUTE_MILLIS && Build.isBig(track)) {
      renew(track, scene, found);
    }
    if (track.isRadarOnly() && !Build.isBig(track)) {
      judge(track, scene, found);
    }
  }

  /** The ship is still about: what was said of it holds for a while after the last boat. */
  private void renew(Track ship, Scene scene, Findings found) {
    MothershipWords words = words(ship, scene);
    boolean isAbout = words.open() != null && isSlow(ship);
    if (isAbout && words.minutesSinceLastBoat() <= withinMinutes) {
      found.holds(words.again());
    }
  }

  private MothershipWords words(Track ship, Scene scene) {
    return new MothershipWords(ship, scene, rules, open(ship, scene));
  }

  /** What is open about a ship, or null. */
  private static Finding open(Track ship, Scene scene) {
    for (Finding open : scene.open(KIND)) {
      if (open.subject().lineage().equals(ship.name())) {
        return open;
      }
    }
    return null;
  }

  private void judge(Track track, Scene scene, Findings found) {
    boolean isLost = Offspring.isLatelyLost(track, scene.nowMillis());
    if (!isLost && !Offspring.isYoung(track, scene.nowMillis())) {
      found.stoppedBy("neither just born nor just lost");
      return;
    }
    double knots = isLost ? Offspring.lostKnots(track) : Offspring.bornKnots(track);
    if (knots > GoFast.MOST_KNOTS) {
      found.stoppedBy("no boat's speed", Describe.rounded(knots), "kn", GoFast.MOST_KNOTS);
      return;
    }
    if (knots < childKnots) {
      found.stoppedBy("speed", Describe.rounded(knots), "kn", childKnots);
      return;
    }
    Offspring end = isLost ? Offspring.lost(track, metres) : Offspring.born(track, metres);
    Position at = end.place();
    Coast coast = scene.geography().coast();
    if (coast.isShoreWithin(at.latitude(), at.longitude(), outMetres)) {
      double shore = coast.shoreMetres(at.latitude(), at.longitude());
      found.stoppedBy("land", miles(shore), "nm", miles(outMetres));
      return;
    }
    Track ship = shipAt(end, scene);
    if (ship == null) {
      found.stoppedBy("no slow ship beside");
    } else if (!end.isClearOf(ship, clearMetres)) {
      found.stoppedBy("not clear of the hull");
    } else if (haunts.at(at, scene.nowMillis(), true, scene) == Haunt.REST) {
      found.stoppedBy("ships lie here");
    } else {
      found.holds(words(ship, scene).with(end));
    }
  }

  /** The ship at which a boat's way begins or ends; the oldest, if there are several. */
  private Track shipAt(Offspring end, Scene scene) {
    Track[] ship = {null};
    scene
        .picture()
        .near(
            end.place(),
            SEARCH_METRES,
            other -> {
              boolean isElder = ship[0] == null || other.serial() < ship[0].serial();
              if (isElder && isMother(other, end, scene)) {
                ship[0] = other;
              }
            });
    return ship[0];
  }

  private boolean isMother(Track ship, Offspring end, Scene scene) {
    return ship.domain() == Domain.SEA
        && Build.isBig(ship)
        && Build.isVessel(ship)
        && !Build.isAtService(ship)
        && isSlow(ship)
        && !scene.isOwn(ship)
        && end.isAt(ship)
        && (end.isBirth() || isWatched(end, scene));
  }

  /** What a radar says of a ship's speed is noise: one that surely moves is not slow. */
  private boolean isSlow(Track ship) {
    return ship.speedKnots() < shipKnots && !(ship.velocity().lowerKnots() >= shipKnots);
  }

  /** What is lost vanished only if its radar still sees others. */
  private static boolean isWatched(Offspring end, Scene scene) {
    String station = end.child().latest().origin().station();
    return scene.hearing().station(station) != null
        && scene.hearing().station(station).silentMillis(scene.nowMillis()) <= SEEN_MILLIS;
  }

  private static double miles(double metres) {
    return Describe.rounded(Units.metresToNauticalMiles(metres));
  }
}
