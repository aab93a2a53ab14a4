package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of a boat that comes in from the open sea to an empty shore. */
record ShoreApproachWords(
    Track track, Scene scene, Rules rules, ReefCrossing crossing, EmptyShore shore) {

  Finding finding(Priority priority, double leastMilesOutside, double mostMinutes) {
    double minutes = Describe.rounded(shore.minutes());
    return new Finding(
        ShoreApproach.KIND,
        priority,
        Describe.subject(track),
        new Moment(crossing.atMillis(), scene.nowMillis(), track.position()),
        words(),
        terms(minutes, leastMilesOutside, mostMinutes),
        new Outlook(minutes, Describe.normal(track, scene), null),
        Describe.since(track, crossing.atMillis() - 5 * 60_000L));
  }

  private List<Term> terms(double minutes, double leastMilesOutside, double mostMinutes) {
    double knots = Describe.rounded(track.velocity().speedKnots());
    double outside = Describe.rounded(crossing.way().miles());
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("speed", knots, "kn", rules.value(ShoreApproachSettings.SPEED), Double.NaN));
    terms.add(new Term("from-seaward", outside, "nm", leastMilesOutside, Double.NaN));
    terms.add(new Term("unattended-shore", minutes, "min", mostMinutes, Double.NaN));
    if (ReefCrossing.isNight(track)) {
      terms.add(Term.fact("night", Double.NaN));
    }
    return terms;
  }

  private Words words() {
    Map<String, Object> values = new LinkedHashMap<>();
    String who = Describe.who(track);
    values.put("who", who);
    values.put("speedKnots", Math.round(track.velocity().speedKnots()));
    values.put("minutes", Math.round(shore.minutes()));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    return new Words(
        who
            + " comes in over the reef from open sea at "
            + values.get("speedKnots")
            + " kn and heads for an empty shore "
            + Whereabouts.towards(shore.at(), scene.geography())
            + ", there in "
            + values.get("minutes")
            + " min",
        "alert.shore-approach",
        values,
        "a course to a known landing, or an identity that agrees",
        Describe.unknown(track));
  }
}
