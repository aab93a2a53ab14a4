package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Going round a point.
 *
 * @param degrees how far round, 360 for one turn
 */
record Orbit(Position centre, double radiusMetres, double degrees, boolean clockwise) {
  private static final double STEP_DEGREES = 4;

  /** Where who comes straight from a place, outside, touches the circle. */
  Position touchedFrom(Position place) {
    double metres = Geodesy.distanceMetres(place, centre);
    double aside =
        StrictMath.toDegrees(StrictMath.acos(Math.min(1, radiusMetres / Math.max(1, metres))));
    return at(Geodesy.bearingDegrees(centre, place) + (clockwise ? aside : -aside));
  }

  /** The points on the way round from one of them. */
  List<Position> from(Position touched) {
    double begin = Geodesy.bearingDegrees(centre, touched);
    int steps = (int) Math.ceil(degrees / STEP_DEGREES);
    List<Position> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double round = degrees * i / steps;
      points.add(at(begin + (clockwise ? round : -round)));
    }
    return points;
  }

  private Position at(double bearingDegrees) {
    return Geodesy.destination(centre, bearingDegrees, radiusMetres);
  }
}
