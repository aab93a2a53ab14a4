package bz.keelbill.sim;

import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Where boats can go, and the way from one place to another: shortest paths over a grid of water
 * cells that keep clear of land and of some waters, pulled straight. Cells are looked at when a
 * search first reaches them; one thread.
 */
final class Waters {

  /** What the search needs to know of the land. */
  interface Shore {
    /** Metres of water between a point and the nearest land; 0 on land. */
    double freeMetres(double latitude, double longitude);

    static Shore of(Coast coast) {
      return (latitude, longitude) ->
          coast.isLand(latitude, longitude) ? 0 : coast.shoreMetres(latitude, longitude);
    }
  }

  /** A round water to keep out of. */
  record Closed(Position centre, double radiusMetres) {}

  private static final double SOUTH = 15.6;
  private static final double WEST = -88.97;
  private static final double CELL_DEGREES = 0.004;
  private static final int ROWS = 740;
  private static final int COLUMNS = 560;

  /** What a cell's centre keeps from land. */
  private static final double CLEAR_METRES = 240;

  /** What a pulled line may come near to. */
  private static final double PULLED_METRES = 150;

  private static final double CLOSED_MARGIN_METRES = 400;
  private static final int WIDEST_CELLS = 24;

  private static final Position OPEN_SEA = new Position(17.0, -87.65);

  private static final byte UNKNOWN = 0;
  private static final byte OPEN = 1;
  private static final byte SHUT = 2;

  private final Shore shore;
  private final List<Closed> closed;
  private final byte[] cells = new byte[ROWS * COLUMNS];

  /** Null while every water counts. */
  private boolean[] connected;

  Waters(Shore shore, List<Closed> closed) {
    this.shore = shore;
    this.closed = List.copyOf(closed);
  }

  /**
   * From now on only water counts as open that can be got to from the open sea, so that there is a
   * way between any two open places. Takes a second or two.
   */
  void leaveOutPonds() {
    boolean[] reached = new boolean[cells.length];
    Deque<Integer> edge = new ArrayDeque<>(List.of(cell(OPEN_SEA)));
    reached[cell(OPEN_SEA)] = true;
    while (!edge.isEmpty()) {
      for (int neighbour : neighbours(edge.poll())) {
        if (!reached[neighbour] && isOpen(neighbour)) {
          reached[neighbour] = true;
          edge.add(neighbour);
        }
      }
    }
    connected = reached;
  }

  private boolean isConnected(int cell) {
    return connected == null || connected[cell];
  }

  double freeMetres(Position at) {
    return shore.freeMetres(at.latitude(), at.longitude());
  }

  /** Whether a place lies on the grid, so that ways lead there. */
  static boolean isCharted(Position at) {
    return at.latitude() > SOUTH
        && at.latitude() < SOUTH + ROWS * CELL_DEGREES
        && at.longitude() > WEST
        && at.longitude() < WEST + COLUMNS * CELL_DEGREES;
  }

  /** Whether a place is open itself. */
  boolean isOpenAt(Position place) {
    return freeMetres(place) >= CLEAR_METRES && !isClosed(place) && isConnected(cell(place));
  }

  /** The open point nearest to a place, itself if it is open. */
  Position nearestOpen(Position place) {
    if (isOpenAt(place)) {
      return place;
    }
    int row = row(place);
    int column = column(place);
    for (int ring = 0; ring < 60; ring++) {
      int best = bestOfRing(place, row, column, ring);
      if (best >= 0) {
        return centre(best);
      }
    }
    throw new IllegalArgumentException("no open water near " + place);
  }

  /**
   * Where a boat lies at a place on the shore: towards the open water, just off the land.
   *
   * @param place a dock, perhaps mapped on land
   */
  Position berth(Position place) {
    Position open = nearestOpen(place);
    double bearing = Geodesy.bearingDegrees(open, place);
    double way = Geodesy.distanceMetres(open, place);
    Position berth = open;
    for (double metres = 20; metres < way; metres += 20) {
      Position nearer = Geodesy.destination(open, bearing, metres);
      if (freeMetres(nearer) < 60) {
        break;
      }
      berth = nearer;
    }
    return berth;
  }

