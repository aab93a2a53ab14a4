package bz.keelbill.geo;

import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A line drawn on the earth: a reef crest, a taxi route, a median; for distance and direction.
 *
 * <p>Immutable; two lines are equal when they are called alike and have the same points. Its parts
 * are straight in longitude and latitude and do not cross the antimeridian.
 */
public final class Course {
  /** A degree of latitude is nowhere shorter. */
  private static final double LEAST_METRES_PER_DEGREE = 110_500;

  private final String id;
  private final String name;
  private final String kind;
  private final List<Position> points;
  private final EdgeTree edges;
  private final Envelope box = new Envelope();

  /**
   * A line of at least two points.
   *
   * @param kind as its layer says, for example {@code water-taxi}
   * @throws IllegalArgumentException if there are fewer points
   */
  public Course(String id, String name, String kind, List<Position> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("a line has at least two points: " + id);
    }
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.points = List.copyOf(points);
    points.forEach(point -> box.expandToInclude(point.longitude(), point.latitude()));
    this.edges = EdgeTree.of(Collections.singletonList(coordinates(points)));
  }

  private static Coordinate[] coordinates(List<Position> points) {
    return points.stream()
        .map(point -> new Coordinate(point.longitude(), point.latitude()))
        .toArray(Coordinate[]::new);
  }

  /** Unique in its layer. */
  public String id() {
    return id;
  }

  /** As its layer writes it. */
  public String name() {
    return name;
  }

  /** What its layer says it is. */
  public String kind() {
    return kind;
  }

  /** From one end to the other. */
  public List<Position> points() {
    return points;
  }

  /** Whether the line comes as near as this; cheap where it is far. */
  public boolean isWithin(double latitude, double longitude, double metres) {
    double latMargin = metres / LEAST_METRES_PER_DEGREE;
    if (!(latitude >= box.getMinY() - latMargin && latitude <= box.getMaxY() + latMargin)) {
      return false;
    }
    double lonMargin = metres / Geodesy.metresPerDegreeLongitude(latitude);
    boolean isNear =
        longitude >= box.getMinX() - lonMargin && longitude <= box.getMaxX() + lonMargin;
    return isNear && isPartWithin(latitude, longitude, metres);
  }

  private boolean isPartWithin(double latitude, double longitude, double metres) {
    NearestEdge nearest = edges.nearest(latitude, longitude, metres * Area.SEARCH_MARGIN);
    return nearest != null && nearest.metres() <= metres;
  }

  /** Metres to the nearest point of the line. */
  public double distanceMetres(double latitude, double longitude) {
    return edges.nearest(latitude, longitude).metres();
  }

  /** Degrees true in which the line runs where it is nearest to the point, 0 to below 180. */
  public double directionDegrees(double latitude, double longitude) {
    int part = edges.nearest(latitude, longitude).number();
    return Geodesy.bearingDegrees(points.get(part), points.get(part + 1)) % 180;
  }

  /** Whether the straight step between two points crosses the line. */
  public boolean crosses(Position from, Position to) {
    return edges.isTouched(from.longitude(), from.latitude(), to.longitude(), to.latitude());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Course line
            && id.equals(line.id)
            && name.equals(line.name)
            && kind.equals(line.kind)
            && points.equals(line.points));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
