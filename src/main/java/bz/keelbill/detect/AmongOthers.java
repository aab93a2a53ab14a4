package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * Whether a run is no more than echoes of boats that lie together: a radar that tells them apart
 * badly takes one for the other, and what goes from boat to boat looks like one that runs.
 *
 * <p>Then somebody is still where the run began, and somebody was where it ends before it came. Who
 * really runs leaves the others behind within a minute or two.
 */
final class AmongOthers {
  private static final long LATELY_MILLIS = 60_000;
  private static final double SIGMAS = 3;

  /** How far beyond the errors of both another is looked for. */
  private static final double MOST_ERROR_METRES = 1_500;

  private AmongOthers() {}

  /**
   * Whether it is so of a run that began at some moment.
   *
   * @param besideMetres nearer than this, errors aside, another may be the one
   */
  static boolean is(Track track, long sinceMillis, double besideMetres, Scene scene) {
    History history = track.history();
    int first = history.firstAtOrAfter(sinceMillis);
    return track.isRadarOnly()
        && first < history.size()
        && isAnybody(track, history.position(first), scene.nowMillis(), besideMetres, scene)
        && isAnybody(track, track.position(), sinceMillis, besideMetres, scene);
  }

  private static boolean isAnybody(
      Track track, Position place, long atMillis, double besideMetres, Scene scene) {
    boolean[] found = {false};
    scene
        .picture()
        .near(
            place,
            besideMetres + MOST_ERROR_METRES,
            other ->
                found[0] |=
                    other != track
                        && other.isRadarOnly()
                        && wasThere(track, other, place, atMillis, besideMetres));
    return found[0];
  }

  private static boolean wasThere(
      Track track, Track other, Position place, long atMillis, double besideMetres) {
    boolean isSeen = Math.min(atMillis, other.heardAtMillis()) >= atMillis - LATELY_MILLIS;
    Position then = isSeen ? other.positionAt(Math.min(atMillis, other.heardAtMillis())) : null;
    double errors = SIGMAS * (track.sigmaMetres() + other.sigmaMetres());
    return then != null && Geodesy.distanceMetres(then, place) <= besideMetres + errors;
  }
}
