package bz.keelbill.detect;

import bz.keelbill.plan.PlanMatch;
import bz.keelbill.track.Track;

/** Which flight plan explains an aircraft. */
public final class PlanLook {
  private PlanLook() {}

  /** The match of a track with the plans held now. */
  public static PlanMatch of(Track track, Scene scene) {
    return new PlanMatch(null);
  }
}
