package bz.keelbill.detect;

import bz.keelbill.geo.Aerodrome;
import bz.keelbill.geo.Coast;
import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Geography;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Rules;

/** Where the path of an aircraft meets the ground, and whether it led to a licensed field. */
final class PathDown {
  private static final double MAP_ERROR_METRES = 1_500;
  private static final double MILE = 1852;
  private static final double TOWARDS_DEGREES = 15;
  private static final double SHORTEST_SHARE = 0.7;
  private static final double LONGEST_SHARE = 1.4;
  private static final double SPARE_METRES = 2 * MILE;

  /** From farther off nobody flies level to a field so low. */
  private static final double LEVEL_METRES = 12 * MILE;

  private final FlightPath path;
  private final Geography geography;
  private final boolean sinks;
  private final double minutes;
  private final double landMinutes;

  PathDown(FlightPath path, Geography geography, Rules rules) {
    double sinking = rules.value(ClandestineLanding.SINKING);
    this.path = path;
    this.geography = geography;
    this.sinks = path.sinks(sinking);
    this.minutes = path.minutesDown(sinking);
    this.landMinutes = rules.value(ClandestineLanding.LAND_MINUTES);
  }

  /** Whether it is known to come down. */
  boolean sinks() {
    return sinks;
  }

  /** After how many minutes it meets the ground if it goes on. */
  double minutes() {
    return minutes;
  }

  /** Where: on land, or on the first land ahead; null if there is but water. */
  Position place() {
    Coast coast = geography.coast();
    double metres = path.metresIn(minutes);
    Position down = path.after(metres);
    boolean ashore =
        coast.isLand(down.latitude(), down.longitude())
            || coast.shoreMetres(down.latitude(), down.longitude()) <= MAP_ERROR_METRES;
    if (ashore) {
      return down;
    }
    double limit = Math.max(metres, path.metresIn(landMinutes));
    double land = coast.metresToLandAhead(path.from(), path.courseDegrees(), limit);
    return Double.isNaN(land) ? null : path.after(land);
  }

  /** A field lies ahead about where it would meet the ground. */
  boolean leadsToField() {
    double metres = path.metresIn(minutes);
    double shortest = sinks ? SHORTEST_SHARE * metres - SPARE_METRES : 0;
    double within = LONGEST_SHARE * metres + SPARE_METRES;
    double longest = sinks ? within : Math.min(within, LEVEL_METRES);
    for (Aerodrome field : geography.aerodromes()) {
      double off = Geodesy.distanceMetres(path.from(), field.position());
      boolean isThere = off >= shortest && off <= longest && LicensedFields.isLicensed(field);
      if (isThere && turnTo(field.position()) <= TOWARDS_DEGREES) {
        return true;
      }
    }
    return false;
  }

  private double turnTo(Position field) {
    return Geodesy.turnDegrees(Geodesy.bearingDegrees(path.from(), field), path.courseDegrees());
  }
}
