package bz.keelbill.geo;

import org.locationtech.jts.geom.Geometry;

/** A surface on the earth with fast tests; polygons with holes in degrees, longitude first. */
public final class Area {
  private final Geometry geometry;

  private Area(Geometry geometry) {
    this.geometry = geometry;
  }

  /** Prepares a valid polygon or multipolygon, longitude as x and latitude as y, in degrees. */
  public static Area of(Geometry lonLat) {
    return new Area(lonLat);
  }

  /** Whether the point lies inside or on the edge. */
  public boolean contains(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Metres to the nearest edge, from inside or outside; never negative. */
  public double edgeMetres(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Whether the straight step between two points touches the area. */
  public boolean touches(Position from, Position to) {
    throw new UnsupportedOperationException();
  }

  /** The shape, longitude as x, in degrees; not to be changed. */
  public Geometry geometry() {
    return geometry;
  }
}
