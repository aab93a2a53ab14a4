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
 */
public record RestrictedWater(String id, String name, Position centre, double radiusMetres) {
  private static final int CORNERS = 48;

  /** All of them; away from every route. */
  public static final List<RestrictedWater> ALL =
      List.of(
          new RestrictedWater(
              "sim-restricted-columbus-reef",
              "Columbus Reef spawning closure (simulated)",
              new Position(17.050, -88.105),
              1300),
          new RestrictedWater(
              "sim-restricted-goffs-bank",
              "Goff's Bank exercise area (simulated)",
              new Position(17.420, -87.985),
              1500));

  static List<Waters.Closed> closed() {
    return ALL.stream().map(water -> new Waters.Closed(water.centre, water.radiusMetres)).toList();
  }

  double edgeMetres(Position at) {
    return radiusMetres - Geodesy.distanceMetres(centre, at);
  }

  /** The fences of all of them, as a GeoJSON FeatureCollection of kind "restricted". */
  public static String geoJson() {
    StringJoiner features = new StringJoiner(",\n", "[\n", "\n]");
    ALL.forEach(water -> features.add(water.feature()));
    return "{\"type\":\"FeatureCollection\",\"name\":\"fences\",\"features\":" + features + "}\n";
  }

  private String feature() {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{\"id\":\"%s\",\"name\":\"%s\","
            + "\"kind\":\"restricted\",\"priority\":\"warning\",\"appliesTo\":\"vessel\","
            + "\"reason\":\"Closed to vessels for the simulation\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}",
        id,
        id,
        name,
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
