package bz.keelbill.geo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** All land of the region: mainland, islands and cayes merged in memory. */
public final class Coast {
  private Coast() {}

  /** Merges land polygons, longitude as x, in degrees; they may overlap. */
  public static Coast of(List<Polygon> land) {
    return new Coast();
  }

  /** Whether the point is on land. */
  public boolean isLand(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Metres to the nearest shoreline, from land or sea; never negative. */
  public double shoreMetres(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Whether the straight step between two points touches land. */
  public boolean crossesLand(Position from, Position to) {
    throw new UnsupportedOperationException();
  }

  /**
   * Metres from a point along a direction to the first land.
   *
   * @param courseDegrees true
   * @param limitMetres how far to look
   * @return the distance, or NaN if there is no land within the limit
   */
  public double metresToLandAhead(Position from, double courseDegrees, double limitMetres) {
    throw new UnsupportedOperationException();
  }
}
