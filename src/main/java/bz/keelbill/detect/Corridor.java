package bz.keelbill.detect;

import bz.keelbill.geo.Course;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import bz.keelbill.track.Track;
import bz.keelbill.track.Velocity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A way that craft of the ledger take: they are near it, go along it, no faster than they can, and,
 * where it has a timetable, left when it says. Who only happens to be on it must have come into
 * sight there: a boat from the open sea that turns into it does not belong to it.
 *
 * @param line the way, from its first end to its last
 * @param halfWidthMetres how far beside it still belongs to it
 * @param maxSpeedKnots what is surely faster does not belong to it; NaN for any speed
 * @param timetable when craft leave; null for any time
 */
public record Corridor(
    Course line, double halfWidthMetres, double maxSpeedKnots, Timetable timetable) {
  private static final double ALONG_DEGREES = 30;
  private static final double MOVING_KNOTS = 3;
  private static final double AT_END_METRES = 2_000;
  private static final double DAY_SECONDS = 86_400;

  /**
   * When craft leave.
   *
   * @param departures local times, from either end
   * @param withinMinutes so much earlier or later is still the same departure
   */
  public record Timetable(List<LocalTime> departures, double withinMinutes) {
    /** Copies the list. */
    public Timetable {
      departures = List.copyOf(departures);
    }

    private boolean has(LocalTime time) {
      for (LocalTime departure : departures) {
        double apart = Math.abs(departure.toSecondOfDay() - time.toSecondOfDay());
        if (Math.min(apart, DAY_SECONDS - apart) <= withinMinutes * 60) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Whether a track with a position belongs to it at a moment.
   *
   * @param isNamed whether it is known by name, wherever it came into sight
   */
  boolean holds(Track track, boolean isNamed, long atMillis, ZoneId zone) {
    Position at = track.position();
    if (!line.isWithin(at.latitude(), at.longitude(), halfWidthMetres)) {
      return false;
    }
    Position born = track.bornAt();
    Velocity velocity = track.velocity();
    return (isNamed || line.isWithin(born.latitude(), born.longitude(), 2 * halfWidthMetres))
        && !(velocity.lowerKnots() > maxSpeedKnots)
        && isAlong(at, velocity)
        && (timetable == null || leftByTimetable(track, velocity, atMillis, zone));
  }

  private boolean isAlong(Position at, Velocity velocity) {
    if (!(velocity.speedKnots() >= MOVING_KNOTS)) {
      return true;
    }
    double apart =
        Geodesy.turnDegrees(
            line.directionDegrees(at.latitude(), at.longitude()), velocity.courseDegrees());
    return Math.min(apart, 180 - apart) <= ALONG_DEGREES;
  }

  /** It left when it was first seen at an end, else it has come from an end as fast as it goes. */
  private boolean leftByTimetable(Track track, Velocity velocity, long atMillis, ZoneId zone) {
    if (isAtEnd(track.bornAt())) {
      return timetable.has(local(track.bornAtMillis(), zone));
    }
    double metresPerSecond = Units.knotsToMetresPerSecond(velocity.speedKnots());
    double behind = metresBehind(track.position(), velocity.courseDegrees());
    return metresPerSecond > 0
        && timetable.has(local(atMillis - Math.round(1000 * behind / metresPerSecond), zone));
  }

  private boolean isAtEnd(Position place) {
    return Geodesy.distanceMetres(place, end(0)) <= AT_END_METRES
        || Geodesy.distanceMetres(place, end(1)) <= AT_END_METRES;
  }

  private Position end(int which) {
    return line.points().get(which == 0 ? 0 : line.points().size() - 1);
  }

  /** Along the line back to the end from which it comes. */
  private double metresBehind(Position at, double courseDegrees) {
    List<Position> points = line.points();
    int part = nearestPart(at);
    double forward = Geodesy.bearingDegrees(points.get(part), points.get(part + 1));
    boolean isForward = Geodesy.turnDegrees(forward, courseDegrees) <= 90;
    double metres = Geodesy.distanceMetres(at, points.get(isForward ? part : part + 1));
    int first = isForward ? 0 : part + 1;
    int last = isForward ? part : points.size() - 1;
    for (int i = first; i < last; i++) {
      metres += Geodesy.distanceMetres(points.get(i), points.get(i + 1));
    }
    return metres;
  }

  private int nearestPart(Position at) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < line.points().size(); i++) {
      Position from = line.points().get(i);
      Position to = line.points().get(i + 1);
      double detour =
          Geodesy.distanceMetres(from, at)
              + Geodesy.distanceMetres(at, to)
              - Geodesy.distanceMetres(from, to);
      if (detour < least) {
        least = detour;
        nearest = i;
      }
    }
    return nearest;
  }

  private static LocalTime local(long atMillis, ZoneId zone) {
    return LocalTime.ofInstant(Instant.ofEpochMilli(atMillis), zone);
  }
}
