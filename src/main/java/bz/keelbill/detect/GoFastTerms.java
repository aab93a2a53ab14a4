package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Term;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.List;

/** What adds up to a go-fast score. */
final class GoFastTerms {
  private static final double COURSE_DEGREES = 10;

  private final Rules rules;

  GoFastTerms(Rules rules) {
    this.rules = rules;
  }

  /**
   * The terms of one track and their sum.
   *
   * @param metresToLand to the shore ahead within the time of go-fast.landfallMinutes; NaN if there
   *     is none
   * @param landfall where it would land, or null
   */
  record Sum(List<Term> terms, double score, double metresToLand, Position landfall) {
    boolean has(String term) {
      return terms.stream().anyMatch(one -> one.term().equals(term));
    }
  }

  /**
   * Whether there is a speed, a stop or a cue: nothing else rings by itself, and without one of
   * them nothing need be added up.
   */
  boolean hasCause(Track track, Geography geography) {
    return track.velocity().lowerKnots() >= rules.value(GoFastSettings.FAST)
        || track.isCued()
        || isStopAndGo(Runs.of(track.history(), rules), geography);
  }

  private boolean isStopAndGo(Runs runs, Geography geography) {
    Position stop = runs.stopBetweenRuns();
    double far = Units.nauticalMilesToMetres(rules.value(GoFastSettings.STOP_MILES));
    return stop != null && geography.landingMetres(stop.latitude(), stop.longitude()) >= far;
  }

  Sum of(Track track, Scene scene) {
    List<Term> terms = new ArrayList<>();
    terms.add(Term.fact("base", rules.value(GoFastSettings.BASE)));
    addSpeed(track.velocity(), terms);
    boolean night = isNight(track);
    addOrigin(track, scene, night, terms);
    if (night) {
      terms.add(Term.fact("night", rules.value(GoFastSettings.NIGHT)));
    }
    addIdentity(track, terms);
    addRunPattern(track, scene.geography(), terms);
    addCompany(track, scene, terms);
    double metres = metresToLand(track, scene.geography());
    Position landfall = landfall(track, metres);
    addDestination(track, scene, metres, landfall, night, terms);
    addOccasion(track, scene, landfall, night, terms);
    if (!night && score(terms) > 0) {
      addCrowd(track, scene, terms);
    }
    return new Sum(List.copyOf(terms), score(terms), metres, landfall);
  }

  private static double score(List<Term> terms) {
    return terms.stream().mapToDouble(Term::weight).sum();
  }

  private void addSpeed(Velocity velocity, List<Term> terms) {
    double lower = velocity.lowerKnots();
    if (lower >= rules.value(GoFastSettings.FASTEST)) {
      terms.add(
          GoFast.speedTerm(
              lower, rules.value(GoFastSettings.FASTEST), rules.value(GoFastSettings.SPEED_45)));
    } else if (lower >= rules.value(GoFastSettings.FASTER)) {
      terms.add(
          GoFast.speedTerm(
              lower, rules.value(GoFastSettings.FASTER), rules.value(GoFastSettings.SPEED_35)));
    } else if (lower >= rules.value(GoFastSettings.FAST)) {
      terms.add(
          GoFast.speedTerm(
              lower, rules.value(GoFastSettings.FAST), rules.value(GoFastSettings.SPEED_25)));
    }
  }

  /** Whom it met, and who told of it. */
  private void addCompany(Track track, Scene scene, List<Term> terms) {
    for (Finding met : scene.open(Rendezvous.KIND)) {
      boolean took =
          met.subject().lineage().equals(track.name())
              || track.name().equals(met.subject().partner());
      if (took) {
        terms.add(Term.fact("rendezvous", rules.value(GoFastSettings.RENDEZVOUS)));
        break;
      }
    }
    AirCases.Related air = AirCases.related(track, scene);
    if (air != null) {
      terms.add(
          new Term(
              "air-case",
              Describe.rounded(air.miles()),
              "nm",
              Double.NaN,
              rules.value(GoFastSettings.AIR_CASE)));
    }
    if (track.isCued()) {
      terms.add(Term.fact("cue", rules.value(GoFastSettings.CUE)));
    }
  }

