package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathTest {
  private static final Position A = new Position(17.0, -88.0);
  private static final Position B = new Position(17.0, -87.9);
  private static final Position C = new Position(17.1, -87.9);

  @Test
  void aCornerIsRoundedByAnArcOfTheRadius() {
    Path path = Path.of(List.of(A, B, C), 500);
    double around = Math.PI / 2 * 500 - 2 * 500;
    double sides = Geodesy.distanceMetres(A, B) + Geodesy.distanceMetres(B, C);
    assertEquals(sides + around, path.metres(), 5);
    assertEquals(A, path.start());
    assertEquals(C, path.end());
  }

  @Test
  void theCourseTurnsAlongTheArcInSmallSteps() {
    Path path = Path.of(List.of(A, B, C), 500);
    double last = path.courseDegrees(0);
    assertEquals(90, last, 0.1);
    for (double metres = 0; metres < path.metres(); metres += 10) {
      double course = path.courseDegrees(metres);
      assertTrue(Geodesy.turnDegrees(last, course) < 5, "at " + metres + " m");
      last = course;
    }
    assertEquals(0, Geodesy.turnDegrees(last, 0), 0.1);
  }

  @Test
  void metresAlongThePathAreMetresOverTheGround() {
    Path path = Path.of(List.of(A, B, C), 500);
    for (double metres = 0; metres + 10 < path.metres(); metres += 10) {
      double step = Geodesy.distanceMetres(path.at(metres), path.at(metres + 10));
      assertEquals(10, step, 0.1, "at " + metres + " m");
    }
  }

  @Test
  void theWayBackAndTheRestOfTheWayLieOnTheSameLine() {
    Path path = Path.of(List.of(A, B, C), 500);
    Path back = path.reversed();
    Path rest = path.after(3000);
    for (double metres = 0; metres < rest.metres(); metres += 500) {
      Position here = path.at(3000 + metres);
      assertEquals(0, Geodesy.distanceMetres(here, rest.at(metres)), 0.1);
      assertEquals(0, Geodesy.distanceMetres(here, back.at(path.metres() - 3000 - metres)), 0.1);
    }
  }

  @Test
  void onePointIsNoPath() {
    assertThrows(IllegalArgumentException.class, () -> Path.of(List.of(A, A), 100));
  }
}
