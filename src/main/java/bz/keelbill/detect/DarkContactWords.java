package bz.keelbill.detect;

import static bz.keelbill.detect.DarkContact.minutes;
import static bz.keelbill.detect.DarkContact.percent;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.fence.Fence;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of a vessel that radar sees and that does not say who it is. */
record DarkContactWords(Track track, Scene scene, Rules rules) {

  /** It has told who it is, and tells it no more. */
  Finding silenced(Fix word, Coverage.Kind kind, Earshot earshot) {
    double minutes = minutes(scene.nowMillis() - word.atMillis());
    Map<String, Object> values = values();
    values.put("minutes", Math.round(minutes));
    Words words =
        new Words(
            values.get("who")
                + " has gone dark: radar sees it, AIS silent for "
                + Math.round(minutes)
                + " min"
                + at(values),
            "alert.dark-contact.silenced",
            values,
            "a report by its own set, or water where it is not well heard",
            List.of("why it is silent"));
    boolean isA = kind == Coverage.Kind.AIS_A;
    double limit =
        minutes(rules.millis(isA ? DarkContact.SURE_MINUTES : DarkContact.CLASS_B_MINUTES));
    List<Term> terms =
        List.of(
            new Term("silence", minutes, "min", limit, Double.NaN),
            speed(),
            heard(earshot.chance()));
    String coverage =
        "its class ("
            + kind.word()
            + ") is heard here with "
            + Math.round(percent(earshot.chance()))
            + " % a minute";
    return finding(Priority.WARNING, word.atMillis(), words, terms, coverage);
  }

  /** It is where it may not be. */
  Finding inFence(Fence fence) {
    Map<String, Object> values = values();
    values.put("fence", fence.label().name());
    Words words =
        new Words(
            "Radar follows a vessel without identity in " + fence.label().name() + at(values),
            "alert.dark-contact.restricted",
            values,
            "an identity, or leaving the area",
            Describe.unknown(track));
    List<Term> terms = List.of(followed(), Term.fact("in a restricted area", Double.NaN));
    return finding(Priority.CAUTION, track.bornAtMillis(), words, terms, null);
  }

  /** It is so large that it ought to have a set. */
  Finding large(double lengthMetres, double chance) {
    Map<String, Object> values = values();
    values.put("metres", Math.round(lengthMetres));
    Words words =
        new Words(
            "A vessel of about "
                + Math.round(lengthMetres)
                + " m is under way without AIS"
                + at(values),
            "alert.dark-contact.large",
            values,
            "an identity, or a length below " + Math.round(Build.BIG_METRES) + " m",
            Describe.unknown(track));
    List<Term> terms =
        List.of(
            new Term("length", Describe.rounded(lengthMetres), "m", Build.BIG_METRES, Double.NaN),
            speed(),
            heard(chance));
    return finding(Priority.CAUTION, track.bornAtMillis(), words, terms, null);
  }

  private static String at(Map<String, Object> values) {
    return ", " + values.get("where");
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", Describe.who(track));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    Describe.putSpeed(track, values);
    return values;
  }

  private Term speed() {
    double knots = Describe.rounded(track.velocity().speedKnots());
    return new Term("speed", knots, "kn", rules.value(DarkContact.UNDER_WAY), Double.NaN);
  }

  private Term heard(double chance) {
    double limit = percent(rules.value(DarkContact.CHANCE));
    return new Term("heard here", percent(chance), "%", limit, Double.NaN);
  }

  private Term followed() {
    double minutes = minutes(scene.nowMillis() - track.sureSinceMillis());
    double limit = minutes(rules.millis(DarkContact.SURE_MINUTES));
    return new Term("followed", minutes, "min", limit, Double.NaN);
  }

  private Finding finding(
      Priority priority, long onsetMillis, Words words, List<Term> terms, String coverage) {
    return new Finding(
        DarkContact.KIND,
        priority,
        Describe.subject(track),
        new Moment(onsetMillis, scene.nowMillis(), track.position()),
        words,
        terms,
        new Outlook(Describe.rounded(Slack.minutesToShore(track, scene)), null, coverage),
        Describe.since(track, onsetMillis - 60_000));
  }
}
