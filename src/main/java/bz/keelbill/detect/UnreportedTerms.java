package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Term;
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
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was weighed of one flight that nothing explains, each with what it was. */
record UnreportedTerms(
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
  static final Setting AT_AERODROME =
      new Setting(
          "unreported-flight.aerodromeWithin",
          5,
          "nm",
          0,
          30,
          "First seen within this of an aerodrome it has taken off there");
  static final Setting AHEAD =
      new Setting(
          "unreported-flight.outboundMinutes",
          15,
          "min",
          1,
          120,
          "One that leaves the airspace within this time is outbound");
  static final List<Setting> SETTINGS = List.of(AT_AERODROME, AHEAD);

  List<Term> all(Rules rules) {
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
    double lowFeet = rules.value(night ? LowFlight.NIGHT_BELOW : LowFlight.DAY_BELOW);
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
    } else if (milesToAerodrome(born) > scene.rules().value(AT_AERODROME)) {
      double miles = milesToAerodrome(born);
      terms.add(value("born-no-aerodrome", Math.round(miles), "nm"));
    }
  }

  private double milesToAerodrome(Position from) {
    double least = Double.POSITIVE_INFINITY;
    for (Aerodrome aerodrome : scene.geography().aerodromes()) {
      if (aerodrome.open()) {
        least = Math.min(least, Geodesy.distanceMetres(from, aerodrome.position()));
      }
    }
    return Units.metresToNauticalMiles(least);
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
    boolean leaves = leaving <= scene.rules().value(AHEAD);
    terms.add(leaves ? value("outbound", leaving, "min") : fact("crossing"));
  }

  /** Whole minutes on its course until it is outside; infinite if it stays. */
  private double minutesToLeave() {
    for (int minutes = 1; minutes <= scene.rules().value(AHEAD); minutes++) {
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
