package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Subject;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of a ship that boats come from or go to.
 *
 * @param open what is open about it already, or null
 */
record MothershipWords(Track ship, Scene scene, Rules rules, Finding open) {
  private static final String BOATS = "boats";
  private static final String LAST_BOAT = "last boat";

  /** With one more boat, if it is not one of those that are known. */
  Finding with(Offspring end) {
    Track child = end.child();
    double toShore = end.isBirth() ? minutesToShore(child) : Double.NaN;
    boolean isKnown = open != null && open.subject().tracks().contains(child.name());
    int boats = open == null ? 1 : (int) Math.round(value(BOATS)) + (isKnown ? 0 : 1);
    boolean isAlarm = boats >= 2 || toShore <= rules.value(Mothership.SHORE_MINUTES);
    return new Finding(
        Mothership.KIND,
        isAlarm ? Priority.ALARM : Priority.WARNING,
        new Subject(ship.name(), names(child), null),
        new Moment(end.atMillis(), scene.nowMillis(), end.place()),
        words(end, boats),
        terms(end, boats, toShore),
        new Outlook(Describe.rounded(toShore), null, null),
        Describe.since(child, end.atMillis() - 5 * 60_000L));
  }

  /** Until it lands if it goes on; NaN if it does not or if its course is not sure yet. */
  private double minutesToShore(Track child) {
    Velocity velocity = child.velocity();
    if (velocity.marginKnots() > rules.value(Mothership.MARGIN)) {
      return Double.NaN;
    }
    double perMinute = Units.knotsToMetresPerSecond(velocity.speedKnots()) * 60;
    double reach = perMinute * rules.value(Mothership.SHORE_MINUTES);
    return scene
            .geography()
            .coast()
            .metresToLandAhead(child.position(), velocity.courseDegrees(), reach)
        / perMinute;
  }

  private double value(String name) {
    for (Term term : open.terms()) {
      if (term.term().equals(name)) {
        return term.value();
      }
    }
    return Double.NaN;
  }

  private List<String> names(Track child) {
    List<String> names = new ArrayList<>(ship.contactNames());
    addNew(open == null ? List.of() : open.subject().tracks(), names);
    addNew(child.contactNames(), names);
    return names;
  }

  private static void addNew(List<String> more, List<String> names) {
    for (String name : more) {
      if (!names.contains(name)) {
        names.add(name);
      }
    }
  }

  private List<Term> terms(Offspring end, int boats, double minutesToShore) {
    double knots =
        end.isBirth() ? Offspring.bornKnots(end.child()) : Offspring.lostKnots(end.child());
    List<Term> terms = new ArrayList<>();
    terms.add(term(BOATS, boats, "", 2));
    terms.add(term("boat's speed", knots, "kn", rules.value(Mothership.CHILD_KNOTS)));
    terms.add(term("ship's speed", ship.speedKnots(), "kn", rules.value(Mothership.SHIP_KNOTS)));
    terms.add(term("length", Build.lengthMetres(ship), "m", Build.BIG_METRES));
    terms.add(lastBoat((scene.nowMillis() - end.atMillis()) / 60_000.0));
    if (!Double.isNaN(minutesToShore)) {
      double limit = rules.value(Mothership.SHORE_MINUTES);
      terms.add(term("boat ashore in", minutesToShore, "min", limit));
    }
    return terms;
  }

  private Term lastBoat(double minutesAgo) {
    return term(LAST_BOAT, minutesAgo, "min", rules.value(Mothership.WITHIN_MINUTES));
  }

  private static Term term(String name, double value, String unit, double limit) {
    return new Term(name, Describe.rounded(value), unit, limit, Double.NaN);
  }

  private Words words(Offspring end, int boats) {
    String who = Describe.who(ship);
    String where = Whereabouts.of(end.place(), scene.geography());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", who);
    values.put("count", boats);
    values.put("where", where);
    String did =
        boats > 1
            ? boats + " small fast boats came from or went to "
            : "A small fast boat " + (end.isBirth() ? "came from " : "ended at ");
    return new Words(
        did + who + ", " + where,
        "alert.mothership." + (boats > 1 ? "boats" : end.isBirth() ? "born" : "lost"),
        values,
        "the boat's own identity, a harbour, or land within 6 nm",
        List.of("identity of the boat", "crew", "purpose"));
  }

  /** How long ago the last boat was, minutes. */
  double minutesSinceLastBoat() {
    return value(LAST_BOAT) + (scene.nowMillis() - open.moment().atMillis()) / 60_000.0;
  }

  /** What is open, said again now. */
  Finding again() {
    List<Term> terms = new ArrayList<>();
    for (Term term : open.terms()) {
      terms.add(term.term().equals(LAST_BOAT) ? lastBoat(minutesSinceLastBoat()) : term);
    }
    Moment was = open.moment();
    return open.withTerms(terms)
        .withMoment(new Moment(was.onsetMillis(), scene.nowMillis(), was.position()));
  }
}
