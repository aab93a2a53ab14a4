package bz.keelbill.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * An area cut into cells, so that most points need no look at an edge: a cell that no edge touches
 * lies wholly inside or wholly outside. Immutable.
 */
final class AreaCells {
  private static final int MOST_CELLS_ACROSS = 512;
  private static final int MOST_LOOKED_AT = 64;

  /** Cells, more than any error of a division: a point so near an edge is in a touched cell. */
  private static final double MARGIN = 1e-6;

  private static final byte OUTSIDE = 0;
  private static final byte INSIDE = 1;
  private static final byte TOUCHED = 2;

  private final int across;
  private final double minX;
  private final double minY;
  private final double perX;
  private final double perY;
  private final byte[] sides;

  private AreaCells(Envelope bounds, int across) {
    this.across = across;
    this.minX = bounds.getMinX();
    this.minY = bounds.getMinY();
    this.perX = across / Math.max(bounds.getWidth(), Double.MIN_NORMAL);
    this.perY = across / Math.max(bounds.getHeight(), Double.MIN_NORMAL);
    this.sides = new byte[across * across];
  }

  /**
   * Cuts an area: the more edges, the finer.
   *
   * @param rings all of its rings, longitude as x
   * @param edges the same as a tree
   */
  static AreaCells of(Envelope bounds, List<Coordinate[]> rings, EdgeTree edges) {
    int corners = rings.stream().mapToInt(ring -> ring.length).sum();
    int across = (int) Math.min(MOST_CELLS_ACROSS, Math.ceil(4 * Math.sqrt(corners)));
    AreaCells cells = new AreaCells(bounds, across);
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        cells.touch(ring[i - 1], ring[i]);
      }
    }
    cells.tellSides(edges);
    return cells;
  }

  private void touch(Coordinate from, Coordinate to) {
    double x1 = (from.x - minX) * perX;
    double y1 = (from.y - minY) * perY;
    double x2 = (to.x - minX) * perX;
    double y2 = (to.y - minY) * perY;
    double slope = y1 == y2 ? 0 : (x2 - x1) / (y2 - y1);
    double low = Math.min(y1, y2) - MARGIN;
    double high = Math.max(y1, y2) + MARGIN;
    for (int row = cell(low); row <= cell(high); row++) {
      double xLow = y1 == y2 ? x1 : x1 + slope * (within(row, y1, y2) - y1);
      double xHigh = y1 == y2 ? x2 : x1 + slope * (within(row + 1, y1, y2) - y1);
      int last = cell(Math.max(xLow, xHigh) + MARGIN);
      for (int column = cell(Math.min(xLow, xHigh) - MARGIN); column <= last; column++) {
        sides[row * across + column] = TOUCHED;
      }
    }
  }

  private static double within(double value, double one, double other) {
    return Math.max(Math.min(one, other), Math.min(Math.max(one, other), value));
  }

  private int cell(double value) {
    return (int) Math.max(0, Math.min(across - 1, Math.floor(value)));
  }

  /** Between two touched cells of a row all are on one side. */
  private void tellSides(EdgeTree edges) {
    for (int row = 0; row < across; row++) {
      byte side = TOUCHED;
      for (int column = 0; column < across; column++) {
        int at = row * across + column;
        if (sides[at] == TOUCHED) {
          side = TOUCHED;
          continue;
        }
        if (side == TOUCHED) {
          double x = minX + (column + 0.5) / perX;
          double y = minY + (row + 0.5) / perY;
          side = edges.holds(x, y) ? INSIDE : OUTSIDE;
        }
        sides[at] = side;
      }
    }
  }

  /** Whether a point within the bounds may have an edge near it: then its cell tells nothing. */
  boolean areTouched(double x, double y) {
    return side(x, y) == TOUCHED;
  }

  /** Whether the cell of a point lies wholly inside; only of a cell that is not touched. */
  boolean areInside(double x, double y) {
    return side(x, y) == INSIDE;
  }

  /** Whether no edge comes into a box, where a look at some cells tells; false proves nothing. */
  boolean areClear(double x, double y, double reachX, double reachY) {
    int left = cell((x - reachX - minX) * perX - MARGIN);
    int right = cell((x + reachX - minX) * perX + MARGIN);
    int bottom = cell((y - reachY - minY) * perY - MARGIN);
    int top = cell((y + reachY - minY) * perY + MARGIN);
    boolean isClear = (right - left + 1) * (top - bottom + 1) <= MOST_LOOKED_AT;
    for (int row = bottom; isClear && row <= top; row++) {
      for (int column = left; isClear && column <= right; column++) {
        isClear = sides[row * across + column] != TOUCHED;
      }
    }
    return isClear;
  }

  private byte side(double x, double y) {
    return sides[cell((y - minY) * perY) * across + cell((x - minX) * perX)];
  }
}
