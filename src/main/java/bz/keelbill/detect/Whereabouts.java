package bz.keelbill.detect;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Place;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.Locale;

/** Where something is, in a watch officer's words. */
final class Whereabouts {
  private static final String[] DIRECTIONS = {
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"
  };
  private static final double AT_NAUTICAL_MILES = 1;

  private Whereabouts() {}

  /** "off Dangriga" or "12 nm south-east of Dangriga". */
  static String of(Position position, Geography geography) {
    Place near = geography.nearestPlace(position.latitude(), position.longitude());
    if (near == null) {
      return String.format(Locale.ROOT, "%.3f, %.3f", position.latitude(), position.longitude());
    }
    double miles = Units.metresToNauticalMiles(Geodesy.distanceMetres(near.position(), position));
    if (miles < AT_NAUTICAL_MILES) {
      return "off " + near.name();
    }
    String direction = direction(Geodesy.bearingDegrees(near.position(), position));
    return Math.round(miles) + " nm " + direction + " of " + near.name();
  }

  /** "south of Dangriga": a place without its distance, for where something is heading. */
  static String towards(Position position, Geography geography) {
    Place near = geography.nearestPlace(position.latitude(), position.longitude());
    if (near == null) {
      return "ahead";
    }
    double miles = Units.metresToNauticalMiles(Geodesy.distanceMetres(near.position(), position));
    String direction = direction(Geodesy.bearingDegrees(near.position(), position));
    return miles < AT_NAUTICAL_MILES ? "at " + near.name() : direction + " of " + near.name();
  }

  /** The nearest of the eight directions. */
  static String direction(double degrees) {
    return DIRECTIONS[(int) Math.round(degrees / 45) % DIRECTIONS.length];
  }
}
