package bz.keelbill.sim;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A round water that the simulated watch has closed to vessels. Invented for the simulation: it
 * stands for no real closure.
 *
 * @param id of its fence
 * @param name as the page shows it
 * @param limit what is not allowed there
 */
public record RestrictedWater(
    String id, String name, Position centre, double radiusMetres, Limit limit) {

  /** What is not allowed there. */
  enum Limit {
    /** To go in. */
    CLOSED("restricted", ""),
    /** To stay longer than a quarter of an hour. */
    STAY("monitored", "\"dwellSeconds\":900,"),
    /** To go faster than eight knots. */
    SPEED("monitored", "\"maxSpeedKnots\":8,");

    private final String kind;
    private final String more;

    Limit(String kind, String more) {
      this.kind = kind;
      this.more = more;
    }
  }

  private static final int CORNERS = 48;

  /** All of them; away from every route. */
  public static final List<RestrictedWater> ALL =
      List.of(
          new RestrictedWater(
              "sim-restricted-columbus-reef",
              "Columbus Reef spawning closure (simulated)",
              new Position(17.050, -88.105),
              1300,
              Limit.CLOSED),
          new RestrictedWater(
              "sim-restricted-goffs-bank",
              "Goff's Bank exercise area (simulated)",
              new Position(17.420, -87.985),
              1500,
              Limit.CLOSED));

  /** Where ordinary boats do not go. */
  static List<Waters.Closed> closed(List<RestrictedWater> waters) {
    return waters.stream()
        .map(water -> new Waters.Closed(water.centre, water.radiusMetres))
        .toList();
  }

  double edgeMetres(Position at) {
    return radiusMetres - Geodesy.distanceMetres(centre, at);
  }

  /** The fences of all of them, as a GeoJSON FeatureCollection each of priority "warning". */
  public static String geoJson() {
    return geoJson(ALL);
  }

  static String geoJson(List<RestrictedWater> waters) {
    StringJoiner features = new StringJoiner(",\n", "[\n", "\n]");
    waters.forEach(water -> features.add(water.feature()));
    return "{\"type\":\"FeatureCollection\",\"name\":\"fences\",\"features\":" + features + "}\n";
  }

  private String feature() {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"id\":\"%s\",\"name\":\"%s\","
            + "\"kind\":\"%s\",%s\"priority\":\"warning\",\"appliesTo\":\"vessel\","
            + "\"reason\":\"Closed to vessels for the simulation\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}",
        id,
        id,
        name,
        limit.kind,
        limit.more,
        ring());
  }

  private String ring() {
    StringJoiner ring = new StringJoiner(",", "[", "]");
    for (int corner = 0; corner <= CORNERS; corner++) {
      // Counter-clockwise and closed, as RFC 7946 wants outer rings.
      double bearing = 360.0 * (CORNERS - corner % CORNERS) / CORNERS;
      Position at = Geodesy.destination(centre, bearing, radiusMetres);
      ring.add(String.format(Locale.ROOT, "[%.6f,%.6f]", at.longitude(), at.latitude()));
    }
    return ring.toString();
  }
}
