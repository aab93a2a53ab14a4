package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;

/**
 * What truly happened in a simulated watch. {@link TruthJson} has its written form.
 *
 * @param scenario its name
 * @param seed of its luck
 * @param fromMillis Unix time in milliseconds
 * @param toMillis Unix time in milliseconds
 * @param threats in order of their beginning
 * @param craft everything that moved, the threats' actors among them
 */
public record Truth(
    String scenario,
    long seed,
    long fromMillis,
    long toMillis,
    List<Act> threats,
    List<Actor> craft) {

  /** Copies the lists. */
  public Truth {
    threats = List.copyOf(threats);
    craft = List.copyOf(craft);
  }

  /**
   * One threat.
   *
   * @param kinds the kinds of alert that count as having seen it
   * @param fromMillis when its first actor appears
   * @param toMillis when its last actor is gone
   * @param clockStartsMillis when the pattern can first be told apart physically; null if it never
   *     can, then nobody is expected to see it
   * @param actors with points every ten seconds
   */
  public record Act(
      String id,
      String family,
      List<String> kinds,
      long fromMillis,
      long toMillis,
      Long clockStartsMillis,
      List<Actor> actors) {
    /** Copies the lists. */
    public Act {
      kinds = List.copyOf(kinds);
      actors = List.copyOf(actors);
    }
  }

  /**
   * One craft.
   *
   * @param kind a word such as {@code water-taxi}
   * @param mmsi null if it sends no AIS
   * @param icao24 six lower-case hexadecimal digits; null if it is no aircraft
   * @param ownForce whether the configuration names it among the own forces
   * @param radar the numbers that radars gave it
   * @param points where it was, in order of time
   */
  public record Actor(
      String id,
      String kind,
      Integer mmsi,
      String icao24,
      boolean ownForce,
      List<RadarName> radar,
      List<Point> points) {
    /** Copies the lists. */
    public Actor {
      radar = List.copyOf(radar);
      points = List.copyOf(points);
    }

    /** Metres between a place and the craft at a time; NaN if it was not about within 30 s. */
    double metresFrom(Position place, long atMillis) {
      double nearest = Double.NaN;
      for (int i = 0; i < points.size(); i++) {
        Point point = points.get(i);
        if (point.atMillis() >= atMillis && i > 0 && atMillis - points.get(i - 1).atMillis < 60e3) {
          return Geodesy.distanceMetres(place, between(points.get(i - 1), point, atMillis));
        }
        if (Math.abs(point.atMillis() - atMillis) <= 30_000) {
          nearest = Geodesy.distanceMetres(place, point.position());
        }
      }
      return nearest;
    }

    private static Position between(Point before, Point after, long atMillis) {
      double part =
          (atMillis - before.atMillis()) / (double) (after.atMillis() - before.atMillis());
      part = Math.max(0, Math.min(1, part));
      Position from = before.position();
      Position to = after.position();
      return new Position(
          from.latitude() + part * (to.latitude() - from.latitude()),
          from.longitude() + part * (to.longitude() - from.longitude()));
    }
  }

  /** The number under which a radar followed a craft, from its first to its last report. */
  public record RadarName(String station, int number, long fromMillis, long toMillis) {}

  /** Where a craft was at a time. */
  public record Point(long atMillis, Position position) {}
}
