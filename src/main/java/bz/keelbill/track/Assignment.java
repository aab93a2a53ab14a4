package bz.keelbill.track;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Global nearest neighbour: which row goes with which column so that the sum of the costs is the
 * least, when a row may also stay alone at a fixed cost (Jonker and Volgenant's shortest augmenting
 * paths, 1987, over the few pairs that are possible at all).
 *
 * <p>Ties are broken by the order in which pairs were added, so the same input gives the same
 * answer.
 */
final class Assignment {
  private static final int ALONE = -1;

  private final int rows;
  private final double alone;
  private int[] rowOf = new int[16];
  private int[] columnOf = new int[16];
  private double[] costOf = new double[16];
  private int pairs;

  /**
   * An assignment without pairs yet.
   *
   * @param rows how many rows there are
   * @param alone what it costs to leave a row alone; dearer pairs are never taken
   */
  Assignment(int rows, double alone) {
    this.rows = rows;
    this.alone = alone;
  }

  /** Makes a pair possible, at a cost of 0 or more. */
  void add(int row, int column, double cost) {
    if (pairs == rowOf.length) {
      rowOf = Arrays.copyOf(rowOf, 2 * pairs);
      columnOf = Arrays.copyOf(columnOf, 2 * pairs);
      costOf = Arrays.copyOf(costOf, 2 * pairs);
    }
    rowOf[pairs] = row;
    columnOf[pairs] = column;
    costOf[pairs++] = cost;
  }

  /** The column of each row, −1 where it stays alone. */
  int[] solve() {
    return new Solution().columns();
  }

  private record Reached(double distance, int column) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byDistance = Double.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : Integer.compare(column, other.column);
    }
  }

  /** One run of the algorithm: potentials of rows and columns, and the pairs so far. */
  private final class Solution {
    private final int columns;
    private final int[] first = new int[rows + 1];
    private final int[] order = new int[pairs];
    private final int[] columnOfRow = new int[rows];
    private final int[] rowOfColumn;
    private final double[] rowPotential = new double[rows];
    private final double[] columnPotential;
    private final double[] rowDistance = new double[rows];
    private final double[] columnDistance;
    private final int[] cameFrom;
    private final boolean[] settled;
    private final int[] touched;
    private int touchedCount;

    Solution() {
      int most = -1;
      for (int i = 0; i < pairs; i++) {
        most = Math.max(most, columnOf[i]);
        first[rowOf[i] + 1]++;
      }
      columns = most + 1;
      for (int row = 0; row < rows; row++) {
        first[row + 1] += first[row];
      }
      int[] next = Arrays.copyOf(first, rows);
      for (int i = 0; i < pairs; i++) {
        order[next[rowOf[i]]++] = i;
      }
      rowOfColumn = new int[columns];
      columnPotential = new double[columns];
      columnDistance = new double[columns];
      cameFrom = new int[columns];
      settled = new boolean[columns];
      touched = new int[columns];
      Arrays.fill(columnOfRow, ALONE);
      Arrays.fill(rowOfColumn, ALONE);
      Arrays.fill(columnDistance, Double.POSITIVE_INFINITY);
    }

    int[] columns() {
      for (int row = 0; row < rows; row++) {
        augment(row);
      }
      return columnOfRow;
    }

    /** The shortest way from a row to a free column, or to a row that had better stay alone. */
    private void augment(int start) {
      PriorityQueue<Reached> heap = new PriorityQueue<>();
      int[] visited = new int[8];
      int visitedCount = 0;
      touchedCount = 0;
      int leaver = ALONE;
      double leaving = Double.POSITIVE_INFINITY;
      int freeColumn = ALONE;
      int row = start;
      rowDistance[start] = 0;
      while (true) {
        if (visitedCount == visited.length) {
          visited = Arrays.copyOf(visited, 2 * visitedCount);
        }
        visited[visitedCount++] = row;
        double end = rowDistance[row] + alone - rowPotential[row];
        if (end < leaving) {
          leaving = end;
          leaver = row;
        }
        relax(row, heap);
        int column = nearest(heap);
        if (column == ALONE || columnDistance[column] >= leaving) {
          break;
        }
        settled[column] = true;
        row = rowOfColumn[column];
        if (row == ALONE) {
          freeColumn = column;
          leaving = columnDistance[column];
          break;
        }
        rowDistance[row] = columnDistance[column];
      }
      for (int i = 0; i < visitedCount; i++) {
        rowPotential[visited[i]] += leaving - rowDistance[visited[i]];
      }
      raise(leaving);
      flip(start, freeColumn, leaver);
      clear();
    }

    private void relax(int row, PriorityQueue<Reached> heap) {
      for (int k = first[row]; k < first[row + 1]; k++) {
        int column = columnOf[order[k]];
        double distance =
            rowDistance[row] + costOf[order[k]] - rowPotential[row] - columnPotential[column];
        if (!settled[column] && distance < columnDistance[column]) {
          if (columnDistance[column] == Double.POSITIVE_INFINITY) {
            touched[touchedCount++] = column;
          }
          columnDistance[column] = distance;
          cameFrom[column] = row;
          heap.add(new Reached(distance, column));
        }
      }
    }

    private int nearest(PriorityQueue<Reached> heap) {
      while (!heap.isEmpty()) {
        Reached next = heap.poll();
        if (!settled[next.column] && next.distance == columnDistance[next.column]) {
          return next.column;
        }
      }
      return ALONE;
    }

    private void raise(double length) {
      for (int i = 0; i < touchedCount; i++) {
        int column = touched[i];
        if (settled[column]) {
          columnPotential[column] += columnDistance[column] - length;
        }
      }
    }

    /** Gives the found column to the row before it on the way, and so on back to the start. */
    private void flip(int start, int freeColumn, int leaver) {
      int column = freeColumn;
      if (column == ALONE) {
        column = columnOfRow[leaver];
        columnOfRow[leaver] = ALONE;
      }
      while (column != ALONE) {
        int row = cameFrom[column];
        int given = columnOfRow[row];
        columnOfRow[row] = column;
        rowOfColumn[column] = row;
        column = row == start ? ALONE : given;
      }
    }

    private void clear() {
      for (int i = 0; i < touchedCount; i++) {
        columnDistance[touched[i]] = Double.POSITIVE_INFINITY;
        settled[touched[i]] = false;
      }
    }
  }
}
