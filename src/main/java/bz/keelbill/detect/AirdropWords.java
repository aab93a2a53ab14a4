package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
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
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of an aircraft that drops something, and of the boats that have to do with it.
 *
 * @param boats nearest first; empty while none is seen
 */
record AirdropWords(Track track, Scene scene, Rules rules, DropPattern seen, List<Track> boats) {
  private static final double BOAT_KNOTS = 30;

  Finding finding() {
    List<Evidence> evidence = new ArrayList<>(Describe.since(track, seen.sinceMillis()));
    boats.forEach(boat -> evidence.addAll(Describe.newest(boat)));
    return new Finding(
        Airdrop.KIND,
        boats.isEmpty() ? Priority.WARNING : Priority.ALARM,
        subject(track, boats),
        new Moment(seen.sinceMillis(), scene.nowMillis(), seen.datum()),
        words(),
        terms(),
        new Outlook(Describe.rounded(minutesAshore()), null, null),
        evidence);
  }

  /** The aircraft with its boats. */
  static Subject subject(Track track, List<Track> boats) {
    List<String> names = new ArrayList<>(track.contactNames());
    boats.forEach(boat -> names.addAll(boat.contactNames()));
    return new Subject(track.name(), names, null);
  }

  /** How soon what was dropped can be ashore in a fast boat. */
  private double minutesAshore() {
    Coast coast = scene.geography().coast();
    double metres = coast.shoreMetres(seen.datum().latitude(), seen.datum().longitude());
    return metres / (Units.knotsToMetresPerSecond(BOAT_KNOTS) * 60);
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    if (seen.isRound()) {
      terms.add(term("turns", seen.turns(), "", rules.value(Circling.DEGREES) / 360));
    } else {
      terms.add(term("slowed", slowedPercent(), "%", rules.value(Airdrop.SLOWED)));
    }
    double feet = track.altitudeFeet();
    terms.add(
        Double.isNaN(feet)
            ? Term.fact("altitude-unknown", Double.NaN)
            : term("low", Math.round(feet), "ft", rules.value(Airdrop.PASS_BELOW)));
    terms.add(term("boats", boats.size(), "", 1));
    if (!boats.isEmpty()) {
      double miles = Geodesy.distanceMetres(seen.datum(), boats.get(0).position()) / 1852;
      double within = rules.value(Airdrop.WITHIN);
      terms.add(term("nearest-boat", Describe.rounded(miles), "nm", within));
    }
    if (Sun.isNight(seen.datum().latitude(), seen.datum().longitude(), seen.sinceMillis())) {
      terms.add(Term.fact("night", Double.NaN));
    }
    return terms;
  }

  private static Term term(String term, double value, String unit, double limit) {
    return new Term(term, value, unit, limit, Double.NaN);
  }

  private long slowedPercent() {
    return Math.round(100 * seen.slowedShare());
  }

  private Words words() {
    Map<String, Object> values = new LinkedHashMap<>();
    Position datum = seen.datum();
    values.put("who", CirclingWords.who(track, scene));
    values.put("where", Whereabouts.of(datum, scene.geography()));
    values.put("boats", boats.size());
    values.put(
        seen.isRound() ? "turns" : "slowed", seen.isRound() ? seen.turns() : slowedPercent());
    values.put("datumLat", datum.latitude());
    values.put("datumLon", datum.longitude());
    putDrift(datum, values);
    String form = (seen.isRound() ? ".round" : ".pass") + (boats.isEmpty() ? "" : ".boats");
    return new Words(
        headline(values),
        "alert.airdrop" + form,
        values,
        "a flight plan by day, or word that nothing floats there",
        List.of("whether anything was dropped", "cargo"));
  }

  private String headline(Map<String, Object> values) {
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
    double metres = rules.value(Airdrop.DRIFT_KNOTS) * 1852;
    Position then = Geodesy.destination(datum, rules.value(Airdrop.DRIFT_TOWARDS), metres);
    values.put("driftHourLat", then.latitude());
    values.put("driftHourLon", then.longitude());
  }
}
