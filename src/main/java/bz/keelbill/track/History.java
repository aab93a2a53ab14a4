package bz.keelbill.track;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The remembered positions of one track in order of event time: dense for a quarter of an hour, one
 * a minute for six hours, bounded.
 *
 * <p>Columns of small numbers instead of objects, and fewer positions for each track when there are
 * many: a hundred thousand tracks fit in a gigabyte. A place is kept to a centimetre. Index 0 is
 * the oldest.
 */
public final class History {
  static final long DENSE_MILLIS = 15 * 60_000L;
  static final long KEPT_MILLIS = 6 * 3_600_000L;

  /** As many positions as one track may have. */
  static final int MAX_CAPACITY = 1024;

  private static final long THIN_SPACING_MILLIS = 60_000;
  private static final int FIRST_CAPACITY = 4;
  private static final double STEPS_PER_DEGREE = 1e7;

  private long firstMillis;
  private int[] afterMillis = new int[FIRST_CAPACITY];
  private int[] latitude = new int[FIRST_CAPACITY];
  private int[] longitude = new int[FIRST_CAPACITY];
  private float[] speedKnots = new float[FIRST_CAPACITY];
  private float[] courseDegrees = new float[FIRST_CAPACITY];
  private float[] altitudeFeet = new float[FIRST_CAPACITY];
  private float[] sigmaMetres = new float[FIRST_CAPACITY];
  private String[] feed = new String[FIRST_CAPACITY];
  private int[] lineNumber = new int[FIRST_CAPACITY];
  private byte[] contact = new byte[FIRST_CAPACITY];
  private int size;

  /** How many positions are remembered. */
  public int size() {
    return size;
  }

  /** Event time of a position, Unix milliseconds. */
  public long atMillis(int index) {
    return firstMillis + afterMillis[index];
  }

  /** Degrees north. */
  public double latitude(int index) {
    return latitude[index] / STEPS_PER_DEGREE;
  }

  /** Degrees east. */
  public double longitude(int index) {
    return longitude[index] / STEPS_PER_DEGREE;
  }

  /** The position as an object. */
  public Position position(int index) {
    return new Position(latitude(index), longitude(index));
  }

  /** Speed as the sensor gave it, knots; NaN unknown. */
  public double speedKnots(int index) {
    return speedKnots[index];
  }

  /** Course as the sensor gave it, degrees true; NaN unknown. */
  public double courseDegrees(int index) {
    return courseDegrees[index];
  }

  /** Altitude, feet; NaN unknown. */
  public double altitudeFeet(int index) {
    return altitudeFeet[index];
  }

  /** Standard deviation of the position, metres. */
  public double sigmaMetres(int index) {
    return sigmaMetres[index];
  }

  /** The raw line behind a position, as {@code feed#number}. */
  public String line(int index) {
    return feed[index] + "#" + Integer.toUnsignedString(lineNumber[index]);
  }

  /** The ordinal of the contact that told it, within its track. */
  int contact(int index) {
    return contact[index];
  }

  /** The first index at or after a time; {@code size()} if there is none. */
  public int firstAtOrAfter(long millis) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atMillis(middle) < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Puts the position of a fix in its place by event time.
   *
   * @param feet the altitude known for it, NaN unknown
   * @param ordinal of the contact within its track
   * @param limit how many positions there may be
   */
  void add(Fix fix, double feet, int ordinal, int limit) {
    int index = placeFor(fix.atMillis(), limit);
    if (index < 0) {
      return;
    }
    latitude[index] = steps(fix.position().latitude());
    longitude[index] = steps(fix.position().longitude());
    speedKnots[index] = (float) fix.motion().speedKnots();
    courseDegrees[index] = (float) fix.motion().courseDegrees();
    altitudeFeet[index] = (float) feet;
    sigmaMetres[index] = (float) fix.state().accuracy().worstMetres();
    feed[index] = fix.origin().feed();
    lineNumber[index] = (int) fix.origin().lineNumber();
    contact[index] = (byte) ordinal;
  }

  /**
   * Takes over positions of another history.
   *
   * @param ordinals from the other's contacts to this one's; −1 for one that stays behind
   */
  void addAll(History other, IntUnaryOperator ordinals, int limit) {
    for (int i = 0; i < other.size; i++) {
      int ordinal = ordinals.applyAsInt(other.contact[i]);
      int index = ordinal < 0 ? -1 : placeFor(other.atMillis(i), limit);
      if (index >= 0) {
        int after = afterMillis[index];
        copy(other, i, index);
        afterMillis[index] = after;
        contact[index] = (byte) ordinal;
      }
    }
  }

