package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.List;
import java.util.Map;

/**
 * "Plane and boats working together."
 *
 * <p>An aircraft goes round low over the water, or comes over it low and slows down; and a boat has
 * waited there, or runs from there. With a boat it is an alarm; without one a warning with the
 * place and the drift, for the boat may come yet. One situation is one alert, the aircraft's; its
 * boats join it for half an hour. A sight-seer by day with a plan is none. Looked at every ten
 * seconds, also when the aircraft is gone.
 */
public final class Airdrop implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "airdrop";

  static final Setting ENABLED =
      Setting.onOff("airdrop.enabled", true, "Whether drops to boats are looked for");
  static final Setting PASS_BELOW =
      new Setting(
          "airdrop.passBelow", 500, "ft", 50, 3000, "A pass no higher than this above the sea");
  static final Setting SLOWED =
      new Setting("airdrop.slowed", 20, "%", 5, 80, "A pass in which it slows by more than this");
  static final Setting WITHIN =
      new Setting("airdrop.within", 2, "nm", 0.2, 10, "How near a boat must have been");
  static final Setting LYING =
      new Setting("airdrop.lying", 3, "kn", 0.5, 10, "No faster than this a boat waits");
  static final Setting LEAVING =
      new Setting(
          "airdrop.leaving", 12, "kn", 5, 50, "Appearing there and this fast, a boat runs away");
  static final Setting BEFORE =
      new Setting("airdrop.before", 60, "min", 0, 360, "A boat counts that waited so long before");
  static final Setting AFTER =
      new Setting("airdrop.after", 30, "min", 0, 180, "A boat counts that comes so long after");
  static final Setting DRIFT_KNOTS =
      new Setting(
          "airdrop.driftSpeed",
          0.7,
          "kn",
          0,
          5,
          "How fast what floats drifts; no current is known");
  static final Setting DRIFT_TOWARDS =
      new Setting(
          "airdrop.driftTowards", 285, "°", 0, 360, "Where to it drifts: with the trade wind");
  static final List<Setting> SETTINGS =
      List.of(
          ENABLED,
          PASS_BELOW,
          SLOWED,
          WITHIN,
          LYING,
          LEAVING,
          BEFORE,
          AFTER,
          DRIFT_KNOTS,
          DRIFT_TOWARDS);

  private static final long NOW_MILLIS = 20_000;

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public Airdrop(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(ENABLED);
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
    boolean candidate = enabled && Circling.mayCircle(track) && !scene.isOwn(track);
    if (!candidate) {
      return;
    }
    boolean isHeard = scene.nowMillis() - track.latest().atMillis() <= NOW_MILLIS;
    DropPattern seen = isHeard ? DropPattern.of(track, scene, rules, found) : null;
    Finding open = open(track, scene);
    if (open != null) {
      lookAgain(track, scene, open, seen, found);
    } else if (seen != null) {
      lookFirst(track, scene, seen, found);
    }
  }

  private static Finding open(Track track, Scene scene) {
    for (Finding one : scene.open(KIND)) {
      if (one.subject().lineage().equals(track.name())) {
        return one;
      }
    }
    return null;
  }

  private void lookFirst(Track track, Scene scene, DropPattern seen, Findings found) {
    Position at = seen.datum();
    boolean night = Sun.isNight(at.latitude(), at.longitude(), seen.sinceMillis());
    if (!night && PlanLook.explains(PlanLook.of(track, scene), track)) {
      found.stoppedBy("planned");
      return;
    }
    List<Track> boats = new DropBoats(at, seen.sinceMillis(), scene, rules).all();
    // Where a boat lies there is water, whatever the chart says: a river has none.
    boolean dry = scene.geography().coast().isLand(at.latitude(), at.longitude());
    if (boats.isEmpty() && dry) {
      found.stoppedBy("over-land");
    } else if (boats.isEmpty() && !seen.isOver()) {
      found.stoppedBy("pass-not-over");
    } else {
      found.holds(new AirdropWords(track, scene, rules, seen, boats).finding());
    }
  }

  /** The place stays the first one; boats may come yet. */
  private void lookAgain(Track track, Scene scene, Finding open, DropPattern seen, Findings found) {
    long since = open.moment().onsetMillis();
    Map<String, Object> values = open.words().values();
    boolean over = scene.nowMillis() - since > rules.millis(AFTER);
    if (!(values.get("datumLat") instanceof Number north)
        || !(values.get("datumLon") instanceof Number east)
        || over && seen == null) {
      return;
    }
    Position datum = new Position(north.doubleValue(), east.doubleValue());
    List<Track> boats = new DropBoats(datum, since, scene, rules).all();
    int tracks = AirdropWords.subject(track, boats).tracks().size();
    boolean isNews = tracks > open.subject().tracks().size();
    if (seen != null || isNews) {
      DropPattern same =
          new DropPattern(
              datum,
              since,
              number(values.get("slowed")) / 100,
              most(number(values.get("turns")), seen),
              true);
      found.holds(new AirdropWords(track, scene, rules, same, boats).finding());
    }
  }

  /** One that was seen going round may be seen passing later. */
  private static double most(double turns, DropPattern seen) {
    if (seen == null || Double.isNaN(seen.turns())) {
      return turns;
    }
    return Double.isNaN(turns) ? seen.turns() : Math.max(turns, seen.turns());
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
