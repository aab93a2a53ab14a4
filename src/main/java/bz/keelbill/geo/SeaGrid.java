package bz.keelbill.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * The sea around a place in cells: which of them are land from edge to edge. A cell that any shore
 * runs through counts as sea, so that no channel is too narrow.
 *
 * <p>Columns count from the west, rows from the south; the middle cell has the place in its middle.
 * Cells are squares at the latitude of the place. Immutable once made.
 */
final class SeaGrid {
  private final Position middle;
  private final int half;
  private final int side;
  private final double cellMetres;
  private final double stepLongitude;
  private final double stepLatitude;
  private final double west;
  private final double south;
  private final boolean[] land;

  /**
   * Charts the sea.
   *
   * @param cellMetres width and height of a cell at the latitude of the middle
   * @param half how many cells there are from the middle one to each side
   */
  SeaGrid(Coast coast, Position middle, double cellMetres, int half) {
    this.middle = middle;
    this.half = half;
    this.side = 2 * half + 1;
    this.cellMetres = cellMetres;
    stepLongitude = cellMetres / Geodesy.metresPerDegreeLongitude(middle.latitude());
    stepLatitude = cellMetres / Geodesy.metresPerDegreeLatitude(middle.latitude());
    west = middle.longitude() - (half + 0.5) * stepLongitude;
    south = middle.latitude() - (half + 0.5) * stepLatitude;
    land = charted(coast);
  }

  /** Land in the middle of a cell, by how often a line from the west meets shores, and no shore. */
  private boolean[] charted(Coast coast) {
    boolean[] turns = new boolean[side * (side + 1)];
    boolean[] shore = new boolean[side * side];
    double north = south + side * stepLatitude;
    double east = west + side * stepLongitude;
    // Shores far in the west count: whether the first column is land hangs on them.
    Envelope band = new Envelope(-180, east, south, north);
    coast
        .land()
        .visitEdges(
            band,
            (x1, y1, x2, y2) -> {
              double column1 = (x1 - west) / stepLongitude;
              double row1 = (y1 - south) / stepLatitude;
              double column2 = (x2 - west) / stepLongitude;
              double row2 = (y2 - south) / stepLatitude;
              turn(turns, column1, row1, column2, row2);
              draw(shore, column1, row1, column2, row2);
            });
    boolean[] all = new boolean[side * side];
    for (int row = 0; row < side; row++) {
      boolean inside = false;
      for (int column = 0; column < side; column++) {
        inside ^= turns[row * (side + 1) + column];
        all[row * side + column] = inside && !shore[row * side + column];
      }
    }
    return all;
  }

  /** Notes, for each row whose middle an edge crosses, the first column with its middle beyond. */
  private void turn(boolean[] turns, double x1, double y1, double x2, double y2) {
    int from = Math.max(0, (int) Math.ceil(Math.min(y1, y2) - 0.5));
    int to = Math.min(side - 1, (int) Math.ceil(Math.max(y1, y2) - 0.5) - 1);
    for (int row = from; row <= to; row++) {
      double x = x1 + (row + 0.5 - y1) / (y2 - y1) * (x2 - x1);
      int column = (int) Math.max(0, Math.min(side, Math.ceil(x - 0.5)));
      turns[row * (side + 1) + column] ^= true;
    }
  }

  /** Marks every cell that an edge touches. */
  private void draw(boolean[] shore, double x1, double y1, double x2, double y2) {
    double low = Math.min(y1, y2);
    double high = Math.max(y1, y2);
    int to = Math.min(side - 1, (int) Math.floor(high));
    for (int row = Math.max(0, (int) Math.floor(low)); row <= to; row++) {
      double one = across(x1, y1, x2, y2, Math.max(low, row));
      double other = across(x1, y1, x2, y2, Math.min(high, row + 1));
      if (high - low < 1e-12) {
        one = x1;
        other = x2;
      }
      int last = Math.min(side - 1, (int) Math.floor(Math.max(one, other)));
      for (int column = Math.max(0, (int) Math.floor(Math.min(one, other)));
          column <= last;
          column++) {
        shore[row * side + column] = true;
      }
    }
  }

  private static double across(double x1, double y1, double x2, double y2, double y) {
    return y2 == y1 ? x1 : x1 + (y - y1) / (y2 - y1) * (x2 - x1);
  }

  /** The place in the middle of the middle cell. */
  Position middle() {
    return middle;
  }

  /** How many cells there are from the middle one to each side. */
  int half() {
    return half;
  }

  /** How many cells there are in a row, and in a column. */
  int side() {
    return side;
  }

  /** Width and height of a cell at the latitude of the middle. */
  double cellMetres() {
    return cellMetres;
  }

  /** Whether a cell is land from edge to edge. */
  boolean isLand(int cell) {
    return land[cell];
  }

  /** Longitude of the western edge of a column, degrees. */
  double longitude(double column) {
    return west + column * stepLongitude;
  }

  /** Latitude of the southern edge of a row, degrees. */
  double latitude(double row) {
    return south + row * stepLatitude;
  }

  /** Metres across a cell of a row. */
  double eastMetres(int row) {
    return stepLongitude * Geodesy.metresPerDegreeLongitude(latitude(row + 0.5));
  }

  /** Metres up a cell of a row. */
  double northMetres(int row) {
    return stepLatitude * Geodesy.metresPerDegreeLatitude(latitude(row + 0.5));
  }
}
