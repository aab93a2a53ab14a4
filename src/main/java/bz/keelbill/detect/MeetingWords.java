package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.detect.Haunts.Haunt;
import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a meeting at sea is told. */
record MeetingWords(Rendezvous.Pair pair, Scene scene, boolean isNight, Haunt haunt) {
  private static final long BEFORE_MILLIS = 10 * 60_000L;

  Finding finding(Priority priority, long neededMillis, double fastKnots) {
    Meeting meeting = pair.meeting();
    return new Finding(
        Rendezvous.KIND,
        priority,
        Describe.subject(pair.older(), pair.younger()),
        new Moment(meeting.sinceMillis(), scene.nowMillis(), pair.one().position()),
        words(),
        terms(neededMillis / 60_000.0, fastKnots),
        new Outlook(Describe.rounded(Slack.minutesToShore(pair.one(), scene)), null, null),
        evidence(meeting.sinceMillis() - BEFORE_MILLIS));
  }

  private List<Evidence> evidence(long fromMillis) {
    List<Evidence> both = new ArrayList<>(Describe.since(pair.older(), fromMillis));
    both.addAll(Describe.since(pair.younger(), fromMillis));
    return both;
  }

  private List<Term> terms(double neededMinutes, double fastKnots) {
    Meeting meeting = pair.meeting();
    List<Term> terms = new ArrayList<>();
    terms.add(term("separation", Math.round(meeting.metres()), "m", meeting.limitMetres()));
    terms.add(term("together", pair.minutes(), "min", neededMinutes));
    terms.add(term("apart before", Rendezvous.miles(meeting.apartMetres()), "nm", Double.NaN));
    terms.add(term("arrival", meeting.arrivedKnots(), "kn", fastKnots));
    if (pair.isMerged()) {
      terms.add(Term.fact("one echo since", Double.NaN));
    }
    addIf(isNight, "night", terms);
    addIf(haunt == Haunt.WORK, "boats work here", terms);
    double length = longest();
    if (!Double.isNaN(length)) {
      terms.add(term("length", length, "m", Build.BIG_METRES));
    }
    return terms;
  }

  private static void addIf(boolean holds, String fact, List<Term> terms) {
    if (holds) {
      terms.add(Term.fact(fact, Double.NaN));
    }
  }

  private static Term term(String name, double value, String unit, double limit) {
    return new Term(name, Describe.rounded(value), unit, Describe.rounded(limit), Double.NaN);
  }

  private double longest() {
    double one = Build.lengthMetres(pair.one());
    double other = Build.lengthMetres(pair.other());
    return Double.isNaN(one) || other > one ? other : one;
  }

  private Words words() {
    String who = Describe.who(pair.older());
    String other = Describe.who(pair.younger());
    String where = Whereabouts.of(pair.one().position(), scene.geography());
    long minutes = Math.round(pair.minutes());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("other", other);
    values.put("minutes", minutes);
    values.put("where", where);
    String by = isNight ? " by night" : "";
    return new Words(
        who + " and " + other + " met at sea" + by + ", together for " + minutes + " min, " + where,
        "alert.rendezvous" + (isNight ? ".night" : ".day"),
        values,
        "a landing, anchorage or dive site within 1 nm, or a third boat beside them by day",
        unknown());
  }

  private List<String> unknown() {
    List<String> unknown = new ArrayList<>(Describe.unknown(pair.older()));
    for (String thing : Describe.unknown(pair.younger())) {
      if (!unknown.contains(thing)) {
        unknown.add(thing);
      }
    }
    unknown.add("cargo");
    return unknown;
  }
}
