package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.History;
import bz.keelbill.track.Sensor;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "It says that it is on land", or where radar sees nobody.
 *
 * <p>Well inside the drawn shoreline, by its own word, without having come there over the water's
 * edge step by step, as one does up a river. Or a ghost: its word claims a place where a radar that
 * sees such vessels there has never seen it.
 */
public final class OnLand implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "on-land";

  static final Setting ENABLED =
      Setting.onOff("on-land.enabled", true, "Whether vessels on land and ghosts are told");
  static final Setting INSIDE =
      new Setting("on-land.inside", 500, "m", 100, 10000, "Farther inside the shoreline than this");
  static final Setting MOVING =
      new Setting("on-land.movingKnots", 5, "kn", 0, 50, "As fast as this it is a warning");
  static final Setting SEEN =
      new Setting(
          "on-land.seenByRadar",
          0.9,
          "",
          0.5,
          1,
          "A radar that sees such a vessel in a minute as surely as this ought to see it");
  static final Setting GHOST =
      new Setting("on-land.ghostMinutes", 5, "min", 3, 120, "Unseen for so long it is a ghost");
  static final List<Setting> SETTINGS = List.of(ENABLED, INSIDE, MOVING, SEEN, GHOST);

  private static final long EVERY_MILLIS = 10_000;
  private static final int FIXES = 3;
  private static final long STEP_MILLIS = 5 * 60_000L;
  private static final double BESIDE_METRES = 800;

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
  public void look(Track track, Scene scene, Findings found) {
    boolean isDue = scene.nowMillis() % EVERY_MILLIS == 0;
    boolean mayBe = enabled && isDue && isOwnWord(track);
    if (!mayBe || scene.ownForces().contains(track.identity(), scene.nowMillis())) {
      return;
    }
    Position at = track.position();
    if (scene.geography().coast().isLand(at.latitude(), at.longitude())) {
      judgeInside(track, scene, found);
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

  private void judgeInside(Track track, Scene scene, Findings found) {
    Coast coast = scene.geography().coast();
    History history = track.history();
    double least = Double.POSITIVE_INFINITY;
    for (int i = history.size() - FIXES; i < history.size(); i++) {
      least = Math.min(least, insideMetres(history, i, coast));
    }
    if (least < rules.value(INSIDE)) {
      found.stoppedBy("inside the shoreline", Math.round(least), "m", rules.value(INSIDE));
    } else if (cameByWater(history, coast)) {
      found.stoppedBy("came step by step, as up a river");
    } else if (!scene.saidLately(KIND, track, null)) {
      double knots = track.velocity().lowerKnots();
      boolean isMoving = knots >= rules.value(MOVING);
      Term term = new Term("inside", Math.round(least), "m", rules.value(INSIDE), Double.NaN);
      found.holds(
          finding(track, isMoving ? Priority.WARNING : Priority.CAUTION, "inside", term, scene));
    }
  }

  private static double insideMetres(History history, int i, Coast coast) {
    double lat = history.latitude(i);
    double lon = history.longitude(i);
    return coast.isLand(lat, lon) ? coast.shoreMetres(lat, lon) : 0;
  }

  /** Whether it was at sea before, and left it without a jump. */
  private static boolean cameByWater(History history, Coast coast) {
    for (int i = history.size() - 2; i >= 0; i--) {
      long gap = history.atMillis(i + 1) - history.atMillis(i);
      double metres = Geodesy.distanceMetres(history.position(i), history.position(i + 1));
      if (gap > STEP_MILLIS || metres > 2_000) {
        return false;
      }
      if (!coast.isLand(history.latitude(i), history.longitude(i))) {
        return true;
      }
    }
    return false;
  }

  private void judgeGhost(Track track, Scene scene, Findings found) {
    long known = scene.nowMillis() - track.bornAtMillis();
    double minutes = rules.value(GHOST);
    boolean isUnderWay = track.speedKnots() >= rules.value(MOVING);
    if (!isUnderWay || track.hasBeenSeenByRadar() || known < minutes * 60_000) {
      return;
    }
    double chance = leastChance(track, scene);
    if (chance < rules.value(SEEN)) {
      found.stoppedBy(
          "seen by radar there", Math.round(100 * chance), "%", 100 * rules.value(SEEN));
    } else if (hasEchoBeside(track, scene)) {
      found.stoppedBy("an echo beside it");
    } else if (!scene.saidLately(KIND, track, null)) {
      double percent = Math.round(100 * chance);
      Term term = new Term("radar-would-see", percent, "%", 100 * rules.value(SEEN), Double.NaN);
      found.holds(finding(track, Priority.WARNING, "ghost", term, scene));
    }
  }

  /** How surely one radar would have seen it at each of its places in the last minutes. */
  private double leastChance(Track track, Scene scene) {
    double best = 0;
    for (Sensor sensor : scene.coverage().sensors()) {
      Hearing.Station station = scene.hearing().station(sensor.id());
      boolean isLooking =
          sensor.kind() == Sensor.Kind.RADAR
              && station != null
              && station.silentMillis(scene.nowMillis()) < 60_000;
      best = isLooking ? Math.max(best, leastChance(track, sensor, scene)) : best;
    }
    return best;
  }

  private double leastChance(Track track, Sensor sensor, Scene scene) {
    History history = track.history();
    long since = scene.nowMillis() - (long) (rules.value(GHOST) * 60_000);
    double least = history.size() - history.firstAtOrAfter(since) < FIXES ? 0 : 1;
    for (int i = history.firstAtOrAfter(since); i < history.size(); i++) {
      Position at = history.position(i);
      least = Math.min(least, scene.coverage().chance(sensor.id(), Coverage.Kind.RADAR, at));
    }
    return least;
  }

  private static boolean hasEchoBeside(Track track, Scene scene) {
    boolean[] found = {false};
    scene
        .picture()
        .near(
            track.position(),
            BESIDE_METRES,
            other ->
                found[0] |=
                    other != track
                        && other.hasBeenSeenByRadar()
                        && other.freshness(scene.nowMillis()) != Freshness.LOST);
    return found[0];
  }

  private static Finding finding(
      Track track, Priority priority, String word, Term term, Scene scene) {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    String where = Whereabouts.of(track.position(), scene.geography());
    values.put("who", who);
    values.put("where", where);
    FenceEntry.putSpeed(track, values);
    String says =
        "ghost".equals(word)
            ? " says that it is where radar sees nobody"
            : " says that it is on land, " + Math.round(term.value()) + " m inside";
    return new Finding(
        KIND,
        priority,
        Describe.subject(track),
        new Moment(track.latest().atMillis(), scene.nowMillis(), track.position()),
        new Words(
            who + says + FenceEntry.speed(track) + ", " + where,
            "alert.on-land." + word,
            values,
            "positions at sea, or an echo where it says to be",
            List.of("where it truly is")),
        List.of(term),
        Outlook.NONE,
        Describe.since(track, track.latest().atMillis() - 3 * 60_000L));
  }
}
