package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseTest {
  /** North, then east. */
  private final Course course =
      new Course(
          "c",
          "corner",
          "water-taxi",
          List.of(new Position(17, -88), new Position(17.5, -88), new Position(17.5, -87.5)));

  @Test
  void measuresToItsNearestPart() {
    double degree = Geodesy.metresPerDegreeLongitude(17.25);
    assertEquals(0.1 * degree, course.distanceMetres(17.25, -88.1), 1);
    assertEquals(0, course.distanceMetres(17.3, -88), 1e-6);
    Position beyond = new Position(16.9, -88.1);
    double exact = Geodesy.exactDistanceMetres(beyond, new Position(17, -88));
    assertEquals(exact, course.distanceMetres(16.9, -88.1), 1);
  }

  @Test
  void runsOneWayAsTheOther() {
    assertEquals(0, course.directionDegrees(17.2, -88.1), 0.01);
    assertEquals(90, course.directionDegrees(17.6, -87.7), 0.01);
    Course back =
        new Course("b", "back", "k", List.of(new Position(17.5, -87.5), new Position(17, -88)));
    Course there =
        new Course("t", "there", "k", List.of(new Position(17, -88), new Position(17.5, -87.5)));
    double direction = there.directionDegrees(17.2, -88);
    assertEquals(direction, back.directionDegrees(17.2, -88), 1e-9);
    assertEquals(43.8, direction, 0.3);
  }

  @Test
  void seesAStepAcross() {
    assertTrue(course.crosses(new Position(17.2, -88.1), new Position(17.3, -87.9)));
    assertFalse(course.crosses(new Position(17.2, -88.1), new Position(17.3, -88.01)));
    assertTrue(course.crosses(new Position(17.2, -88.1), new Position(17.2, -88)));
    assertFalse(course.crosses(new Position(16.9, -88.1), new Position(16.9, -87.9)));
  }

  @Test
  void isJudgedByTryingEveryPart() {
    long seed = System.nanoTime();
    SplittableRandom dice = new SplittableRandom(seed);
    List<Position> points =
        Stream.generate(() -> new Position(dice.nextDouble(15, 19), dice.nextDouble(-90, -85)))
            .limit(200)
            .toList();
    Course line = new Course("l", "line", "k", points);
    for (int i = 0; i < 200; i++) {
      double latitude = dice.nextDouble(15, 19);
      double longitude = dice.nextDouble(-90, -85);
      double nearest = Double.POSITIVE_INFINITY;
      for (int p = 1; p < points.size(); p++) {
        Course part = new Course("p", "part", "k", points.subList(p - 1, p + 1));
        nearest = Math.min(nearest, part.distanceMetres(latitude, longitude));
      }
      double measured = line.distanceMetres(latitude, longitude);
      assertEquals(nearest, measured, 1e-3 * nearest, "seed " + seed);
    }
  }

  @Test
  void hasTwoPointsAtLeast() {
    List<Position> one = List.of(new Position(17, -88));
    assertThrows(IllegalArgumentException.class, () -> new Course("x", "x", "x", one));
  }
}
