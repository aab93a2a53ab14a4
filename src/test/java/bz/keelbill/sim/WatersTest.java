package bz.keelbill.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over an invented sea: one round island, and one closed water. */
class WatersTest {
  private static final Position ISLAND = new Position(17.0, -87.8);
  private static final double ISLAND_METRES = 6000;
  private static final Position WEST = new Position(17.0, -88.0);
  private static final Position EAST = new Position(17.0, -87.6);

  private static double free(double latitude, double longitude) {
    double metres =
        Geodesy.distanceMetres(ISLAND.latitude(), ISLAND.longitude(), latitude, longitude);
    return Math.max(0, metres - ISLAND_METRES);
  }

  private static Path way(Waters waters) {
    return Path.of(waters.way(WEST, EAST), 100);
  }

  @Test
  void theWayGoesRoundTheIslandAndNotMuchFurther() {
    Path path = way(new Waters(WatersTest::free, List.of()));
    for (double metres = 0; metres < path.metres(); metres += 20) {
      Position at = path.at(metres);
      assertTrue(free(at.latitude(), at.longitude()) > 100, at.toString());
    }
    assertTrue(path.metres() < 1.1 * Geodesy.distanceMetres(WEST, EAST));
  }

  @Test
  void closedWatersAreGoneRoundToo() {
    Position north = Geodesy.destination(ISLAND, 0, 9000);
    Position south = Geodesy.destination(ISLAND, 180, 7500);
    Waters.Closed shut = new Waters.Closed(south, 2500);
    Path path = way(new Waters(WatersTest::free, List.of(shut, new Waters.Closed(north, 1500))));
    for (double metres = 0; metres < path.metres(); metres += 20) {
      assertTrue(Geodesy.distanceMetres(path.at(metres), south) > 2500);
      assertTrue(Geodesy.distanceMetres(path.at(metres), north) > 1500);
    }
  }

  @Test
  void aStraightWayOverOpenWaterStaysStraight() {
    Waters waters = new Waters(WatersTest::free, List.of());
    Position north = new Position(17.3, -87.9);
    assertEquals(List.of(WEST, north), waters.way(WEST, north));
  }

  @Test
  void aBerthLiesJustOffTheShoreNearestToTheDock() {
    Waters waters = new Waters(WatersTest::free, List.of());
    Position dock = Geodesy.destination(ISLAND, 270, ISLAND_METRES - 200);
    Position berth = waters.berth(dock);
    double off = free(berth.latitude(), berth.longitude());
    assertTrue(off >= 60 && off <= 100, off + " m");
    assertTrue(Geodesy.distanceMetres(dock, berth) < 700);
  }

  @Test
  void noWayIsAnErrorThatNamesTheEnds() {
    Waters lake = new Waters((lat, lon) -> Math.abs(lon + 87.8) < 0.05 ? 0 : 5000, List.of());
    var refusal = assertThrows(IllegalArgumentException.class, () -> lake.way(WEST, EAST));
    assertTrue(refusal.getMessage().startsWith("no way over water from"), refusal.getMessage());
  }
}
