package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dark contact that only a satellite saw: a vessel of some length where ships are well heard,
 * that no track explains and that the picture's maker did not recognise either. It is hours old
 * when we hear of it, so it is for the quiet log, and told once.
 */
public final class DarkDetection implements Detector.OfScene {
  private static final long NEWS_MILLIS = 60_000;

  private final boolean enabled;
  private final double enoughChance;

  /** Built for one version of the rules. */
  public DarkDetection(Rules rules) {
    enabled = rules.isOn(DarkContact.ENABLED);
    enoughChance = rules.value(DarkContact.CHANCE);
  }

  @Override
  public String kind() {
    return DarkContact.KIND;
  }

  @Override
  public void look(Scene scene, Findings found) {
    if (!enabled || !scene.isTenthSecond()) {
      return;
    }
    for (Glimpse glimpse : scene.unexplained()) {
      long age = scene.nowMillis() - glimpse.origin().receivedAtMillis();
      boolean isNews = age >= 0 && age <= NEWS_MILLIS;
      boolean isNameless = glimpse.hints().mmsi() == null;
      if (isNews && isNameless && glimpse.looks().lengthMetres() >= Build.BIG_METRES) {
        judge(glimpse, scene, found);
      }
    }
  }

  private void judge(Glimpse glimpse, Scene scene, Findings found) {
    double chance =
        Earshot.chanceAt(glimpse.atMillis(), Coverage.Kind.AIS_A, glimpse.position(), scene);
    if (chance >= enoughChance) {
      found.holds(finding(glimpse, chance, scene));
    }
  }

  private Finding finding(Glimpse glimpse, double chance, Scene scene) {
    String name = glimpse.contact().name();
    Origin origin = glimpse.origin();
    long metres = Math.round(glimpse.looks().lengthMetres());
    String where = Whereabouts.of(glimpse.position(), scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("metres", metres);
    values.put("where", where);
    return new Finding(
        DarkContact.KIND,
        Priority.CAUTION,
        new Subject(name, List.of(name), null),
        new Moment(glimpse.atMillis(), scene.nowMillis(), glimpse.position()),
        new Words(
            "A satellite saw a vessel of about " + metres + " m that nobody else saw, " + where,
            "alert.dark-contact.satellite",
            values,
            "a track at that place and time",
            List.of("identity", "where it is now")),
        List.of(
            new Term("length", metres, "m", Build.BIG_METRES, Double.NaN),
            new Term(
                "heard here",
                Math.round(100 * chance),
                "%",
                Math.round(100 * enoughChance),
                Double.NaN)),
        Outlook.NONE,
        List.of(
            new Evidence(
                origin.feed() + "#" + origin.lineNumber(),
                glimpse.atMillis(),
                glimpse.position())));
  }
}
