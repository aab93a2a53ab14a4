package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A way over the ground with rounded corners: immutable, measured in metres from its start. Points
 * lie close enough that straight lines in degrees between them are good to metres.
 */
final class Path {
  private static final double ARC_STEP_DEGREES = 4;

  /** No corner takes more than this part of a side, so that two corners never overlap. */
  private static final double LARGEST_PART_OF_SIDE = 0.48;

  private final double[] latitudes;
  private final double[] longitudes;
  private final double[] metresAt;

  private Path(List<Position> points) {
    latitudes = new double[points.size()];
    longitudes = new double[points.size()];
    metresAt = new double[points.size()];
    for (int i = 0; i < points.size(); i++) {
      latitudes[i] = points.get(i).latitude();
      longitudes[i] = points.get(i).longitude();
      if (i > 0) {
        metresAt[i] = metresAt[i - 1] + Geodesy.distanceMetres(points.get(i - 1), points.get(i));
      }
    }
  }

  /**
   * A way along the corners.
   *
   * @param corners at least two different points
   * @param turnRadiusMetres of the arcs that replace the corners; smaller where sides are short
   */
  static Path of(List<Position> corners, double turnRadiusMetres) {
    List<Position> distinct = withoutRepeats(corners);
    if (distinct.size() < 2) {
      throw new IllegalArgumentException("a path needs two different points: " + corners);
    }
    List<Position> points = new ArrayList<>();
    points.add(distinct.get(0));
    for (int i = 1; i < distinct.size() - 1; i++) {
      addCorner(
          points, distinct.get(i - 1), distinct.get(i), distinct.get(i + 1), turnRadiusMetres);
    }
    points.add(distinct.get(distinct.size() - 1));
    return new Path(points);
  }

  /** One way out of several, each beginning where the one before ends. */
  static Path joined(List<Path> stretches, double turnRadiusMetres) {
    List<Position> points = new ArrayList<>();
    stretches.forEach(stretch -> points.addAll(stretch.points()));
    return of(points, turnRadiusMetres);
  }

  double metres() {
    return metresAt[metresAt.length - 1];
  }

  Position at(double metres) {
    int i = segment(metres);
    double part = (metres - metresAt[i]) / (metresAt[i + 1] - metresAt[i]);
    part = Math.max(0, Math.min(1, part));
    return new Position(
        latitudes[i] + part * (latitudes[i + 1] - latitudes[i]),
        longitudes[i] + part * (longitudes[i + 1] - longitudes[i]));
  }

  Position start() {
    return point(0);
  }

  Position end() {
    return point(latitudes.length - 1);
  }

  double courseDegrees(double metres) {
    int i = segment(metres);
    return Geodesy.bearingDegrees(point(i), point(i + 1));
  }

  /** The same way, backwards. */
  Path reversed() {
    List<Position> points = points();
    Collections.reverse(points);
    return new Path(points);
  }

  /** What is left of the way after some metres. */
  Path after(double metres) {
    List<Position> points = new ArrayList<>();
    points.add(at(metres));
    for (int i = segment(metres) + 1; i < latitudes.length; i++) {
      points.add(point(i));
    }
    return new Path(points);
  }

  private List<Position> points() {
    List<Position> points = new ArrayList<>();
    for (int i = 0; i < latitudes.length; i++) {
      points.add(point(i));
    }
    return points;
  }

  private Position point(int i) {
    return new Position(latitudes[i], longitudes[i]);
  }

  private int segment(double metres) {
    int low = 0;
    int high = metresAt.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (metresAt[middle] <= metres) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static List<Position> withoutRepeats(List<Position> corners) {
    List<Position> distinct = new ArrayList<>();
    for (Position corner : corners) {
      if (distinct.isEmpty()
          || Geodesy.distanceMetres(distinct.get(distinct.size() - 1), corner) > 1) {
        distinct.add(corner);
      }
    }
    return distinct;
  }

  /** An arc that leaves one side and joins the next, laid out chord by chord. */
  private static void addCorner(
      List<Position> points, Position before, Position corner, Position after, double radius) {
    double in = Geodesy.bearingDegrees(before, corner);
    double turn = Geodesy.wrapDegrees(Geodesy.bearingDegrees(corner, after) - in);
    double half = StrictMath.tan(StrictMath.toRadians(Math.abs(turn) / 2));
    double room =
        LARGEST_PART_OF_SIDE
            * Math.min(
                Geodesy.distanceMetres(before, corner), Geodesy.distanceMetres(corner, after));
    double tangent = Math.min(radius * half, room);
    int steps = (int) Math.ceil(Math.abs(turn) / ARC_STEP_DEGREES);
    if (steps < 2 || tangent < 1) {
      points.add(corner);
      return;
    }
    double arcRadius = tangent / half;
    double chord =
        2 * arcRadius * StrictMath.sin(StrictMath.toRadians(Math.abs(turn) / (2 * steps)));
    Position at = Geodesy.destination(corner, in + 180, tangent);
    points.add(at);
    for (int k = 0; k < steps; k++) {
      at = Geodesy.destination(at, in + turn * (k + 0.5) / steps, chord);
      points.add(at);
    }
  }
}
