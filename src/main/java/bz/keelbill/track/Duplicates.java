package bz.keelbill.track;

import bz.keelbill.report.Origin;
import java.util.Arrays;
import java.util.Objects;

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

  private final Origin[] known = new Origin[PLACES];
  private int nextPlace;

  /**
   * Remembers where a transmission came from.
   *
   * @return where the same was heard before, within the last quarter of an hour; null if it was
   *     not, or if each copy counts
   */
  public Origin before(Origin origin) {
    long transmission = origin.transmission();
    if (transmission == 0) {
      return null;
    }
    int place = (int) (transmission ^ transmission >>> 32) & PLACES - 1;
    Origin before = known[place];
    boolean isSame =
        before != null
            && before.transmission() == transmission
            && apartMillis(before, origin) <= REMEMBERED_MILLIS;
    if (!isSame || !isCopy(before, origin)) {
      known[place] = origin;
    }
    return isSame ? before : null;
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
      Origin old = known[place];
      if (old != null && nowMillis - old.receivedAtMillis() > REMEMBERED_MILLIS) {
        known[place] = null;
      }
    }
    nextPlace = end & PLACES - 1;
  }

  /** How many transmissions are remembered. */
  int size() {
    return (int) Arrays.stream(known).filter(Objects::nonNull).count();
  }

  /**
   * Whether the second is a copy of the first and says nothing new. Two reports of one line are
   * none, and what comes half a minute later was sent again.
   */
  public static boolean isCopy(Origin first, Origin second) {
    boolean isSameLine =
        first.lineNumber() == second.lineNumber() && first.feed().equals(second.feed());
    return !isSameLine && apartMillis(first, second) <= COPY_MILLIS;
  }

  private static long apartMillis(Origin one, Origin other) {
    return Math.abs(one.receivedAtMillis() - other.receivedAtMillis());
  }
}
