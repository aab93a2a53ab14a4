package bz.keelbill.detect;

import bz.keelbill.report.Fix;
import bz.keelbill.track.Track;

/** Whom detectors spare: our own, and who is known by a tracking box. */
final class Spared {
  private Spared() {}

  /** Either of the two. */
  static boolean is(Track track, Scene scene) {
    return isByTrackingBox(track) || scene.isOwn(track);
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
