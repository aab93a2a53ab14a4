package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;

/** A radar echo that is too fast for any boat: an aircraft whose transponder says nothing. */
final class PrimaryEcho {
  private static final int FEWEST_FIXES = 10;
  private static final long SHORTEST_MILLIS = 60_000;
  private static final long HEARD_MILLIS = 60_000;
  private static final double NEAR_METRES = 8_000;

  private PrimaryEcho() {}

  /**
   * Whether a track is one. An aircraft that is heard as well, close by, is the echo's own: its
   * positions and the radar's do not agree to the metre.
   */
  static boolean is(Track track, Scene scene, Rules rules) {
    if (!track.isRadarOnly() || track.position() == null) {
      return false;
    }
    Velocity velocity = track.velocity();
    return velocity.fixes() >= FEWEST_FIXES
        && velocity.spanMillis() >= SHORTEST_MILLIS
        && velocity.lowerKnots() >= rules.value(UnreportedFlight.PRIMARY_KNOTS)
        && !isHeard(track, scene);
  }

  /** Whether an aircraft that tells its position was close by when the echo was seen last. */
  static boolean isHeard(Track echo, Scene scene) {
    boolean[] heard = {false};
    Position at = echo.position();
    long seenMillis = echo.latest().atMillis();
    scene
        .picture()
        .near(
            at,
            NEAR_METRES,
            other ->
                heard[0] |=
                    other.domain() == Domain.AIR
                        && seenMillis - other.heardAtMillis() <= HEARD_MILLIS);
    return heard[0];
  }
}
