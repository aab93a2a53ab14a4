package bz.keelbill.track;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How much each station is heard, minute by minute, so that its silence can be told from a quiet
 * night.
 *
 * <p>Belongs to the one thread of its Watch; bounded by the number of stations and one hour.
 */
public final class Hearing {
  private static final int MINUTES = 60;
  private static final int MAX_STATIONS = 1_000;
  private static final long MINUTE_MILLIS = 60_000;

  private final Map<String, Station> stations = new LinkedHashMap<>();

  /** One report of a station arrived. */
  public void heard(String station, long atMillis) {
    Station known = stations.get(station);
    if (known == null && stations.size() < MAX_STATIONS) {
      known = new Station(Math.floorDiv(atMillis, MINUTE_MILLIS));
      stations.put(station, known);
    }
    if (known != null) {
      known.heard(atMillis);
    }
  }

  /** Every station in the order of first hearing. */
  public void forEach(BiConsumer<String, Station> each) {
    stations.forEach(each);
  }

  /** The hearing of one station. */
  public static final class Station {
    private final int[] perMinute = new int[MINUTES];
    private final long firstMinute;
    private long newestMinute;
    private long lastHeardAtMillis = Long.MIN_VALUE;

    private Station(long minute) {
      firstMinute = minute;
      newestMinute = minute;
    }

    /** Event time of the newest report, Unix milliseconds. */
    public long lastHeardAtMillis() {
      return lastHeardAtMillis;
    }

    /**
     * The usual number of reports a minute: the median of the whole minutes of the last hour,
     * before a time; NaN with fewer than {@code atLeast} of them.
     */
    public double usualPerMinute(long nowMillis, int skipNewest, int atLeast) {
      long lastWhole = Math.floorDiv(nowMillis, MINUTE_MILLIS) - 1 - skipNewest;
      long oldest = Math.max(firstMinute + 1, lastWhole - MINUTES + 2 + skipNewest);
      int count = (int) (lastWhole - oldest + 1);
      if (count < atLeast) {
        return Double.NaN;
      }
      int[] counts = new int[count];
      for (int i = 0; i < count; i++) {
        counts[i] = inMinute(oldest + i);
      }
      Arrays.sort(counts);
      return (counts[(count - 1) / 2] + counts[count / 2]) / 2.0;
    }

    /**
     * The number of reports in the so-manieth whole minute before a time; 0 is the newest whole
     * one.
     */
    public int inWholeMinuteBefore(long nowMillis, int back) {
      return inMinute(Math.floorDiv(nowMillis, MINUTE_MILLIS) - 1 - back);
    }

    private void heard(long atMillis) {
      long minute = Math.floorDiv(atMillis, MINUTE_MILLIS);
      for (long m = newestMinute + 1; m <= Math.min(minute, newestMinute + MINUTES); m++) {
        perMinute[slot(m)] = 0;
      }
      newestMinute = Math.max(newestMinute, minute);
      if (minute > newestMinute - MINUTES) {
        perMinute[slot(minute)]++;
      }
      lastHeardAtMillis = Math.max(lastHeardAtMillis, atMillis);
    }

    private int inMinute(long minute) {
      boolean held = minute <= newestMinute && minute > newestMinute - MINUTES;
      return held ? perMinute[slot(minute)] : 0;
    }

    private static int slot(long minute) {
      return (int) Math.floorMod(minute, (long) MINUTES);
    }
  }
}
