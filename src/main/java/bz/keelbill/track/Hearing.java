package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.Report;
import bz.keelbill.report.StationClock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How many craft each station hears, minute by minute, so that its silence can be told from a quiet
 * night: one craft that lands takes all its reports away at once, ten do not vanish in a minute.
 *
 * <p>Belongs to the one thread of its Watch; bounded by the number of stations, of craft in a
 * minute and one hour.
 */
public final class Hearing {
  private static final int MINUTES = 60;
  private static final int MAX_STATIONS = 1_000;
  private static final int MAX_CRAFT = 500;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long SHORTEST_PAUSE_MILLIS = 20_000;
  private static final double PAUSES = 6;

  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Map<String, Silence> feeds = new LinkedHashMap<>();

  /**
   * Expects feeds to speak from now on, also if they never do.
   *
   * @param patienceMillis by feed, the shortest silence that counts
   */
  public void expect(Map<String, Long> patienceMillis, long nowMillis) {
    patienceMillis.forEach((feed, patience) -> feeds.put(feed, new Silence(patience, nowMillis)));
  }

  /** Nobody listened up to a time: silence before it proves nothing. */
  public void absentUntil(long millis) {
    feeds.values().forEach(silence -> silence.excuse(millis));
    stations.values().forEach(station -> station.excuse(millis));
  }

  /** One report arrived; by our clock, for a station whose own is wrong is not deaf. */
  public void heard(Report report) {
    Silence feed = feeds.get(report.origin().feed());
    if (feed != null) {
      feed.heard(report.origin().receivedAtMillis());
    }
    String station = report.origin().station();
    long atMillis = report.origin().receivedAtMillis();
    Station known = stations.get(station);
    if (known == null && stations.size() < MAX_STATIONS) {
      known = new Station(Math.floorDiv(atMillis, MINUTE_MILLIS));
      stations.put(station, known);
    }
    if (known != null) {
      // A shore station never sails away.
      known.heard(report.contact(), report instanceof StationClock, atMillis);
      known.feed = report.origin().feed();
      if (report instanceof StationClock && report.contact() == null) {
        known.turns.mark(atMillis);
      }
    }
  }

  /** Every station in the order of first hearing. */
  public void forEach(BiConsumer<String, Station> each) {
    stations.forEach(each);
  }

  /** One station, or null if it was never heard. */
  public Station station(String name) {
    return stations.get(name);
  }

  /** The silence of every expected feed, in the order of expectation. */
  public void forEachFeed(BiConsumer<String, Silence> each) {
    feeds.forEach(each);
  }

  /** Whether a station speaks by an expected feed that is silent as a whole. */
  public boolean isBehindSilentFeed(Station station, long nowMillis) {
    Silence feed = feeds.get(station.feed);
    return feed != null && feed.isSilent(nowMillis);
  }

  /** The hearing of one station. */
  public static final class Station {
    private final int[] craftInMinute = new int[MINUTES];
    private final int[] fixedReportsInMinute = new int[MINUTES];
    private final Turns turns = new Turns();
    private final ContactSet heardThisMinute = new ContactSet(MAX_CRAFT);
    private final long firstMinute;
    private long newestMinute;
    private long lastHeardAtMillis = Long.MIN_VALUE;
    private long absentUntilMillis = Long.MIN_VALUE;
    private Silence pauses;
    private String feed;

    private Station(long minute) {
      firstMinute = minute;
      newestMinute = minute;
    }

    /** By which feed it spoke last. */
    public String feed() {
      return feed;
    }

    /** When it was first heard, to the minute, Unix milliseconds. */
    public long firstHeardAtMillis() {
      return firstMinute * MINUTE_MILLIS;
    }

    /** When the newest report arrived, Unix milliseconds. */
    public long lastHeardAtMillis() {
      return lastHeardAtMillis;
    }

    /** Its antenna's turns, if it is a radar that tells them. */
    public Turns turns() {
      return turns;
    }