  /**
   * The corners of a way over water through some places; each is moved to open water if need be.
   */
  List<Position> way(Position... places) {
    List<Position> corners = new ArrayList<>();
    for (int i = 1; i < places.length; i++) {
      List<Position> part = between(places[i - 1], places[i]);
      corners.addAll(corners.isEmpty() ? part : part.subList(1, part.size()));
    }
    return corners;
  }

  /** The corners of the way between two places, or null if there is none so short. */
  List<Position> wayWithin(Position from, Position to, double mostMetres) {
    if (isOpenWay(from, to)) {
      return List.of(from, to);
    }
    List<Integer> cells = search(cell(nearestOpen(from)), cell(nearestOpen(to)), mostMetres);
    if (cells == null) {
      return null;
    }
    double metres = 0;
    List<Position> corners = between(from, to);
    for (int i = 1; i < corners.size(); i++) {
      metres += Geodesy.distanceMetres(corners.get(i - 1), corners.get(i));
    }
    return metres <= mostMetres ? corners : null;
  }

  private List<Position> between(Position from, Position to) {
    if (isOpenWay(from, to)) {
      return List.of(from, to);
    }
    List<Position> corners = new ArrayList<>();
    corners.add(from);
    for (int cell : search(cell(nearestOpen(from)), cell(nearestOpen(to)))) {
      corners.add(centre(cell));
    }
    corners.add(to);
    return pulled(corners);
  }

  /** Leaves out every corner that the boat need not touch. */
  private List<Position> pulled(List<Position> corners) {
    List<Position> kept = new ArrayList<>();
    int at = 0;
    kept.add(corners.get(0));
    while (at < corners.size() - 1) {
      int next = at + 1;
      for (int further = at + 2; further < corners.size(); further++) {
        if (isOpenWay(corners.get(at), corners.get(further))) {
          next = further;
        } else if (further > next + 12) {
          break;
        }
      }
      kept.add(corners.get(next));
      at = next;
    }
    return kept;
  }

  /** Whether a straight line keeps clear of land; closed waters do not matter. */
  boolean isFree(Position from, Position to) {
    return isClear(from, to, List.of());
  }

  /** Whether a straight line keeps clear of land and of closed waters. */
  boolean isOpenWay(Position from, Position to) {
    return isClear(from, to, closed);
  }

  /** Looks along the line in steps as wide as it is free. */
  private boolean isClear(Position from, Position to, List<Closed> avoided) {
    double length = Geodesy.distanceMetres(from, to);
    double metres = 0;
    while (metres < length) {
      double part = metres / length;
      Position at =
          new Position(
              from.latitude() + part * (to.latitude() - from.latitude()),
              from.longitude() + part * (to.longitude() - from.longitude()));
      double free = Math.min(freeMetres(at), PULLED_METRES + closedMetres(at, avoided));
      if (free < PULLED_METRES) {
        return false;
      }
      metres += Math.max(30, free - PULLED_METRES);
    }
    return true;
  }

  private List<Integer> search(int start, int goal) {
    List<Integer> way = search(start, goal, Double.POSITIVE_INFINITY);
    if (way == null) {
      throw new IllegalArgumentException(
          "no way over water from " + centre(start) + " to " + centre(goal));
    }
    return way;
  }

  /**
   * Null if there is no way, or none as short as that; steps along the grid count a little more.
   */
  private List<Integer> search(int start, int goal, double mostMetres) {
    int[] cameFrom = new int[cells.length];
    double[] cost = new double[cells.length];
    Arrays.fill(cameFrom, -1);
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    PriorityQueue<Candidate> queue = new PriorityQueue<>();
    cost[start] = 0;
    queue.add(new Candidate(start, 0, distance(start, goal)));
    while (!queue.isEmpty()) {
      Candidate best = queue.poll();
      if (best.cell == goal) {
        return trace(cameFrom, goal);
      }
      if (best.estimate > 1.1 * mostMetres) {
        return null;
      }
      if (best.cost > cost[best.cell]) {
        continue;
      }
      for (int neighbour : neighbours(best.cell)) {
        double through = best.cost + distance(best.cell, neighbour);
        if (through < cost[neighbour] - 1e-6 && isOpen(neighbour)) {
          cost[neighbour] = through;
          cameFrom[neighbour] = best.cell;
          queue.add(new Candidate(neighbour, through, through + distance(neighbour, goal)));
        }
      }
    }
    return null;
  }

