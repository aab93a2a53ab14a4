package bz.keelbill.radar;

import bz.keelbill.radar.RadarSentence.Ttm;
import bz.keelbill.report.Note;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a radar tells distances in other units than it says: then most of its targets are farther
 * than it sees. Bounded by the number of stations.
 */
final class UnitsCheck {
  private static final int TARGETS_JUDGED = 100;

  private final Map<String, Targets> byStation = new HashMap<>();

  /** How many of a station's last targets there are, and how many beyond its range. */
  private static final class Targets {
    private int all;
    private int beyond;
  }

  /**
   * Takes one target.
   *
   * @return what is wrong, after each hundredth target; null if nothing is, or it is not yet known
   */
  Note judge(Ttm ttm, Station station) {
    Targets targets = byStation.computeIfAbsent(station.id(), id -> new Targets());
    targets.all++;
    targets.beyond += Placing.isBeyondRange(ttm, station) ? 1 : 0;
    if (targets.all < TARGETS_JUDGED) {
      return null;
    }
    byStation.remove(station.id());
    return targets.beyond > TARGETS_JUDGED / 2
        ? new Note(Note.Kind.UNITS_SUSPECTED, station.id(), Integer.toString(targets.beyond))
        : null;
  }
}
