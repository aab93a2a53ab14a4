package bz.keelbill.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Finds the nearest of some places; of equally near ones the first. Immutable. */
final class PlaceIndex {
  private final List<Place> places;
  private final EdgeTree points;

  PlaceIndex(List<Place> places) {
    this.places = List.copyOf(places);
    this.points = EdgeTree.of(this.places.stream().map(PlaceIndex::edge).toList());
  }

  private static Coordinate[] edge(Place place) {
    Position at = place.position();
    Coordinate point = new Coordinate(at.longitude(), at.latitude());
    return new Coordinate[] {point, point};
  }

  /** The nearest place, or null if there is none. */
  Place nearest(double latitude, double longitude) {
    NearestEdge nearest = points.nearest(latitude, longitude);
    return nearest == null ? null : places.get(nearest.number());
  }

  /** Metres to the nearest place; infinite if there is none. */
  double metres(double latitude, double longitude) {
    NearestEdge nearest = points.nearest(latitude, longitude);
    return nearest == null ? Double.POSITIVE_INFINITY : nearest.metres();
  }
}
