package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.plan.PlanMatch;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Track;

/** Whether a place is one where an aircraft ought not to come down; if not, that is told. */
record OffField(Track track, Scene scene, Rules rules, Findings found) {

  /** Far from every licensed field. */
  boolean isAway(Position at) {
    double miles = LicensedFields.miles(at, scene.geography());
    double limit = rules.value(ClandestineLanding.FIELD);
    if (miles <= limit) {
      found.stoppedBy("licensed-field", miles, "nm", limit);
      return false;
    }
    return true;
  }

  /** In Belize. */
  boolean isOurs(Position at) {
    boolean ours = scene.geography().airspace().contains(at.latitude(), at.longitude());
    if (!ours) {
      found.stoppedBy("outside-belize");
    }
    return ours;
  }

  /** Not on the way that it filed: a plan explains a landing there, not one off it. */
  boolean isUnexplained(Position at) {
    PlanMatch match = PlanLook.of(track, scene);
    if (!PlanLook.explains(match, track)) {
      return true;
    }
    double off = PlannedRoute.of(match.plan(), scene.geography()).offMetres(at) / 1852;
    double limit = rules.value(PlanDeviation.OFF_ROUTE);
    boolean isOff = off > limit;
    if (!isOff) {
      found.stoppedBy("planned", off, "nm", limit);
    }
    return isOff;
  }
}
