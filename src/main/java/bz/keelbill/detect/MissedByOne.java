package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Track;

/**
 * What one station does not hear and others do: craft that speak now, where that station would hear
 * them well. A few of them tell in minutes that it is deaf, also in a quiet night.
 */
final class MissedByOne {
  private static final long SPEAKING_MILLIS = 60_000;

  /** No craft is trusted more than this, however well its place is heard. */
  private static final double MOST_TRUSTED = 0.75;

  private static final double LEAST_CHANCE = 0.5;
  private static final double LEARNED_MINUTES = 5;

  private MissedByOne() {}

  /**
   * How unlikely it is that a station which hears has missed all of them in a minute: −ln of that
   * chance.
   */
  static double aMinute(String station, Scene scene) {
    double sum = 0;
    for (Track track : scene.picture().tracks()) {
      Fix word = track.identity().isCooperative() ? track.ownWord() : null;
      boolean isSpeaking =
          word != null
              && scene.nowMillis() - word.atMillis() <= SPEAKING_MILLIS
              && !word.origin().station().equals(station);
      Coverage.Kind kind = isSpeaking ? DarkContact.kindOf(word) : null;
      if (kind != null) {
        double chance = chance(station, kind, word.position(), scene);
        sum -= chance < LEAST_CHANCE ? 0 : StrictMath.log(1 - Math.min(MOST_TRUSTED, chance));
      }
    }
    return sum;
  }

  /** What a range promises is no experience: a station behind a hill would be deaf for ever. */
  private static double chance(String station, Coverage.Kind kind, Position at, Scene scene) {
    boolean isLearned = scene.coverage().experience(station, kind, at) >= LEARNED_MINUTES;
    return isLearned ? scene.coverage().chance(station, kind, at) : 0;
  }
}
