package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.PlanDeviation.Deviation;
import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Freshness;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One flight held against its plan. */
final class PlanHeld {
  private static final long SAMPLE_MILLIS = 15_000;
  private static final long SILENT_MILLIS = 30_000;
  private static final double TOWARDS_DEGREES = 30;
  private static final double METRES_PER_MILE = 1852;
  private static final double FAR_SHORT = 3;
  private static final double GONE_TIMES = 2;
  private static final long WORKED_MILLIS = 5 * 60_000L;
  private static final double WORKED_METRES = 3 * METRES_PER_MILE;
  private static final double SPARE_METRES = 5 * METRES_PER_MILE;

  private final Track track;
  private final Scene scene;
  private final PlanMatch match;
  private final FlightPlan plan;
  private final Rules rules;
  private final PlannedRoute route;

  PlanHeld(Track track, Scene scene, PlanMatch match, Rules rules) {
    this.track = track;
    this.scene = scene;
    this.match = match;
    this.plan = match.plan();
    this.rules = rules;
    this.route = PlannedRoute.of(plan, scene.geography());
  }

  /** Nautical miles from its way; NaN if that is not known wholly. */
  double offMiles() {
    return route.offMetres(track.position()) / METRES_PER_MILE;
  }

  /** Everything that is not as filed, the gravest first. */
  List<Deviation> deviations() {
    List<Deviation> all = new ArrayList<>();
    addLanding(all);
    if (!track.isOnGround()) {
      addOffRoute(all);
    }
    if (!track.isOnGround() && track.freshness(scene.nowMillis()) != Freshness.LOST) {
      addNightVfr(all);
      addLate(all);
    }
    if (match.addressDiffers()) {
      all.add(caution("other-address", fact("plan-other-address"), track.bornAtMillis(), Map.of()));
    }
    all.sort(Comparator.comparing(Deviation::priority));
    return all;
  }

  /** On the ground, or last heard sinking to it, elsewhere than it may land. */
  private void addLanding(List<Deviation> all) {
    List<Position> landings = route.landings();
    Position down = landings == null ? null : cameDown();
    if (down == null) {
      return;
    }
    double miles = nearest(down, landings) / METRES_PER_MILE;
    if (miles > rules.value(PlanDeviation.LANDING)) {
      Term term = held("wrong-landing", Math.round(miles), "nm", PlanDeviation.LANDING);
      all.add(
          new Deviation(
              "wrong-landing", Priority.WARNING, term, track.latest().atMillis(), Map.of()));
    }
  }

  /** Where it stands, or would have met the ground had it gone on as last heard; null: it flies. */
  private Position cameDown() {
    if (track.isOnGround()) {
      return track.position();
    }
    Position down = silentMillis() >= SILENT_MILLIS ? touchdown() : null;
    return down != null && !isBoundForDestination(down) ? down : null;
  }

  /** Below the horizon of every station, on its way there; and not far short of it. */
  private boolean isBoundForDestination(Position down) {
    Aerodrome destination = route.destination();
    if (destination == null) {
      return false;
    }
    Position from = track.position();
    double turn =
        Geodesy.turnDegrees(
            Geodesy.bearingDegrees(from, destination.position()), track.courseDegrees());
    double left = Geodesy.distanceMetres(from, destination.position());
    double reach = FAR_SHORT * Geodesy.distanceMetres(from, down) + SPARE_METRES;
    return turn <= TOWARDS_DEGREES && left <= reach;
  }

  /** Where a low and sinking aircraft meets the ground; null if it is not so. */
  private Position touchdown() {
    double feet = track.altitudeFeet();
    // Not every feed tells the rate.
    double sinking = FlightPath.of(track).sinkFeetPerMinute();
    boolean falls =
        feet <= rules.value(PlanDeviation.LOW)
            && sinking >= rules.value(PlanDeviation.SINKING)
            && !hasWorkedLow(feet);
    double metres = feet / sinking * 60 * Units.knotsToMetresPerSecond(track.speedKnots());
    return falls && metres >= 0
        ? Geodesy.destination(track.position(), track.courseDegrees(), metres)
        : null;
  }

  /** Who sprays a field or looks at something goes down again and again, and up between. */
  private boolean hasWorkedLow(double feet) {
    History history = track.history();
    List<Position> landings = route.landings();
    for (int i = 0; landings != null && i < history.size(); i++) {
      boolean isBefore = track.heardAtMillis() - history.atMillis(i) >= WORKED_MILLIS;
      if (isBefore
          && history.altitudeFeet(i) <= feet
          && nearest(history.position(i), landings) > WORKED_METRES) {
        return true;
      }
    }
    return false;
  }

  private static double nearest(Position at, List<Position> places) {
    double least = Double.POSITIVE_INFINITY;
    for (Position place : places) {
      least = Math.min(least, Geodesy.distanceMetres(at, place));
    }
    return least;
  }