    /** For how long no turn has been told although somebody listened. */
    public long stillMillis(long nowMillis) {
      return nowMillis - Math.max(turns.lastMillis(), absentUntilMillis);
    }

    /** For how long it has said nothing although somebody listened. */
    public long silentMillis(long nowMillis) {
      return nowMillis - Math.max(lastHeardAtMillis, absentUntilMillis);
    }

    /**
     * Whether it has said nothing for longer than its usual pauses explain: ships at rest speak
     * every three minutes, and a few of them may do so together.
     */
    public boolean isPauseUnusual(long nowMillis) {
      return pauses != null && pauses.isSilent(nowMillis);
    }

    /** Whether somebody listened all through so many milliseconds before a time. */
    public boolean wasListenedTo(long nowMillis, long millis) {
      return absentUntilMillis <= nowMillis - millis;
    }

    /**
     * The usual number of craft heard in a minute: the median of the whole minutes of the last
     * hour, before a time; NaN with fewer than {@code atLeast} of them.
     */
    public double usualCraft(long nowMillis, int skipNewest, int atLeast) {
      return median(craftInMinute, nowMillis, skipNewest, atLeast);
    }

    /** The usual number of reports of shore stations in a minute; NaN as above. */
    public double usualFixedReports(long nowMillis, int skipNewest, int atLeast) {
      return median(fixedReportsInMinute, nowMillis, skipNewest, atLeast);
    }

    /**
     * The number of craft in the so-manieth whole minute before a time; 0 is the newest whole one.
     */
    public int craftInWholeMinuteBefore(long nowMillis, int back) {
      return inMinute(craftInMinute, Math.floorDiv(nowMillis, MINUTE_MILLIS) - 1 - back);
    }

    private double median(int[] series, long nowMillis, int skipNewest, int atLeast) {
      long lastWhole = Math.floorDiv(nowMillis, MINUTE_MILLIS) - 1 - skipNewest;
      long oldest = Math.max(firstMinute + 1, lastWhole - MINUTES + 2 + skipNewest);
      int count = (int) (lastWhole - oldest + 1);
      if (count < atLeast) {
        return Double.NaN;
      }
      int[] counts = new int[count];
      for (int i = 0; i < count; i++) {
        counts[i] = inMinute(series, oldest + i);
      }
      Arrays.sort(counts);
      return (counts[(count - 1) / 2] + counts[count / 2]) / 2.0;
    }

    private void excuse(long untilMillis) {
      absentUntilMillis = untilMillis;
      if (pauses != null) {
        pauses.excuse(untilMillis);
      }
    }

    private void heard(ContactId contact, boolean fixed, long atMillis) {
      long minute = Math.floorDiv(atMillis, MINUTE_MILLIS);
      for (long m = newestMinute + 1; m <= Math.min(minute, newestMinute + MINUTES); m++) {
        craftInMinute[slot(m)] = 0;
        fixedReportsInMinute[slot(m)] = 0;
      }
      if (minute > newestMinute) {
        newestMinute = minute;
        heardThisMinute.clear();
      }
      if (minute == newestMinute) {
        count(contact, fixed);
      }
      if (pauses == null) {
        pauses = new Silence(SHORTEST_PAUSE_MILLIS, atMillis, PAUSES);
      }
      if (atMillis > lastHeardAtMillis) {
        pauses.heard(atMillis);
      }
      lastHeardAtMillis = Math.max(lastHeardAtMillis, atMillis);
    }

    private void count(ContactId contact, boolean fixed) {
      if (fixed) {
        fixedReportsInMinute[slot(newestMinute)]++;
      }
      if (contact != null && heardThisMinute.add(contact)) {
        craftInMinute[slot(newestMinute)]++;
      }
    }

    private int inMinute(int[] series, long minute) {
      boolean held = minute <= newestMinute && minute > newestMinute - MINUTES;
      return held ? series[slot(minute)] : 0;
    }

    private static int slot(long minute) {
      return (int) Math.floorMod(minute, (long) MINUTES);
    }
  }
}
