package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The short forms, judged by geodesics. */
class GeodesyTest {
  private final long seed = System.nanoTime();
  private final SplittableRandom dice = new SplittableRandom(seed);

  private Position somewhere() {
    return new Position(dice.nextDouble(14.5, 19.5), dice.nextDouble(-90.5, -84.5));
  }

  @Test
  void shortDistancesAreThoseOfGeodesics() {
    for (int i = 0; i < 10_000; i++) {
      Position from = somewhere();
      double metres = dice.nextDouble(20_000);
      Position to = Geodesy.destination(from, dice.nextDouble(360), metres);
      assertEquals(metres, Geodesy.distanceMetres(from, to), 0.13, "seed " + seed);
    }
  }

  @Test
  void degreesAreAsLongAsByTheEllipsoidsRadii() {
    double squared = 0.00669437999014;
    for (int i = 0; i < 10_000; i++) {
      double latitude = dice.nextDouble(-89, 89);
      double sine = StrictMath.sin(StrictMath.toRadians(latitude));
      double w = 1 - squared * sine * sine;
      double normal = 6_378_137 / Math.sqrt(w);
      double parallel = normal * StrictMath.cos(StrictMath.toRadians(latitude));
      double north = Math.toRadians(normal * (1 - squared) / w);
      double east = Math.toRadians(parallel);
      assertEquals(1, Geodesy.metresPerDegreeLatitude(latitude) / north, 2e-8, "seed " + seed);
      assertEquals(1, Geodesy.metresPerDegreeLongitude(latitude) / east, 2e-8, "seed " + seed);
    }
  }

  @Test
  void bearingsAreThoseOfGeodesics() {
    for (int i = 0; i < 10_000; i++) {
      Position from = somewhere();
      double bearing = dice.nextDouble(360);
      Position to = Geodesy.destination(from, bearing, dice.nextDouble(100, 20_000));
      double found = Geodesy.bearingDegrees(from, to);
      assertEquals(0, Geodesy.turnDegrees(bearing, found), 0.05, "seed " + seed);
    }
  }

  @Test
  void offsetsLandWhereGeodesicsDo() {
    for (int i = 0; i < 10_000; i++) {
      Position from = somewhere();
      double bearing = dice.nextDouble(-90, 450);
      double metres = dice.nextDouble(20_000);
      Position exact = Geodesy.destination(from, bearing, metres);
      double missed = Geodesy.distanceMetres(exact, Geodesy.offset(from, bearing, metres));
      assertEquals(0, missed, 0.001 * metres, "seed " + seed);
    }
  }

  @Test
  void anglesAreBroughtIntoTheirRanges() {
    assertEquals(0, Geodesy.normalDegrees(360));
    assertEquals(350, Geodesy.normalDegrees(-10));
    assertEquals(-170, Geodesy.wrapDegrees(190));
    assertEquals(180, Geodesy.wrapDegrees(180));
    assertEquals(20, Geodesy.turnDegrees(350, 10));
    assertEquals(180, Geodesy.turnDegrees(0, 180));
  }
}
