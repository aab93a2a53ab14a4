package bz.keelbill.geo;

import java.util.List;

/** A line drawn on the earth: a reef crest, a taxi route, a median; for distance and direction. */
public final class Course {
  private final String id;
  private final String name;
  private final String kind;
  private final List<Position> points;

  /**
   * A line of at least two points.
   *
   * @param kind as its layer says, for example {@code water-taxi}
   */
  public Course(String id, String name, String kind, List<Position> points) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.points = List.copyOf(points);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String kind() {
    return kind;
  }

  public List<Position> points() {
    return points;
  }

  /** Metres to the nearest point of the line. */
  public double distanceMetres(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Degrees true in which the line runs where it is nearest to the point, 0 to below 180. */
  public double directionDegrees(double latitude, double longitude) {
    throw new UnsupportedOperationException();
  }

  /** Whether the straight step between two points crosses the line. */
  public boolean crosses(Position from, Position to) {
    throw new UnsupportedOperationException();
  }
}
