package bz.keelbill.replay;

import bz.keelbill.rule.Priority;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much is asked of the officers.
 *
 * @param watches each watch of twelve hours, from 06:00 or 18:00 in Belize, the oldest first
 * @param worst the ten minutes in which most was raised; null if nothing was
 */
public record Load(List<OfWatch> watches, Worst worst) {
  // Belize is six hours behind UTC all year, so its watches begin at noon and midnight of UTC.
  private static final long WATCH_MILLIS = 12 * 3_600_000L;
  private static final long TEN_MINUTES_MILLIS = 10 * 60_000L;

  /**
   * One watch.
   *
   * @param startMillis when it begins, Unix milliseconds
   * @param alerts raised in it
   * @param rings how often one was raised or rose as a warning or above
   * @param alarms how often one was raised or rose as an alarm or above
   */
  public record OfWatch(long startMillis, int alerts, int rings, int alarms) {}

  /**
   * The worst ten minutes.
   *
   * @param startMillis when they begin, Unix milliseconds
   * @param alerts raised or risen in them, of any priority
   */
  public record Worst(long startMillis, int alerts) {}

  /** Copies the list. */
  public Load {
    watches = List.copyOf(watches);
  }

  /** Alerts raised in all. */
  public int alerts() {
    return watches.stream().mapToInt(OfWatch::alerts).sum();
  }

  /** How often one rang, in all. */
  public int rings() {
    return watches.stream().mapToInt(OfWatch::rings).sum();
  }

  /** The watch that begins at a time; an empty one if nothing is counted there. */
  public OfWatch at(long startMillis) {
    for (OfWatch watch : watches) {
      if (watch.startMillis() == startMillis) {
        return watch;
      }
    }
    return new OfWatch(startMillis, 0, 0, 0);
  }

  static Load of(Collection<Raised> raised, ReplayScript.Period period) {
    TreeMap<Long, int[]> counts = new TreeMap<>();
    long last = watchOf(period.toMillis() - 1);
    for (long at = watchOf(period.fromMillis()); at <= last; at += WATCH_MILLIS) {
      counts.put(at, new int[3]);
    }
    List<Long> times = new ArrayList<>();
    for (Raised each : raised) {
      countsAt(each.atMillis(), counts)[0]++;
      for (Raised.Ring ring : each.rings()) {
        times.add(ring.atMillis());
        int[] count = countsAt(ring.atMillis(), counts);
        count[1] += ring.priority().rings() ? 1 : 0;
        count[2] += ring.priority().isAbove(Priority.WARNING) ? 1 : 0;
      }
    }
    List<OfWatch> watches = new ArrayList<>();
    counts.forEach((start, n) -> watches.add(new OfWatch(start, n[0], n[1], n[2])));
    return new Load(watches, worst(times));
  }

  /** A sensor's clock may put an alert outside the period: it counts at its edge. */
  private static int[] countsAt(long atMillis, TreeMap<Long, int[]> counts) {
    Map.Entry<Long, int[]> watch = counts.floorEntry(atMillis);
    return (watch == null ? counts.firstEntry() : watch).getValue();
  }

  private static long watchOf(long atMillis) {
    return Math.floorDiv(atMillis, WATCH_MILLIS) * WATCH_MILLIS;
  }

  private static Worst worst(List<Long> times) {
    times.sort(null);
    Worst worst = null;
    int first = 0;
    for (int i = 0; i < times.size(); i++) {
      while (times.get(i) - times.get(first) >= TEN_MINUTES_MILLIS) {
        first++;
      }
      if (worst == null || i - first + 1 > worst.alerts()) {
        worst = new Worst(times.get(first), i - first + 1);
      }
    }
    return worst;
  }
}