  private void addDestination(
      Track track, Scene scene, double metres, Position landfall, boolean night, List<Term> terms) {
    if (landfall == null) {
      return;
    }
    Geography geography = scene.geography();
    double landing = geography.landingMetres(landfall.latitude(), landfall.longitude());
    double far = rules.value(GoFastSettings.LANDING_METRES);
    boolean isForLanding =
        landing <= far / 2
            || scene.passages().isBerth(landfall)
            || isLandingAhead(track, geography, metres + far);
    if (!night && isForLanding) {
      terms.add(Term.fact("towards-landing", rules.value(GoFastSettings.TOWARDS_LANDING)));
    } else if (landing > far && !scene.passages().isBerth(landfall)) {
      terms.add(unattendedShore(track, metres));
    }
  }

  /** What is known of the water and of the day, apart from the boat. */
  private void addOccasion(
      Track track, Scene scene, Position landfall, boolean night, List<Term> terms) {
    if (night && (isWatched(track.position(), scene) || isWatched(landfall, scene))) {
      terms.add(Term.fact("watch-area", rules.value(GoFastSettings.WATCH_AREA)));
    }
    if (isAtEvent(track, scene)) {
      terms.add(Term.fact("event", rules.value(GoFastSettings.EVENT)));
    }
  }

  /** What is known is asked first: to ask for the fences is to depend on them. */
  private static boolean isAtEvent(Track track, Scene scene) {
    KnownGood known = scene.knownGood();
    return !known.entries().isEmpty()
        && known.weighing(track, scene.nowMillis(), scene.fences()) != null;
  }

  private static boolean isWatched(Position at, Scene scene) {
    return at != null
        && scene.geography().watchAreaAt(false, at.latitude(), at.longitude()) != null;
  }

  /** Whether a landing lies ahead as nearly as a course can be told from a distance. */
  private static boolean isLandingAhead(Track track, Geography geography, double withinMetres) {
    double course = track.velocity().courseDegrees();
    for (Place landing : geography.landings()) {
      double metres = Geodesy.distanceMetres(track.position(), landing.position());
      double bearing = Geodesy.bearingDegrees(track.position(), landing.position());
      if (metres <= withinMetres && Geodesy.turnDegrees(course, bearing) <= COURSE_DEGREES) {
        return true;
      }
    }
    return false;
  }

  /** Whoever carries drugs does not run in a crowd by day: that is a holiday or a tournament. */
  private void addCrowd(Track track, Scene scene, List<Term> terms) {
    int[] others = new int[1];
    scene
        .picture()
        .near(
            track.position(),
            Units.nauticalMilesToMetres(rules.value(GoFastSettings.MANY_MILES)),
            other -> others[0] += isFastToo(other, track, scene.nowMillis()) ? 1 : 0);
    double many = rules.value(GoFastSettings.MANY);
    double passed = scene.passages().fastByDayAround(track.position());
    if (others[0] >= many) {
      terms.add(
          new Term("one-of-many", others[0], "", many, rules.value(GoFastSettings.ONE_OF_MANY)));
    } else if (passed >= rules.value(GoFastSettings.BUSY)) {
      terms.add(
          new Term(
              "busy-water",
              Math.rint(passed),
              "",
              rules.value(GoFastSettings.BUSY),
              rules.value(GoFastSettings.BUSY_WATER)));
    }
  }

  private boolean isFastToo(Track other, Track track, long nowMillis) {
    return other != track
        && other.domain() == Domain.SEA
        && other.isConfirmed()
        && other.freshness(nowMillis) == Freshness.LIVE
        && other.speedKnots() >= rules.value(GoFastSettings.MANY_KNOTS);
  }

