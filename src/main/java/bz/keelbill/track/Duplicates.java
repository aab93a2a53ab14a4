package bz.keelbill.track;

import bz.keelbill.report.Origin;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which transmissions have been taken already: several stations hear one, repeaters and
 * reconnections say it again.
 *
 * <p>Judged by arrival, so that a station's wrong clock does not hide a copy. Bounded:
 * transmissions that fall on one place push each other out, and a copy that is missed then is
 * merely taken twice. Belongs to the one thread of its Watch.
 */
public final class Duplicates {
  private static final long COPY_MILLIS = 30_000;
  private static final long REMEMBERED_MILLIS = 15 * 60_000;
  private static final int PLACES = 1 << 16;

  /** To look at all at once would take longer than all else that is due in that minute. */
  private static final int PLACES_AT_A_TIME = PLACES / 16;

  // The numbers of a place lie side by side, so that one look fetches them all; origins would be
  // scattered, and each would be kept for a quarter of an hour.
  private static final int NUMBERS = 4;
  private static final int TRANSMISSION = 0;
  private static final int RECEIVED = 1;
  private static final int LINE = 2;
  private static final int STATION_TIME = 3;
  private static final long NO_TIME = Long.MIN_VALUE;

  private final long[] numbers = new long[PLACES * NUMBERS];
  private final String[] feeds = new String[PLACES];
  private final String[] stations = new String[PLACES];
  private int nextPlace;

  /**
   * Where a transmission was heard before.
   *
   * @param station who heard it
   * @param stationAtMillis by that station's own clock, Unix milliseconds; null if it told none
   * @param isCopy whether what is heard now says nothing new: two reports of one line are no
   *     copies, and what comes half a minute later was sent again
   */
  public record Before(String station, Long stationAtMillis, boolean isCopy) {}

  /**
   * Remembers where a transmission came from.
   *
   * @return where the same was heard before, within the last quarter of an hour; null if it was
   *     not, or if each copy counts
   */
  public Before before(Origin origin) {
    long transmission = origin.transmission();
    if (transmission == 0) {
      return null;
    }
    int place = (int) (transmission ^ transmission >>> 32) & PLACES - 1;
    boolean isSame =
        number(place, TRANSMISSION) == transmission
            && apartMillis(place, origin) <= REMEMBERED_MILLIS;
    Before before = isSame ? before(place, origin) : null;
    if (before == null || !before.isCopy()) {
      put(place, origin);
    }
    return before;
  }

  private Before before(int place, Origin now) {
    boolean isSameLine = number(place, LINE) == now.lineNumber() && feeds[place].equals(now.feed());
    boolean isCopy = !isSameLine && apartMillis(place, now) <= COPY_MILLIS;
    long time = number(place, STATION_TIME);
    return new Before(stations[place], time == NO_TIME ? null : time, isCopy);
  }

  private void put(int place, Origin origin) {
    int at = place * NUMBERS;
    Long time = origin.stationAtMillis();
    numbers[at + TRANSMISSION] = origin.transmission();
    numbers[at + RECEIVED] = origin.receivedAtMillis();
    numbers[at + LINE] = origin.lineNumber();
    numbers[at + STATION_TIME] = time == null ? NO_TIME : time;
    feeds[place] = origin.feed();
    stations[place] = origin.station();
  }

  private long number(int place, int which) {
    return numbers[place * NUMBERS + which];
  }

  /**
   * Lets go of what nothing can be a copy of any more, as far as it lies in the next sixteenth of
   * the places.
   *
   * @param nowMillis by our clock, Unix milliseconds
   */
  public void forgetOld(long nowMillis) {
    int end = nextPlace + PLACES_AT_A_TIME;
    for (int place = nextPlace; place < end; place++) {
      if (isTaken(place) && nowMillis - number(place, RECEIVED) > REMEMBERED_MILLIS) {
        Arrays.fill(numbers, place * NUMBERS, (place + 1) * NUMBERS, 0);
        feeds[place] = null;
        stations[place] = null;
      }
    }
    nextPlace = end & PLACES - 1;
  }

  private boolean isTaken(int place) {
    return number(place, TRANSMISSION) != 0;
  }

  /** How many transmissions are remembered. */
  int size() {
    return (int) IntStream.range(0, PLACES).filter(this::isTaken).count();
  }

  private long apartMillis(int place, Origin other) {
    return Math.abs(number(place, RECEIVED) - other.receivedAtMillis());
  }
}
