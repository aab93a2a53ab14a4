package bz.keelbill.geo;

import java.util.Arrays;

/**
 * How far the cells of a chart are from a place by water: around headlands and cayes, never over
 * land that is wider than a cell.
 *
 * <p>Ways lead from cell to cell in sixteen directions; what such a way is longer than the straight
 * one, at most {@value #DETOUR}, is taken off, so that no distance is told too long. One thread.
 */
final class SeaWays {
  /** So many cells at each edge of a chart are never got to. */
  static final int MARGIN = 2;

  /** The longest that a way in sixteen directions is against the straight one. */
  private static final double DETOUR = 1.0275;

  private static final int UNITS_PER_METRE = 10;
  private static final int FAR = Integer.MAX_VALUE;
  private static final int CLOSED = -1;
  private static final int[] ACROSS = {1, -1, 0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 1, 1, -1, -1};
  private static final int[] UP = {0, 0, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 2, -2, 2, -2};
  private static final int MOVES = ACROSS.length;
  private static final int STRAIGHT_MOVES = 4;

  private final SeaGrid grid;
  private final int side;
  private final int[] lengths;
  private final int[] steps = new int[MOVES];
  private final int[] oneBetween = new int[MOVES];
  private final int[] otherBetween = new int[MOVES];

  /** By cell: the length of the way there, or {@link #FAR}, or {@link #CLOSED}. */
  private final int[] units;

  private final int[][] waiting = new int[8][256];
  private final int[] waitingCount = new int[waiting.length];
  private final int turn;

  private SeaWays(SeaGrid grid) {
    this.grid = grid;
    this.side = grid.side();
    this.lengths = lengths(grid);
    this.units = new int[side * side];
    // The shortest move: two cells that wait in one turn are never nearer through each other.
    this.turn = Math.max(1, Arrays.stream(lengths).min().orElse(1));
    for (int cell = 0; cell < units.length; cell++) {
      units[cell] = grid.isLand(cell) || isAtEdge(cell) ? CLOSED : FAR;
    }
    for (int move = 0; move < MOVES; move++) {
      setMove(move);
    }
  }

  private boolean isAtEdge(int cell) {
    int column = cell % side;
    int row = cell / side;
    return Math.min(column, row) < MARGIN || Math.max(column, row) >= side - MARGIN;
  }

  /** Where a move leads, and the two cells of which one must be water where it leads between. */
  private void setMove(int move) {
    int across = ACROSS[move];
    int up = UP[move];
    steps[move] = across + up * side;
    boolean isDiagonal = Math.abs(across) == Math.abs(up);
    int diagonal = Integer.signum(across) + Integer.signum(up) * side;
    oneBetween[move] = isDiagonal ? across : across / 2 + up / 2 * side;
    otherBetween[move] = isDiagonal ? up * side : diagonal;
  }

  /** The length of each move from each row, which is not the same in the north and in the south. */
  private static int[] lengths(SeaGrid grid) {
    int[] lengths = new int[grid.side() * MOVES];
    for (int row = 0; row < grid.side(); row++) {
      double east = grid.eastMetres(row) * UNITS_PER_METRE;
      double north = grid.northMetres(row) * UNITS_PER_METRE;
      for (int move = 0; move < MOVES; move++) {
        double x = ACROSS[move] * east;
        double y = UP[move] * north;
        lengths[row * MOVES + move] = (int) Math.sqrt(x * x + y * y);
      }
    }
    return lengths;
  }

  /**
   * The cells that can be got to.
   *
   * @param errorMetres how far from the middle of the chart a way may begin
   * @param metres how long it may be
   * @return by cell
   */
  static boolean[] within(SeaGrid grid, double errorMetres, double metres) {
    SeaWays ways = new SeaWays(grid);
    ways.begin(errorMetres + grid.cellMetres());
    ways.spread((int) Math.min(FAR / 2.0, metres * DETOUR * UNITS_PER_METRE));
    boolean[] reached = new boolean[ways.units.length];
    for (int cell = 0; cell < reached.length; cell++) {
      reached[cell] = ways.units[cell] != FAR && ways.units[cell] != CLOSED;
    }
    return reached;
  }

  private void begin(double metres) {
    int middle = grid.half();
    int cells = (int) Math.min(middle, Math.ceil(metres / grid.cellMetres()));
    for (int row = middle - cells; row <= middle + cells; row++) {
      double north = (row - middle) * grid.northMetres(row);
      double east = grid.eastMetres(row);
      for (int column = middle - cells; column <= middle + cells; column++) {
        int cell = row * side + column;
        boolean isNear = Math.hypot((column - middle) * east, north) <= metres;
        if (isNear && units[cell] != CLOSED) {
          units[cell] = 0;
          wait(cell, 0);
        }
      }
    }
  }

  private void wait(int cell, int at) {
    int bucket = at / turn % waiting.length;
    if (waitingCount[bucket] == waiting[bucket].length) {
      waiting[bucket] = Arrays.copyOf(waiting[bucket], 2 * waiting[bucket].length);
    }
    waiting[bucket][waitingCount[bucket]++] = cell;
  }

  private void spread(int limit) {
    int idle = 0;
    for (int now = 0; idle < waiting.length && now <= limit; now += turn) {
      int bucket = now / turn % waiting.length;
      idle = waitingCount[bucket] == 0 ? idle + 1 : 0;
      while (waitingCount[bucket] > 0) {
        int cell = waiting[bucket][--waitingCount[bucket]];
        // One that was found nearer since has had its turn.
        if (units[cell] >= now) {
          spreadFrom(cell, limit);
        }
      }
    }
  }

  private void spreadFrom(int cell, int limit) {
    int row = cell / side * MOVES;
    for (int move = 0; move < MOVES; move++) {
      int to = cell + steps[move];
      int at = units[cell] + lengths[row + move];
      if (at < units[to] && at <= limit && (move < STRAIGHT_MOVES || isOpen(cell, move))) {
        units[to] = at;
        wait(to, at);
      }
    }
  }

  private boolean isOpen(int cell, int move) {
    return units[cell + oneBetween[move]] != CLOSED || units[cell + otherBetween[move]] != CLOSED;
  }
}
