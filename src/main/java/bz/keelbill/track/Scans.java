package bz.keelbill.track;

import java.util.HashMap;
import java.util.Map;

/**
 * How long each radar takes for a turn, learned from the time between two plots of one target. A
 * missed turn doubles that time, so the estimate follows shorter times quickly and longer ones
 * slowly: it settles near the lower quartile.
 *
 * <p>Belongs to the one thread of its Watch; bounded by the number of stations.
 */
final class Scans {
  private static final long FIRST_GUESS_MILLIS = 3_000;
  private static final long LEAST_MILLIS = 500;
  private static final long MOST_MILLIS = 60_000;
  private static final int MAX_STATIONS = 1_000;
  private static final double DOWN = 0.06;
  private static final double UP = 0.02;

  private final Map<String, double[]> turns = new HashMap<>();

  /** Milliseconds of one turn of a station's antenna. */
  long millis(String station) {
    double[] turn = turns.get(station);
    return turn == null ? FIRST_GUESS_MILLIS : Math.round(turn[0]);
  }

  /** Two plots of one target were so far apart. */
  void heard(String station, long apartMillis) {
    if (apartMillis < LEAST_MILLIS || apartMillis > MOST_MILLIS) {
      return;
    }
    double[] turn = turns.get(station);
    if (turn == null) {
      if (turns.size() < MAX_STATIONS) {
        turns.put(station, new double[] {apartMillis});
      }
      return;
    }
    turn[0] += (apartMillis < turn[0] ? DOWN : UP) * (apartMillis - turn[0]);
  }
}
