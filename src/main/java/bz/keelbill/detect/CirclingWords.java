package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of an aircraft that goes round. */
record CirclingWords(Track track, Scene scene, Rules rules, Turning turning) {
  private static final double FULL_TURN = 360;

  Finding finding() {
    boolean planned = PlanLook.explains(PlanLook.of(track, scene), track);
    Position at = track.position();
    boolean night = Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
    return new Finding(
        Circling.KIND,
        priority(planned, night),
        Describe.subject(track),
        new Moment(turning.sinceMillis(), scene.nowMillis(), at),
        words(night),
        terms(planned, night),
        Outlook.NONE,
        Describe.since(track, turning.sinceMillis()));
  }

  private double turns() {
    return turning.degrees() / FULL_TURN;
  }

  private Priority priority(boolean planned, boolean night) {
    if (planned && !night) {
      return Priority.CAUTION;
    }
    return turns() >= rules.value(Circling.TURNS) ? Priority.ALARM : Priority.WARNING;
  }

  private List<Term> terms(boolean planned, boolean night) {
    List<Term> terms = new ArrayList<>();
    double degrees = Math.floor(turning.degrees());
    terms.add(term("turned", degrees, "°", rules.value(Circling.DEGREES)));
    double minutes = (track.latest().atMillis() - turning.askedSinceMillis()) / 60_000.0;
    double within = rules.value(Circling.MINUTES);
    terms.add(term("turned-within", Describe.rounded(minutes), "min", within));
    double radius = Math.round(turning.radiusMetres() / 10) * 10.0;
    terms.add(term("radius", radius, "m", rules.value(Circling.MOST_RADIUS)));
    double feet = track.altitudeFeet();
    terms.add(
        Double.isNaN(feet)
            ? Term.fact("altitude-unknown", Double.NaN)
            : term("low", Math.round(feet), "ft", rules.value(Circling.BELOW)));
    if (!planned) {
      terms.add(Term.fact("no-plan", Double.NaN));
    }
    if (night) {
      terms.add(Term.fact("night", Double.NaN));
    }
    return terms;
  }

  private static Term term(String term, double value, String unit, double limit) {
    return new Term(term, value, unit, limit, Double.NaN);
  }

  /** What only a radar sees is no boat. */
  static String who(Track track, Scene scene) {
    return track.domain() == Domain.SEA ? "Unknown aircraft" : Describe.who(track, scene);
  }

  private Words words(boolean night) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who(track, scene));
    values.put("turns", Math.floor(turns() * 2) / 2);
    values.put("height", UnreportedWords.height(track.altitudeFeet()));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    return new Words(
        values.get("who")
            + " is going round"
            + (night ? " by night" : "")
            + ", "
            + values.get("turns")
            + " turns, "
            + values.get("height")
            + ", "
            + values.get("where"),
        "alert.circling" + (night ? ".night" : ""),
        values,
        "a flight plan by day, or going on",
        List.of("purpose"));
  }
}
