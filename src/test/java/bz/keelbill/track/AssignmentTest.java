package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final double ALONE = 9;

  @Test
  void theNearestForEachIsNotTheNearestForAll() {
    Assignment assignment = new Assignment(2, ALONE);
    assignment.add(0, 0, 1);
    assignment.add(0, 1, 2);
    assignment.add(1, 0, 1.5);
    // Row 0 would like column 0, but then row 1 stays alone, which costs more.
    assertArrayEquals(new int[] {1, 0}, assignment.solve());
  }

  @Test
  void aPairDearerThanStayingAloneIsNotTaken() {
    Assignment assignment = new Assignment(1, ALONE);
    assignment.add(0, 0, ALONE + 1);
    assertArrayEquals(new int[] {-1}, assignment.solve());
  }

  @Test
  void aRowWithoutAnyPairStaysAlone() {
    Assignment assignment = new Assignment(3, ALONE);
    assignment.add(1, 4, 2);
    assertArrayEquals(new int[] {-1, 4, -1}, assignment.solve());
  }

  /** Judged by trying every assignment. */
  @Test
  void isAsGoodAsTheBestOfAll() {
    Random chance = new Random(5);
    for (int round = 0; round < 3_000; round++) {
      int rows = 1 + chance.nextInt(5);
      int columns = 1 + chance.nextInt(5);
      double[][] cost = new double[rows][columns];
      Assignment assignment = new Assignment(rows, ALONE);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          boolean isPossible = chance.nextInt(3) > 0;
          cost[row][column] = isPossible ? 12 * chance.nextDouble() : Double.NaN;
          if (isPossible) {
            assignment.add(row, column, cost[row][column]);
          }
        }
      }
      double found = 0;
      int[] solved = assignment.solve();
      for (int row = 0; row < rows; row++) {
        found += solved[row] < 0 ? ALONE : cost[row][solved[row]];
        for (int other = 0; other < row; other++) {
          assertEquals(true, solved[row] < 0 || solved[row] != solved[other]);
        }
      }
      assertEquals(best(cost, 0, 0), found, 1e-9, "round " + round);
    }
  }

  private static double best(double[][] cost, int row, int taken) {
    if (row == cost.length) {
      return 0;
    }
    double best = ALONE + best(cost, row + 1, taken);
    for (int column = 0; column < cost[row].length; column++) {
      if ((taken & 1 << column) == 0 && !Double.isNaN(cost[row][column])) {
        double with = cost[row][column] + best(cost, row + 1, taken | 1 << column);
        best = Math.min(best, with);
      }
    }
    return best;
  }
}
