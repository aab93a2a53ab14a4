package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.plan.FlightPlan;
import bz.keelbill.plan.FlightPlan.Stage;
import bz.keelbill.report.Origin;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "It left, it has not arrived, and nobody sees it."
 *
 * <p>The other half of {@link PlanDeviation}, for flights that are not in the picture: a departure
 * was told, the destination is in Belize, and half an hour after its estimated arrival neither an
 * arrival nor the aircraft itself has come. What was last seen close to where it was bound has
 * landed. Looked at every ten seconds.
 */
public final class OverdueFlight implements Detector.OfScene {
  private static final long TOLD_MILLIS = 3 * 3_600_000L;
  private static final double LANDED_METRES = 15 * 1852;
  private static final String HOME = "BZ";

  private final Rules rules;
  private final boolean enabled;

  /** Built for one version of the rules. */
  public OverdueFlight(Rules rules) {
    this.rules = rules;
    enabled = rules.isOn(PlanDeviation.ENABLED);
  }

  @Override
  public String kind() {
    return PlanDeviation.KIND;
  }

  @Override
  public void look(Scene scene, Findings found) {
    if (!enabled || !scene.isTenthSecond()) {
      return;
    }
    for (FlightPlan plan : scene.plans().plans()) {
      if (isOverdue(plan, scene.nowMillis())) {
        Aerodrome bound = PlannedRoute.of(plan, scene.geography()).destination();
        boolean ours = bound != null && HOME.equals(bound.country());
        if (ours && !isSeen(plan, bound, scene)) {
          found.holds(finding(plan, bound, scene));
        }
      }
    }
  }

  private boolean isOverdue(FlightPlan plan, long nowMillis) {
    if (plan.stage() != Stage.DEPARTED || plan.times().enrouteMinutes() == null) {
      return false;
    }
    long late = nowMillis - plan.arrivalAtMillis();
    return late > rules.millis(PlanDeviation.LATE) && late <= TOLD_MILLIS;
  }

  /** Whether an aircraft in the picture is this flight, in the air now or last seen where bound. */
  private static boolean isSeen(FlightPlan plan, Aerodrome bound, Scene scene) {
    for (Track track : scene.picture().tracks()) {
      if (track.domain() == Domain.AIR && track.position() != null && isOf(plan, track)) {
        boolean fresh = scene.nowMillis() - track.heardAtMillis() < 60_000;
        double metres = Geodesy.distanceMetres(track.position(), bound.position());
        if (fresh || metres <= LANDED_METRES) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(FlightPlan plan, Track track) {
    var identity = track.identity();
    Integer filed = plan.aircraft().address();
    boolean address =
        filed != null && identity.address() != null && filed.equals(identity.address().address());
    String mark = plan.aircraft().registration();
    String borne = AircraftRegister.registration(identity);
    String callsign = identity.flight() == null ? null : identity.flight().callsign();
    return address
        || mark != null && borne != null && mark.equals(borne.replace("-", ""))
        || callsign != null && callsign.replace("-", "").equals(plan.flight().callsign());
  }

  private Finding finding(FlightPlan plan, Aerodrome bound, Scene scene) {
    double minutes = Math.floor((scene.nowMillis() - plan.arrivalAtMillis()) / 60_000.0);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("plan", plan.name());
    values.put("minutes", minutes);
    values.put("bound", bound.name());
    Origin filed = plan.filed().origin();
    long since = plan.arrivalAtMillis() + rules.millis(PlanDeviation.LATE);
    return new Finding(
        PlanDeviation.KIND,
        Priority.CAUTION,
        new Finding.Subject("plan:" + plan.name() + "@" + plan.offBlockAtMillis(), List.of(), null),
        new Moment(since, scene.nowMillis(), bound.position()),
        new Words(
            plan.name()
                + " is "
                + Math.round(minutes)
                + " min overdue at "
                + bound.name()
                + ": it left, has not arrived and is not seen",
            "alert.plan-deviation.overdue",
            values,
            "an arrival message, or word from the aerodrome",
            List.of("whether it has landed")),
        List.of(new Term("late", minutes, "min", rules.value(PlanDeviation.LATE), Double.NaN)),
        Outlook.NONE,
        List.of(
            new Finding.Evidence(
                filed.feed() + "#" + filed.lineNumber(), filed.receivedAtMillis(), null)));
  }
}
