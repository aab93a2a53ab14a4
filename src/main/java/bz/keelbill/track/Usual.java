package bz.keelbill.track;

import bz.keelbill.geo.Position;

/** What is usual on the water, to be asked of a place. Belongs to the thread of its Watch. */
public interface Usual {
  /**
   * How a speed compares with those of others at a place and time of day.
   *
   * @param slower the share of passages that were slower, 0 to 1
   * @param passages with how many it was compared
   */
  record Comparison(double slower, int passages) {}

  /** Whether some craft lie here by day or set out from here, within about half a mile. */
  boolean isBerth(Position at);

  /** How many cells within about 3 nm fast craft have entered by day, each as often as they did. */
  double fastByDayAround(Position at);

  /**
   * Whether many pass here along this course or against it, within about half a mile and 30
   * degrees.
   */
  boolean isCorridor(Position at, double courseDegrees);

  /** Whether somebody has passed here against this course, within about half a mile. */
  boolean wasPassedAgainst(Position at, double courseDegrees);

  /** How a speed compares with what passes here by day or by night; null if too few are known. */
  Comparison compare(Position at, double speedKnots, long atMillis);
}
