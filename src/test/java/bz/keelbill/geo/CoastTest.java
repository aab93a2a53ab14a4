package bz.keelbill.geo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoastTest {
  /** Two overlapping boxes make one island; a third stands alone. */
  private final Coast coast =
      Coast.of(
          List.of(
              Drawn.box(-88.2, 17, -88.1, 17.1),
              Drawn.box(-88.15, 17.05, -88, 17.15),
              Drawn.box(-87.5, 17, -87.4, 17.2)));

  @Test
  void mergesOverlappingLandSoThatNoShoreRunsThroughIt() {
    assertTrue(coast.isLand(17.07, -88.12));
    double corner = Geodesy.distanceMetres(17.07, -88.13, 17.05, -88.1);
    assertEquals(corner, coast.shoreMetres(17.07, -88.13), 1);
    assertEquals(2, coast.land().geometry().getNumGeometries());
  }

  @Test
  void measuresTheShoreFromLandAndSea() {
    double degree = Geodesy.metresPerDegreeLongitude(17.12);
    assertEquals(0.1 * degree, coast.shoreMetres(17.12, -87.9), 1);
    assertEquals(0.04 * degree, coast.shoreMetres(17.12, -87.44), 3);
    assertEquals(0, coast.shoreMetres(17.12, -88), 1e-6);
  }

  @Test
  void seesAStepAcrossLand() {
    assertTrue(coast.crossesLand(new Position(17.1, -87.9), new Position(17.1, -87.3)));
    assertFalse(coast.crossesLand(new Position(17.1, -87.9), new Position(17.1, -87.6)));
    assertTrue(coast.crossesLand(new Position(17.1, -87.46), new Position(17.1, -87.44)));
  }

  @Test
  void looksAheadAlongTheGeodesic() {
    SplittableRandom dice = new SplittableRandom(7);
    Position from = new Position(17.1, -87.9);
    double exact = Geodesy.exactDistanceMetres(from, new Position(17.1, -87.5));
    assertEquals(exact, coast.metresToLandAhead(from, 90, 60_000), 5);
    assertTrue(Double.isNaN(coast.metresToLandAhead(from, 90, exact - 10)));
    assertTrue(Double.isNaN(coast.metresToLandAhead(from, 0, 1_000_000)));
    assertEquals(0, coast.metresToLandAhead(new Position(17.1, -87.45), 10, 1));
    for (int i = 0; i < 200; i++) {
      Position sea = new Position(dice.nextDouble(14.5, 19.5), dice.nextDouble(-87.3, -84.5));
      Position target = new Position(dice.nextDouble(17.01, 17.19), -87.4);
      double bearing = Geodesy.exactBearingDegrees(sea, target);
      double metres = Geodesy.exactDistanceMetres(sea, target);
      assertEquals(metres, coast.metresToLandAhead(sea, bearing, 500_000), 0.001 * metres + 30);
    }
  }

  @Test
  void withoutLandEverythingIsSea() {
    Coast sea = Coast.of(List.of());
    assertFalse(sea.isLand(17, -88));
    assertTrue(Double.isNaN(sea.shoreMetres(17, -88)));
    assertFalse(sea.crossesLand(new Position(17, -88), new Position(18, -87)));
    assertTrue(Double.isNaN(sea.metresToLandAhead(new Position(17, -88), 0, 1e6)));
  }

  @Test
  void answersManyReadersAtOnceAsItAnswersOne() {
    double[] alone = IntStream.range(0, 20_000).mapToDouble(this::ask).toArray();
    double[] together = IntStream.range(0, 20_000).parallel().mapToDouble(this::ask).toArray();
    assertArrayEquals(alone, together);
  }

  private double ask(int i) {
    double latitude = 16.9 + i % 141 * 0.003;
    double longitude = -88.3 + i % 307 * 0.004;
    double metres = coast.shoreMetres(latitude, longitude);
    return coast.isLand(latitude, longitude) ? -metres : metres;
  }
}
