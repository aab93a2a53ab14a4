package bz.keelbill.geo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The barrier reef as one line from north to south: its drawn pieces, the gaps between them
 * bridged, and both ends carried on. It tells inside from outside. Immutable.
 */
final class Barrier {
  private static final double OUTSIDE_METRES = 2_000;
  private static final double CARRY_ON_METRES = 60_000;

  private final Coast coast;
  private final List<Position> line;
  private final Course course;
  private final double northEnd;
  private final double southEnd;

  private Barrier(Coast coast, List<Position> crest) {
    this.coast = coast;
    this.northEnd = crest.get(0).latitude();
    this.southEnd = crest.get(crest.size() - 1).latitude();
    this.line = new ArrayList<>(crest);
    carryOn(crest.get(1), crest.get(0), 0);
    carryOn(crest.get(crest.size() - 2), crest.get(crest.size() - 1), line.size());
    this.course = new Course("barrier", "barrier reef", "reef-crest", line);
  }

  /** Joins the pieces of the crest; at least one. */
  static Barrier of(List<Course> reefs, Coast coast) {
    List<Position> crest = new ArrayList<>();
    reefs.stream()
        .map(Barrier::southward)
        .sorted(Comparator.comparingDouble(points -> -points.get(0).latitude()))
        .forEach(crest::addAll);
    return new Barrier(coast, crest);
  }

  private static List<Position> southward(Course reef) {
    List<Position> points = new ArrayList<>(reef.points());
    if (points.get(0).latitude() < points.get(points.size() - 1).latitude()) {
      Collections.reverse(points);
    }
    return points;
  }

  /** Adds the point where the line, going on past its end, meets land. */
  private void carryOn(Position before, Position end, int at) {
    double direction = Geodesy.bearingDegrees(before, end);
    double metres = coast.metresToLandAhead(end, direction, CARRY_ON_METRES);
    if (metres > 0) {
      line.add(at, Geodesy.destination(end, direction, metres));
    }
  }

  /** Whether the point lies east of the line and away from it. */
  boolean isOutside(double latitude, double longitude) {
    return longitude > longitudeAt(latitude)
        && !course.isWithin(latitude, longitude, OUTSIDE_METRES)
        && (isBesideCrest(latitude) || !coast.isShoreWithin(latitude, longitude, OUTSIDE_METRES));
  }

  /** Metres to the line. */
  double metres(double latitude, double longitude) {
    return course.distanceMetres(latitude, longitude);
  }

  /** Whether the point lies west of the line. */
  boolean isInside(double latitude, double longitude) {
    return longitude < longitudeAt(latitude);
  }

  private boolean isBesideCrest(double latitude) {
    return latitude <= northEnd && latitude >= southEnd;
  }

  /** The westernmost longitude of the line at a latitude; past its ends that of the end. */
  private double longitudeAt(double latitude) {
    Position north = line.get(0);
    Position south = line.get(line.size() - 1);
    if (latitude >= north.latitude()) {
      return north.longitude();
    }
    if (latitude <= south.latitude()) {
      return south.longitude();
    }
    double westernmost = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.size(); i++) {
      westernmost = Math.min(westernmost, longitudeAt(latitude, line.get(i - 1), line.get(i)));
    }
    return westernmost;
  }

  private static double longitudeAt(double latitude, Position one, Position other) {
    double share = (latitude - one.latitude()) / (other.latitude() - one.latitude());
    return share >= 0 && share <= 1
        ? one.longitude() + share * (other.longitude() - one.longitude())
        : Double.POSITIVE_INFINITY;
  }
}
