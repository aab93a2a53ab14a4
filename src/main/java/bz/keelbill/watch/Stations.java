package bz.keelbill.watch;

import bz.keelbill.geo.Position;
import bz.keelbill.track.Sensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configured stations.
 *
 * @param positions where they stand, by id
 * @param sensors those that stand still, with what they hear and how far: they learn where they
 *     hear
 */
public record Stations(Map<String, Position> positions, List<Sensor> sensors) {
  /** Copies both, keeping the order. */
  public Stations {
    positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    sensors = List.copyOf(sensors);
  }

  /** Stations of which nothing is known but where they stand. */
  public static Stations at(Map<String, Position> positions) {
    return new Stations(positions, List.of());
  }
}
