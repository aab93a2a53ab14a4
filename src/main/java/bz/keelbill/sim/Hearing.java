package bz.keelbill.sim;

import bz.keelbill.geo.Position;

/** Whether an aircraft stands above the horizon of those who could hear or see it. */
final class Hearing {
  private static final double FOOT = 0.3048;

  private Hearing() {}

  /** Whether some receiver could hear its transponder. */
  static boolean ofTransponder(World world, Position at, double feet) {
    return world.stations(Station.ADSB).stream()
        .anyMatch(station -> station.milesTo(at) < station.airReachNm(feet));
  }

  /** Whether some radar could see it, well inside its reach. */
  static boolean ofEcho(World world, Position at, double feet) {
    return world.stations(Station.RADAR).stream()
        .anyMatch(
            station ->
                station.milesTo(at) < 0.9 * station.radarReachNm(FOOT * feet)
                    && FOOT * feet < CoastalRadar.BEAM_SLOPE * 1852 * station.milesTo(at));
  }

  /** Whether one in flight could be heard or seen now. */
  static boolean of(World world, Craft craft) {
    Craft.State state = craft.state();
    if (state == null || state.altitudeFeet() < FlightReceivers.GROUND_FEET) {
      return false;
    }
    return craft.papers() instanceof Papers.Silent
        ? ofEcho(world, state.position(), state.altitudeFeet())
        : ofTransponder(world, state.position(), state.altitudeFeet());
  }
}
