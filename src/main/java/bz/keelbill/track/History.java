package bz.keelbill.track;

import bz.keelbill.geo.Position;
import bz.keelbill.report.Fix;
import java.util.Arrays;

/**
 * The remembered positions of one track in order of event time: dense for a quarter of an hour, one
 * a minute for six hours, bounded.
 *
 * <p>Columns instead of objects: a hundred thousand tracks fit in a gigabyte. Index 0 is the
 * oldest.
 */
public final class History {
  static final long DENSE_MILLIS = 15 * 60_000L;
  static final long KEPT_MILLIS = 6 * 3_600_000L;
  private static final long THIN_SPACING_MILLIS = 60_000;
  private static final int FIRST_CAPACITY = 8;
  private static final int MAX_CAPACITY = 1024;

  private long[] atMillis = new long[FIRST_CAPACITY];
  private double[] latitude = new double[FIRST_CAPACITY];
  private double[] longitude = new double[FIRST_CAPACITY];
  private float[] speedKnots = new float[FIRST_CAPACITY];
  private float[] courseDegrees = new float[FIRST_CAPACITY];
  private float[] altitudeFeet = new float[FIRST_CAPACITY];
  private float[] sigmaMetres = new float[FIRST_CAPACITY];
  private String[] feed = new String[FIRST_CAPACITY];
  private int[] lineNumber = new int[FIRST_CAPACITY];
  private int size;

  /** How many positions are remembered. */
  public int size() {
    return size;
  }

  /** Event time of a position, Unix milliseconds. */
  public long atMillis(int index) {
    return atMillis[index];
  }

  /** Degrees north. */
  public double latitude(int index) {
    return latitude[index];
  }

  /** Degrees east. */
  public double longitude(int index) {
    return longitude[index];
  }

  /** The position as an object. */
  public Position position(int index) {
    return new Position(latitude[index], longitude[index]);
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

  /** The first index at or after a time; {@code size()} if there is none. */
  public int firstAtOrAfter(long millis) {
    int found = Arrays.binarySearch(atMillis, 0, size, millis);
    int index = found >= 0 ? found : -found - 1;
    while (index > 0 && atMillis[index - 1] == millis) {
      index--;
    }
    return index;
  }

  /** Puts the position of a fix in its place by event time, with the altitude known for it. */
  void add(Fix fix, double feet) {
    int index = placeFor(fix.atMillis());
    atMillis[index] = fix.atMillis();
    latitude[index] = fix.position().latitude();
    longitude[index] = fix.position().longitude();
    speedKnots[index] = (float) fix.motion().speedKnots();
    courseDegrees[index] = (float) fix.motion().courseDegrees();
    altitudeFeet[index] = (float) feet;
    sigmaMetres[index] = (float) fix.state().accuracy().worstMetres();
    feed[index] = fix.origin().feed();
    lineNumber[index] = (int) fix.origin().lineNumber();
  }

  /** Takes over the positions of another track's history. */
  void addAll(History other) {
    for (int i = 0; i < other.size; i++) {
      int index = placeFor(other.atMillis[i]);
      copy(other, i, index);
    }
  }

  private int placeFor(long at) {
    if (size == atMillis.length) {
      makeRoom();
    }
    int index = size;
    while (index > 0 && atMillis[index - 1] > at) {
      index--;
    }
    shiftUp(index);
    size++;
    return index;
  }

  private void shiftUp(int index) {
    int count = size - index;
    if (count > 0) {
      System.arraycopy(atMillis, index, atMillis, index + 1, count);
      System.arraycopy(latitude, index, latitude, index + 1, count);
      System.arraycopy(longitude, index, longitude, index + 1, count);
      System.arraycopy(speedKnots, index, speedKnots, index + 1, count);
      System.arraycopy(courseDegrees, index, courseDegrees, index + 1, count);
      System.arraycopy(altitudeFeet, index, altitudeFeet, index + 1, count);
      System.arraycopy(sigmaMetres, index, sigmaMetres, index + 1, count);
      System.arraycopy(feed, index, feed, index + 1, count);
      System.arraycopy(lineNumber, index, lineNumber, index + 1, count);
    }
  }

  private void makeRoom() {
    thin(THIN_SPACING_MILLIS, 0);
    if (size > atMillis.length * 3 / 4 && atMillis.length < MAX_CAPACITY) {
      grow(atMillis.length * 2);
    }
    // A flood of positions at full capacity: thin the dense part too, ever more coarsely.
    for (long spacing = 1_000; size == atMillis.length; spacing *= 2) {
      thin(THIN_SPACING_MILLIS, spacing);
    }
  }

  private void thin(long oldSpacing, long denseSpacing) {
    long newest = atMillis[size - 1];
    long lastKept = Long.MIN_VALUE / 2;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long age = newest - atMillis[i];
      long spacing = age > DENSE_MILLIS ? oldSpacing : denseSpacing;
      boolean keep = age <= KEPT_MILLIS && atMillis[i] - lastKept >= spacing;
      if (keep || i == size - 1) {
        lastKept = atMillis[i];
        copy(this, i, kept++);
      }
    }
    size = kept;
  }

  private void copy(History source, int from, int to) {
    atMillis[to] = source.atMillis[from];
    latitude[to] = source.latitude[from];
    longitude[to] = source.longitude[from];
    speedKnots[to] = source.speedKnots[from];
    courseDegrees[to] = source.courseDegrees[from];
    altitudeFeet[to] = source.altitudeFeet[from];
    sigmaMetres[to] = source.sigmaMetres[from];
    feed[to] = source.feed[from];
    lineNumber[to] = source.lineNumber[from];
  }

  private void grow(int capacity) {
    atMillis = Arrays.copyOf(atMillis, capacity);
    latitude = Arrays.copyOf(latitude, capacity);
    longitude = Arrays.copyOf(longitude, capacity);
    speedKnots = Arrays.copyOf(speedKnots, capacity);
    courseDegrees = Arrays.copyOf(courseDegrees, capacity);
    altitudeFeet = Arrays.copyOf(altitudeFeet, capacity);
    sigmaMetres = Arrays.copyOf(sigmaMetres, capacity);
    feed = Arrays.copyOf(feed, capacity);
    lineNumber = Arrays.copyOf(lineNumber, capacity);
  }
}
