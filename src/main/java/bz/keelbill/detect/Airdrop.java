package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private static final double BOAT_KNOTS = 30;

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
  public boolean judgesLost() {
    return true;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    boolean candidate =
        enabled && scene.isTenthSecond() && Circling.mayCircle(track) && !scene.isOwn(track);
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
      found.holds(finding(track, scene, seen, seen.sinceMillis(), boats));
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
    Subject subject = subject(track, boats);
    boolean isNews = subject.tracks().size() > open.subject().tracks().size();
    if (seen != null || isNews) {
      DropPattern same =
          new DropPattern(
              datum,
              since,
              number(values.get("slowed")) / 100,
              Math.max(number(values.get("turns")), seen == null ? 0 : seen.turns()),
              true);
      found.holds(finding(track, scene, same, since, boats));
    }
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static Subject subject(Track track, List<Track> boats) {
    List<String> names = new ArrayList<>(track.contactNames());
    boats.forEach(boat -> names.addAll(boat.contactNames()));
    return new Subject(track.name(), names, null);
  }

  private Finding finding(
      Track track, Scene scene, DropPattern seen, long sinceMillis, List<Track> boats) {
    List<Finding.Evidence> evidence = new ArrayList<>(Describe.since(track, sinceMillis));
    boats.forEach(boat -> evidence.addAll(Describe.newest(boat)));
    return new Finding(
        KIND,
        boats.isEmpty() ? Priority.WARNING : Priority.ALARM,
        subject(track, boats),
        new Moment(sinceMillis, scene.nowMillis(), seen.datum()),
        words(track, scene, seen, boats),
        terms(track, seen, boats),
        new Outlook(Describe.rounded(minutesAshore(seen.datum(), scene)), null, null),
        evidence);
  }

  /** How soon what was dropped can be ashore in a fast boat. */
  private static double minutesAshore(Position datum, Scene scene) {
    Coast coast = scene.geography().coast();
    double metres = coast.shoreMetres(datum.latitude(), datum.longitude());
    return metres / (Units.knotsToMetresPerSecond(BOAT_KNOTS) * 60);
  }

  private List<Term> terms(Track track, DropPattern seen, List<Track> boats) {
    List<Term> terms = new ArrayList<>();
    if (seen.isRound()) {
      terms.add(term("turns", seen.turns(), "", rules.value(Circling.DEGREES) / 360));
    } else {
      terms.add(term("slowed", Math.round(100 * seen.slowedShare()), "%", rules.value(SLOWED)));
    }
    double feet = track.altitudeFeet();
    terms.add(
        Double.isNaN(feet)
            ? Term.fact("altitude-unknown", Double.NaN)
            : term("low", Math.round(feet), "ft", rules.value(PASS_BELOW)));
    terms.add(term("boats", boats.size(), "", 1));
    if (!boats.isEmpty()) {
      Position nearest = boats.get(0).position();
      double miles = Geodesy.distanceMetres(seen.datum(), nearest) / 1852;
      terms.add(term("nearest-boat", Describe.rounded(miles), "nm", rules.value(WITHIN)));
    }
    if (Sun.isNight(seen.datum().latitude(), seen.datum().longitude(), seen.sinceMillis())) {
      terms.add(Term.fact("night", Double.NaN));
    }
    return terms;
  }

  private static Term term(String term, double value, String unit, double limit) {
    return new Term(term, value, unit, limit, Double.NaN);
  }

  private Words words(Track track, Scene scene, DropPattern seen, List<Track> boats) {
    Map<String, Object> values = new LinkedHashMap<>();
    Position datum = seen.datum();
    values.put("who", Circling.who(track, scene));
    values.put("where", Whereabouts.of(datum, scene.geography()));
    values.put("boats", boats.size());
    values.put(seen.isRound() ? "turns" : "slowed", what(seen));
    values.put("datumLat", datum.latitude());
    values.put("datumLon", datum.longitude());
    putDrift(datum, values);
    String form = (seen.isRound() ? ".round" : ".pass") + (boats.isEmpty() ? "" : ".boats");
    return new Words(
        headline(seen, boats, values),
        "alert.airdrop" + form,
        values,
        "a flight plan by day, or word that nothing floats there",
        List.of("whether anything was dropped", "cargo"));
  }

  private static double what(DropPattern seen) {
    return seen.isRound() ? seen.turns() : Math.round(100 * seen.slowedShare());
  }

  private static String headline(DropPattern seen, List<Track> boats, Map<String, Object> values) {
    String does =
        seen.isRound()
            ? " went round low over the water"
            : " passed low over the water and slowed down by " + values.get("slowed") + " %";
    String with =
        boats.isEmpty()
            ? ", no boat seen yet, "
            : ", with " + boats.size() + (boats.size() == 1 ? " boat there, " : " boats there, ");
    return values.get("who") + does + with + values.get("where");
  }

  /** Where it floats after an hour. */
  private void putDrift(Position datum, Map<String, Object> values) {
    double metres = rules.value(DRIFT_KNOTS) * 1852;
    Position then = Geodesy.destination(datum, rules.value(DRIFT_TOWARDS), metres);
    values.put("driftHourLat", then.latitude());
    values.put("driftHourLon", then.longitude());
  }
}