  /** The first index of one contact's positions, or −1. */
  int firstOf(int ordinal) {
    for (int i = 0; i < size; i++) {
      if (contact[i] == (byte) ordinal) {
        return i;
      }
    }
    return -1;
  }

  /** Gives up the positions of one contact. */
  void removeOf(int ordinal) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (contact[i] != (byte) ordinal) {
        copy(this, i, kept++);
      }
    }
    size = kept;
  }

  /** Makes room at a time; −1 if it lies too far from the others to matter. */
  private int placeFor(long at, int limit) {
    if (size == 0) {
      firstMillis = at;
    }
    long after = at - firstMillis;
    if (after != (int) after) {
      return -1;
    }
    if (size >= Math.min(limit, afterMillis.length)) {
      makeRoom(limit);
    }
    int index = size;
    while (index > 0 && afterMillis[index - 1] > after) {
      index--;
    }
    shiftUp(index);
    size++;
    afterMillis[index] = (int) after;
    return index;
  }

  private void shiftUp(int index) {
    int count = size - index;
    if (count > 0) {
      System.arraycopy(afterMillis, index, afterMillis, index + 1, count);
      System.arraycopy(latitude, index, latitude, index + 1, count);
      System.arraycopy(longitude, index, longitude, index + 1, count);
      System.arraycopy(speedKnots, index, speedKnots, index + 1, count);
      System.arraycopy(courseDegrees, index, courseDegrees, index + 1, count);
      System.arraycopy(altitudeFeet, index, altitudeFeet, index + 1, count);
      System.arraycopy(sigmaMetres, index, sigmaMetres, index + 1, count);
      System.arraycopy(feed, index, feed, index + 1, count);
      System.arraycopy(lineNumber, index, lineNumber, index + 1, count);
      System.arraycopy(contact, index, contact, index + 1, count);
    }
  }

  private void makeRoom(int limit) {
    thin(THIN_SPACING_MILLIS, 0);
    int capacity = afterMillis.length;
    if (size > Math.min(capacity, limit) * 3 / 4 && capacity < limit) {
      grow(Math.min(limit, capacity * 2));
    }
    // A flood of positions at full capacity: thin the dense part too, ever more coarsely.
    int most = Math.min(limit, afterMillis.length);
    for (long spacing = 1_000; size >= most; spacing *= 2) {
      thin(Math.max(THIN_SPACING_MILLIS, spacing), spacing);
    }
  }

  private void thin(long oldSpacing, long denseSpacing) {
    long newest = atMillis(size - 1);
    long lastKept = Long.MIN_VALUE / 2;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long at = atMillis(i);
      long age = newest - at;
      long spacing = age > DENSE_MILLIS ? oldSpacing : denseSpacing;
      boolean keep = age <= KEPT_MILLIS && at - lastKept >= spacing;
      if (keep || i == size - 1) {
        lastKept = at;
        if (kept != i) {
          copy(this, i, kept);
        }
        kept++;
      }
    }
    size = kept;
  }

  private void copy(History source, int from, int to) {
    afterMillis[to] = source.afterMillis[from];
    latitude[to] = source.latitude[from];
    longitude[to] = source.longitude[from];
    speedKnots[to] = source.speedKnots[from];
    courseDegrees[to] = source.courseDegrees[from];
    altitudeFeet[to] = source.altitudeFeet[from];
    sigmaMetres[to] = source.sigmaMetres[from];
    feed[to] = source.feed[from];
    lineNumber[to] = source.lineNumber[from];
    contact[to] = source.contact[from];
  }

  private void grow(int capacity) {
    afterMillis = Arrays.copyOf(afterMillis, capacity);
    latitude = Arrays.copyOf(latitude, capacity);
    longitude = Arrays.copyOf(longitude, capacity);
    speedKnots = Arrays.copyOf(speedKnots, capacity);
    courseDegrees = Arrays.copyOf(courseDegrees, capacity);
    altitudeFeet = Arrays.copyOf(altitudeFeet, capacity);
    sigmaMetres = Arrays.copyOf(sigmaMetres, capacity);
    feed = Arrays.copyOf(feed, capacity);
    lineNumber = Arrays.copyOf(lineNumber, capacity);
    contact = Arrays.copyOf(contact, capacity);
  }

  private static int steps(double degrees) {
    return (int) Math.round(degrees * STEPS_PER_DEGREE);
  }
}
