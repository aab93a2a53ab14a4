package bz.keelbill.detect;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Coverage;
import bz.keelbill.track.Domain;
import bz.keelbill.track.Hearing;
import bz.keelbill.track.History;
import bz.keelbill.track.Track;
import java.util.List;

/**
 * The vessels that a station heard up to the end, and that had no reason to stop: one alone may
 * have switched off, two in the same moment are their station's silence, also in a quiet night.
 */
final class LastHeard {
  private static final int WORDS = 8;
  private static final int FEWEST_WORDS = 4;
  private static final Setting CHANCE =
      new Setting(
          "feed-silent.heardChance",
          0.5,
          "",
          0.1,
          1,
          "Only a vessel heard in a minute as surely as this is missed");
  private static final Setting HARBOUR =
      new Setting(
          "feed-silent.harbourDistance",
          3000,
          "m",
          0,
          20000,
          "As near to a landing boats put their sets off");
  private static final Setting BEFORE =
      new Setting(
          "feed-silent.intervalsBefore",
          2.5,
          "",
          1,
          20,
          "Heard within so many of its own intervals, it was heard up to the end");
  private static final Setting MISSED =
      new Setting(
          "feed-silent.intervalsMissed",
          8,
          "",
          2,
          100,
          "Silent for so many of its own intervals, a vessel is missed");
  static final List<Setting> SETTINGS = List.of(CHANCE, HARBOUR, BEFORE, MISSED);

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
    return before <= scene.rules().value(BEFORE) * interval
        && since >= scene.rules().value(MISSED) * interval
        && hasNoReason(track, word, scene);
  }

  /** Whether it was well heard there, and no boat that may have come home. */
  private static boolean hasNoReason(Track track, Fix word, Scene scene) {
    Position at = word.position();
    Coverage.Kind kind = DarkContact.kindOf(word);
    boolean isAtSea =
        scene.geography().landingMetres(at.latitude(), at.longitude())
            > scene.rules().value(HARBOUR);
    return (isAtSea || Build.isShip(track))
        && kind != null
        && scene.coverage().chance(word.origin().station(), kind, at)
            >= scene.rules().value(CHANCE);
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
