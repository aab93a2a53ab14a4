package bz.keelbill.detect;

import bz.keelbill.report.Fix;
import bz.keelbill.track.Track;

/**
 * Whom the detectors of boats spare: our own, who is known by a tracking box, and an echo that an
 * alert takes for an aircraft.
 */
final class Spared {
  private Spared() {}

  /** Any of the three. */
  static boolean is(Track track, Scene scene) {
    return isByTrackingBox(track) || scene.isOwn(track) || isAircraft(track, scene);
  }

  /** What flew a while ago flies still, however slow it circles: no boat ran into that water. */
  static boolean isAircraft(Track track, Scene scene) {
    return track.isRadarOnly() && scene.isOpen(UnreportedFlight.KIND, track);
  }

  /**
   * A fishing vessel's tracking box serves its safety, and to know it by: it accuses nobody, least
   * of all by a straight line between two places a quarter of an hour apart.
   */
  static boolean isByTrackingBox(Track track) {
    Fix latest = track.latest();
    return latest != null && latest.state().source() == Fix.Source.VMS;
  }
}
