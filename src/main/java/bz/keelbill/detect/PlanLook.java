package bz.keelbill.detect;

import bz.keelbill.plan.PlanMatch;
import bz.keelbill.track.Track;
import java.util.List;

/** Which flight plan explains an aircraft. */
public final class PlanLook {
  private PlanLook() {}

  /** The match of a track with the plans held now. */
  public static PlanMatch of(Track track, Scene scene) {
    return new PlanMatch(null);
  }

  /** notes. */
  public static List<String> notes(Track track, Scene scene) {
    return List.of();
  }
}
