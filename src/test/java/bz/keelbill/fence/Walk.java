package bz.keelbill.fence;

import bz.keelbill.fence.Occupancy.Stay;
import bz.keelbill.fence.Occupancy.Step;
import bz.keelbill.geo.Drawn;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** A craft led past fences in a plane of metres east and north of 17 N 88 W, from second 0. */
final class Walk {
  static final double NORTH = Geodesy.metresPerDegreeLatitude(17);
  static final double EAST = Geodesy.metresPerDegreeLongitude(17);

  /** 2026-11-23 noon in Belize. */
  static final long START = 1_795_456_800_000L;

  final Occupancy occupancy = new Occupancy();
  FenceMap fences;
  double sigmaMetres = 10;
  double altitudeFeet = Double.NaN;
  boolean aircraft;
  private Position last;
  private long lastAtMillis;

  Walk(Fence... fences) {
    this.fences = FenceMap.of(1, List.of(fences));
  }

  static Position at(double eastMetres, double northMetres) {
    return new Position(17 + northMetres / NORTH, -88 + eastMetres / EAST);
  }

  static Polygon box(double west, double south, double east, double north) {
    return Drawn.box(-88 + west / EAST, 17 + south / NORTH, -88 + east / EAST, 17 + north / NORTH);
  }

  static double east(Position position) {
    return (position.longitude() + 88) * EAST;
  }

  static double seconds(long millis) {
    return (millis - START) / 1000.0;
  }

  /** One step to a place. */
  Walk to(double second, double eastMetres, double northMetres) {
    long atMillis = START + Math.round(second * 1000);
    Position to = at(eastMetres, northMetres);
    occupancy.step(
        fences, new Step(lastAtMillis, last, atMillis, to, sigmaMetres, altitudeFeet, aircraft));
    last = to;
    lastAtMillis = atMillis;
    return this;
  }

  /** A step along the line north 0. */
  Walk to(double second, double eastMetres) {
    return to(second, eastMetres, 0);
  }

  List<Stay> stays() {
    return occupancy.stays();
  }

  Stay only() {
    if (stays().size() != 1) {
      throw new AssertionError("one stay expected: " + stays());
    }
    return stays().get(0);
  }
}
