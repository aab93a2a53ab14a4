package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartLayerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Half a hundred-thousandth, and what a double cannot hold. */
  private static final double CLOSE_DEGREES = 0.000_005_001;

  static Iterable<String> names() {
    return Layers.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void drawsEveryPlaceOfTheLayerWhereItIs(String name) throws IOException {
    JsonNode layer = MAPPER.readTree(Layers.bytes(name));
    JsonNode drawn = MAPPER.readTree(ChartLayer.bytes(name));
    assertEquals(layer.path("metadata"), drawn.path("metadata"));
    assertEquals(layer.path("features").size(), drawn.path("features").size());
    for (int i = 0; i < layer.path("features").size(); i++) {
      JsonNode feature = layer.path("features").path(i);
      JsonNode same = drawn.path("features").path(i);
      assertEquals(feature.path("properties"), same.path("properties"));
      assertEquals(feature.path("geometry").path("type"), same.path("geometry").path("type"));
      assertSame(feature.path("geometry").path("coordinates"), same.path("geometry").path("steps"));
    }
  }

  private static void assertSame(JsonNode coordinates, JsonNode steps) {
    if (coordinates.path(0).isNumber()) {
      assertClose(coordinates, steps.path(0).asLong(), steps.path(1).asLong());
    } else if (!coordinates.path(0).path(0).isNumber()) {
      assertEquals(coordinates.size(), steps.size());
      for (int i = 0; i < steps.size(); i++) {
        assertSame(coordinates.path(i), steps.path(i));
      }
    } else {
      assertEquals(2 * coordinates.size(), steps.size());
      long east = 0;
      long north = 0;
      for (int i = 0; i < coordinates.size(); i++) {
        east += steps.path(2 * i).asLong();
        north += steps.path(2 * i + 1).asLong();
        assertClose(coordinates.path(i), east, north);
      }
    }
  }

  private static void assertClose(JsonNode position, long east, long north) {
    assertEquals(position.path(0).doubleValue(), east / 100_000.0, CLOSE_DEGREES);
    assertEquals(position.path(1).doubleValue(), north / 100_000.0, CLOSE_DEGREES);
  }

  @Test
  void isShort() {
    assertTrue(ChartLayer.bytes("land-osm").length < Layers.bytes("land-osm").length / 2);
  }
}
