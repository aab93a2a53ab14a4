package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * A surface on the earth with fast tests; polygons with holes in degrees, longitude first.
 *
 * <p>Edges are straight in longitude and latitude, as GeoJSON has them. No area, and no step that
 * is tested, may cross the antimeridian. Immutable; two areas are equal when their shapes have the
 * same vertices in the same order.
 */
public final class Area {
  /**
   * Longest part of a look ahead that is taken for straight, metres; it bends by less than 20 m.
   */
  private static final double STRAIGHT_METRES = 50_000;

  /** The search measures a little differently than the distance that it leads to. */
  static final double SEARCH_MARGIN = 1.01;

  private final Geometry geometry;
  private final Envelope bounds;
  private final EdgeTree edges;
  private final AreaCells cells;
  private final double halfWidthMetres;

  private Area(Geometry geometry) {
    this.geometry = geometry;
    this.bounds = geometry.getEnvelopeInternal();
    List<Coordinate[]> rings = rings(geometry);
    this.edges = EdgeTree.of(rings);
    this.cells = AreaCells.of(bounds, rings, edges);
    this.halfWidthMetres = halfWidth(geometry);
  }

  /** Prepares a valid polygon or multipolygon, longitude as x and latitude as y, in degrees. */
  public static Area of(Geometry lonLat) {
    return new Area(lonLat);
  }

  private static List<Coordinate[]> rings(Geometry geometry) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (Object ring : LinearComponentExtracter.getLines(geometry)) {
      rings.add(((LinearRing) ring).getCoordinates());
    }
    return rings;
  }

  private static double halfWidth(Geometry geometry) {
    if (geometry.isEmpty()) {
      return 0;
    }
    double latitude = geometry.getEnvelopeInternal().centre().y;
    double north = Geodesy.metresPerDegreeLatitude(latitude);
    double east = Geodesy.metresPerDegreeLongitude(latitude);
    Geometry plane = AffineTransformation.scaleInstance(east, north).transform(geometry);
    return plane.getArea() / plane.getLength();
  }

  /** Whether the point lies inside or on the edge. */
  public boolean contains(double latitude, double longitude) {
    if (!bounds.contains(longitude, latitude)) {
      return false;
    }
    return cells.areTouched(longitude, latitude)
        ? edges.holds(longitude, latitude)
        : cells.areInside(longitude, latitude);
  }

  /** Shows the edges within a box in degrees, and perhaps some near it. */
  void visitEdges(Envelope box, EdgeTree.Visitor visitor) {
    edges.visit(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), visitor);
  }

  /** Metres to the nearest edge, from inside or outside; never negative; NaN for an empty shape. */
  public double edgeMetres(double latitude, double longitude) {
    NearestEdge nearest = edges.nearest(latitude, longitude);
    return nearest == null ? Double.NaN : nearest.metres();
  }

  /**
   * Whether the nearest edge is less than so many metres away: much sooner known than how far it
   * is, where it is far.
   */
  public boolean isEdgeWithin(double latitude, double longitude, double metres) {
    double reach = SEARCH_MARGIN * SEARCH_MARGIN * metres;
    double north = reach / Geodesy.metresPerDegreeLatitude(latitude);
    double east = reach / Geodesy.metresPerDegreeLongitude(latitude);
    if (cells.areClear(longitude, latitude, east, north)) {
      return false;
    }
    NearestEdge nearest = edges.nearest(latitude, longitude, metres * SEARCH_MARGIN);
    return nearest != null && nearest.metres() < metres;
  }

  /** Whether the straight step between two points touches the area. */
  public boolean touches(Position from, Position to) {
    return contains(to.latitude(), to.longitude())
        || contains(from.latitude(), from.longitude())
        || edges.isTouched(from.longitude(), from.latitude(), to.longitude(), to.latitude());
  }

  /**
   * Where the straight step between two points meets the edge.
   *
   * @return how far along the step, each 0 to 1, rising; empty if it stays inside or outside
   */
  public double[] edgeCrossings(Position from, Position to) {
    return edges.touches(from.longitude(), from.latitude(), to.longitude(), to.latitude());
  }

  /**
   * Metres from a point along a direction to where the edge is first met, from inside or outside.
   *
   * @param courseDegrees true
   * @param limitMetres how far to look
   * @return the distance, or NaN if the edge is not met within the limit
   */
  public double metresToEdgeAhead(Position from, double courseDegrees, double limitMetres) {
    Position near = from;
    for (double done = 0; done < limitMetres; done += STRAIGHT_METRES) {
      double part = Math.min(STRAIGHT_METRES, limitMetres - done);
      Position far = Geodesy.destination(from, courseDegrees, done + part);
      double[] edges = edgeCrossings(near, far);
      if (edges.length > 0) {
        return done + edges[0] * part;
      }
      near = far;
    }
    return Double.NaN;
  }

  /**
   * Metres from the edge to the middle of the area, as its surface over its outline: half the width
   * of a strip, half the radius of a circle. No point inside is deeper than a few times this, and
   * some point is at least so deep.
   */
  public double halfWidthMetres() {
    return halfWidthMetres;
  }

  /** The surface in square kilometres of the ellipsoid; every edge counts as a geodesic. */
  public double squareKilometres() {
    double sum = 0;
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      LinearRing outer = ((Polygon) polygon).getExteriorRing();
      sum += squareMetres(outer);
      for (int i = 0; i < ((Polygon) polygon).getNumInteriorRing(); i++) {
        sum -= squareMetres(((Polygon) polygon).getInteriorRingN(i));
      }
    }
    return sum / 1e6;
  }

  private static double squareMetres(LinearRing ring) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    for (Coordinate corner : ring.getCoordinates()) {
      area.AddPoint(corner.y, corner.x);
    }
    return Math.abs(area.Compute(false, true).area);
  }

  /** The box around the area, longitude as x, in degrees; a copy. */
  public Envelope bounds() {
    return new Envelope(bounds);
  }

  /** The shape, longitude as x, in degrees; not to be changed. */
  public Geometry geometry() {
    return geometry;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Area area && geometry.equalsExact(area.geometry));
  }

  @Override
  public int hashCode() {
    return bounds.hashCode();
  }
}
