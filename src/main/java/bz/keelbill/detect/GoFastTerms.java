package bz.keelbill.detect;

import static bz.keelbill.detect.GoFast.weight;

import bz.keelbill.detect.Finding.Term;
import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Sun;
import bz.keelbill.geo.Units;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.util.ArrayList;
import java.util.List;

/** What adds up to a go-fast score; the start values are estimates, re-fitted from experience. */
final class GoFastTerms {
  /** A boat that is certainly as fast as this is fast. */
  static final Setting FAST = speed("fast", 25, "A boat that is surely as fast as this is fast");

  private static final Setting FASTER = speed("faster", 35, "Surely as fast as this, few are");
  private static final Setting FASTEST = speed("fastest", 45, "Surely as fast as this, hardly any");

  /** Below this certain speed nothing is added up, whatever its cause. */
  static final Setting SLOWEST =
      speed("slowest", 15, "Below this sure speed nothing is added up, whatever its cause");

  private static final double COURSE_DEGREES = 10;

  private static final Setting BASE =
      weight("base", -3.0, "What every boat starts with: most fast boats are honest");
  private static final Setting SPEED_25 = weight("speed25", 0.7, "Surely as fast as go-fast.fast");
  private static final Setting SPEED_35 =
      weight("speed35", 1.5, "Surely as fast as go-fast.faster");
  private static final Setting SPEED_45 =
      weight("speed45", 2.0, "Surely as fast as go-fast.fastest");
  private static final Setting SEA_ORIGIN =
      weight("seaOrigin", 2.0, "First seen seaward of the reef, far from any landing");
  private static final Setting NIGHT = weight("night", 1.0, "By night");
  private static final Setting OFF_CORRIDOR =
      weight("offCorridor", 1.0, "Off every known corridor");
  private static final Setting NO_IDENTITY = weight("noIdentity", 0.5, "Does not say who it is");
  private static final Setting STOP_AND_GO =
      weight("stopAndGo", 1.5, "Ran fast, lay stopped at sea, runs fast again");
  private static final Setting UNATTENDED_SHORE =
      weight("unattendedShore", 1.0, "Heading for an unattended shore, there soon");
  private static final Setting STRAIGHT = weight("straight", 0.5, "Runs straight for long");
  private static final Setting FROM_DOCK =
      weight("fromDock", -3.0, "Left a public dock and keeps its corridor");
  private static final Setting FROM_LANDING =
      weight("fromLanding", -1.0, "By day: left a known landing, by a way of its own");
  private static final Setting TOWARDS_LANDING =
      weight("towardsLanding", -1.0, "By day: heading for a known landing, there soon");
  private static final Setting ONE_OF_MANY =
      weight("oneOfMany", -2.0, "By day: many other boats run as fast near it");
  private static final Setting MANY =
      new Setting("go-fast.many", 6, "", 2, 100, "As many other fast boats are many");
  private static final Setting BUSY_WATER =
      weight("busyWater", -1.0, "By day: fast craft have passed here often lately");
  private static final Setting BUSY =
      new Setting(
          "go-fast.busy",
          60,
          "",
          5,
          10000,
          "As many cells of half a mile, entered by fast craft within 3 nm, are a busy water");
  private static final Setting RENDEZVOUS =
      weight("rendezvous", 1.5, "Met an unidentified craft at sea before");
  private static final Setting AIR_CASE =
      weight("airCase", 2.5, "Belongs to an aircraft that dropped something or came down");
  private static final Setting CUE = weight("cue", 2.0, "A sighting or a partner's cue agrees");
  private static final Setting WATCH_AREA =
      weight("watchArea", 0.5, "By night in or towards waters where boats have been reported");
  private static final Setting EVENT =
      weight("event", -2.0, "A regatta or tournament of the ledger is on, and it is where that is");
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

