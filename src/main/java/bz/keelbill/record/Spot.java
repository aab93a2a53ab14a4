package bz.keelbill.record;

import bz.keelbill.geo.Area;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import org.locationtech.jts.geom.Envelope;

/** A place that a recorded craft may have been at. Sealed family; immutable. */
public sealed interface Spot {
  /** What a craft may cover between two fixes that both lie outside, degrees: six miles. */
  double STEP_DEGREES = 0.1;

  /** A box that holds every fix of a craft that was here, or one beside it. */
  Envelope bounds();

  /** Whether a position is in it. */
  boolean holds(Position at);

  /** Whether a straight step touches it. */
  boolean isTouched(Position from, Position to);

  /** How near a step comes to its middle, metres; NaN where that says nothing. */
  default double metres(Position from, Position to) {
    return Double.NaN;
  }

  /** A box of longitudes and latitudes; does not reach over the date line. */
  record Box(double west, double south, double east, double north) implements Spot {
    /** Checks the order. */
    public Box {
      boolean valid = Position.isValid(south, west) && Position.isValid(north, east);
      if (!valid || west >= east || south >= north) {
        throw new IllegalArgumentException("a box goes from west to east and from south to north");
      }
    }

    @Override
    public Envelope bounds() {
      return new Envelope(west, east, south, north);
    }

    @Override
    public boolean holds(Position at) {
      return at.longitude() >= west
          && at.longitude() <= east
          && at.latitude() >= south
          && at.latitude() <= north;
    }

    /** A box on the map asks for what was seen in it. */
    @Override
    public boolean isTouched(Position from, Position to) {
      return holds(to);
    }
  }

  /** Everything within a distance of a position. */
  record Circle(Position middle, double radiusMetres) implements Spot {
    /** Checks the radius: up to 500 km, for which a plane will do. */
    public Circle {
      if (!(radiusMetres > 0) || radiusMetres > 500_000) {
        throw new IllegalArgumentException("a distance lies between 0 and 270 nm");
      }
    }

    @Override
    public Envelope bounds() {
      double high = radiusMetres / Geodesy.metresPerDegreeLatitude(middle.latitude());
      double wide = radiusMetres / Geodesy.metresPerDegreeLongitude(middle.latitude());
      Envelope box =
          new Envelope(
              middle.longitude(), middle.longitude(), middle.latitude(), middle.latitude());
      box.expandBy(wide * 1.01 + STEP_DEGREES, high * 1.01 + STEP_DEGREES);
      return box;
    }

    @Override
    public boolean holds(Position at) {
      return Geodesy.distanceMetres(middle, at) <= radiusMetres;
    }

    @Override
    public boolean isTouched(Position from, Position to) {
      return metres(from, to) <= radiusMetres;
    }

    @Override
    public double metres(Position from, Position to) {
      double fromEast = east(from);
      double fromNorth = north(from);
      double alongEast = east(to) - fromEast;
      double alongNorth = north(to) - fromNorth;
      double square = alongEast * alongEast + alongNorth * alongNorth;
      double share = square == 0 ? 0 : -(fromEast * alongEast + fromNorth * alongNorth) / square;
      double part = Math.max(0, Math.min(1, share));
      return Math.hypot(fromEast + part * alongEast, fromNorth + part * alongNorth);
    }

    private double east(Position at) {
      double degrees = Geodesy.wrapDegrees(at.longitude() - middle.longitude());
      return degrees * Geodesy.metresPerDegreeLongitude((at.latitude() + middle.latitude()) / 2);
    }

    private double north(Position at) {
      return (at.latitude() - middle.latitude())
          * Geodesy.metresPerDegreeLatitude((at.latitude() + middle.latitude()) / 2);
    }
  }

  /** The area of a fence, whatever its heights and hours. */
  record Within(String fence, Area area) implements Spot {
    @Override
    public Envelope bounds() {
      Envelope box = new Envelope(area.bounds());
      box.expandBy(STEP_DEGREES);
      return box;
    }

    @Override
    public boolean holds(Position at) {
      return area.contains(at.latitude(), at.longitude());
    }

    @Override
    public boolean isTouched(Position from, Position to) {
      return area.touches(from, to);
    }
  }
}
