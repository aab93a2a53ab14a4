package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * All land of the region: mainland, islands and cayes merged in memory.
 *
 * <p>Immutable, for any number of threads. The shore is as good as its layers say (100 m for the
 * mainland, up to 2.5 km for small cayes), and small cayes are missing. Where a layer was cut off
 * inland, the cut counts as shore.
 */
public final class Coast {
  private final Area land;
  private final Area sure;

  private Coast(Area land, Area sure) {
    this.land = land;
    this.sure = sure;
  }

  /** Merges land polygons, longitude as x, in degrees; they may overlap. */
  public static Coast of(List<Polygon> land) {
    Area merged = area(Joining.of(land));
    return new Coast(merged, merged);
  }

  /**
   * Merges land polygons as above.
   *
   * @param charted land whose shore is where it is drawn
   * @param rough land that may lie some kilometres beside where it is drawn
   */
  public static Coast of(List<Polygon> charted, List<Polygon> rough) {
    List<Polygon> sure = Joining.of(charted);
    List<Polygon> all = new ArrayList<>(sure);
    all.addAll(rough);
    return new Coast(area(Joining.of(all)), area(sure));
  }

  /**
   * Of land that was merged before.
   *
   * @param land all of it, as {@link #land} gave its shape
   * @param sure that whose shore is where it is drawn, as {@link #sureLand} gave its shape
   */
  public static Coast joined(MultiPolygon land, MultiPolygon sure) {
    return new Coast(Area.of(land), Area.of(sure));
  }

  private static Area area(List<Polygon> land) {
    return Area.of(new GeometryFactory().createMultiPolygon(land.toArray(Polygon[]::new)));
  }

  /** Whether the point is on land. */
  public boolean isLand(double latitude, double longitude) {
    return land.contains(latitude, longitude);
  }

  /** Metres to the nearest shoreline, from land or sea; never negative; NaN without any land. */
  public double shoreMetres(double latitude, double longitude) {
    return land.edgeMetres(latitude, longitude);
  }

  /** Whether a shoreline is less than so many metres away; sooner known than how far it is. */
  public boolean isShoreWithin(double latitude, double longitude, double metres) {
    return land.isEdgeWithin(latitude, longitude, metres);
  }

  /** Metres inside the shoreline of land that lies where it is drawn; 0 elsewhere. */
  public double insideMetres(double latitude, double longitude) {
    return sure.contains(latitude, longitude) ? sure.edgeMetres(latitude, longitude) : 0;
  }

  /** Whether the straight step between two points touches land. */
  public boolean crossesLand(Position from, Position to) {
    return land.touches(from, to);
  }

  /**
   * Metres from a point along a direction to the first land; 0 on land.
   *
   * @param courseDegrees true
   * @param limitMetres how far to look
   * @return the distance, or NaN if there is no land within the limit
   */
  public double metresToLandAhead(Position from, double courseDegrees, double limitMetres) {
    return isLand(from.latitude(), from.longitude())
        ? 0
        : land.metresToEdgeAhead(from, courseDegrees, limitMetres);
  }

  /** The merged land. */
  public Area land() {
    return land;
  }

  /** That of it whose shore is where it is drawn. */
  public Area sureLand() {
    return sure;
  }
}