  /** A cell reached so far; ties are broken by cell so that the same way is found everywhere. */
  private record Candidate(int cell, double cost, double estimate)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byEstimate = Double.compare(estimate, other.estimate);
      return byEstimate != 0 ? byEstimate : Integer.compare(cell, other.cell);
    }
  }

  private static List<Integer> trace(int[] cameFrom, int goal) {
    List<Integer> way = new ArrayList<>();
    for (int cell = goal; cell >= 0; cell = cameFrom[cell]) {
      way.add(cell);
    }
    Collections.reverse(way);
    return way;
  }

  private static List<Integer> neighbours(int cell) {
    List<Integer> found = new ArrayList<>(8);
    int row = cell / COLUMNS;
    int column = cell % COLUMNS;
    for (int r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(COLUMNS - 1, column + 1); c++) {
        if (r != row || c != column) {
          found.add(r * COLUMNS + c);
        }
      }
    }
    return found;
  }

  private int bestOfRing(Position place, int row, int column, int ring) {
    int best = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int r = Math.max(0, row - ring); r <= Math.min(ROWS - 1, row + ring); r++) {
      for (int c = Math.max(0, column - ring); c <= Math.min(COLUMNS - 1, column + ring); c++) {
        boolean onRing = Math.max(Math.abs(r - row), Math.abs(c - column)) == ring;
        int cell = r * COLUMNS + c;
        double metres = onRing ? Geodesy.distanceMetres(place, centre(cell)) : nearest;
        if (onRing && metres < nearest && isOpen(cell) && isConnected(cell)) {
          best = cell;
          nearest = metres;
        }
      }
    }
    return best;
  }

  private boolean isOpen(int cell) {
    if (cells[cell] == UNKNOWN) {
      Position at = centre(cell);
      double free = freeMetres(at);
      cells[cell] = free >= CLEAR_METRES ? OPEN : SHUT;
      if (free > 2 * CLEAR_METRES) {
        openAround(cell, free - CLEAR_METRES);
      }
    }
    return cells[cell] == OPEN && !isClosed(centre(cell));
  }

  /** Far from land one answer settles many cells. */
  private void openAround(int cell, double metres) {
    int reach = (int) Math.min(WIDEST_CELLS, metres / 640);
    int row = cell / COLUMNS;
    int column = cell % COLUMNS;
    for (int r = Math.max(0, row - reach); r <= Math.min(ROWS - 1, row + reach); r++) {
      int first = r * COLUMNS + Math.max(0, column - reach);
      int last = r * COLUMNS + Math.min(COLUMNS - 1, column + reach);
      Arrays.fill(cells, first, last + 1, OPEN);
    }
  }

  private boolean isClosed(Position at) {
    return closedMetres(at, closed) <= 0;
  }

  private static double closedMetres(Position at, List<Closed> waters) {
    double least = Double.POSITIVE_INFINITY;
    for (Closed water : waters) {
      double metres = Geodesy.distanceMetres(at, water.centre());
      least = Math.min(least, metres - water.radiusMetres() - CLOSED_MARGIN_METRES);
    }
    return least;
  }

  private static double distance(int one, int other) {
    return Geodesy.distanceMetres(centre(one), centre(other));
  }

  private static int cell(Position at) {
    return row(at) * COLUMNS + column(at);
  }

  private static int row(Position at) {
    return within((at.latitude() - SOUTH) / CELL_DEGREES, ROWS);
  }

  private static int column(Position at) {
    return within((at.longitude() - WEST) / CELL_DEGREES, COLUMNS);
  }

  private static int within(double index, int count) {
    return (int) Math.max(0, Math.min(count - 1, index));
  }

  private static Position centre(int cell) {
    return new Position(
        SOUTH + (cell / COLUMNS + 0.5) * CELL_DEGREES,
        WEST + (cell % COLUMNS + 0.5) * CELL_DEGREES);
  }
}
