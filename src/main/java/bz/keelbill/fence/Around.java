package bz.keelbill.fence;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A circle that goes with a track. Whether another craft comes in is looked at as the track sees
 * it: in a frame in which the track lies still at {@link #MIDDLE} and the other makes the motion of
 * both. So a moored boat is entered upon by a ferry as a fast one comes in to a moored ship.
 *
 * @param track the name of one of the track's contacts, as {@code mmsi:312000123}
 * @param radiusMetres of the circle
 */
public record Around(String track, double radiusMetres) {
  /** Where the track lies in the frame. */
  public static final Position MIDDLE = new Position(17.2, -88);

  private static final int CORNERS = 64;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Tells where the tracks of moving fences are. */
  @FunctionalInterface
  public interface Anchors {
    /** No fence moves, or none concerns the craft. */
    Anchors NONE = (fence, atMillis) -> null;

    /**
     * Where the track of a moving fence was at a time.
     *
     * @return null if it is not in sight, or is the craft itself that is asked about
     */
    Position at(Fence fence, long atMillis);
  }

  /** The circle in the frame. */
  Area area() {
    return circle(MIDDLE);
  }

  /** The circle about a place. */
  public Area circle(Position middle) {
    Coordinate[] corners = new Coordinate[CORNERS + 1];
    for (int i = 0; i < CORNERS; i++) {
      Position corner = Geodesy.destination(middle, -360.0 * i / CORNERS, radiusMetres);
      corners[i] = new Coordinate(corner.longitude(), corner.latitude());
    }
    corners[CORNERS] = corners[0];
    return Area.of(SHAPES.createPolygon(corners));
  }

  /** A place in the frame. */
  static Position inFrame(Position place, Position anchor) {
    double narrower =
        Geodesy.metresPerDegreeLongitude(anchor.latitude())
            / Geodesy.metresPerDegreeLongitude(MIDDLE.latitude());
    double north = place.latitude() - anchor.latitude();
    double east = (place.longitude() - anchor.longitude()) * narrower;
    return new Position(
        MIDDLE.latitude() + bounded(north, 45), MIDDLE.longitude() + bounded(east, 80));
  }

  /** What is so far away is outside wherever it is. */
  private static double bounded(double degrees, double most) {
    return Math.max(-most, Math.min(most, degrees));
  }
}
