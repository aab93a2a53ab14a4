package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of cells of a chart, along their edges, in degrees.
 *
 * <p>Cells that touch in a corner alone are joined by a third one, so that no outline touches
 * itself. Holes that are nothing but land are filled: land is taken off exactly afterwards.
 */
final class Outline {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** East, north, west, south; the inside lies on the left. */
  private static final int[] ACROSS = {1, 0, -1, 0};

  private static final int[] UP = {0, 1, 0, -1};

  /** The cell ahead on the left of a corner, by heading, counted from the corner's own cell. */
  private static final int[][] AHEAD_LEFT = {{0, 0}, {-1, 0}, {-1, -1}, {0, -1}};

  private final SeaGrid grid;
  private final int side;
  private final boolean[] inside;
  private final boolean[] walked;
  private final List<LinearRing> shells = new ArrayList<>();
  private final List<List<LinearRing>> holes = new ArrayList<>();
  private final List<LinearRing> loose = new ArrayList<>();

  private Outline(SeaGrid grid, boolean[] inside) {
    this.grid = grid;
    this.side = grid.side();
    this.inside = inside;
    this.walked = new boolean[side * side];
  }

  /**
   * Draws the outline.
   *
   * @param inside by cell; more cells may be inside afterwards
   * @return valid; empty if no cell is inside
   */
  static Geometry of(SeaGrid grid, boolean[] inside) {
    Outline outline = new Outline(grid, inside);
    outline.fillLand();
    while (outline.fillCorners()) {
      // One that is filled may make another.
    }
    outline.walkAll();
    return outline.shape();
  }

  /** Fills outside land from which no outside water and no edge of the chart can be got to. */
  private void fillLand() {
    boolean[] open = new boolean[side * side];
    int[] waiting = new int[side * side];
    int count = 0;
    for (int cell = 0; cell < open.length; cell++) {
      boolean atEdge =
          cell < side || cell >= side * (side - 1) || cell % side == 0 || cell % side == side - 1;
      if (!inside[cell] && (atEdge || !grid.isLand(cell))) {
        open[cell] = true;
        waiting[count++] = cell;
      }
    }
    while (count > 0) {
      int cell = waiting[--count];
      for (int heading = 0; heading < 4; heading++) {
        int column = cell % side + ACROSS[heading];
        int row = cell / side + UP[heading];
        int next = row * side + column;
        if (isOnChart(column, row) && !inside[next] && !open[next]) {
          open[next] = true;
          waiting[count++] = next;
        }
      }
    }
    for (int cell = 0; cell < open.length; cell++) {
      inside[cell] = !open[cell];
    }
  }

  private boolean fillCorners() {
    boolean filled = false;
    for (int row = 1; row < side; row++) {
      for (int column = 1; column < side; column++) {
        int here = row * side + column;
        boolean touches =
            inside[here] == inside[here - side - 1]
                && inside[here - 1] == inside[here - side]
                && inside[here] != inside[here - 1];
        if (touches) {
          inside[inside[here] ? here - 1 : here] = true;
          filled = true;
        }
      }
    }
    return filled;
  }

  private boolean isOnChart(int column, int row) {
    return column >= 0 && column < side && row >= 0 && row < side;
  }

  private boolean isInside(int column, int row) {
    return isOnChart(column, row) && inside[row * side + column];
  }

  /** Every ring has a southern edge of an inside cell, walked eastwards. */
  private void walkAll() {
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        boolean isEdge = isInside(column, row) && !isInside(column, row - 1);
        if (isEdge && !walked[row * side + column]) {
          walk(column, row);
        }
      }
    }
  }

  private void walk(int startColumn, int startRow) {
    List<Coordinate> corners = new ArrayList<>();
    int x = startColumn;
    int y = startRow;
    int heading = 0;
    long turns = 0;
    do {
      if (heading == 0) {
        walked[y * side + x] = true;
      }
      x += ACROSS[heading];
      y += UP[heading];
      int turn = turn(x, y, heading);
      if (turn != 0) {
        corners.add(new Coordinate(grid.longitude(x), grid.latitude(y)));
      }
      turns += turn;
      heading = Math.floorMod(heading + turn, 4);
    } while (x != startColumn || y != startRow || heading != 0);
    corners.add(corners.get(0));
    LinearRing ring = SHAPES.createLinearRing(corners.toArray(new Coordinate[0]));
    // Once around to the left is an outline, to the right a hole in one.
    if (turns > 0) {
      shells.add(ring);
      holes.add(new ArrayList<>());
    } else {
      loose.add(ring);
    }
  }

  /** 1 to the left, -1 to the right, 0 straight on. */
  private int turn(int x, int y, int heading) {
    int[] left = AHEAD_LEFT[heading];
    int[] right = AHEAD_LEFT[Math.floorMod(heading - 1, 4)];
    if (!isInside(x + left[0], y + left[1])) {
      return 1;
    }
    return isInside(x + right[0], y + right[1]) ? -1 : 0;
  }

  private Geometry shape() {
    loose.forEach(hole -> holes.get(shellOf(hole)).add(hole));
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = SHAPES.createPolygon(shells.get(i), holes.get(i).toArray(new LinearRing[0]));
    }
    return SHAPES.createMultiPolygon(polygons);
  }

  /** The innermost outline around a hole. */
  private int shellOf(LinearRing hole) {
    int found = 0;
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      boolean isAround =
          shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())
              && PointLocation.isInRing(hole.getCoordinateN(0), shell.getCoordinates());
      boolean isInner =
          !PointLocation.isInRing(hole.getCoordinateN(0), shells.get(found).getCoordinates())
              || shells.get(found).getEnvelopeInternal().contains(shell.getEnvelopeInternal());
      if (isAround && isInner) {
        found = i;
      }
    }
    return found;
  }
}