  private void addOffRoute(List<Deviation> all) {
    double limitMetres = rules.value(PlanDeviation.OFF_ROUTE) * METRES_PER_MILE;
    double off = route.offMetres(track.position());
    if (!(off > limitMetres)) {
      return;
    }
    long since = offSince(limitMetres);
    if (track.latest().atMillis() - since < rules.millis(PlanDeviation.OFF_SECONDS)) {
      return;
    }
    double miles = Math.round(off / METRES_PER_MILE);
    Term term = held("off-route", miles, "nm", PlanDeviation.OFF_ROUTE);
    boolean strip = isSinkingToNoAerodrome();
    boolean isGrave =
        strip || off > GONE_TIMES * limitMetres && isGone(limitMetres) || isLostGoing(since);
    all.add(
        new Deviation(
            strip ? "empty-strip" : "off-route",
            isGrave ? Priority.WARNING : Priority.CAUTION,
            term,
            since,
            Map.of("offNm", miles)));
  }

  /** Whoever goes round weather comes back to his route, and gets nearer to where he goes. */
  private boolean isGone(double limitMetres) {
    long since = track.latest().atMillis() - rules.millis(PlanDeviation.GONE);
    History history = track.history();
    int first = history.firstAtOrAfter(since);
    Aerodrome destination = route.destination();
    if (history.size() == 0 || history.atMillis(0) > since || destination == null) {
      return false;
    }
    for (int i = first; i < history.size(); i++) {
      if (!(route.offMetres(history.position(i)) > limitMetres)) {
        return false;
      }
    }
    Position to = destination.position();
    return Geodesy.distanceMetres(track.position(), to)
        > Geodesy.distanceMetres(history.position(first), to);
  }

  /** Not heard any more while it went away from where it ought to go: nobody saw it come back. */
  private boolean isLostGoing(long since) {
    Aerodrome destination = route.destination();
    Position then = track.positionAt(since);
    if (destination == null || then == null || silentMillis() < rules.millis(PlanDeviation.LOST)) {
      return false;
    }
    Position to = destination.position();
    double farther =
        Geodesy.distanceMetres(track.position(), to) - Geodesy.distanceMetres(then, to);
    return farther >= rules.value(PlanDeviation.AWAY) * METRES_PER_MILE
        && !LostStation.isSilent(track, scene);
  }

  private long silentMillis() {
    return scene.nowMillis() - track.heardAtMillis();
  }

  private long offSince(double limitMetres) {
    History history = track.history();
    long since = history.atMillis(history.size() - 1);
    for (int i = history.size() - 1; i >= 0; i--) {
      boolean due = i == 0 || since - history.atMillis(i) >= SAMPLE_MILLIS;
      if (due) {
        if (!(route.offMetres(history.position(i)) > limitMetres)) {
          return since;
        }
        since = history.atMillis(i);
        if (track.latest().atMillis() - since >= rules.millis(PlanDeviation.OFF_SECONDS)) {
          return since;
        }
      }
    }
    return since;
  }

  private boolean isSinkingToNoAerodrome() {
    Position down = touchdown();
    List<Position> aerodromes = new ArrayList<>();
    for (Aerodrome aerodrome : scene.geography().aerodromes()) {
      if (aerodrome.open() && aerodrome.indicator() != null) {
        aerodromes.add(aerodrome.position());
      }
    }
    return down != null
        && nearest(down, aerodromes) / METRES_PER_MILE > rules.value(PlanDeviation.LANDING);
  }

  /** A clearance that somebody gave is an authorisation. */
  private void addNightVfr(List<Deviation> all) {
    PlanMessage filed = plan.filed();
    long at = track.latest().atMillis();
    boolean visual =
        rules.isOn(PlanDeviation.NIGHT_VFR)
            && filed.type() != PlanMessage.Type.CLEARANCE
            && "V".equals(filed.details().rules());
    if (visual
        && PlanDuty.of(track, scene, rules).place() == PlanDuty.Place.INSIDE
        && VfrHours.areOver(track.position(), at, rules.value(PlanDeviation.NIGHT_GRACE))) {
      all.add(caution("night-vfr", fact("night-vfr"), at, Map.of()));
    }
  }

  private void addLate(List<Deviation> all) {
    boolean timed = plan.times().enrouteMinutes() != null && plan.offBlockAtMillis() != null;
    double minutes = (scene.nowMillis() - plan.arrivalAtMillis()) / 60_000.0;
    if (timed && minutes > rules.value(PlanDeviation.LATE)) {
      Term term = held("late", Math.floor(minutes), "min", PlanDeviation.LATE);
      long since = plan.arrivalAtMillis() + rules.millis(PlanDeviation.LATE);
      all.add(caution("late", term, since, Map.of("minutes", Math.floor(minutes))));
    }
  }

  private static Deviation caution(
      String word, Term term, long sinceMillis, Map<String, Object> values) {
    return new Deviation(word, Priority.CAUTION, term, sinceMillis, values);
  }

  private Term held(String term, double value, String unit, Setting limit) {
    return new Term(term, value, unit, rules.value(limit), Double.NaN);
  }

  private static Term fact(String term) {
    return Term.fact(term, Double.NaN);
  }
}