  private static final Setting CORRIDOR_TURN =
      number("corridorTurn", 30, "°", 90, "A course that differs more from a corridor is off it");
  private static final Setting STOP_MILES =
      number("stopDistance", 3, "nm", 50, "Only a stop as far from every landing counts");
  private static final Setting STRAIGHT_MILES =
      number("straightMiles", 5, "nm", 100, "As long a straight way counts");
  private static final Setting LANDFALL =
      number("landfallMinutes", 30, "min", 240, "A shore counts that is ahead within this time");
  private static final Setting MANY_MILES =
      number("manyWithin", 10, "nm", 50, "Other fast boats within this distance count");
  private static final Setting MANY_KNOTS = speed("manySpeed", 18, "Others as fast as this count");

  static final List<Setting> SETTINGS =
      List.of(
          FAST,
          FASTER,
          FASTEST,
          SLOWEST,
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
          FROM_LANDING,
          TOWARDS_LANDING,
          ONE_OF_MANY,
          MANY,
          BUSY_WATER,
          BUSY,
          RENDEZVOUS,
          CUE,
          AIR_CASE,
          WATCH_AREA,
          EVENT,
          IDENTIFIED,
          LANDING_METRES,
          CORRIDOR_METRES,
          CORRIDOR_TURN,
          STOP_MILES,
          STRAIGHT_MILES,
          LANDFALL,
          MANY_MILES,
          MANY_KNOTS);

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
    return track.velocity().lowerKnots() >= rules.value(FAST)
        || track.isCued()
        || isStopAndGo(Runs.of(track.history(), rules), geography);
  }

  private boolean isStopAndGo(Runs runs, Geography geography) {
    Position stop = runs.stopBetweenRuns();
    double far = Units.nauticalMilesToMetres(rules.value(STOP_MILES));
    return stop != null && geography.landingMetres(stop.latitude(), stop.longitude()) >= far;
  }

  Sum of(Track track, Scene scene) {
    List<Term> terms = new ArrayList<>();
    terms.add(Term.fact("base", rules.value(BASE)));
    addSpeed(track.velocity(), terms);
    boolean night = isNight(track);
    addOrigin(track, scene, night, terms);
    if (night) {
      terms.add(Term.fact("night", rules.value(NIGHT)));
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
    if (lower >= rules.value(FASTEST)) {
      terms.add(GoFast.speedTerm(lower, rules.value(FASTEST), rules.value(SPEED_45)));
    } else if (lower >= rules.value(FASTER)) {
      terms.add(GoFast.speedTerm(lower, rules.value(FASTER), rules.value(SPEED_35)));
    } else if (lower >= rules.value(FAST)) {
      terms.add(GoFast.speedTerm(lower, rules.value(FAST), rules.value(SPEED_25)));
    }
  }

  /** Whom it met, and who told of it. */
  private void addCompany(Track track, Scene scene, List<Term> terms) {
    for (Finding met : scene.open(Rendezvous.KIND)) {
      boolean took =
          met.subject().lineage().equals(track.name())
              || track.name().equals(met.subject().partner());
      if (took) {
        terms.add(Term.fact("rendezvous", rules.value(RENDEZVOUS)));
        break;
      }
    }
    AirCases.Related air = AirCases.related(track, scene);
    if (air != null) {
      terms.add(
          new Term(
              "air-case", Describe.rounded(air.miles()), "nm", Double.NaN, rules.value(AIR_CASE)));
    }
    if (track.isCued()) {
      terms.add(Term.fact("cue", rules.value(CUE)));
    }
  }

  private void addDestination(
      Track track, Scene scene, double metres, Position landfall, boolean night, List<Term> terms) {
    if (landfall == null) {
      return;
    }
    Geography geography = scene.geography();
    double landing = geography.landingMetres(landfall.latitude(), landfall.longitude());
    double far = rules.value(LANDING_METRES);
    boolean isForLanding =
        landing <= far / 2
            || scene.passages().isBerth(landfall)
            || isLandingAhead(track, geography, metres + far);
    if (!night && isForLanding) {
      terms.add(Term.fact("towards-landing", rules.value(TOWARDS_LANDING)));
    } else if (landing > far && !scene.passages().isBerth(landfall)) {
      terms.add(unattendedShore(track, metres));
    }
  }

  /** What is known of the water and of the day, apart from the boat. */
  private void addOccasion(
      Track track, Scene scene, Position landfall, boolean night, List<Term> terms) {
    if (night && (isWatched(track.position(), scene) || isWatched(landfall, scene))) {
      terms.add(Term.fact("watch-area", rules.value(WATCH_AREA)));
    }
    if (scene.knownGood().weighing(track, scene.nowMillis(), scene.fences()) != null) {
      terms.add(Term.fact("event", rules.value(EVENT)));
    }
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
            Units.nauticalMilesToMetres(rules.value(MANY_MILES)),
            other -> others[0] += isFastToo(other, track, scene.nowMillis()) ? 1 : 0);
    double many = rules.value(MANY);
    double passed = scene.passages().fastByDayAround(track.position());
    if (others[0] >= many) {
      terms.add(new Term("one-of-many", others[0], "", many, rules.value(ONE_OF_MANY)));
    } else if (passed >= rules.value(BUSY)) {
      terms.add(
          new Term(
              "busy-water", Math.rint(passed), "", rules.value(BUSY), rules.value(BUSY_WATER)));
    }
  }

  private boolean isFastToo(Track other, Track track, long nowMillis) {
    return other != track
        && other.domain() == Domain.SEA
        && other.isConfirmed()
        && other.freshness(nowMillis) == Freshness.LIVE
        && other.speedKnots() >= rules.value(MANY_KNOTS);
  }

  private void addOrigin(Track track, Scene scene, boolean night, List<Term> terms) {
    double far = rules.value(LANDING_METRES);
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
              rules.value(SEA_ORIGIN)));
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
      terms.add(Term.fact("from-dock-in-corridor", rules.value(FROM_DOCK)));
    } else if (landing <= far / 2 && !night) {
      terms.add(Term.fact("from-landing", rules.value(FROM_LANDING)));
    }
    if (!inCorridor) {
      terms.add(Term.fact("off-corridor", rules.value(OFF_CORRIDOR)));
    }
  }

  private boolean isInCorridor(Track track, Scene scene) {
    Position at = track.position();
    double course = track.velocity().courseDegrees();
    if (scene.passages().isCorridor(at, course)) {
      return true;
    }
    double halfWidth = rules.value(CORRIDOR_METRES);
    for (Course route : scene.geography().routes()) {
      if (route.isWithin(at.latitude(), at.longitude(), halfWidth)) {
        double along = route.directionDegrees(at.latitude(), at.longitude());
        double turn = Geodesy.turnDegrees(course, along);
        if (Math.min(turn, 180 - turn) <= rules.value(CORRIDOR_TURN)) {
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
    Runs runs = Runs.of(track.history(), rules);
    double most = rules.value(STRAIGHT_MILES);
    double straightMiles = runs.straightNauticalMiles();
    if (straightMiles >= most) {
      terms.add(
          new Term("straight", Describe.rounded(straightMiles), "nm", most, rules.value(STRAIGHT)));
    }
    if (isStopAndGo(runs, geography)) {
      terms.add(Term.fact("stop-and-go", rules.value(STOP_AND_GO)));
    }
  }

  private Term unattendedShore(Track track, double metres) {
    double minutes = metres / (Units.knotsToMetresPerSecond(track.velocity().speedKnots()) * 60);
    return new Term(
        "unattended-shore",
        Describe.rounded(minutes),
        "min",
        rules.value(LANDFALL),
        rules.value(UNATTENDED_SHORE));
  }

  private double metresToLand(Track track, Geography geography) {
    Velocity velocity = track.velocity();
    double reach =
        Units.knotsToMetresPerSecond(velocity.speedKnots()) * rules.millis(LANDFALL) / 1000;
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

  private static Setting speed(String name, double value, String explanation) {
    return number(name, value, "kn", 100, explanation);
  }

  private static Setting number(
      String name, double value, String unit, double most, String explanation) {
    return new Setting("go-fast." + name, value, unit, 0, most, explanation);
  }
}
