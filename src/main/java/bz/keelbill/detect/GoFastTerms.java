package bz.keelbill.detect;

import static bz.keelbill.detect.GoFast.weight;

import bz.keelbill.detect.Finding.Term;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.List;

/** What adds up to a go-fast score; the start values are estimates, re-fitted from experience. */
final class GoFastTerms {
  private static final double ETA_MINUTES = 30;
  private static final double CORRIDOR_TURN_DEGREES = 30;

  private static final Setting BASE =
      weight("base", -3.0, "What every boat starts with: most fast boats are honest");
  private static final Setting SPEED_25 = weight("speed25", 0.7, "Certainly 25 kn or more");
  private static final Setting SPEED_35 = weight("speed35", 1.5, "Certainly 35 kn or more");
  private static final Setting SPEED_45 = weight("speed45", 2.0, "Certainly 45 kn or more");
  private static final Setting SEA_ORIGIN =
      weight("seaOrigin", 2.0, "First seen seaward of the reef, far from any landing");
  private static final Setting NIGHT = weight("night", 1.0, "By night");
  private static final Setting OFF_CORRIDOR =
      weight("offCorridor", 1.0, "Off every known corridor");
  private static final Setting NO_IDENTITY = weight("noIdentity", 0.5, "Does not say who it is");
  private static final Setting STOP_AND_GO =
      weight("stopAndGo", 1.5, "Ran fast, lay stopped at sea, runs fast again");
  private static final Setting UNATTENDED_SHORE =
      weight("unattendedShore", 1.0, "Heading for an unattended shore, there within 30 min");
  private static final Setting STRAIGHT =
      weight("straight", 0.5, "Runs straight for more than 5 nm");
  private static final Setting FROM_DOCK =
      weight("fromDock", -3.0, "Left a public dock and keeps its corridor");
  private static final Setting IDENTIFIED =
      weight("identified", -1.5, "Says consistently who it is");
  private static final Setting LANDING_METRES =
      new Setting(
          "go-fast.landingDistance",
          3000,
          "m",
          200,
          20000,
          "Farther from every landing than this counts as far");
  private static final Setting CORRIDOR_METRES =
      new Setting(
          "go-fast.corridorHalfWidth", 926, "m", 100, 10000, "Half the width of a known corridor");

  static final List<Setting> SETTINGS =
      List.of(
          BASE,
          SPEED_25,
          SPEED_35,
          SPEED_45,
          SEA_ORIGIN,
          NIGHT,
          OFF_CORRIDOR,
          NO_IDENTITY,
          STOP_AND_GO,
          UNATTENDED_SHORE,
          STRAIGHT,
          FROM_DOCK,
          IDENTIFIED,
          LANDING_METRES,
          CORRIDOR_METRES);

  private final Rules rules;

  GoFastTerms(Rules rules) {
    this.rules = rules;
  }

  /**
   * The terms of one track and their sum.
   *
   * @param metresToLand to the shore ahead within half an hour's run; NaN if there is none
   * @param landfall where it would land, or null
   */
  record Sum(List<Term> terms, double score, double metresToLand, Position landfall) {
    boolean has(String term) {
      return terms.stream().anyMatch(one -> one.term().equals(term));
    }
  }

  /** Below this certain speed nothing is added up. */
  double slowestKnots() {
    return 25;
  }

  Sum of(Track track, Scene scene) {
    List<Term> terms = new ArrayList<>();
    terms.add(Term.fact("base", rules.value(BASE)));
    addSpeed(track.velocity(), terms);
    addOrigin(track, scene.geography(), terms);
    if (isNight(track)) {
      terms.add(Term.fact("night", rules.value(NIGHT)));
    }
    addIdentity(track, terms);
    addRunPattern(track, scene.geography(), terms);
    double metres = metresToLand(track, scene.geography());
    Position landfall = landfall(track, metres);
    if (landfall != null && isUnattended(landfall, scene.geography())) {
      terms.add(unattendedShore(track, metres));
    }
    double score = terms.stream().mapToDouble(Term::weight).sum();
    return new Sum(List.copyOf(terms), score, metres, landfall);
  }

