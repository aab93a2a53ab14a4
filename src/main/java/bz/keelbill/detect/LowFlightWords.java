package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of an aircraft that flies low.
 *
 * @param limitFeet lower than this is low at that hour
 */
record LowFlightWords(Track track, Scene scene, Rules rules, boolean night, double limitFeet) {

  /**
   * The finding.
   *
   * @param known whether the watch knows it, or several plans fit it
   */
  Finding finding(long sinceMillis, boolean known) {
    Position at = track.position();
    boolean sea = !scene.geography().coast().isLand(at.latitude(), at.longitude());
    boolean skims = night && sea && track.altitudeFeet() < rules.value(LowFlight.ALARM_BELOW);
    Priority loud = skims ? Priority.ALARM : Priority.WARNING;
    return new Finding(
        LowFlight.KIND,
        known ? Priority.CAUTION : loud,
        Describe.subject(track),
        new Moment(sinceMillis, scene.nowMillis(), at),
        words(),
        terms(skims),
        Outlook.NONE,
        Describe.since(track, sinceMillis));
  }

  private List<Term> terms(boolean skims) {
    List<Term> terms = new ArrayList<>();
    double bound = skims ? rules.value(LowFlight.ALARM_BELOW) : limitFeet;
    terms.add(value("low", Math.round(track.altitudeFeet()), "ft", bound));
    double knots = Describe.rounded(track.speedKnots());
    terms.add(value("speed", knots, "kn", rules.value(LowFlight.SLOWEST)));
    double miles = LicensedFields.miles(track.position(), scene.geography());
    double beyond = rules.value(LowFlight.FIELD);
    terms.add(value("licensed-field", Describe.rounded(miles), "nm", beyond));
    terms.add(Term.fact("no-plan", Double.NaN));
    if (night) {
      terms.add(Term.fact("night", Double.NaN));
    }
    if (skims) {
      terms.add(Term.fact("over-water", Double.NaN));
    }
    return terms;
  }

  private static Term value(String term, double value, String unit, double limit) {
    return new Term(term, value, unit, limit, Double.NaN);
  }

  private Words words() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", Describe.who(track, scene));
    values.put("height", UnreportedWords.height(track.altitudeFeet()));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    Describe.putSpeed(track, values);
    return new Words(
        values.get("who")
            + " flies low"
            + (night ? " by night" : "")
            + " far from any airfield, "
            + values.get("height")
            + Describe.speed(track)
            + ", "
            + values.get("where"),
        "alert.low-flight" + (night ? ".night" : ""),
        values,
        "a flight plan or clearance, or a height above the limit",
        List.of("purpose", "height of the ground"));
  }
}
