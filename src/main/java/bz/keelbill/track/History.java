package bz.keelbill.track;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The remembered positions of one track in order of event time: dense for a quarter of an hour, one
 * a minute for six hours, bounded.
 *
 * <p>Rows of small numbers instead of objects, and fewer positions for each track when there are
 * many: a hundred thousand tracks fit in a gigabyte. What belongs to one position lies side by
 * side, for memory is slow and whoever asks for one number asks for the next. A place is kept to a
 * centimetre. Index 0 is the oldest.
 */
public final class History {
  static final long DENSE_MILLIS = 15 * 60_000L;
  static final long KEPT_MILLIS = 6 * 3_600_000L;

  /** As many positions as one track may have. */
  static final int MAX_CAPACITY = 1024;

  private static final long THIN_SPACING_MILLIS = 60_000;
  private static final int FIRST_CAPACITY = 4;
  private static final double STEPS_PER_DEGREE = 1e7;

  // What a row is made of; floats by their bits.
  private static final int WIDTH = 8;
  private static final int AFTER_MILLIS = 0;
  private static final int LATITUDE = 1;
  private static final int LONGITUDE = 2;
  private static final int SPEED_KNOTS = 3;
  private static final int COURSE_DEGREES = 4;
  private static final int ALTITUDE_FEET = 5;
  private static final int SIGMA_METRES = 6;
  private static final int LINE_NUMBER = 7;

  private long firstMillis;
  private int[] rows = new int[FIRST_CAPACITY * WIDTH];
  private String[] feed = new String[FIRST_CAPACITY];
  private byte[] contact = new byte[FIRST_CAPACITY];
  private int size;

  /** How many positions are remembered. */
  public int size() {
    return size;
  }

  /** Event time of a position, Unix milliseconds. */
  public long atMillis(int index) {
    return firstMillis + rows[index * WIDTH + AFTER_MILLIS];
  }

  /** Degrees north. */
  public double latitude(int index) {
    return rows[index * WIDTH + LATITUDE] / STEPS_PER_DEGREE;
  }

  /** Degrees east. */
  public double longitude(int index) {
    return rows[index * WIDTH + LONGITUDE] / STEPS_PER_DEGREE;
  }

  /** The position as an object. */
  public Position position(int index) {
    return new Position(latitude(index), longitude(index));
  }

  /** Speed as the sensor gave it, knots; NaN unknown. */
  public double speedKnots(int index) {
    return number(index, SPEED_KNOTS);
  }

  /** Course as the sensor gave it, degrees true; NaN unknown. */
  public double courseDegrees(int index) {
    return number(index, COURSE_DEGREES);
  }

  /** Altitude, feet; NaN unknown. */
  public double altitudeFeet(int index) {
    return number(index, ALTITUDE_FEET);
  }

  /** Standard deviation of the position, metres. */
  public double sigmaMetres(int index) {
    return number(index, SIGMA_METRES);
  }

  private float number(int index, int column) {
    return Float.intBitsToFloat(rows[index * WIDTH + column]);
  }

  /** The raw line behind a position, as {@code feed#number}. */
  public String line(int index) {
    return feed[index] + "#" + Integer.toUnsignedString(rows[index * WIDTH + LINE_NUMBER]);
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
    int row = index * WIDTH;
    rows[row + LATITUDE] = steps(fix.position().latitude());
    rows[row + LONGITUDE] = steps(fix.position().longitude());
    rows[row + SPEED_KNOTS] = bits(fix.motion().speedKnots());
    rows[row + COURSE_DEGREES] = bits(fix.motion().courseDegrees());
    rows[row + ALTITUDE_FEET] = bits(feet);
    rows[row + SIGMA_METRES] = bits(fix.state().accuracy().worstMetres());
    rows[row + LINE_NUMBER] = (int) fix.origin().lineNumber();
    feed[index] = fix.origin().feed();
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
        int after = rows[index * WIDTH + AFTER_MILLIS];
        copy(other, i, index);
        rows[index * WIDTH + AFTER_MILLIS] = after;
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
    if (size >= Math.min(limit, feed.length)) {
      makeRoom(limit);
    }
    int index = size;
    while (index > 0 && rows[(index - 1) * WIDTH + AFTER_MILLIS] > after) {
      index--;
    }
    shiftUp(index);
    size++;
    rows[index * WIDTH + AFTER_MILLIS] = (int) after;
    return index;
  }

  private void shiftUp(int index) {
    int count = size - index;
    if (count > 0) {
      System.arraycopy(rows, index * WIDTH, rows, (index + 1) * WIDTH, count * WIDTH);
      System.arraycopy(feed, index, feed, index + 1, count);
      System.arraycopy(contact, index, contact, index + 1, count);
    }
  }

  private void makeRoom(int limit) {
    thin(THIN_SPACING_MILLIS, 0);
    int capacity = feed.length;
    if (size > Math.min(capacity, limit) * 3 / 4 && capacity < limit) {
      grow(Math.min(limit, capacity * 2));
    }
    // A flood of positions at full capacity: thin the dense part too, ever more coarsely.
    int most = Math.min(limit, feed.length);
    for (long spacing = 1_000; size >= most; spacing *= 2) {
      thin(Math.max(THIN_SPACING_MILLIS, spacing), spacing);
    }
  }

  private void thin(long oldSpacing, long denseSpacing) {
    long newest = atMillis(size - 1);
    long lastKept = Long.MIN_VALUE / 2;
    int kept = 0;
    // What is dense and stays so moves as one.
    int whole = denseSpacing > 0 ? size : firstAtOrAfter(newest - DENSE_MILLIS);
    for (int i = 0; i < whole; i++) {
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
    size = kept + moveDown(whole, kept);
  }

  /** All from one index on to another; says how many. */
  private int moveDown(int from, int to) {
    int count = size - from;
    if (from != to) {
      System.arraycopy(rows, from * WIDTH, rows, to * WIDTH, count * WIDTH);
      System.arraycopy(feed, from, feed, to, count);
      System.arraycopy(contact, from, contact, to, count);
    }
    return count;
  }

  private void copy(History source, int from, int to) {
    System.arraycopy(source.rows, from * WIDTH, rows, to * WIDTH, WIDTH);
    feed[to] = source.feed[from];
    contact[to] = source.contact[from];
  }

  private void grow(int capacity) {
    rows = Arrays.copyOf(rows, capacity * WIDTH);
    feed = Arrays.copyOf(feed, capacity);
    contact = Arrays.copyOf(contact, capacity);
  }

  private static int bits(double number) {
    return Float.floatToIntBits((float) number);
  }

  private static int steps(double degrees) {
    return (int) Math.round(degrees * STEPS_PER_DEGREE);
  }
}
