package bz.keelbill.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The arithmetic of beliefs against the textbook's, cell by cell. */
class GaussianTest {
  private static final int AXES = 4;
  private static final int MODELS = 3;

  private final SplittableRandom dice = new SplittableRandom(20261127);

  /**
   * Some means, and a covariance that is one: a square of a matrix, with something on its diagonal.
   */
  private double[] belief() {
    double[][] root = new double[AXES][AXES];
    for (double[] row : root) {
      for (int j = 0; j < AXES; j++) {
        row[j] = dice.nextDouble(-20, 20);
      }
    }
    double[] s = new double[Gaussian.SIZE];
    for (int i = 0; i < AXES; i++) {
      s[i] = dice.nextDouble(-500, 500);
      for (int j = 0; j < AXES; j++) {
        for (int k = 0; k < AXES; k++) {
          s[AXES + i * AXES + j] += root[i][k] * root[j][k];
        }
      }
      s[AXES + i * AXES + i] += 1;
    }
    return s;
  }

  private double[] beliefs() {
    double[] all = new double[MODELS * Gaussian.SIZE];
    for (int model = 0; model < MODELS; model++) {
      System.arraycopy(belief(), 0, all, model * Gaussian.SIZE, Gaussian.SIZE);
    }
    return all;
  }

  private double[] weights() {
    double[] weights = {dice.nextDouble(), dice.nextDouble(), dice.nextInt(3) == 0 ? 0 : 0.4};
    double sum = weights[0] + weights[1] + weights[2];
    for (int i = 0; i < MODELS; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Mean and covariance of a mixture, as they are defined. */
  private static double[] mixed(double[] s, double[] weights) {
    double[] to = new double[Gaussian.SIZE];
    for (int k = 0; k < MODELS; k++) {
      for (int i = 0; i < AXES; i++) {
        to[i] += weights[k] * s[k * Gaussian.SIZE + i];
      }
    }
    for (int k = 0; k < MODELS; k++) {
      int at = k * Gaussian.SIZE;
      for (int i = 0; i < AXES; i++) {
        for (int j = 0; j < AXES; j++) {
          double apart = (s[at + i] - to[i]) * (s[at + j] - to[j]);
          to[AXES + i * AXES + j] += weights[k] * (s[at + AXES + i * AXES + j] + apart);
        }
      }
    }
    return to;
  }

  @Test
  void aMixtureHasTheMeanAndTheCovarianceOfItsParts() {
    for (int i = 0; i < 1_000; i++) {
      double[] s = beliefs();
      double[] weights = weights();
      double[] found = new double[2 * Gaussian.SIZE];
      Gaussian.mix(s, weights, MODELS, found, Gaussian.SIZE);
      double[] expected = mixed(s, weights);
      for (int cell = 0; cell < Gaussian.SIZE; cell++) {
        double allowed = 1e-9 * Math.max(1, Math.abs(expected[cell]));
        assertEquals(expected[cell], found[Gaussian.SIZE + cell], allowed, "cell " + cell);
      }
      assertEquals(expected[2], Gaussian.mean(s, weights, MODELS, 2), 0);
    }
  }

  @Test
  void aMeasurementMovesAndShrinksAsKalmanSays() {
    Gaussian.Room room = new Gaussian.Room();
    for (int i = 0; i < 1_000; i++) {
      double[] s = belief();
      double[] before = s.clone();
      double variance = dice.nextDouble(1, 400);
      Measured seen =
          new Measured(
              dice.nextDouble(-500, 500),
              dice.nextDouble(-500, 500),
              new Estimate.Spread(variance, 0, variance));
      double d2 = Gaussian.correct(s, 0, 0, seen, room);
      double see = before[4] + variance;
      double sen = before[5];
      double snn = before[9] + variance;
      double determinant = see * snn - sen * sen;
      double east = seen.east() - before[0];
      double north = seen.north() - before[1];
      assertEquals(1, room.determinant() / determinant, 1e-9);
      assertEquals(
          (snn * east * east - 2 * sen * east * north + see * north * north) / determinant,
          d2,
          1e-6);
      // The speed eastwards moves by its covariance with the place.
      double gainEast = (before[12] * snn - before[13] * sen) / determinant;
      double gainNorth = (before[13] * see - before[12] * sen) / determinant;
      assertEquals(before[2] + gainEast * east + gainNorth * north, s[2], 1e-6);
      assertEquals(before[14] - gainEast * before[6] - gainNorth * before[10], s[14], 1e-6);
    }
  }
}
