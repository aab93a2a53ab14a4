package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;

/**
 * The vessels that a station heard up to the end, and that had no reason to stop: one alone may
 * have switched off, two in the same moment are their station's silence, also in a quiet night.
 */
final class LastHeard {
  private static final int WORDS = 8;
  private static final int FEWEST_WORDS = 4;
  private static final double LEAST_CHANCE = 0.5;
  private static final double HARBOUR_METRES = 3_000;

  /** Its last word before its station fell silent may have been lost. */
  private static final double INTERVALS_BEFORE = 2.5;

  private static final double INTERVALS_MISSED = 8;

  private LastHeard() {}

  /** How many of them have been missed since, each for longer than chance explains. */
  static int missed(String name, Hearing.Station station, Scene scene) {
    int missed = 0;
    for (Track track : scene.picture().tracks()) {
      boolean isVessel = track.domain() == Domain.SEA && track.identity().mmsi() != null;
      Fix word = isVessel ? track.ownWord() : null;
      if (word != null && word.origin().station().equals(name)) {
        missed += isMissed(track, word, station, scene) ? 1 : 0;
      }
    }
    return missed;
  }

  private static boolean isMissed(Track track, Fix word, Hearing.Station station, Scene scene) {
    double interval = intervalMillis(track);
    double before = station.lastHeardAtMillis() - word.origin().receivedAtMillis();
    double since = scene.nowMillis() - word.origin().receivedAtMillis();
    return before <= INTERVALS_BEFORE * interval
        && since >= INTERVALS_MISSED * interval
        && hasNoReason(track, word, scene);
  }

  /** Whether it was well heard there, and no boat that may have come home. */
  private static boolean hasNoReason(Track track, Fix word, Scene scene) {
    Position at = word.position();
    Coverage.Kind kind = DarkContact.kindOf(word);
    boolean isAtSea =
        scene.geography().landingMetres(at.latitude(), at.longitude()) > HARBOUR_METRES;
    return (isAtSea || Build.isShip(track))
        && kind != null
        && scene.coverage().chance(word.origin().station(), kind, at) >= LEAST_CHANCE;
  }

  /** How often its own word came lately, lost ones not told; NaN if that is not known. */
  private static double intervalMillis(Track track) {
    History history = track.history();
    long newest = Long.MIN_VALUE;
    long oldest = Long.MAX_VALUE;
    int words = 0;
    for (int i = history.size() - 1; i >= 0 && words < WORDS; i--) {
      if (track.isOwnWord(i)) {
        words++;
        newest = Math.max(newest, history.atMillis(i));
        oldest = history.atMillis(i);
      }
    }
    return words < FEWEST_WORDS ? Double.NaN : (double) (newest - oldest) / (words - 1);
  }
}