  private void addSpeed(Velocity velocity, List<Term> terms) {
    double lower = velocity.lowerKnots();
    if (lower >= 45) {
      terms.add(GoFast.speedTerm(lower, 45, rules.value(SPEED_45)));
    } else if (lower >= 35) {
      terms.add(GoFast.speedTerm(lower, 35, rules.value(SPEED_35)));
    } else {
      terms.add(GoFast.speedTerm(lower, 25, rules.value(SPEED_25)));
    }
  }

  private void addOrigin(Track track, Geography geography, List<Term> terms) {
    Position born = track.bornAt();
    double landing = geography.landingMetres(born.latitude(), born.longitude());
    double far = rules.value(LANDING_METRES);
    boolean inCorridor = isInCorridor(track, geography);
    if (landing > far && geography.isSeawardOfReef(born.latitude(), born.longitude())) {
      terms.add(
          new Term(
              "sea-origin",
              Describe.rounded(Units.metresToNauticalMiles(landing)),
              "nm",
              Describe.rounded(Units.metresToNauticalMiles(far)),
              rules.value(SEA_ORIGIN)));
    } else if (landing <= far / 2 && inCorridor) {
      terms.add(Term.fact("from-dock-in-corridor", rules.value(FROM_DOCK)));
    }
    if (!inCorridor) {
      terms.add(Term.fact("off-corridor", rules.value(OFF_CORRIDOR)));
    }
  }

  private boolean isInCorridor(Track track, Geography geography) {
    Position at = track.position();
    double course = track.velocity().courseDegrees();
    for (Course route : geography.routes()) {
      double metres = route.distanceMetres(at.latitude(), at.longitude());
      if (metres <= rules.value(CORRIDOR_METRES)) {
        double along = route.directionDegrees(at.latitude(), at.longitude());
        double turn = Geodesy.turnDegrees(course, along);
        if (Math.min(turn, 180 - turn) <= CORRIDOR_TURN_DEGREES) {
          return true;
        }
      }
    }
    return false;
  }

  private void addIdentity(Track track, List<Term> terms) {
    if (track.identity().isCooperative()) {
      terms.add(Term.fact("identified", rules.value(IDENTIFIED)));
    } else {
      terms.add(Term.fact("no-identity", rules.value(NO_IDENTITY)));
    }
  }

  private void addRunPattern(Track track, Geography geography, List<Term> terms) {
    Runs runs = Runs.of(track.history());
    double straightMiles = runs.straightNauticalMiles();
    if (straightMiles >= 5) {
      terms.add(
          new Term("straight", Describe.rounded(straightMiles), "nm", 5, rules.value(STRAIGHT)));
    }
    Position stop = runs.stopBetweenRuns();
    double far = Units.nauticalMilesToMetres(3);
    if (stop != null && geography.landingMetres(stop.latitude(), stop.longitude()) >= far) {
      terms.add(Term.fact("stop-and-go", rules.value(STOP_AND_GO)));
    }
  }

  private Term unattendedShore(Track track, double metres) {
    double minutes = metres / (Units.knotsToMetresPerSecond(track.velocity().speedKnots()) * 60);
    return new Term(
        "unattended-shore",
        Describe.rounded(minutes),
        "min",
        ETA_MINUTES,
        rules.value(UNATTENDED_SHORE));
  }

  private static double metresToLand(Track track, Geography geography) {
    Velocity velocity = track.velocity();
    double reach = Units.knotsToMetresPerSecond(velocity.speedKnots()) * ETA_MINUTES * 60;
    return geography.coast().metresToLandAhead(track.position(), velocity.courseDegrees(), reach);
  }

  private static Position landfall(Track track, double metres) {
    return Double.isNaN(metres)
        ? null
        : Geodesy.destination(track.position(), track.velocity().courseDegrees(), metres);
  }

  private boolean isUnattended(Position shore, Geography geography) {
    return geography.landingMetres(shore.latitude(), shore.longitude())
        > rules.value(LANDING_METRES);
  }

  private static boolean isNight(Track track) {
    Position at = track.position();
    return Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
  }
}
