package bz.keelbill.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A bundled layer as the page's chart draws it: the same features, their places told by the step
 * from one to the next, in whole hundred-thousandths of a degree (1.1 m; no layer is surer of a
 * place than 100 m). Compressed it is little more than half of the layer.
 */
public final class ChartLayer {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int STEPS_PER_DEGREE = 100_000;

  private ChartLayer() {}

  /**
   * The layer's GeoJSON with {@code steps} in place of {@code coordinates} in each geometry, nested
   * alike: where GeoJSON has a list of positions stands {@code [longitude, latitude, step east,
   * step north, step east...]}. A point has its longitude and latitude.
   *
   * @throws IllegalArgumentException if there is no layer of the name
   */
  public static byte[] bytes(String name) {
    try {
      JsonNode layer = MAPPER.readTree(Layers.bytes(name));
      for (JsonNode feature : layer.path("features")) {
        ObjectNode geometry = (ObjectNode) feature.path("geometry");
        geometry.set("steps", steps(geometry.remove("coordinates")));
      }
      return MAPPER.writeValueAsBytes(layer);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is damaged: layer " + name, e);
    }
  }

  private static ArrayNode steps(JsonNode coordinates) {
    ArrayNode steps = MAPPER.createArrayNode();
    if (coordinates.path(0).isNumber()) {
      return steps.add(whole(coordinates, 0)).add(whole(coordinates, 1));
    }
    if (!coordinates.path(0).path(0).isNumber()) {
      coordinates.forEach(part -> steps.add(steps(part)));
      return steps;
    }
    long east = 0;
    long north = 0;
    for (JsonNode position : coordinates) {
      steps.add(whole(position, 0) - east).add(whole(position, 1) - north);
      east = whole(position, 0);
      north = whole(position, 1);
    }
    return steps;
  }

  private static long whole(JsonNode position, int axis) {
    return Math.round(position.path(axis).doubleValue() * STEPS_PER_DEGREE);
  }
}
