package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.geo.Units;
import java.util.List;

/**
 * Where a sensor stands.
 *
 * @param id as tag blocks and the configuration name it
 * @param kind {@code ais}, {@code radar} or {@code adsb}
 * @param position the antenna
 * @param rangeNm how far it reaches at best
 * @param antennaMetres height above the sea
 */
public record Station(
    String id, String kind, Position position, double rangeNm, double antennaMetres) {
  /** An AIS receiver. */
  public static final String AIS = "ais";

  /** A coastal radar. */
  public static final String RADAR = "radar";

  /** An ADS-B receiver. */
  public static final String ADSB = "adsb";

  /** Every sensor of the simulated watch. */
  public static final List<Station> ALL =
      List.of(
          new Station("ais-belize-city", AIS, new Position(17.4937, -88.1810), 40, 30),
          new Station("ais-san-pedro", AIS, new Position(17.9165, -87.9640), 35, 20),
          new Station("ais-dangriga", AIS, new Position(16.9660, -88.2180), 40, 25),
          new Station("ais-placencia", AIS, new Position(16.5140, -88.3670), 40, 25),
          new Station("radar-calabash", RADAR, new Position(17.2833, -87.8117), 32, 25),
          new Station("radar-tobacco", RADAR, new Position(16.8975, -88.0615), 24, 20),
          new Station("radar-silk-cayes", RADAR, new Position(16.4490, -88.0400), 24, 20),
          new Station("adsb-belize-city", ADSB, new Position(17.5390, -88.3020), 200, 20),
          new Station("adsb-placencia", ADSB, new Position(16.5360, -88.3620), 200, 20));

  /** The sensors of one kind, in the order of {@link #ALL}. */
  static List<Station> of(String kind) {
    return ALL.stream().filter(station -> station.kind.equals(kind)).toList();
  }

  double milesTo(Position at) {
    return Units.metresToNauticalMiles(Geodesy.distanceMetres(position, at));
  }

  /** Nautical miles at which a radar's beam still meets something of this height above the sea. */
  double radarReachNm(double heightMetres) {
    return Math.min(rangeNm, 2.21 * (Math.sqrt(antennaMetres) + Math.sqrt(heightMetres)));
  }

  /** Nautical miles at which an aircraft of this altitude stands on the horizon. */
  double airReachNm(double altitudeFeet) {
    double antennaFeet = Units.metresToFeet(antennaMetres);
    double horizon = 1.23 * (Math.sqrt(Math.max(0, altitudeFeet)) + Math.sqrt(antennaFeet));
    return Math.min(rangeNm, horizon);
  }
}
