package bz.keelbill.detect;

import bz.keelbill.adsb.AddressBlocks;
import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.plan.PlanMatch.Candidate;
import bz.keelbill.plan.PlanMatch.Outcome;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be said of one flight that nothing explains: reasons with values, and a sentence. */
record UnreportedWords(
    Track track,
    Scene scene,
    PlanDuty duty,
    PlanMatch match,
    boolean night,
    boolean descending,
    double minutesOut) {

  /** Codes that many aircraft transmit at once and that say nothing of a flight. */
  private static final Set<String> GENERIC_SQUAWKS = Set.of("0000", "1200", "2000", "7000");

  private static final Set<String> EMERGENCY_SQUAWKS = Set.of("7500", "7600", "7700");
  private static final double LOW_FEET = 1_500;
  private static final double LOW_BY_NIGHT_FEET = 5_000;
  private static final double AT_AERODROME_METRES = 5 * 1852;
  private static final int AHEAD_MINUTES = 15;

  /** What was weighed, each with what it was. */
  List<Term> terms(Rules rules) {
    List<Term> terms = new ArrayList<>();
    addPlans(terms);
    addIdentity(terms);
    addHeight(terms, rules);
    addHour(terms);
    addOrigin(terms);
    addDirection(terms);
    return terms;
  }

  private void addPlans(List<Term> terms) {
    if (match.outcome() == Outcome.AMBIGUOUS) {
      terms.add(value("ambiguous-plans", match.nearest().size(), ""));
      return;
    }
    terms.add(fact(match.addressDiffers() ? "plan-other-address" : "no-plan"));
    for (Candidate near : match.nearest()) {
      terms.add(value("plan-" + PlanLook.word(near.failure()), minutesFrom(near.plan()), "min"));
    }
  }

  /** Minutes between now and the planned time in the air; NaN within it or where it has none. */
  private double minutesFrom(FlightPlan plan) {
    Long offBlock = plan.offBlockAtMillis();
    if (offBlock == null) {
      return Double.NaN;
    }
    long now = scene.nowMillis();
    long away = now < offBlock ? offBlock - now : Math.max(0, now - plan.arrivalAtMillis());
    return away == 0 ? Double.NaN : Math.round(away / 60_000.0);
  }

  private void addIdentity(List<Term> terms) {
    if (isEcho()) {
      terms.add(value("primary-only", Math.floor(track.velocity().lowerKnots()), "kn"));
      return;
    }
    FlightIdentity flight = track.identity().flight();
    boolean unnamed = track.identity().name() == null;
    boolean unregistered = AircraftRegister.registration(track.identity()) == null;
    if (unnamed) {
      terms.add(fact("no-callsign"));
    }
    if (unnamed && unregistered) {
      terms.add(fact("no-registration"));
    }
    String squawk = flight == null ? null : flight.squawk();
    if (squawk == null) {
      terms.add(fact("squawk-none"));
    } else if (GENERIC_SQUAWKS.contains(squawk)) {
      terms.add(value("squawk-generic", Integer.parseInt(squawk), ""));
    } else if (EMERGENCY_SQUAWKS.contains(squawk)) {
      terms.add(value("squawk-emergency", Integer.parseInt(squawk), ""));
    }
  }

  private void addHeight(List<Term> terms, Rules rules) {
    double feet = track.altitudeFeet();
    double lowFeet = night ? LOW_BY_NIGHT_FEET : LOW_FEET;
    if (Double.isNaN(feet)) {
      terms.add(fact("altitude-unknown"));
    } else if (feet < lowFeet) {
      terms.add(new Term("low", Math.round(feet), "ft", lowFeet, Double.NaN));
    } else {
      double ceiling = rules.value(UnreportedFlight.CEILING);
      terms.add(new Term("altitude", Math.round(feet), "ft", ceiling, Double.NaN));
    }
    if (descending) {
      double rate = FlightPath.of(track).sinkFeetPerMinute();
      double limit = rules.value(UnreportedFlight.DESCENT);
      terms.add(new Term("descending", Math.round(rate), "ft/min", limit, Double.NaN));
    }
  }

  private void addHour(List<Term> terms) {
    if (night) {
      terms.add(fact("night"));
    }
    double grace = scene.rules().value(PlanDeviation.NIGHT_GRACE);
    if (VfrHours.areOver(track.position(), track.latest().atMillis(), grace)) {
      terms.add(fact("vfr-hours-over"));
    }
  }

  /** Where it was first heard: that is where it came from, as far as anybody saw. */
  private void addOrigin(List<Term> terms) {
    Position born = track.bornAt();
    Geography earth = scene.geography();
    boolean atHome = earth.airspace().contains(born.latitude(), born.longitude());
    boolean onLand = earth.coast().isLand(born.latitude(), born.longitude());
    if (!atHome) {
      double from = Geodesy.bearingDegrees(track.position(), born);
      terms.add(value(onLand ? "born-abroad" : "born-at-sea", Math.round(from), "°"));
    } else if (metresToAerodrome(born) > AT_AERODROME_METRES) {
      double miles = Units.metresToNauticalMiles(metresToAerodrome(born));
      terms.add(value("born-no-aerodrome", Math.round(miles), "nm"));
    }
  }

  private double metresToAerodrome(Position from) {
    double least = Double.POSITIVE_INFINITY;
    for (Aerodrome aerodrome : scene.geography().aerodromes()) {
      if (aerodrome.open()) {
        least = Math.min(least, Geodesy.distanceMetres(from, aerodrome.position()));
      }
    }
    return least;
  }

  private void addDirection(List<Term> terms) {
    if (minutesOut > 0) {
      double memory = scene.rules().value(UnreportedFlight.MEMORY);
      terms.add(new Term("came-back", Math.round(minutesOut), "min", memory, Double.NaN));
    }
    if (duty.place() == PlanDuty.Place.INBOUND) {
      terms.add(value("inbound", Describe.rounded(duty.minutesToEnter()), "min"));
      return;
    }
    double leaving = minutesToLeave();
    boolean leaves = leaving <= AHEAD_MINUTES;
    terms.add(leaves ? value("outbound", leaving, "min") : fact("crossing"));
  }

  /** Whole minutes on its course until it is outside; infinite if it stays. */
  private double minutesToLeave() {
    for (int minutes = 1; minutes <= AHEAD_MINUTES; minutes++) {
      Position then = ahead(minutes);
      if (then == null
          || !scene.geography().airspace().contains(then.latitude(), then.longitude())) {
        return then == null ? Double.POSITIVE_INFINITY : minutes;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private Position ahead(double minutes) {
    double metres = minutes * 60 * Units.knotsToMetresPerSecond(track.speedKnots());
    return Double.isNaN(metres) || Double.isNaN(track.courseDegrees())
        ? null
        : Geodesy.offset(track.position(), track.courseDegrees(), metres);
  }

  /** The reports that decided, and the messages of the plans that came near. */
  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    for (Candidate near : match.nearest()) {
      Origin filed = near.plan().filed().origin();
      long at = filed.eventAtMillis() == 0 ? filed.receivedAtMillis() : filed.eventAtMillis();
      evidence.add(new Evidence(filed.feed() + "#" + filed.lineNumber(), at, null));
    }
    evidence.addAll(Describe.since(track, duty.sinceMillis()));
    return evidence;
  }

  Words words() {
    Map<String, Object> values = values();
    boolean ambiguous = match.outcome() == Outcome.AMBIGUOUS;
    boolean inbound = duty.place() == PlanDuty.Place.INBOUND;
    boolean isBack = minutesOut > 0;
    String form = ambiguous ? ".ambiguous" : isBack ? ".back" : inbound ? ".inbound" : "";
    return new Words(
        headline(values, ambiguous, inbound),
        "alert.unreported-flight" + form,
        values,
        ambiguous
            ? "word from air traffic control which of the plans it flies"
            : "a flight plan or clearance that names it, or word from air traffic control",
        track.identity().name() == null
            ? List.of("callsign", "operator", "destination")
            : List.of("operator", "destination"));
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", isEcho() ? "Unknown aircraft" : Describe.who(track, scene));
    values.put("where", Whereabouts.of(track.position(), scene.geography()));
    values.put(
        "from", Whereabouts.direction(Geodesy.bearingDegrees(track.position(), track.bornAt())));
    values.put("height", height(track.altitudeFeet()));
    values.put("night", night);
    if (minutesOut > 0) {
      values.put("minutesOut", Math.round(minutesOut));
    }
    Describe.putSpeed(track, values);
    AddressBlocks.Block state = scene.register().block(track.identity());
    if (state != null) {
      values.put("state", state.state());
    }
    if (match.plan() != null) {
      values.put("plan", match.plan().name());
      values.put("planFailed", "other address");
    }
    if (!match.nearest().isEmpty()) {
      Candidate near = match.nearest().get(0);
      values.put("plan", near.plan().name());
      values.put("planFailed", PlanLook.word(near.failure()).replace('-', ' '));
      values.put("plans", plans());
    }
    return values;
  }

  /** To the hundred feet, in words. */
  static String height(double feet) {
    return Double.isNaN(feet) ? "height unknown" : Math.round(feet / 100) * 100 + " ft";
  }

  private String plans() {
    List<String> all = new ArrayList<>();
    for (Candidate near : match.nearest()) {
      all.add(near.plan().name() + ": " + PlanLook.word(near.failure()).replace('-', ' '));
    }
    return String.join("; ", all);
  }

  private String headline(Map<String, Object> values, boolean ambiguous, boolean inbound) {
    String lack =
        ambiguous ? "fits " + match.nearest().size() + " plans equally" : "without a flight plan";
    String way = inbound ? "inbound from the " : "came from the ";
    String back =
        minutesOut > 0 ? " is back after " + values.get("minutesOut") + " min outside," : "";
    return values.get("who")
        + back
        + " "
        + lack
        + ", "
        + values.get("height")
        + Describe.speed(track)
        + ", "
        + way
        + values.get("from")
        + ", "
        + values.get("where")
        + (night ? ", by night" : "");
  }

  /** Only a radar sees it. */
  private boolean isEcho() {
    return track.domain() == Domain.SEA;
  }

  private static Term value(String term, double value, String unit) {
    return new Term(term, value, unit, Double.NaN, Double.NaN);
  }

  private static Term fact(String term) {
    return Term.fact(term, Double.NaN);
  }
}
