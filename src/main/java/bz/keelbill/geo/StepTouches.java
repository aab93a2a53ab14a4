package bz.keelbill.geo;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/** Collects where one straight step touches edges; degrees, longitude as x. One thread. */
final class StepTouches {
  private final double ax;
  private final double ay;
  private final double bx;
  private final double by;
  private final boolean all;
  private double[] shares = {};
  private int hits;

  /** With {@code all}, finds every touch and its place; without, stops at the first. */
  StepTouches(double ax, double ay, double bx, double by, boolean all) {
    this.ax = ax;
    this.ay = ay;
    this.bx = bx;
    this.by = by;
    this.all = all;
  }

  boolean any() {
    return hits > 0;
  }

  /** How far along the step the touches are, each 0 to 1, rising. */
  double[] shares() {
    double[] sorted = Arrays.copyOf(shares, hits);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Whether nothing within a box can matter any more. */
  boolean misses(double minX, double minY, double maxX, double maxY) {
    return (!all && hits > 0)
        || Math.max(ax, bx) < minX
        || Math.min(ax, bx) > maxX
        || Math.max(ay, by) < minY
        || Math.min(ay, by) > maxY;
  }

  /** Takes one edge. */
  void test(double x1, double y1, double x2, double y2) {
    if (misses(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
        || sides(ax, ay, bx, by, x1, y1, x2, y2) > 0
        || sides(x1, y1, x2, y2, ax, ay, bx, by) > 0) {
      return;
    }
    if (all) {
      locate(x1, y1, x2, y2);
    } else {
      hits++;
    }
  }

  /** Positive if both ends of the second edge lie on one side of the first; exact. */
  private static int sides(
      double x1, double y1, double x2, double y2, double cx, double cy, double dx, double dy) {
    return CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, cx, cy)
        * CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, dx, dy);
  }

  private void locate(double x1, double y1, double x2, double y2) {
    double ex = x2 - x1;
    double ey = y2 - y1;
    double cross = (bx - ax) * ey - (by - ay) * ex;
    if (cross != 0) {
      add(((x1 - ax) * ey - (y1 - ay) * ex) / cross);
    } else {
      add(shareOf(x1, y1));
      add(shareOf(x2, y2));
    }
  }

  /** For a step that runs along the edge itself. */
  private double shareOf(double x, double y) {
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    return square == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
  }

  private void add(double share) {
    if (hits == shares.length) {
      shares = Arrays.copyOf(shares, Math.max(4, 2 * hits));
    }
    shares[hits++] = Math.min(1, Math.max(0, share));
  }
}