  private void addOrigin(Track track, Scene scene, boolean night, List<Term> terms) {
    double far = rules.value(GoFastSettings.LANDING_METRES);
    SeaOrigin origin = SeaOrigin.of(track, far, rules.value(SeaOrigin.BEHIND), scene);
    double landing = origin.landingMetres();
    boolean inCorridor = isInCorridor(track, scene);
    if (origin.isOpenSea()) {
      terms.add(
          new Term(
              "sea-origin",
              Describe.rounded(Units.metresToNauticalMiles(landing)),
              "nm",
              Describe.rounded(Units.metresToNauticalMiles(far)),
              rules.value(GoFastSettings.SEA_ORIGIN)));
    } else if (!Double.isNaN(origin.behindMetres())) {
      terms.add(
          new Term(
              "landing-behind",
              Describe.rounded(Units.metresToNauticalMiles(origin.behindMetres())),
              "nm",
              rules.value(SeaOrigin.BEHIND),
              0));
    } else if (origin.isWayBack()) {
      terms.add(Term.fact("way-back", 0));
    } else if (landing <= far / 2 && inCorridor) {
      terms.add(Term.fact("from-dock-in-corridor", rules.value(GoFastSettings.FROM_DOCK)));
    } else if (landing <= far / 2 && !night) {
      terms.add(Term.fact("from-landing", rules.value(GoFastSettings.FROM_LANDING)));
    }
    if (!inCorridor) {
      terms.add(Term.fact("off-corridor", rules.value(GoFastSettings.OFF_CORRIDOR)));
    }
  }

  private boolean isInCorridor(Track track, Scene scene) {
    Position at = track.position();
    double course = track.velocity().courseDegrees();
    if (scene.passages().isCorridor(at, course)) {
      return true;
    }
    double halfWidth = rules.value(GoFastSettings.CORRIDOR_METRES);
    for (Course route : scene.geography().routes()) {
      if (route.isWithin(at.latitude(), at.longitude(), halfWidth)) {
        double along = route.directionDegrees(at.latitude(), at.longitude());
        double turn = Geodesy.turnDegrees(course, along);
        if (Math.min(turn, 180 - turn) <= rules.value(GoFastSettings.CORRIDOR_TURN)) {
          return true;
        }
      }
    }
    return false;
  }

  private void addIdentity(Track track, List<Term> terms) {
    if (track.identity().isCooperative()) {
      terms.add(Term.fact("identified", rules.value(GoFastSettings.IDENTIFIED)));
    } else {
      terms.add(Term.fact("no-identity", rules.value(GoFastSettings.NO_IDENTITY)));
    }
  }

  private void addRunPattern(Track track, Geography geography, List<Term> terms) {
    Runs runs = Runs.of(track.history(), rules);
    double most = rules.value(GoFastSettings.STRAIGHT_MILES);
    double straightMiles = runs.straightNauticalMiles();
    if (straightMiles >= most) {
      terms.add(
          new Term(
              "straight",
              Describe.rounded(straightMiles),
              "nm",
              most,
              rules.value(GoFastSettings.STRAIGHT)));
    }
    if (isStopAndGo(runs, geography)) {
      terms.add(Term.fact("stop-and-go", rules.value(GoFastSettings.STOP_AND_GO)));
    }
  }

  private Term unattendedShore(Track track, double metres) {
    double minutes = metres / (Units.knotsToMetresPerSecond(track.velocity().speedKnots()) * 60);
    return new Term(
        "unattended-shore",
        Describe.rounded(minutes),
        "min",
        rules.value(GoFastSettings.LANDFALL),
        rules.value(GoFastSettings.UNATTENDED_SHORE));
  }

  private double metresToLand(Track track, Geography geography) {
    Velocity velocity = track.velocity();
    double reach =
        Units.knotsToMetresPerSecond(velocity.speedKnots())
            * rules.millis(GoFastSettings.LANDFALL)
            / 1000;
    return geography.coast().metresToLandAhead(track.position(), velocity.courseDegrees(), reach);
  }

  private static Position landfall(Track track, double metres) {
    return Double.isNaN(metres)
        ? null
        : Geodesy.destination(track.position(), track.velocity().courseDegrees(), metres);
  }

  private static boolean isNight(Track track) {
    Position at = track.position();
    return Sun.isNight(at.latitude(), at.longitude(), track.latest().atMillis());
  }
}
