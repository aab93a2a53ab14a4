package bz.keelbill.detect;

import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Elsewhere;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * "It says that it is on land", or where radar sees nobody.
 *
 * <p>Well inside a shoreline that lies where it is drawn, by its own word, off every known river
 * and lagoon, and without having come there over the water's edge step by step, as one does up an
 * unknown one. Or a ghost: its word claims a place where a radar that sees such vessels there has
 * never seen it.
 */
public final class OnLand implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "on-land";

  static final Setting ENABLED =
      Setting.onOff("on-land.enabled", true, "Whether vessels on land and ghosts are told");
  static final Setting INSIDE =
      new Setting("on-land.inside", 500, "m", 100, 10000, "Farther inside the shoreline than this");
  static final Setting WATER =
      new Setting(
          "on-land.water",
          2500,
          "m",
          0,
          20000,
          "Within this of a known river, lagoon or landing it is afloat");
  static final Setting MOVING =
      new Setting("on-land.movingKnots", 5, "kn", 0, 50, "As fast as this it is a warning");
  static final Setting SEEN =
      new Setting(
          "on-land.seenByRadar",
          0.75,
          "",
          0.5,
          0.99,
          "A radar that sees such a vessel in a minute as surely as this ought to see it");
  static final Setting GHOST =
      new Setting(
          "on-land.ghostMinutes",
          3,
          "min",
          1,
          120,
          "Unseen for so long, and longer where a radar may miss it, it is a ghost");
  static final Setting ANTENNA =
      new Setting(
          "on-land.antennaHeight",
          20,
          "m",
          2,
          1000,
          "So high radars stand above the sea: what lies below their horizon is not missed");
  static final List<Setting> SETTINGS =
      List.of(ENABLED, INSIDE, WATER, MOVING, SEEN, GHOST, ANTENNA);

  private static final int FIXES = 3;
  private static final long STEP_MILLIS = 5 * 60_000L;
  private static final double STEP_METRES = 2_000;
  private static final long SPEAKING_MILLIS = 60_000;
  private static final double BY_CHANCE = 0.001;

  /** Misses come in rows: no minute is trusted more than this. */
  private static final double MOST = 0.65;

  private static final long ASKEW_MILLIS = 20_000;
  private static final long TWO_PLACES_MILLIS = 15 * 60_000L;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public OnLand(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
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
    if (!enabled || !isOwnWord(track) || Spared.is(track, scene)) {
      return;
    }
    List<Position> places = lastPlaces(track);
    Position newest = places.get(places.size() - 1);
    if (scene.geography().coast().insideMetres(newest.latitude(), newest.longitude()) > 0) {
      judgeInside(track, places, scene, found);
    } else {
      judgeGhost(track, scene, found);
    }
  }

  private static boolean isOwnWord(Track track) {
    return track.domain() == Domain.SEA
        && track.identity().mmsi() != null
        && Build.isVessel(track)
        && track.latest().state().source() != Fix.Source.RADAR
        && track.history().size() >= FIXES;
  }

  /** Its last three words, believed or not yet. */
  private static List<Position> lastPlaces(Track track) {
    Elsewhere elsewhere = track.elsewhere();
    List<Position> places = new ArrayList<>(FIXES);
    if (elsewhere != null && elsewhere.inARow() >= FIXES) {
      List<Fix> there = elsewhere.places();
      there.subList(there.size() - FIXES, there.size()).forEach(fix -> places.add(fix.position()));
    } else {
      History history = track.history();
      for (int i = history.size() - FIXES; i < history.size(); i++) {
        places.add(history.position(i));
      }
    }
    return places;
  }

  private void judgeInside(Track track, List<Position> places, Scene scene, Findings found) {
    Geography geography = scene.geography();
    double least = Double.POSITIVE_INFINITY;
    double water = Double.POSITIVE_INFINITY;
    for (Position at : places) {
      double inside = geography.coast().insideMetres(at.latitude(), at.longitude());
      least = Math.min(least, inside);
      water = Math.min(water, geography.inlandWaterMetres(at.latitude(), at.longitude()));
      water = Math.min(water, geography.landingMetres(at.latitude(), at.longitude()));
    }
    if (least < rules.value(INSIDE)) {
      found.stoppedBy("inside the shoreline", Math.round(least), "m", rules.value(INSIDE));
    } else if (water < rules.value(WATER)) {
      found.stoppedBy("river, lagoon or port", Math.round(water), "m", rules.value(WATER));
    } else if (isBelieved(track, places) && cameByWater(track.history(), geography.coast())) {
      found.stoppedBy("came step by step, as up a river");
    } else if (!scene.saidLately(KIND, track, null)) {
      Position newest = places.get(places.size() - 1);
      boolean isMoving = track.velocity().lowerKnots() >= rules.value(MOVING);
      Priority priority = isMoving ? Priority.WARNING : Priority.CAUTION;
      found.holds(
          new OnLandWords(track, scene, newest).inside(priority, least, rules.value(INSIDE)));
    }
  }

  private static boolean isBelieved(Track track, List<Position> places) {
    Position last = places.get(places.size() - 1);
    return Geodesy.distanceMetres(track.latest().position(), last) < STEP_METRES;
  }

  /** Whether it was at sea before, and left it without a jump. */
  private static boolean cameByWater(History history, Coast coast) {
    for (int i = history.size() - 2; i >= 0; i--) {
      long gap = history.atMillis(i + 1) - history.atMillis(i);
      double metres = Geodesy.distanceMetres(history.position(i), history.position(i + 1));
      if (gap > STEP_MILLIS || metres > STEP_METRES) {
        return false;
      }
      if (coast.insideMetres(history.latitude(i), history.longitude(i)) == 0) {
        return true;
      }
    }
    return false;
  }

  private void judgeGhost(Track track, Scene scene, Findings found) {
    boolean isUnderWay = track.speedKnots() >= rules.value(MOVING);
    // An echo that has just been taken from it may have been its own.
    long since = Math.max(track.bornAtMillis(), track.partedAtMillis());
    long known = scene.nowMillis() - since;
    boolean isSpeaking = scene.nowMillis() - track.latest().atMillis() <= SPEAKING_MILLIS;
    boolean mayBe = isUnderWay && isSpeaking && !track.hasBeenSeenByRadar();
    if (!mayBe || known < rules.millis(GHOST)) {
      return;
    }
    if (!mayBeSeenNow(track, scene)) {
      notSeen(0, found);
      return;
    }
    double needed = minutesFor(leastChance(track, rules.value(GHOST), scene));
    double chance = leastChance(track, needed, scene);
    double seen = Math.round(100 * chance);
    if (chance < rules.value(SEEN)) {
      notSeen(seen, found);
    } else if (known < needed * 60_000) {
      found.stoppedBy("unseen", Describe.rounded(known / 60_000.0), "min", needed);
    } else if (isInTwoPlaces(track, scene)) {
      found.stoppedBy("says two places");
    } else if (isAskew(track, scene)) {
      found.stoppedBy("its station's clock is wrong");
    } else if (RadarWitness.sawAnybody(track, scene)) {
      found.stoppedBy("an echo beside it");
    } else if (!scene.saidLately(KIND, track, null)) {
      found.holds(
          new OnLandWords(track, scene, track.position()).ghost(seen, 100 * rules.value(SEEN)));
    }
  }

  /** One place that no radar sees decides, and with most vessels it is the newest already. */
  private static boolean mayBeSeenNow(Track track, Scene scene) {
    History history = track.history();
    return RadarWitness.mayLookAt(history.position(history.size() - 1), track, scene);
  }

  private void notSeen(double percent, Findings found) {
    found.stoppedBy("seen by radar there", percent, "%", 100 * rules.value(SEEN));
  }

  /** Two that share a number are another suspicion, and one of them has a hull somewhere. */
  private static boolean isInTwoPlaces(Track track, Scene scene) {
    Elsewhere elsewhere = track.elsewhere();
    return elsewhere != null
        && elsewhere.places().size() >= FIXES
        && scene.nowMillis() - elsewhere.newest().atMillis() <= TWO_PLACES_MILLIS;
  }

  /** How surely a radar would have seen it at each of its places in the last minutes. */
  private static double leastChance(Track track, double minutes, Scene scene) {
    History history = track.history();
    long since = scene.nowMillis() - (long) (minutes * 60_000);
    int first = history.firstAtOrAfter(since);
    double least = history.size() - first < FIXES ? 0 : 1;
    Position before = null;
    int minutesThere = 0;
    // One place that no radar sees decides: so most vessels are done with at the first.
    for (int i = first; least > 0 && i < history.size(); i++) {
      Position at = history.position(i);
      if (!RadarWitness.mayLookAt(at, track, scene)) {
        return 0;
      }
      boolean isThere = before != null && Coverage.isOneCell(before, at);
      minutesThere = isThere ? minutesThere : minutesIn(history, at);
      before = at;
      least = Math.min(least, RadarWitness.chance(at, track, minutesThere, scene));
    }
    return least;
  }

  /** In how many whole minutes, for sure, it spoke from the cell of a place. */
  private static int minutesIn(History history, Position at) {
    int minutes = 0;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < history.size(); i++) {
      long minute = Math.floorDiv(history.atMillis(i), 60_000L);
      if (minute != last && Coverage.isOneCell(history.position(i), at)) {
        minutes++;
        last = minute;
      }
    }
    return Math.max(0, minutes - 1);
  }

  /** So many minutes unseen do not happen by chance. */
  private double minutesFor(double chance) {
    double sure = Math.min(MOST, Math.max(rules.value(SEEN), chance));
    double minutes = StrictMath.log(BY_CHANCE) / StrictMath.log(1 - sure);
    return Math.max(rules.value(GHOST), Math.ceil(minutes));
  }

  private static boolean isAskew(Track track, Scene scene) {
    return WrongClock.offMillis(track.latest().origin().station(), scene) > ASKEW_MILLIS;
  }
}
